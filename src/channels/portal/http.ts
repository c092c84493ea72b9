import { CookieJar } from 'tough-cookie'
import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import { encodeForm } from './encode-form.ts'
import { pageFromHtml } from './html-page.ts'
import type { Engine, PortalPage } from './page.ts'
import { send, type Received } from './request.ts'
import { isOfSites, type Sites } from './sites.ts'

/** Whom a server sees; honest, and without a version that would tell one person from another. */
const USER_AGENT = 'Mozilla/5.0 (compatible; Nokori)'
const MOST_REDIRECTIONS = 10

interface Request {
  readonly address: string
  readonly method: 'GET' | 'POST'
  readonly body: string | null
  readonly isSecret: boolean
  readonly referrer: string | null
}

/** What plain requests can do: documents, cookies, redirections, forms; no script. `session` is what an earlier one gave back. */
export async function httpEngine(sites: Sites, session: string | null, signal?: AbortSignal): Promise<Engine> {
  const jar = session === null ? new CookieJar() : await CookieJar.deserialize(session)
  let bytesReceived = 0

  const answer = async (request: Request): Promise<Outcome<PortalPage>> => {
    let { address, method, body } = request
    for (let hops = 0; hops <= MOST_REDIRECTIONS; hops += 1) {
      if (request.isSecret && body !== null && !isOfSites(address, sites)) return failed('changed')
      const received = await ask(address, method, body, request.referrer)
      if (received === null) return failed('unreachable')
      bytesReceived += received.bytesReceived
      for (const cookie of received.headers['set-cookie'] ?? [])
        await jar.setCookie(cookie, address, { ignoreError: true })
      const next = redirection(received, address)
      if (next === null) return pageOf(received, address)
      // 307 and 308 send the same again; all others only look.
      if (received.status !== 307 && received.status !== 308) [method, body] = ['GET', null]
      address = next
    }
    return failed('unreachable')
  }

  const ask = async (
    address: string,
    method: Request['method'],
    body: string | null,
    referrer: string | null,
  ): Promise<Received | null> => {
    const cookies = await jar.getCookieString(address)
    const headers = {
      'user-agent': USER_AGENT,
      accept: 'text/html,application/xhtml+xml',
      'accept-language': 'ja,en;q=0.5',
      ...(cookies === '' ? {} : { cookie: cookies }),
      ...(referrer === null ? {} : { referer: referrer }),
      ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    return send({ address, method, headers, body, signal }).catch(() => null)
  }

  return {
    open: (address) => answer({ address, method: 'GET', body: null, isSecret: false, referrer: null }),
    follow: (page, link) =>
      answer({ address: link.address, method: 'GET', body: null, isSecret: false, referrer: originOf(page.address) }),
    submit(page, form, typed, button, isSecret) {
      const to = button?.address ?? form.address
      const fields = encodeForm(form, typed, button)
      const referrer = originOf(page.address)
      if (form.method === 'POST') return answer({ address: to, method: 'POST', body: fields, isSecret, referrer })
      // What stands in an address stands in logs: a secret is never sent so.
      if (isSecret) return Promise.resolve(failed('changed'))
      const url = new URL(to)
      url.search = fields
      return answer({ address: url.href, method: 'GET', body: null, isSecret, referrer })
    },
    session: async () => JSON.stringify(await jar.serialize()),
    get bytesReceived() {
      return bytesReceived
    },
    close: () => Promise.resolve(),
  }
}

/** No more than where one comes from. */
const originOf = (address: string): string => `${new URL(address).origin}/`

function redirection({ status, headers: { location } }: Received, address: string): string | null {
  const url = status >= 300 && status < 400 && location !== undefined ? URL.parse(location, address) : null
  return url !== null && /^https?:$/u.test(url.protocol) ? url.href : null
}

function pageOf({ status, headers, bytes }: Received, address: string): Outcome<PortalPage> {
  const contentType = headers['content-type'] ?? 'text/html'
  const retryAfter = retryTime(headers['retry-after'])
  const page = pageFromHtml({ address, status, retryAfter, bytes, contentType })
  return page === null ? failed('changed') : succeeded(page)
}

/** A Retry-After header: seconds or a date. */
function retryTime(header: string | undefined): string | null {
  if (header === undefined) return null
  const time = /^\d{1,7}$/u.test(header) ? Date.now() + Number(header) * 1000 : Date.parse(header)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
