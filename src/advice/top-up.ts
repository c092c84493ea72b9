import type { TopUp } from '../carriers/rules.ts'
import { cycleAt, dateIn, dayIn, type CycleClock } from '../core/cycle.ts'
import { probabilityAbove, type Outlook } from '../forecast/outlook.ts'
import { drain, type Supply } from '../forecast/supply.ts'
import { daysAfter, daysBetween, endOfMonth } from './dates.ts'
import { ACCEPTED_RISK } from './risk.ts'
import type { Situation } from './situation.ts'

/** What to buy, and what it does. */
export interface TopUpChoice {
  /** As the carrier calls it; null where it has no name of its own. */
  readonly name: string | null
  readonly bytes: number
  readonly count: number
  /** For all of them, with tax; null where nobody says. */
  readonly yen: number | null
  /** YYYY-MM-DD: the likely run-out; later it is missed, earlier it may be for nothing. */
  readonly by: string
  /** YYYY-MM-DD: what is bought then ends with this day; null where nobody says. */
  readonly lastDay: string | null
  /** 0 to 1: that it runs out before the end. */
  readonly riskBefore: number
  readonly riskAfter: number
  /** The date on which somebody last looked at the price. */
  readonly checked: string
}

/** More than this in small pieces is no top-up but another plan: 10 GB cost ¥2,200 (IIJmio) to ¥11,000 (docomo). */
const MOST_BYTES = 10e9
/** Shares of all that is left by which the even use that lasts is found; a byte of a terabyte. */
const FINENESS = 1e-12

/** The carrier's cheapest top-up that makes it last, with one of known price before the others; empty where none is known or none lasts. */
export function topUp(
  situation: Situation,
  runOut: { readonly probability: number; readonly date: string },
): TopUpChoice[] {
  const { outlook, rules, end, today, standing } = situation
  if (outlook === null || rules === null) return []
  const latest = end !== null && end.lastDay < runOut.date ? end.lastDay : runOut.date
  const by = latest < today ? today : latest
  const supplies = outlook.supplies.map(({ supply }) => supply)
  const choices = rules.topUps.flatMap(({ value, sources }): TopUpChoice[] => {
    const lastDay = endOf(value, by, standing.line.cycle)
    // It is bought when all else is used up, so what ends before the line does leaves the days after it open.
    if (value.only !== undefined || (lastDay !== null && lastDay < outlook.lastDay)) return []
    const riskWith = (count: number): number =>
      probabilityAbove(outlook.useBytes, lastingBytes([...supplies, boughtOf(value, count)], outlook))
    const count = fewest(value.bytes, (pieces) => riskWith(pieces) < ACCEPTED_RISK)
    if (count === null) return []
    return [
      {
        name: value.name ?? null,
        bytes: value.bytes,
        count,
        yen: value.yen === null ? null : value.yen * count,
        by,
        lastDay,
        riskBefore: runOut.probability,
        riskAfter: riskWith(count),
        checked: sources[0].checked,
      },
    ]
  })
  const isCheaper = (a: TopUpChoice, b: TopUpChoice): number =>
    a.yen === b.yen ? a.count - b.count : (a.yen ?? Infinity) - (b.yen ?? Infinity)
  return choices.toSorted(isCheaper).slice(0, 1)
}

/** How many pieces are enough; null where even the most that anybody would buy are not. */
function fewest(pieceBytes: number, isEnough: (count: number) => boolean): number | null {
  const most = Math.max(1, Math.floor(MOST_BYTES / pieceBytes))
  for (let count = 1; count <= most; count += 1) if (isEnough(count)) return count
  return null
}

/** Last in the order of consumption whatever the carrier's is: when it is bought nothing else is left. */
const boughtOf = ({ name = '', bytes }: TopUp, count: number): Supply => ({
  grant: 'topUp',
  name,
  leftBytes: bytes * count,
  lastDay: null,
})

/** The most that can be used, the same each day, up to the last one; less than all that is left where some of it ends before. */
function lastingBytes(supplies: readonly Supply[], { today, lastDay }: Pick<Outlook, 'today' | 'lastDay'>): number {
  const all = supplies.reduce((sum, { leftBytes }) => sum + leftBytes, 0)
  if (supplies.every((supply) => supply.lastDay === null || supply.lastDay >= lastDay)) return all
  const days = daysBetween(today, lastDay) + 1
  const lastDays = supplies.map((supply) => (supply.lastDay === null ? days : daysBetween(today, supply.lastDay)))
  let [low, high] = [0, all]
  while (high - low > all * FINENESS) {
    const middle = (low + high) / 2
    if (drain(supplies, lastDays, days, () => middle / days).runOutDay < 0) low = middle
    else high = middle
  }
  return high
}

/** The last day of what is bought on a day; null where nobody says. */
function endOf({ lasts }: TopUp, bought: string, clock: CycleClock | null): string | null {
  if (lasts === null) return null
  if (typeof lasts === 'object') return daysAfter(bought, lasts.days - 1)
  const months = lasts === 'month' ? 0 : 1
  const calendar = endOfMonth(bought, months)
  // Nobody says which month is meant where the bill has its own: the one that ends first is promised.
  const own = clock?.kind === 'closingDay' ? endOfCycle(clock, bought, months) : null
  return own !== null && own < calendar ? own : calendar
}

/** The last day of the cycle of a date, or of so many cycles later. */
function endOfCycle(clock: Extract<CycleClock, { kind: 'closingDay' }>, date: string, later: number): string | null {
  const cycle = cycleAt(clock, dayIn(clock.zone, date).from)
  if (cycle === null) return null
  const lastDay = dateIn(clock.zone, new Date(Date.parse(cycle.to) - 1).toISOString())
  return later === 0 ? lastDay : endOfCycle(clock, daysAfter(lastDay, 1), later - 1)
}
