import { quantileOf, QUANTILE_LEVELS } from './quantiles.ts'
import { futures, type Expected } from './futures.ts'
import { dateOf, dayNumber, KNOWN_DAYS, MOST_DAYS, seenBefore, type Day } from './history.ts'
import { randomFrom } from './random.ts'
import { drain, type Supply } from './supply.ts'

/** What is asked of a line: will what it has left last. */
export interface OutlookQuestion {
  /** YYYY-MM-DD in the line's zone: the day on which the supplies were as they are given. */
  readonly today: string
  /** 0 to 1: how much of that day is still to come. */
  readonly restOfToday: number
  /** Days before it; see `seenBefore`. */
  readonly history: readonly Day[]
  /** YYYY-MM-DD, included: the cycle, the data or the trip ends with it. */
  readonly lastDay: string
  /** In the carrier's order of consumption; null where nobody knows what is left, or nothing limits it. */
  readonly supplies: readonly Supply[] | null
  /** What the plan was bought for; the prior of a new line. */
  readonly expected: Expected
}

/** What is likely of one supply. */
export interface SupplyOutlook {
  readonly supply: Supply
  /** 0 to 1: that nothing of it is left when it ends, or on the last day. */
  readonly usedUpProbability: number
  /** What is left of it then, in the middle of all futures. */
  readonly unusedBytes: number
}

/** What is likely from a moment to the end of a day. */
export interface Outlook {
  readonly today: string
  readonly lastDay: string
  /** Bytes used from that moment to the end of the last day, by `QUANTILE_LEVELS`. */
  readonly useBytes: readonly number[]
  /** 0 to 1: that nothing is left before the end; null where nobody knows what is left. */
  readonly runOutProbability: number | null
  /** The likely day of it, where it may: the middle one of the futures in which it happens. */
  readonly runOutDate: string | null
  /** Used evenly, so much a day lasts; null where nobody knows what is left. */
  readonly lastingBytesPerDay: number | null
  readonly supplies: readonly SupplyOutlook[]
  /** Too little of this line was seen: say that it is uncertain. */
  readonly restsOnPrior: boolean
}

/** A line's prospects. The same question and seed give the same answer everywhere. */
export function outlook(question: OutlookQuestion, seed = 1): Outlook {
  const { today, lastDay, supplies } = question
  const first = dayNumber(today)
  const { days, paths, seen } = simulate(question, seed)
  const lastDays = (supplies ?? []).map((supply) => lastOf(supply, first, days))
  const ends = paths.map((path) => drain(supplies ?? [], lastDays, days, (day) => wantedOn(path, day)))
  const outs = ends.map(({ runOutDay }) => runOutDay).filter((day) => day >= 0)
  outs.sort((a, b) => a - b)
  const isLimited = supplies !== null
  return {
    today,
    lastDay,
    useBytes: quantilesOf(paths.map((path) => path.at(-1) ?? 0)),
    runOutProbability: isLimited ? probabilityOf(outs.length, paths.length, supplies) : null,
    runOutDate: isLimited && outs.length > 0 ? dateOf(first + outs[Math.floor(outs.length / 2)]!) : null,
    lastingBytesPerDay: isLimited ? lastingBytes(supplies, lastDays, days, question.restOfToday) : null,
    supplies: (supplies ?? []).map((supply, index) => {
      const unused = ends.map(({ unusedBytes }) => unusedBytes[index]!).sort((a, b) => a - b)
      return {
        supply,
        usedUpProbability: unused.filter((bytes) => bytes <= 0).length / Math.max(1, unused.length),
        unusedBytes: Math.round(quantileOf(unused, 0.5)),
      }
    }),
    restsOnPrior: seen < KNOWN_DAYS,
  }
}

/** Certain only where nothing is left already: of some hundred futures none is as good as a sure thing. */
const probabilityOf = (outs: number, all: number, supplies: readonly Supply[]): number =>
  supplies.every(({ leftBytes }) => leftBytes <= 0) ? 1 : (outs + 0.5) / (all + 1)

/** Use added up to the end of one day: nine in ten futures lie above `lowBytes`, nine in ten below `highBytes`. */
export interface FanDay {
  readonly date: string
  readonly lowBytes: number
  readonly middleBytes: number
  readonly highBytes: number
}

/** The same futures as `outlook` draws, as a fan over the days from today to the last. */
export function fan(question: OutlookQuestion, seed = 1): FanDay[] {
  const first = dayNumber(question.today)
  const { days, paths } = simulate(question, seed)
  return Array.from({ length: days }, (_, day) => {
    const sums = paths.map((path) => path[day]!).sort((a, b) => a - b)
    const at = (level: number): number => Math.round(quantileOf(sums, level))
    return { date: dateOf(first + day), lowBytes: at(0.1), middleBytes: at(0.5), highBytes: at(0.9) }
  })
}

/** 0 to 1: that more than so much is used, from the quantiles of a use. Beyond the outermost of them half of their share is left. */
export function probabilityAbove(useBytes: readonly number[], bytes: number): number {
  const above = useBytes.findIndex((use) => use > bytes)
  if (above < 0) return (1 - QUANTILE_LEVELS.at(-1)!) / 2
  if (above === 0) return 1 - QUANTILE_LEVELS[0]! / 2
  const [low, high] = [useBytes[above - 1]!, useBytes[above]!]
  const [lowLevel, highLevel] = [QUANTILE_LEVELS[above - 1]!, QUANTILE_LEVELS[above]!]
  return 1 - (lowLevel + ((bytes - low) / (high - low)) * (highLevel - lowLevel))
}

function simulate(
  { today, restOfToday, history, lastDay, expected }: OutlookQuestion,
  seed: number,
): { days: number; paths: Float64Array[]; seen: number } {
  const first = dayNumber(today)
  const days = Math.min(MOST_DAYS, Math.max(0, dayNumber(lastDay) - first + 1))
  const seen = seenBefore(first, history)
  return { days, paths: futures(seen, first, days, expected, randomFrom(seed), restOfToday), seen: seen.length }
}

const wantedOn = (path: Float64Array, day: number): number => path[day]! - (day === 0 ? 0 : path[day - 1]!)

const lastOf = ({ lastDay }: Supply, first: number, days: number): number =>
  lastDay === null ? days : dayNumber(lastDay) - first

const quantilesOf = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((a, b) => a - b)
  return QUANTILE_LEVELS.map((level) => Math.round(quantileOf(sorted, level)))
}

/** The most that can be used on each day, the same on all, with something left to the end; by halving. */
function lastingBytes(
  supplies: readonly Supply[],
  lastDays: readonly number[],
  days: number,
  restOfToday: number,
): number {
  const lasts = (bytes: number): boolean =>
    drain(supplies, lastDays, days, (day) => bytes * (day === 0 ? restOfToday : 1)).runOutDay < 0
  let [low, high] = [0, supplies.reduce((sum, { leftBytes }) => sum + leftBytes, 0)]
  if (days === 0 || !lasts(low)) return 0
  // With a part of today left, a day may take more than all that is left.
  high /= Math.max(restOfToday, 1 / 24)
  while (high - low > Math.max(1, high * 1e-6)) {
    const middle = (low + high) / 2
    if (lasts(middle)) low = middle
    else high = middle
  }
  return Math.floor(low)
}
