import { dateIn, dayIn } from '../core/cycle.ts'
import type { UseSpan } from '../core/use.ts'

/** What is known of one day's use. */
export interface DayUse {
  /** YYYY-MM-DD by the line's zone. */
  readonly date: string
  /** At least and at most, of the part that was seen. */
  readonly lowBytes: number
  readonly highBytes: number
  /** The spans' middle values, each spread evenly over its time: they add up to what the spans add up to. */
  readonly likelyBytes: number
  /** 0 to 1: how much of the day the spans cover. */
  readonly seenShare: number
  readonly throttled: boolean
}

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
})

/** A span that goes beyond the day may have been used on any side of midnight. */
function added(day: DayUse, span: UseSpan, length: number, dayLength: number): DayUse {
  const share = length / lengthOf(span.from, span.to)
  return {
    date: day.date,
    lowBytes: day.lowBytes + (share === 1 ? span.lowBytes : 0),
    highBytes: day.highBytes + span.highBytes,
    likelyBytes: day.likelyBytes + ((span.lowBytes + span.highBytes) / 2) * share,
    seenShare: day.seenShare + length / dayLength,
    throttled: day.throttled || span.throttled,
  }
}

const lengthOf = (from: string, to: string): number => Date.parse(to) - Date.parse(from)
