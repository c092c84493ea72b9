import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { StoreProblem } from '../ledger/store.ts'
import { answerApi, type Parts } from './api.ts'
import { compressed, refusal, send, tooSoon, type Answer } from './answer.ts'
import { Events } from './events.ts'
import { explain } from './explain.ts'
import { Invitations } from './invitations.ts'
import { RateLimit } from './rate-limit.ts'
import { answerFile, type StaticFiles } from './static-files.ts'
import { isLoopback, isOpening, isOwnPage, plainAddress, visitOf, type Door } from './visit.ts'

/** What is served, and how it is reached. */
export interface ServerOptions extends Pick<Parts, 'store' | 'admissions' | 'watch' | 'now'> {
  readonly files: StaticFiles
  /** An address of this machine. */
  readonly listen: string
  /** 0: any that is free. */
  readonly port: number
  /** Certificate and key in PEM; null for plain http. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null
  readonly publicUrl: URL | null
  /** Hears of what went wrong with an answer. */
  readonly report: (error: unknown) => void
  readonly limits?: Partial<typeof LIMITS>
}

/** A server that runs. */
export interface RunningServer {
  readonly port: number
  readonly invitations: Invitations
  /** Browsers on other machines may come in. */
  readonly isPairing: boolean
  /** Ends what is under way within seconds, and everything else at once. */
  stop(): Promise<void>
}

/** How long anybody may take. A browser that is slow because its network is sends its few bytes in less. */
export const LIMITS = {
  headersMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  /** Without a byte in either direction; longer than between two heartbeats. */
  silenceMilliseconds: 60_000,
  /** To take an answer: a page over a throttled line needs some ten seconds. */
  answerMilliseconds: 120_000,
  checkMilliseconds: 2000,
  endMilliseconds: 2000,
}
const MOST_CONNECTIONS = 256
/** A page is some dozen files, and a ledger comes in a few pieces a second. */
const [REQUESTS, ALL_REQUESTS] = [
  { most: 240, perSecond: 40 },
  { most: 960, perSecond: 160 },
]
/** A person types a code once in a while. */
const [ENTRIES, ALL_ENTRIES] = [
  { most: 5, perSecond: 1 / 12 },
  { most: 10, perSecond: 1 / 3 },
]
const SECOND_MILLISECONDS = 1000

/** Starts the server; rejects with what the system says where it may not listen, and with what TLS says of a bad certificate. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, admissions, watch, now, tls, publicUrl, listen } = options
  const limits = { ...LIMITS, ...options.limits }
  const door: Door = { isTls: tls !== null, publicUrl }
  const seconds = (): number => performance.now() / SECOND_MILLISECONDS
  const requests = new RateLimit(REQUESTS, ALL_REQUESTS)
  const events = new Events(watch)
  const invitations = new Invitations(() => performance.now())
  const isPairing = publicUrl !== null || (tls !== null && !isLoopback(listen))
  const entries = new RateLimit(ENTRIES, ALL_ENTRIES)
  const parts = { store, admissions, watch, events, invitations, entries, isPairing, now, seconds }
  const underWay = new Set<Promise<void>>()

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = plainAddress(request.socket.remoteAddress ?? '')
    try {
      const wait = requests.take(address, seconds())
      const found =
        wait > 0
          ? tooSoon(wait)
          : await answerTo({ request, response, address }, door, options.files, { ...parts, port })
      const ready = found && (await compressed(found, request.headers))
      if (ready === null || response.destroyed) return
      const cut = setTimeout(() => response.destroy(), limits.answerMilliseconds)
      response.once('close', () => clearTimeout(cut))
      send(response, ready)
    } catch (error) {
      // Who has hung up hears no answer, and nothing of ours went wrong.
      if (response.destroyed) return
      options.report(error)
      if (response.headersSent) response.destroy()
      else send(response, error instanceof StoreProblem ? refusal(503, 'store') : refusal(500, 'failed'))
    }
  }
  const server = listener(tls, limits, (request, response) => {
    const answered = answer(request, response).finally(() => underWay.delete(answered))
    underWay.add(answered)
  })
  const port = await listening(server, options)
  return {
    port,
    invitations,
    isPairing,
    stop: async () => {
      const closed = new Promise<unknown>((resolve) => void server.close(resolve))
      events.end()
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), limits.endMilliseconds)
      await closed
      clearTimeout(cut)
      await Promise.allSettled(underWay)
    },
  }
}

/** The answer to whoever asks; null where the response is taken over. */
async function answerTo(
  { request, response, address }: { request: IncomingMessage; response: ServerResponse; address: string },
  door: Door,
  files: StaticFiles,
  parts: Parts,
): Promise<Answer | null> {
  const visit = visitOf(request, door)
  if (visit.kind !== 'known') return explain(visit.kind, request.headers['accept-language'])
  const [path = '', search = ''] = (request.url ?? '').split('?', 2)
  const isApi = path.startsWith('/api/')
  const mayComeFromAnywhere = !isApi && isOpening(request)
  if (!mayComeFromAnywhere && !isOwnPage(request, visit.origin)) return refusal(403, 'foreign')
  if (isApi) {
    const { isSecure } = visit
    return answerApi(path, { request, response, query: new URLSearchParams(search), address, isSecure }, parts)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'wrong-method', { allow: 'GET, HEAD' })
  return answerFile(files, path, request.headers)
}

function listener(
  tls: ServerOptions['tls'],
  limits: typeof LIMITS,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const settings = {
    headersTimeout: limits.headersMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: limits.checkMilliseconds,
  }
  const server =
    tls === null
      ? createServer(settings, answer)
      : createTlsServer({ ...settings, ...tls, handshakeTimeout: limits.headersMilliseconds }, answer)
  server.setTimeout(limits.silenceMilliseconds)
  server.maxConnections = MOST_CONNECTIONS
  return server
}

const listening = (server: Server, { listen, port }: ServerOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, listen, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
