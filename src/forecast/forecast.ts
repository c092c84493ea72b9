import { futures } from './futures.ts'
import { dateOf, dayNumber, KNOWN_DAYS, MOST_DAYS, seenBefore, type Day } from './history.ts'
import { quantileOf, QUANTILE_LEVELS } from './quantiles.ts'
import { randomFrom } from './random.ts'

/** What is asked: how much will have been used when the cycle ends, and does the allowance last. */
export interface Question {
  /** YYYY-MM-DD, the day that is to come or has just begun; nothing of it has been seen. */
  readonly today: string
  /** The days before it, in any order; more than two months back is not looked at. */
  readonly history: readonly Day[]
  /** First and last day of the cycle, both included. */
  readonly cycle: { readonly start: string; readonly end: string }
  /** Used in this cycle so far. */
  readonly usedBytes: number
  readonly allowanceBytes: number
}

/** What is likely. */
export interface Forecast {
  /** Bytes used in the whole cycle, by `QUANTILE_LEVELS`; never less than what was used already. */
  readonly cycleUseBytes: readonly number[]
  /** 0 to 1: that the allowance is used up before the cycle ends. */
  readonly runOutProbability: number
  /** The likely day on which it ends, where it may: the middle one of the futures in which it does. */
  readonly runOutDate: string | null
  /** Used evenly, so much a day lasts to the end of the cycle; 0 when nothing is left. */
  readonly lastingBytesPerDay: number
  /** Too little of this line was seen: say that it is uncertain. */
  readonly restsOnPrior: boolean
}

/** The cycle's use as a distribution. The same question and seed give the same answer everywhere. */
export function forecast(question: Question, seed = 1): Forecast {
  const today = dayNumber(question.today)
  const [start, end] = [dayNumber(question.cycle.start), dayNumber(question.cycle.end)]
  const used = amountOf(question.usedBytes)
  const allowance = amountOf(question.allowanceBytes)
  const days = Number.isFinite(end - today) ? Math.min(MOST_DAYS, Math.max(0, end - today + 1)) : 0
  const cycleDays = Number.isFinite(end - start) ? Math.max(1, end - start + 1) : MOST_DAYS
  const seen = seenBefore(today, question.history)
  const paths = futures(seen, today, days, { bytesPerDay: allowance / cycleDays }, randomFrom(seed))
  const uses = paths.map((path) => used + (path.at(-1) ?? 0)).sort((a, b) => a - b)
  const left = allowance - used
  const outs = paths
    .map((path) => (left <= 0 ? 0 : path.findIndex((sum) => sum >= left)))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)
  return {
    cycleUseBytes: QUANTILE_LEVELS.map((level) => Math.round(quantileOf(uses, level))),
    runOutProbability: outs.length / paths.length,
    runOutDate: outs.length > 0 && Number.isFinite(today) ? dateOf(today + outs[Math.floor(outs.length / 2)]!) : null,
    lastingBytesPerDay: days > 0 ? Math.floor(Math.max(0, left) / days) : 0,
    restsOnPrior: seen.length < KNOWN_DAYS,
  }
}

const amountOf = (bytes: number): number => (Number.isFinite(bytes) && bytes > 0 ? bytes : 0)
