/** A line's prospects: what runs out, what is left over, and how much a day lasts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { fan, outlook, probabilityAbove, type OutlookQuestion } from '../src/forecast/outlook.ts'
import { QUANTILE_LEVELS } from '../src/forecast/quantiles.ts'
import { drain, type Supply } from '../src/forecast/supply.ts'

const GB = 1e9
const supply = (leftBytes: number, lastDay: string | null = null, grant: Supply['grant'] = 'plan'): Supply => ({
  grant,
  name: '',
  leftBytes,
  lastDay,
})
/** Every day the same use, for eight weeks. */
const steady = (bytes: number): OutlookQuestion['history'] =>
  Array.from({ length: 56 }, (_, index) => ({
    date: new Date(Date.UTC(2026, 10, 20) - (index + 1) * 86_400_000).toISOString().slice(0, 10),
    bytes,
  }))
const question = (rest: Partial<OutlookQuestion>): OutlookQuestion => ({
  today: '2026-11-20',
  restOfToday: 1,
  history: steady(GB),
  lastDay: '2026-11-30',
  supplies: [supply(20 * GB)],
  expected: { bytesPerDay: GB },
  ...rest,
})

test('supplies are used one after the other, and none after its last day', () => {
  const both = [supply(2), supply(3)]
  assert.deepEqual(
    drain(both, [9, 9], 3, () => 1),
    { runOutDay: -1, unusedBytes: [0, 2] },
  )
  assert.deepEqual(
    drain(both, [0, 9], 3, () => 1),
    { runOutDay: -1, unusedBytes: [1, 1] },
  )
  assert.deepEqual(
    drain(both, [0, 9], 9, () => 1),
    { runOutDay: 3, unusedBytes: [1, 0] },
  )
  assert.deepEqual(
    drain(both, [9, 9], 9, () => 1),
    { runOutDay: 4, unusedBytes: [0, 0] },
  )
  assert.deepEqual(
    drain([], [], 2, () => 0),
    { runOutDay: 0, unusedBytes: [] },
  )
})

test('much left lasts, little does not, and nothing is out at once', () => {
  assert.ok(outlook(question({ supplies: [supply(60 * GB)] })).runOutProbability! < 0.05)
  const scarce = outlook(question({ supplies: [supply(4 * GB)] }))
  assert.ok(scarce.runOutProbability! > 0.9)
  assert.ok(scarce.runOutDate! >= '2026-11-22' && scarce.runOutDate! <= '2026-11-24', scarce.runOutDate!)
  const empty = outlook(question({ supplies: [supply(0)] }))
  assert.equal(empty.runOutProbability, 1)
  assert.equal(empty.runOutDate, '2026-11-20')
  assert.equal(empty.lastingBytesPerDay, 0)
})

test('what nobody knows is not made up', () => {
  const unknown = outlook(question({ supplies: null }))
  assert.equal(unknown.runOutProbability, null)
  assert.equal(unknown.lastingBytesPerDay, null)
  assert.ok(unknown.useBytes[9]! > 5 * GB)
})

test('a day lasts by the order and the ends of supplies', () => {
  const lasting = (supplies: Supply[], rest: Partial<OutlookQuestion> = {}): number =>
    outlook(question({ supplies, ...rest })).lastingBytesPerDay! / GB
  const close = (found: number, expected: number): void => assert.ok(Math.abs(found - expected) < 1e-3, `${found}`)
  close(lasting([supply(11 * GB)]), 1)
  close(lasting([supply(10.5 * GB)], { restOfToday: 0.5 }), 1)
  // A top-up that ends today serves today at most: the ten days after it live on the plan.
  close(lasting([supply(5 * GB, '2026-11-20', 'topUp'), supply(10 * GB)]), 1)
  // Its ten gigabytes end with the 24th, and nothing is left for the days after it.
  close(lasting([supply(10 * GB, '2026-11-24')]), 0)
})

test('what ends unused is told', () => {
  const { supplies } = outlook(question({ supplies: [supply(50 * GB, '2026-11-22', 'topUp'), supply(30 * GB)] }))
  assert.ok(supplies[0]!.unusedBytes > 40 * GB && supplies[0]!.usedUpProbability < 0.05)
  const [first] = outlook(question({ supplies: [supply(GB, null, 'topUp'), supply(30 * GB)] })).supplies
  assert.equal(first!.unusedBytes, 0)
  assert.ok(first!.usedUpProbability > 0.9)
})

test('a new line says that it is uncertain', () => {
  assert.equal(outlook(question({})).restsOnPrior, false)
  const cold = outlook(question({ history: [] }))
  assert.equal(cold.restsOnPrior, true)
  const width = ({ useBytes }: typeof cold): number => useBytes[17]! - useBytes[1]!
  assert.ok(width(cold) > 2 * width(outlook(question({}))))
})

test('the fan is what the quantiles say on the last day', () => {
  const days = fan(question({}))
  const { useBytes } = outlook(question({}))
  assert.equal(days.length, 11)
  assert.deepEqual([days[0]!.date, days.at(-1)!.date], ['2026-11-20', '2026-11-30'])
  assert.deepEqual(
    [days.at(-1)!.lowBytes, days.at(-1)!.middleBytes, days.at(-1)!.highBytes],
    [useBytes[1], useBytes[9], useBytes[17]],
  )
})

test('a probability is read off the quantiles', () => {
  const use = QUANTILE_LEVELS.map((level) => level * 100)
  assert.ok(Math.abs(probabilityAbove(use, 30) - 0.7) < 1e-9)
  assert.ok(Math.abs(probabilityAbove(use, 32.5) - 0.675) < 1e-9)
  assert.ok(probabilityAbove(use, 1000) > 0 && probabilityAbove(use, 1000) < 0.05)
  assert.ok(probabilityAbove(use, 0) < 1 && probabilityAbove(use, 0) > 0.95)
})

const supplies = fc.array(
  fc.record({
    grant: fc.constantFrom('plan' as const, 'topUp' as const),
    name: fc.constant(''),
    leftBytes: fc.integer({ min: 0, max: 30 * GB }),
    lastDay: fc.constantFrom(null, '2026-11-19', '2026-11-20', '2026-11-25', '2027-01-01'),
  }),
  { maxLength: 4 },
)

test('nothing comes from nothing: shares are shares, and more left never runs out sooner', () => {
  fc.assert(
    fc.property(supplies, fc.double({ min: 0, max: 1, noNaN: true }), (some, restOfToday) => {
      const asked = question({ supplies: some, restOfToday })
      const found = outlook(asked)
      assert.ok(found.runOutProbability! >= 0 && found.runOutProbability! <= 1)
      assert.ok(found.lastingBytesPerDay! >= 0)
      assert.deepEqual(
        found.useBytes,
        found.useBytes.toSorted((a, b) => a - b),
      )
      for (const {
        supply: { leftBytes },
        unusedBytes,
      } of found.supplies)
        assert.ok(unusedBytes >= 0 && unusedBytes <= leftBytes)
      const more = outlook({ ...asked, supplies: [...some, supply(GB)] })
      assert.ok(more.runOutProbability! <= found.runOutProbability!)
      assert.ok(more.lastingBytesPerDay! >= found.lastingBytesPerDay! - 2)
    }),
    { seed: 1, numRuns: 60 },
  )
})
