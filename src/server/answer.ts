import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** What is sent back. */
export interface Answer {
  readonly status: number
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
}

/**
 * With every answer. Nothing may come from elsewhere, no script or style stands in a page, and nobody shows the app in a frame.
 * Trusted types are not asked for: the app names its service worker by its address, which is what they forbid.
 */
const SAFETY: OutgoingHttpHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'clipboard-read=(self), clipboard-write=(self), camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Why something is not done, for the app. */
export type Refusal =
  | 'foreign'
  | 'not-found'
  | 'wrong-method'
  | 'not-let-in'
  | 'malformed'
  | 'too-large'
  | 'other-ledger'
  | 'wrong'
  | 'lapsed'
  | 'too-soon'
  | 'busy'
  | 'store'
  | 'failed'

/** An answer for the app, which nobody keeps. */
export const json = (status: number, value: object, headers: OutgoingHttpHeaders = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
})

/** Says to the app why not. */
export const refusal = (status: number, error: Refusal, headers?: OutgoingHttpHeaders): Answer =>
  json(status, { error }, headers)

/** Says to come again after so many seconds. */
export const tooSoon = (seconds: number): Answer =>
  refusal(429, 'too-soon', { 'retry-after': String(Math.ceil(seconds)) })

/** Starts an answer whose body follows. */
export const begin = (response: ServerResponse, status: number, headers: OutgoingHttpHeaders): ServerResponse =>
  response.writeHead(status, { ...SAFETY, ...headers })

/** Sends an answer. */
export function send(response: ServerResponse, { status, headers = {}, body = '' }: Answer): void {
  const length = status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }
  begin(response, status, { ...headers, ...length }).end(response.req.method === 'HEAD' ? '' : body)
}

/** Less is not worth the time. */
const LEAST_COMPRESSED_CHARACTERS = 1024
const compress = promisify(gzip)

/** The same answer in less, where it is text and the browser takes it: it may be going to a phone. */
export async function compressed(
  answer: Answer,
  { 'accept-encoding': accepted }: IncomingHttpHeaders,
): Promise<Answer> {
  const { body = '', headers } = answer
  if (typeof body !== 'string' || body.length < LEAST_COMPRESSED_CHARACTERS || !accepts(accepted, 'gzip')) return answer
  return {
    ...answer,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: await compress(body),
  }
}

/** Whether a list of codings, as browsers send it, has this one. */
export const accepts = (list: string | string[] | undefined, coding: string): boolean =>
  String(list ?? '')
    .split(',')
    .some((each) => each.split(';', 1)[0]!.trim() === coding)
