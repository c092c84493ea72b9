import type { Base, KnownAmount } from '../core/amount.ts'
import type { WallClock } from '../core/reading.ts'
import type { Language } from './language.ts'

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const MINUTE = 60_000

/** A known amount as it is printed where that is plain ("３．２５ＧＢ" -> "3.25 GB"), so that the person finds it again. */
export function amountText(amount: KnownAmount): string {
  const high = bytesText(amount.highBytes, amount.base)
  if (amount.lowBytes !== amount.highBytes) return `${bytesText(amount.lowBytes, amount.base)} – ${high}`
  const printed = PLAIN.exec(amount.shown.normalize('NFKC'))
  return printed === null || amount.highBytes === 0 ? high : `${printed[1]} ${printed[2]?.toUpperCase()}B`
}

const PLAIN = /^\s*(\d[\d,]*(?:\.\d+)?)\s?([KMGT])B\s*$/iu

/** Bytes in the largest unit that gives at least 1, with at most two decimals: 3250000000 -> "3.25 GB". */
export function bytesText(bytes: number, base: Base): string {
  if (bytes === 0) return '0 MB'
  let value = bytes
  let step = 0
  while (value >= base && step < UNITS.length - 1) {
    value /= base
    step += 1
  }
  return `${withSeparators(Number(value.toFixed(2)))} ${UNITS[step]}`
}

/** Bytes that are an estimate: two figures that count are enough, rounded down. 454050000 -> "450 MB". */
export function roughText(bytes: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, bytes))) - 1)
  return bytesText(Math.floor(bytes / step) * step, 1000)
}

/** Bits a second: 128000 -> "128 kbps", 1000000 -> "1 Mbps". */
export const speedText = (bitsPerSecond: number): string =>
  bitsPerSecond >= 1e6 ? `${Number((bitsPerSecond / 1e6).toFixed(1))} Mbps` : `${Math.round(bitsPerSecond / 1000)} kbps`

/** 1234.5 -> "1,234.5". */
export const withSeparators = (value: number): string => {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/** A share of 0..1 as whole percent, rounded down so that "100 %" means all. */
export const percentText = (share: number): string => `${Math.floor(Number((share * 100).toFixed(6)))} %`

/** A printed date as a person writes it; an unprinted part is never filled in. "2026-11-30" -> "30 November 2026", "2026年11月30日". */
export function dateText({ at, zone }: Pick<WallClock, 'at' | 'zone'>, language: Language): string {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?/u.exec(at)
  if (match === null) return at
  const [, year = '', month = '', day, time] = match
  const date = language === 'en' ? englishDate(year, month, day) : eastAsianDate(year, month, day)
  const clock = time === undefined ? '' : language === 'en' ? `, ${time}` : ` ${time}`
  return date + clock + (zone === 'Asia/Tokyo' ? '' : ` (${zone})`)
}

/** A day without its year, where the year is plain: "26 Nov", "11月26日". */
export function dayText(date: string, language: Language): string {
  const [, month = '', day = ''] = date.split('-')
  if (language !== 'en') return `${Number(month)}月${Number(day)}日`
  return `${Number(day)} ${(MONTHS[Number(month) - 1] ?? month).slice(0, 'Jan'.length)}`
}

const englishDate = (year: string, month: string, day: string | undefined): string =>
  `${day === undefined ? '' : `${Number(day)} `}${MONTHS[Number(month) - 1] ?? month} ${year}`

const eastAsianDate = (year: string, month: string, day: string | undefined): string =>
  `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`

/** Whole minutes from a printed time to `now`; null when no time of day was printed, or it lies in the future. */
export function minutesSince(stamp: WallClock, now: string): number | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:?\d\d)?$/u.exec(stamp.at)
  if (match === null) return null
  const offset = match[2] ?? zoneOffset(stamp.zone, now)
  const minutes = Math.floor((Date.parse(now) - Date.parse(`${match[1]}${offset}`)) / MINUTE)
  return minutes >= 0 ? minutes : null
}

/** "+09:00" for Asia/Tokyo; "" (read as the caller's own zone never happens: Z) for a zone nobody knows. */
function zoneOffset(zone: string, instant: string): string {
  if (zone === 'Asia/Tokyo') return '+09:00'
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    const name = format.formatToParts(new Date(instant)).find((part) => part.type === 'timeZoneName')?.value ?? ''
    return name.slice('GMT'.length) || 'Z'
  } catch {
    return 'Z'
  }
}
