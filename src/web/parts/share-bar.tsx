import type { JSX } from 'preact'
import { headlineOf, shareOf } from '../../ledger/headline.ts'
import type { Standing } from '../../ledger/standing.ts'

/** How much of the allowance is left, as a bar; nothing where there is no such share. The figure beside it says the same in words. */
export function ShareBar({ standing }: { standing: Standing }): JSX.Element | null {
  const headline = headlineOf(standing)
  const share = headline.kind === 'left' ? shareOf(headline.amount, standing.allowance) : null
  if (share === null || headline.kind !== 'left') return null
  const state = standing.outdated === null ? headline.level : 'outdated'
  return (
    <svg class={`share-bar share-bar-${state}`} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
      <rect class="share-bar-whole" width="100" height="1" />
      <rect class="share-bar-left" width={share * 100} height="1" />
    </svg>
  )
}
