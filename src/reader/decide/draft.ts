import type { Doubt, Figure, Grant, WallClock } from '../../core/reading.ts'

/** What `tie` or a payload shape claims, before `decide` weighs it. A missing field is "not said". */
export interface DraftFigures {
  allowance?: Figure
  used?: Figure
  remaining?: Figure
}

/** One bucket's claims. */
export interface DraftBucket extends DraftFigures {
  name: string
  grant: Grant
  expires?: WallClock
  unlimited?: boolean
  shared?: boolean
}

/** One line's claims. */
export interface Draft {
  /** Last four digits or the name as printed, when the evidence tells lines apart. */
  line?: string
  total: DraftFigures
  buckets: DraftBucket[]
  expires?: WallClock
  unlimited?: boolean
  throttled?: boolean
  cycleEnd?: WallClock
  asOf?: WallClock
  doubts: Doubt[]
}

/** A draft that says nothing. */
export const emptyDraft = (): Draft => ({ total: {}, buckets: [], doubts: [] })
