/** What to do, worked out by hand with the carriers' own prices. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { adviseOn, type Advice } from '../src/advice/advice.ts'
import { UNLIMITED } from '../src/core/amount.ts'
import type { Plan } from '../src/core/line.ts'
import { situation, supply, usesFrom, type Sketch } from './advice-samples.ts'
import { bytes, GB, MB } from './ledger-samples.ts'

const advise = (sketch: Sketch): Advice[] => adviseOn(situation(sketch))
const kinds = (sketch: Sketch): string[] => advise(sketch).map(({ kind }) => kind)
const one = <Kind extends Advice['kind']>(kind: Kind, sketch: Sketch): Extract<Advice, { kind: Kind }> => {
  const found = advise(sketch).find((each) => each.kind === kind)
  assert.ok(found, `${kind} in ${kinds(sketch).join(', ')}`)
  return found as Extract<Advice, { kind: Kind }>
}
const near = (found: number, expected: number): void => assert.ok(Math.abs(found - expected) < 1e-6, `${found}`)
const plan = (name: string, gigabytes: number | null, yen: number, steps: [number, number][] = []): Plan => ({
  name,
  allowance: gigabytes === null ? UNLIMITED : bytes(gigabytes * GB),
  yen,
  steps: [
    ...steps.map(([size, price]) => ({ upToBytes: size * GB, yen: price })),
    ...(steps.length > 0 ? [{ upToBytes: null, yen }] : []),
  ],
})

test('docomo: one gigabyte for ¥1,100 is enough, bought by the likely run-out', () => {
  // 5 GB left. Uses rise evenly from 4 GB (5 %) to 6.25 GB (95 %): 0.125 GB are 5 %.
  // More than 5 GB: 8 steps of 0.125 above 4, so 1 - (5 + 8 x 5) % = 55 %. With 1 GB more: 6 GB is 16 steps, 1 - 85 % = 15 %.
  const found = one('topUp', { carrier: 'docomo', supplies: [supply(5 * GB)], useBytes: usesFrom(4 * GB, 6.25 * GB) })
  assert.equal(found.name, '1GB追加オプション')
  assert.deepEqual([found.bytes, found.count, found.yen], [GB, 1, 1100])
  assert.deepEqual([found.by, found.lastDay], ['2026-11-26', '2026-12-31'])
  near(found.riskBefore, 0.55)
  near(found.riskAfter, 0.15)
})

test('docomo: two are needed where one leaves the risk at a quarter', () => {
  // From 4 to 7.6 GB, 0.2 GB are 5 %. Left 4.4: 2 steps, 85 %. With 1 GB 5.4: 7 steps, 60 %. With 2 GB 6.4: 12 steps, 35 %. With 3 GB: 7.4, 17 steps, 10 %.
  const found = one('topUp', { carrier: 'docomo', supplies: [supply(4.4 * GB)], useBytes: usesFrom(4 * GB, 7.6 * GB) })
  assert.deepEqual([found.count, found.yen], [3, 3300])
  near(found.riskAfter, 0.1)
})

test('mineo: 100 MB for ¥55 each, as many as are needed', () => {
  // From 1 to 1.9 GB, 50 MB are 5 %. Left 1.2: 4 steps, 75 %. The risk is below 20 % above 1.75 GB (15 steps: 20 %), so from 1.8: 6 pieces.
  const found = one('topUp', { carrier: 'mineo', supplies: [supply(1.2 * GB)], useBytes: usesFrom(GB, 1.9 * GB) })
  assert.deepEqual([found.bytes, found.count, found.yen, found.lastDay], [100 * MB, 6, 330, '2026-12-31'])
  near(found.riskAfter, 0.15)
})

test('IIJmio: one gigabyte for ¥220 ends with its month', () => {
  const sketch = { carrier: 'iijmio', supplies: [supply(2 * GB)], useBytes: usesFrom(GB, 2.8 * GB) }
  const found = one('topUp', sketch)
  assert.deepEqual([found.count, found.yen, found.lastDay], [1, 220, '2026-11-30'])
  // The same for a trip that goes on into December: what ends with November does not serve it.
  assert.ok(!kinds({ ...sketch, lastDay: '2026-12-05', ends: 'trip' }).includes('topUp'))
})

test('povo: a topping of 3 GB for ¥990 lasts 30 days from the day it is bought', () => {
  const found = one('topUp', {
    carrier: 'povo',
    supplies: [supply(0.5 * GB, '2026-12-05', 'topUp')],
    useBytes: usesFrom(0.4 * GB, 2.2 * GB),
    lastDay: '2026-12-05',
    ends: 'expiry',
    runOutDate: '2026-11-24',
  })
  // 24 November is the first of the thirty days, 23 December the last.
  assert.deepEqual([found.yen, found.by, found.lastDay], [990, '2026-11-24', '2026-12-23'])
})

test('au: where the price is not known it is not made up', () => {
  const found = one('topUp', { carrier: 'au', supplies: [supply(2 * GB)], useBytes: usesFrom(GB, 2.8 * GB) })
  assert.equal(found.yen, null)
})

test('ahamo: a megabit a second is bearable, so waiting goes before ¥550', () => {
  // 0.9 GB left of a likely 3 to 6.6 GB; 436 MB a day are usual and 81 MB would last: too hard. Out on the 26th, new data on 1 December.
  const sketch: Sketch = { carrier: 'ahamo', supplies: [supply(0.9 * GB)], useBytes: usesFrom(3 * GB, 6.6 * GB) }
  assert.deepEqual(kinds(sketch), ['wait', 'topUp', 'useLess'])
  const waiting = one('wait', sketch)
  assert.deepEqual([waiting.lastDay, waiting.days, waiting.speedBitsPerSecond], ['2026-11-30', 4, 1_000_000])
  // 0.2 GB are 5 %: with 5 pieces 5.9 GB are 14.5 steps above 3, a risk of 22.5 %; with 6 pieces 6.9 GB are above all levels.
  assert.deepEqual([one('topUp', sketch).count, one('topUp', sketch).yen], [6, 3300])
})

test('docomo: 128 kbps for days is not bearable, one day is', () => {
  const sketch: Sketch = { carrier: 'docomo', supplies: [supply(GB)], useBytes: usesFrom(3 * GB, 6.6 * GB) }
  assert.deepEqual(kinds(sketch), ['topUp', 'useLess', 'wait'])
  assert.equal(one('wait', sketch).speedBitsPerSecond, 128_000)
  assert.equal(kinds({ ...sketch, runOutDate: '2026-11-29' })[0], 'wait')
})

test('a little less is easier than anything that costs', () => {
  // 5 GB for 11 days are 454 MB a day; the median of 4 to 6.25 GB is 5.125 GB, 466 MB a day: 3 % less.
  const sketch: Sketch = { carrier: 'docomo', supplies: [supply(5 * GB)], useBytes: usesFrom(4 * GB, 6.25 * GB) }
  const less = one('useLess', sketch)
  assert.equal(kinds(sketch)[0], 'useLess')
  assert.equal(less.bytesPerDay, Math.floor((5 * GB) / 11))
  assert.equal(less.usualBytesPerDay, Math.round((5.125 * GB) / 11))
  // Video is the largest by far: YouTube 1080p up to 4,100 MB an hour against 90 at 144p.
  assert.deepEqual(less.savings[0], { page: 'video', bytesPerHour: 4010 * MB })
  assert.deepEqual(
    less.savings.map(({ page }) => page),
    ['video', 'background', 'wifi', 'maps'],
  )
})

test('Rakuten: staying below the next step is worth ¥1,100', () => {
  // 2.1 GB used, the step at 3 GB: 0.9 GB for 11 days, 81 MB a day. Uses from 0 to 1.8 GB: half of the levels are above 0.9.
  const steps: [number, number][] = [
    [3, 1078],
    [20, 2178],
  ]
  const found = one('stayBelow', {
    carrier: 'rakuten',
    plan: plan('Rakuten最強プラン', null, 3278, steps),
    supplies: null,
    useBytes: usesFrom(0, 1.8 * GB),
    nextStep: { leftBytes: 0.9 * GB, yen: 2178 },
  })
  assert.deepEqual([found.yen, found.savesYen, found.bytesPerDay], [2178, 1100, Math.floor((0.9 * GB) / 11)])
  assert.ok(Math.abs(found.probability - 0.5) < 0.05)
})

test('LINEMO: who uses little pays ¥990 with the other plan', () => {
  // Months of 1 to 2.8 GB. ベストプラン: never above 3 GB, so ¥990 always. ベストプランV: never above 20 GB, ¥2,970. It saves ¥1,980.
  const found = one('changePlan', {
    carrier: 'linemo',
    plan: plan('ベストプランV', 30, 3960, [[20, 2970]]),
    supplies: [supply(29 * GB)],
    useBytes: usesFrom(0, GB),
    monthUseBytes: usesFrom(GB, 2.8 * GB),
    pastMonthsBytes: [2 * GB, 1.5 * GB, 2.5 * GB],
  })
  assert.deepEqual([found.name, found.yen, found.presentYen], ['ベストプラン', 990, 2970])
  // Of 10 and 30 GB, 10 is the smallest that 2.5 GB fit into.
  assert.equal(found.fitsLargestMonth, true)
  assert.equal(found.pricesOld, false)
})

test('Y!mobile: buying again and again costs more than the larger plan', () => {
  // シンプル2 S (4 GB, ¥2,365), months of 5 to 8.6 GB in steps of 0.2; each 500 MB costs ¥550.
  // Missing 1.0, 1.2, ... 4.6 GB: 2, 3, 3, 4, 4 | 4, 5, 5, 6, 6 | 6, 7, 7, 8, 8 | 8, 9, 9, 10 pieces: 114 over 19 months, 6 each: ¥3,300.
  // 2,365 + 3,300 = 5,665. シンプル2 M (20 GB) costs ¥4,015, less than シンプル3 M (30 GB, ¥4,158) and L (¥5,115).
  const found = one('changePlan', {
    carrier: 'ymobile',
    plan: plan('シンプル2 S', 4, 2365),
    supplies: [supply(4 * GB)],
    useBytes: usesFrom(0, GB),
    monthUseBytes: usesFrom(5 * GB, 8.6 * GB),
    pastMonthsBytes: [8 * GB],
  })
  assert.deepEqual([found.name, found.presentYen, found.yen], ['シンプル2 M', 5665, 4015])
  assert.equal(found.fitsLargestMonth, true)
})

test('SoftBank: ¥1,650 less below 3 GB is no other plan', () => {
  // メリハリ無制限 is the only plan known: nothing to change to.
  const known = plan('メリハリ無制限', null, 7238, [[3, 5588]])
  assert.ok(
    !kinds({ carrier: 'softbank', plan: known, supplies: null, monthUseBytes: usesFrom(GB, 2 * GB) }).includes(
      'changePlan',
    ),
  )
})

test('docomo: half a year later its prices are called old', () => {
  // ドコモ mini 10GB (¥3,850) against mini 4GB (¥2,750) for months of 1 to 2.8 GB.
  const sketch: Sketch = {
    carrier: 'docomo',
    plan: plan('ドコモ mini 10GB', 10, 3850),
    supplies: [supply(9 * GB)],
    useBytes: usesFrom(0, GB),
    monthUseBytes: usesFrom(GB, 2.8 * GB),
  }
  const found = one('changePlan', sketch)
  assert.deepEqual([found.name, found.yen, found.presentYen], ['ドコモ mini 4GB', 2750, 3850])
  assert.equal(found.fitsLargestMonth, null)
  assert.equal(one('changePlan', { ...sketch, today: '2027-06-30' }).pricesOld, true)
})

test('what ends unused is to be used first, what the plan loses every month is not worth a word', () => {
  const sketch: Sketch = {
    carrier: 'uqmobile',
    supplies: [supply(2 * GB, '2026-11-25', 'topUp', 'データチャージ'), supply(20 * GB)],
    useBytes: usesFrom(0, GB),
    unusedBytes: [1.5 * GB, 19 * GB],
  }
  const found = one('useBeforeItEnds', sketch)
  assert.deepEqual([found.name, found.unusedBytes, found.lastDay], ['データチャージ', 1.5 * GB, '2026-11-25'])
  assert.deepEqual(kinds(sketch), ['useBeforeItEnds', 'fine'])
})

test('nothing known is no advice; outdated is to read again; unlimited needs nothing bought', () => {
  assert.deepEqual(kinds({ outdated: 'reset' }), ['readAgain'])
  const { standing, ...rest } = situation({})
  assert.deepEqual(
    adviseOn({ ...rest, standing: { ...standing, kept: null } }).map(({ kind }) => kind),
    ['readAgain'],
  )
  assert.deepEqual(adviseOn({ ...rest, standing, outlook: null }), [])
  assert.deepEqual(kinds({ carrier: 'docomo', supplies: null, unlimited: true }), [])
  assert.equal(advise({ supplies: [supply(20 * GB)], restsOnPrior: true })[0]?.isUncertain, true)
})

const sketches = fc.record({
  carrier: fc.constantFrom('docomo', 'ahamo', 'au', 'povo', 'rakuten', 'linemo', 'ymobile', 'mineo', 'iijmio'),
  supplies: fc.option(
    fc.array(
      fc.integer({ min: 0, max: 20 }).map((size) => supply(size * GB)),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  useBytes: fc
    .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 20 }))
    .map(([low, more]) => usesFrom(low * GB, (low + more) * GB)),
  runOutDate: fc.constantFrom('2026-11-20', '2026-11-26', '2026-11-30', '2026-12-03'),
  lastDay: fc.constantFrom('2026-11-30', '2026-12-05'),
  ends: fc.constantFrom('reset' as const, 'expiry' as const, 'trip' as const),
})

test('nothing is advised after the end, for no price, or for more where more is left', () => {
  fc.assert(
    fc.property(sketches, (sketch) => {
      const found = advise(sketch).find((each) => each.kind === 'topUp')
      if (!found) return
      assert.ok(found.by <= sketch.lastDay && found.by >= '2026-11-20')
      assert.ok(found.yen === null || (Number.isInteger(found.yen) && found.yen > 0))
      assert.ok(found.riskAfter < 0.2 && found.riskBefore >= 0.2)
      const more = advise({ ...sketch, supplies: [...sketch.supplies!, supply(GB)] }).find(
        (each) => each.kind === 'topUp',
      )
      if (more?.bytes === found.bytes) assert.ok(more.count <= found.count)
    }),
    { seed: 1, numRuns: 300 },
  )
})
