import { CookieJar } from 'tough-cookie'
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core'
import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import { SEND, SEND_AGAIN, SNAPSHOT, TYPE } from './browser-script.ts'
import { sentBy } from './encode-form.ts'
import { pageFromHtml } from './html-page.ts'
import { MOST_BYTES, type Engine, type PortalPage } from './page.ts'
import { isOfSites, type Sites } from './sites.ts'

const LIMIT_MILLISECONDS = 30_000
/** A page that asks for nothing any more for so long has drawn what it shows. */
const QUIET_MILLISECONDS = 120
const LONGEST_DRAWING_MILLISECONDS = 8000
/** Shorter values stand in many requests by chance. */
const SHORTEST_SECRET = 3
/** Nothing that only looks nice is fetched. */
const UNWANTED = new Set(['image', 'font', 'media'])

/** A browser that several lines use, each in a context of its own. */
export interface SharedBrowser {
  engine(sites: Sites, session: string | null): Promise<Engine>
  close(): Promise<void>
}

/** Starts the browser at a path; null where it does not start. */
export async function openBrowser(path: string, isVisible = false): Promise<SharedBrowser | null> {
  const { chromium } = await import('playwright-core')
  // Whoever is root has no sandbox to give.
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const browser = await chromium.launch({ executablePath: path, headless: !isVisible, args }).catch(() => null)
  if (browser === null) return null
  return {
    engine: (sites, session) => browserEngine(browser, sites, session),
    close: () => browser.close(),
  }
}

async function browserEngine(browser: Browser, sites: Sites, session: string | null): Promise<Engine> {
  const context = await browser.newContext({ locale: 'ja-JP' })
  if (session !== null) await context.addCookies(await cookiesFrom(session))
  const page = await context.newPage()
  page.setDefaultTimeout(LIMIT_MILLISECONDS)
  const visit = new Visit(page, sites)
  await visit.watch(context)
  return {
    open: (address) => visit.after(() => page.goto(address, { waitUntil: 'domcontentloaded' })),
    follow(_, { address }) {
      const [, click] = /#nokori-click-(\d+)$/u.exec(address) ?? []
      return visit.after(() =>
        click === undefined
          ? page.goto(address, { waitUntil: 'domcontentloaded' })
          : page.locator(`[data-nokori-click="${click}"]`).click(),
      )
    },
    submit: (...what) => visit.send(...what),
    session: async () => sessionFrom(await context.cookies()),
    get bytesReceived() {
      return visit.bytesReceived
    },
    close: () => context.close(),
  }
}

/** One page of one context, and what goes over the network for it. */
class Visit {
  bytesReceived = 0
  readonly #page: Page
  readonly #sites: Sites
  #status = 200
  #waiting = 0
  #lastChange = 0
  #secrets: string[] = []
  #isLeaking = false

  constructor(page: Page, sites: Sites) {
    this.#page = page
    this.#sites = sites
  }

  async watch(context: BrowserContext): Promise<void> {
    await context.route('**/*', (route, request) => this.#pass(route, request))
    const change = (by: number) => (): void => {
      this.#waiting += by
      this.#lastChange = performance.now()
    }
    this.#page.on('request', change(1))
    this.#page.on('requestfailed', change(-1))
    this.#page.on('requestfinished', (request) => {
      change(-1)()
      void request.sizes().then(
        ({ responseBodySize }) => (this.bytesReceived += responseBodySize),
        () => {},
      )
    })
    this.#page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.frame() === this.#page.mainFrame())
        this.#status = response.status()
    })
  }

  /** Lets a request out, unless it is for nothing but looks, or would carry what was typed to somebody else, or in an address. */
  async #pass(route: Route, request: Request): Promise<void> {
    const hasSecrets = this.#holdsSecrets(request.postData() ?? '')
    const isLeak = this.#holdsSecrets(request.url()) || (hasSecrets && !isOfSites(request.url(), this.#sites))
    this.#isLeaking ||= isLeak
    if (isLeak || UNWANTED.has(request.resourceType())) return route.abort()
    if (!hasSecrets) return route.continue()
    // A redirection that sends the same again goes past every route: it is not taken.
    const response = await route.fetch({ maxRedirects: 0 })
    const sendsAgain = response.status() === 307 || response.status() === 308
    this.#isLeaking ||= sendsAgain
    return sendsAgain ? route.abort() : route.fulfill({ response })
  }

  #holdsSecrets(text: string): boolean {
    return this.#secrets.some((secret) => text.includes(secret) || decoded(text).includes(secret))
  }

  /** Does something, waits until the page is drawn, and looks at it. */
  async after(action: () => Promise<unknown>): Promise<Outcome<PortalPage>> {
    try {
      this.#lastChange = performance.now()
      await action()
      await this.#isDrawn()
      if (this.#isLeaking) return failed('changed')
      const html = await this.#page.evaluate<string>(SNAPSHOT)
      const bytes = Buffer.from(html)
      if (bytes.length > MOST_BYTES) return failed('changed')
      const page = pageFromHtml({
        address: this.#page.url(),
        status: this.#status,
        retryAfter: null,
        bytes,
        contentType: 'text/html; charset=utf-8',
      })
      return page === null ? failed('changed') : succeeded(page)
    } catch {
      return failed(this.#isLeaking ? 'changed' : 'unreachable')
    }
  }

  send(...[on, form, typed, button, isSecret]: Parameters<Engine['submit']>): Promise<Outcome<PortalPage>> {
    if (isSecret) this.#secrets = [...typed.values()].filter((value) => value.length > SHORTEST_SECRET)
    return this.after(async () => {
      // A page of an earlier visit is not open any more: what its form would send is sent all the same.
      if (this.#page.url() !== on.address) {
        await this.#page.goto(on.address, { waitUntil: 'domcontentloaded' })
        const to = button?.address ?? form.address
        return this.#run(SEND_AGAIN, [to, form.method, sentBy(form, typed, button)])
      }
      await this.#run(TYPE, [...typed])
      await this.#run(SEND, [on.forms.indexOf(form), button === null ? -1 : form.buttons.indexOf(button)])
    })
  }

  #run(script: string, argument: unknown): Promise<void> {
    return this.#page.evaluate(`(${script})(${JSON.stringify(argument)})`)
  }

  async #isDrawn(): Promise<void> {
    const began = performance.now()
    while (performance.now() - began < LONGEST_DRAWING_MILLISECONDS) {
      if (this.#waiting <= 0 && performance.now() - this.#lastChange >= QUIET_MILLISECONDS) break
      await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS / 4))
    }
    await this.#page.waitForLoadState('domcontentloaded')
  }
}

/** What an address or a form says, without its encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

type Cookie = Awaited<ReturnType<BrowserContext['cookies']>>[number]

/** Cookies in the form in which plain requests keep them: a visit goes on in either. */
async function sessionFrom(cookies: readonly Cookie[]): Promise<string> {
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

async function cookiesFrom(session: string): Promise<Parameters<BrowserContext['addCookies']>[0]> {
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
