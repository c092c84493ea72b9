import { exactBytes } from '../../core/amount.ts'
import type { FailureCode, Outcome, UnreadableReason } from '../../core/failure.ts'
import type { Bucket, Figures, Reading } from '../../core/reading.ts'

/** The three figures of a line or bucket in whole bytes; null where the evidence does not say one exact figure. */
export interface FlatFigures {
  readonly remainingBytes: number | null
  readonly usedBytes: number | null
  readonly allowanceBytes: number | null
  /** The date as printed (see `WallClock`). */
  readonly expires: string | null
}

/** A bucket by the name as printed. */
export interface FlatBucket extends FlatFigures {
  readonly name: string
}

/** One line: figures, states and buckets. */
export interface FlatLine extends FlatFigures {
  readonly throttled: boolean | null
  readonly unlimited: boolean | null
  readonly buckets: readonly FlatBucket[]
  /** The whole reading, where it was asked for; null when there is none, or several. */
  readonly reading?: Reading | null
}

/** A reading, or several, or a failure, in one flat object for scripts. */
export interface FlatAnswer extends FlatLine {
  readonly failure: FailureCode | null
  /** Why it was unreadable; only with that failure. */
  readonly reason?: UnreadableReason
  /** Only when the evidence is about several lines; the flat figures are null then. */
  readonly readings?: readonly (FlatLine & { readonly line: string | null })[]
}

const NOTHING: FlatLine = {
  remainingBytes: null,
  usedBytes: null,
  allowanceBytes: null,
  expires: null,
  throttled: null,
  unlimited: null,
  buckets: [],
}

/** One outcome of the reader as a flat answer; `full` adds the reading itself. */
export function flatten(outcome: Outcome<readonly Reading[]>, full = false): FlatAnswer {
  const nothing = full ? { ...NOTHING, reading: null } : NOTHING
  if (!outcome.ok) {
    const { code, reason } = outcome.failure
    return reason === undefined ? { ...nothing, failure: code } : { ...nothing, failure: code, reason }
  }
  const [first, ...others] = outcome.value
  if (first === undefined) return { ...nothing, failure: 'unreadable', reason: 'no-figures' }
  if (others.length === 0) return { ...flatLine(first, full), failure: null }
  const readings = outcome.value.map((reading) => ({ line: reading.line, ...flatLine(reading, full) }))
  return { ...nothing, failure: null, readings }
}

function flatLine(reading: Reading, full: boolean): FlatLine {
  const line = {
    ...flatFigures(reading.total, reading),
    throttled: reading.throttled,
    unlimited: reading.unlimited,
    buckets: reading.buckets.map(flatBucket),
  }
  return full ? { ...line, reading } : line
}

const flatBucket = (bucket: Bucket): FlatBucket => ({ name: bucket.name, ...flatFigures(bucket, bucket) })

const flatFigures = (figures: Figures, { expires }: Pick<Bucket, 'expires'>): FlatFigures => ({
  remainingBytes: exactBytes(figures.remaining.amount),
  usedBytes: exactBytes(figures.used.amount),
  allowanceBytes: exactBytes(figures.allowance.amount),
  expires: expires?.at ?? null,
})
