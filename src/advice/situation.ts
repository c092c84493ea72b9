import type { Rules } from '../carriers/rules.ts'
import type { Outlook } from '../forecast/outlook.ts'
import type { Standing } from '../ledger/standing.ts'

/** All that alerts and advice about a line rest on. */
export interface Situation {
  /** The instant of asking, in UTC as `toISOString` writes it. */
  readonly now: string
  /** YYYY-MM-DD of it in the line's zone. */
  readonly today: string
  readonly standing: Standing
  /** What is likely from the newest figures to the end; null where nothing of use is known. */
  readonly outlook: Outlook | null
  /** What ends, and its last day (YYYY-MM-DD, included); null where nobody knows. */
  readonly end: { readonly lastDay: string; readonly with: 'reset' | 'expiry' | 'trip' } | null
  /** Bytes that a whole month to come is likely to use, by `QUANTILE_LEVELS`; null where too little was seen. */
  readonly monthUseBytes: readonly number[] | null
  /** Bytes used in whole months past, the latest first, three at most; those that were not seen whole are left out. */
  readonly pastMonthsBytes: readonly number[]
  /** What is true of the carrier's lines; null for a brand that Nokori does not know. */
  readonly rules: Rules | null
}
