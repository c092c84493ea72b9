/** From use to days and months. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UseSpan } from '../src/core/use.ts'
import { dailyUse, monthsUsed, wholeDays } from '../src/ledger/daily.ts'
import { GB } from './ledger-samples.ts'

const HOUR = 3_600_000

test('a day is whole when nearly all of it was seen, and alone when it was seen by itself', () => {
  const span = (from: string, to: string, gigabytes: number): UseSpan => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    lowBytes: gigabytes * GB,
    highBytes: gigabytes * GB,
    likelyBytes: gigabytes * GB,
    throttled: false,
  })
  const days = wholeDays(
    dailyUse(
      [
        span('2026-11-09T15:00Z', '2026-11-10T15:00Z', 1),
        span('2026-11-10T15:00Z', '2026-11-13T15:00Z', 6),
        span('2026-11-14T15:00Z', '2026-11-15T03:00Z', 1),
        span('2026-11-15T15:00Z', '2026-11-16T13:48Z', 1.9),
      ],
      'Asia/Tokyo',
    ),
  )
  assert.deepEqual(days, [
    { date: '2026-11-10', bytes: GB, together: false },
    { date: '2026-11-11', bytes: 2 * GB, together: true },
    { date: '2026-11-12', bytes: 2 * GB, together: true },
    { date: '2026-11-13', bytes: 2 * GB, together: true },
    { date: '2026-11-15', bytes: null, together: false },
    { date: '2026-11-16', bytes: 2 * GB, together: false },
  ])
})

test('months are those that were seen whole, the latest first', () => {
  const month = (name: string, days: number, gigabytes: number): { from: string; to: string; bytes: number } => ({
    from: new Date(`${name}-01T00:00+09:00`).toISOString(),
    to: new Date(Date.parse(`${name}-01T00:00+09:00`) + days * 24 * HOUR).toISOString(),
    bytes: gigabytes * GB,
  })
  const spans = [
    month('2026-05', 31, 1),
    month('2026-06', 30, 4),
    month('2026-07', 31, 9),
    month('2026-08', 31, 5),
    month('2026-09', 10, 2),
    month('2026-10', 30, 6),
    month('2026-11', 27, 3),
  ].map(({ from, to, bytes: used }): UseSpan => ({
    from,
    to,
    lowBytes: used,
    highBytes: used,
    likelyBytes: used,
    throttled: false,
  }))
  // November is not over, of September too little was seen, and June is too long ago. October was seen for 30 of its 31 days: 6 GB of them are 6.2 of all.
  assert.deepEqual(monthsUsed(dailyUse(spans, 'Asia/Tokyo'), '2026-11-28'), [6.2 * GB, 5 * GB, 9 * GB])
})
