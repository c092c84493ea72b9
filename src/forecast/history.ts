/** Bytes that a line used on one day; null where nobody saw it, or where the line was throttled and wanted more. */
export interface Day {
  /** YYYY-MM-DD in the line's zone. */
  readonly date: string
  readonly bytes: number | null
  /** Seen only together with other days: the mean of them, not what this one was. */
  readonly together?: boolean
}

const DAY_MILLISECONDS = 86_400_000

/** Days since 1970, by which days are counted here; NaN for what is no date. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(date) / DAY_MILLISECONDS)

/** YYYY-MM-DD of a day number. */
export const dateOf = (day: number): string => new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10)

/** 0 to 6; which weekday is 0 does not matter. */
export const weekdayOf = (day: number): number => ((day % 7) + 7) % 7

/** No cycle is longer than a year and a day; what claims to be is cut there. */
export const MOST_DAYS = 366
/** Fewer days seen than this, and a forecast rests on what others do more than on this line. */
export const KNOWN_DAYS = 14

/** A day that was seen. */
export interface SeenDay {
  readonly day: number
  readonly bytes: number
  readonly together: boolean
}

/** Older use says little about the days to come. */
const LONGEST_MEMORY_DAYS = 56

/** The days before `today` that were seen, oldest first, one a date, nothing negative or endless. */
export function seenBefore(today: number, history: readonly Day[]): SeenDay[] {
  const seen = new Map<number, SeenDay>()
  for (const { date, bytes, together = false } of history) {
    const day = dayNumber(date)
    if (bytes === null || !Number.isFinite(bytes) || bytes < 0) continue
    if (day < today && day >= today - LONGEST_MEMORY_DAYS) seen.set(day, { day, bytes, together })
  }
  return [...seen.values()].sort((a, b) => a.day - b.day)
}
