import type { Situation } from '../advice/situation.ts'
import { CARRIERS } from '../carriers/index.ts'
import type { Rules } from '../carriers/rules.ts'
import { cycleAt, dateIn, dayIn, extentOf, zoneOf, type CycleClock } from '../core/cycle.ts'
import type { Line } from '../core/line.ts'
import type { Grant, Reading } from '../core/reading.ts'
import type { Day } from '../forecast/history.ts'
import { fan, outlook, type FanDay, type OutlookQuestion } from '../forecast/outlook.ts'
import type { Supply } from '../forecast/supply.ts'
import { boundariesBefore } from '../ledger/boundaries.ts'
import { monthsUsed, wholeDays, dailyUse } from '../ledger/daily.ts'
import { withdrawnIn } from '../ledger/lines.ts'
import { isFromDevice } from '../ledger/observation.ts'
import type { KeptReading } from '../ledger/records.ts'
import { cycleEndOf, standingOf, type Standing } from '../ledger/standing.ts'
import type { Position, Store } from '../ledger/store.ts'
import { sumOf } from '../ledger/usable.ts'
import { useOf } from '../ledger/use.ts'

/** Where no end is known, and for the month to come. */
const MONTH_DAYS = 30
/** Of a line of which nothing is known: the median of smartphone users in Japan, 3 GB a month (MM Research Institute, j-cast.com/kaisha/2023/09/04468197.html). */
const USUAL_BYTES_PER_DAY = 1e8
const DAY_MILLISECONDS = 86_400_000

/** A line as alerts and advice see it, and what its forecast was asked. */
export interface Surveyed {
  readonly situation: Situation
  /** Null where nothing of use is known. */
  readonly question: OutlookQuestion | null
  /** Those that were looked at, newest first. */
  readonly readings: readonly KeptReading[]
}

/** What the ledger says of a line at an instant. */
export async function survey(store: Store, line: Line, now: string): Promise<Surveyed> {
  const readings = await recentReadings(store, line, now)
  const standing = standingOf(line, readings, now)
  const zone = zoneOf(line.cycle)
  const today = dateIn(zone, now)
  const rules = CARRIERS.find(({ id }) => id === line.carrier)?.rules ?? null
  const spans = useOf(
    readings.filter(({ moment }) => moment <= now),
    line.cycle,
  )
  const days = dailyUse(spans, zone)
  const history = wholeDays(days)
  const supplies = suppliesOf(standing, rules, now)
  const end = endOf(standing, supplies, today, now)
  const question = questionOf(standing, history, supplies, end, now)
  const isKnown = history.filter(({ bytes }) => bytes !== null).length >= KNOWN_MONTH_DAYS
  const situation: Situation = {
    now,
    today,
    standing,
    outlook: question && outlook(question),
    end,
    monthUseBytes: isKnown ? outlook(monthAhead(history, today)).useBytes : null,
    pastMonthsBytes: monthsUsed(days, today),
    rules,
  }
  return { situation, question, readings }
}

/** So many days have to be seen before a month is said to be likely. */
const KNOWN_MONTH_DAYS = 21

/** The newest readings always count: a correction may follow within minutes. */
const NEWEST = 8
/** A router is asked every few minutes, a carrier once a day: so many are looked through for the carrier's own word. */
const MOST_LOOKED_THROUGH = 1000

/** Readings that count, newest first: the newest, and of older ones as many as tell what was used. */
async function recentReadings(store: Store, line: Line, now: string): Promise<KeptReading[]> {
  const { befores, froms } = boundariesBefore(now, zoneOf(line.cycle), line.cycle)
  const withdrawn = withdrawnIn(await store.find('withdrawal', { lineId: line.id }))
  const without = [...withdrawn]
  const found = await Promise.all([
    newestReadings(store, line, withdrawn),
    store.nextTo(line.id, befores, 'before', without),
    store.nextTo(line.id, froms, 'from', without),
  ])
  const readings = new Map(found.flat().map((kept) => [kept.id, kept]))
  return [...readings.values()].sort((a, b) =>
    a.moment === b.moment ? (a.id > b.id ? -1 : 1) : a.moment > b.moment ? -1 : 1,
  )
}

/** The newest that count; where devices are all that is among them, with the last word of the carrier before. */
async function newestReadings(store: Store, line: Line, withdrawn: ReadonlySet<string>): Promise<KeptReading[]> {
  const page = async (limit: number, before?: Position): Promise<KeptReading[]> => {
    const found = await store.find('reading', { lineId: line.id, limit, ...(before === undefined ? {} : { before }) })
    return found.filter(({ id }) => !withdrawn.has(id))
  }
  const isCarriers = ({ reading }: KeptReading): boolean => !isFromDevice(reading)
  const newest = await page(NEWEST + withdrawn.size)
  if (newest.length === 0 || newest.some(isCarriers)) return newest
  const carriers = (await page(MOST_LOOKED_THROUGH, newest.at(-1))).find(isCarriers)
  return carriers === undefined ? newest : [...newest, carriers]
}

const GENERAL: ReadonlySet<Grant> = new Set(['plan', 'carryOver', 'topUp', 'gift'])

/** What is left, in the carrier's order of consumption; null where nobody knows, nothing limits it, or it is outdated. */
function suppliesOf(
  { kept, usable, outdated, line, until }: Standing,
  rules: Rules | null,
  now: string,
): Supply[] | null {
  if (kept === null || outdated !== null || usable.amount.kind !== 'known') return null
  const { reading } = kept
  const leftBytes = middleOf(usable.amount)
  const zone = zoneOf(line.cycle)
  const buckets = reading.buckets.filter(
    ({ grant, expires }) => GENERAL.has(grant) && !(expires && (extentOf(expires)?.to ?? now) < now),
  )
  const sum = sumOf(buckets)
  const isWhole = sum?.kind === 'known' && Math.abs(middleOf(sum) - leftBytes) <= leftBytes * AGREE_SHARE
  if (!isWhole) return [{ grant: 'plan', name: '', leftBytes, lastDay: until && lastDayOf(until, zone) }]
  const supplies = buckets.map(({ grant, name, remaining, expires }): Supply => ({
    grant,
    name,
    leftBytes: remaining.amount.kind === 'known' ? middleOf(remaining.amount) : 0,
    lastDay: expires && lastDayOf(expires, zone),
  }))
  const rank = new Map(rules?.order?.value.map((grant, index) => [grant, index]))
  const last = rank.size
  return supplies.sort(
    (a, b) =>
      (rank.get(a.grant) ?? last) - (rank.get(b.grant) ?? last) ||
      (ending(a) < ending(b) ? -1 : ending(a) > ending(b) ? 1 : 0),
  )
}

/** A total and the sum of its buckets are each rounded. */
const AGREE_SHARE = 0.02
const NEVER = '9999'
const ending = ({ lastDay }: Supply): string => lastDay ?? NEVER
const middleOf = ({ lowBytes, highBytes }: { lowBytes: number; highBytes: number }): number =>
  Math.round((lowBytes + highBytes) / 2)

/** The last day on which something can be used, of which the end is printed; null for a date that does not exist. */
function lastDayOf(
  printed: NonNullable<Reading['expires']> | NonNullable<Standing['until']>,
  zone: string,
): string | null {
  const extent = extentOf(printed)
  return extent && dayBefore(extent.to, zone)
}

/** The date of the last moment before an instant. */
const dayBefore = (to: string, zone: string): string => dateIn(zone, new Date(Date.parse(to) - 1).toISOString())

/** What ends first: the cycle, the data, or the trip that the data has to last for. */
function endOf(
  { line, kept }: Standing,
  supplies: readonly Supply[] | null,
  today: string,
  now: string,
): Situation['end'] {
  const zone = zoneOf(line.cycle)
  const own = kept === null ? clockEnd(line.cycle, now, zone) : dataEnd(kept, line.cycle, supplies, now, zone)
  const { tripEnd } = line
  if (tripEnd !== null && tripEnd >= today && (own === null || own.with === 'expiry' || tripEnd <= own.lastDay))
    return { lastDay: tripEnd, with: 'trip' }
  return own !== null && own.lastDay >= today ? own : clockEnd(line.cycle, now, zone)
}

function clockEnd(clock: CycleClock | null, now: string, zone: string): Situation['end'] {
  const cycle = clock && cycleAt(clock, now)
  return cycle && { lastDay: dayBefore(cycle.to, zone), with: cycle.endsWith }
}

function dataEnd(
  { reading, moment }: KeptReading,
  clock: CycleClock | null,
  supplies: readonly Supply[] | null,
  now: string,
  zone: string,
): Situation['end'] {
  const cycleEnd = cycleEndOf(reading, clock, moment)
  const cycle = clock && cycleAt(clock, moment)
  if (cycleEnd !== null && cycleEnd > now)
    return { lastDay: dayBefore(cycleEnd, zone), with: cycle?.endsWith ?? 'reset' }
  const expires = reading.expires && lastDayOf(reading.expires, zone)
  if (expires) return { lastDay: expires, with: 'expiry' }
  if (!supplies || supplies.length === 0 || supplies.some(({ lastDay }) => lastDay === null)) return null
  return { lastDay: supplies.map(ending).toSorted().at(-1)!, with: 'expiry' }
}

/** From the moment of the newest figures to the end; null where nothing at all is known of use or of what is left. */
function questionOf(
  { kept, allowance, line, nextStep }: Standing,
  history: readonly Day[],
  supplies: readonly Supply[] | null,
  end: Situation['end'],
  now: string,
): OutlookQuestion | null {
  if (supplies === null && !history.some(({ bytes }) => bytes !== null)) return null
  const zone = zoneOf(line.cycle)
  // What is left, or how far it is to the next price, is as old as the figures.
  const from = kept === null || (supplies === null && nextStep === null) ? now : kept.moment
  const today = dateIn(zone, from)
  const day = dayIn(zone, today)
  const restOfToday = (Date.parse(day.to) - Date.parse(from)) / (Date.parse(day.to) - Date.parse(day.from))
  const lastDay = end?.lastDay ?? later(dateIn(zone, now), MONTH_DAYS - 1)
  const allowanceBytes = allowance.kind === 'known' ? allowance.highBytes : null
  const cycle = line.cycle && cycleAt(line.cycle, from)
  const cycleDays = cycle ? (Date.parse(cycle.to) - Date.parse(cycle.from)) / DAY_MILLISECONDS : MONTH_DAYS
  return {
    today,
    restOfToday,
    history,
    lastDay: lastDay < today ? today : lastDay,
    supplies,
    expected: { bytesPerDay: allowanceBytes === null ? USUAL_BYTES_PER_DAY : allowanceBytes / cycleDays },
  }
}

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)

const monthAhead = (history: readonly Day[], today: string): OutlookQuestion => ({
  today,
  restOfToday: 1,
  history,
  lastDay: later(today, MONTH_DAYS - 1),
  supplies: null,
  expected: { bytesPerDay: USUAL_BYTES_PER_DAY },
})

/** The fan of a line's forecast, day by day; empty where nothing of use is known. */
export const fanOf = ({ question }: Surveyed): FanDay[] => (question === null ? [] : fan(question))

/** The fan as a chart draws it: what is left day by day where that is known, else what is used. */
export function fanAhead(surveyed: Surveyed): FanDay[] {
  const supplies = surveyed.question?.supplies
  if (!supplies) return fanOf(surveyed)
  const whole = supplies.reduce((sum, { leftBytes }) => sum + leftBytes, 0)
  const left = (bytes: number): number => Math.max(0, whole - bytes)
  return fanOf(surveyed).map(({ date, lowBytes, middleBytes, highBytes }) => ({
    date,
    lowBytes: left(highBytes),
    middleBytes: left(middleBytes),
    highBytes: left(lowBytes),
  }))
}
