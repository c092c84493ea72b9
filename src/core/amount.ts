/** How many bytes one step of a unit is worth: GB is 10^9 or 2^30. Which of the two a carrier means is often not printed. */
export type Base = 1000 | 1024

/**
 * An amount of data. Unknown, zero and unlimited are three things and never stand in for each other.
 * `lowBytes` and `highBytes` are whole bytes and equal, unless the source itself gave a band such as "<200 MiB".
 */
export type Amount = KnownAmount | { readonly kind: 'unlimited' } | { readonly kind: 'unknown' }

/** Whole bytes as the source printed them; see `Amount`. */
export interface KnownAmount {
  readonly kind: 'known'
  readonly lowBytes: number
  readonly highBytes: number
  /** The characters as printed, e.g. "３．２５ＧＢ". */
  readonly shown: string
  readonly base: Base
  /** True when the carrier file, the API's documentation or the unit itself ("GiB") fixes the base; false when 1000 was assumed. */
  readonly baseDeclared: boolean
}

/** Not said. */
export const UNKNOWN: Amount = { kind: 'unknown' }
/** Said to be without end. */
export const UNLIMITED: Amount = { kind: 'unlimited' }

/** No line has more than this: 1 PB. Larger figures are sentinels (2^63-1, 10485759988465664) or misreadings. */
export const MOST_BYTES = 1e15

/** Bytes of an amount that is one exact figure; null for a band, unlimited and unknown. */
export function exactBytes(amount: Amount): number | null {
  return amount.kind === 'known' && amount.lowBytes === amount.highBytes ? amount.lowBytes : null
}
