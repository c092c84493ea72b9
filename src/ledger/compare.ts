import { exactBytes } from '../core/amount.ts'
import { extentOf } from '../core/cycle.ts'
import type { Bucket } from '../core/reading.ts'
import type { Measured, Observation } from './observation.ts'
import { stepBytes } from './rounding.ts'

/** What was used between two observations: whole bytes that may be anything from low to high. */
export interface Compared {
  readonly lowBytes: number
  readonly highBytes: number
  /** The plain difference, which rounding may have made negative. */
  readonly differenceBytes: number
  /** What one step of either figure is worth. */
  readonly roomBeforeBytes: number
  readonly roomAfterBytes: number
}

const NOTHING: Measured = { lowBytes: 0, highBytes: 0, stepBytes: 0 }
const NO_CHANGE: Change = { gainedBytes: 0, lostBytes: 0, isTold: false }

/**
 * What was used from one observation to the next of the same cycle. Not told: null. 'fell': the count went back, so that it began
 * anew or one of the two is wrong. 'rose': more is left than before, and nobody says whether that was added or corrected.
 */
export function useBetween(one: Observation, next: Observation): Compared | 'fell' | 'rose' | null {
  const isRoundedAlike = one.reading.channel === next.reading.channel
  if (one.used && next.used) return compare(one.used, next.used, 'up', NO_CHANGE, isRoundedAlike) ?? 'fell'
  if (!one.remaining || !next.remaining) return null
  const change = changeBetween(one, next)
  if (change === null) return null
  return compare(one.remaining, next.remaining, 'down', change, isRoundedAlike) ?? (change.isTold ? 'fell' : 'rose')
}

/** What was used since a count began at nothing: as stated, or what is missing from the allowance; null where neither tells. */
export function useSinceStart({ used, remaining, allowance, buckets }: Observation): Compared | null {
  if (used) return compare(NOTHING, used, 'up', NO_CHANGE, true)
  // An allowance may be the plan's alone, while what is left counts other buckets too.
  if (!remaining || !allowance || buckets.some(({ grant }) => grant !== 'plan')) return null
  return compare({ ...allowance, stepBytes: 0 }, remaining, 'down', NO_CHANGE, true)
}

/** Null where it is less than nothing. Two figures that are rounded alike are off by less than a step, however that is done. */
function compare(
  one: Measured,
  next: Measured,
  counts: 'up' | 'down',
  { gainedBytes, lostBytes }: Change,
  isRoundedAlike: boolean,
): Compared | null {
  const step = isRoundedAlike ? Math.max(one.stepBytes, next.stepBytes) : one.stepBytes + next.stepBytes
  const [less, more] = counts === 'up' ? [one, next] : [next, one]
  const lowBytes = Math.floor(more.lowBytes - less.highBytes - step) + gainedBytes - lostBytes
  const highBytes = Math.ceil(more.highBytes - less.lowBytes + step) + gainedBytes
  if (highBytes < 0) return null
  return {
    lowBytes: Math.max(0, lowBytes),
    highBytes,
    differenceBytes: (lowBytes + highBytes) / 2,
    roomBeforeBytes: one.stepBytes,
    roomAfterBytes: next.stepBytes,
  }
}

/** Data that came, and data that may have ended unused. */
interface Change {
  readonly gainedBytes: number
  readonly lostBytes: number
  /** Both observations name all that is left: nothing else has changed. */
  readonly isTold: boolean
}

/** Null where something changed by nobody knows how much. */
function changeBetween(one: Observation, next: Observation): Change | null {
  const ended = one.buckets.filter((bucket) => endsBetween(bucket, one.moment, next.moment))
  const staying = one.buckets.filter((bucket) => !ended.includes(bucket))
  const gainedBytes = gainedIn(next.buckets, staying)
  const lostBytes = sum(ended.map(mostLeftIn))
  if (gainedBytes !== null && lostBytes !== null && isAddingUp(one) && isAddingUp(next))
    return { gainedBytes, lostBytes, isTold: true }
  if (ended.length > 0) return null
  if (one.allowance && next.allowance) {
    const grownBytes = growth(one.allowance, next.allowance)
    return grownBytes === null ? null : { gainedBytes: grownBytes, lostBytes: 0, isTold: false }
  }
  // A message names no buckets: it can be compared unless the amount rose.
  const isNamed = one.buckets.length > 0 && next.buckets.length > 0
  return isNamed && gainedBytes !== 0 ? null : NO_CHANGE
}

/** Whether what is left is what the buckets have left: else some of them are not part of it, or it has parts that are not named. */
const isAddingUp = ({ listed, remaining }: Observation): boolean =>
  listed !== null &&
  remaining !== null &&
  listed.lowBytes - listed.stepBytes - remaining.stepBytes <= remaining.highBytes &&
  remaining.lowBytes <= listed.highBytes + listed.stepBytes + remaining.stepBytes

/** By how much an allowance grew; null where it shrank, or was printed so differently that nobody can tell. */
function growth(one: Measured, next: Measured): number | null {
  const grown = next.lowBytes - one.lowBytes
  return grown < 0 || (grown > 0 && next.stepBytes !== one.stepBytes) ? null : grown
}

/** By how much allowances grew; null where a bucket is gone, or came without saying how large it was. */
function gainedIn(after: readonly Bucket[], before: readonly Bucket[]): number | null {
  const [was, is] = [byKey(before), byKey(after)]
  if ([...was.keys()].some((key) => !is.has(key))) return null
  return sum(
    [...is].map(([key, buckets]) => {
      const same = was.get(key) ?? []
      const [allowed, allows] = [sum(same.map(allowanceOf)), sum(buckets.map(allowanceOf))]
      if (allowed !== null && allows !== null) return allows < allowed ? null : allows - allowed
      return allowed === allows && same.length === buckets.length ? 0 : null
    }),
  )
}

/** Two top-ups of one day may look the same. */
const byKey = (buckets: readonly Bucket[]): Map<string, Bucket[]> =>
  Map.groupBy(buckets, ({ grant, name, expires }) => `${grant}\n${name}\n${expires?.at ?? ''}`)

const allowanceOf = ({ allowance }: Bucket): number | null => exactBytes(allowance.amount)

function endsBetween({ expires }: Bucket, from: string, to: string): boolean {
  const extent = expires && extentOf(expires)
  return extent !== null && extent.to > from && extent.to <= to
}

/** A figure that was rounded down hides up to a step. */
const mostLeftIn = ({ remaining: { amount } }: Bucket): number | null =>
  amount.kind === 'known' ? amount.highBytes + stepBytes(amount) : null

const sum = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((all, part) => (all === null || part === null ? null : all + part), 0)
