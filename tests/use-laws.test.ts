/** From readings to use: what holds of every line, whatever it uses and however it is looked at. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Amount } from '../src/core/amount.ts'
import type { UseSpan } from '../src/core/use.ts'
import { boundariesBefore } from '../src/ledger/boundaries.ts'
import { dailyUse } from '../src/ledger/daily.ts'
import type { KeptReading } from '../src/ledger/records.ts'
import { useOf } from '../src/ledger/use.ts'
import { bucket, bytes, GB, kept, reading, tokyo } from './ledger-samples.ts'
import { courseOf, readingsOf, sawNothingLeft, steadyWorlds, trueUse, worlds, ZONE, type World } from './use-worlds.ts'

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

test('every span holds what was truly used', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const course = courseOf(world)
      for (const span of useOf(readingsOf(course), world.clock)) {
        const used = trueUse(course, span)
        assert.ok(span.lowBytes <= used && used <= span.highBytes, `${used} in ${JSON.stringify(span)}`)
      }
    }),
    { seed: 1, numRuns: 1000 },
  )
})

test('spans are throttled where somebody saw that nothing was left', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const course = courseOf(world)
      for (const { from, to, throttled } of useOf(readingsOf(course), world.clock))
        assert.equal(throttled, sawNothingLeft(course, from, to))
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('the likely use of spans that follow each other is what their first and last figure tell', () => {
  fc.assert(
    fc.property(steadyWorlds, (world) => {
      const quiet = { ...world, topUps: [], tellsAllowance: true }
      const course = courseOf(quiet)
      for (const run of runsOf(useOf(readingsOf(course), quiet.clock))) {
        const [from, to] = [run[0]!.from, run.at(-1)!.to]
        const likely = sum(run.map(({ likelyBytes }) => likelyBytes))
        const used = trueUse(course, { from, to })
        assert.ok(
          Math.abs(likely - used) <= roomIn(quiet) + run.length,
          `${likely} for ${used}: ${JSON.stringify(run)}`,
        )
      }
    }),
    { seed: 1, numRuns: 500 },
  )
})

/** Each end is off by less than the step of its figure; where two ways of rounding meet, the coarser figure moves the finer. */
const roomIn = ({ message, page, carriesOver }: World): number =>
  2 * Math.max(message.step, page.step) * (carriesOver ? 2 : 1)

function runsOf(spans: readonly UseSpan[]): UseSpan[][] {
  const runs: UseSpan[][] = []
  for (const span of spans)
    if (runs.at(-1)?.at(-1)?.to === span.from) runs.at(-1)!.push(span)
    else runs.push([span])
  return runs
}

/** Readings that nobody's line could have given. */
const amount: fc.Arbitrary<Amount> = fc
  .constantFrom(0, 0.04, 1, 2.5, 3, 19, 20)
  .map((gigabytes) => bytes(gigabytes * GB))
const anyFigures = fc.record({ remaining: amount, used: amount, allowance: amount }, { requiredKeys: [] })
const oddReadings: fc.Arbitrary<KeptReading[]> = fc.array(
  fc
    .record({
      minute: fc.integer({ min: 0, max: 60 * 24 * 60 }),
      figures: anyFigures,
      buckets: fc.array(
        fc
          .record({
            figures: anyFigures,
            grant: fc.constantFrom('plan' as const, 'topUp' as const, 'roaming' as const, 'unknown' as const),
            expires: fc.constantFrom(null, tokyo('2026-11-10'), tokyo('2026-11-10T12:00'), tokyo('2026-12')),
          })
          .map(({ figures, ...rest }) => bucket(figures, rest)),
        { maxLength: 3 },
      ),
      rest: fc.record({
        cycleEnd: fc.constantFrom(null, null, tokyo('2026-11-15'), tokyo('2026-11-30'), tokyo('2026-10')),
        asOf: fc.constantFrom(null, null, tokyo('2026-11-12'), tokyo('2026-11-12T06:00')),
        channel: fc.constantFrom('sms' as const, 'portal' as const, 'router' as const),
        throttled: fc.constantFrom(null, true),
      }),
    })
    .map(({ minute, figures, buckets, rest }) =>
      kept(new Date(Date.UTC(2026, 9, 20) + minute * 60_000).toISOString(), reading(figures, { ...rest, buckets })),
    ),
  { maxLength: 30 },
)
const clocks = fc.constantFrom(
  null,
  { kind: 'calendarMonth', zone: ZONE } as const,
  { kind: 'closingDay', day: 12, zone: ZONE } as const,
  { kind: 'daily', zone: 'America/New_York' } as const,
)

test('whatever is read, spans do not overlap, and nobody uses less than nothing', () => {
  fc.assert(
    fc.property(oddReadings, clocks, (readings, clock) => {
      const spans = useOf(readings, clock)
      for (const [index, { from, to, lowBytes, likelyBytes, highBytes }] of spans.entries()) {
        assert.ok(from < to)
        assert.ok((spans[index - 1]?.to ?? '') <= from, JSON.stringify(spans))
        assert.ok(0 <= lowBytes && lowBytes <= likelyBytes && likelyBytes <= highBytes, JSON.stringify(spans[index]))
        for (const whole of [lowBytes, likelyBytes, highBytes]) assert.ok(Number.isSafeInteger(whole))
      }
    }),
    { seed: 1, numRuns: 1000 },
  )
})

test('readings may arrive in any order, and twice', () => {
  fc.assert(
    fc.property(oddReadings, clocks, fc.infiniteStream(fc.nat()), (readings, clock, numbers) => {
      const shuffled = readings
        .map((each) => ({ each, key: numbers.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each)
      assert.deepEqual(useOf([...shuffled, ...readings], clock), useOf(readings, clock))
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('days add up to what their spans add up to', () => {
  fc.assert(
    fc.property(oddReadings, clocks, fc.constantFrom(ZONE, 'America/New_York'), (readings, clock, zone) => {
      const spans = useOf(readings, clock)
      const days = dailyUse(spans, zone)
      const likely = sum(spans.map(({ likelyBytes }) => likelyBytes))
      assert.ok(Math.abs(sum(days.map(({ likelyBytes }) => likelyBytes)) - likely) <= 1)
      for (const { seenShare, lowBytes, likelyBytes, highBytes } of days) {
        assert.ok(seenShare > 0 && seenShare <= 1 + 1e-9)
        assert.ok(lowBytes <= likelyBytes + 1 && likelyBytes <= highBytes + 1)
      }
    }),
    { seed: 1, numRuns: 300 },
  )
})

/** As a store answers `nextTo`. */
function nextTo(readings: readonly KeptReading[], instants: readonly string[], side: 'before' | 'from'): KeptReading[] {
  const found = instants.map((at) =>
    side === 'before' ? readings.findLast(({ moment }) => moment < at) : readings.find(({ moment }) => moment >= at),
  )
  return found.filter((each) => each !== undefined)
}

test('the readings next to the boundaries tell the same of each day as all of them', () => {
  fc.assert(
    fc.property(steadyWorlds, fc.integer({ min: 1, max: 6 }), (world, hours) => {
      // Looked at all the time by one person: 45 days, every few hours.
      const looks = Array.from({ length: Math.floor(1000 / hours) }, (_, index) => ({
        ...world.looks[0]!,
        by: 'page' as const,
        hour: index * hours + 4,
        lag: 0,
      }))
      const course = courseOf({ ...world, looks })
      const readings = readingsOf(course)
      const now = '2026-11-30T03:00:00.000Z'
      const past = readings.filter(({ moment }) => moment <= now)
      const { befores, froms } = boundariesBefore(now, ZONE, world.clock)
      const some = [...nextTo(past, befores, 'before'), ...nextTo(past, froms, 'from')]
      const [fromAll, fromSome] = [past, some].map((each) => dailyUse(useOf(each, world.clock), ZONE))
      assert.ok(new Set(some).size <= 57 + 9)
      for (const day of fromSome!) {
        const same = fromAll!.find(({ date }) => date === day.date)!
        assert.ok(Math.abs(same.seenShare - day.seenShare) < 0.01, day.date)
      }
      assert.equal(fromSome!.length, fromAll!.length)
      const [all, few] = [fromAll!, fromSome!].map((days) => sum(days.map(({ likelyBytes }) => likelyBytes)))
      assert.ok(Math.abs(all! - few!) <= 4 * world.page.step, `${all} ${few}`)
    }),
    { seed: 1, numRuns: 40 },
  )
})
