import type { Amount } from '../core/amount.ts'
import type { Bucket, Reading } from '../core/reading.ts'
import type { KeptReading } from './records.ts'
import { stepBytes } from './rounding.ts'
import { isCounted, sumOf } from './usable.ts'

/** A figure with what its rounding leaves open. */
export interface Measured {
  readonly lowBytes: number
  readonly highBytes: number
  /** What one step of its last digit is worth. */
  readonly stepBytes: number
}

/** What a reading says about use. */
export interface Observation {
  readonly moment: string
  readonly reading: Reading
  /** Counted by a device and not by the carrier: another count, with its own beginning. */
  readonly byDevice: boolean
  readonly used: Measured | null
  readonly remaining: Measured | null
  /** The buckets that are part of what is left. */
  readonly buckets: readonly Bucket[]
  /** What is left in them together; null where that is not told of each. */
  readonly listed: Measured | null
  /** As stated, else that of the buckets together. */
  readonly allowance: Measured | null
  /** Slowed down, or nothing left: less is used than is wanted. */
  readonly held: boolean
}

/** Payloads of routers and of the counters in them; see `reader/shapes`. */
const DEVICE_SHAPES: ReadonlySet<string> = new Set(['hilink', 'zte', 'vnstat'])

/** What each reading says, oldest first; of several at one moment by one count, the one that says most, else the last to be seen. */
export function observationsOf(readings: readonly KeptReading[]): Observation[] {
  const best = new Map<string, { kept: KeptReading; observation: Observation }>()
  for (const kept of readings) {
    const observation = observe(kept)
    const key = `${observation.moment} ${observation.byDevice}`
    const other = best.get(key)
    const worth = worthOf(observation) - (other ? worthOf(other.observation) : -1)
    if (!other || worth > 0 || (worth === 0 && isLater(kept, other.kept))) best.set(key, { kept, observation })
  }
  return [...best.values()]
    .map(({ observation }) => observation)
    .sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0))
}

/** What was used says more than what is left, a fine figure more than a coarse one. */
const worthOf = ({ used, remaining }: Observation): number => {
  const figure = used ?? remaining
  return figure === null ? 0 : (used ? 2 : 1) + 1 / (2 + figure.stepBytes)
}

function isLater(one: KeptReading, other: KeptReading): boolean {
  const [seen, otherSeen] = [one.reading.observedAt ?? one.at, other.reading.observedAt ?? other.at]
  return seen === otherSeen ? one.id < other.id : seen > otherSeen
}

function observe({ reading, moment }: KeptReading): Observation {
  const { total, throttled } = reading
  const buckets = reading.buckets.filter(isCounted)
  const listed = sumOf(buckets)?.kind === 'known' ? together(buckets.map((each) => each.remaining.amount)) : null
  const remaining = total.remaining.amount.kind === 'unknown' ? listed : measured(total.remaining.amount)
  return {
    moment,
    reading,
    byDevice: isFromDevice(reading),
    used: measured(total.used.amount),
    remaining,
    buckets,
    listed,
    allowance: measured(total.allowance.amount) ?? (listed && together(buckets.map((each) => each.allowance.amount))),
    held: throttled === true || remaining?.highBytes === 0,
  }
}

const measured = (amount: Amount): Measured | null =>
  amount.kind === 'known'
    ? { lowBytes: amount.lowBytes, highBytes: amount.highBytes, stepBytes: stepBytes(amount) }
    : null

/** Each part was rounded for itself. */
function together(amounts: readonly Amount[]): Measured | null {
  const parts = amounts.map(measured).filter((part) => part !== null)
  const sum = (of: (part: Measured) => number): number => parts.reduce((all, part) => all + of(part), 0)
  return parts.length < amounts.length
    ? null
    : {
        lowBytes: sum(({ lowBytes }) => lowBytes),
        highBytes: sum(({ highBytes }) => highBytes),
        stepBytes: sum((part) => part.stepBytes),
      }
}

/** Whether a device counted it, and not the carrier. */
export const isFromDevice = ({ channel, total, buckets }: Reading): boolean =>
  channel === 'router' ||
  [total, ...buckets].some(({ used, remaining }) =>
    [used, remaining].some(({ provenance }) => provenance !== null && DEVICE_SHAPES.has(provenance.rule)),
  )
