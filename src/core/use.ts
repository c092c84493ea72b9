/** Data that a line used between two moments, derived from two readings of it. */
export interface UseSpan {
  /** Instants in UTC, ISO 8601. */
  readonly from: string
  readonly to: string
  /** Whole bytes; the two differ by the rounding of what was printed. */
  readonly lowBytes: number
  readonly highBytes: number
  /** The line was throttled meanwhile: what was used is less than what was wanted. */
  readonly throttled: boolean
}
