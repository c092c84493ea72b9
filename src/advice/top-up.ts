import type { TopUp } from '../carriers/rules.ts'
import { probabilityAbove } from '../forecast/outlook.ts'
import { daysAfter, endOfMonth } from './dates.ts'
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
  readonly riskBefore: number
  readonly riskAfter: number
  /** The date on which somebody last looked at the price. */
  readonly checked: string
}

/** More pieces than these are no top-up but another plan. */
const MOST_PIECES = 10

/** The carrier's top-ups that make it last, the cheapest first, of unknown price last; empty where none is known or none lasts. */
export function topUp({ outlook, rules, end, today }: Situation): TopUpChoice[] {
  const risk = outlook?.runOutProbability
  if (!outlook || risk == null || !outlook.runOutDate) return []
  const latest = end !== null && end.lastDay < outlook.runOutDate ? end.lastDay : outlook.runOutDate
  const by = latest < today ? today : latest
  const leftBytes = outlook.supplies.reduce((sum, { supply }) => sum + supply.leftBytes, 0)
  const choices = (rules?.topUps ?? []).flatMap(({ value, sources }) => {
    const lastDay = endOf(value, by)
    // What ends before the line does leaves the days after it open.
    if (lastDay !== null && lastDay < outlook.lastDay) return []
    for (let count = 1; count <= MOST_PIECES; count += 1) {
      const riskAfter = probabilityAbove(outlook.useBytes, leftBytes + count * value.bytes)
      if (riskAfter >= ACCEPTED_RISK) continue
      const yen = value.yen === null ? null : value.yen * count
      const { checked } = sources[0]
      return [
        { name: value.name ?? null, bytes: value.bytes, count, yen, by, lastDay, riskBefore: risk, riskAfter, checked },
      ]
    }
    return []
  })
  return choices.sort((a, b) => (a.yen ?? Infinity) - (b.yen ?? Infinity) || a.count - b.count).slice(0, 1)
}

/** The last day of what is bought on a day. */
function endOf({ lasts }: TopUp, bought: string): string | null {
  if (lasts === null) return null
  if (lasts === 'month') return endOfMonth(bought, 0)
  return lasts === 'nextMonth' ? endOfMonth(bought, 1) : daysAfter(bought, lasts.days - 1)
}
