import type { Amount } from '../core/amount.ts'
import { exactBytes } from '../core/amount.ts'
import { extentOf } from '../core/cycle.ts'
import type { Bucket } from '../core/reading.ts'
import type { Measured, Observation } from './observation.ts'

/** Whole bytes that may be anything from low to high. */
export interface Range {
  readonly lowBytes: number
  readonly highBytes: number
}

const ZERO: Measured = { lowBytes: 0, highBytes: 0, stepBytes: 0 }

/** What was used from one observation to the next of the same cycle; null where that cannot be told, 'fell' where the count went back. */
export function useBetween(one: Observation, next: Observation): Range | 'fell' | null {
  if (one.used && next.used) {
    const range = minus(next.used, one.used)
    return range.highBytes < 0 ? 'fell' : atLeastNothing(range)
  }
  if (!one.remaining || !next.remaining) return null
  const change = changeBetween(one, next)
  if (change === null) return null
  const gone = minus(one.remaining, next.remaining)
  const highBytes = gone.highBytes + change.gainedBytes
  // More is left than before, and nothing is known to have been added: a top-up of unknown size, or a correction.
  if (highBytes < 0) return null
  return atLeastNothing({ lowBytes: gone.lowBytes + change.gainedBytes - change.lostBytes, highBytes })
}

/** What was used since a count began at nothing: as stated, or what is missing from the allowance; null where neither tells. */
export function useSinceStart({ used, remaining, allowance, reading }: Observation): Range | null {
  if (used) return atLeastNothing(minus(used, ZERO))
  // An allowance may be the plan's alone, while what is left counts other buckets too.
  if (!remaining || !allowance || reading.buckets.some(({ grant }) => grant !== 'plan')) return null
  const range = minus({ ...allowance, stepBytes: 0 }, remaining)
  return range.highBytes < 0 ? null : atLeastNothing(range)
}

/** The difference of two figures of one count: off by less than a step, however it rounds. */
function minus(one: Measured, other: Measured): Range {
  const step = Math.max(one.stepBytes, other.stepBytes)
  return {
    lowBytes: Math.floor(one.lowBytes - other.highBytes - step),
    highBytes: Math.ceil(one.highBytes - other.lowBytes + step),
  }
}

const atLeastNothing = ({ lowBytes, highBytes }: Range): Range => ({
  lowBytes: Math.max(0, lowBytes),
  highBytes: Math.max(0, highBytes),
})

/** Data that came, and data that may have ended unused; null where something changed by nobody knows how much. */
function changeBetween(one: Observation, next: Observation): { gainedBytes: number; lostBytes: number } | null {
  const [before, after] = [one.reading.buckets, next.reading.buckets]
  const ended = before.filter((bucket) => endsBetween(bucket, one.moment, next.moment))
  if (ended.length === 0 && one.allowance && next.allowance) {
    const gainedBytes = next.allowance.lowBytes - one.allowance.lowBytes
    return gainedBytes < 0 ? null : { gainedBytes, lostBytes: 0 }
  }
  // A message names no buckets: it can be compared unless something ended or the amount rose.
  if (before.length === 0 || after.length === 0) return ended.length === 0 ? { gainedBytes: 0, lostBytes: 0 } : null
  const lostBytes = sum(ended.map(({ remaining }) => highest(remaining.amount)))
  const staying = before.filter((bucket) => !ended.includes(bucket))
  const gainedBytes = gainedIn(after, new Map(staying.map((bucket) => [keyOf(bucket), bucket])))
  return lostBytes === null || gainedBytes === null ? null : { gainedBytes, lostBytes }
}

/** By how much allowances grew; null where a bucket is gone, or came without saying how large it was. */
function gainedIn(after: readonly Bucket[], before: ReadonlyMap<string, Bucket>): number | null {
  const keys = new Set(after.map(keyOf))
  if ([...before.keys()].some((key) => !keys.has(key))) return null
  return sum(
    after.map((bucket) => {
      const same = before.get(keyOf(bucket))
      const [was, is] = [same ? exactBytes(same.allowance.amount) : 0, exactBytes(bucket.allowance.amount)]
      if (was !== null && is !== null) return is < was ? null : is - was
      return same && was === is ? 0 : null
    }),
  )
}

const keyOf = ({ grant, name, expires }: Bucket): string => `${grant}\n${name}\n${expires?.at ?? ''}`

function endsBetween({ expires }: Bucket, from: string, to: string): boolean {
  const extent = expires && extentOf(expires)
  return extent !== null && extent.to > from && extent.to <= to
}

const highest = (amount: Amount): number | null => (amount.kind === 'known' ? amount.highBytes : null)

const sum = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((all, part) => (all === null || part === null ? null : all + part), 0)
