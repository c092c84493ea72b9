/** Cycles by wall clocks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { cycleAt, dateIn, dayIn, extentOf, timeIn, type CycleClock } from '../src/core/cycle.ts'

const TOKYO = 'Asia/Tokyo'

const days = (clock: CycleClock, moment: string): string | null => {
  const cycle = cycleAt(clock, moment)
  return cycle && `${cycle.from} ${cycle.to} ${cycle.endsWith}`
}

test('a calendar month begins at midnight of its zone', () => {
  const clock: CycleClock = { kind: 'calendarMonth', zone: TOKYO }
  const november = '2026-10-31T15:00:00.000Z 2026-11-30T15:00:00.000Z reset'
  assert.equal(days(clock, '2026-10-31T15:00:00Z'), november)
  assert.equal(days(clock, '2026-11-30T14:59:59.999Z'), november)
  assert.equal(days(clock, '2026-11-30T15:00:00Z'), '2026-11-30T15:00:00.000Z 2026-12-31T15:00:00.000Z reset')
})

test('a closing day is the last of its cycle, and the last of a shorter month', () => {
  const closing = (day: number): CycleClock => ({ kind: 'closingDay', day, zone: TOKYO })
  assert.equal(days(closing(20), '2026-11-20T14:00:00Z'), '2026-10-20T15:00:00.000Z 2026-11-20T15:00:00.000Z reset')
  assert.equal(days(closing(20), '2026-11-20T15:00:00Z'), '2026-11-20T15:00:00.000Z 2026-12-20T15:00:00.000Z reset')
  assert.equal(days(closing(20), '2027-01-05T00:00:00Z'), '2026-12-20T15:00:00.000Z 2027-01-20T15:00:00.000Z reset')
  assert.equal(days(closing(30), '2027-02-10T00:00:00Z'), '2027-01-30T15:00:00.000Z 2027-02-28T15:00:00.000Z reset')
  assert.equal(days(closing(30), '2027-03-01T00:00:00Z'), '2027-02-28T15:00:00.000Z 2027-03-30T15:00:00.000Z reset')
})

test('hours run by the clock and days by the calendar, once or again and again', () => {
  const start = '2026-11-23T01:30:00Z'
  const hours = (repeats: boolean): CycleClock => ({ kind: 'hours', hours: 72, start, repeats })
  assert.equal(days(hours(false), '2026-11-26T01:29:59Z'), '2026-11-23T01:30:00.000Z 2026-11-26T01:30:00.000Z expiry')
  assert.equal(days(hours(false), '2026-11-26T01:30:00Z'), null)
  assert.equal(days(hours(false), '2026-11-23T01:29:59Z'), null)
  assert.equal(days(hours(true), '2026-11-26T01:30:00Z'), '2026-11-26T01:30:00.000Z 2026-11-29T01:30:00.000Z reset')
  const calendar = (repeats: boolean): CycleClock => ({
    kind: 'days',
    days: 5,
    start: '2026-11-23',
    repeats,
    zone: TOKYO,
  })
  const first = '2026-11-22T15:00:00.000Z 2026-11-27T15:00:00.000Z'
  assert.equal(days(calendar(false), '2026-11-23T01:30:00Z'), `${first} expiry`)
  assert.equal(days(calendar(false), '2026-11-27T15:00:00Z'), null)
  assert.equal(days(calendar(true), '2026-11-27T15:00:00Z'), '2026-11-27T15:00:00.000Z 2026-12-02T15:00:00.000Z reset')
})

test('a day is as long as its zone makes it', () => {
  const daily = (zone: string): CycleClock => ({ kind: 'daily', zone })
  const hours = (zone: string, moment: string): number => {
    const cycle = cycleAt(daily(zone), moment)!
    return (Date.parse(cycle.to) - Date.parse(cycle.from)) / 3_600_000
  }
  assert.equal(hours(TOKYO, '2026-03-29T12:00:00Z'), 24)
  assert.equal(hours('Europe/Paris', '2026-03-29T12:00:00Z'), 23)
  assert.equal(hours('Europe/Paris', '2026-10-25T12:00:00Z'), 25)
  // Midnight did not exist in Beirut on this day: the clocks went from 23:59 to 01:00.
  assert.equal(dayIn('Asia/Beirut', '2026-03-29').from, '2026-03-28T22:00:00.000Z')
  assert.equal(timeIn('Asia/Beirut', '2026-03-28T22:00:00Z'), '2026-03-29T01:00')
})

test('days of Japan are those of its zone, whichever way they are found', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1945-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10)
      const start = Temporal.PlainDate.from(day).toZonedDateTime(TOKYO)
      assert.deepEqual(dayIn(TOKYO, day), {
        from: new Date(start.epochMilliseconds).toISOString(),
        to: new Date(start.add({ days: 1 }).epochMilliseconds).toISOString(),
      })
    }),
    { seed: 1 },
  )
})

test('without cycles there is none', () => {
  assert.equal(cycleAt({ kind: 'none' }, '2026-11-23T00:00:00Z'), null)
})

const zone = fc.constantFrom(TOKYO, 'UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu')
const repeating: fc.Arbitrary<CycleClock> = fc.oneof(
  fc.record({ kind: fc.constant('calendarMonth' as const), zone }),
  fc.record({ kind: fc.constant('closingDay' as const), day: fc.integer({ min: 1, max: 31 }), zone }),
  fc.record({ kind: fc.constant('daily' as const), zone }),
  fc.record({
    kind: fc.constant('days' as const),
    days: fc.integer({ min: 1, max: 90 }),
    start: fc.constantFrom('2020-01-01', '2020-02-29'),
    repeats: fc.constant(true),
    zone,
  }),
  fc.record({
    kind: fc.constant('hours' as const),
    hours: fc.integer({ min: 1, max: 1000 }),
    start: fc.constant('2020-01-01T09:30:00.000Z'),
    repeats: fc.constant(true),
  }),
)
const moments = fc
  .date({ min: new Date('2021-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

test('every moment is in the cycle around it, and cycles follow each other without a gap', () => {
  fc.assert(
    fc.property(repeating, moments, (clock, moment) => {
      const cycle = cycleAt(clock, moment)!
      assert.ok(cycle.from <= moment && moment < cycle.to)
      assert.deepEqual(cycleAt(clock, cycle.from), cycle)
      assert.equal(cycleAt(clock, cycle.to)?.from, cycle.to)
      assert.equal(cycleAt(clock, new Date(Date.parse(cycle.from) - 1).toISOString())?.to, cycle.from)
    }),
    { seed: 1 },
  )
})

test('what is printed covers its month, day, minute or second', () => {
  const extent = (at: string, where = TOKYO): string | null => {
    const found = extentOf({ at, zone: where })
    return found && `${found.from} ${found.to}`
  }
  assert.equal(extent('2026-11'), '2026-10-31T15:00:00.000Z 2026-11-30T15:00:00.000Z')
  assert.equal(extent('2026-11-30'), '2026-11-29T15:00:00.000Z 2026-11-30T15:00:00.000Z')
  assert.equal(extent('2026-11-30T23:59'), '2026-11-30T14:59:00.000Z 2026-11-30T15:00:00.000Z')
  assert.equal(extent('2026-11-30T23:59:59'), '2026-11-30T14:59:59.000Z 2026-11-30T15:00:00.000Z')
  assert.equal(extent('2026-11-30T23:59+08:00'), '2026-11-30T15:59:00.000Z 2026-11-30T16:00:00.000Z')
  assert.equal(extent('2026-11-30T23:59:00Z'), '2026-11-30T23:59:00.000Z 2026-11-30T23:59:01.000Z')
  assert.equal(extent('2026-11-30', 'Europe/Paris'), '2026-11-29T23:00:00.000Z 2026-11-30T23:00:00.000Z')
  for (const wrong of ['2026-02-30', '2026-13', 'soon', '2026-11-30T25:00']) assert.equal(extent(wrong), null, wrong)
  assert.equal(extent('2026-11-30', 'Nowhere/City'), null)
})

test('dates are those of the zone', () => {
  assert.equal(dateIn(TOKYO, '2026-11-30T15:00:00Z'), '2026-12-01')
  assert.equal(dateIn('America/New_York', '2026-11-30T03:00:00Z'), '2026-11-29')
  assert.equal(timeIn(TOKYO, '2026-11-26T01:30:00.000Z'), '2026-11-26T10:30')
})
