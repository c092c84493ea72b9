import { setTimeout as passed } from 'node:timers/promises'
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core'
import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import { SEND, SEND_AGAIN, STILL, TYPE } from './browser-script.ts'
import { sentBy } from './encode-form.ts'
import { cookiesFrom, sessionFrom } from './cookies.ts'
import { drawnPage } from './drawn-page.ts'
import { launch } from './launch.ts'
import type { Engine, PortalButton, PortalForm, PortalPage, Typed } from './page.ts'
import { isUnfinished } from './says.ts'
import { isOfSites, type Sites } from './sites.ts'

const LIMIT_MILLISECONDS = 30_000
const LONGEST_DRAWING_MILLISECONDS = 8000
/** What was pressed shows what it did within this time, however busy the machine is. */
const LONGEST_REACTION_MILLISECONDS = 4000
const GLANCE_MILLISECONDS = 10
/** What a page is drawn from; other requests may stay open for as long as it is. */
const DRAWN_FROM = new Set(['document', 'script', 'stylesheet', 'xhr', 'fetch'])
/** Shorter values stand in many requests by chance. */
const SHORTEST_SECRET = 3
/** Nothing that only looks nice is fetched. */
const UNWANTED = new Set(['image', 'font', 'media'])

/** A browser that several lines use, each in a context of its own. */
export interface SharedBrowser {
  /** `session` is what an earlier visit gave back; the signal ends this one at once. */
  engine(sites: Sites, session: string | null, signal?: AbortSignal): Promise<Engine>
  close(): Promise<void>
}

/** Starts the browser at a path; null where it does not start. To go to a page takes no longer than the limit, and to look at it neither. */
export async function openBrowser(
  path: string,
  limitMilliseconds: number = LIMIT_MILLISECONDS,
): Promise<SharedBrowser | null> {
  const browser = await launch(path, false)
  if (browser === null) return null
  return {
    engine: (...visit) => browserEngine(browser, limitMilliseconds, ...visit),
    close: () => browser.close(),
  }
}

async function browserEngine(
  browser: Browser,
  limitMilliseconds: number,
  ...[sites, session, signal]: Parameters<SharedBrowser['engine']>
): Promise<Engine> {
  const context = await browser.newContext({ locale: 'ja-JP', serviceWorkers: 'block' })
  signal?.addEventListener('abort', () => void context.close().catch(() => {}))
  if (session !== null) await context.addCookies(await cookiesFrom(session))
  const visit = new Visit(await context.newPage(), sites, limitMilliseconds)
  await visit.watch(context)
  return {
    open: (address) => visit.open(address),
    follow(_, { address }) {
      const [, click] = /#nokori-click-(\d+)$/u.exec(address) ?? []
      return click === undefined ? visit.open(address) : visit.press(`[data-nokori-click="${click}"]`)
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
  readonly #limitMilliseconds: number
  #status = 200
  #asked = 0
  #waiting = 0
  #last: Pick<PortalPage, 'address' | 'text'> | null = null
  /** Since something was last done, something that the page is drawn from did not come. */
  #isBroken = false
  /** Called when the page itself does not come. */
  #giveUp: () => void = () => {}
  #secrets: string[] = []
  #isLeaking = false

  constructor(page: Page, sites: Sites, limitMilliseconds: number) {
    this.#page = page
    this.#sites = sites
    this.#limitMilliseconds = limitMilliseconds
    page.setDefaultTimeout(limitMilliseconds)
  }

  async watch(context: BrowserContext): Promise<void> {
    // What went away meanwhile, a page or its server, goes nowhere.
    await context.route('**/*', (route, request) =>
      this.#pass(route, request).catch(() => route.abort().catch(() => {})),
    )
    // What is said over a socket passes by every route.
    await context.routeWebSocket('**/*', (socket) => {
      if (isOfSites(socket.url().replace(/^ws/u, 'http'), this.#sites)) socket.connectToServer()
      else void socket.close()
    })
    const isAwaited = (request: Request): boolean => DRAWN_FROM.has(request.resourceType())
    this.#page.on('request', (request) => {
      if (!isAwaited(request)) return
      this.#asked += 1
      this.#waiting += 1
    })
    const done = (request: Request): void => void (this.#waiting -= isAwaited(request) ? 1 : 0)
    this.#page.on('requestfailed', (request) => {
      done(request)
      // What a page gives up itself, since it goes elsewhere, is nothing to miss.
      if (!this.#isMissed(request) || /ABORTED|BLOCKED/u.test(request.failure()?.errorText ?? '')) return
      this.#isBroken = true
      if (isPageItself(request)) this.#giveUp()
    })
    this.#page.on('requestfinished', (request) => {
      done(request)
      void request.sizes().then(
        ({ responseBodySize }) => (this.bytesReceived += responseBodySize),
        () => {},
      )
    })
    this.#page.on('response', (response) => {
      const request = response.request()
      if (isPageItself(request)) this.#status = response.status()
      else if (response.status() >= 500 && this.#isMissed(request)) this.#isBroken = true
    })
  }

  /** The portal's own words, not its looks, and nobody else's. */
  #isMissed(request: Request): boolean {
    return /^(?:document|xhr|fetch)$/u.test(request.resourceType()) && isOfSites(request.url(), this.#sites)
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

  open(address: string): Promise<Outcome<PortalPage>> {
    return this.#after(() => this.#page.goto(address, { waitUntil: 'domcontentloaded' }))
  }

  press(selector: string): Promise<Outcome<PortalPage>> {
    return this.#after(() => this.#page.locator(selector).click())
  }

  send(...[on, form, typed, button, isSecret]: Parameters<Engine['submit']>): Promise<Outcome<PortalPage>> {
    this.#last = on
    if (isSecret) this.#secrets = [...typed.values()].filter((value) => value.length > SHORTEST_SECRET)
    return this.#after(async () => {
      if (this.#page.url() === on.address) return this.#fill(on.forms.indexOf(form), typed, form, button)
      // A page of an earlier visit is not open any more: where it is drawn anew, its form is there again; else what that would send is sent.
      await this.#page.goto(on.address, { waitUntil: 'domcontentloaded' })
      const again = await this.#drawnWith(form)
      const index = again?.forms.findIndex((each) => isSame(each, form)) ?? -1
      if (again === null || index < 0)
        return this.#run(SEND_AGAIN, [button?.address ?? form.address, form.method, sentBy(form, typed, button)])
      const { fields } = again.forms[index]!
      const moved = form.fields.flatMap(({ id }, place): [number, string][] =>
        typed.has(id) ? [[fields[place]!.id, typed.get(id)!]] : [],
      )
      return this.#fill(index, new Map(moved), form, button)
    })
  }

  /** The page as soon as a form stands on it, or after a while without. */
  async #drawnWith(form: PortalForm): Promise<PortalPage | null> {
    const began = performance.now()
    for (;;) {
      await this.#isDrawn()
      const page = await this.#glance()
      const isThere = page?.forms.some((each) => isSame(each, form)) === true
      if (isThere || performance.now() - began >= LONGEST_REACTION_MILLISECONDS) return page ?? null
      await passed(GLANCE_MILLISECONDS)
    }
  }

  async #fill(index: number, typed: Typed, { buttons }: PortalForm, button: PortalButton | null): Promise<void> {
    await this.#run(TYPE, [...typed])
    await this.#run(SEND, [index, button === null ? -1 : buttons.indexOf(button)])
  }

  /** Does something, waits until the page is drawn, and looks at it. */
  async #after(action: () => Promise<unknown>): Promise<Outcome<PortalPage>> {
    try {
      // A page may keep its browser busy for ever: what it is asked then is never answered.
      return await within(2 * this.#limitMilliseconds, this.#seenAfter(action))
    } catch {
      return failed(this.#isLeaking ? 'changed' : 'unreachable')
    }
  }

  async #seenAfter(action: () => Promise<unknown>): Promise<Outcome<PortalPage>> {
    const before = this.#last
    this.#isBroken = false
    const isGone = new Promise<never>((_, reject) => {
      this.#giveUp = () => reject(new Error('the page does not come'))
    })
    isGone.catch(() => {})
    await Promise.race([action(), isGone])
    const began = performance.now()
    for (;;) {
      await Promise.race([this.#isDrawn(), isGone])
      if (this.#isLeaking) return failed('changed')
      const page = await this.#glance()
      if (page === null) return failed('changed')
      if (page === undefined) {
        if (performance.now() - began < this.#limitMilliseconds) continue
        return failed('unreachable')
      }
      // Nothing to see, or nothing new: what was pressed has not come to anything yet.
      const isNew = page.address !== before?.address || page.text !== before.text
      const isDone = this.#isBroken || (isNew && hasAnything(page) && !isUnfinished(page))
      if (!isDone && performance.now() - began < LONGEST_REACTION_MILLISECONDS) continue
      this.#last = page
      return succeeded({ ...page, isBroken: this.#isBroken })
    }
  }

  /** The page as it is drawn; undefined where it goes elsewhere while it is looked at, null where it is none for people. */
  async #glance(): Promise<PortalPage | null | undefined> {
    const status = this.#status
    const page = await drawnPage(this.#page.mainFrame(), status, true).catch((error: unknown) => {
      if (this.#page.isClosed()) throw error
      return undefined
    })
    return this.#status === status ? page : undefined
  }

  #run(script: string, argument: unknown): Promise<void> {
    return this.#page.evaluate(`(${script})(${JSON.stringify(argument)})`)
  }

  /** Waits until nothing is asked for and nothing drawn any more. */
  async #isDrawn(): Promise<void> {
    const began = performance.now()
    while (performance.now() - began < LONGEST_DRAWING_MILLISECONDS) {
      await this.#page.waitForLoadState('domcontentloaded')
      const asked = this.#asked
      // A page that goes elsewhere meanwhile does not answer.
      const isStill =
        this.#waiting <= 0 &&
        (await this.#page.evaluate(STILL).then(
          () => true,
          () => false,
        ))
      if (isStill && this.#waiting <= 0 && this.#asked === asked) return
      await passed(GLANCE_MILLISECONDS)
    }
  }
}

/** The same fields and buttons, whatever stands in them. */
const isSame = (a: PortalForm, b: PortalForm): boolean => shapeOf(a) === shapeOf(b)
const shapeOf = ({ address, fields, buttons }: PortalForm): string =>
  JSON.stringify([
    address,
    fields.map(({ name, kind, label }) => [name, kind, label]),
    buttons.map(({ name, words }) => [name, words]),
  ])

const isPageItself = (request: Request): boolean =>
  request.isNavigationRequest() && request.frame().parentFrame() === null

const hasAnything = ({ text, links, forms, frames }: PortalPage): boolean =>
  text !== '' || links.length + forms.length + frames.length > 0

/** What comes of some work, unless that takes too long. */
function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too long')), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** What an address or a form says, without its encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
