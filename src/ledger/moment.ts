import { extentOf } from '../core/cycle.ts'
import type { Reading } from '../core/reading.ts'

/**
 * The instant that a reading's figures are about: the carrier's own stamp, else when they were seen. A stamp without a time of day
 * may mean any moment of its day: its last one is taken, and never one after they were seen.
 */
export function momentOf({ asOf, observedAt }: Reading, keptAt: string): string {
  const seen = observedAt === null ? keptAt : new Date(observedAt).toISOString()
  const stamp = asOf && extentOf(asOf)
  if (!asOf || !stamp) return seen
  const counted = asOf.at.includes('T') ? stamp.from : stamp.to
  return counted < seen ? counted : seen
}
