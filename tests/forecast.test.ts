/** Will it last: laws that hold for every history, cases that anybody can judge, and the command. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { suite, test } from 'node:test'
import { array, assert as check, constant, double, integer, oneof, option, property } from 'fast-check'
import { buildBundle } from '../scripts/build.ts'
import { forecast, type Question } from '../src/forecast/forecast.ts'
import { QUANTILE_LEVELS } from '../src/forecast/quantiles.ts'
import { dateOf, dayNumber, type Day } from '../src/forecast/history.ts'
import { randomFrom } from '../src/forecast/random.ts'

const GB = 1e9
const START = dayNumber('2026-11-01')

/** A cycle of 30 days that begins on 1 November, `gone` days of which are over. */
function question(bytesByDay: readonly (number | null)[], gone: number, parts: Partial<Question> = {}): Question {
  const today = START + gone
  const history: Day[] = bytesByDay.map((bytes, index) => ({ date: dateOf(today - bytesByDay.length + index), bytes }))
  const usedBytes = history.slice(-gone).reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)
  return {
    today: dateOf(today),
    history,
    cycle: { start: dateOf(START), end: dateOf(START + 29) },
    usedBytes: gone === 0 ? 0 : usedBytes,
    allowanceBytes: 20 * GB,
    ...parts,
  }
}

const histories = array(option(oneof(constant(0), double({ min: 0, max: 3 * GB, noNaN: true })), { nil: null }), {
  maxLength: 70,
})
const gones = integer({ min: 0, max: 29 })

suite('laws', () => {
  test('quantiles rise, begin at what was used, and are whole bytes', () => {
    check(
      property(histories, gones, (bytes, gone) => {
        const asked = question(bytes, gone)
        const { cycleUseBytes, runOutProbability } = forecast(asked)
        assert.equal(cycleUseBytes.length, QUANTILE_LEVELS.length)
        for (const [index, use] of cycleUseBytes.entries()) {
          assert.ok(Number.isSafeInteger(use) && use >= Math.floor(asked.usedBytes))
          assert.ok(use >= (cycleUseBytes[index - 1] ?? 0))
        }
        assert.ok(runOutProbability >= 0 && runOutProbability <= 1)
      }),
      { numRuns: 60 },
    )
  })
  test('the order in which days arrive, and days seen twice, change nothing', () => {
    check(
      property(histories, gones, (bytes, gone) => {
        const asked = question(bytes, gone)
        const mixed = [...asked.history].reverse()
        assert.deepEqual(forecast({ ...asked, history: [...mixed, ...mixed] }), forecast(asked))
      }),
      { numRuns: 40 },
    )
  })
  test('a larger allowance never runs out more likely', () => {
    check(
      property(histories, gones, (bytes, gone) => {
        const probabilities = [5, 10, 20, 40].map(
          (gigabytes) => forecast(question(bytes, gone, { allowanceBytes: gigabytes * GB })).runOutProbability,
        )
        for (const [index, each] of probabilities.entries()) assert.ok(each <= (probabilities[index - 1] ?? 1) + 1e-9)
      }),
      { numRuns: 40 },
    )
  })
  test('absurd questions are answered without a throw or a NaN', () => {
    const absurd: Partial<Question>[] = [
      { today: 'never' },
      { cycle: { start: '2026-11-01', end: '1999-01-01' } },
      { cycle: { start: '0001-01-01', end: '9999-12-31' } },
      { usedBytes: Number.NaN, allowanceBytes: Infinity },
      { usedBytes: -1, allowanceBytes: -1 },
      { history: [{ date: '2026-10-31', bytes: 1e300 }] },
    ]
    for (const parts of absurd) {
      const { cycleUseBytes, runOutProbability, lastingBytesPerDay } = forecast(question([GB, null, 0], 3, parts))
      for (const figure of [...cycleUseBytes, runOutProbability, lastingBytesPerDay]) assert.ok(!Number.isNaN(figure))
    }
  })
  test('the same seed draws the same numbers on every machine', () => {
    const random = randomFrom(42)
    assert.deepEqual(
      [random.next(), random.next()].map((each) => each.toFixed(6)),
      ['0.601104', '0.448291'],
    )
    assert.deepEqual(forecast(question([GB, 0, GB], 3), 7), forecast(question([GB, 0, GB], 3), 7))
  })
})

suite('what anybody would say', () => {
  const steady = Array.from({ length: 56 }, (_, day) => 0.9 * GB + (day % 3) * 0.1 * GB)
  test('a gigabyte a day is likely gone on day 20 of 20 GB, and lasts with 60', () => {
    const { runOutProbability, runOutDate, restsOnPrior } = forecast(question(steady, 10))
    assert.ok(runOutProbability > 0.95)
    assert.ok(Math.abs(dayNumber(runOutDate!) - (START + 19)) <= 3)
    assert.equal(restsOnPrior, false)
    assert.ok(forecast(question(steady, 10, { allowanceBytes: 60 * GB })).runOutProbability < 0.1)
  })
  test('a steady line is surer than a new one', () => {
    const width = ({ cycleUseBytes }: { cycleUseBytes: readonly number[] }): number =>
      cycleUseBytes[17]! - cycleUseBytes[1]!
    const fresh = forecast(question([GB, GB], 2))
    assert.equal(fresh.restsOnPrior, true)
    assert.ok(width(fresh) > 2 * width(forecast(question(steady, 2))))
  })
  test('what is used up has run out today, and a day must do with nothing', () => {
    const { runOutProbability, runOutDate, lastingBytesPerDay } = forecast(question(steady, 20, { usedBytes: 20 * GB }))
    assert.deepEqual([runOutProbability, runOutDate, lastingBytesPerDay], [1, dateOf(START + 20), 0])
  })
  test('6 GB for the 15 days that are left are 400 MB a day', () => {
    assert.equal(forecast(question(steady, 15, { usedBytes: 14 * GB })).lastingBytesPerDay, 0.4 * GB)
  })
  test('a spare line that was used twice in two months is likely to last', () => {
    const spare = Array.from({ length: 56 }, (_, day) => (day === 10 || day === 40 ? 0.3 * GB : 0))
    assert.ok(forecast(question(spare, 10, { allowanceBytes: 3 * GB })).runOutProbability < 0.05)
  })
  test('weekends of a line that is used on weekends only are told apart', () => {
    const weekends = Array.from({ length: 56 }, (_, index) => {
      const weekday = new Date((START + 14 - 56 + index) * 86_400_000).getUTCDay()
      return weekday === 0 || weekday === 6 ? 2 * GB : 0.06 * GB
    })
    const monday = dayNumber('2026-11-16') - START
    const fiveDays = { cycle: { start: dateOf(START), end: '2026-11-20' } }
    const median = (gone: number, cycle: Partial<Question>): number =>
      forecast(question(weekends, gone, { ...cycle, usedBytes: 0 })).cycleUseBytes[9]!
    const weekdays = median(monday, fiveDays)
    const withWeekend = median(monday, { cycle: { start: dateOf(START), end: '2026-11-22' } })
    assert.ok(withWeekend > 1.5 * weekdays)
  })
})

test('nokori forecast --batch answers every line, broken ones too', async () => {
  const bundle = await buildBundle()
  const asked = { id: 'a', ...question([GB, GB, null], 3) }
  const input = [JSON.stringify(asked), 'not json', JSON.stringify({ id: 'b', today: 'soon' }), ''].join('\n')
  const { stdout, status } = spawnSync(process.execPath, [bundle, 'forecast', '--batch'], { input, encoding: 'utf8' })
  assert.equal(status, 0)
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.deepEqual(
    answers.map(({ id, failure }) => [id, failure ?? null]),
    [
      ['a', null],
      [null, 'unreadable'],
      ['b', 'unreadable'],
    ],
  )
  assert.deepEqual(Object.keys(answers[0]!['cycleUse'] as object).length, 19)
})
