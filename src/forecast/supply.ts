import type { Grant } from '../core/reading.ts'

/** Data that a line has left, in one piece with one end. */
export interface Supply {
  readonly grant: Grant
  /** As the carrier prints it; "" where it has no name. */
  readonly name: string
  readonly leftBytes: number
  /** YYYY-MM-DD in the line's zone: the last day on which it can be used; null without an end. */
  readonly lastDay: string | null
}

/** What became of supplies in one future. */
export interface Drained {
  /** The first day, counted from 0, on which nothing is left for what is wanted; -1 where all days are served. */
  readonly runOutDay: number
  /** Of each supply, what is left when it ends, or at the end of the days. */
  readonly unusedBytes: readonly number[]
}

/**
 * Uses supplies up, day by day, each before the one after it: the carrier's order of consumption.
 * `lastDays` counts the days of each supply from 0; `wantedOn` gives the bytes of each of `days` days.
 */
export function drain(
  supplies: readonly Supply[],
  lastDays: readonly number[],
  days: number,
  wantedOn: (day: number) => number,
): Drained {
  const left = supplies.map(({ leftBytes }) => leftBytes)
  let runOutDay = -1
  for (let day = 0; day < days && runOutDay < 0; day += 1) {
    let wanted = wantedOn(day)
    let spare = 0
    for (let index = 0; index < left.length; index += 1) {
      if (lastDays[index]! < day) continue
      const taken = Math.min(left[index]!, wanted)
      wanted -= taken
      spare += left[index]! -= taken
    }
    if (spare <= 0) runOutDay = day
  }
  return { runOutDay, unusedBytes: left }
}
