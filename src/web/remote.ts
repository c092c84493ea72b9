/** The ledger behind `nokori serve`, as a page of it asks for it. */
import type { Piece, Remote, Reply } from '../jobs/sync.ts'
import type { LedgerRecord } from '../ledger/records.ts'

/** A whole piece over a throttled line takes less. */
const TIMEOUT_MILLISECONDS = 60_000
/** What statuses mean; whatever else comes passes by itself. */
const MEANINGS: Readonly<Record<number, 'refused' | 'none' | 'other' | 'unfit'>> = {
  400: 'unfit',
  401: 'refused',
  403: 'refused',
  404: 'none',
  405: 'none',
  409: 'other',
  413: 'unfit',
  421: 'refused',
}

/** How an attempt to be let in ended: `lapsed`: that token or code holds no more; `tooSoon`: too many tries, wait a little. */
export type Entry = 'in' | 'wrong' | 'lapsed' | 'tooSoon' | 'away'

/** Whether this browser is let in; if not, whether a pairing code would help. Null where no server answers. */
export type Session = { readonly letIn: true } | { readonly letIn: false; readonly pairing: boolean } | null

/** What a page can ask of the server that it came from. */
export interface Server extends Remote {
  session(): Promise<Session>
  /** Asks to be let in, by the token of a printed address or by a pairing code. */
  enter(key: { readonly token: string } | { readonly code: string }): Promise<Entry>
  /** This browser is let in no more; with `everywhere` no browser is. */
  leave(everywhere: boolean): Promise<boolean>
  /** Hears each cursor of the ledger as it changes; `lost` is called when the connection is. The answer ends it. */
  listen(changed: (cursor: number) => void, lost: () => void): () => void
}

/** The server whose API lies at an address: the folder "api" beside the app's. */
export function serverAt(api: URL): Server {
  const ask = (path: string, method = 'GET', body?: object): Promise<Response | null> =>
    fetch(new URL(path, api), {
      method,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch(() => null)

  return {
    async identity() {
      const reply = await replyOf<{ letIn: boolean; ledger?: string }>(await ask('session'))
      if (reply.kind !== 'answer') return reply
      const { letIn, ledger } = reply.value
      return letIn && ledger !== undefined ? { kind: 'answer', value: ledger } : { kind: 'refused' }
    },
    async pull(identity, after) {
      const query = new URLSearchParams({ of: identity, after: `${after}` })
      return replyOf<Piece>(await ask(`records?${query}`))
    },
    async push(identity: string, records: readonly LedgerRecord[], after: number) {
      const reply = await replyOf<{ cursor: number }>(await ask('records', 'POST', { identity, after, records }))
      return reply.kind === 'answer' ? { kind: 'answer', value: reply.value.cursor } : reply
    },
    async session() {
      const reply = await replyOf<NonNullable<Session>>(await ask('session'))
      return reply.kind === 'answer' ? reply.value : null
    },
    async enter(key) {
      const response = await ask('session', 'POST', key)
      if (response?.ok === true) return 'in'
      if (response?.status === 429) return 'tooSoon'
      const { error } = ((await response?.json().catch(() => null)) ?? {}) as { error?: string }
      return error === 'wrong' || error === 'lapsed' ? error : 'away'
    },
    async leave(everywhere) {
      return (await ask(everywhere ? 'sessions' : 'session', 'DELETE'))?.ok ?? false
    },
    listen(changed, lost) {
      const events = new EventSource(new URL('events', api))
      events.addEventListener('message', ({ data }) => changed(Number(data)))
      events.addEventListener('error', () => {
        events.close()
        lost()
      })
      return () => events.close()
    },
  }
}

/** What an answer means. One that is no JSON comes from somebody else: a host of the app's files, or of a wireless network. */
async function replyOf<T>(response: Response | null): Promise<Reply<T>> {
  if (response === null) return { kind: 'away' }
  if (!response.ok) return { kind: MEANINGS[response.status] ?? 'away' }
  if (response.headers.get('content-type')?.startsWith('application/json') !== true) return { kind: 'none' }
  const value = await response.json().catch(() => null)
  return value === null ? { kind: 'away' } : { kind: 'answer', value: value as T }
}

/** The token in an address that `nokori serve` has printed, taken out of the address and its history; null where there is none. */
export function takeToken(): string | null {
  const token = /^#token=([\w-]+)$/u.exec(location.hash)?.[1] ?? null
  if (token !== null) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}
