import { dateIn, dayIn } from '../core/cycle.ts'
import type { UseSpan } from '../core/use.ts'

/** What is known of one day's use. */
export interface DayUse {
  /** YYYY-MM-DD by the line's zone. */
  readonly date: string
  /** At least and at most, of the part that was seen. */
  readonly lowBytes: number
  readonly highBytes: number
  /** The spans' likely use, each spread evenly over its time: it adds up to what that of the spans adds up to. */
  readonly likelyBytes: number
  /** 0 to 1: how much of the day the spans cover. */
  readonly seenShare: number
  readonly throttled: boolean
  /** Seen only together with other days: how much of the sum fell on this one is not known. */
  readonly together: boolean
}

/** Readings at about the same time each day are a day apart, give or take some hours. */
const LONGEST_DAY_MILLISECONDS = 36 * 3_600_000

/** Use by day, oldest first; days of which nothing was seen are left out. */
export function dailyUse(spans: readonly UseSpan[], zone: string): DayUse[] {
  const days = new Map<string, DayUse>()
  for (const span of spans) {
    for (let at = span.from; at < span.to;) {
      const date = dateIn(zone, at)
      const day = dayIn(zone, date)
      const to = span.to < day.to ? span.to : day.to
      days.set(date, added(days.get(date) ?? nothingOn(date), span, lengthOf(at, to), lengthOf(day.from, day.to)))
      at = to
    }
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const nothingOn = (date: string): DayUse => ({
  date,
  lowBytes: 0,
  highBytes: 0,
  likelyBytes: 0,
  seenShare: 0,
  throttled: false,
  together: false,
})

/** A span that goes beyond the day may have been used on any side of midnight. */
function added(day: DayUse, span: UseSpan, length: number, dayLength: number): DayUse {
  const share = length / lengthOf(span.from, span.to)
  return {
    date: day.date,
    lowBytes: day.lowBytes + (share === 1 ? span.lowBytes : 0),
    highBytes: day.highBytes + span.highBytes,
    likelyBytes: day.likelyBytes + span.likelyBytes * share,
    seenShare: day.seenShare + length / dayLength,
    throttled: day.throttled || span.throttled,
    together: day.together || lengthOf(span.from, span.to) > LONGEST_DAY_MILLISECONDS,
  }
}

const lengthOf = (from: string, to: string): number => Date.parse(to) - Date.parse(from)

/** So much of a day or month has to be seen for it to count as known. */
const WHOLE_SHARE = 0.9

/** Bytes by day as a forecast wants them: null where too little of a day was seen, or where less was used than was wanted. */
export const wholeDays = (
  days: readonly DayUse[],
): { readonly date: string; readonly bytes: number | null; readonly together: boolean }[] =>
  days.map(({ date, likelyBytes, seenShare, throttled, together }) => ({
    date,
    bytes: seenShare < WHOLE_SHARE || throttled ? null : Math.round(likelyBytes / Math.min(1, seenShare)),
    together,
  }))

/** Months that are looked back on. */
const MONTHS = 3

/** Bytes used in the whole calendar months before a date, the latest first; those that were not seen whole are left out, and those in which less was used than was wanted. */
export function monthsUsed(days: readonly DayUse[], before: string): number[] {
  const months = new Map<string, { bytes: number; seenDays: number }>()
  const heldMonths = new Set(days.filter(({ throttled }) => throttled).map(({ date }) => monthOf(date)))
  for (const { date, likelyBytes, seenShare } of days) {
    const sum = months.get(monthOf(date)) ?? { bytes: 0, seenDays: 0 }
    months.set(monthOf(date), { bytes: sum.bytes + likelyBytes, seenDays: sum.seenDays + Math.min(1, seenShare) })
  }
  return [...months]
    .filter(([month]) => month < monthOf(before) && !heldMonths.has(month))
    .map(([month, { bytes, seenDays }]) => ({ month, bytes, share: seenDays / daysIn(month) }))
    .filter(({ share }) => share >= WHOLE_SHARE)
    .sort((a, b) => (a.month > b.month ? -1 : 1))
    .slice(0, MONTHS)
    .map(({ bytes, share }) => Math.round(bytes / share))
}

const monthOf = (date: string): string => date.slice(0, 'YYYY-MM'.length)

const daysIn = (month: string): number => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}
