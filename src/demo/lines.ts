/** A line that nobody has, for trying everything without an account. */
export interface DemoLine {
  /** Which of the names that `text/web.ts` has for them. */
  readonly name: 'main' | 'parent' | 'office' | 'trip'
  readonly carrier: string
  readonly plan: string | null
  /** Days from now to the end of the trip; null without one. */
  readonly tripDays: number | null
  /** What the carrier says on a day, in the shape of its own notices; null where nobody looked. `date`: YYYY-MM-DD. */
  readonly says: (day: { readonly date: string; readonly daysAgo: number }) => string | null
}

const dayOfMonth = (date: string): number => Number(date.slice('YYYY-MM-'.length))

/** Days are not alike: more on some, less on others, the same on each run. */
const usedBy = (day: number, eachDay: number): number =>
  Array.from({ length: day }, (_, index) => eachDay * (0.4 + 1.2 * ((Math.sin(index * 2.7) + 1) / 2))).reduce(
    (sum, bytes) => sum + bytes,
    0,
  )

export const DEMO_LINES: readonly DemoLine[] = [
  {
    name: 'main',
    carrier: 'docomo',
    plan: 'ドコモ mini 10GB',
    tripDays: null,
    says: ({ date }) => `ご利用データ量 ${usedBy(dayOfMonth(date), 0.36).toFixed(2)}GB`,
  },
  {
    name: 'parent',
    carrier: 'rakuten',
    plan: 'Rakuten最強プラン',
    tripDays: null,
    says: ({ date }) => `データ利用量 ${usedBy(dayOfMonth(date), 0.11).toFixed(2)}GB`,
  },
  {
    name: 'office',
    carrier: 'ahamo',
    plan: 'ahamo',
    tripDays: null,
    says: ({ date }) => `残り ${(30 - usedBy(dayOfMonth(date), 0.5)).toFixed(2)}GB（30GB中）`,
  },
  {
    name: 'trip',
    carrier: 'povo',
    plan: null,
    tripDays: 9,
    says: ({ daysAgo, date }) =>
      daysAgo > 7
        ? null
        : `データ残量 ${(3 - usedBy(8 - daysAgo, 0.27)).toFixed(2)}GB 有効期限 ${written(later(date, 22 + daysAgo))}`,
  },
]

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

const written = (date: string): string => {
  const [year, month, day] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
