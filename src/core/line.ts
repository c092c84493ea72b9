import type { Amount } from './amount.ts'
import type { CycleClock } from './cycle.ts'

/** One SIM or eSIM that a person uses. */
export interface Line {
  /** Random; the same wherever the line is kept. */
  readonly id: string
  /** What its owner calls it. */
  readonly name: string
  /** Carrier id; null for a brand that Nokori does not know. */
  readonly carrier: string | null
  readonly plan: Plan | null
  readonly cycle: CycleClock | null
  /** YYYY-MM-DD: the last day on which the line is used, by its zone; null without an end. */
  readonly tripEnd: string | null
  /** Language in which its owner is told about it, a tag that `text/` speaks; null where nobody said. */
  readonly language: string | null
  /** Of what its owner wants to be told; null where nobody said. */
  readonly alerts: AlertSettings | null
  /** How its portal is reached where that is not as the carrier's file says. */
  readonly portal: PortalAccess | null
  /** The last digits of its number, by which it is known among several of one account; null where it is the only one. */
  readonly numberSuffix: string | null
}

/** A portal as its owner named it. */
export interface PortalAccess {
  /** Where it begins. */
  readonly address: string
  /** Origins that may receive its secrets beside that of the address. */
  readonly loginSites: readonly string[]
}

/** Of what the owner of a line wants to be told, and when not. */
export interface AlertSettings {
  /** Tell when less than this is left: bytes, or a share (0 to 1) of the allowance. */
  readonly thresholds: readonly ({ readonly leftBytes: number } | { readonly leftShare: number })[]
  /** Wall-clock times of the line's zone, "22:00" to "07:00", between which nothing is told; null: at any time. */
  readonly quiet: { readonly from: string; readonly to: string } | null
}

/** What is bought for a cycle, as its owner or the carrier says. */
export interface Plan {
  /** As the carrier calls it; null where only figures were given. */
  readonly name: string | null
  readonly allowance: Amount
  /** With tax, for one cycle; null where nobody says. */
  readonly yen: number | null
  /** Where the price depends on use: rising, the last one without an end. Empty for one price. */
  readonly steps: readonly PriceStep[]
}

/** Up to so much used in a cycle, the cycle costs so much. */
export interface PriceStep {
  /** Null: and beyond. */
  readonly upToBytes: number | null
  readonly yen: number
}
