/** Brings a ledger into step with another one: nothing here but a store, and what asks the other side. */
import { canonicalJson } from '../ledger/identity.ts'
import type { LedgerRecord } from '../ledger/records.ts'
import type { Store } from '../ledger/store.ts'

/** What a ledger must be able to do to be in step with another. */
export type Follower = Pick<Store, 'identity' | 'keep' | 'since'>

/** Some of what a ledger came to hold after a cursor, and where to go on from. */
export interface Piece {
  readonly records: readonly LedgerRecord[]
  readonly cursor: number
  /** Whether there was more at that moment. */
  readonly more: boolean
}

/**
 * What comes back from the other side: an answer; `away`: nobody answers now; `refused`: we are not let in; `none`: there is no
 * ledger there at all; `other`: it is not the ledger that was meant, or not as it was; `unfit`: these records are not taken.
 */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'away' | 'refused' | 'none' | 'other' | 'unfit' }

/** Another ledger, somewhere else. */
export interface Remote {
  /** Which ledger it is. */
  identity(): Promise<Reply<string>>
  /** What the ledger of this identity came to hold after a cursor of it. */
  pull(identity: string, after: number): Promise<Reply<Piece>>
  /**
   * Gives it records, all or none, having followed it as far as `after`. Answers how far it is followed now: beyond what was given, if
   * nobody else gave anything in between.
   */
  push(identity: string, records: readonly LedgerRecord[], after: number): Promise<Reply<number>>
}

/** How far two ledgers, of these identities, are in step. */
export interface Bookmark {
  readonly own: string
  readonly remote: string
  /** Cursor of the other ledger: what it came to hold up to there is held here. */
  readonly pulled: number
  /** Cursor of our own ledger: what it came to hold up to there is held there. */
  readonly pushed: number
}

/** Where the bookmark of the last remote is kept. What is written must be there after the process has ended. */
export interface Bookmarks {
  read(): Promise<Bookmark | null>
  write(bookmark: Bookmark): Promise<void>
}

/** How an attempt to come into step ended. */
export type SyncEnd = 'inStep' | 'away' | 'refused' | 'none'

/** It is another ledger each time it is asked: something else is wrong with it. */
const MOST_BEGINNINGS = 3

/**
 * Takes from another ledger what it has and we have not, and gives it what we have and it has not, until both are quiet. It may end
 * anywhere and begin again: a bookmark is moved only when what lies before it is kept on both sides, and what is given or taken twice
 * changes nothing. `signal` ends it as if nobody answered any more. Rejects with a `StoreProblem` of our own store, and only with that.
 */
export async function bringInStep(
  store: Follower,
  remote: Remote,
  bookmarks: Bookmarks,
  signal: AbortSignal,
): Promise<SyncEnd> {
  const own = await store.identity()
  let bookmark = await bookmarks.read()
  if (bookmark?.own !== own) bookmark = null
  for (let begun = 0; begun < MOST_BEGINNINGS; begun += 1) {
    if (bookmark === null) {
      const asked = await remote.identity()
      if (asked.kind !== 'answer') return endOf(asked)
      bookmark = { own, remote: asked.value, pulled: 0, pushed: 0 }
    }
    const end = await new Exchange(store, remote, bookmarks, bookmark, signal).run()
    if (end.kind !== 'other') return endOf(end)
    bookmark = null
  }
  return 'away'
}

type End = { readonly kind: 'inStep' } | Exclude<Reply<never>, { kind: 'answer' }>

/** Whoever says that something is unfit or another one where that makes no sense is not who was meant to be there. */
function endOf({ kind }: End): SyncEnd {
  return kind === 'other' || kind === 'unfit' ? 'away' : kind
}

/** One attempt with one remote. */
class Exchange {
  readonly #store: Follower
  readonly #remote: Remote
  readonly #bookmarks: Bookmarks
  readonly #signal: AbortSignal
  #bookmark: Bookmark

  constructor(store: Follower, remote: Remote, bookmarks: Bookmarks, bookmark: Bookmark, signal: AbortSignal) {
    this.#store = store
    this.#remote = remote
    this.#bookmarks = bookmarks
    this.#bookmark = bookmark
    this.#signal = signal
  }

  async run(): Promise<End> {
    while (!this.#signal.aborted) {
      const { remote, pulled } = this.#bookmark
      const reply = await this.#remote.pull(remote, pulled)
      if (reply.kind !== 'answer') return reply
      const { records, cursor, more } = reply.value
      if (records.length > 0) await this.#store.keep(records)
      await this.#move({ pulled: cursor })
      const given = await this.#give(new Set(records.map(canonicalJson)))
      if (given.kind !== 'answer') return given
      if (!more && given.value === 0) return { kind: 'inStep' }
    }
    return { kind: 'away' }
  }

  /** Gives everything new of our own but what has just arrived from there; how many records. */
  async #give(arrived: ReadonlySet<string>): Promise<Reply<number>> {
    let count = 0
    for (;;) {
      const { records, cursor, more } = await pieceAfter(this.#store, this.#bookmark.pushed)
      const news = records.filter((record) => !arrived.has(canonicalJson(record)))
      const sent = await this.#push(news)
      if (sent.kind !== 'answer') return sent
      if (cursor !== this.#bookmark.pushed) await this.#move({ pulled: sent.value, pushed: cursor })
      count += news.length
      if (!more) return { kind: 'answer', value: count }
    }
  }

  /** Gives records; one that is not taken stays here, and keeps no other from being given. How far the other side is followed then. */
  async #push(records: readonly LedgerRecord[]): Promise<Reply<number>> {
    let { pulled } = this.#bookmark
    const waiting = [records]
    for (let some = waiting.pop(); some !== undefined; some = waiting.pop()) {
      if (some.length === 0) continue
      if (this.#signal.aborted) return { kind: 'away' }
      const reply = await this.#remote.push(this.#bookmark.remote, some, pulled)
      if (reply.kind === 'answer') pulled = reply.value
      else if (reply.kind !== 'unfit') return reply
      else if (some.length > 1) {
        const half = Math.ceil(some.length / 2)
        waiting.push(some.slice(half), some.slice(0, half))
      }
    }
    return { kind: 'answer', value: pulled }
  }

  async #move(moved: Partial<Bookmark>): Promise<void> {
    this.#bookmark = { ...this.#bookmark, ...moved }
    await this.#bookmarks.write(this.#bookmark)
  }
}

/** Most readings are small, evidence may be large: so many are tried until they fit. */
const RECORDS_AT_ONCE = [256, 16, 1]
/** Characters of JSON in one piece, unless a single record has more. */
const MOST_PIECE_CHARACTERS = 1_000_000

/** What a store came to hold after a cursor, as much as is carried at a time. */
export async function pieceAfter(store: Pick<Store, 'since'>, after: number): Promise<Piece> {
  for (const limit of RECORDS_AT_ONCE) {
    const { records, cursor } = await store.since(after, limit)
    if (records.length > 1 && JSON.stringify(records).length > MOST_PIECE_CHARACTERS) continue
    return { records, cursor, more: records.length === limit }
  }
  return { records: [], cursor: after, more: false }
}
