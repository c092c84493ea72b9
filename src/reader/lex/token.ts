import type { Place } from '../../core/reading.ts'
import type { WordSense } from './lexicon.ts'

/**
 * The text as the grammar sees it: every character belongs to one token. `other` is a run of characters that mean nothing to us;
 * it separates what stands on its two sides.
 */
export type TokenKind =
  | 'amount'
  | 'number'
  | 'percent'
  | 'money'
  | 'speed'
  | 'count'
  | 'packets'
  | 'month' // 11月: of a label
  | 'date'
  | 'time'
  | 'phone'
  | 'unit' // a unit without a number, as in "(GB)"
  | 'word'
  | 'line' // end of a line
  | 'block' // end of a block: an empty line
  | 'cell' // border between cells of a row
  | 'sentence' // 。 and its like
  | 'comma'
  | 'slash'
  | 'open' // an opening bracket
  | 'close'
  | 'colon'
  | 'mark' // + - = ~
  | 'other'

/** One shape for all kinds keeps the engine fast: `amount` and `date` are null except for their kinds. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  end: number
  /** Of a word; "" otherwise. */
  readonly sense: WordSense | ''
  amount: LexedAmount | null
  readonly date: LexedDate | null
}

/** Where a token stands, in a form to keep and show. */
export const placeOfToken = ({ start, end }: Token): Place => ({ start, end })

/** A number as printed and, where it has one, its unit. */
export interface LexedAmount {
  /** Whole bytes; NaN while a bare number waits for the unit of its label, table header or ratio. */
  bytes: number
  /** The number as printed, without separators: mantissa / 10^decimals. */
  readonly mantissa: number
  readonly decimals: number
  readonly power: number
  readonly base: 1000 | 1024
  readonly baseDeclared: boolean
  /** The unit is a bare letter (G, M): needs a label beside it. */
  readonly weak: boolean
  /** 3G, 4G, 5G: most likely the name of a network. */
  readonly network: boolean
  /** Printed with a sign, as a range, or a sentinel: never a figure. */
  readonly refused: boolean
}

/** 2.35GB, and neither 2.00GB nor 2.5GB: finer than what is given. */
export const isFinerThanGiven = ({ decimals, mantissa }: LexedAmount): boolean =>
  decimals > 0 && (mantissa * 2) % 10 ** decimals !== 0

/** A date as printed. */
export interface LexedDate {
  /** As core's WallClock; with "----" for a year that is not printed; null when there is no such day or hour. */
  readonly at: string | null
}
