import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { z } from 'zod'
import type { Secret } from '../core/secret.ts'
import { pieceAfter } from '../jobs/sync.ts'
import { takeIn } from '../jobs/take-in.ts'
import type { Admissions } from '../ledger/admissions.ts'
import type { Store } from '../ledger/store.ts'
import type { Watch } from '../ledger/watch.ts'
import { entrySchema, pushSchema } from '../schema/exchange-schema.ts'
import { json, refusal, tooSoon, type Answer } from './answer.ts'
import { bodyOf } from './body.ts'
import { cookie, cookieName, tokenIn } from './cookie.ts'
import type { Events } from './events.ts'
import type { Invitations } from './invitations.ts'
import type { RateLimit } from './rate-limit.ts'

/** What the answers are made of. */
export interface Parts {
  readonly store: Store
  readonly admissions: Admissions
  readonly watch: Watch
  readonly events: Events
  readonly invitations: Invitations
  /** Of tries to come in. */
  readonly entries: RateLimit
  /** Browsers on other machines may come in, with a pairing code. */
  readonly isPairing: boolean
  readonly port: number
  /** ISO instant. */
  readonly now: () => string
  /** Of a clock that nobody sets. */
  readonly seconds: () => number
}

/** One request to the API. */
export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly query: URLSearchParams
  readonly address: string
  readonly isSecure: boolean
}

/** Answers; null where the response is taken over. */
type Act = (asked: Asked, parts: Parts) => Promise<Answer | null>

const ROUTES: Readonly<Record<string, Readonly<Partial<Record<string, Act>>>>> = {
  '/api/session': { GET: whoIsIt, POST: enter, DELETE: leave },
  '/api/sessions': { DELETE: letIn(everybodyOut) },
  '/api/records': { GET: letIn(give), POST: letIn(take) },
  '/api/events': { GET: letIn(tell) },
}

/** Answers a request to a path of the API. */
export async function answerApi(path: string, asked: Asked, parts: Parts): Promise<Answer | null> {
  const route = ROUTES[path]
  if (route === undefined) return refusal(404, 'not-found')
  const act = route[asked.request.method ?? '']
  return act?.(asked, parts) ?? refusal(405, 'wrong-method', { allow: Object.keys(route).join(', ') })
}

/** Only for browsers that are let in. */
function letIn(act: Act): Act {
  return async (asked, parts) => ((await isLetIn(asked, parts)) ? act(asked, parts) : refusal(401, 'not-let-in'))
}

const tokenOf = ({ request, isSecure }: Asked, { port }: Parts): Secret<string> | null =>
  tokenIn(request.headers.cookie, cookieName(isSecure, port))

async function isLetIn(asked: Asked, parts: Parts): Promise<boolean> {
  const token = tokenOf(asked, parts)
  return token !== null && parts.admissions.isAdmitted(token, parts.now())
}

const withCookie = (token: Secret<string> | null, { isSecure }: Asked, { port }: Parts): OutgoingHttpHeaders => ({
  'set-cookie': cookie(cookieName(isSecure, port), token, isSecure),
})

/** Whether this browser is let in, and then to which ledger; the browser keeps its cookie for longer. */
async function whoIsIt(asked: Asked, parts: Parts): Promise<Answer> {
  const isIn = await isLetIn(asked, parts)
  if (!isIn) return json(200, { letIn: false, pairing: parts.isPairing })
  const ledger = await parts.store.identity()
  return json(200, { letIn: true, ledger }, withCookie(tokenOf(asked, parts), asked, parts))
}

/** Lets a browser in that brings a one-time token or a pairing code. */
async function enter(asked: Asked, parts: Parts): Promise<Answer> {
  const wait = parts.entries.take(asked.address, parts.seconds())
  if (wait > 0) return tooSoon(wait)
  const entry = await valueOf(entrySchema, asked.request)
  if ('status' in entry) return entry
  const { value } = entry
  const { invitations, admissions } = parts
  const result =
    'token' in value
      ? invitations.acceptToken(value.token)
        ? 'accepted'
        : 'lapsed'
      : parts.isPairing
        ? invitations.acceptCode(value.code)
        : 'lapsed'
  if (result !== 'accepted') return refusal(403, result)
  const before = tokenOf(asked, parts)
  if (before !== null) await admissions.end(before)
  const token = await admissions.admit(parts.now())
  return json(200, { letIn: true, ledger: await parts.store.identity() }, withCookie(token, asked, parts))
}

async function leave(asked: Asked, parts: Parts): Promise<Answer> {
  const token = tokenOf(asked, parts)
  if (token !== null) await parts.admissions.end(token)
  return json(200, { letIn: false }, withCookie(null, asked, parts))
}

/** For a phone that was lost: every browser has to be let in anew. */
async function everybodyOut(asked: Asked, parts: Parts): Promise<Answer> {
  await parts.admissions.endAll()
  return json(200, { letIn: false }, withCookie(null, asked, parts))
}

/** What the ledger came to hold after a cursor. Who comes for it is here to stay, and keeps the cookie for longer. */
async function give(asked: Asked, parts: Parts): Promise<Answer> {
  const { query } = asked
  const { store, watch } = parts
  const after = Number(query.get('after') ?? '0')
  if (!Number.isSafeInteger(after) || after < 0) return refusal(400, 'malformed')
  const identity = await store.identity()
  if ((query.get('of') ?? identity) !== identity || after > watch.cursor()) return refusal(409, 'other-ledger')
  const piece = await pieceAfter(store, after)
  return json(200, { ledger: identity, ...piece }, withCookie(tokenOf(asked, parts), asked, parts))
}

/** Keeps what a browser has and the ledger has not: all of it or nothing. */
async function take({ request }: Asked, { store, watch }: Parts): Promise<Answer> {
  const push = await valueOf(pushSchema, request)
  if ('status' in push) return push
  const { identity, after, records } = push.value
  if (identity !== (await store.identity()) || after > watch.cursor()) return refusal(409, 'other-ledger')
  const cursor = await takeIn(store, records, after)
  if (cursor === null) return refusal(400, 'malformed')
  watch.look()
  return json(200, { cursor })
}

/** Tells a browser when there is something new. */
async function tell(asked: Asked, parts: Parts): Promise<Answer | null> {
  if (!parts.events.hasRoom()) return refusal(503, 'busy', { 'retry-after': '60' })
  parts.events.tell(asked.response, () => isLetIn(asked, parts))
  return null
}

/** What a request holds, in the shape that it must have, or why it is not taken. */
async function valueOf<Schema extends z.ZodType>(
  schema: Schema,
  request: IncomingMessage,
): Promise<{ readonly value: z.infer<Schema> } | Answer> {
  const body = await bodyOf(request)
  if (body === 'too-large') return refusal(413, 'too-large')
  const parsed = body === 'malformed' ? null : schema.safeParse(body.value)
  return parsed?.success === true ? { value: parsed.data } : refusal(400, 'malformed')
}
