import type { JSX } from 'preact'
import type { KnownAmount } from '../../core/amount.ts'
import { headlineOf } from '../../ledger/headline.ts'
import type { Standing } from '../../ledger/standing.ts'
import { amountText } from '../../text/format.ts'
import { READ_SENTENCES } from '../../text/read.ts'
import { STATUS_SENTENCES } from '../../text/status.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { language } from '../language.ts'

const [say, read, status] = [WEB_SENTENCES[language], READ_SENTENCES[language], STATUS_SENTENCES[language]]

/**
 * The big figure of a line. Unknown, zero, unlimited, throttled, computed, old and outdated each look different, and say so.
 * `isOld`: so long ago that it says little of now.
 */
export function Figure({ standing, isOld }: { readonly standing: Standing; readonly isOld: boolean }): JSX.Element {
  const { outdated, usable, allowance, throttled } = standing
  const headline = headlineOf(standing)
  const whole = allowance.kind === 'known' ? amountText(allowance) : null
  const state = outdated !== null ? 'outdated' : headline.kind === 'left' ? headline.level : headline.kind
  return (
    <p class={`figure figure-${state}${isOld ? ' figure-old' : ''}`}>
      {headline.kind === 'left' && (
        <>
          <Amount amount={headline.amount} isComputed={usable.basis === 'computed'} />
          <span class="figure-of">
            {headline.level === 'gone' ? say.usedUp : whole === null ? say.left : say.leftOf(whole)}
          </span>
        </>
      )}
      {headline.kind === 'used' && (
        <>
          <Amount amount={headline.amount} isComputed={false} />
          <span class="figure-of">{whole === null ? say.used : say.usedOf(whole)}</span>
        </>
      )}
      {headline.kind === 'unlimited' && <span class="figure-word">{read.unlimited}</span>}
      {headline.kind === 'throttled' && <span class="figure-word">{read.throttled}</span>}
      {headline.kind === 'unknown' && <span class="figure-word">{read.leftNotSaid}</span>}
      {headline.kind === 'nothingRead' && <span class="figure-word">{status.nothingRead}</span>}
      {throttled === true && headline.kind !== 'throttled' && <span class="badge badge-slow">{read.throttled}</span>}
    </p>
  )
}

/** "3.25 GB" with its unit small; a figure that was computed has a mark for it. */
function Amount({ amount, isComputed }: { amount: KnownAmount; isComputed: boolean }): JSX.Element {
  const [, number = '', unit = ''] = /^(.*\d)\s*(\D*)$/u.exec(amountText(amount)) ?? []
  return (
    <span class="amount" title={isComputed ? status.computed : undefined}>
      {isComputed && <span aria-hidden="true">≈</span>}
      <span class="number">{number}</span> <span class="unit">{unit}</span>
    </span>
  )
}
