import { setTimeout as passed } from 'node:timers/promises'
import type { BrowserContext, Frame, Request } from 'playwright-core'
import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import { cookiesFrom, sessionFrom } from './cookies.ts'
import { drawnPage } from './drawn-page.ts'
import { launch } from './launch.ts'
import { signInOf } from './login.ts'
import type { PortalPage } from './page.ts'
import type { Errand } from './robot.ts'
import { isAbout } from './says.ts'
import { isOfSites } from './sites.ts'
import { loginLink } from './way.ts'

/** So often it is looked at what the person has in front of them. */
const GLANCE_MILLISECONDS = 400
/** A page that answers no sooner is busy: it is looked at again at the next glance. */
const LONGEST_GLANCE_MILLISECONDS = 3000

/** A second window may be seen only after the first one was closed. */
const MOST_GLANCES_WITHOUT_WINDOW = 3

/** What to watch for while a person goes to the figure. */
export interface Watch extends Pick<Errand, 'address' | 'sites' | 'isOpenByLine'> {
  /** Cookies of an earlier visit that was let in; null where there was none. */
  readonly session: string | null
  /** What a page tells of the line that is meant, the same for the same figures; null for nothing. */
  readonly tells: (page: PortalPage) => Promise<string | null>
  /** Called when the window is there. */
  readonly opened: () => void
  /** Closes the window at once. */
  readonly signal: AbortSignal
}

/** What was seen. */
export interface Seen {
  /** The page with the figure; `needs-person` where the person closed the window before a sign-in, `changed` where after it. */
  readonly outcome: Outcome<PortalPage>
  /** The last page behind the door; null where none was seen. */
  readonly lastPage: PortalPage | null
  readonly session: string
  readonly bytesReceived: number
}

/**
 * Opens a window in which a person goes to the figure, and only reads what they have in front of them: nothing is typed, pressed, kept
 * back or marked. Null where no window opens.
 */
export async function watch(path: string, errand: Watch): Promise<Seen | null> {
  const browser = await launch(path, true)
  if (browser === null) return null
  try {
    const context = await browser.newContext({ viewport: null })
    errand.signal.addEventListener('abort', () => void browser.close().catch(() => {}))
    if (errand.session !== null) await context.addCookies(await cookiesFrom(errand.session))
    const onlooker = new Onlooker(context, errand)
    const page = await context.newPage()
    errand.opened()
    await page.goto(errand.address, { waitUntil: 'commit' }).catch(() => onlooker.isUnreachable())
    return await onlooker.watch()
  } finally {
    await browser.close()
  }
}

class Onlooker {
  readonly #context: BrowserContext
  readonly #errand: Watch
  /** Pages, and pages inside them, that ask for a sign-in. */
  readonly #doors = new WeakSet<Frame>()
  /** What each was last seen to tell. */
  readonly #told = new WeakMap<Frame, string>()
  /** A sign-in was sent: what is behind the door is its owner's. */
  #isIn = false
  #lastPage: PortalPage | null = null
  #session = ''
  #bytesReceived = 0
  #isUnreachable = false

  constructor(context: BrowserContext, errand: Watch) {
    this.#context = context
    this.#errand = errand
    // Without a listener, whatever a page asks would be answered before the person sees it.
    context.on('dialog', () => {})
    context.on('request', (request) => this.#note(request))
    context.on('requestfinished', (request) => {
      void request.sizes().then(
        ({ responseBodySize }) => (this.#bytesReceived += responseBodySize),
        () => {},
      )
    })
    context.on('page', (page) => page.on('domcontentloaded', () => void this.#glanceAt(page.mainFrame())))
  }

  /** The portal does not answer, unless it is the person who closed the window already. */
  isUnreachable(): void {
    this.#isUnreachable = this.#context.pages().length > 0
  }

  async watch(): Promise<Seen> {
    const { signal } = this.#errand
    let glancesWithoutWindow = 0
    while (!this.#isUnreachable && glancesWithoutWindow < MOST_GLANCES_WITHOUT_WINDOW && !signal.aborted) {
      glancesWithoutWindow = this.#context.pages().length === 0 ? glancesWithoutWindow + 1 : 0
      const page = await this.#glance()
      this.#session = await this.#context.cookies().then(sessionFrom, () => this.#session)
      if (page !== null) return this.#seen(succeeded(page))
      await passed(GLANCE_MILLISECONDS)
    }
    if (this.#isUnreachable) return this.#seen(failed('unreachable'))
    return this.#seen(failed(this.#lastPage === null ? 'needs-person' : 'changed'))
  }

  #seen(outcome: Outcome<PortalPage>): Seen {
    return { outcome, lastPage: this.#lastPage, session: this.#session, bytesReceived: this.#bytesReceived }
  }

  /** Looks at all windows once: the page that tells the figure, and told the same at the glance before; else null. */
  async #glance(): Promise<PortalPage | null> {
    for (const frame of this.#context.pages().flatMap((page) => page.frames())) {
      const page = await this.#glanceAt(frame)
      const told = page === null ? null : await this.#errand.tells(page)
      if (told !== null && this.#told.get(frame) === told) return page
      this.#told.set(frame, told ?? '')
    }
    return null
  }

  /** A page behind the door as the person sees it; null for any other, and where it does not come to be seen. */
  async #glanceAt(frame: Frame): Promise<PortalPage | null> {
    const late = passed(LONGEST_GLANCE_MILLISECONDS, null, { ref: false })
    const page = await Promise.race([this.#shownIn(frame), late]).catch(() => null)
    if (page === null) return null
    const isDoor = signInOf(page) !== null || (!this.#isIn && isAbout(page, 'passkey'))
    if (isDoor) this.#doors.add(frame)
    else this.#doors.delete(frame)
    if (isDoor || !isOfSites(page.address, this.#errand.sites) || !this.#isBehindDoor(page)) return null
    this.#lastPage = page
    return page
  }

  /** Of what stands inside a page, only what is the portal's own and shown. */
  async #shownIn(frame: Frame): Promise<PortalPage | null> {
    const isOwn = frame.parentFrame() === null || isOfSites(frame.url(), this.#errand.sites)
    const isShown = frame.parentFrame() === null || (isOwn && (await (await frame.frameElement()).isVisible()))
    return isShown ? drawnPage(frame, SEEN, false) : null
  }

  #isBehindDoor(page: PortalPage): boolean {
    const { isOpenByLine, session, sites } = this.#errand
    return this.#isIn || ((isOpenByLine || session !== null) && loginLink(page, sites) === null)
  }

  /** What is sent while a page asks for a sign-in is the sign-in; what it says is not looked at. */
  #note(request: Request): void {
    const isForm = request.isNavigationRequest() || isOfSites(request.url(), this.#errand.sites)
    if (this.#isIn || request.method() !== 'POST' || !isForm || request.resourceType() === 'ping') return
    this.#isIn = this.#context.pages().some((page) => page.frames().some((frame) => this.#doors.has(frame)))
  }
}

/** Nobody looks at the status of a page that a person sees. */
const SEEN = 200
