import { cycleAt, dateIn, dayIn, type CycleClock } from '../core/cycle.ts'

/** What use is derived from: the last reading before each of the first, and the first from each of the second on. */
export interface Boundaries {
  readonly befores: readonly string[]
  readonly froms: readonly string[]
}

/** Days are told apart as far back as a forecast looks, and whole months a little further. */
const [DAYS, MONTHS] = [57, 3]
/** Cycles shorter than a day are hardly told apart; of longer ones there are no more than days. */
const MOST_CYCLES = DAYS + MONTHS
const DAY_MILLISECONDS = 86_400_000

/**
 * The instants between which the use of a line is told apart: midnights by its zone, the beginnings of months and of cycles.
 * However often a line is read, the readings next to these are enough.
 */
export function boundariesBefore(now: string, zone: string, clock: CycleClock | null): Boundaries {
  const today = dateIn(zone, now)
  const oldest = firstOfMonthBefore(today, MONTHS)
  const midnights = [now, ...Array.from({ length: DAYS }, (_, days) => dayIn(zone, dayBefore(today, days)).from)]
  const months = Array.from({ length: MONTHS + 1 }, (_, back) => dayIn(zone, firstOfMonthBefore(today, back)).from)
  const cycles = clock === null ? [] : beginnings(clock, now, oldest)
  return { befores: [...new Set([...midnights, ...months, ...cycles])], froms: [...new Set([...months, ...cycles])] }
}

/** When the cycles before an instant began, back to a date. */
function beginnings(clock: CycleClock, now: string, oldest: string): string[] {
  const found: string[] = []
  for (
    let cycle = cycleAt(clock, now);
    cycle !== null && found.length < MOST_CYCLES && cycle.from > oldest;
    cycle = cycleAt(clock, new Date(Date.parse(cycle.from) - 1).toISOString())
  )
    found.push(cycle.from)
  return found
}

const dayBefore = (date: string, days: number): string =>
  new Date(Date.parse(date) - days * DAY_MILLISECONDS).toISOString().slice(0, 'YYYY-MM-DD'.length)

function firstOfMonthBefore(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 'YYYY-MM-DD'.length)
}
