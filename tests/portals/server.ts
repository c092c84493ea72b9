/** Plays a portal on this machine: one server for it, one for its sign-in where that stands elsewhere, one that is somebody else's. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newCounters, type Counters } from './counters.ts'
import type { Fault } from './faults.ts'
import { replyTo } from './answer.ts'
import { OWNER_AS_USER } from './owner.ts'
import type { Origins, Portal, User } from './portal.ts'
import { Sessions } from './sessions.ts'
import { write } from './write.ts'

export interface PortalOptions {
  readonly fault?: Fault | null
  /** Where a fault of the network or the server shows: on every page, or on those behind the door. */
  readonly at?: 'door' | 'inside'
  /** Who can sign in; the owner, where nobody is named. */
  readonly users?: readonly User[]
  /** Visits come over the line itself: Wi-Fi is off. */
  readonly isOverLine?: boolean
  /** Between the pieces of a slow answer. */
  readonly pauseMilliseconds?: number
}

export interface RunningPortal {
  /** Where it begins. */
  readonly address: string
  /** Origins beside that of the address that may receive its secrets. */
  readonly loginSites: readonly string[]
  readonly origins: Origins
  readonly counters: Counters
  /** What was asked for, without what stood in the address: "GET /login". */
  readonly trail: readonly string[]
  /** Forgets who is signed in, as servers do over night. */
  endSessions(): void
  stop(): Promise<void>
}

/** What the servers of one portal share. */
export interface World {
  readonly portal: Portal
  readonly fault: Fault | null
  readonly at: 'door' | 'inside'
  readonly users: readonly User[]
  readonly isOverLine: boolean
  readonly pauseMilliseconds: number
  readonly origins: Origins
  readonly counters: Counters
  readonly trail: string[]
  readonly sessions: Sessions
  readonly failures: Map<User | null, number>
}

export type Site = keyof Origins

/** Starts a portal on loopback; it ends with `stop`. */
export async function startPortal(portal: Portal, options: PortalOptions = {}): Promise<RunningPortal> {
  const { fault = null, at = 'door', users = [OWNER_AS_USER], isOverLine = false, pauseMilliseconds = 40 } = options
  const sites: readonly Site[] = ['portal', ...(portal.hasLoginSite ? (['login'] as const) : []), 'foreign']
  const servers = new Map<Site, Server>()
  let world: World | null = null
  for (const site of sites) servers.set(site, await listening((...exchange) => void serve(world!, site, ...exchange)))
  const origin = (site: Site): string => originOf(servers.get(site) ?? servers.get('portal')!)
  const origins = { portal: origin('portal'), login: origin('login'), foreign: origin('foreign') }
  const counters = newCounters()
  const trail: string[] = []
  const sessions = new Sessions()
  const failures = new Map<User | null, number>()
  world = { portal, fault, at, users, isOverLine, pauseMilliseconds, origins, counters, trail, sessions, failures }
  return {
    address: `${origins.portal}/`,
    loginSites: portal.hasLoginSite ? [origins.login] : [],
    origins,
    counters,
    trail,
    endSessions: () => sessions.endAll(),
    stop: async () => void (await Promise.all([...servers.values()].map(stopped))),
  }
}

const listening = (serveOne: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(serveOne)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const stopped = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

async function serve(world: World, site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(request.url ?? '/', world.origins[site])
  const method = request.method ?? 'GET'
  world.counters.requests += 1
  world.trail.push(`${method} ${site === 'portal' ? '' : `(${site}) `}${url.pathname}`)
  const cookies = new Map(
    (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=', 2) as [string, string]),
  )
  const asked = { site, url, isPost: method === 'POST', body: Buffer.concat(chunks), cookies, headers: request.headers }
  const { reply, isInTrouble } = replyTo(world, asked)
  await write(response, reply, {
    charset: world.portal.charset,
    charsetIn: world.portal.charsetIn,
    compression: world.portal.compression,
    accepts: request.headers['accept-encoding'] ?? '',
    fault: isInTrouble ? world.fault : null,
    pauseMilliseconds: world.pauseMilliseconds,
  })
}
