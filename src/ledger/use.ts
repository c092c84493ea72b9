import { cycleAt, type CycleClock } from '../core/cycle.ts'
import type { UseSpan } from '../core/use.ts'
import { useBetween, useSinceStart, type Range } from './compare.ts'
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

/** Use between two observations, or since the cycle began. */
interface Stretch extends Range {
  readonly from: string
  readonly to: string
}

/** One cycle while its observations are gone through. */
interface Epoch {
  /** Null where nobody knows when it began. */
  readonly start: string | null
  readonly observations: Observation[]
  stretches: Stretch[]
}

/** Of one count, in order of time. */
function spansOf(observations: readonly Observation[], clock: CycleClock | null): UseSpan[] {
  const epochs: Epoch[] = []
  for (const next of observations.filter(({ used, remaining }) => used || remaining)) {
    let epoch = epochs.at(-1)
    const last = epoch?.observations.at(-1)
    if (!epoch || !last || isNewCycle(last, next, clock)) {
      epoch = { start: (clock && cycleAt(clock, next.moment)?.from) ?? null, observations: [], stretches: [] }
      epochs.push(epoch)
    } else if (!isCycleKnown(last, clock) && useBetween(last, next) === 'fell') {
      // A count that begins anew without anybody having said when.
      epoch = { start: null, observations: [], stretches: [] }
      epochs.push(epoch)
    }
    addTo(epoch, next)
  }
  const stretches = epochs.flatMap((epoch) => epoch.stretches)
  return stretches.filter(({ from, to }) => from < to).map(withThrottle(observations))
}

function isNewCycle(last: Observation, next: Observation, clock: CycleClock | null): boolean {
  const [began, ends] = [clock && cycleAt(clock, next.moment)?.from, cycleEndOf(last.reading, clock, last.moment)]
  return (began != null && began > last.moment) || (ends !== null && ends <= next.moment)
}

const isCycleKnown = (last: Observation, clock: CycleClock | null): boolean =>
  cycleEndOf(last.reading, clock, last.moment) !== null

/** Ends a stretch with an observation: at the latest earlier one that it can be compared with and that is not covered yet. */
function addTo(epoch: Epoch, next: Observation): void {
  const covered = epoch.stretches.at(-1)?.to ?? epoch.start ?? ''
  const recent = epoch.observations.slice(-MOST_COMPARED).filter(({ moment }) => moment >= covered)
  const isTakenBack = recent.some((one) => useBetween(one, next) === 'fell')
  const since = (isTakenBack ? epoch.observations : recent).findLast((one) => isRange(useBetween(one, next)))
  const range = since ? useBetween(since, next) : null
  const isFirst = epoch.stretches.length === 0 || isTakenBack
  const whole = epoch.start === null || since || !isFirst ? null : useSinceStart(next)
  if (since && isRange(range)) replaceFrom(epoch, since.moment, next, range)
  else if (epoch.start !== null && whole) replaceFrom(epoch, epoch.start, next, whole)
  else if (isTakenBack) epoch.stretches = []
  epoch.observations.push(next)
}

const isRange = (range: Range | 'fell' | null): range is Range => range !== null && range !== 'fell'

/** The stretches that the new one overlaps rest on a figure that was taken back. */
function replaceFrom(epoch: Epoch, from: string, next: Observation, range: Range): void {
  epoch.stretches = epoch.stretches.filter(({ to }) => to <= from)
  epoch.stretches.push({ from, to: next.moment, ...range })
}

/** A stretch is throttled when any observation in it, its ends included, was. */
function withThrottle(observations: readonly Observation[]): (stretch: Stretch) => UseSpan {
  const held = observations.filter((each) => each.held).map(({ moment }) => moment)
  let index = 0
  return ({ from, to, lowBytes, highBytes }) => {
    while (index < held.length && held[index]! < from) index += 1
    return { from, to, lowBytes, highBytes, throttled: index < held.length && held[index]! <= to }
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
