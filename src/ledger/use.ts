import { cycleAt, type CycleClock } from '../core/cycle.ts'
import type { UseSpan } from '../core/use.ts'
import { useBetween, useSinceStart, type Compared } from './compare.ts'
import { likelyOf, type Stretch } from './likely.ts'
import { observationsOf, type Observation } from './observation.ts'
import type { KeptReading } from './records.ts'
import { cycleEndOf } from './standing.ts'

/**
 * What a line used, from the readings that count, in any order; spans do not overlap, oldest first. Where two readings cannot be
 * compared there is no span: nobody saw that time. Where the carrier took a figure back, its later word counts.
 * A device's own counter tells of times that the carrier's figures do not cover.
 */
export function useOf(readings: readonly KeptReading[], clock: CycleClock | null): UseSpan[] {
  const observations = observationsOf(readings)
  const carrier = spansOf(
    observations.filter(({ byDevice }) => !byDevice),
    clock,
  )
  const device = spansOf(
    observations.filter(({ byDevice }) => byDevice),
    null,
  )
  return [...carrier, ...outside(device, carrier)].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** An observation is compared with at most so many before it that nothing could be compared with yet. */
const MOST_COMPARED = 8

/** One cycle while its observations are gone through, or a part of one of which nothing before is comparable. */
interface Epoch {
  /** Null where nobody knows when its count began at nothing. */
  readonly start: string | null
  readonly observations: Observation[]
  stretches: Stretch[]
  /** When its cycle ends, as last printed, else by the clock. */
  end: string | null
}

/** Of one count, in order of time. */
function spansOf(observations: readonly Observation[], clock: CycleClock | null): UseSpan[] {
  const epochs: Epoch[] = []
  for (const next of observations.filter(({ used, remaining }) => used || remaining)) {
    const epoch = epochs.at(-1)
    if (epoch && isSameCount(epoch, next, clock)) addTo(epoch, next, clock)
    else
      epochs.push(
        addTo({ start: startOf(epoch, next, clock), observations: [], stretches: [], end: null }, next, clock),
      )
  }
  const stretches = epochs.flatMap((epoch) => epoch.stretches).filter(({ from, to }) => from < to)
  const likely = likelyOf(stretches)
  return stretches.map(withThrottle(observations, likely))
}

/** Whether an observation can be compared with those before it. */
function isSameCount(epoch: Epoch, next: Observation, clock: CycleClock | null): boolean {
  const last = epoch.observations.at(-1)!
  const began = clock && cycleAt(clock, next.moment)?.from
  if ((began && began > last.moment) || (epoch.end !== null && epoch.end <= next.moment)) return false
  const change = useBetween(last, next)
  // A figure that rests on the allowance alone may still have been that of the cycle before.
  if (change === 'rose') epoch.stretches = epoch.stretches.filter(({ from }) => from !== epoch.start)
  // A count that begins anew without anybody having said when.
  return change !== 'rose' && (change !== 'fell' || epoch.end !== null)
}

/** When the count of an observation began, if not even an earlier one is of its cycle. */
function startOf(epoch: Epoch | undefined, { moment }: Observation, clock: CycleClock | null): string | null {
  const began = (clock && cycleAt(clock, moment)?.from) ?? null
  const last = epoch?.observations.at(-1)
  return began !== null && last && last.moment >= began ? null : began
}

/** Ends a stretch with an observation: at the latest earlier one that it can be compared with and that is not covered yet. */
function addTo(epoch: Epoch, next: Observation, clock: CycleClock | null): Epoch {
  const covered = epoch.stretches.at(-1)?.to ?? epoch.start ?? ''
  const recent = epoch.observations.slice(-MOST_COMPARED).filter(({ moment }) => moment >= covered)
  const isTakenBack = recent.some((one) => useBetween(one, next) === 'fell')
  const since = (isTakenBack ? epoch.observations : recent).findLast((one) => isTold(useBetween(one, next)))
  const use = since ? useBetween(since, next) : null
  const isFirst = epoch.stretches.length === 0 || isTakenBack
  const whole = epoch.start === null || since || !isFirst ? null : useSinceStart(next)
  if (since && isTold(use)) replaceFrom(epoch, since.moment, next, use)
  else if (epoch.start !== null && whole) replaceFrom(epoch, epoch.start, next, whole)
  else if (isTakenBack) epoch.stretches = []
  epoch.observations.push(next)
  const printedEnd = cycleEndOf(next.reading, null, next.moment)
  epoch.end = printedEnd ?? epoch.end ?? cycleEndOf(next.reading, clock, next.moment)
  return epoch
}

const isTold = (use: ReturnType<typeof useBetween>): use is Compared => use !== null && typeof use !== 'string'

/** The stretches that the new one overlaps rest on a figure that was taken back. */
function replaceFrom(epoch: Epoch, from: string, next: Observation, use: Compared): void {
  epoch.stretches = epoch.stretches.filter(({ to }) => to <= from)
  epoch.stretches.push({ from, to: next.moment, ...use })
}

/** A stretch is throttled when any observation in it, its ends included, was. */
function withThrottle(
  observations: readonly Observation[],
  likely: readonly number[],
): (stretch: Stretch, index: number) => UseSpan {
  const held = observations.filter((each) => each.held).map(({ moment }) => moment)
  let first = 0
  return ({ from, to, lowBytes, highBytes }, index) => {
    while (first < held.length && held[first]! < from) first += 1
    const throttled = first < held.length && held[first]! <= to
    return { from, to, lowBytes, highBytes, likelyBytes: likely[index]!, throttled }
  }
}

/** Those spans that overlap none of the others; both in order of time. */
function outside(spans: readonly UseSpan[], others: readonly UseSpan[]): UseSpan[] {
  let index = 0
  return spans.filter(({ from, to }) => {
    while (index < others.length && others[index]!.to <= from) index += 1
    return index === others.length || others[index]!.from >= to
  })
}
