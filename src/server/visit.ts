import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

/** How the server can be reached. */
export interface Door {
  /** It speaks https itself. */
  readonly isTls: boolean
  /** Where a reverse proxy shows it, by https; null where there is none. */
  readonly publicUrl: URL | null
}

/**
 * Who asks, as far as it matters: `known`: for a name that is ours, over a way on which nobody reads along; `plain`: over plain http from
 * another machine; `stranger`: for a name that is not ours, as a page does that has its own name lead to this machine.
 */
export type Visit =
  | { readonly kind: 'known'; readonly origin: string; readonly isSecure: boolean }
  | { readonly kind: 'plain' | 'stranger' }

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8)
LOOPBACK.addAddress('::1', 'ipv6')

/** Whether an address is one of this machine that nobody else reaches. */
export const isLoopback = (address: string): boolean => LOOPBACK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/**
 * Looks at where a request comes from and which name it asks for. No Forwarded or X-Forwarded header counts: whoever reaches the server
 * can send one. A proxy has to pass on Host as it came, and is known by that.
 */
export function visitOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, door: Door): Visit {
  const host = headers.host?.toLowerCase() ?? ''
  if (door.publicUrl?.host === host) return { kind: 'known', origin: door.publicUrl.origin, isSecure: true }
  const isHere = isLoopback(socket.remoteAddress ?? '')
  if (!door.isTls && !isHere) return { kind: 'plain' }
  const asked = URL.parse(`${door.isTls ? 'https' : 'http'}://${host}`)
  if (asked === null || asked.host !== host || !isOwnName(asked.hostname, socket.localAddress ?? ''))
    return { kind: 'stranger' }
  return { kind: 'known', origin: asked.origin, isSecure: door.isTls }
}

/** `localhost`, or the very address at which the server was reached: no other machine's name can stand for that. */
function isOwnName(hostname: string, localAddress: string): boolean {
  const address = hostname.replace(/^\[|\]$/gu, '')
  return hostname === 'localhost' || address === plainAddress(localAddress)
}

/** An IPv4 address as IPv6 sockets have it is the same address; so is one that names its network card. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:/iu, '').replace(/%.*$/u, '')

/** Whether a page that the server itself has sent asks, or a person; what other pages make a browser ask says so. */
export function isOwnPage({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>, origin: string): boolean {
  const { origin: from, 'sec-fetch-site': site } = headers
  const isLooking = method === 'GET' || method === 'HEAD'
  const isSameSite = site === 'same-origin' || (site === 'none' && isLooking)
  if (from !== undefined) return from === origin && (site === undefined || isSameSite)
  return site === undefined ? isLooking : isSameSite
}

/** Whether somebody opens a page, which a link from anywhere may do. */
export const isOpening = ({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>): boolean =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
