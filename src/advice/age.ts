import { cycleAt } from '../core/cycle.ts'
import { DAY_MILLISECONDS } from './dates.ts'
import type { Situation } from './situation.ts'

/** A figure that is older says little; of short cycles, a third of them. */
const STALE_DAYS = 7
const STALE_SHARE = 1 / 3
/** After a reset or an expiry the old figures say nothing; a day is time enough to look. */
const OUTDATED_DAYS = 1

/** How old a line's figures are. */
export interface Age {
  /** Since they were true; after a reset, since then. */
  readonly days: number
  /** Older than so many days they are to be read again. */
  readonly limitDays: number
}

/** Null where nothing was read. */
export function ageOf({ standing, now }: Situation): Age | null {
  const { kept, line, outdated } = standing
  if (kept === null) return null
  const cycle = line.cycle && cycleAt(line.cycle, now)
  if (outdated !== null) {
    const from = cycle && cycle.from > kept.moment ? cycle.from : kept.moment
    return { days: daysOf(from, now), limitDays: OUTDATED_DAYS }
  }
  const cycleDays = cycle ? daysOf(cycle.from, cycle.to) : Infinity
  return {
    days: daysOf(kept.moment, now),
    limitDays: Math.max(1, Math.min(STALE_DAYS, cycleDays * STALE_SHARE)),
  }
}

/** Days from one instant to another, with their parts. */
export const daysOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS
