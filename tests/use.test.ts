/** From readings to use: a line whose true use is known, read as carriers let people read it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Amount } from '../src/core/amount.ts'
import type { CycleClock } from '../src/core/cycle.ts'
import type { UseSpan } from '../src/core/use.ts'
import { dailyUse, monthsUsed, wholeDays } from '../src/ledger/daily.ts'
import type { KeptReading } from '../src/ledger/records.ts'
import { useOf } from '../src/ledger/use.ts'
import { bucket, bytes, GB, kept, MB, reading, tokyo } from './ledger-samples.ts'

const MONTH: CycleClock = { kind: 'calendarMonth', zone: 'Asia/Tokyo' }
const HOUR = 3_600_000
/** 20 October 2026, midnight in Tokyo: the reset falls on the twelfth day. */
const START = Date.parse('2026-10-19T15:00:00Z')
const RESET_HOUR = 12 * 24
const HOURS = 20 * 24
const ALLOWANCE = 20 * GB

const at = (hour: number): string => new Date(START + hour * HOUR).toISOString()

/** What a carrier prints: rounded to a step, down, up or to the nearest. */
type Rounding = 'floor' | 'ceil' | 'round'
const printed = (exact: number, step: number, rounding: Rounding): Amount =>
  bytes(Math[rounding](exact / step) * step, step)

interface Look {
  readonly hour: number
  readonly says: 'used' | 'remaining' | 'both'
  /** Hours for which the carrier's figures lag, and it says so. */
  readonly lag: number
}

interface World {
  readonly hourly: readonly number[]
  readonly looks: readonly Look[]
  readonly step: number
  readonly rounding: Rounding
}

const worlds: fc.Arbitrary<World> = fc.record({
  hourly: fc.array(
    fc.integer({ min: 0, max: 40 }).map((megabytes) => megabytes * MB),
    {
      minLength: HOURS,
      maxLength: HOURS,
    },
  ),
  looks: fc.array(
    fc.record({
      hour: fc.integer({ min: 6, max: HOURS - 1 }),
      says: fc.constantFrom('used' as const, 'remaining' as const, 'both' as const),
      lag: fc.constantFrom(0, 0, 0, 3),
    }),
    { minLength: 2, maxLength: 40 },
  ),
  step: fc.constantFrom(10 * MB, 100 * MB, GB),
  rounding: fc.constantFrom('floor' as const, 'ceil' as const, 'round' as const),
})

const between = ({ hourly }: World, from: number, to: number): number =>
  hourly.slice(from, to).reduce((sum, used) => sum + used, 0)
const since = (hour: number): number => (hour >= RESET_HOUR ? RESET_HOUR : 0)

/** What the carrier says at an hour. What was used before the simulation began in October is in it too. */
const BEFORE = 3 * GB
const usedAt = (world: World, hour: number): number =>
  between(world, since(hour), hour) + (hour >= RESET_HOUR ? 0 : BEFORE)

function readingsOf(world: World): KeptReading[] {
  return world.looks.map(({ hour, says, lag }) => {
    const counted = hour - lag
    const used = usedAt(world, counted)
    const amounts = {
      ...(says === 'remaining' ? {} : { used: printed(used, world.step, world.rounding) }),
      ...(says === 'used' ? {} : { remaining: printed(ALLOWANCE - used, world.step, world.rounding) }),
      allowance: bytes(ALLOWANCE),
    }
    const stamp = new Date(START + counted * HOUR + 9 * HOUR).toISOString().slice(0, 16)
    return kept(at(hour), reading(amounts, lag === 0 ? {} : { asOf: tokyo(stamp) }))
  })
}

const hourOf = (moment: string): number => (Date.parse(moment) - START) / HOUR

/** October began before the simulation did. */
const trueUse = (world: World, { from, to }: UseSpan): number =>
  between(world, Math.max(0, hourOf(from)), hourOf(to)) + (hourOf(from) < 0 ? BEFORE : 0)

test('every span holds what was truly used; spans do not overlap and are never negative', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const spans = useOf(readingsOf(world), MONTH)
      for (const [index, span] of spans.entries()) {
        assert.ok(span.from < span.to)
        assert.ok(span.lowBytes >= 0 && span.lowBytes <= span.highBytes)
        assert.ok((spans[index - 1]?.to ?? '') <= span.from)
        const used = trueUse(world, span)
        assert.ok(span.lowBytes <= used && used <= span.highBytes, `${used} in ${JSON.stringify(span)}`)
      }
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('readings may arrive in any order, and twice', () => {
  fc.assert(
    fc.property(worlds, fc.infiniteStream(fc.nat()), (world, numbers) => {
      const readings = readingsOf(world)
      const shuffled = readings
        .map((each) => ({ each, key: numbers.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each)
      assert.deepEqual(useOf([...shuffled, ...readings], MONTH), useOf(readings, MONTH))
    }),
    { seed: 1, numRuns: 100 },
  )
})

test('days add up to what their spans add up to', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const spans = useOf(readingsOf(world), MONTH)
      const days = dailyUse(spans, 'Asia/Tokyo')
      const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
      const middles = sum(spans.map(({ lowBytes, highBytes }) => (lowBytes + highBytes) / 2))
      assert.ok(Math.abs(sum(days.map(({ likelyBytes }) => likelyBytes)) - middles) <= 1e-6 * Math.max(1, middles))
      for (const { seenShare, lowBytes, likelyBytes, highBytes } of days) {
        assert.ok(seenShare > 0 && seenShare <= 1 + 1e-9)
        assert.ok(lowBytes <= likelyBytes + 1 && likelyBytes <= highBytes + 1)
      }
    }),
    { seed: 1, numRuns: 100 },
  )
})

/** Spans in short: from, to, middle in GB. */
const brief = (spans: readonly UseSpan[]): [string, string, number][] =>
  spans.map(({ from, to, lowBytes, highBytes }) => [
    from.slice(0, 16),
    to.slice(0, 16),
    Math.round((lowBytes + highBytes) / 2 / MB) / 1000,
  ])
const left = (gigabytes: number): Amount => bytes(gigabytes * GB)

test('a reset is no use, and the new count tells what was used since', () => {
  // 1 GB left before the reset, 19 of 20 GB after it: one was used since.
  const spans = useOf(
    [
      kept('2026-10-30T00:00:00Z', reading({ remaining: left(2), allowance: left(20) })),
      kept('2026-10-31T00:00:00Z', reading({ remaining: left(1), allowance: left(20) })),
      kept('2026-11-02T00:00:00Z', reading({ remaining: left(19), allowance: left(20) })),
    ],
    MONTH,
  )
  assert.deepEqual(brief(spans), [
    ['2026-09-30T15:00', '2026-10-30T00:00', 18],
    ['2026-10-30T00:00', '2026-10-31T00:00', 1],
    ['2026-10-31T15:00', '2026-11-02T00:00', 1],
  ])
})

test('a top-up whose size is told is no use; one whose size nobody tells hides what was used meanwhile', () => {
  const plan = (remaining: number): ReturnType<typeof bucket> =>
    bucket({ remaining: left(remaining), allowance: left(20) })
  const topUp = bucket({ remaining: left(1), allowance: left(1) }, { grant: 'topUp', name: '1GB追加' })
  // 5 GB left, then 4 + 1 bought: 1 GB was used.
  const told = useOf(
    [
      kept('2026-11-10T00:00:00Z', reading({ remaining: left(5) }, { buckets: [plan(5)] })),
      kept('2026-11-11T00:00:00Z', reading({ remaining: left(5) }, { buckets: [plan(4), topUp] })),
    ],
    null,
  )
  assert.deepEqual(brief(told), [['2026-11-10T00:00', '2026-11-11T00:00', 1]])
  const untold = useOf(
    [
      kept('2026-11-10T00:00:00Z', reading({ remaining: left(5) })),
      kept('2026-11-11T00:00:00Z', reading({ remaining: left(6) })),
      kept('2026-11-12T00:00:00Z', reading({ remaining: left(5.5) })),
    ],
    null,
  )
  assert.deepEqual(brief(untold), [['2026-11-11T00:00', '2026-11-12T00:00', 0.5]])
})

test('a carrier that takes a figure back is believed: nothing is used backwards', () => {
  // 3 GB used, then 5, then "3.2": the five were wrong.
  const spans = useOf(
    ['3', '5', '3.2'].map((used, index) => kept(`2026-11-1${index}T00:00:00Z`, reading({ used: left(Number(used)) }))),
    MONTH,
  )
  assert.deepEqual(brief(spans), [
    ['2026-10-31T15:00', '2026-11-10T00:00', 3],
    ['2026-11-10T00:00', '2026-11-12T00:00', 0.2],
  ])
})

test('data that ends between two readings was not used', () => {
  // 2 GB carried over end with October; 10 GB of the plan became 9.5.
  const carried = bucket({ remaining: left(2) }, { grant: 'carryOver', name: '繰越', expires: tokyo('2026-11-10') })
  const plan = (remaining: number): ReturnType<typeof bucket> =>
    bucket({ remaining: left(remaining), allowance: left(20) })
  const [span] = useOf(
    [
      kept('2026-11-10T00:00:00Z', reading({ remaining: left(12) }, { buckets: [plan(10), carried] })),
      kept('2026-11-11T00:00:00Z', reading({ remaining: left(9.5) }, { buckets: [plan(9.5)] })),
    ],
    null,
  )
  assert.ok(span!.lowBytes <= 0.5 * GB && span!.highBytes >= 2.5 * GB - 1)
})

test("figures are of the carrier's moment, not of ours", () => {
  const spans = useOf(
    [
      kept('2026-11-10T12:00:00Z', reading({ used: left(1) }, { asOf: tokyo('2026-11-10T06:00') })),
      kept('2026-11-11T12:00:00Z', reading({ used: left(2) }, { asOf: tokyo('2026-11-11T06:00') })),
    ],
    null,
  )
  assert.deepEqual(brief(spans), [['2026-11-09T21:00', '2026-11-10T21:00', 1]])
})

test('what a device counts fills only what the carrier left open', () => {
  const device = (seen: string, used: number): KeptReading =>
    kept(seen, reading({ used: left(used) }, { channel: 'router' }))
  const spans = useOf(
    [
      device('2026-11-10T00:00:00Z', 50),
      device('2026-11-11T00:00:00Z', 51),
      device('2026-11-12T00:00:00Z', 53),
      kept('2026-11-11T00:00:00Z', reading({ used: left(7) })),
      kept('2026-11-12T00:00:00Z', reading({ used: left(8) })),
      device('2026-11-13T00:00:00Z', 0.5),
    ],
    null,
  )
  assert.deepEqual(brief(spans), [
    ['2026-11-10T00:00', '2026-11-11T00:00', 1],
    ['2026-11-11T00:00', '2026-11-12T00:00', 1],
  ])
})

test('throttled days are no measure of what is wanted', () => {
  const spans = useOf(
    [
      kept('2026-11-09T15:00:00Z', reading({ used: left(19) })),
      kept('2026-11-10T15:00:00Z', reading({ used: left(20) })),
      kept('2026-11-11T15:00:00Z', reading({ used: left(20), remaining: left(0) }, { throttled: true })),
      kept('2026-11-12T15:00:00Z', reading({ used: left(20.1) }, { throttled: true })),
    ],
    null,
  )
  assert.deepEqual(
    spans.map(({ throttled }) => throttled),
    [false, true, true],
  )
  assert.deepEqual(
    wholeDays(dailyUse(spans, 'Asia/Tokyo')).map(({ date, bytes: used }) => [date, used === null]),
    [
      ['2026-11-10', false],
      ['2026-11-11', true],
      ['2026-11-12', true],
    ],
  )
})

test('a day is whole when nearly all of it was seen, and alone when it was seen by itself', () => {
  const span = (from: string, to: string, gigabytes: number): UseSpan => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    lowBytes: gigabytes * GB,
    highBytes: gigabytes * GB,
    throttled: false,
  })
  const days = wholeDays(
    dailyUse(
      [
        span('2026-11-09T15:00Z', '2026-11-10T15:00Z', 1),
        span('2026-11-10T15:00Z', '2026-11-13T15:00Z', 6),
        span('2026-11-14T15:00Z', '2026-11-15T03:00Z', 1),
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
  ])
})

test('months are those that were seen whole, the latest first', () => {
  const month = (name: string, days: number, gigabytes: number): { from: string; to: string; bytes: number } => ({
    from: new Date(`${name}-01T00:00+09:00`).toISOString(),
    to: new Date(Date.parse(`${name}-01T00:00+09:00`) + days * 24 * HOUR).toISOString(),
    bytes: gigabytes * GB,
  })
  const spans = [
    month('2026-07', 31, 9),
    month('2026-08', 31, 5),
    month('2026-09', 10, 2),
    month('2026-10', 30, 6),
  ].map(({ from, to, bytes: used }): UseSpan => ({ from, to, lowBytes: used, highBytes: used, throttled: false }))
  // October was seen for 30 of its 31 days: 6 GB of them are 6.2 of all.
  assert.deepEqual(monthsUsed(dailyUse(spans, 'Asia/Tokyo'), '2026-11-26'), [6.2 * GB, 5 * GB, 9 * GB])
})
