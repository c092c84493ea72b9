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

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

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

const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/
const DATE = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?/
const CLOCK = /^[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/

/**
 * A date as machines print it ("201704", "20251231", "2022-01-01 00:00:00", "2023-06-15T16:56:16+0000"): the wall clock
 * with its offset if one was printed. Null for other text and for dates that do not exist.
 */
export function wallClockFromStamp(printed: string): string | null {
  const text = printed.trim()
  const compact = COMPACT.exec(text)
  if (compact) return wallClockAt(dateOf(compact))
  const date = DATE.exec(text)
  if (!date) return null
  const rest = text.slice(date[0].length)
  if (rest === '') return wallClockAt(dateOf(date))
  const clock = CLOCK.exec(rest)
  if (!clock || date[3] === undefined) return null
  const [, hour, minute, second, offset] = clock
  const at = wallClockAt({
    ...dateOf(date),
    hour: Number(hour),
    minute: Number(minute),
    ...(second === undefined ? {} : { second: Number(second) }),
  })
  return at && at + offsetOf(offset)
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
