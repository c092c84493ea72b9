import { bringInStep, type Bookmarks, type Follower, type SyncEnd } from '../jobs/sync.ts'
import { StoreProblem, type Store } from '../ledger/store.ts'
import type { Server } from './remote.ts'

/**
 * How this browser's ledger and the server's stand: `off`: there is no server; `connecting`; `inStep`; `away`: the server does not answer
 * now; `refused`: it does not let this browser in, not any more or not yet.
 */
export type SyncState = 'off' | 'connecting' | 'inStep' | 'away' | 'refused'

/** What keeps a ledger in step. */
export interface Sync {
  /** Looks now: something was kept here, or the browser was let in. */
  look(): void
  /** Resolves when nothing of it touches the store any more. */
  stop(): Promise<void>
}

/** What it works with, and whom it tells. */
export interface SyncParts {
  readonly store: Store
  readonly server: Server
  readonly bookmarks: Bookmarks
  /** Hears that something came from the server and was kept: what is shown may be old. */
  readonly changed: () => void
  /** Hears each change of state; `problem` where it was the browser's own store that failed. */
  readonly report: (state: SyncState, problem: StoreProblem | null) => void
}

/** How long to wait after a failure: doubled each time, up to the longest. */
const [FIRST_WAIT_MILLISECONDS, LONGEST_WAIT_MILLISECONDS] = [1000, 60_000]
/** However quiet it is: a page out of sight holds no connection, and a lost one is not always noticed. */
const LOOK_EVERY_MILLISECONDS = 5 * 60_000

/**
 * Keeps a ledger in step with the server's until it is stopped: at once when either changes, when the network comes back and when the
 * page is shown; else again and again.
 */
export function keepInStep(parts: SyncParts): Sync {
  const running = new Running(parts)
  running.start()
  return { look: () => running.look(), stop: () => running.stop() }
}

class Running {
  readonly #parts: SyncParts
  #state: SyncState = 'off'
  readonly #stopping = new AbortController()
  #rounds: Promise<void> | null = null
  #isAsked = false
  #failures = 0
  /** Connections that were lost before anything was heard on them. */
  #losses = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #silence: (() => void) | null = null
  #cursor = 0

  constructor(parts: SyncParts) {
    this.#parts = parts
  }

  start(): void {
    addEventListener('online', this.#lookAgain)
    addEventListener('visibilitychange', this.#lookAgain)
    this.look()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    removeEventListener('online', this.#lookAgain)
    removeEventListener('visibilitychange', this.#lookAgain)
    clearTimeout(this.#timer)
    this.#mute()
    await this.#rounds
  }

  look(): void {
    this.#isAsked = true
    if (this.#stopping.signal.aborted) return
    this.#rounds ??= this.#lookUntilQuiet().finally(() => {
      this.#rounds = null
      if (this.#isAsked) this.look()
    })
  }

  /** Where there is no server, none will come by waiting. */
  readonly #lookAgain = (): void => {
    if (document.visibilityState === 'hidden') this.#mute()
    else if (this.#state !== 'off') this.look()
  }

  async #lookUntilQuiet(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#state === 'off') this.#show('connecting')
    let [end, problem]: [SyncEnd, StoreProblem | null] = ['away', null]
    let isKnown = false
    while (this.#isAsked) {
      this.#isAsked = false
      ;[end, problem] = await this.#attempt()
      const bookmark = await this.#parts.bookmarks.read()
      this.#cursor = bookmark?.pulled ?? 0
      isKnown = bookmark !== null
    }
    if (!this.#stopping.signal.aborted) this.#rest(end, isKnown, problem)
  }

  async #attempt(): Promise<[SyncEnd, StoreProblem | null]> {
    const { store, server, bookmarks, changed } = this.#parts
    const follower: Follower = {
      identity: () => store.identity(),
      since: (cursor, limit) => store.since(cursor, limit),
      keep: async (records) => {
        const count = await store.keep(records)
        if (count > 0) changed()
        return count
      },
    }
    try {
      return [await bringInStep(follower, server, bookmarks, this.#stopping.signal), null]
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error
      return ['away', error]
    }
  }

  /** Waits for what comes next. A server that was reached before is away; one that never was is none, though it may yet come. */
  #rest(end: SyncEnd, isKnown: boolean, problem: StoreProblem | null): void {
    const isUp = end === 'inStep' || end === 'refused'
    this.#show(isUp ? end : isKnown ? 'away' : 'off', problem)
    this.#failures = isUp ? 0 : this.#failures + 1
    if (end === 'inStep') this.#hear()
    else this.#mute()
    if (end === 'inStep') this.#lookIn(LOOK_EVERY_MILLISECONDS)
    else if (end === 'away' || (end === 'none' && isKnown)) this.#lookIn(waitAfter(this.#failures))
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.look(), milliseconds)
  }

  #hear(): void {
    if (document.visibilityState === 'hidden') return
    this.#silence ??= this.#parts.server.listen(
      (cursor) => {
        this.#losses = 0
        if (cursor !== this.#cursor) this.look()
      },
      () => {
        this.#silence = null
        this.#losses += 1
        if (this.#losses === 1) this.look()
        else this.#lookIn(waitAfter(this.#losses))
      },
    )
  }

  #mute(): void {
    this.#silence?.()
    this.#silence = null
  }

  #show(state: SyncState, problem: StoreProblem | null = null): void {
    if (state === this.#state && problem === null) return
    this.#state = state
    this.#parts.report(state, problem)
  }
}

/** Not everybody at once, when a server comes back. */
function waitAfter(failures: number): number {
  const longest = Math.min(FIRST_WAIT_MILLISECONDS * 2 ** (failures - 1), LONGEST_WAIT_MILLISECONDS)
  return (longest * (1 + Math.random())) / 2
}
