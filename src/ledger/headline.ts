import type { Amount, KnownAmount } from '../core/amount.ts'
import type { Standing } from './standing.ts'

/** The one thing to say of a line. Unknown, zero, unlimited, throttled and used are different kinds, so that none looks like another. */
export type Headline =
  | { readonly kind: 'nothingRead' | 'unknown' | 'unlimited' | 'throttled' }
  /** `level`: how much of the allowance that is; `plain` where there is nothing to compare with. */
  | { readonly kind: 'left'; readonly amount: KnownAmount; readonly level: Level }
  | { readonly kind: 'used'; readonly amount: KnownAmount }

export type Level = 'plenty' | 'scarce' | 'nearlyGone' | 'gone' | 'plain'

/** Shares of the allowance below which what is left is scarce, and nearly gone. */
const [SCARCE, NEARLY_GONE] = [0.2, 0.05]

/** Of a line with price steps what is used counts; of others what is left, or else that nothing limits it, or else what is used. */
export function headlineOf({ line, kept, usable, used, allowance, throttled }: Standing): Headline {
  if (kept === null) return { kind: 'nothingRead' }
  const isStepped = (line.plan?.steps.length ?? 0) > 0
  if (isStepped && used.kind === 'known') return { kind: 'used', amount: used }
  const { amount } = usable
  if (amount.kind === 'known') return { kind: 'left', amount, level: levelOf(amount, allowance) }
  if (throttled === true) return { kind: 'throttled' }
  if (amount.kind === 'unlimited') return { kind: 'unlimited' }
  return used.kind === 'known' ? { kind: 'used', amount: used } : { kind: 'unknown' }
}

/** How much is left of an allowance. */
export function levelOf(left: KnownAmount, allowance: Amount): Level {
  if (left.highBytes === 0) return 'gone'
  const share = shareOf(left, allowance)
  return share === null ? 'plain' : share < NEARLY_GONE ? 'nearlyGone' : share < SCARCE ? 'scarce' : 'plenty'
}

/** What is left of an allowance, 0 to 1; null where there is no such share. */
export function shareOf(left: Amount, allowance: Amount): number | null {
  if (left.kind !== 'known' || allowance.kind !== 'known' || allowance.lowBytes === 0) return null
  const share = left.lowBytes / allowance.lowBytes
  return share > 1 ? null : share
}
