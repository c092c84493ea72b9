import { Temporal } from 'temporal-polyfill'
import type { WallClock } from './reading.ts'

/** When the data of a line begins anew, or ends. Days and months are those of the zone (IANA name). */
export type CycleClock =
  | { readonly kind: 'calendarMonth'; readonly zone: string }
  /** `day` is the last of each cycle, 1 to 31; the month's last where it is shorter. */
  | { readonly kind: 'closingDay'; readonly day: number; readonly zone: string }
  /** By the clock from an instant: 3 x 24 hours. */
  | { readonly kind: 'hours'; readonly hours: number; readonly start: string; readonly repeats: boolean }
  /** Whole days; the day `start` (YYYY-MM-DD) is the first of them. */
  | {
      readonly kind: 'days'
      readonly days: number
      readonly start: string
      readonly repeats: boolean
      readonly zone: string
    }
  /** From midnight to midnight. */
  | { readonly kind: 'daily'; readonly zone: string }
  /** No cycle: each bucket ends when it ends. */
  | { readonly kind: 'none' }

/** One cycle: instants in UTC as `toISOString` writes them, `to` excluded. */
export interface Cycle {
  readonly from: string
  readonly to: string
  /** Whether there is new data at its end, or none any more. */
  readonly endsWith: 'reset' | 'expiry'
}

/** Where nothing else is said, a line lives in Japan. */
export const DEFAULT_ZONE = 'Asia/Tokyo'

const HOUR_MILLISECONDS = 3_600_000
const LONGEST_MONTH_DAYS = 31

/** The zone in which a line's days begin and end. */
export const zoneOf = (clock: CycleClock | null): string => (clock && 'zone' in clock ? clock.zone : DEFAULT_ZONE)

/** Cycles once asked for, by clock: one reading after the other falls in the same few, and zones are slow. */
const cyclesByClock = new Map<string, Cycle[]>()
/** So many of a clock; then they begin anew. */
const MOST_CYCLES = 64

/** The cycle that an instant falls in; null without cycles, before the first one and after the last. */
export function cycleAt(clock: CycleClock, moment: string): Cycle | null {
  const at = Date.parse(moment)
  const key = JSON.stringify(clock)
  const known = cyclesByClock.get(key) ?? []
  const found = known.findLast(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to))
  if (found) return found
  const cycle = cycleAround(clock, moment)
  if (cycle) cyclesByClock.set(key, known.length < MOST_CYCLES ? [...known, cycle] : [cycle])
  return cycle
}

function cycleAround(clock: CycleClock, moment: string): Cycle | null {
  switch (clock.kind) {
    case 'calendarMonth':
      return monthAround(dateAt(moment, clock.zone), LONGEST_MONTH_DAYS, clock.zone)
    case 'closingDay':
      return monthAround(dateAt(moment, clock.zone), clock.day, clock.zone)
    case 'daily': {
      const today = dateAt(moment, clock.zone)
      return cycleOf(midnight(today, clock.zone), midnight(today.add({ days: 1 }), clock.zone), true)
    }
    case 'days': {
      const first = Temporal.PlainDate.from(clock.start)
      const index = indexOf(first.until(dateAt(moment, clock.zone)).days, clock.days, clock.repeats)
      if (index === null) return null
      const start = first.add({ days: index * clock.days })
      return cycleOf(midnight(start, clock.zone), midnight(start.add({ days: clock.days }), clock.zone), clock.repeats)
    }
    case 'hours': {
      const length = clock.hours * HOUR_MILLISECONDS
      const first = Date.parse(clock.start)
      const index = indexOf(Date.parse(moment) - first, length, clock.repeats)
      return index === null ? null : cycleOf(first + index * length, first + (index + 1) * length, clock.repeats)
    }
    default:
      return null
  }
}

/** How many whole lengths have passed; null before the first one, and after it where it does not repeat. */
function indexOf(passed: number, length: number, repeats: boolean): number | null {
  const index = Math.floor(passed / length)
  return index < 0 || (index > 0 && !repeats) ? null : index
}

function monthAround(today: Temporal.PlainDate, closingDay: number, zone: string): Cycle {
  const closing = closingIn(today, closingDay)
  const isOver = Temporal.PlainDate.compare(today, closing) > 0
  const last = isOver ? closingIn(firstOfMonth(today).add({ months: 1 }), closingDay) : closing
  const before = closingIn(firstOfMonth(last).subtract({ months: 1 }), closingDay)
  return cycleOf(midnight(before.add({ days: 1 }), zone), midnight(last.add({ days: 1 }), zone), true)
}

const firstOfMonth = (date: Temporal.PlainDate): Temporal.PlainDate => date.with({ day: 1 })

/** The closing day in a date's month; `with` stops at the month's last day. */
const closingIn = (date: Temporal.PlainDate, closingDay: number): Temporal.PlainDate => date.with({ day: closingDay })

const dateAt = (moment: string, zone: string): Temporal.PlainDate => Temporal.PlainDate.from(dateIn(zone, moment))

/** The first moment of a day, which is not always 00:00. */
const midnight = (date: Temporal.PlainDate, zone: string): number =>
  isPlainJapan(zone, date.year)
    ? Date.parse(`${date.toString()}T00:00${JAPAN_OFFSET}`)
    : date.toZonedDateTime(zone).epochMilliseconds

/** The instant of a wall clock's time. */
const instantAt = (time: Temporal.PlainDateTime, zone: string): number =>
  isPlainJapan(zone, time.year)
    ? Date.parse(`${time.toString()}${JAPAN_OFFSET}`)
    : time.toZonedDateTime(zone).epochMilliseconds

/** Whether one offset is enough: asking for a zone the first time takes a third of an empty program's start. */
const isPlainJapan = (zone: string, year: number): boolean =>
  zone === DEFAULT_ZONE && year > LAST_SUMMER_TIME_YEAR && year < FIRST_LONG_YEAR

/** Japan had summer time from 1948 to 1951 and one offset ever since: https://www.iana.org/time-zones, file asia, rule Japan. */
const LAST_SUMMER_TIME_YEAR = 1951
const [JAPAN_OFFSET, JAPAN_OFFSET_MILLISECONDS] = ['+09:00', 9 * HOUR_MILLISECONDS]
/** From then on years have a sign, which `Date` and `Temporal` write alike but no carrier prints. */
const FIRST_LONG_YEAR = 10_000

const cycleOf = (from: number, to: number, repeats: boolean): Cycle => ({
  from: instantOf(from),
  to: instantOf(to),
  endsWith: repeats ? 'reset' : 'expiry',
})

const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** A day of a zone, the end excluded. */
interface Day {
  readonly from: string
  readonly to: string
}

const DAY_MILLISECONDS = 86_400_000
/** Days of zones once asked for: a ledger asks for the same few over and over, and zones are slow. */
const daysByName = new Map<string, Day>()
/** Some ten years of days; then they begin anew. */
const MOST_DAYS = 4096

/** The date of an instant by a zone, YYYY-MM-DD. */
export function dateIn(zone: string, moment: string): string {
  const instant = new Date(moment)
  const iso = instant.toISOString()
  // By any zone it is the date of UTC, or the one before or after.
  for (const shift of [0, DAY_MILLISECONDS, -DAY_MILLISECONDS]) {
    const near = shift === 0 ? iso : instantOf(instant.getTime() + shift)
    const date = near.slice(0, 'YYYY-MM-DD'.length)
    const { from, to } = dayIn(zone, date)
    if (from <= iso && iso < to) return date
  }
  return Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** Date and time of an instant by a zone, YYYY-MM-DDTHH:mm. */
export function timeIn(zone: string, moment: string): string {
  const at = new Date(moment)
  if (isPlainJapan(zone, at.getUTCFullYear()))
    return instantOf(at.getTime() + JAPAN_OFFSET_MILLISECONDS).slice(0, 'YYYY-MM-DDTHH:mm'.length)
  const time = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(zone).toPlainDateTime()
  return time.toString({ smallestUnit: 'minute' })
}

/** The instants at which a day (YYYY-MM-DD) begins and ends by a zone, the end excluded. */
export function dayIn(zone: string, date: string): Day {
  const key = `${zone} ${date}`
  const known = daysByName.get(key)
  if (known) return known
  const day = Temporal.PlainDate.from(date)
  const found = { from: instantOf(midnight(day, zone)), to: instantOf(midnight(day.add({ days: 1 }), zone)) }
  if (daysByName.size >= MOST_DAYS) daysByName.clear()
  daysByName.set(key, found)
  return found
}

/**
 * The instants that a printed date or time covers, the end excluded: a whole month, day, minute or second.
 * "まで" is inclusive, so what is valid until then ends at `to`. Null for a date or zone that does not exist.
 */
export function extentOf({ at, zone }: Pick<WallClock, 'at' | 'zone'>): { from: string; to: string } | null {
  try {
    const [date = '', time] = at.split('T')
    if (time === undefined) {
      if (date.length > 'YYYY-MM'.length) return dayIn(zone, date)
      const first = Temporal.PlainDate.from(`${date}-01`)
      return { from: instantOf(midnight(first, zone)), to: instantOf(midnight(first.add({ months: 1 }), zone)) }
    }
    const [, clock = '', offset = ''] = /^([\d:]+)(.*)$/u.exec(time) ?? []
    const from =
      offset === '' ? instantAt(Temporal.PlainDateTime.from(at), zone) : Temporal.Instant.from(at).epochMilliseconds
    return { from: instantOf(from), to: instantOf(from + (clock.length > 'HH:mm'.length ? 1000 : 60_000)) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
