import type { Carrier } from '../carriers/carrier.ts'
import type { Cycle as CarrierCycle, Plan as CarrierPlan } from '../carriers/rules.ts'
import { secureUrl } from '../channels/portal/sites.ts'
import { UNKNOWN, UNLIMITED, type Amount, type Base } from '../core/amount.ts'
import { dateIn, dayIn, zoneOf, type CycleClock } from '../core/cycle.ts'
import type { AlertSettings, Line, Plan, PortalAccess } from '../core/line.ts'
import type { LineFields } from '../ledger/records.ts'
import type { LedgerSentences } from '../text/ledger.ts'

/** What somebody writes of a line, by the flags of the command; a form has the same. "none" clears a field. */
export type WrittenFields = Readonly<
  Partial<
    Record<
      | 'plan'
      | 'allowance'
      | 'price'
      | 'cycle'
      | 'start'
      | 'zone'
      | 'trip-end'
      | 'alert-at'
      | 'quiet'
      | 'portal'
      | 'line-number'
      | 'lang',
      string | undefined
    >
  >
> & { readonly 'login-site'?: readonly string[] | undefined }

/** What was written, or what to tell whoever wrote it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistake: (say: LedgerSentences) => string }

const found = <T>(value: T): Parsed<T> => ({ ok: true, value })
const mistaken = (mistake: (say: LedgerSentences) => string): { ok: false; mistake: typeof mistake } => ({
  ok: false,
  mistake,
})

/** What clears a field. */
const NONE = 'none'
const LONGEST_NAME = 60
/** The longest month; as a closing day the last of each month. */
const LAST_DAY = 31

/** A name as it is kept: one line, neither empty nor long. */
export function nameFrom(text: string): Parsed<string> {
  const name = text.normalize('NFC').trim()
  const isFit = name !== '' && name.length <= LONGEST_NAME && !/\p{Cc}|\p{Cf}/u.test(name)
  return isFit ? found(name) : mistaken((say) => say.nameBad)
}

/** The fields that are written of a line, new or `current`; those of which nothing is said are left out. */
export function fieldsFrom(
  written: WrittenFields,
  carrier: Carrier | null,
  current: Line | null,
  now: string,
): Parsed<Partial<LineFields>> {
  const zone = zoneFrom(written.zone ?? zoneOf(current?.cycle ?? null))
  const plan = planFrom(written, carrier, current?.plan ?? null)
  const cycle = zone.ok ? cycleFrom(written.cycle, written.start, zone.value, now) : zone
  const tripEnd = dateFrom(written['trip-end'])
  const alerts = alertsFrom(written['alert-at'], written.quiet, current?.alerts ?? null)
  const portal = portalFrom(written.portal, written['login-site'], current?.portal ?? null)
  const numberSuffix = suffixFrom(written['line-number'])
  for (const parsed of [zone, plan, cycle, tripEnd, alerts, portal, numberSuffix]) if (!parsed.ok) return parsed
  const fields = {
    ...(carrier === null ? {} : { carrier: carrier.id }),
    ...given('plan', plan),
    ...given('cycle', cycle),
    ...given('tripEnd', tripEnd),
    ...given('alerts', alerts),
    ...given('portal', portal),
    ...given('numberSuffix', numberSuffix),
    ...(written.lang === undefined ? {} : { language: written.lang }),
  }
  return found(fields)
}

const given = (field: string, parsed: Parsed<unknown>): object =>
  parsed.ok && parsed.value !== undefined ? { [field]: parsed.value } : {}

/** "20GB", "500 MB", "unlimited"; the base is the carrier's. */
export function amountFrom(text: string, base: Base | null): Parsed<Amount> {
  const plain = text.normalize('NFKC').trim()
  if (/^unlimited$/iu.test(plain)) return found(UNLIMITED)
  const [, digits, unit] = /^(\d{1,7}(?:\.\d{1,3})?) ?([KMGT])i?B?$/iu.exec(plain) ?? []
  if (digits === undefined || unit === undefined) return mistaken((say) => say.badAmount(text))
  const bytes = Math.round(Number(digits) * (base ?? 1000) ** ('KMGT'.indexOf(unit.toUpperCase()) + 1))
  return found({
    kind: 'known',
    lowBytes: bytes,
    highBytes: bytes,
    shown: plain,
    base: base ?? 1000,
    baseDeclared: base !== null,
  })
}

/** The carrier's own plan as a line keeps it: its sizes in the units that the carrier counts in. */
export const planOf = ({ name, bytes, yen, steps }: CarrierPlan, base: Base | null): Plan => ({
  name,
  allowance: bytes === null ? UNLIMITED : bytesOf(inUnitsOf(base, bytes), base),
  yen,
  steps:
    steps === undefined
      ? []
      : [...steps.map((step) => ({ upToBytes: inUnitsOf(base, step.bytes), yen: step.yen })), ...lastStep(yen)],
})

/** A carrier's file says "4 GB" with 10^9; a carrier that counts in 2^30 means 4 x 2^30, and of what is below 1 GB 2^20. */
function inUnitsOf(base: Base | null, bytes: number): number {
  const power = bytes < 1e9 ? 2 : 3
  return base === 1024 ? Math.round((bytes / 1000 ** power) * 1024 ** power) : bytes
}

const lastStep = (yen: number | null): { upToBytes: null; yen: number }[] =>
  yen === null ? [] : [{ upToBytes: null, yen }]
const bytesOf = (bytes: number, base: Base | null): Amount => ({
  kind: 'known',
  lowBytes: bytes,
  highBytes: bytes,
  shown: '',
  base: base ?? 1000,
  baseDeclared: base !== null,
})

/** A plan of the carrier by its name or a part that only one has; any other one by what is said of it. */
function planFrom(
  { plan: name, allowance, price }: WrittenFields,
  carrier: Carrier | null,
  current: Plan | null,
): Parsed<Plan | undefined> {
  if (name === undefined && allowance === undefined && price === undefined) return found(undefined)
  const base = carrier?.unit?.value ?? null
  const amount = allowance === undefined ? null : amountFrom(allowance, base)
  if (amount && !amount.ok) return amount
  const yen = price === undefined ? null : yenFrom(price)
  if (yen && !yen.ok) return yen
  const known = (carrier?.rules.plans ?? []).map(({ value }) => value)
  const same = name === undefined ? undefined : planNamed(known, name)
  if (name !== undefined && same === undefined && amount === null)
    return mistaken((say) => say.unknownPlan(name, known.map((each) => each.name).join(', ') || say.notSaid))
  const own = same ? planOf(same, base) : name === undefined ? current : null
  return found({
    name: own?.name ?? name ?? null,
    allowance: amount?.value ?? own?.allowance ?? UNKNOWN,
    yen: yen?.value ?? own?.yen ?? null,
    steps: yen === null ? (own?.steps ?? []) : [],
  })
}

function planNamed(plans: readonly CarrierPlan[], asked: string): CarrierPlan | undefined {
  const fold = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  const whole = plans.find(({ name }) => fold(name) === fold(asked))
  const parts = plans.filter(({ name }) => fold(name).includes(fold(asked)))
  return whole ?? (parts.length === 1 ? parts[0] : undefined)
}

function yenFrom(text: string): Parsed<number> {
  const [, digits] = /^[¥￥]?(\d[\d,]{0,8})円?$/u.exec(text.normalize('NFKC')) ?? []
  return digits === undefined ? mistaken((say) => say.badYen(text)) : found(Number(digits.replaceAll(',', '')))
}

function zoneFrom(text: string): Parsed<string> {
  try {
    return found(new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone)
  } catch {
    return mistaken((say) => say.badZone(text))
  }
}

/** YYYY-MM-DD; null for "none", undefined where nothing is said. */
export function dateFrom(text: string | undefined): Parsed<string | null | undefined> {
  if (text === undefined) return found(undefined)
  if (text === NONE) return found(null)
  return isDate(text) ? found(text) : mistaken((say) => say.badDate(text))
}

const isDate = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00Z`)
  return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** "month", "20", "72h", "30d", "every-30d", "daily", "none". */
export function cycleFrom(
  text: string | undefined,
  start: string | undefined,
  zone: string,
  now: string,
): Parsed<CycleClock | undefined> {
  if (text === undefined) return found(undefined)
  if (text === 'month') return found({ kind: 'calendarMonth', zone })
  if (text === 'daily') return found({ kind: 'daily', zone })
  if (text === NONE) return found({ kind: 'none' })
  const closing = /^\d{1,2}$/u.test(text) ? Number(text) : 0
  if (closing >= 1 && closing <= LAST_DAY) return found({ kind: 'closingDay', day: closing, zone })
  const [, every, digits, unit] = /^(every-)?([1-9]\d{0,3})([hd])$/u.exec(text) ?? []
  if (digits === undefined) return mistaken((say) => say.badCycle(text))
  const begins = start ?? now
  if (Number.isNaN(Date.parse(begins)) || (start !== undefined && !START.test(start)))
    return mistaken((say) => say.badStart(begins))
  const instant = isDate(begins) ? dayIn(zone, begins).from : new Date(begins).toISOString()
  const repeats = every !== undefined
  if (unit === 'h') return found({ kind: 'hours', hours: Number(digits), start: instant, repeats })
  const first = isDate(begins) ? begins : dateIn(zone, instant)
  return found({ kind: 'days', days: Number(digits), start: first, repeats, zone })
}

/** A date, or a time with its offset: without one nobody knows which instant is meant. */
const START = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/u

/** The clock that the carrier's rules give its lines; null where they leave it open. */
export function clockOf(cycle: CarrierCycle | null, zone: string): CycleClock | null {
  if (cycle?.kind === 'calendarMonth') return { kind: 'calendarMonth', zone }
  if (cycle?.kind === 'closingDay')
    return cycle.days.length === 1 ? { kind: 'closingDay', day: cycle.days[0]!, zone } : null
  if (cycle?.kind === 'daily') return { kind: 'daily', zone: cycle.zone }
  return cycle?.kind === 'validity' ? { kind: 'none' } : null
}

function alertsFrom(
  thresholds: string | undefined,
  quiet: string | undefined,
  current: AlertSettings | null,
): Parsed<AlertSettings | undefined> {
  if (thresholds === undefined && quiet === undefined) return found(undefined)
  const levels: AlertSettings['thresholds'][number][] = []
  for (const part of thresholds === undefined || thresholds === NONE ? [] : thresholds.split(',')) {
    const [, percent] = /^\s*(\d{1,2})\s*%\s*$/u.exec(part.normalize('NFKC')) ?? []
    const amount = percent === undefined ? amountFrom(part, null) : null
    if (percent !== undefined) levels.push({ leftShare: Number(percent) / 100 })
    else if (amount?.ok && amount.value.kind === 'known') levels.push({ leftBytes: amount.value.lowBytes })
    else return mistaken((say) => say.badThreshold(thresholds ?? ''))
  }
  const [, from, to] = /^([01]\d|2[0-3]):?([0-5]\d)-([01]\d|2[0-3]):?([0-5]\d)$/u.test(quiet ?? '')
    ? (/^(.+)-(.+)$/u.exec(quiet!) ?? [])
    : []
  if (quiet !== undefined && quiet !== NONE && (from === undefined || to === undefined))
    return mistaken((say) => say.badQuiet(quiet))
  const hours = from === undefined || to === undefined ? null : { from: clockTime(from), to: clockTime(to) }
  return found({
    thresholds: thresholds === undefined ? (current?.thresholds ?? []) : levels,
    quiet: quiet === undefined ? (current?.quiet ?? null) : hours,
  })
}

/** Where a portal begins and which origins its secrets may go to; "none": as the carrier's file says. */
function portalFrom(
  address: string | undefined,
  sites: readonly string[] | undefined,
  current: PortalAccess | null,
): Parsed<PortalAccess | null | undefined> {
  if (address === undefined && sites === undefined) return found(undefined)
  if (address === NONE) return found(null)
  const own = address ?? current?.address
  if (own === undefined) return mistaken((say) => say.portalNeeded)
  const bad = [own, ...(sites ?? [])].find((each) => secureUrl(each) === null)
  if (bad !== undefined) return mistaken((say) => say.badSite(bad.replace(/\/\/[^/@]*@/u, '//…@')))
  const loginSites = sites?.map((each) => secureUrl(each)!.origin) ?? current?.loginSites ?? []
  return found({ address: secureUrl(own)!.href, loginSites })
}

/** "1234", "090-0000-1234": the digits that a number ends in. */
function suffixFrom(text: string | undefined): Parsed<string | null | undefined> {
  if (text === undefined) return found(undefined)
  if (text === NONE) return found(null)
  const digits = text.normalize('NFKC').replace(/[-\s]/gu, '')
  return /^\d{2,11}$/u.test(digits) ? found(digits.slice(-4)) : mistaken((say) => say.badSuffix(text))
}

const clockTime = (text: string): string => (text.includes(':') ? text : `${text.slice(0, 2)}:${text.slice(2)}`)
