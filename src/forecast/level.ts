import type { SeenDay } from './history.ts'

/**
 * How much a window of days differs from the two weeks before it, as a standard deviation of the logarithm, where nothing
 * has been learned yet; worth as many observations as the second number.
 */
const TYPICAL_DRIFT = 0.35
const DRIFT_OBSERVATIONS = 4
const WINDOW_DAYS = 14
/** Drift of windows that overlap by half is told twice. */
const WINDOW_STEP_DAYS = 7
/** One wild window must not make all futures wild. */
const MOST_DRIFT = 2

/** A day counts so much less than the one after it. */
const FORGETTING = 0.95
/** How far the latest level pulls the mean of all days: little, since high days are followed by ordinary ones. */
const PULL = 0.15

/** Nobody knows how a line will be used that was seen for a few days only; after some three weeks of them the doubt is gone. */
const COLD_DRIFT = 1
const COLD_DAYS = 10
const COLD_POWER = 3

/** What is known about how much a line uses on an ordinary day, and how sure that is. */
export interface Level {
  /** Factor on what was seen: the latest days against all. */
  readonly pull: number
  /** Variance of the logarithm of the level to come that was learned from this line. */
  readonly learnedVariance: number
  /** The same for what nobody can know yet. */
  readonly coldVariance: number
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** The level of the days after `today`, for a horizon of `days`. */
export function levelOf(seen: readonly SeenDay[], today: number, days: number): Level {
  const all = seen.map(({ bytes }) => bytes)
  const average = mean(all)
  const recent = recentMean(seen, today)
  const cv = average > 0 ? Math.sqrt(mean(all.map((bytes) => (bytes - average) ** 2))) / average : 1
  return {
    pull: average > 0 && recent > 0 ? (recent / average) ** PULL : 1,
    // The drift of a long horizon; the mean of a few days is itself uncertain.
    learnedVariance:
      driftVariance(seen, today, days) * (days / (days + WINDOW_DAYS / 2)) + cv ** 2 / 2 / Math.max(1, all.length),
    coldVariance: COLD_DRIFT ** 2 / (1 + (all.length / COLD_DAYS) ** COLD_POWER),
  }
}

function recentMean(seen: readonly SeenDay[], today: number): number {
  let [sum, weights] = [0, 0]
  for (const { day, bytes } of seen) {
    const weight = FORGETTING ** (today - 1 - day)
    sum += bytes * weight
    weights += weight
  }
  return weights > 0 ? sum / weights : 0
}

/** How much past windows as long as the horizon differed from the two weeks before them. */
function driftVariance(seen: readonly SeenDay[], today: number, days: number): number {
  const window = Math.min(days, WINDOW_DAYS)
  const bytesBetween = (from: number, to: number): number[] =>
    seen.filter(({ day }) => day >= from && day < to).map(({ bytes }) => bytes)
  let sum = DRIFT_OBSERVATIONS * TYPICAL_DRIFT ** 2
  let count = DRIFT_OBSERVATIONS
  const first = seen[0]?.day ?? today
  for (let end = today; end - window - WINDOW_DAYS >= first; end -= WINDOW_STEP_DAYS) {
    const later = bytesBetween(end - window, end)
    const before = bytesBetween(end - window - WINDOW_DAYS, end - window)
    if (later.length < window * 0.7 || before.length < WINDOW_DAYS * 0.7) continue
    const [after, earlier] = [mean(later), mean(before)]
    if (after <= 0 || earlier <= 0) continue
    // Both means are uncertain: half of the square is drift.
    sum += Math.min(MOST_DRIFT, Math.abs(Math.log(after / earlier))) ** 2 / 2
    count++
  }
  return sum / count
}
