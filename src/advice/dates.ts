export const DAY_MILLISECONDS = 86_400_000

/** Days from one date (YYYY-MM-DD) to another; negative backwards. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS)

/** The date so many days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MILLISECONDS).toISOString().slice(0, 'YYYY-MM-DD'.length)

/** The last day of the month of a date, or of so many months later. */
export function endOfMonth(date: string, monthsLater: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month + monthsLater, 0)).toISOString().slice(0, 'YYYY-MM-DD'.length)
}
