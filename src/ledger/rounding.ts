import type { KnownAmount } from '../core/amount.ts'

/** Letters and words by which a printed zero shows in which unit it was rounded. */
const POWERS: readonly (readonly [RegExp, number])[] = [
  [/T|テラ/iu, 4],
  [/G|ギガ/iu, 3],
  [/M|メガ/iu, 2],
  [/K|キロ/iu, 1],
]
/** Nobody says more decimals than these. */
const MOST_SPOKEN_DECIMALS = 3

/**
 * Bytes that one step of an amount's last printed digit is worth: 10,000,000 for "3.25GB". Whether a carrier rounds up, down or to
 * the nearest is not known; either way two of its figures are off by less than one step from each other.
 */
export function stepBytes({ lowBytes, highBytes, shown, base }: KnownAmount): number {
  if (lowBytes !== highBytes) return 0
  const text = shown.normalize('NFKC')
  const [, digits, decimals = ''] = /(\d[\d,]*)(?:\.(\d+))?/u.exec(text) ?? []
  if (digits === undefined) return highBytes === 0 ? 0 : spokenStep(highBytes, base)
  const printed = Number(`${digits.replaceAll(',', '')}.${decimals}`)
  return (printed > 0 ? highBytes / printed : unitIn(text, base)) / 10 ** decimals.length
}

const unitIn = (text: string, base: number): number => base ** (POWERS.find(([word]) => word.test(text))?.[1] ?? 0)

/** "さんてんに" has no digits: as many decimals of the largest unit as the amount needs. */
function spokenStep(bytes: number, base: number): number {
  const unit = base ** Math.floor(Math.log(bytes) / Math.log(base))
  for (let decimals = 0; decimals < MOST_SPOKEN_DECIMALS; decimals += 1) {
    const steps = (bytes / unit) * 10 ** decimals
    if (Math.abs(steps - Math.round(steps)) < 1e-6) return unit / 10 ** decimals
  }
  return unit / 10 ** MOST_SPOKEN_DECIMALS
}
