/** Dates, times and cycles are counted without Temporal where that is enough: they are those that Temporal finds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { cycleAt, dateIn, dayIn, extentOf, timeIn, type CycleClock } from '../src/core/cycle.ts'
import { Temporal } from '../src/core/temporal.ts'

type Extent = ReturnType<typeof extentOf>

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()
const between = (from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): Extent => ({
  from: iso(from.epochMilliseconds),
  to: iso(to.epochMilliseconds),
})
const daysBetween = (first: Temporal.PlainDate, next: Temporal.PlainDate, zone: string): Extent =>
  between(first.toZonedDateTime(zone), next.toZonedDateTime(zone))

/** As Temporal says it; null for what it refuses. */
function temporally(at: string, zone: string): Extent {
  try {
    if (!at.includes('T')) {
      const length = at.length === 'YYYY-MM'.length ? { months: 1 } : { days: 1 }
      const first = Temporal.PlainDate.from(at.length === 'YYYY-MM'.length ? `${at}-01` : at)
      return daysBetween(first, first.add(length), zone)
    }
    const length = /T\d\d:\d\d:/u.test(at) ? { seconds: 1 } : { minutes: 1 }
    const from = /(?:Z|[+-]\d\d:?\d\d)$/u.test(at.slice('YYYY-MM-DDT'.length))
      ? Temporal.Instant.from(at).toZonedDateTimeISO('UTC')
      : Temporal.PlainDateTime.from(at).toZonedDateTime(zone)
    return between(from, from.add(length))
  } catch (error) {
    assert.ok(error instanceof RangeError, String(error))
    return null
  }
}

const zone = fc.oneof(
  { weight: 3, arbitrary: fc.constant('Asia/Tokyo') },
  { weight: 1, arbitrary: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Asia/Beirut') },
)
const padded = (number: number, length: number): string => String(number).padStart(length, '0')
const field = (max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max }).map((number) => padded(number, 2))
/** Before and after Japan's summer times, this century, and the ends of what can be written. */
const year = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1945, max: 2110 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 9999 }) },
  )
  .map((number) => padded(number, 4))
/** Many are those that no calendar has. */
const date = fc.tuple(year, field(13), field(32)).map((parts) => parts.join('-'))
const offset = fc.oneof(
  fc.constantFrom('', 'Z'),
  fc.tuple(fc.constantFrom('+', '-'), field(25), fc.constantFrom(':', ''), field(61)).map((parts) => parts.join('')),
)
/** No leap second: Temporal takes it for the second before it, and here it is refused. */
const seconds = fc
  .option(field(61).filter((number) => number !== '60'))
  .map((some) => (some === null ? '' : `:${some}`))
const time = fc
  .tuple(date, field(24), field(60), seconds, offset)
  .map(([day, hour, minute, second, from]) => `${day}T${hour}:${minute}${second}${from}`)
const printed = fc.oneof(
  fc.tuple(year, field(13)).map((parts) => parts.join('-')),
  date,
  time,
)

test('what is printed covers what it covers in Temporal, and what does not exist there does not here', () => {
  fc.assert(
    fc.property(printed, zone, (at, where) => assert.deepEqual(extentOf({ at, zone: where }), temporally(at, where))),
    { seed: 1, numRuns: 5000 },
  )
})

test('every day from 1940 to 2110 is where Temporal has it, by the clocks of Japan', () => {
  const end = Temporal.PlainDate.from('2110-01-01')
  let day = Temporal.PlainDate.from('1940-01-01')
  for (; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) {
    const [at, from] = [day.toString(), day.toZonedDateTime('Asia/Tokyo').epochMilliseconds]
    assert.equal(dayIn('Asia/Tokyo', at).from, iso(from))
    assert.equal(dateIn('Asia/Tokyo', iso(from)), at)
    assert.notEqual(dateIn('Asia/Tokyo', iso(from - 1)), at)
  }
})

/** Often the first or the last moment of a day. */
const moment = fc
  .tuple(
    fc.date({ min: new Date('1940-01-01'), max: new Date('2110-01-01'), noInvalidDate: true }),
    fc.constantFrom(null, 0, 1),
    zone,
  )
  .map(([at, before, where]) =>
    before === null ? at.toISOString() : iso(Date.parse(dayIn(where, at.toISOString().slice(0, 10)).from) - before),
  )

test('the date and time of an instant are those of Temporal', () => {
  fc.assert(
    fc.property(moment, zone, (at, where) => {
      const there = Temporal.Instant.from(at).toZonedDateTimeISO(where).toPlainDateTime()
      assert.equal(dateIn(where, at), there.toPlainDate().toString())
      assert.equal(timeIn(where, at), there.toString({ smallestUnit: 'minute' }))
    }),
    { seed: 1, numRuns: 2000 },
  )
})

/** The days of a cycle that ends with a closing day, as Temporal counts them. */
function monthAround(today: Temporal.PlainDate, closingDay: number): [Temporal.PlainDate, Temporal.PlainDate] {
  const closingIn = (months: number): Temporal.PlainDate => {
    const month = today.toPlainYearMonth().add({ months })
    return month.toPlainDate({ day: Math.min(closingDay, month.daysInMonth) })
  }
  const months = Temporal.PlainDate.compare(today, closingIn(0)) > 0 ? 1 : 0
  return [closingIn(months - 1).add({ days: 1 }), closingIn(months).add({ days: 1 })]
}

type CalendarClock = Exclude<CycleClock, { kind: 'hours' | 'none' }>
const clock: fc.Arbitrary<CalendarClock> = fc.oneof(
  fc.record({ kind: fc.constant('calendarMonth' as const), zone }),
  fc.record({ kind: fc.constant('closingDay' as const), day: fc.integer({ min: 1, max: 31 }), zone }),
  fc.record({ kind: fc.constant('daily' as const), zone }),
  fc.record({
    kind: fc.constant('days' as const),
    days: fc.integer({ min: 1, max: 400 }),
    start: fc.constantFrom('1940-01-01', '2000-02-29', '2023-12-31', '2024-02-28'),
    repeats: fc.boolean(),
    zone,
  }),
)

function temporalCycle(asked: CalendarClock, at: string): Extent {
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(asked.zone).toPlainDate()
  if (asked.kind === 'daily') return daysBetween(today, today.add({ days: 1 }), asked.zone)
  if (asked.kind !== 'days')
    return daysBetween(...monthAround(today, asked.kind === 'calendarMonth' ? 31 : asked.day), asked.zone)
  const start = Temporal.PlainDate.from(asked.start)
  const index = Math.floor(start.until(today).days / asked.days)
  if (index < 0 || (index > 0 && !asked.repeats)) return null
  const first = start.add({ days: index * asked.days })
  return daysBetween(first, first.add({ days: asked.days }), asked.zone)
}

test('cycles are those of Temporal, by every clock', () => {
  fc.assert(
    fc.property(clock, moment, (asked, at) => {
      const cycle = cycleAt(asked, at)
      assert.deepEqual(cycle && { from: cycle.from, to: cycle.to }, temporalCycle(asked, at))
    }),
    { seed: 1, numRuns: 5000 },
  )
})

test('every closing day has its cycles in every month, of leap years and of others', () => {
  for (let closingDay = 1; closingDay <= 31; closingDay += 1)
    for (const [first, months] of [
      ['1999-11-15', 18],
      ['2023-11-15', 30],
      ['2099-11-15', 18],
    ] as const)
      for (let month = 0; month < months; month += 1) {
        const today = Temporal.PlainDate.from(first).add({ months: month })
        const around = monthAround(today, closingDay)
        const cycle = cycleAt(
          { kind: 'closingDay', day: closingDay, zone: 'Asia/Tokyo' },
          `${today.toString()}T00:00Z`,
        )!
        assert.deepEqual({ from: cycle.from, to: cycle.to }, daysBetween(...around, 'Asia/Tokyo'))
      }
})
