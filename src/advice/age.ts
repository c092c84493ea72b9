import { cycleAt } from '../core/cycle.ts'
import type { Line } from '../core/line.ts'
import { DAY_MILLISECONDS } from './dates.ts'

/** On short cycles days of notice or of age are too many: a third of one leaves time to act, and time to say nothing. */
const CYCLE_SHARE = 1 / 3
/** Who looks once a week is not told that figures are old. */
const OLD_DAYS = 7
/** Figures of today are never old; nor is a new cycle that nobody has read yet, on its first day. */
export const FRESH_DAYS = 1

/** Days of 24 hours from one instant to another, with their parts. */
export const daysOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS

/** So many days, or a third of the line's cycle if that is shorter. */
export function daysOfCycle({ cycle: clock }: Line, now: string, days: number): number {
  const cycle = clock && cycleAt(clock, now)
  return cycle ? Math.min(days, daysOf(cycle.from, cycle.to) * CYCLE_SHARE) : days
}

/** Figures of the present cycle that are older than so many days are to be read again. */
export const oldAfterDays = (line: Line, now: string): number => Math.max(FRESH_DAYS, daysOfCycle(line, now, OLD_DAYS))
