/** Data that a line used between two moments, derived from two readings of it. */
export interface UseSpan {
  /** Instants in UTC, ISO 8601. */
  readonly from: string
  readonly to: string
  /** Whole bytes: at least and at most; the two differ by the rounding of what was printed. */
  readonly lowBytes: number
  readonly highBytes: number
  /** Between them. Of spans that follow each other these add up to what the first and the last figure tell, whatever lies between. */
  readonly likelyBytes: number
  /** The line was throttled meanwhile: what was used is less than what was wanted. */
  readonly throttled: boolean
}
