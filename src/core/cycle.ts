import { DAY_MILLISECONDS, dateOf, dayInMonth, dayOf, isoOf, millisecondsOf, offsetMilliseconds } from './dates.ts'
import type { WallClock } from './reading.ts'
import { Temporal } from './temporal.ts'

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
      return monthAround(dayAt(moment, clock.zone), LONGEST_MONTH_DAYS, clock.zone)
    case 'closingDay':
      return monthAround(dayAt(moment, clock.zone), clock.day, clock.zone)
    case 'daily':
      return cycleOfDays(dayAt(moment, clock.zone), 1, clock.zone, true)
    case 'days': {
      const first = dayOf(clock.start)
      const index = indexOf(dayAt(moment, clock.zone) - first, clock.days, clock.repeats)
      return index === null ? null : cycleOfDays(first + index * clock.days, clock.days, clock.zone, clock.repeats)
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

function monthAround(today: number, closingDay: number, zone: string): Cycle {
  const closing = dayInMonth(today, 0, closingDay)
  const last = today > closing ? dayInMonth(today, 1, closingDay) : closing
  const first = dayInMonth(last, -1, closingDay) + 1
  return cycleOfDays(first, last + 1 - first, zone, true)
}

const dayAt = (moment: string, zone: string): number => dayOf(dateIn(zone, moment))

const cycleOfDays = (first: number, days: number, zone: string, repeats: boolean): Cycle =>
  cycleOf(midnight(first, zone), midnight(first + days, zone), repeats)

/** The first moment of a day, which is not always 00:00. */
const midnight = (day: number, zone: string): number =>
  isPlainJapan(zone, day * DAY_MILLISECONDS)
    ? day * DAY_MILLISECONDS - JAPAN_OFFSET_MILLISECONDS
    : Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds

/** The instant of a wall clock's time. */
const instantAt = (time: number, zone: string): number =>
  isPlainJapan(zone, time)
    ? time - JAPAN_OFFSET_MILLISECONDS
    : Temporal.PlainDateTime.from(isoOf(time).slice(0, -'Z'.length)).toZonedDateTime(zone).epochMilliseconds

/** Whether one offset is enough for a wall clock's time: `Temporal` is large, and slow to ask for a zone the first time. */
const isPlainJapan = (zone: string, time: number): boolean => zone === DEFAULT_ZONE && time >= ONE_OFFSET_SINCE

/** Japan had summer time from 1948 to 1951 and one offset ever since: https://www.iana.org/time-zones, file asia, rule Japan. */
const ONE_OFFSET_SINCE = Date.UTC(1952, 0)
const JAPAN_OFFSET_MILLISECONDS = 9 * HOUR_MILLISECONDS

const cycleOf = (from: number, to: number, repeats: boolean): Cycle => ({
  from: isoOf(from),
  to: isoOf(to),
  endsWith: repeats ? 'reset' : 'expiry',
})

/** A day of a zone, the end excluded. */
interface Day {
  readonly from: string
  readonly to: string
}

/** Days of zones once asked for: a ledger asks for the same few over and over, and zones are slow. */
const daysByName = new Map<string, Day>()
/** Some ten years of days; then they begin anew. */
const MOST_DAYS = 4096

/** The date of an instant by a zone, YYYY-MM-DD. */
export function dateIn(zone: string, moment: string): string {
  const instant = Date.parse(moment)
  if (isPlainJapan(zone, instant + JAPAN_OFFSET_MILLISECONDS))
    return dateOf(Math.floor((instant + JAPAN_OFFSET_MILLISECONDS) / DAY_MILLISECONDS))
  const iso = isoOf(instant)
  // By any zone it is the date of UTC, or the one before or after.
  for (const days of [0, 1, -1]) {
    const date = dateOf(Math.floor(instant / DAY_MILLISECONDS) + days)
    const { from, to } = dayIn(zone, date)
    if (from <= iso && iso < to) return date
  }
  return Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** Date and time of an instant by a zone, YYYY-MM-DDTHH:mm. */
export function timeIn(zone: string, moment: string): string {
  const instant = Date.parse(moment)
  if (isPlainJapan(zone, instant + JAPAN_OFFSET_MILLISECONDS))
    return isoOf(instant + JAPAN_OFFSET_MILLISECONDS).slice(0, -':00.000Z'.length)
  const time = Temporal.Instant.from(isoOf(instant)).toZonedDateTimeISO(zone).toPlainDateTime()
  return time.toString({ smallestUnit: 'minute' })
}

/** The instants at which a day (YYYY-MM-DD) begins and ends by a zone, the end excluded. */
export function dayIn(zone: string, date: string): Day {
  const key = `${zone} ${date}`
  const known = daysByName.get(key)
  if (known) return known
  const day = dayOf(date)
  const found = { from: isoOf(midnight(day, zone)), to: isoOf(midnight(day + 1, zone)) }
  if (daysByName.size >= MOST_DAYS) daysByName.clear()
  daysByName.set(key, found)
  return found
}

/** A printed time, its seconds, its offset. */
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)(.*)$/u

/**
 * The instants that a printed date or time covers, the end excluded: a whole month, day, minute or second.
 * "まで" is inclusive, so what is valid until then ends at `to`. Null for a date or zone that does not exist.
 */
export function extentOf({ at, zone }: Pick<WallClock, 'at' | 'zone'>): { from: string; to: string } | null {
  try {
    const [isTime, time = '', seconds, offset = ''] = TIME.exec(at) ?? []
    if (isTime !== undefined) {
      const wallClock = millisecondsOf(time)
      const from = offset === '' ? instantAt(wallClock, zone) : wallClock - offsetMilliseconds(offset)
      return { from: isoOf(from), to: isoOf(from + (seconds === undefined ? 60_000 : 1000)) }
    }
    if (at.length > 'YYYY-MM'.length) return dayIn(zone, at)
    const first = dayOf(`${at}-01`)
    return { from: isoOf(midnight(first, zone)), to: isoOf(midnight(dayInMonth(first, 1, 1), zone)) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
