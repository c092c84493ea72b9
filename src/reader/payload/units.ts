import { MOST_BYTES } from '../../core/amount.ts'
import type { Base, KnownAmount } from '../../core/amount.ts'
import { UNIT_NAMES } from '../words/units.ts'

/** A unit of data: which power of its base it stands for, and the base where the unit itself fixes it ("GiB"). */
export interface Unit {
  readonly power: 0 | 1 | 2 | 3 | 4
  readonly base: Base | null
}

/**
 * Every spelling of a unit of data, in lower case after NFKC ("ＧＢ" and "㎇" are "gb"). Bits are no data volume and
 * are not here: "Gb" is read as gigabytes, since carriers that print it for a balance mean that.
 */
const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_NAMES.flatMap(({ power, binary, names }) =>
    names.map((name): [string, Unit] => [name, { power, base: binary ? 1024 : null }]),
  ),
)

/** The unit that a word spells ("GB", "Go", "ギガ", "兆"); null when it spells none. */
export const unitOf = (word: string): Unit | null => UNITS.get(word.normalize('NFKC').trim().toLowerCase()) ?? null

const DECIMAL = /^(\d{1,25})(?:\.(\d{0,25}))?(?:e([+-]?\d{1,2}))?$/i

/**
 * Whole bytes of a decimal number as printed ("3.25", "1.2E7") in a unit, exact and rounded half up.
 * `base` counts only where the unit leaves it open. Null for signs, separators, anything that is no plain number, and
 * for more than `MOST_BYTES`: such figures are sentinels.
 */
export function bytesOf(digits: string, unit: Unit, base: Base): number | null {
  const match = DECIMAL.exec(digits)
  if (!match) return null
  const [, whole = '', fraction = '', exponent = '0'] = match
  const tens = Number(exponent) - fraction.length
  const numerator =
    BigInt(whole + fraction) * BigInt(unit.base ?? base) ** BigInt(unit.power) * 10n ** BigInt(Math.max(tens, 0))
  const denominator = 10n ** BigInt(Math.max(-tens, 0))
  const bytes = (2n * numerator + denominator) / (2n * denominator)
  return bytes > MOST_BYTES ? null : Number(bytes)
}

const THOUSANDS_COMMA = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const THOUSANDS_SPACE = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/
const THOUSANDS_DOT = /^\d{1,3}(?:\.\d{3})+,\d+$/
const DECIMAL_COMMA = /^\d+,(?:\d{1,2}|\d{4,})$/

/**
 * A printed number as plain digits with a decimal point: "1,234.5", "1 234,5", "1.234,5" and "3,25" all mean one thing
 * each. One comma before exactly three digits groups thousands. Null when it is no unsigned number.
 */
export function digitsOf(printed: string): string | null {
  const number = printed.normalize('NFKC').trim()
  if (/^\d+(?:\.\d+)?$/.test(number)) return number
  if (THOUSANDS_COMMA.test(number)) return number.replaceAll(',', '')
  if (THOUSANDS_SPACE.test(number)) return number.replaceAll(' ', '').replace(',', '.')
  if (THOUSANDS_DOT.test(number)) return number.replaceAll('.', '').replace(',', '.')
  return DECIMAL_COMMA.test(number) ? number.replace(',', '.') : null
}

/**
 * An amount printed as a number and its unit and nothing else ("3.25 GB", "17.47GB", "0KB", "１，０２４ＭＢ"); null for
 * any other text, a sign, a speed ("1 Mbps") or more than `MOST_BYTES`.
 * `declared` says that the carrier or API fixes `base`; a unit such as GiB fixes it by itself.
 */
export function amountFromText(shown: string, base: Base = 1000, declared = false): KnownAmount | null {
  const match = /^([\d.,\s]{1,40}?)\s{0,3}([^\d.,\s]{1,10})$/u.exec(shown.normalize('NFKC').trim())
  const unit = match && unitOf(match[2] ?? '')
  const digits = match && digitsOf(match[1] ?? '')
  const bytes = unit && digits && bytesOf(digits, unit, base)
  if (unit === null || typeof bytes !== 'number') return null
  return knownAmount(bytes, shown, unit.base ?? base, declared || unit.base !== null || unit.power === 0)
}

/** One exact figure. */
export const knownAmount = (bytes: number, shown: string, base: Base, baseDeclared: boolean): KnownAmount => ({
  kind: 'known',
  lowBytes: bytes,
  highBytes: bytes,
  shown,
  base,
  baseDeclared,
})
