import type { ServerResponse } from 'node:http'
import type { Watch } from '../ledger/watch.ts'
import { begin } from './answer.ts'

/** A browser has six connections to a server, and a household a few browsers. */
const MOST_LISTENERS = 64
/** Proxies end a connection on which nothing is said for a minute. */
const HEARTBEAT_MILLISECONDS = 20_000
/** More than this waits only for who has stopped to take it. */
const MOST_WAITING_BYTES = 16 * 1024
/** When a browser comes back after the connection was lost. */
const RETRY_MILLISECONDS = 5000

const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  // No proxy is to wait until there is more.
  'x-accel-buffering': 'no',
  // The connection ends with what is told, not some time later.
  connection: 'close',
}

/** Tells browsers when the ledger has changed, as server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class Events {
  readonly #watch: Watch
  readonly #listeners = new Map<ServerResponse, () => Promise<boolean>>()
  #rest: (() => void) | null = null

  constructor(watch: Watch) {
    this.#watch = watch
  }

  /** Whether one more can be told. */
  hasRoom(): boolean {
    return this.#listeners.size < MOST_LISTENERS
  }

  /** Tells a browser the cursor of now, and each that follows, as long as it stays let in. */
  tell(response: ServerResponse, isLetIn: () => Promise<boolean>): void {
    const first = eventOf(this.#watch.cursor())
    begin(response, 200, HEADERS).write(`retry: ${RETRY_MILLISECONDS}\n${first}`)
    this.#listeners.set(response, isLetIn)
    response.on('close', () => this.#forget(response))
    this.#rest ??= this.#begin()
  }

  /** Ends with everybody. */
  end(): void {
    for (const response of this.#listeners.keys()) {
      response.end()
      this.#forget(response)
    }
  }

  #begin(): () => void {
    const unfollow = this.#watch.follow((cursor) => this.#write(eventOf(cursor)))
    const heart = setInterval(() => {
      this.#write(':\n\n')
      void this.#showOut()
    }, HEARTBEAT_MILLISECONDS)
    return () => {
      unfollow()
      clearInterval(heart)
    }
  }

  #write(text: string): void {
    for (const response of this.#listeners.keys()) {
      if (response.writableLength > MOST_WAITING_BYTES) response.destroy()
      else response.write(text)
    }
  }

  /** Who is not let in any more hears no more. */
  async #showOut(): Promise<void> {
    for (const [response, isLetIn] of this.#listeners) if (!(await isLetIn().catch(() => true))) response.end()
  }

  #forget(response: ServerResponse): void {
    this.#listeners.delete(response)
    if (this.#listeners.size > 0) return
    this.#rest?.()
    this.#rest = null
  }
}

const eventOf = (cursor: number): string => `data: ${cursor}\n\n`
