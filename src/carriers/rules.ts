import type { Grant } from '../core/reading.ts'
import type { Claim } from '../core/source.ts'

/** When the data of a plan begins anew, or ends. */
export type Cycle =
  | { readonly kind: 'calendarMonth' }
  /** The day after which the month of the bill ends: 10, 20, or 31 for the last of the month. */
  | { readonly kind: 'closingDay'; readonly days: readonly number[] }
  /** From purchase, activation or first use: by the clock, or by whole days. */
  | { readonly kind: 'validity'; readonly counts: 'hours' | 'days' }
  /** Every day at midnight of a zone. */
  | { readonly kind: 'daily'; readonly zone: string }

/** How long something lasts that was bought or carried over. */
export type Lasts = 'month' | 'nextMonth' | { readonly days: number }

/** What happens when the data is used up; a plan may have two stages. */
export interface Throttle {
  /** Bits a second; 0 where the data stops. */
  readonly speedBitsPerSecond: number
  /** Bytes used beyond the allowance from which on it is so; absent for the first stage. */
  readonly beyondBytes?: number
  /** Plan that it is true of; absent for all. */
  readonly plan?: string
}

/** Data that can be bought in between. */
export interface TopUp {
  /** As the carrier calls it. */
  readonly name?: string
  readonly bytes: number
  /** With tax; null where nobody says. */
  readonly yen: number | null
  readonly lasts: Lasts | null
  /** Where it is good for nothing else. */
  readonly only?: 'roaming'
}

/** What is bought for a cycle. */
export interface Plan {
  readonly name: string
  /** Null: unlimited. */
  readonly bytes: number | null
  /** With tax, before discounts; null where nobody says. */
  readonly yen: number | null
  /** Cheaper when less was used: up to these bytes at this price. */
  readonly steps?: readonly { readonly bytes: number; readonly yen: number }[]
  /** No longer sold. */
  readonly closed?: boolean
}

/** A notice that the carrier itself sends. */
export interface CarrierAlert {
  /** Left or used at that moment; `chosen` by the customer, `fixed` by the carrier without a figure that is known. */
  readonly at: 'chosen' | 'fixed' | { readonly leftBytes: number } | { readonly usedShare: number }
  readonly by: readonly ('sms' | 'mail' | 'app')[]
  /** Has to be switched on. */
  readonly optIn: boolean | null
  /** Where to switch it on, as on the screen. */
  readonly path?: readonly string[]
}

/** What is true of its lines; null where nobody says. */
export interface Rules {
  readonly cycle: Claim<Cycle> | null
  /** How long unused plan data lasts; `none` where it is lost. */
  readonly carryOver: Claim<Lasts | 'none'> | null
  /** Which data is used first. */
  readonly order: Claim<readonly Grant[]> | null
  readonly throttles: readonly Claim<Throttle>[]
  readonly topUps: readonly Claim<TopUp>[]
  readonly plans: readonly Claim<Plan>[]
  readonly alerts: readonly Claim<CarrierAlert>[]
}
