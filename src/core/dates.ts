/**
 * Dates and times of a calendar, in no zone yet. A date is counted in days since 1970-01-01, a time in milliseconds since then, so
 * that what comes before and after is a sum. Both throw a RangeError for what does not exist.
 */

export const DAY_MILLISECONDS = 86_400_000

/** The day of a date, YYYY-MM-DD. */
export function dayOf(date: string): number {
  const day = Date.parse(`${date}T00:00Z`) / DAY_MILLISECONDS
  // `Date` takes 30 February for a day of March.
  if (dateOf(day) !== date) throw new RangeError(`no such date: ${date}`)
  return day
}

/** YYYY-MM-DD. */
export const dateOf = (day: number): string => isoOf(day * DAY_MILLISECONDS).split('T', 1)[0]!

/** A day of the month so many months after that of `day`, or the month's last where it is shorter. */
export function dayInMonth(day: number, monthsLater: number, dayOfMonth: number): number {
  const first = new Date(day * DAY_MILLISECONDS)
  first.setUTCMonth(first.getUTCMonth() + monthsLater, 1)
  const last = new Date(first).setUTCMonth(first.getUTCMonth() + 1, 0)
  return Math.min(first.getTime() / DAY_MILLISECONDS + dayOfMonth - 1, last / DAY_MILLISECONDS)
}

/** The milliseconds of a time, YYYY-MM-DDTHH:mm or with seconds. */
export function millisecondsOf(time: string): number {
  const milliseconds = Date.parse(`${time}Z`)
  if (!isoOf(milliseconds).startsWith(time)) throw new RangeError(`no such time: ${time}`)
  return milliseconds
}

/** As `toISOString` writes it, which has no zone to it here. */
export const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** How far a printed offset is from UTC: `Z`, `+09:00` or `+0900`. */
export function offsetMilliseconds(offset: string): number {
  const [printed, sign, hours, minutes] = /^(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))$/u.exec(offset) ?? []
  if (printed === undefined) throw new RangeError(`no such offset: ${offset}`)
  const distance = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return sign === '-' ? -distance : distance
}
