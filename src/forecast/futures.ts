import { weekdayOf, type SeenDay } from './history.ts'
import { levelOf, mean } from './level.ts'
import type { Random } from './random.ts'

/** How many futures are drawn: enough for 19 quantiles, in well under a millisecond. */
const FUTURES = 400

/** A day below this is idle: the phone's own chatter. */
const IDLE_BYTES = 50_000
/** A line is idle, a spare SIM, when it was so on most of its last four weeks; two of them have to be seen. */
const IDLE_WINDOW_DAYS = 28
const IDLE_LEAST_DAYS = 14
const IDLE_SHARE = 0.5
const FORGETTING = 0.95
/** Doubt about how often an idle line is used, as a standard deviation of the logarithm. */
const BUSY_DOUBT = 0.5

/** A weekday's own days count against all days as its number against this. */
const WEEKDAY_DOUBT_DAYS = 3
/** Beside what was seen there are days as nobody has seen yet: worth so many seen ones, and this much spread around their mean. */
const UNSEEN_DAYS = 6
const UNSEEN_CV = 2
/** Their mean: what was seen, and for a new line what its plan was bought for. The plan's word counts as so many days, and is a little high. */
const PLAN_DAYS = 14
const PLAN_SHARE = 0.9
/** Days that were only seen together differ from their mean as days of most lines do. */
const TOGETHER_CV = 1
/** Of the mean that the spread of the level adds, so much is taken off again. */
const MEAN_KEPT = 0.8

/** What the plan suggests: its allowance over its days. */
export interface Expected {
  readonly bytesPerDay: number
}

/** Bytes used from now to the end of each of `days` days, in several hundred futures; `restOfToday` (0 to 1) of the first is still to come. */
export function futures(
  seen: readonly SeenDay[],
  today: number,
  days: number,
  expected: Expected,
  random: Random,
  restOfToday = 1,
): Float64Array[] {
  const draw = isIdle(seen, today) ? idleDays(seen, today, random) : ordinaryDays(seen, today, days, expected, random)
  return Array.from({ length: FUTURES }, () => {
    const bytesOn = draw()
    const path = new Float64Array(days)
    for (let i = 0, sum = 0; i < days; i++) path[i] = sum += bytesOn(today + i) * (i === 0 ? restOfToday : 1)
    return path
  })
}

/** Draws one future: gives the bytes of each of its days in turn. */
type Draw = () => (day: number) => number

/** Days as they were, each by its weekday, times a level that may change, with days mixed in as were never seen. */
function ordinaryDays(seen: readonly SeenDay[], today: number, days: number, expected: Expected, random: Random): Draw {
  const all = seen.map(({ bytes }) => bytes)
  const byWeekday = Array.from({ length: 7 }, (_, weekday) => seen.filter(({ day }) => weekdayOf(day) === weekday))
  const { pull, learnedVariance, coldVariance } = levelOf(seen, today, days)
  const spread = Math.sqrt(learnedVariance + coldVariance)
  const count = all.length
  const unseenMean = (count * mean(all) + PLAN_DAYS * expected.bytesPerDay * PLAN_SHARE) / (count + PLAN_DAYS)
  const any = (some: readonly SeenDay[]): number => {
    const { bytes, together } = some[Math.floor(random.next() * some.length)]!
    return together ? bytes * spreadBy(TOGETHER_CV, random) : bytes
  }
  return () => {
    const level = pull * Math.exp(spread * random.normal() - (MEAN_KEPT * learnedVariance) / 2)
    return (day) => {
      if (random.next() < UNSEEN_DAYS / (count + UNSEEN_DAYS)) return level * unseenMean * spreadBy(UNSEEN_CV, random)
      const own = byWeekday[weekdayOf(day)]!
      return level * any(random.next() < own.length / (own.length + WEEKDAY_DOUBT_DAYS) ? own : seen)
    }
  }
}

/** A factor around 1 with a coefficient of variation, lognormal. */
function spreadBy(cv: number, random: Random): number {
  const variance = Math.log(1 + cv ** 2)
  return Math.exp(Math.sqrt(variance) * random.normal() - variance / 2)
}

function isIdle(seen: readonly SeenDay[], today: number): boolean {
  const recent = seen.filter(({ day }) => day >= today - IDLE_WINDOW_DAYS)
  const idle = recent.filter(({ bytes }) => bytes < IDLE_BYTES)
  return recent.length >= IDLE_LEAST_DAYS && idle.length > recent.length * IDLE_SHARE
}

/** A spare line is used now and then: how often, and how much when it is (after Teunter, Syntetos and Babai). */
function idleDays(seen: readonly SeenDay[], today: number, random: Random): Draw {
  const busy = seen.filter(({ bytes }) => bytes >= IDLE_BYTES).map(({ bytes }) => bytes)
  const quiet = seen.filter(({ bytes }) => bytes < IDLE_BYTES).map(({ bytes }) => bytes)
  let [busyWeight, weights] = [0.5, 1]
  for (const { day, bytes } of seen) {
    const weight = FORGETTING ** (today - 1 - day)
    weights += weight
    if (bytes >= IDLE_BYTES) busyWeight += weight
  }
  const any = (values: readonly number[]): number => values[Math.floor(random.next() * values.length)] ?? 0
  return () => {
    const rate = (busyWeight / weights) * Math.exp(BUSY_DOUBT * random.normal() - BUSY_DOUBT ** 2 / 2)
    return () => any(random.next() < rate ? busy : quiet)
  }
}
