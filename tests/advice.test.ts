/** What to do, worked out by hand with the carriers' own prices. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { adviseOn, type Advice } from '../src/advice/advice.ts'
import type { Rules } from '../src/carriers/rules.ts'
import { UNLIMITED } from '../src/core/amount.ts'
import type { Plan } from '../src/core/line.ts'
import { sayAdvice } from '../src/jobs/say-advice.ts'
import { LANGUAGES, type Language } from '../src/text/language.ts'
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

test('docomo: three are needed where two leave the risk at a third', () => {
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

test('povo: who is out and waits, waits for nothing', () => {
  const out: Sketch = {
    carrier: 'povo',
    supplies: [supply(0)],
    lastDay: '2026-12-05',
    ends: 'expiry',
    runOutDate: '2026-11-18',
  }
  // Run out two days ago: the topping is for today, and lasts to 19 December.
  assert.ok(!kinds(out).includes('wait'))
  const found = one('topUp', { ...out, useBytes: usesFrom(GB, 2.8 * GB) })
  assert.deepEqual([found.by, found.lastDay, found.riskBefore], ['2026-11-20', '2026-12-19', 1])
})

test('a known price goes before an unknown one', () => {
  const found = situation({ carrier: 'docomo', supplies: [supply(5 * GB)], useBytes: usesFrom(4 * GB, 6.25 * GB) })
  const [first, ...others] = found.rules!.topUps
  const unpriced = { ...first!, value: { ...first!.value, name: 'unpriced', yen: null } }
  const topUps = [unpriced, ...others]
  assert.deepEqual(
    adviseOn({ ...found, rules: { ...found.rules!, topUps } }).flatMap((each) =>
      each.kind === 'topUp' ? [[each.name, each.yen]] : [],
    ),
    [['スピードモード', 1100]],
  )
})

test('irumo 0.5GB: what is true of the plan goes before what is true of all', () => {
  const sketch: Sketch = { carrier: 'irumo', supplies: [supply(0.1 * GB)], useBytes: usesFrom(GB, 2.8 * GB) }
  assert.equal(one('wait', { ...sketch, plan: plan('irumo 0.5GB', 0.5, 550) }).speedBitsPerSecond, 128_000)
  assert.equal(one('wait', { ...sketch, plan: plan('irumo 3GB', 3, 2167) }).speedBitsPerSecond, 300_000)
})

test('au: where the price is not known it is not made up', () => {
  // 1.9 GB left of 1 to 2.8 GB. With 500 MB 2.4 GB are 14 steps of 0.1, 25 %: two would be needed; 1 GB is enough at once.
  const sketch: Sketch = { carrier: 'au', supplies: [supply(1.9 * GB)], useBytes: usesFrom(GB, 2.8 * GB) }
  const found = one('topUp', sketch)
  assert.deepEqual([found.yen, found.bytes, found.count], [null, GB, 1])
  assert.equal(one('wait', { ...sketch, useBytes: usesFrom(1.2 * GB, 3 * GB) }).topUpYen, null)
})

test('mineo: thirty-three small pieces are still cheap, and still a top-up', () => {
  // 1.25 GB left, uses from 3 to 4.8 GB, 0.1 GB are 5 %. With 32 pieces 4.45 GB are 14.5 steps: 1 - 77.5 %. With 33: 15.5 steps, 1 - 82.5 %.
  const found = one('topUp', { carrier: 'mineo', supplies: [supply(1.25 * GB)], useBytes: usesFrom(3 * GB, 4.8 * GB) })
  assert.deepEqual([found.count, found.yen], [33, 1815])
  near(found.riskAfter, 0.175)
})

test('docomo: what is left counts only as far as it lasts', () => {
  // 5 GB end with the 21st, 1 GB serves the nine days after it: of the same use each day 1 x 11/9 = 1.22 GB last to the 30th.
  // Uses from 1 to 2.8 GB, 0.1 GB are 5 %. With 1 GB more 22/9 = 2.44 GB last: 14.4 steps, 22.8 %. With 2 GB 33/9 = 3.67 GB: above all.
  const found = one('topUp', {
    carrier: 'docomo',
    supplies: [supply(5 * GB, '2026-11-21', 'topUp'), supply(GB)],
    useBytes: usesFrom(GB, 2.8 * GB),
    risk: 0.89,
  })
  assert.deepEqual([found.count, found.yen, found.riskBefore], [2, 2200, 0.89])
  near(found.riskAfter, 0.025)
})

test('SoftBank: where the bill has its own month, the end that comes first is promised', () => {
  // Bought on 5 December: the next calendar month ends on 31 January, the month after the bill of 10 December on 10 January.
  const found = one('topUp', {
    carrier: 'softbank',
    line: { cycle: { kind: 'closingDay', day: 10, zone: 'Asia/Tokyo' } },
    supplies: [supply(2 * GB)],
    useBytes: usesFrom(GB, 2.8 * GB),
    runOutDate: '2026-12-05',
    lastDay: '2026-12-10',
  })
  assert.deepEqual([found.yen, found.by, found.lastDay], [1100, '2026-12-05', '2027-01-10'])
})

test('Rakuten: data for abroad does not serve at home', () => {
  const sketch: Sketch = { carrier: 'rakuten', supplies: [supply(2 * GB)], useBytes: usesFrom(GB, 2.8 * GB) }
  assert.ok(!kinds(sketch).includes('topUp'))
  // Nor does its ¥500 make a plan dearer that runs out in every month.
  const found = one('changePlan', { ...sketch, plan: plan('mine', 3, 1000), monthUseBytes: usesFrom(4 * GB, 5.8 * GB) })
  assert.deepEqual(found.present, { planYen: 1000, topUpYen: null, runOutShare: 1 })
})

test('docomo: slowed down without a figure is out, whatever else is unknown', () => {
  // Nothing left of 1 to 2.8 GB to come: 2 GB are 10 steps, 45 %; 3 GB are above all. From today, the 20th, ten days at 128 kbps.
  const sketch: Sketch = { carrier: 'docomo', supplies: null, throttled: true, useBytes: usesFrom(GB, 2.8 * GB) }
  assert.deepEqual(kinds(sketch), ['topUp', 'wait'])
  const found = one('topUp', sketch)
  assert.deepEqual([found.count, found.yen, found.by, found.riskBefore], [3, 3300, '2026-11-20', 1])
  const waiting = one('wait', sketch)
  assert.deepEqual([waiting.days, waiting.speedBitsPerSecond, waiting.topUpYen], [10, 128_000, 3300])
})

test('ahamo: a megabit a second is bearable, so waiting goes before ¥550', () => {
  // 0.9 GB left of a likely 3 to 6.6 GB; 452 MB a day are usual and 85 MB would last: too hard. Out on the 26th, new data on 1 December.
  const sketch: Sketch = { carrier: 'ahamo', supplies: [supply(0.9 * GB)], useBytes: usesFrom(3 * GB, 6.6 * GB) }
  assert.deepEqual(kinds(sketch), ['wait', 'topUp', 'useLess'])
  const waiting = one('wait', sketch)
  assert.deepEqual([waiting.lastDay, waiting.days, waiting.speedBitsPerSecond], ['2026-11-30', 4, 1_000_000])
  assert.equal(waiting.topUpYen, 3300)
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
  // 15 hours of today and ten days are 10.625 days: 5 GB are 471 MB a day; the median of 4 to 6.25 GB is 5.125 GB, 482 MB a day: 2.4 % less.
  const sketch: Sketch = { carrier: 'docomo', supplies: [supply(5 * GB)], useBytes: usesFrom(4 * GB, 6.25 * GB) }
  const less = one('useLess', sketch)
  assert.equal(kinds(sketch)[0], 'useLess')
  assert.equal(less.bytesPerDay, Math.floor((5 * GB) / 10.625))
  assert.equal(less.usualBytesPerDay, Math.round((5.125 * GB) / 10.625))
  near(less.lessShare, 1 - 5 / 5.125)
  // Video is the largest by far: YouTube 1080p up to 4,100 MB an hour against 90 at 144p.
  assert.deepEqual(less.savings[0], { page: 'video', bytesPerHour: 4010 * MB })
  assert.deepEqual(
    less.savings.map(({ page }) => page),
    ['video', 'background', 'wifi', 'maps'],
  )
})

test('where the usual lasts and only an unusual day would not, keeping to it comes before buying', () => {
  // Uses from 3 to 5.7 GB, 0.15 GB are 5 %: more than 5 GB is 13.33 steps, 1 - 71.7 %. The median is 4.35 GB: 409 MB a day, and 471 MB last.
  const sketch: Sketch = { carrier: 'docomo', supplies: [supply(5 * GB)], useBytes: usesFrom(3 * GB, 5.7 * GB) }
  assert.deepEqual(kinds(sketch), ['useLess', 'topUp'])
  near(one('topUp', sketch).riskBefore, 0.95 - 13.3333333333 / 20)
  assert.deepEqual([one('useLess', sketch).lessShare, one('useLess', sketch).usualBytesPerDay], [0, 409_411_765])
  const { end, ...rest } = situation(sketch)
  assert.ok(end && !adviseOn({ ...rest, end: null }).some(({ kind }) => kind === 'useLess'))
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
  near(found.probability, 0.5)
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

test('Y!mobile: what is carried over is not bought', () => {
  // Of months with 5 and 3 GB, シンプル2 S (4 GB) misses 1 GB after a month of 5 GB, nothing after one of 3 GB, which leaves 1 GB over.
  // One of four pairs of months: 2 pieces of 500 MB, ¥1,100 / 4 = ¥275, and ¥2,365. シンプル2 M costs ¥4,015, above 1 GB.
  const sketch: Sketch = {
    carrier: 'ymobile',
    plan: plan('シンプル2 M', 20, 4015, [[1, 2915]]),
    supplies: [supply(19 * GB)],
    useBytes: usesFrom(0, GB),
    pastMonthsBytes: [5 * GB, 3 * GB],
  }
  const found = one('changePlan', sketch)
  assert.deepEqual([found.name, found.yen, found.presentYen], ['シンプル2 S', 2640, 4015])
  assert.deepEqual(found.cost, { planYen: 2365, topUpYen: 275, runOutShare: 0.25 })
  // By the rule of the largest month it would be 20 GB: the two do not agree.
  assert.equal(found.fitsLargestMonth, false)
  // One month says nothing yet; who leaves Japan needs no other plan.
  assert.ok(!kinds({ ...sketch, pastMonthsBytes: [5 * GB] }).includes('changePlan'))
  assert.ok(!kinds({ ...sketch, line: { tripEnd: '2026-12-10' } }).includes('changePlan'))
})

test('ahamo: a plan of unknown price is a question, not a bargain', () => {
  // 30 GB, ¥2,970; months of 31 to 49 GB miss 1 to 19 GB, 10 in the mean: ten times ¥550. Nobody says what 大盛り costs.
  const sketch: Sketch = {
    carrier: 'ahamo',
    plan: plan('ahamo', 30, 2970),
    supplies: [supply(29 * GB)],
    useBytes: usesFrom(0, GB),
    monthUseBytes: usesFrom(31 * GB, 49 * GB),
    pastMonthsBytes: [45 * GB],
  }
  const found = one('changePlan', sketch)
  assert.deepEqual([found.name, found.yen, found.presentYen], ['ahamo 大盛り', null, 8470])
  assert.deepEqual(found.present, { planYen: 2970, topUpYen: 5500, runOutShare: 1 })
  assert.deepEqual([found.cost.planYen, found.cost.runOutShare], [null, 0])
  assert.equal(found.fitsLargestMonth, true)
  // Who runs out in one month of nineteen has nothing to ask.
  assert.ok(!kinds({ ...sketch, monthUseBytes: usesFrom(13 * GB, 31 * GB) }).includes('changePlan'))
})

test('au: where nobody knows what more costs, running out again and again is the reason', () => {
  // スマホミニプラン up to 4 GB, months of 2 to 5.6 GB in steps of 0.2: eight of nineteen are above 4 GB.
  // ¥4,565 once, ¥5,665 five times, ¥6,215 thirteen times: 113,685 / 19 = 5,983. The unlimited plan costs ¥9,108.
  const sketch: Sketch = {
    carrier: 'au',
    plan: plan('スマホミニプラン', 4, 6215, [
      [1, 3465],
      [2, 4565],
      [3, 5665],
    ]),
    supplies: [supply(3 * GB)],
    useBytes: usesFrom(0, GB),
    monthUseBytes: usesFrom(2 * GB, 5.6 * GB),
    pastMonthsBytes: [3 * GB],
  }
  const found = one('changePlan', sketch)
  assert.deepEqual([found.name, found.yen, found.presentYen], ['使い放題MAX+ マネ活2', 9108, 5983])
  // By the largest month seen, 3 GB, one would stay.
  assert.equal(found.fitsLargestMonth, false)
  near(found.present.runOutShare, 8 / 19)
  assert.deepEqual([found.present.topUpYen, found.cost.runOutShare], [null, 0])
  // The other way round ¥3,125 would be saved, and the data would be gone in eight months of nineteen.
  assert.ok(!kinds({ ...sketch, plan: plan('使い放題MAX+ マネ活2', null, 9108) }).includes('changePlan'))
})

test('irumo: what is no longer sold, or not by the month, is not advised', () => {
  // Months of 1 to 2.8 GB: irumo 3GB (¥2,167) instead of 9GB (¥3,377); 0.5GB would need 1 to 3 pieces of ¥1,100.
  const found = situation({
    carrier: 'irumo',
    plan: plan('irumo 9GB', 9, 3377),
    supplies: [supply(8 * GB)],
    useBytes: usesFrom(0, GB),
    monthUseBytes: usesFrom(GB, 2.8 * GB),
  })
  const rules = found.rules!
  const names = (closed: boolean): string[] =>
    adviseOn({
      ...found,
      rules: { ...rules, plans: rules.plans.map((each) => ({ ...each, value: { ...each.value, closed } })) },
    }).flatMap((each) => (each.kind === 'changePlan' ? [each.name] : []))
  assert.deepEqual([names(false), names(true)], [['irumo 3GB'], []])
  const days: Rules = { ...rules, cycle: { ...rules.cycle!, value: { kind: 'validity', counts: 'days' } } }
  assert.ok(!adviseOn({ ...found, rules: days }).some(({ kind }) => kind === 'changePlan'))
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

test('Y!mobile: a price is as old as the oldest that it rests on', () => {
  const found = situation({
    carrier: 'ymobile',
    plan: plan('シンプル2 S', 4, 2365),
    supplies: [supply(4 * GB)],
    useBytes: usesFrom(0, GB),
    monthUseBytes: usesFrom(5 * GB, 8.6 * GB),
  })
  const rules = found.rules!
  const topUps = rules.topUps.map((each): Rules['topUps'][number] => ({
    ...each,
    sources: [{ ...each.sources[0], checked: '2026-01-31' }],
  }))
  assert.deepEqual(
    adviseOn({ ...found, rules: { ...rules, topUps } }).flatMap((each) =>
      each.kind === 'changePlan' ? [[each.checked, each.pricesOld]] : [],
    ),
    [['2026-01-31', true]],
  )
})

test('what ends unused is told with its turn, what the plan loses every month is not worth a word', () => {
  const bought = supply(2 * GB, '2026-11-25', 'topUp', 'データチャージ')
  const sketch: Sketch = {
    supplies: [bought, supply(20 * GB)],
    useBytes: usesFrom(0, GB),
    unusedBytes: [1.5 * GB, 19 * GB],
  }
  // docomo uses what was bought first, UQ mobile the plan's own data; of ahamo nobody says.
  const found = one('useBeforeItEnds', { ...sketch, carrier: 'docomo' })
  assert.deepEqual([found.name, found.unusedBytes, found.lastDay], ['データチャージ', 1.5 * GB, '2026-11-25'])
  assert.equal(found.turn, 'now')
  const last: Sketch = { ...sketch, supplies: [supply(20 * GB), bought], unusedBytes: [19 * GB, 1.5 * GB] }
  assert.equal(one('useBeforeItEnds', { ...last, carrier: 'uqmobile' }).turn, 'later')
  assert.equal(one('useBeforeItEnds', { ...sketch, carrier: 'ahamo' }).turn, null)
  assert.deepEqual(kinds({ ...sketch, carrier: 'docomo' }), ['useBeforeItEnds', 'fine'])
})

test('old figures are read again first, and what says nothing of what is left too', () => {
  // Ten days before the 20th; a week is the most.
  const old: Sketch = { supplies: [supply(20 * GB)], seen: '2026-11-10T00:00:00.000Z' }
  assert.deepEqual(
    advise(old).map((each) => (each.kind === 'readAgain' ? each.why : each.kind)),
    ['old', 'fine'],
  )
  assert.deepEqual(kinds({ ...old, seen: '2026-11-14T00:00:00.000Z' }), ['fine'])
  const unsaid = advise({ carrier: 'docomo', supplies: null })
  assert.deepEqual(unsaid, [{ kind: 'readAgain', why: 'unsaid', isUncertain: false }])
  // What was used says enough of a line that has no limit to run into.
  assert.deepEqual(advise({ carrier: 'rakuten', supplies: null, usedBytes: GB }), [])
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
      assert.ok(found.lastDay === null || found.lastDay >= sketch.lastDay)
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

const changes = fc.record({
  carrier: fc.constantFrom('docomo', 'ahamo', 'au', 'irumo', 'linemo', 'ymobile', 'uqmobile', 'nihontsushin'),
  plan: fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 290, max: 9000 }))
    .map(([size, yen]) => plan('mine', size, yen)),
  monthUseBytes: fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }))
    .map(([low, more]) => usesFrom(low * GB, (low + more) * GB)),
})

test('another plan is cheaper, runs out less, or is a question', () => {
  fc.assert(
    fc.property(changes, (sketch) => {
      for (const each of advise({ ...sketch, supplies: [supply(GB)], useBytes: usesFrom(0, GB / 2) })) {
        if (each.kind !== 'changePlan') continue
        assert.ok(Number.isInteger(each.presentYen) && (each.yen === null || Number.isInteger(each.yen)))
        const isRarer = each.cost.runOutShare < each.present.runOutShare / 2 && each.present.runOutShare > 0.2
        assert.ok(isRarer || (each.yen !== null && each.presentYen - each.yen >= 200))
      }
    }),
    { seed: 1, numRuns: 300 },
  )
})

const said = (sketch: Sketch, kind: Advice['kind'], language: Language): readonly string[] =>
  sayAdvice(one(kind, sketch), situation(sketch), language)

test('a top-up in words, with its reason', () => {
  const sketch: Sketch = { carrier: 'docomo', supplies: [supply(5 * GB)], useBytes: usesFrom(4 * GB, 6.25 * GB) }
  assert.deepEqual(said(sketch, 'topUp', 'en'), [
    'Buy 1 GB (1GB追加オプション) by 26 November 2026 for ¥1,100.',
    'The risk of running out falls from 55 % to 15 %.',
    'It can be used until 31 December 2026.',
    'Price as of 23 November 2026.',
  ])
  assert.equal(said(sketch, 'topUp', 'ja')[0], '2026年11月26日までに1GB追加オプション 1 GBを追加（1,100円）。')
  const unknown: Sketch = { carrier: 'ahamo', supplies: [supply(2 * GB)], useBytes: usesFrom(GB, 2.8 * GB) }
  assert.equal(said(unknown, 'topUp', 'en')[2], 'How long it can be used is not known.')
  assert.equal(said({ ...unknown, carrier: 'au' }, 'topUp', 'en')[0]?.endsWith(', price unknown.'), true)
})

test('less than usual is said where it is less in rounded figures', () => {
  // 85 MB a day last of a usual 4.8 / 10.625 = 452 MB: 81 % less. 471 MB of 482 MB are 2.4 % less.
  const hard: Sketch = { carrier: 'docomo', supplies: [supply(0.9 * GB)], useBytes: usesFrom(3 * GB, 6.6 * GB) }
  assert.deepEqual(said(hard, 'useLess', 'en').slice(0, 2), [
    'Use at most 84 MB a day until 30 November 2026, about 80 % less than usual.',
    'Usually it is 450 MB a day.',
  ])
  const easy: Sketch = { carrier: 'docomo', supplies: [supply(5 * GB)], useBytes: usesFrom(4 * GB, 6.25 * GB) }
  assert.equal(said(easy, 'useLess', 'en')[0], 'Use at most 470 MB a day until 30 November 2026.')
})

test('another plan in words, with what its price leaves out', () => {
  const sketch: Sketch = {
    carrier: 'ahamo',
    plan: plan('ahamo', 30, 2970),
    supplies: [supply(29 * GB)],
    useBytes: usesFrom(0, GB),
    monthUseBytes: usesFrom(31 * GB, 49 * GB),
  }
  assert.deepEqual(said(sketch, 'changePlan', 'en'), [
    'Ask what ahamo 大盛り costs: the present plan comes to about ¥8,470 a month and keeps running out.',
    'Before discounts.',
    "Of today's cost, ¥5,500 is for top-ups.",
    'Months that run out: hardly any instead of 95 %.',
    'No whole month was seen yet.',
    'Price as of 23 November 2026.',
  ])
})

test('every kind of advice can be said in every language', () => {
  const tight: Sketch = { carrier: 'docomo', supplies: [supply(GB)], useBytes: usesFrom(3 * GB, 6.6 * GB) }
  const all: [Advice['kind'], Sketch][] = [
    ['readAgain', { outdated: 'expiry' }],
    ['readAgain', { supplies: null }],
    ['fine', { supplies: [supply(20 * GB)], restsOnPrior: true }],
    ['topUp', { ...tight, restsOnPrior: true }],
    ['wait', tight],
    ['useLess', tight],
    [
      'useBeforeItEnds',
      { supplies: [supply(2 * GB, '2026-11-25', 'gift')], useBytes: usesFrom(0, GB), unusedBytes: [GB] },
    ],
    ['changePlan', { carrier: 'linemo', plan: plan('ベストプランV', 30, 3960), monthUseBytes: usesFrom(GB, 2.8 * GB) }],
  ]
  for (const [kind, sketch] of all)
    for (const language of LANGUAGES) {
      const sentences = said(sketch, kind, language)
      assert.doesNotMatch(sentences.join(' '), /undefined|null|NaN|Infinity/u)
      for (const sentence of sentences) assert.match(sentence, language === 'en' ? /\.$/u : /。$/u)
    }
})
