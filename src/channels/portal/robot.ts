import type { Credentials } from '../../core/credentials.ts'
import { failed, succeeded, type FailureCode, type Outcome } from '../../core/failure.ts'
import { sendCodeForm, signInOf, type SignIn, type Wanted } from './login.ts'
import type { Engine, PortalField, PortalForm, PortalLink, PortalPage } from './page.ts'
import { isAbout, maintenanceEnd, says } from './says.ts'
import { isOfSites, type Sites } from './sites.ts'
import { typedInto } from './typing.ts'
import { askedBy, loginLink, passwordLink, skipWay, waysOn, type Way } from './way.ts'

/** What is to be fetched, and with what. */
export interface Errand {
  /** Where the portal begins. */
  readonly address: string
  readonly sites: Sites
  /** What to tap, one after the other, as on the screen. */
  readonly path: readonly string[]
  /** It shows its figures without a sign-in, over the carrier's own network. */
  readonly isOpenByLine: boolean
  /** Null where no sign-in is stored. */
  readonly credentials: Credentials | null
  /** Of which of several lines on one account; null for the only one. */
  readonly numberSuffix: string | null
  /** Cookies of an earlier visit came along. */
  readonly hasSession: boolean
  /** A one-time code for the page at which an earlier run stopped. */
  readonly code: { readonly code: string; readonly page: PortalPage } | null
  /** ISO instant: gives a maintenance's end its year. */
  readonly now: string
  /** Whether a page tells what is left of the line that is meant. */
  readonly reads: (page: PortalPage) => Promise<boolean>
  /** Called before a password is sent: it is sent only if this answers true. */
  readonly maySignIn: () => Promise<boolean>
  readonly progress: (step: Step) => void
}

/** What the robot is doing, for whoever waits. */
export type Step = 'opening' | 'signingIn' | 'looking'

/** What it came back with. */
export interface Brought {
  readonly outcome: Outcome<PortalPage>
  /** The page that waits for a code; only with `needs-code`. */
  readonly codePage: PortalPage | null
  /** When a maintenance ends, as said; only with `maintenance`. */
  readonly until: string | null
  /** The last page seen, for a report of what has changed; only with `changed`. */
  readonly lastPage: PortalPage | null
}

/** A page without any of these has no figure: most menus are passed by without being read. */
const MAY_TELL =
  /[GMK]i?B|\d ?[GMＧＭ]\b|ギガ|メガ|バイト|放題|無制限|unlimited|不限|[ＧＭＫ][Ｂ]|제한|데이터|go\b|mo\b/iu

/** Steps to a figure, once signed in, and pages in all: a person would have given up too. */
const MOST_STEPS = 6
const MOST_PAGES = 24

/** Goes to a portal as its owner would, signs in if it must, and follows the words that lead to what is left. */
export async function fetchEvidence(engine: Engine, errand: Errand): Promise<Brought> {
  const robot = new Robot(engine, errand)
  const outcome = await robot.run()
  const code = outcome.ok ? null : outcome.failure.code
  return {
    outcome,
    codePage: code === 'needs-code' ? robot.page : null,
    until:
      code === 'maintenance' && robot.page ? (maintenanceEnd(robot.page, errand.now) ?? robot.page.retryAfter) : null,
    lastPage: code === 'changed' ? robot.page : null,
  }
}

const asksForCaptcha = ({ fields }: PortalForm): boolean =>
  fields.some(({ label, name }) => /captcha|画像|图形|圖形/iu.test(`${label} ${name}`))

const AGREE = /同意|承諾|agree|accept/iu

/** A box that has to be ticked before the form is taken: nobody agrees for its owner. */
const isUntickedConsent = ({ kind, label, isChecked }: PortalField): boolean =>
  kind === 'checkbox' && !isChecked && AGREE.test(label)

/** Where going on counts as agreeing, as a page may say anywhere, nothing on it is pressed; a note about cookies asks for nothing. */
const asksToAgree = (page: PortalPage): boolean => says(page, 'terms') && !/cookie|クッキー/iu.test(page.text)

/** Two passwords in one form: the new one, and once more. */
const asksForNewPassword = ({ forms }: PortalPage): boolean =>
  forms.some(
    ({ fields }) =>
      fields.filter(({ kind, autocomplete }) => kind === 'password' && !/current/u.test(autocomplete)).length > 1 &&
      fields.some(({ label, autocomplete }) => /新しい|新規|再入力|確認用|new/iu.test(`${label} ${autocomplete}`)),
  )

/** Nothing leads on from it but what only its owner may press. */
const isGate = ({ text, forms, links }: PortalPage): boolean =>
  text.length <= LONGEST_GATE &&
  [...forms.flatMap(({ buttons }) => buttons), ...links].some(({ words }) => AGREE.test(words))

const LONGEST_GATE = 700

const asWay = (link: PortalLink): Way => ({ ...link, sends: null })

class Robot {
  page: PortalPage | null = null
  readonly #engine: Engine
  readonly #errand: Errand
  readonly #visited = new Set<string>()
  /** Pages without a figure and where they lead, the latest first. */
  #seen: readonly { readonly page: PortalPage; readonly ways: readonly Way[] }[] = []
  #pages = 0
  #steps = 0
  #hasSentPassword = false
  #hasSentCode = false
  #hasSentPin = false
  #hasAskedForCode = false
  /** Where the password was typed. */
  #door: PortalPage | null = null
  /** A page behind the door was seen: a sign-in after it means that the session has ended. */
  #wasInside = false

  constructor(engine: Engine, errand: Errand) {
    this.#engine = engine
    this.#errand = errand
  }

  async run(): Promise<Outcome<PortalPage>> {
    const { address, code, progress } = this.#errand
    progress('opening')
    if (code !== null) this.#hasSentPassword = true
    let next: Outcome<PortalPage> = code === null ? await this.#engine.open(address) : succeeded(code.page)
    while (next.ok) {
      this.#pages += 1
      if (this.#pages > MOST_PAGES) return failed('changed')
      const arrived = await this.#arrive(next.value)
      if (!arrived.ok) return arrived
      this.page = arrived.value
      const signIn = signInOf(arrived.value)
      const done = await this.#look(arrived.value, signIn)
      if (done !== null) return done
      next = signIn === null ? await this.#goOn(arrived.value) : await this.#signIn(arrived.value, signIn)
    }
    return next
  }

  /** Goes where a page sends whoever opens it. */
  async #arrive(page: PortalPage): Promise<Outcome<PortalPage>> {
    let at = page
    for (let hops = 0; hops < MOST_STEPS; hops += 1) {
      const form = at.forms.find(({ isSelfSending }) => isSelfSending)
      const onward = at.refresh ?? form?.address
      if (onward === undefined || !isOfSites(onward, this.#errand.sites)) return succeeded(at)
      const next =
        form && at.refresh === null
          ? await this.#engine.submit(at, form, new Map(), form.buttons[0] ?? null, false)
          : await this.#engine.open(onward)
      if (!next.ok) return next
      at = next.value
    }
    return succeeded(at)
  }

  /** The figure, or why there can be none; null where the way goes on. */
  async #look(page: PortalPage, signIn: SignIn | null): Promise<Outcome<PortalPage> | null> {
    const stop = this.#obstacle(page, signIn)
    if (stop !== null) return failed(stop)
    if (signIn !== null || !this.#isInside(page)) return null
    this.#wasInside = this.#hasSentPassword && !says(page, 'secondStep') && !isAbout(page, 'passkey')
    this.#errand.progress('looking')
    if (!MAY_TELL.test(page.text) || !(await this.#errand.reads(page))) return null
    // Without its script, what stands there may be what stands there for everybody.
    return page.asksForScript ? failed('unsupported') : succeeded(page)
  }

  /** Behind the door: what a page in front of it shows is nobody's. */
  #isInside(page: PortalPage): boolean {
    const { isOpenByLine, hasSession, sites } = this.#errand
    const asksNobody = loginLink(page, sites) === null && passwordLink(page, sites) === null
    return this.#hasSentPassword || ((isOpenByLine || hasSession) && asksNobody)
  }

  /** What stands in the way and what its name is. */
  #obstacle(page: PortalPage, form: SignIn | null): FailureCode | null {
    if (page.status === 503) return 'maintenance'
    if (page.status === 429) return 'too-soon'
    if (page.status >= 500) return 'unreachable'
    if (says(page, 'locked') && (isAbout(page, 'locked') || this.#hasSentPassword)) return 'locked'
    if (this.#hasSentPassword && says(page, 'wrong') && (form !== null || isAbout(page, 'wrong')))
      return this.#hasSentCode && form?.fields.some(({ wants }) => wants === 'code')
        ? 'needs-code'
        : 'wrong-credentials'
    if ((says(page, 'captcha') || page.hasCaptcha) && (form !== null || page.forms.some(asksForCaptcha)))
      return 'needs-person'
    if (this.#hasSentPassword && form === null && isAbout(page, 'expired')) return 'unreachable'
    if (asksForNewPassword(page) || (form === null && this.#isInside(page) && asksToAgree(page))) return 'needs-person'
    if (this.#hasSentPassword && form === null && (isAbout(page, 'newPassword') || isAbout(page, 'approval')))
      return 'needs-person'
    return page.status >= 400 && form === null ? 'changed' : null
  }

  /** The next page, where none asks for a sign-in. */
  async #goOn(page: PortalPage): Promise<Outcome<PortalPage>> {
    const { sites } = this.#errand
    this.#seen = [{ page, ways: this.#waysOn(page) }, ...this.#seen]
    if (!this.#isInside(page)) {
      const link = passwordLink(page, sites)
      if (link !== null && !this.#visited.has(link.address)) return this.#follow(page, asWay(link))
      if (isAbout(page, 'passkey')) return failed('needs-person')
    }
    const send = this.#hasSentPassword && !this.#hasAskedForCode && says(page, 'secondStep') ? sendCodeForm(page) : null
    if (send !== null) {
      this.#hasAskedForCode = true
      return this.#engine.submit(page, send.form, new Map(), send.button, false)
    }
    const way = this.#wayOn()
    if (way !== null) return this.#follow(...way)
    const login = this.#hasSentPassword ? null : loginLink(page, sites)
    if (login !== null && !this.#visited.has(login.address)) return this.#follow(page, asWay(login))
    return failed(this.#deadEnd(page))
  }

  /** Why nothing leads on from a page, or any before it. */
  #deadEnd(page: PortalPage): FailureCode {
    const seen = this.#seen.map((each) => each.page)
    if (seen.some((each) => isAbout(each, 'maintenance'))) return 'maintenance'
    if (seen.some((each) => each.isBroken || isAbout(each, 'busy'))) return 'unreachable'
    if (page.needsScript || this.#lacksScript(page) || seen.some((each) => each.asksForScript)) return 'unsupported'
    if (this.#isInside(page) && isGate(page)) return 'needs-person'
    const waits =
      isAbout(page, 'passkey') || isAbout(page, 'approval') || (!this.#hasSentPassword && says(page, 'wifiOff'))
    return waits ? 'needs-person' : 'changed'
  }

  /** Where a page leads, the likeliest first: what stands inside it, links, the way past an offer. */
  #waysOn(page: PortalPage): Way[] {
    const { sites, path, numberSuffix } = this.#errand
    const frames = page.frames
      .filter((address) => isOfSites(address, sites))
      .map((address): Way => ({ address, words: '', number: null, sends: null }))
    const skip = this.#isInside(page) ? skipWay(page, sites) : null
    return [...frames, ...waysOn(page, path, numberSuffix, sites), ...(skip === null ? [] : [skip])]
  }

  /** The likeliest way that was not taken yet: on this page, else on those before it. */
  #wayOn(): [PortalPage, Way] | null {
    for (const { page, ways } of this.#seen) {
      const way = ways.find((each) => !this.#visited.has(askedBy(each)))
      if (way !== undefined) return [page, way]
    }
    return null
  }

  async #follow(page: PortalPage, way: Way): Promise<Outcome<PortalPage>> {
    if (this.#wasInside && way.words !== '') this.#steps += 1
    if (this.#steps > MOST_STEPS) return failed('changed')
    this.#visited.add(askedBy(way))
    return way.sends === null
      ? this.#engine.follow(page, way)
      : this.#engine.submit(page, way.sends.form, way.sends.typed, way.sends.button, false)
  }

  async #signIn(page: PortalPage, form: SignIn): Promise<Outcome<PortalPage>> {
    const { credentials, code, sites, maySignIn, progress } = this.#errand
    const wants = new Set(form.fields.map(({ wants: each }) => each))
    const isSecret = wants.has('password') || wants.has('pin')
    if (wants.has('code') && (code === null || this.#hasSentCode)) return failed('needs-code')
    if (credentials === null) return failed('no-credentials')
    const isMore = wants.size === 1 && wants.has('pin') && !this.#hasSentPin
    if (this.#wasInside && !isMore) return failed('unreachable')
    if (this.#isSameDoor(wants)) return failed(this.#unopened(page))
    if (!form.isSure || form.form.fields.some(isUntickedConsent)) return failed('needs-person')
    const typed = typedInto(form, credentials, code?.code ?? null)
    if (typed === null) return failed('needs-person')
    if (!isOfSites(form.button?.address ?? form.form.address, sites)) return failed('changed')
    // A PIN after the password is of the same sign-in.
    if (isSecret && !this.#hasSentPassword && !(await maySignIn())) return failed('too-soon')
    progress('signingIn')
    if (isSecret) this.#passThrough(page)
    this.#hasSentPassword ||= isSecret
    this.#hasSentPin ||= wants.has('pin')
    this.#hasSentCode ||= wants.has('code')
    return this.#engine.submit(page, form.form, typed, form.button, true)
  }

  /** Why a door stands there again, without a word about the password. */
  #unopened(page: PortalPage): FailureCode {
    if (page.isBroken) return 'unreachable'
    return this.#lacksScript(page) ? 'unsupported' : 'wrong-credentials'
  }

  /** A sign-in is answered with that it takes the page's script: no note that stands on every page. */
  #lacksScript(page: PortalPage): boolean {
    return this.#door !== null && says(page, 'script') && !says(this.#door, 'script')
  }

  /** What stands inside a page has something else to say to whoever has signed in. */
  #passThrough(door: PortalPage): void {
    this.#door = door
    this.#visited.clear()
    this.#visited.add(door.address)
    this.#seen = this.#seen.map(({ page, ways }) => ({ page, ways: ways.filter(({ words }) => words === '') }))
  }

  /** The same door again, without a word: it did not open. */
  #isSameDoor(wants: ReadonlySet<Wanted>): boolean {
    if (wants.has('password') || wants.has('pin'))
      return (wants.has('password') && this.#hasSentPassword) || (wants.has('pin') && this.#hasSentPin)
    return !wants.has('code') && this.#hasSentPassword
  }
}
