/** What is due to be told about a line as its weeks go by: each event once, and again only when it is worse. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Alert } from '../src/advice/alert.ts'
import { alertsDue, givenRecord } from '../src/advice/alerts.ts'
import type { Situation } from '../src/advice/situation.ts'
import { exactBytes, UNKNOWN, UNLIMITED } from '../src/core/amount.ts'
import { cycleAt, dateIn, dayIn, zoneOf } from '../src/core/cycle.ts'
import { FAILURES, type FailureCode } from '../src/core/failure.ts'
import type { Line } from '../src/core/line.ts'
import { outlook, type Outlook } from '../src/forecast/outlook.ts'
import { QUANTILE_LEVELS } from '../src/forecast/quantiles.ts'
import type { Supply } from '../src/forecast/supply.ts'
import { signed } from '../src/ledger/identity.ts'
import { UNSAID } from '../src/ledger/lines.ts'
import type { AlertGiven, KeptReading } from '../src/ledger/records.ts'
import { standingOf, type Standing } from '../src/ledger/standing.ts'
import { WEEKS, type Weeks } from './alert-weeks.ts'
import { bytes, GB, kept, reading } from './ledger-samples.ts'

const LINE: Line = { ...UNSAID, id: 'line', name: 'mine' }

/** A line's situation from its readings, newest first, as whoever asks puts it together. */
function situationOf(line: Line, readings: readonly KeptReading[], now: string, bytesPerDay: number): Situation {
  const standing = standingOf(line, readings, now)
  const today = dateIn(zoneOf(line.cycle), now)
  const end = endOf(line, now)
  const expected = outlookOf(standing, end, bytesPerDay)
  return { now, today, standing, outlook: expected, end, monthUseBytes: null, pastMonthsBytes: [], rules: null }
}

function endOf({ cycle: clock, tripEnd }: Line, now: string): Situation['end'] {
  const cycle = clock && cycleAt(clock, now)
  const lastDay = cycle && dateIn(zoneOf(clock), new Date(Date.parse(cycle.to) - 1).toISOString())
  if (tripEnd !== null && (lastDay === null || tripEnd < lastDay)) return { lastDay: tripEnd, with: 'trip' }
  return cycle && { lastDay: lastDay!, with: cycle.endsWith }
}

/** What is foretold of a line that used the same every day. */
function outlookOf({ kept: newest, line, usable }: Standing, end: Situation['end'], perDay: number): Outlook | null {
  if (newest === null || end === null) return null
  const zone = zoneOf(line.cycle)
  const today = dateIn(zone, newest.moment)
  const history = Array.from({ length: 56 }, (_, index) => ({
    date: new Date(Date.parse(today) - (index + 1) * 86_400_000).toISOString().slice(0, 10),
    bytes: perDay,
  }))
  const left = exactBytes(usable.amount)
  const supplies = newest.reading.buckets.map(({ grant, name, remaining, expires }): Supply => ({
    grant,
    name,
    leftBytes: exactBytes(remaining.amount)!,
    lastDay: expires?.at ?? null,
  }))
  const whole: Supply[] | null = left === null ? null : [{ grant: 'plan', name: '', leftBytes: left, lastDay: null }]
  return outlook({
    today,
    restOfToday: (Date.parse(dayIn(zone, today).to) - Date.parse(newest.moment)) / 86_400_000,
    history,
    lastDay: end.lastDay,
    supplies: supplies.length > 0 ? supplies : whole,
    expected: { bytesPerDay: perDay },
  })
}

const recordsOf = (alerts: readonly Alert[], at: string): AlertGiven[] =>
  alerts.map((alert) => signed<AlertGiven>(givenRecord(alert, 'line', at)))

/** Goes through a line's weeks, telling everything that is due. */
function live({ line: fields, bytesPerDay, moments }: Weeks): void {
  const line = { ...LINE, ...fields }
  let readings: KeptReading[] = []
  const given: AlertGiven[] = []
  for (const { at, reads, trouble = null, due } of moments) {
    const now = new Date(at).toISOString()
    if (reads) readings = [kept(now, reads), ...readings]
    const situation = situationOf(line, readings, now, bytesPerDay)
    const alerts = alertsDue(situation, given, trouble)
    assert.deepEqual(alerts.map(told), due, at)
    given.push(...recordsOf(alerts, now))
    assert.deepEqual(alertsDue(situation, given, trouble), [], `${at}, told already`)
  }
}

const told = (alert: Alert): string =>
  [alert.kind, alert.level, ...(alert.kind === 'stale' ? [alert.cause] : [])].join(' ')

for (const weeks of WEEKS) test(weeks.name, () => live(weeks))

const NOVEMBER: Line = {
  ...LINE,
  cycle: { kind: 'calendarMonth', zone: 'Asia/Tokyo' },
  plan: {
    name: null,
    allowance: bytes(20 * GB),
    yen: null,
    steps: [
      { upToBytes: 3 * GB, yen: 1078 },
      { upToBytes: null, yen: 2178 },
    ],
  },
}
const NOW = '2026-11-20T03:00:00.000Z'
const WITH_FIVE = situationOf(NOVEMBER, [kept(NOW, reading({ remaining: bytes(5 * GB) }))], NOW, 0)
const EVEN_USE = QUANTILE_LEVELS.map((level) => level * 10 * GB)
const foretold = (rest: Partial<Outlook>): Situation => ({
  ...WITH_FIVE,
  outlook: { ...WITH_FIVE.outlook!, ...rest },
})
const due = (situation: Situation, given: readonly AlertGiven[] = []): Alert[] => alertsDue(situation, given, null)

test('likely is one in two, nearly certain nine in ten, and two days are pressing', () => {
  const levels = (runOutProbability: number, runOutDate: string): number[] =>
    due(foretold({ runOutProbability, runOutDate })).map(({ level }) => level)
  assert.deepEqual(levels(0.49, '2026-11-20'), [])
  assert.deepEqual(levels(0.5, '2026-11-23'), [1])
  assert.deepEqual(levels(0.5, '2026-11-22'), [2])
  assert.deepEqual(levels(0.89, '2026-11-23'), [1])
  assert.deepEqual(levels(0.9, '2026-11-28'), [2])
})

test('a run-out says how likely, when, and before what; never a day that is past', () => {
  const runOut = {
    kind: 'runOut',
    event: 'runOut/2026-11-30/1',
    level: 1,
    probability: 0.6,
    date: '2026-11-25',
    noticeDays: 5,
    end: { lastDay: '2026-11-30', with: 'reset' },
    restsOnPrior: true,
  }
  const rest = { runOutProbability: 0.6, restsOnPrior: true }
  assert.deepEqual(due(foretold({ ...rest, runOutDate: '2026-11-25' })), [runOut])
  const past = due(foretold({ ...rest, runOutDate: '2026-11-18' }))
  assert.deepEqual(past, [{ ...runOut, level: 2, date: '2026-11-20', noticeDays: 0 }])
})

test('what was foretold from figures of a cycle that is over is not told', () => {
  const certain = foretold({ runOutProbability: 1, runOutDate: '2026-11-21', useBytes: EVEN_USE })
  const over = { ...certain, standing: { ...certain.standing, outdated: 'reset' as const } }
  const step = { ...over, standing: { ...over.standing, nextStep: { leftBytes: 2 * GB, yen: 2178 } } }
  assert.deepEqual(due(certain).map(told), ['runOut 2'])
  assert.deepEqual(due(over), [])
  assert.deepEqual(due(step), [])
})

test('a price step is told when likely or near, with both prices', () => {
  const step = (leftBytes: number, useBytes: readonly number[]): Alert[] => {
    const { standing, ...rest } = foretold({ runOutProbability: null, useBytes })
    return due({ ...rest, standing: { ...standing, nextStep: { leftBytes, yen: 2178 } } })
  }
  const unlikely = EVEN_USE.map(() => 0)
  const [likely] = step(2.5 * GB, EVEN_USE)
  assert.ok(likely?.kind === 'nextStep')
  assert.ok(Math.abs(likely.probability! - 0.75) < 1e-9)
  assert.deepEqual([likely.event, likely.level], ['nextStep/2026-11-30/3000000000', 1])
  assert.deepEqual([likely.yen, likely.nextYen, likely.upToBytes], [1078, 2178, 3 * GB])
  assert.deepEqual(step(0.5 * GB, unlikely), [])
  assert.deepEqual(step(0.49 * GB, unlikely).map(told), ['nextStep 2'])
  const { standing, ...rest } = foretold({ runOutProbability: null, useBytes: EVEN_USE })
  const endless = { ...rest, end: null, standing: { ...standing, nextStep: { leftBytes: 2.5 * GB, yen: 2178 } } }
  assert.deepEqual(due(endless), [])
})

test('the most urgent comes first', () => {
  const { standing, ...rest } = foretold({ runOutProbability: 1, runOutDate: '2026-11-21', useBytes: EVEN_USE })
  const line = { ...NOVEMBER, alerts: { thresholds: [{ leftBytes: 6 * GB }], quiet: null } }
  const supply: Supply = { grant: 'gift', name: '', leftBytes: GB, lastDay: '2026-11-21' }
  const outlookOfAll = { ...rest.outlook!, supplies: [{ supply, usedUpProbability: 0, unusedBytes: 0.9 * GB }] }
  const late = new Date(Date.parse(NOW) + 8 * 86_400_000).toISOString()
  const all: Situation = {
    ...rest,
    now: late,
    outlook: outlookOfAll,
    standing: { ...standing, line, throttled: true, nextStep: { leftBytes: GB, yen: 2178 } },
  }
  const trouble = { failure: { code: 'sealed' }, at: NOW } as const
  assert.deepEqual(
    alertsDue(all, [], trouble).map(({ kind }) => kind),
    ['throttled', 'runOut', 'nextStep', 'threshold', 'expiring', 'channel', 'stale'],
  )
})

test('pieces of data that nothing tells apart are one event, with what is left of both', () => {
  const supply: Supply = { grant: 'topUp', name: '1GB', leftBytes: GB, lastDay: '2026-11-21' }
  const one = { supply, usedUpProbability: 0, unusedBytes: 0.9 * GB }
  const [alert, ...others] = due(foretold({ supplies: [one, one] }))
  assert.deepEqual(others, [])
  assert.ok(alert?.kind === 'expiring')
  assert.equal(alert.event, 'expiring/topUp/1GB/2026-11-21')
  assert.deepEqual([alert.supply.leftBytes, alert.unusedBytes], [2 * GB, 1.8 * GB])
})

test('of what is left over only what is worth it, does not come again, and ends within the outlook', () => {
  const found = (
    lastDay: string,
    leftGigabytes: number,
    unusedGigabytes: number,
    rest: Partial<Situation> = {},
    grant: Supply['grant'] = 'topUp',
  ): string[] => {
    const supply: Supply = { grant, name: '', leftBytes: leftGigabytes * GB, lastDay }
    const supplies = [{ supply, usedUpProbability: 0, unusedBytes: unusedGigabytes * GB }]
    return due({ ...foretold({ supplies }), ...rest }).map(told)
  }
  const expiry = { end: { lastDay: '2026-11-22', with: 'expiry' as const } }
  assert.deepEqual(found('2026-11-22', 1, 0.6), ['expiring 1'])
  assert.deepEqual(found('2026-11-22', 1, 0.5), [])
  assert.deepEqual(found('2026-11-22', 0.11, 0.1), ['expiring 1'])
  assert.deepEqual(found('2026-11-22', 0.11, 0.09), [])
  assert.deepEqual(found('2026-11-19', 1, 1), [])
  // Ten per cent of the plan's 20 GB.
  assert.deepEqual(found('2026-11-22', 3, 2, expiry, 'plan'), ['expiring 1'])
  assert.deepEqual(found('2026-11-22', 3, 1.9, expiry, 'plan'), [])
  assert.deepEqual(found('2026-11-22', 3, 2, {}, 'plan'), [])
  const { outlook: longer, standing } = foretold({ lastDay: '2026-11-21' })
  const supply: Supply = { grant: 'topUp', name: '', leftBytes: GB, lastDay: '2026-11-22' }
  const supplies = [{ supply, usedUpProbability: 0, unusedBytes: GB }]
  assert.deepEqual(due({ ...WITH_FIVE, outlook: { ...longer!, supplies } }), [])
  const over = { ...standing, outdated: 'reset' as const }
  assert.deepEqual(found('2026-11-22', 1, 0.6, { standing: over }), [])
})

test('a word about speed that was taken back is no word that it is normal', () => {
  const now = recordsOf([{ kind: 'throttled', event: 'throttled/2026-11-30/1', level: 1 }], NOW)
  assert.deepEqual(due(WITH_FIVE, now), [])
  const earlier = recordsOf(
    [{ kind: 'throttled', event: 'throttled/2026-10-31/1', level: 1 }],
    '2026-10-30T03:00:00.000Z',
  )
  assert.deepEqual(due(WITH_FIVE, earlier), [
    { kind: 'backToNormal', event: 'backToNormal/throttled/2026-10-31/1', level: 1, isRead: false },
  ])
})

test('a person is called for just those failures that wait for one', () => {
  for (const code of Object.keys(FAILURES) as FailureCode[]) {
    const alerts = alertsDue(WITH_FIVE, [], { failure: { code }, at: NOW })
    const event = `channel/${code}/${NOW}`
    assert.deepEqual(
      alerts,
      FAILURES[code] === 'after-a-person' ? [{ kind: 'channel', event, level: 1, code }] : [],
      code,
    )
  }
})

const amount = fc.oneof(
  fc.constantFrom(UNKNOWN, UNLIMITED, bytes(0)),
  fc.integer({ min: 0, max: 30 * GB }).map((value) => bytes(value)),
)
const day = fc.integer({ min: 1, max: 30 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`)
const supplyOutlook = fc.record({
  supply: fc.record({
    grant: fc.constantFrom('plan' as const, 'topUp' as const, 'gift' as const, 'roaming' as const),
    name: fc.constantFrom('', '追加データ'),
    leftBytes: fc.integer({ min: 0, max: 5 * GB }),
    lastDay: fc.option(day),
  }),
  usedUpProbability: fc.constant(0.1),
  unusedBytes: fc.integer({ min: 0, max: 5 * GB }),
})
const situations: fc.Arbitrary<Situation> = fc
  .record({
    remaining: amount,
    used: amount,
    throttled: fc.constantFrom(null, true, false),
    seenAgoHours: fc.integer({ min: 0, max: 400 }),
    zone: fc.constantFrom('Asia/Tokyo', 'Europe/Paris'),
    quiet: fc.constantFrom(null, { from: '22:00', to: '07:00' }, { from: '12:00', to: '13:00' }),
    thresholds: fc.subarray([{ leftBytes: GB }, { leftBytes: 3 * GB }, { leftShare: 0.2 }, { leftShare: 0.5 }]),
    tripEnd: fc.option(day),
    today: day,
    hour: fc.integer({ min: 0, max: 23 }),
    outlook: fc.record({
      runOutProbability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      runOutDate: fc.option(day),
      supplies: fc.array(supplyOutlook, { maxLength: 4 }),
    }),
  })
  .map((drawn) => {
    const now = `${drawn.today}T${String(drawn.hour).padStart(2, '0')}:30:00.000Z`
    const seen = new Date(Date.parse(now) - drawn.seenAgoHours * 3_600_000).toISOString()
    const { thresholds, quiet, tripEnd, zone, remaining, used, throttled } = drawn
    const line: Line = {
      ...NOVEMBER,
      cycle: { kind: 'calendarMonth', zone },
      tripEnd,
      alerts: { thresholds, quiet },
    }
    const situation = situationOf(line, [kept(seen, reading({ remaining, used }, { throttled }))], now, GB)
    return { ...situation, outlook: { ...situation.outlook!, ...drawn.outlook } }
  })
const troubles = fc.constantFrom(null, { failure: { code: 'locked' as const }, at: NOW })

test('who was told everything is told nothing at once again, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(situations, { minLength: 1, maxLength: 4 }), troubles, (lives, trouble) => {
      const given: AlertGiven[] = []
      for (const situation of lives) {
        const alerts = alertsDue(situation, given, trouble)
        assert.equal(new Set(alerts.map(({ event }) => event)).size, alerts.length)
        given.push(...recordsOf(alerts, situation.now))
        assert.deepEqual(alertsDue(situation, given, trouble), [])
      }
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('no alert rests on a figure that nobody knows', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const kinds = due(situation).map(({ kind }) => kind)
      const { usable, outdated } = situation.standing
      if (usable.amount.kind === 'unlimited' || outdated !== null) assert.ok(!kinds.includes('runOut'))
      if (usable.amount.kind !== 'known' || outdated !== null)
        assert.ok(!kinds.includes('usedUp') && !kinds.includes('threshold'))
    }),
    { seed: 1, numRuns: 300 },
  )
})
