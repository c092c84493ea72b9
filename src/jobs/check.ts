import type { PortalPage } from '../channels/portal/page.ts'
import type { Errand, Step } from '../channels/portal/robot.ts'
import type { Sites } from '../channels/portal/sites.ts'
import { CARRIERS } from '../carriers/index.ts'
import type { Failure, Outcome } from '../core/failure.ts'
import type { Line } from '../core/line.ts'
import { Secret } from '../core/secret.ts'
import { afterCheck, mayCheck, mayLogIn, withLogin, type Permission } from '../ledger/portal-state.ts'
import { StoreProblem, type Store } from '../ledger/store.ts'
import type { Claim, SealProblem, Vault } from '../ledger/vault.ts'
import { keepPage, readingIn, type Kept } from './portal-page.ts'
import { visitPortal, type EngineName, type Means, type Session, type Visit } from './visit.ts'

/** What is going on, for whoever waits: the robot's steps, or that a person has a window before them. */
export type CheckStep = Step | 'showing'

/** Why nothing was read in a window: there is no browser that has one, no screen, it does not start, or the person closed it. */
export type WindowProblem = 'no-browser' | 'no-display' | 'no-start' | 'closed'

/** How lines are to be checked. */
export interface CheckOptions extends Means {
  /** Of a line that waits for a one-time code. */
  readonly code: string | null
  /** A person's word that no wait is wanted. */
  readonly isForced: boolean
  readonly now: () => string
  /** Uniform in [0, 1): spreads the waits. */
  readonly random: () => number
  readonly progress: (line: Line, step: CheckStep) => void
  /** Ends it at once; nothing is remembered of what was cut off. */
  readonly signal: AbortSignal
}

/** What a check of one line came to. */
export interface Checked {
  readonly line: Line
  readonly outcome: Outcome<Kept>
  /** From when on it may be asked again; null where time changes nothing, or nobody knows. */
  readonly until: string | null
  /** Why the sign-in could not be unsealed. */
  readonly seal: SealProblem | null
  /** Only where a person was shown the portal. */
  readonly window: WindowProblem | null
  /** The page that told nothing any more; only with `changed`. */
  readonly page: PortalPage | null
  /** Null where nothing was asked. */
  readonly engine: EngineName | null
  readonly bytesReceived: number
  readonly milliseconds: number
}

/** Where a line's portal is and who may know its secrets; null where nobody knows of one. */
export interface PortalOf {
  readonly address: string
  readonly sites: Sites
  readonly path: readonly string[]
  readonly isOpenByLine: boolean
}

export function portalOf({ carrier, portal: own }: Line): PortalOf | null {
  const known = CARRIERS.find(({ id }) => id === carrier)?.channels.portal ?? null
  const address = own?.address ?? known?.address ?? null
  if (address === null) return null
  const sites = own
    ? { domains: [], origins: [new URL(own.address).origin, ...own.loginSites] }
    : { domains: known?.domains ?? [], origins: [] }
  return { address, sites, path: known?.path ?? [], isOpenByLine: known?.login.includes('line') ?? false }
}

/** What came of several lines. */
export interface CheckedLines {
  readonly checked: readonly Checked[]
  /** What the ledger could not do; the lines that it befell are not among the others. */
  readonly problem: StoreProblem | null
}

/**
 * Fetches what is left of lines from their carriers' portals: the lines of one site one after the other, sites side by side. What is
 * read is kept; how it ended is remembered.
 */
export async function checkLines(
  store: Store,
  vault: Vault,
  lines: readonly Line[],
  options: CheckOptions,
): Promise<CheckedLines> {
  const bySite = Map.groupBy(lines, (line) => siteOf(portalOf(line)?.address ?? line.id))
  const checked = new Map<string, Checked>()
  let problem: StoreProblem | null = null
  const queue = [...bySite.values()]
  const work = async (): Promise<void> => {
    for (let site = queue.shift(); site !== undefined; site = queue.shift())
      for (const line of site) {
        const found = await settled(line, () => resultOf(store, vault, line, options))
        if (found instanceof StoreProblem) problem ??= found
        else checked.set(line.id, found)
      }
  }
  await Promise.all(Array.from({ length: MOST_SITES_AT_ONCE }, work))
  return { checked: lines.flatMap(({ id }) => checked.get(id) ?? []), problem }
}

const MOST_SITES_AT_ONCE = 8

const siteOf = (address: string): string => URL.parse(address)?.host ?? address

export type Result = Omit<Checked, 'line' | 'milliseconds'>

export const UNASKED = { until: null, seal: null, window: null, page: null, engine: null, bytesReceived: 0 } as const
export const refused = (failure: Failure, rest: Partial<Result> = {}): Result => ({
  ...UNASKED,
  outcome: { ok: false, failure },
  ...rest,
})
const forbidden = (permission: Extract<Permission, { may: false }>): Result =>
  refused({ code: permission.code }, { until: permission.until })

/** What came of one line, and how long it took; or what its ledger could not do. */
export async function settled(line: Line, result: () => Promise<Result>): Promise<Checked | StoreProblem> {
  const began = performance.now()
  const timed = (found: Result): Checked => ({ ...found, line, milliseconds: Math.round(performance.now() - began) })
  try {
    return timed(await result())
  } catch (error) {
    if (error instanceof StoreProblem) return error
    // Where we break, it is our work, as with a page that tells nothing any more; and it is no other line's loss.
    return timed(refused({ code: 'changed' }))
  }
}

async function resultOf(store: Store, vault: Vault, line: Line, options: CheckOptions): Promise<Result> {
  const portal = portalOf(line)
  if (portal === null) return refused({ code: 'unsupported' })
  if (options.signal.aborted) return refused({ code: 'too-soon' })
  const claimed = await vault.claim(line.id)
  if (!claimed.ok) return refused(claimed.failure)
  const claim = claimed.value
  try {
    const permission = mayCheck(claim.state, options.now(), options.isForced || options.code !== null)
    return permission.may ? await ask(store, claim, line, portal, options) : forbidden(permission)
  } finally {
    await claim.release()
  }
}

async function ask(store: Store, claim: Claim, line: Line, portal: PortalOf, options: CheckOptions): Promise<Result> {
  const { now, signal, code } = options
  const credentials = await claim.credentials()
  if (!credentials.ok && credentials.failure.code !== 'no-credentials')
    return refused(credentials.failure, { seal: credentials.seal ?? null })
  const session = await sessionIn(claim)
  if (!credentials.ok && session === null && !portal.isOpenByLine) return refused(credentials.failure)
  const login = new Login(claim, options)
  const codePage = session?.codePage ?? null
  const errand = (): Errand => ({
    ...portal,
    credentials: credentials.ok ? credentials.value.reveal() : null,
    numberSuffix: line.numberSuffix,
    hasSession: login.wasMade || session?.isIn === true,
    code: code === null || codePage === null ? null : { code, page: codePage },
    now: now(),
    reads: async (page) => (await readingIn(page, line, now())) !== null,
    maySignIn: () => login.may(),
    progress: (step) => options.progress(line, step),
  })
  const visit = await visitPortal(errand, session, options)
  const asked = { engine: visit.engine, bytesReceived: visit.bytesReceived }
  if (signal.aborted) return refused({ code: 'too-soon' }, asked)
  if (login.denied !== null) return { ...forbidden(login.denied), ...asked }
  const { outcome: brought, lastPage } = visit.brought
  const outcome = brought.ok ? await keepPage(store, line, brought.value, now()) : brought
  // Who needs no sign-in needs no key either.
  if (credentials.ok) await claim.keepSession(new Secret(JSON.stringify(sessionOf(visit, outcome.ok))))
  const until = await remember(claim, visit, outcome, login, options)
  return { ...UNASKED, outcome, until, page: lastPage, ...asked }
}

/** What was kept of the last visit; null where nothing was, or it cannot be unsealed. */
export async function sessionIn(claim: Claim): Promise<Session | null> {
  const sealed = await claim.session()
  return sealed.ok && sealed.value !== null ? (JSON.parse(sealed.value.reveal()) as Session) : null
}

/** What is kept of a page has no bytes any more. */
const sessionOf = ({ brought: { codePage }, cookies, engine }: Visit, isIn: boolean): Session => ({
  cookies,
  isIn,
  engine,
  codePage: codePage && { ...codePage, evidence: { ...codePage.evidence, bytes: new Uint8Array() } },
})

/** The password that a check may send, if that is allowed; noted before it is sent. */
class Login {
  wasMade = false
  denied: Extract<Permission, { may: false }> | null = null
  readonly #claim: Claim
  readonly #options: CheckOptions

  constructor(claim: Claim, options: CheckOptions) {
    this.#claim = claim
    this.#options = options
  }

  async may(): Promise<boolean> {
    const { now, isForced } = this.#options
    const permission = mayLogIn(this.#claim.state, now(), isForced)
    if (!permission.may) {
      this.denied = permission
      return false
    }
    this.wasMade = (await this.#claim.change((state) => withLogin(state, now()))).ok
    return this.wasMade
  }
}

/** Notes how it ended; the instant from which on the portal may be asked again. */
async function remember(
  claim: Claim,
  { brought: { until } }: Visit,
  outcome: Outcome<unknown>,
  { wasMade: loggedIn }: Login,
  { now, random }: CheckOptions,
): Promise<string | null> {
  const failure = outcome.ok ? null : outcome.failure
  const ended = await claim.change((state) => afterCheck(state, { failure, loggedIn, until }, now(), random()))
  return ended.ok ? (ended.value.wait?.until ?? null) : null
}
