import { UNKNOWN, exactBytes } from '../../core/amount.ts'
import type { Bucket, Doubt, Figure, Figures, Reading } from '../../core/reading.ts'
import type { Draft, DraftBucket, DraftFigures } from './draft.ts'
import type { ReadOptions } from '../index.ts'
import type { Opened } from '../open/opened.ts'

const NOT_SAID: Figure = { amount: UNKNOWN, provenance: null }

/** Whether a draft is about data at all: in a text a date alone may be anything's, in a payload its key says what of. */
export function saysAnything({ total, buckets, throttled, unlimited, expires }: Draft, isPayload: boolean): boolean {
  return (
    Object.keys(total).length > 0 ||
    buckets.length > 0 ||
    throttled !== undefined ||
    unlimited !== undefined ||
    (isPayload && expires !== undefined)
  )
}

/** Makes the reading that is kept and shown: everything that was not said is spelt out as unknown, and how sure we are is one number. */
export function decide(draft: Draft, opened: Opened, options: ReadOptions, isPayload: boolean): Reading {
  const doubts: Doubt[] = [
    ...draft.doubts,
    ...opened.frames.map((): Doubt => ({ code: 'frame', place: { start: 0, end: 0 } })),
  ]
  return {
    version: 1,
    carrier: options.carrier?.id ?? null,
    channel: options.channel ?? 'paste',
    line: draft.line ?? null,
    total: figuresOf(draft.total),
    buckets: draft.buckets.map(bucketOf),
    expires: draft.expires ?? null,
    unlimited: draft.unlimited ?? null,
    throttled: draft.throttled ?? null,
    cycleEnd: draft.cycleEnd ?? null,
    asOf: draft.asOf ?? null,
    observedAt: options.observedAt ?? null,
    confidence: confidence(draft, isPayload),
    doubts,
  }
}

const figuresOf = ({ allowance, used, remaining }: DraftFigures): Figures => ({
  allowance: allowance ?? NOT_SAID,
  used: used ?? NOT_SAID,
  remaining: remaining ?? NOT_SAID,
})

const bucketOf = (bucket: DraftBucket): Bucket => ({
  ...figuresOf(bucket),
  grant: bucket.grant,
  name: bucket.name,
  expires: bucket.expires ?? null,
  unlimited: bucket.unlimited ?? null,
  shared: bucket.shared ?? null,
})

/** Rules whose label touches its figure; the others rest on layout. */
const TOUCHING: ReadonlySet<string> = new Set(['label-before', 'label-after', 'topic', 'cell-beside', 'in-words'])

/**
 * How sure the reading is, 0 to 1, from the evidence alone:
 * 0.95 for a payload, 0.85 when every figure touches its label, 0.7 when layout tied one;
 * +0.1 when used + remaining = allowance, -0.25 when all three are printed and do not add up, -0.1 when two figures claimed one role.
 */
export function confidence(draft: Draft, isPayload: boolean): number {
  const all: readonly DraftFigures[] = [draft.total, ...draft.buckets]
  let sure = isPayload ? 0.95 : all.every(isTouching) ? 0.85 : 0.7
  if (all.some((each) => addsUp(each) === true)) sure += 0.1
  if (all.some((each) => addsUp(each) === false)) sure -= 0.25
  if (draft.doubts.some((doubt) => doubt.code === 'two-figures')) sure -= 0.1
  return Math.round(Math.min(0.99, Math.max(0.1, sure)) * 100) / 100
}

const isTouching = ({ allowance, used, remaining }: DraftFigures): boolean =>
  [allowance, used, remaining].every((figure) => !figure?.provenance || TOUCHING.has(figure.provenance.rule))

/** True or false where all three figures are known, to 1.5 % for rounding and mixed bases; null otherwise. */
function addsUp({ allowance, used, remaining }: DraftFigures): boolean | null {
  if (!allowance || !used || !remaining) return null
  const [whole, gone, left] = [exactBytes(allowance.amount), exactBytes(used.amount), exactBytes(remaining.amount)]
  if (whole === null || gone === null || left === null) return null
  return Math.abs(gone + left - whole) <= whole * 0.015
}
