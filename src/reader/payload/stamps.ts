import { dateAt, daysIn } from '../lex/dates.ts'

/** The fields of a calendar date and clock; `hour` and after only where printed. */
export interface Stamp {
  readonly year: number
  readonly month: number
  readonly day?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
}

const two = (number: number): string => String(number).padStart(2, '0')

/** `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]`; null for a date or clock that does not exist. */
export function wallClockAt({ year, month, day, hour, minute = 0, second }: Stamp): string | null {
  if (year < 1990 || year > 2200 || month < 1 || month > 12) return null
  const yearMonth = `${year}-${two(month)}`
  if (day === undefined) return yearMonth
  if (day < 1 || day > daysIn(year, month)) return null
  if (hour === undefined) return `${yearMonth}-${two(day)}`
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return null
  const seconds = second === undefined ? '' : `:${two(second)}`
  return `${yearMonth}-${two(day)}T${two(hour)}:${two(minute)}${seconds}`
}

const COMPACT = /^(\d{4})(\d{2})(?:(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?)?$/
const DATE = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?/
const CLOCK = /^[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/

/**
 * A date as machines print it ("201704", "20251231235959", "2022-01-01 00:00:00", "2023-06-15T16:56:16+0000") or people
 * write it ("2026年12月31日"): the wall clock with its offset if one was printed. Null for other text and for
 * dates that do not exist.
 */
export function wallClockFromStamp(printed: string): string | null {
  const text = printed.trim()
  const compact = COMPACT.exec(text)
  if (compact) return wallClockAt({ ...dateOf(compact), ...clockOf(compact.slice(4)) })
  const date = DATE.exec(text)
  if (!date) return writtenDate(text)
  const rest = text.slice(date[0].length)
  if (rest === '') return wallClockAt(dateOf(date))
  const clock = CLOCK.exec(rest)
  if (!clock || date[3] === undefined) return null
  const at = wallClockAt({ ...dateOf(date), ...clockOf(clock.slice(1)) })
  return at && at + offsetOf(clock[4])
}

/** Seconds of 1970, as headers and tokens count them; null before 1990 and after 2200. */
export function wallClockFromSeconds(seconds: number): string | null {
  const at =
    Number.isInteger(seconds) && seconds > 6e8 && seconds < 7.3e9 ? new Date(seconds * 1000).toISOString() : null
  return at && `${at.slice(0, 19)}Z`
}

/** A date as people write it ("2026年12月31日", "31 Dec 2026"), where it has a year and is the whole text. */
function writtenDate(text: string): string | null {
  const plain = text.normalize('NFKC').toLowerCase()
  const found = dateAt(plain, 0)
  return found && found.end === plain.length && found.date.at?.startsWith('----') === false ? found.date.at : null
}

function clockOf([hour, minute, second]: readonly (string | undefined)[]): Pick<Stamp, 'hour' | 'minute' | 'second'> {
  if (hour === undefined) return {}
  return { hour: Number(hour), minute: Number(minute), ...(second === undefined ? {} : { second: Number(second) }) }
}

const dateOf = ([, year, month, day]: RegExpExecArray): Stamp => ({
  year: Number(year),
  month: Number(month),
  ...(day === undefined ? {} : { day: Number(day) }),
})

function offsetOf(printed: string | undefined): string {
  if (printed === undefined) return ''
  return printed === 'Z' || printed === 'UTC' ? 'Z' : `${printed.slice(0, 3)}:${printed.slice(-2)}`
}
