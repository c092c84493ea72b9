import type { BrowserContext } from 'playwright-core'
import { CookieJar } from 'tough-cookie'

type Cookie = Awaited<ReturnType<BrowserContext['cookies']>>[number]

/** Cookies in the form in which plain requests keep them: a visit goes on in either. */
export async function sessionFrom(cookies: readonly Cookie[]): Promise<string> {
  const jar = new CookieJar()
  for (const { name, value, domain, path, expires, secure, httpOnly } of cookies) {
    const host = domain.replace(/^\./u, '')
    const parts = [
      `${name}=${value}`,
      `Path=${path}`,
      ...(domain.startsWith('.') ? [`Domain=${host}`] : []),
      ...(expires > 0 ? [`Expires=${new Date(expires * 1000).toUTCString()}`] : []),
      ...(secure ? ['Secure'] : []),
      ...(httpOnly ? ['HttpOnly'] : []),
    ]
    await jar.setCookie(parts.join('; '), `${secure ? 'https' : 'http'}://${host}${path}`, { ignoreError: true })
  }
  return JSON.stringify(await jar.serialize())
}

/** The other way round. */
export async function cookiesFrom(session: string): Promise<Parameters<BrowserContext['addCookies']>[0]> {
  const jar = await CookieJar.deserialize(session)
  const { cookies } = (await jar.serialize()) as unknown as { readonly cookies: readonly KeptCookie[] }
  return cookies.map(({ key, value, domain, path = '/', secure = false, httpOnly = false, hostOnly, expires }) => ({
    name: key,
    value,
    domain: hostOnly === false ? `.${domain}` : domain,
    path,
    secure,
    httpOnly,
    expires: expires === undefined || expires === 'Infinity' ? -1 : Date.parse(expires) / 1000,
  }))
}

/** A cookie as tough-cookie writes it down. */
interface KeptCookie {
  readonly key: string
  readonly value: string
  readonly domain: string
  readonly path?: string
  readonly secure?: boolean
  readonly httpOnly?: boolean
  readonly hostOnly?: boolean
  readonly expires?: string
}
