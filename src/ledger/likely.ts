import type { Compared } from './compare.ts'

/** Use between two moments. */
export interface Stretch extends Compared {
  readonly from: string
  readonly to: string
}

/**
 * The likely use of stretches in order of time. What a line has used since the first of them never falls, and each figure leaves it room of
 * one step up and down: it goes through the middle of the room that all of them leave. Were each stretch taken by itself, those in
 * which a coarse figure did not change would all count for something, and ten readings a day would make a lot of nothing.
 */
export function likelyOf(stretches: readonly Stretch[]): number[] {
  return runsOf(stretches).flatMap((run) => {
    const sums = [0]
    for (const { differenceBytes } of run) sums.push(sums.at(-1)! + differenceBytes)
    const rooms = sums.map((_, index) =>
      Math.max(run[index - 1]?.roomAfterBytes ?? 0, run[index]?.roomBeforeBytes ?? 0),
    )
    const lows = running(
      sums.map((sum, index) => sum - rooms[index]!),
      Math.max,
    )
    const highs = running(sums.map((sum, index) => sum + rooms[index]!).reverse(), Math.min).reverse()
    const middles = lows.map((low, index) => (low + highs[index]!) / 2)
    return run.map(({ lowBytes, highBytes }, index) => {
      const likely = Math.round(middles[index + 1]! - middles[index]!)
      return Math.min(highBytes, Math.max(lowBytes, likely))
    })
  })
}

/** Stretches that follow each other without a gap. */
function runsOf(stretches: readonly Stretch[]): Stretch[][] {
  const runs: Stretch[][] = []
  for (const stretch of stretches) {
    const run = runs.at(-1)
    if (run?.at(-1)?.to === stretch.from) run.push(stretch)
    else runs.push([stretch])
  }
  return runs
}

/** Each value, or that of an earlier one which is more extreme. */
function running(values: readonly number[], extreme: (one: number, other: number) => number): number[] {
  let last = values[0] ?? 0
  return values.map((value) => (last = extreme(last, value)))
}
