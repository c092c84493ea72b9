/** What is told of a line, when, and how often: weeks of a line from one end to the other. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { alertsDue, isQuiet, type Alert, type Trouble } from '../src/advice/alerts.ts'
import { signed } from '../src/ledger/identity.ts'
import type { AlertGiven } from '../src/ledger/records.ts'
import { situation, supply, usesFrom, type Sketch } from './advice-samples.ts'
import { bytes, GB, MB } from './ledger-samples.ts'

/** A moment of a line's life, and what is told then: kind and level. */
type Moment = readonly [at: string, sketch: Sketch, told: readonly string[], trouble?: Trouble]

/** Goes through a line's moments, remembers what was told, and tells nothing twice. */
function live(moments: readonly Moment[]): void {
  const given: AlertGiven[] = []
  for (const [at, sketch, told, trouble] of moments) {
    const now = new Date(at).toISOString()
    const asked = situation({ now, seen: at, today: tokyoDate(at), ...sketch })
    const due = alertsDue(asked, given, trouble ?? null)
    assert.deepEqual(
      due.map(({ kind, level }) => `${kind} ${level}`),
      told,
      at,
    )
    given.push(...due.map((alert) => record(alert, now)))
    assert.deepEqual(alertsDue(asked, given, trouble ?? null), [], `${at}, again`)
  }
}

const record = ({ event, level }: Alert, at: string): AlertGiven =>
  signed<AlertGiven>({ kind: 'alert', lineId: 'line', at, event, level })
const tokyoDate = (at: string): string => new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 10)

/** So much left, of a use that is sure to be more, or sure to be less. */
const scarce = (gigabytes: number, rest: Sketch = {}): Sketch => ({
  supplies: [supply(gigabytes * GB)],
  useBytes: usesFrom(gigabytes * 0.8 * GB, (gigabytes + 0.5) * 1.2 * GB),
  ...rest,
})
const plenty: Sketch = { supplies: [supply(20 * GB)], useBytes: usesFrom(0, GB) }

test('a run-out is told once, again when it is near or nearly sure, again when it happened, and anew in the next month', () => {
  live([
    ['2026-11-10T03:00Z', { ...plenty }, []],
    ['2026-11-12T03:00Z', scarce(8, { runOutDate: '2026-11-26' }), ['runOut 1']],
    ['2026-11-13T03:00Z', scarce(7, { runOutDate: '2026-11-25' }), []],
    // It looks better for a day, and worse again: nothing new.
    ['2026-11-14T03:00Z', { ...plenty }, []],
    ['2026-11-15T03:00Z', scarce(6, { runOutDate: '2026-11-24' }), []],
    ['2026-11-22T03:00Z', scarce(1, { runOutDate: '2026-11-24' }), ['runOut 2']],
    ['2026-11-23T03:00Z', scarce(0.5, { runOutDate: '2026-11-24' }), []],
    [
      '2026-11-24T03:00Z',
      { supplies: [supply(0)], runOutDate: '2026-11-24', throttled: true },
      ['runOut 3', 'throttled 1'],
    ],
    ['2026-11-29T03:00Z', { supplies: [supply(0)], runOutDate: '2026-11-29', throttled: true }, []],
    // New data: back to normal, and the month has its own events.
    ['2026-12-01T03:00Z', { ...plenty, lastDay: '2026-12-31' }, ['backToNormal 1']],
    ['2026-12-10T03:00Z', scarce(8, { lastDay: '2026-12-31', runOutDate: '2026-12-20' }), ['runOut 1']],
  ])
})

test('days of notice are counted to the likely day, and what ends is said', () => {
  const [alert] = alertsDue(
    situation(scarce(5, { ends: 'trip', lastDay: '2026-12-05', runOutDate: '2026-11-27' })),
    [],
    null,
  )
  assert.ok(alert?.kind === 'runOut')
  assert.deepEqual([alert.days, alert.date, alert.isOut], [7, '2026-11-27', false])
  assert.deepEqual(alert.end, { lastDay: '2026-12-05', with: 'trip' })
})

test("a person's own thresholds, each once a month, and only where the figure is known", () => {
  const line = { alerts: { thresholds: [{ leftBytes: 2 * GB }, { leftShare: 0.5 }], quiet: null } }
  const plan = { name: null, allowance: bytes(10 * GB), yen: null, steps: [] }
  const at = (left: number, rest: Sketch = {}): Sketch => ({
    line,
    plan,
    supplies: [supply(left * GB)],
    useBytes: usesFrom(0, MB),
    ...rest,
  })
  live([
    ['2026-11-10T03:00Z', at(5), []],
    ['2026-11-11T03:00Z', at(4.9), ['threshold 1']],
    ['2026-11-12T03:00Z', at(2), []],
    ['2026-11-13T03:00Z', at(1.9), ['threshold 1']],
    // Bought some, used it up: the same thresholds of the same month.
    ['2026-11-14T03:00Z', at(6), []],
    ['2026-11-15T03:00Z', at(1), []],
    ['2026-12-02T03:00Z', at(1, { lastDay: '2026-12-31' }), ['threshold 1', 'threshold 1']],
    ['2026-12-03T03:00Z', at(1, { supplies: null, lastDay: '2026-12-31' }), []],
  ])
  // A share of what nobody knows is none.
  const unknown = situation({ line, supplies: [supply(GB)], useBytes: usesFrom(0, MB) })
  assert.deepEqual(
    alertsDue(unknown, [], null).map((alert) => alert.kind === 'threshold' && alert.threshold),
    [{ leftBytes: 2 * GB }],
  )
})

test('throttled is told once, and so is its end, wherever it comes from', () => {
  live([
    ['2026-11-20T03:00Z', { ...plenty, throttled: true }, ['throttled 1']],
    ['2026-11-21T03:00Z', { ...plenty, throttled: true }, []],
    ['2026-11-22T03:00Z', { ...plenty, throttled: false }, ['backToNormal 1']],
    ['2026-11-23T03:00Z', { ...plenty, throttled: false }, []],
    ['2026-12-05T03:00Z', { ...plenty, throttled: true, lastDay: '2026-12-31' }, ['throttled 1']],
    // Nobody says anything about the speed: nothing is known to be over.
    ['2026-12-06T03:00Z', { ...plenty, throttled: null, lastDay: '2026-12-31' }, []],
  ])
})

test('what was bought and ends unused is told three days before; what the plan loses is not', () => {
  const data: Sketch = {
    supplies: [supply(3 * GB, '2026-11-25', 'topUp', 'データチャージ'), supply(10 * GB, '2026-11-30')],
    useBytes: usesFrom(0, GB),
    unusedBytes: [2 * GB, 9 * GB],
  }
  live([
    ['2026-11-21T03:00Z', data, []],
    ['2026-11-22T03:00Z', data, ['expiring 1']],
    ['2026-11-25T03:00Z', { ...data, unusedBytes: [50 * MB, 9 * GB] }, []],
    ['2026-11-28T03:00Z', { ...data, supplies: [supply(10 * GB, '2026-11-30')], unusedBytes: [9 * GB] }, []],
  ])
  // Of a travel eSIM everything ends for good.
  const esim = situation({
    today: '2026-11-28',
    now: '2026-11-28T03:00:00.000Z',
    supplies: [supply(5 * GB, '2026-11-30')],
    useBytes: usesFrom(0, GB),
    unusedBytes: [4 * GB],
    ends: 'expiry',
  })
  assert.deepEqual(
    alertsDue(esim, [], null).map(({ kind }) => kind),
    ['expiring'],
  )
})

test('Rakuten: the next price is told when it is near or likely, once a step', () => {
  const at = (leftBytes: number, yen: number, useBytes: readonly number[], rest: Sketch = {}): Sketch => ({
    supplies: null,
    nextStep: { leftBytes, yen },
    useBytes,
    ...rest,
  })
  live([
    ['2026-11-05T03:00Z', at(2 * GB, 2178, usesFrom(0, 2 * GB)), []],
    ['2026-11-10T03:00Z', at(0.4 * GB, 2178, usesFrom(0, 0.3 * GB)), ['nextStep 1']],
    ['2026-11-11T03:00Z', at(0.3 * GB, 2178, usesFrom(0, 0.9 * GB)), []],
    ['2026-11-12T03:00Z', at(16 * GB, 3278, usesFrom(10 * GB, 30 * GB)), ['nextStep 1']],
    ['2026-12-10T03:00Z', at(0.4 * GB, 2178, usesFrom(0, GB), { lastDay: '2026-12-31' }), ['nextStep 1']],
  ])
})

test('an old figure is told after a week, and again when it is twice as old; a reading starts anew', () => {
  const old = (rest: Sketch = {}): Sketch => ({ ...plenty, seen: '2026-11-01T03:00Z', ...rest })
  live([
    ['2026-11-07T03:00Z', old(), []],
    ['2026-11-08T04:00Z', old(), ['stale 1']],
    ['2026-11-14T04:00Z', old(), []],
    ['2026-11-16T04:00Z', old(), ['stale 2']],
    ['2026-11-17T04:00Z', { ...plenty }, []],
    ['2026-11-25T04:00Z', { ...plenty, seen: '2026-11-17T04:00Z' }, ['stale 1']],
    // The month is over: what was read says nothing any more, but a day may pass first.
    ['2026-12-01T00:00Z', { ...plenty, seen: '2026-11-30T03:00Z', outdated: 'reset', lastDay: '2026-12-31' }, []],
    [
      '2026-12-02T04:00Z',
      { ...plenty, seen: '2026-11-30T03:00Z', outdated: 'reset', lastDay: '2026-12-31' },
      ['stale 1'],
    ],
  ])
})

test('a carrier that waits for a person is told once, until something is read again', () => {
  const trouble: Trouble = { failure: { code: 'wrong-credentials' } }
  const seen = { ...plenty, seen: '2026-11-20T03:00Z' }
  live([
    ['2026-11-20T04:00Z', seen, ['channel 1'], trouble],
    ['2026-11-21T04:00Z', seen, [], trouble],
    ['2026-11-21T05:00Z', seen, ['channel 1'], { failure: { code: 'needs-person' } }],
    ['2026-11-22T04:00Z', { ...plenty }, ['channel 1'], trouble],
    ['2026-11-22T05:00Z', { ...plenty, seen: '2026-11-22T04:00Z' }, [], { failure: { code: 'maintenance' } }],
  ])
})

test('in quiet hours nothing is told, and after them what is still so', () => {
  const line = { alerts: { thresholds: [], quiet: { from: '22:00', to: '07:00' } } }
  const data = scarce(5, { line, runOutDate: '2026-11-28' })
  live([
    // 22:00, 06:59 and 07:00 in Tokyo.
    ['2026-11-20T13:00Z', data, []],
    ['2026-11-20T21:59Z', data, []],
    ['2026-11-20T22:00Z', data, ['runOut 1']],
  ])
})

test('quiet hours are those of the zone, also when its clocks change', () => {
  const night = { from: '22:00', to: '07:00' }
  const cases: [zone: string, now: string, quiet: boolean][] = [
    ['Asia/Tokyo', '2026-11-20T12:59Z', false],
    ['Asia/Tokyo', '2026-11-20T13:00Z', true],
    ['Europe/Paris', '2026-11-20T20:59Z', false],
    ['Europe/Paris', '2026-11-20T21:00Z', true],
    // On 29 March Paris goes from 02:00 to 03:00: seven o'clock is at five, not at six.
    ['Europe/Paris', '2026-03-28T05:30Z', true],
    ['Europe/Paris', '2026-03-29T04:59Z', true],
    ['Europe/Paris', '2026-03-29T05:00Z', false],
    ['Europe/Paris', '2026-10-25T05:30Z', true],
    ['Europe/Paris', '2026-10-25T06:00Z', false],
  ]
  for (const [zone, now, quiet] of cases) assert.equal(isQuiet(night, zone, now), quiet, `${zone} ${now}`)
  assert.equal(isQuiet({ from: '12:00', to: '13:00' }, 'Asia/Tokyo', '2026-11-20T03:30Z'), true)
  assert.equal(isQuiet(null, 'Asia/Tokyo', '2026-11-20T13:00Z'), false)
})

test('a clock that goes back tells nothing again', () => {
  const data = scarce(8, { runOutDate: '2026-11-26' })
  live([
    ['2026-11-12T03:00Z', data, ['runOut 1']],
    ['2026-11-11T03:00Z', data, []],
  ])
})

test('unlimited and unknown raise nothing that needs a figure', () => {
  live([
    ['2026-11-12T03:00Z', { supplies: null, unlimited: true, useBytes: usesFrom(50 * GB, 90 * GB) }, []],
    ['2026-11-13T03:00Z', { supplies: null, line: { alerts: { thresholds: [{ leftBytes: GB }], quiet: null } } }, []],
  ])
})

test('nothing false is told: of a band, of an empty line, of a day that is past, after the trip', () => {
  const line = { alerts: { thresholds: [{ leftBytes: GB }], quiet: null } }
  const { standing, ...rest } = situation({ line, supplies: [supply(GB / 2)], useBytes: usesFrom(0, MB) })
  const band = { ...bytes(200 * MB), lowBytes: 0 } as typeof standing.usable.amount
  assert.deepEqual(
    alertsDue({ ...rest, standing: { ...standing, usable: { amount: band, basis: 'stated' } } }, [], null),
    [],
  )
  live([
    ['2026-11-20T03:00Z', { ...plenty, throttled: true }, ['throttled 1']],
    ['2026-12-05T03:00Z', { supplies: [supply(0)], runOutDate: '2026-12-05', lastDay: '2026-12-31' }, ['runOut 3']],
  ])
  const [late] = alertsDue(situation(scarce(5, { runOutDate: '2026-11-18' })), [], null)
  assert.ok(late?.kind === 'runOut')
  assert.deepEqual([late.date, late.days], ['2026-11-20', 0])
  assert.deepEqual(alertsDue(situation(scarce(5, { line: { tripEnd: '2026-11-19' } })), [], null), [])
  assert.deepEqual(alertsDue(situation({ ...plenty, seen: '2026-10-01T00:00Z', outdated: 'expiry' }), [], null), [])
})

const sketches = fc.record({
  supplies: fc.array(
    fc.integer({ min: 0, max: 9 }).map((size) => supply(size * GB, '2026-11-22', 'topUp')),
    {
      maxLength: 3,
    },
  ),
  useBytes: fc.integer({ min: 0, max: 12 }).map((high) => usesFrom(0, high * GB)),
  throttled: fc.constantFrom(true, false, null),
  outdated: fc.constantFrom('reset' as const, null),
  seen: fc.constantFrom('2026-10-01T00:00Z', '2026-11-19T00:00Z'),
})

test('whatever is due, once it was told nothing is', () => {
  fc.assert(
    fc.property(sketches, (sketch) => {
      const asked = situation(sketch)
      const due = alertsDue(asked, [], null)
      const events = due.map(({ event }) => event)
      assert.equal(new Set(events).size, events.length)
      const given = due.map((alert) => record(alert, asked.now))
      assert.deepEqual(
        alertsDue(asked, given, null).filter(({ kind }) => kind !== 'backToNormal'),
        [],
      )
    }),
    { seed: 1 },
  )
})
