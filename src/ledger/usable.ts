import { UNKNOWN, UNLIMITED, type Amount, type KnownAmount } from '../core/amount.ts'
import { extentOf } from '../core/cycle.ts'
import type { Plan } from '../core/line.ts'
import type { Bucket, Grant, Reading } from '../core/reading.ts'

/** What can be used for everything, and how that is known; the big number. */
export interface Usable {
  readonly amount: Amount
  /** Stated; the sum of what the buckets state; computed from allowance and use. Null when unknown. */
  readonly basis: 'stated' | 'sum' | 'computed' | null
}

const NOTHING_KNOWN: Usable = { amount: UNKNOWN, basis: null }

/** Data of these kinds can be used for everything. */
const GENERAL: ReadonlySet<Grant> = new Set(['plan', 'carryOver', 'topUp', 'gift'])
/** Data of these kinds never counts, and says nothing about the rest. */
const APART: ReadonlySet<Grant> = new Set(['appOnly', 'tethering', 'roaming'])

/**
 * What a reading says can be used at an instant of the same cycle: as stated, unless one of its buckets has ended since; else the sum
 * of the buckets that have not, if all are known; else allowance minus use.
 */
export function usableOf(reading: Reading, plan: Plan | null, moment: string): Usable {
  const remaining = reading.total.remaining.amount
  const left = reading.buckets.filter((bucket) => !hasEnded(bucket, moment))
  const isWhole = left.length === reading.buckets.length
  if (isWhole && remaining.kind === 'known') return { amount: remaining, basis: 'stated' }
  if (isWhole && (remaining.kind === 'unlimited' || reading.unlimited === true))
    return { amount: UNLIMITED, basis: 'stated' }
  const sum = sumOf(left)
  if (sum !== null) return { amount: sum, basis: 'sum' }
  const hasMore = reading.buckets.some(({ grant }) => grant !== 'plan' && GENERAL.has(grant))
  return isWhole && !hasMore ? computed(reading, plan) : NOTHING_KNOWN
}

/** Whether a bucket's last moment is past. */
function hasEnded({ expires }: Bucket, moment: string): boolean {
  const extent = expires && extentOf(expires)
  return extent !== null && extent.to <= moment
}

/** Whether what is left of a bucket is part of what is left of its line. */
export const isCounted = ({ grant }: Bucket): boolean => !APART.has(grant)

/** Of what can be used for everything; null when any of it is unknown, or of a kind that does not add up with the rest. */
export function sumOf(buckets: readonly Bucket[]): Amount | null {
  const counted = buckets.filter(isCounted)
  const isDaily = counted.every(({ grant }) => grant === 'daily')
  if (counted.length === 0 || !(isDaily || counted.every(({ grant }) => GENERAL.has(grant)))) return null
  const amounts = counted.map(({ unlimited, remaining }) =>
    unlimited === true && remaining.amount.kind === 'unknown' ? UNLIMITED : remaining.amount,
  )
  if (amounts.some(({ kind }) => kind === 'unlimited')) return UNLIMITED
  const known = amounts.filter((amount) => amount.kind === 'known')
  return known.length < amounts.length ? null : addUp(known)
}

const addUp = (amounts: readonly KnownAmount[]): KnownAmount =>
  amounts.length === 1
    ? amounts[0]!
    : {
        kind: 'known',
        lowBytes: amounts.reduce((sum, { lowBytes }) => sum + lowBytes, 0),
        highBytes: amounts.reduce((sum, { highBytes }) => sum + highBytes, 0),
        shown: '',
        base: amounts.every(({ base }) => base === 1024) ? 1024 : 1000,
        baseDeclared: amounts.every(({ baseDeclared }) => baseDeclared),
      }

/** The reading's own allowance, else the plan's, minus what was used; never below nothing. */
function computed({ total }: Reading, plan: Plan | null): Usable {
  const stated = total.allowance.amount
  const allowance = stated.kind === 'unknown' ? (plan?.allowance ?? UNKNOWN) : stated
  const used = total.used.amount
  if (allowance.kind === 'unlimited') return { amount: UNLIMITED, basis: 'computed' }
  if (allowance.kind !== 'known' || used.kind !== 'known') return NOTHING_KNOWN
  const amount: KnownAmount = {
    ...allowance,
    lowBytes: Math.max(0, allowance.lowBytes - used.highBytes),
    highBytes: Math.max(0, allowance.highBytes - used.lowBytes),
    shown: '',
    baseDeclared: allowance.baseDeclared && used.baseDeclared,
  }
  return { amount, basis: 'computed' }
}
