import { dayIn, zoneOf } from '../core/cycle.ts'
import { daysBetween } from './dates.ts'
import { ACCEPTED_RISK, LIKELY } from './risk.ts'
import { savings, type Saving } from './savings.ts'
import type { Situation } from './situation.ts'
import { topUp, type TopUpChoice } from './top-up.ts'

/** Do without until the data begins anew. */
export interface Waiting {
  /** YYYY-MM-DD: the last day without. */
  readonly lastDay: string
  readonly days: number
  /** Bits a second in the meantime, 0 where the data stops; null where nobody says. */
  readonly speedBitsPerSecond: number | null
  /** What the cheapest top-up instead would cost; null where none is known that serves, or nobody says. */
  readonly topUpYen: number | null
}

/** So much a day lasts to the end. */
export interface UsingLess {
  readonly bytesPerDay: number
  readonly usualBytesPerDay: number
  /** 0 to 1: less than is usual; 0 where the usual lasts as well, and only an unusual day would not. */
  readonly lessShare: number
  readonly lastDay: string
  /** What saves most, first. */
  readonly savings: readonly Saving[]
}

/** What to do when it may run out. */
export type RunOutAdvice =
  | ({ readonly kind: 'topUp' } & TopUpChoice)
  | ({ readonly kind: 'wait' } & Waiting)
  | ({ readonly kind: 'useLess' } & UsingLess)

/** Somebody can do with a third less for some days; with much less hardly anybody does. */
const EASY_SHARE = 0.35
/** At a megabit a second maps and messages work; a day without data is borne. */
const USABLE_BITS_PER_SECOND = 1_000_000
const BORNE_DAYS = 1
/** In the last hour of a day a rate a day would be anything. */
const SHORTEST_DAY_SHARE = 1 / 24

/** Ranked by what it costs a person: a little less, then a wait that is short or bearable, then a purchase, then much less. */
export function aboutRunningOut(situation: Situation): RunOutAdvice[] {
  const out = runOutOf(situation)
  if (out === null || out.probability < ACCEPTED_RISK) return []
  const bought = topUp(situation, out).map((choice) => ({ kind: 'topUp', ...choice }) as const)
  const less = useLess(situation)
  const waiting = out.probability < LIKELY ? null : wait(situation, out.date, bought[0]?.yen ?? null)
  const isEasy = less !== null && less.lessShare <= EASY_SHARE
  const isBearable =
    waiting !== null && (waiting.days <= BORNE_DAYS || (waiting.speedBitsPerSecond ?? 0) >= USABLE_BITS_PER_SECOND)
  const lesser = less === null ? [] : [{ kind: 'useLess', ...less } as const]
  const waited = waiting === null ? [] : [{ kind: 'wait', ...waiting } as const]
  return [
    ...(isEasy ? lesser : []),
    ...(isBearable ? waited : []),
    ...bought,
    ...(isEasy ? [] : lesser),
    ...(isBearable ? [] : waited),
  ]
}

/** When nothing is likely to be left; a line that is slowed down, of which no figure is known, is out already. */
function runOutOf({ standing, outlook, today }: Situation): { probability: number; date: string } | null {
  if (outlook !== null && outlook.runOutProbability !== null)
    return outlook.runOutDate === null ? null : { probability: outlook.runOutProbability, date: outlook.runOutDate }
  const isOut = standing.throttled === true && standing.usable.amount.kind === 'unknown'
  return isOut ? { probability: 1, date: today } : null
}

/** Of data without an end nobody can say how much a day makes it last. */
function useLess(situation: Situation): UsingLess | null {
  const { outlook, end } = situation
  if (!outlook?.lastingBytesPerDay || end === null) return null
  const { lastingBytesPerDay, useBytes, lastDay } = outlook
  const usual = useBytes[Math.floor(useBytes.length / 2)]! / daysToCome(situation, outlook)
  return {
    bytesPerDay: lastingBytesPerDay,
    usualBytesPerDay: Math.round(usual),
    lessShare: usual > lastingBytesPerDay ? 1 - lastingBytesPerDay / usual : 0,
    lastDay,
    savings: savings(),
  }
}

/** From the moment of the figures, as the outlook counts: what is left of that day, and the days after it. */
function daysToCome(
  { standing, now }: Situation,
  { today, lastDay, runOutProbability }: NonNullable<Situation['outlook']>,
): number {
  const from = runOutProbability === null || standing.kept === null ? now : standing.kept.moment
  const day = dayIn(zoneOf(standing.line.cycle), today)
  const rest = (Date.parse(day.to) - Date.parse(from)) / (Date.parse(day.to) - Date.parse(day.from))
  return daysBetween(today, lastDay) + Math.min(1, Math.max(SHORTEST_DAY_SHARE, rest))
}

/** From a run-out to a reset; only where there is one. */
function wait({ end, rules, standing, today }: Situation, runOutDate: string, topUpYen: number | null): Waiting | null {
  if (end?.with !== 'reset') return null
  const from = runOutDate < today ? today : runOutDate
  const plan = standing.line.plan?.name
  const throttles = (rules?.throttles ?? []).map(({ value }) => value).filter(({ beyondBytes }) => !beyondBytes)
  const own = throttles.find((throttle) => throttle.plan !== undefined && throttle.plan === plan)
  const general = throttles.find((throttle) => throttle.plan === undefined)
  return {
    lastDay: end.lastDay,
    days: Math.max(1, daysBetween(from, end.lastDay)),
    speedBitsPerSecond: (own ?? general)?.speedBitsPerSecond ?? null,
    topUpYen,
  }
}
