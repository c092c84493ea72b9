import { fetchEvidence, type Brought, type Step } from '../channels/portal/robot.ts'
import { httpEngine } from '../channels/portal/http.ts'
import type { SharedBrowser } from '../channels/portal/browser.ts'
import type { Engine, PortalPage } from '../channels/portal/page.ts'
import type { Sites } from '../channels/portal/sites.ts'
import { CARRIERS } from '../carriers/index.ts'
import { failed, succeeded, type Failure, type Outcome } from '../core/failure.ts'
import type { Line } from '../core/line.ts'
import type { Amount } from '../core/amount.ts'
import type { Reading } from '../core/reading.ts'
import { Secret } from '../core/secret.ts'
import { afterCheck, mayCheck, mayLogIn, withLogin, type Permission } from '../ledger/portal-state.ts'
import type { KeptReading } from '../ledger/records.ts'
import { StoreProblem, type Store } from '../ledger/store.ts'
import type { Claim, SealProblem, Vault } from '../ledger/vault.ts'
import { explainBytes } from '../reader/index.ts'
import { keepReading } from './readings.ts'

/** How lines are to be checked. */
export interface CheckOptions {
  /** Of a line that waits for a one-time code. */
  readonly code: string | null
  /** A person's word that no wait is wanted. */
  readonly isForced: boolean
  readonly now: () => string
  /** Uniform in [0, 1): spreads the waits. */
  readonly random: () => number
  readonly progress: (line: Line, step: Step) => void
  /** Ends it at once; nothing is remembered of what was cut off. */
  readonly signal: AbortSignal
  /** The browser for pages that need their script, started when first asked for; null where there is none. */
  readonly browser: () => Promise<SharedBrowser | null>
}

/** What a check of one line came to. */
export interface Checked {
  readonly line: Line
  readonly outcome: Outcome<Kept>
  /** From when on it may be asked again; null where time changes nothing, or nobody knows. */
  readonly until: string | null
  /** Why the sign-in could not be unsealed. */
  readonly seal: SealProblem | null
  /** The page that told nothing any more; only with `changed`. */
  readonly page: PortalPage | null
  /** Null where nothing was asked. */
  readonly engine: EngineName | null
  readonly bytesReceived: number
  readonly milliseconds: number
}

/** A reading with the text that it was read from. */
export interface Kept {
  readonly kept: KeptReading
  readonly reading: Reading
  readonly text: string
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
        const found = await checkLine(store, vault, line, options)
        if (found instanceof StoreProblem) problem ??= found
        else checked.set(line.id, found)
      }
  }
  await Promise.all(Array.from({ length: MOST_SITES_AT_ONCE }, work))
  return { checked: lines.flatMap(({ id }) => checked.get(id) ?? []), problem }
}

const MOST_SITES_AT_ONCE = 8

const siteOf = (address: string): string => URL.parse(address)?.host ?? address

type Result = Omit<Checked, 'line' | 'milliseconds'>

const UNASKED = { until: null, seal: null, page: null, engine: null, bytesReceived: 0 } as const
const refused = (failure: Failure, rest: Partial<Result> = {}): Result => ({
  ...UNASKED,
  outcome: { ok: false, failure },
  ...rest,
})
const forbidden = (permission: Extract<Permission, { may: false }>): Result =>
  refused({ code: permission.code }, { until: permission.until })

async function checkLine(
  store: Store,
  vault: Vault,
  line: Line,
  options: CheckOptions,
): Promise<Checked | StoreProblem> {
  const began = performance.now()
  const timed = (result: Result): Checked => ({ ...result, line, milliseconds: Math.round(performance.now() - began) })
  try {
    return timed(await resultOf(store, vault, line, options))
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

type EngineName = 'http' | 'browser'

/** What is sealed of a visit, to go on from. */
interface Session {
  readonly cookies: string
  /** They opened the door; else they only know who knocked. */
  readonly isIn: boolean
  /** What the portal needs: it is asked in that way at once. */
  readonly engine: EngineName
  /** The page that waits for a code. */
  readonly codePage: PortalPage | null
}

async function ask(store: Store, claim: Claim, line: Line, portal: PortalOf, options: CheckOptions): Promise<Result> {
  const { now, random, signal, isForced, code } = options
  const credentials = await claim.credentials()
  if (!credentials.ok && credentials.failure.code !== 'no-credentials')
    return refused(credentials.failure, { seal: credentials.seal ?? null })
  const sealed = await claim.session()
  const session = sealed.ok && sealed.value !== null ? (JSON.parse(sealed.value.reveal()) as Session) : null
  if (!credentials.ok && session === null && !portal.isOpenByLine) return refused(credentials.failure)
  let denied: Extract<Permission, { may: false }> | null = null
  let loggedIn = false
  const errand = {
    ...portal,
    credentials: credentials.ok ? credentials.value.reveal() : null,
    numberSuffix: line.numberSuffix,
    now: now(),
    reads: async (evidence: PortalPage['evidence']) => (await readingIn(evidence, line, now())) !== null,
    maySignIn: async () => {
      const permission = mayLogIn(claim.state, now(), isForced)
      if (!permission.may) denied = permission
      else loggedIn = (await claim.change((state) => withLogin(state, now()))).ok
      return loggedIn && permission.may
    },
    progress: (step: Step) => options.progress(line, step),
  }
  const go = async (engine: Engine): Promise<Visit> => {
    const page = session?.codePage ?? null
    const waiting = code !== null && page !== null ? { code, page: withoutEvidence(page) } : null
    try {
      const brought = await fetchEvidence(engine, {
        ...errand,
        hasSession: loggedIn || session?.isIn === true,
        code: waiting,
      })
      return { brought, cookies: await engine.session(), bytesReceived: engine.bytesReceived }
    } finally {
      await engine.close()
    }
  }
  const kept = session?.cookies ?? null
  const withBrowser = async (from: string | null): Promise<Visit | null> => {
    const engine = await (await options.browser())?.engine(portal.sites, from, signal)
    return engine === undefined ? null : go(engine)
  }
  let name: EngineName = session?.engine ?? 'http'
  let visit = name === 'browser' ? await withBrowser(kept) : null
  if (visit === null) {
    name = 'http'
    visit = await go(await httpEngine(portal.sites, kept, signal))
    const { outcome } = visit.brought
    const scripted = !outcome.ok && outcome.failure.code === 'unsupported' ? await withBrowser(visit.cookies) : null
    if (scripted !== null) {
      name = 'browser'
      visit = { ...scripted, bytesReceived: visit.bytesReceived + scripted.bytesReceived }
    }
  }
  const { brought, cookies, bytesReceived } = visit
  const asked = { engine: name, bytesReceived } as const
  if (signal.aborted) return refused({ code: 'too-soon' }, asked)
  if (denied !== null) return { ...forbidden(denied), ...asked }
  const outcome = await keep(store, line, brought, now())
  const codePage = brought.codePage && withoutEvidence(brought.codePage)
  // Who needs no sign-in needs no key either.
  if (credentials.ok)
    await claim.keepSession(
      new Secret(JSON.stringify({ cookies, isIn: outcome.ok, engine: name, codePage } satisfies Session)),
    )
  const failure = outcome.ok ? null : outcome.failure
  const ended = await claim.change((state) =>
    afterCheck(state, { failure, loggedIn, until: brought.until }, now(), random()),
  )
  const until = ended.ok ? (ended.value.wait?.until ?? null) : null
  return { ...UNASKED, outcome, until, page: brought.lastPage, ...asked }
}

/** One going to a portal. */
interface Visit {
  readonly brought: Brought
  readonly cookies: string
  readonly bytesReceived: number
}

/** What was kept of a page has no bytes any more. */
const withoutEvidence = (page: PortalPage): PortalPage => ({
  ...page,
  evidence: { bytes: new Uint8Array(), contentType: page.evidence.contentType },
})

async function keep(store: Store, line: Line, { outcome }: Brought, now: string): Promise<Outcome<Kept>> {
  if (!outcome.ok) return outcome
  const found = await readingIn(outcome.value.evidence, line, now)
  if (found === null) return failed('changed')
  const { kept } = await keepReading(store, line, found.reading, found.text, now)
  return succeeded({ kept, ...found })
}

/** What a page says of a line, where it says what is left of it or was used. */
async function readingIn(
  { bytes, contentType }: PortalPage['evidence'],
  line: Line,
  now: string,
): Promise<{ readonly reading: Reading; readonly text: string } | null> {
  const carrier = CARRIERS.find(({ id }) => id === line.carrier)
  const explained = await explainBytes(bytes, {
    contentType,
    now,
    observedAt: now,
    channel: 'portal',
    ...(carrier === undefined ? {} : { carrier }),
  })
  if (!explained.ok || !explained.value.outcome.ok) return null
  const reading = readingOf(line, explained.value.outcome.value)
  if (reading === null || !saysEnough(reading)) return null
  return { reading: { ...reading, carrier: reading.carrier ?? line.carrier }, text: explained.value.opened.text }
}

/** Of several lines the one with the number's end; a page that names another line is not this one's. */
function readingOf({ numberSuffix }: Line, readings: readonly Reading[]): Reading | null {
  const own = readings.filter(
    ({ line }) => numberSuffix === null || line === null || line.endsWith(numberSuffix) || numberSuffix.endsWith(line),
  )
  const named = own.filter(({ line }) => line !== null)
  if (named.length === 1) return named[0]!
  return own.length === 1 && readings.length === 1 ? own[0]! : null
}

const isSaid = ({ kind }: Amount): boolean => kind !== 'unknown'

/** Sizes alone are an offer's; what is left or was used is a line's. */
const saysEnough = ({ total, buckets, unlimited, throttled }: Reading): boolean =>
  unlimited === true ||
  throttled === true ||
  [total, ...buckets].some(({ remaining, used }) => isSaid(remaining.amount) || isSaid(used.amount))
