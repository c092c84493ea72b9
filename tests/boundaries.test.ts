/** Between which instants the use of a line is told apart. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundariesBefore } from '../src/ledger/boundaries.ts'

const NOW = '2026-11-26T03:00:00.000Z'
const utc = (...dates: string[]): string[] => dates.map((date) => new Date(`${date}T00:00+09:00`).toISOString())

test('now, midnights, and the beginnings of months', () => {
  const { befores, froms } = boundariesBefore(NOW, 'Asia/Tokyo', null)
  assert.deepEqual(befores.slice(0, 3), [NOW, ...utc('2026-11-26', '2026-11-25')])
  // 57 days back is 1 October; of the months before only the beginnings.
  assert.deepEqual(befores.slice(56), utc('2026-10-02', '2026-10-01', '2026-09-01', '2026-08-01'))
  assert.deepEqual(froms, utc('2026-11-01', '2026-10-01', '2026-09-01', '2026-08-01'))
})

test('the beginnings of cycles, as far back as the months go', () => {
  const { befores, froms } = boundariesBefore(NOW, 'Asia/Tokyo', { kind: 'closingDay', day: 12, zone: 'Asia/Tokyo' })
  const cycles = utc('2026-11-13', '2026-10-13', '2026-09-13', '2026-08-13')
  assert.deepEqual(froms.slice(4), cycles)
  assert.deepEqual(
    cycles.filter((cycle) => !befores.includes(cycle)),
    [],
  )
})

test('cycles of minutes are no reason to load everything', () => {
  const clock = { kind: 'hours', hours: 0.1, start: '2026-08-01T00:00:00.000Z', repeats: true } as const
  assert.ok(boundariesBefore(NOW, 'Asia/Tokyo', clock).froms.length < 70)
})
