/** Lines as they go through their weeks: what is read when, and what is due to be told then. */
import { UNKNOWN, UNLIMITED } from '../src/core/amount.ts'
import type { CycleClock } from '../src/core/cycle.ts'
import type { Line } from '../src/core/line.ts'
import type { Reading } from '../src/core/reading.ts'
import type { Trouble } from '../src/advice/alert.ts'
import { bucket, bytes, GB, MB, reading, tokyo } from './ledger-samples.ts'

/** At an instant: what is read then, if anything; what the channel waits for; and what is due, as "kind level". */
export interface Moment {
  readonly at: string
  readonly reads?: Reading
  readonly trouble?: Trouble
  readonly due: readonly string[]
}

export interface Weeks {
  readonly name: string
  readonly line: Partial<Line>
  /** What the line uses every day, as far back as anybody looks. */
  readonly bytesPerDay: number
  readonly moments: readonly Moment[]
}

const TOKYO_MONTH: CycleClock = { kind: 'calendarMonth', zone: 'Asia/Tokyo' }
const twentyGigabytes = { name: null, allowance: bytes(20 * GB), yen: 2970, steps: [] }
const month: Partial<Line> = { cycle: TOKYO_MONTH, plan: twentyGigabytes }
const left = (amount: number, rest: Partial<Reading> = {}): Reading => reading({ remaining: bytes(amount) }, rest)
const used = (amount: number): Reading => reading({ used: bytes(amount) })

export const WEEKS: readonly Weeks[] = [
  {
    name: 'likely, then nearly certain, then used up, each once; the next month is another event',
    line: month,
    bytesPerDay: GB,
    moments: [
      { at: '2026-11-10T09:00+09:00', reads: left(24 * GB), due: [] },
      { at: '2026-11-12T09:00+09:00', reads: left(17.8 * GB), due: ['runOut 1'] },
      { at: '2026-11-13T09:00+09:00', reads: left(16.8 * GB), due: [] },
      { at: '2026-11-16T09:00+09:00', reads: left(10 * GB), due: ['runOut 2'] },
      { at: '2026-11-24T09:00+09:00', reads: left(1.5 * GB), due: [] },
      { at: '2026-11-26T09:00+09:00', reads: left(0), due: ['usedUp 3'] },
      { at: '2026-11-27T09:00+09:00', reads: left(0), due: [] },
      { at: '2026-12-01T09:00+09:00', due: [] },
      { at: '2026-12-01T10:00+09:00', reads: left(20 * GB), due: ['runOut 2'] },
      { at: '2026-12-02T10:00+09:00', reads: left(19 * GB), due: [] },
    ],
  },
  {
    name: 'who bought data after it was used up can run out again in the same month',
    line: month,
    bytesPerDay: GB,
    moments: [
      { at: '2026-11-20T09:00+09:00', reads: left(0), due: ['usedUp 3'] },
      { at: '2026-11-20T10:00+09:00', reads: left(0.05 * GB), due: [] },
      { at: '2026-11-21T09:00+09:00', reads: left(2 * GB), due: ['runOut 2'] },
      { at: '2026-11-22T09:00+09:00', reads: left(1 * GB), due: [] },
      { at: '2026-11-23T09:00+09:00', reads: left(0), due: ['usedUp 3'] },
      { at: '2026-11-24T09:00+09:00', reads: left(0), due: [] },
    ],
  },
  {
    name: 'its owner’s thresholds, the lowest that is crossed, once a month',
    line: {
      ...month,
      alerts: { thresholds: [{ leftShare: 0.5 }, { leftBytes: 3 * GB }, { leftBytes: GB }], quiet: null },
    },
    bytesPerDay: 0,
    moments: [
      { at: '2026-11-05T09:00+09:00', reads: left(10 * GB), due: [] },
      { at: '2026-11-06T09:00+09:00', reads: left(9.9 * GB), due: ['threshold 1'] },
      { at: '2026-11-07T09:00+09:00', reads: left(9 * GB), due: [] },
      { at: '2026-11-08T09:00+09:00', reads: left(0.9 * GB), due: ['threshold 1'] },
      { at: '2026-11-09T09:00+09:00', reads: left(2.5 * GB), due: [] },
      { at: '2026-12-01T09:00+09:00', reads: left(2.5 * GB), due: ['threshold 1'] },
      { at: '2026-12-02T09:00+09:00', reads: left(0), due: ['usedUp 3'] },
    ],
  },
  {
    name: 'a band crosses no threshold, and a share of an unknown allowance is none',
    line: {
      cycle: TOKYO_MONTH,
      alerts: { thresholds: [{ leftShare: 0.5 }, { leftBytes: GB }], quiet: null },
    },
    bytesPerDay: 0,
    moments: [
      {
        at: '2026-11-05T09:00+09:00',
        reads: reading({
          remaining: {
            kind: 'known',
            lowBytes: 0,
            highBytes: 200 * MB,
            shown: '<200MB',
            base: 1000,
            baseDeclared: true,
          },
        }),
        due: [],
      },
      { at: '2026-11-06T09:00+09:00', reads: left(1.2 * GB), due: [] },
      { at: '2026-11-06T10:00+09:00', reads: left(0.9 * GB), due: ['threshold 1'] },
    ],
  },
  {
    name: 'quiet hours hold back until the morning, across midnight and to the minute',
    line: { ...month, alerts: { thresholds: [], quiet: { from: '22:00', to: '07:00' } } },
    bytesPerDay: GB,
    moments: [
      { at: '2026-11-20T21:59+09:00', reads: left(30 * GB), due: [] },
      { at: '2026-11-20T22:00+09:00', reads: left(0), due: [] },
      { at: '2026-11-21T03:00+09:00', due: [] },
      { at: '2026-11-21T06:59+09:00', due: [] },
      { at: '2026-11-21T07:00+09:00', due: ['usedUp 3'] },
      { at: '2026-11-21T22:30+09:00', reads: left(0, { throttled: true }), due: [] },
      { at: '2026-11-22T12:00+09:00', due: ['throttled 1'] },
    ],
  },
  {
    name: 'what is over by the morning is not told any more',
    line: { ...month, alerts: { thresholds: [], quiet: { from: '13:00', to: '15:00' } } },
    bytesPerDay: 0,
    moments: [
      { at: '2026-11-20T13:30+09:00', reads: left(0), due: [] },
      { at: '2026-11-20T14:30+09:00', reads: left(5 * GB), due: [] },
      { at: '2026-11-20T15:00+09:00', due: [] },
    ],
  },
  {
    name: 'a roaming line in Paris when the clocks go back: quiet by its own clock, whose 02:00 comes twice',
    line: {
      cycle: { kind: 'days', days: 10, start: '2026-10-20', repeats: false, zone: 'Europe/Paris' },
      alerts: { thresholds: [], quiet: { from: '23:00', to: '02:30' } },
    },
    bytesPerDay: GB,
    moments: [
      { at: '2026-10-24T20:59Z', reads: left(30 * GB), due: [] },
      { at: '2026-10-24T21:00Z', reads: left(3 * GB), due: [] },
      { at: '2026-10-25T00:10Z', due: [] },
      { at: '2026-10-25T00:30Z', due: ['runOut 2'] },
      { at: '2026-10-25T01:10Z', reads: left(0), due: [] },
      { at: '2026-10-25T01:30Z', due: ['usedUp 3'] },
      // The last day ends at 23:00 UTC in winter.
      { at: '2026-10-29T21:30Z', reads: left(0), due: [] },
      { at: '2026-11-03T12:00Z', due: [] },
    ],
  },
  {
    name: 'and when they go forward: 02:00 to 03:00 does not exist',
    line: {
      cycle: { kind: 'calendarMonth', zone: 'Europe/Paris' },
      alerts: { thresholds: [], quiet: { from: '01:30', to: '02:30' } },
    },
    bytesPerDay: GB,
    moments: [
      { at: '2027-03-28T00:40Z', reads: left(0), due: [] },
      { at: '2027-03-28T01:00Z', due: ['usedUp 3'] },
      // At 00:30 on the 1st in Paris it is still March in London.
      { at: '2027-03-31T22:30Z', reads: left(0), due: ['usedUp 3'] },
    ],
  },
  {
    name: 'a trip: will it last to the last day; then nothing any more',
    line: { cycle: TOKYO_MONTH, tripEnd: '2026-11-14', alerts: { thresholds: [{ leftBytes: GB }], quiet: null } },
    bytesPerDay: GB,
    moments: [
      { at: '2026-11-04T09:00+09:00', reads: left(20 * GB), due: [] },
      { at: '2026-11-06T09:00+09:00', reads: left(5 * GB), due: ['runOut 2'] },
      { at: '2026-11-14T09:00+09:00', reads: left(0.5 * GB), due: ['threshold 1'] },
      {
        at: '2026-11-15T09:00+09:00',
        reads: left(0, { throttled: true }),
        trouble: { failure: { code: 'locked' }, at: '2026-11-15T00:00:00.000Z' },
        due: [],
      },
      { at: '2026-11-29T09:00+09:00', due: [] },
    ],
  },
  {
    name: 'Rakuten: the next price likely, then near; the one after it; the next month',
    line: {
      cycle: TOKYO_MONTH,
      plan: {
        name: 'Rakuten最強プラン',
        allowance: UNLIMITED,
        yen: null,
        steps: [
          { upToBytes: 3 * GB, yen: 1078 },
          { upToBytes: 20 * GB, yen: 2178 },
          { upToBytes: null, yen: 3278 },
        ],
      },
    },
    bytesPerDay: 0.15 * GB,
    moments: [
      { at: '2026-11-10T09:00+09:00', reads: used(0.2 * GB), due: ['nextStep 1'] },
      { at: '2026-11-18T09:00+09:00', reads: used(1.5 * GB), due: [] },
      { at: '2026-11-24T09:00+09:00', reads: used(2.6 * GB), due: ['nextStep 2'] },
      { at: '2026-11-26T09:00+09:00', reads: used(3.2 * GB), due: [] },
      { at: '2026-11-27T09:00+09:00', reads: used(18.1 * GB), due: ['nextStep 2'] },
      { at: '2026-11-28T09:00+09:00', reads: used(21 * GB), due: [] },
      { at: '2026-12-01T09:00+09:00', reads: used(0.05 * GB), due: ['nextStep 1'] },
      { at: '2026-12-09T09:00+09:00', due: ['stale 1 unread'] },
    ],
  },
  {
    name: 'a top-up that is likely to be lost, three days ahead; the plan that begins anew is not',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-21T09:00+09:00', reads: withTopUp(3 * GB), due: [] },
      { at: '2026-11-22T09:00+09:00', reads: withTopUp(2.9 * GB), due: ['expiring 1'] },
      { at: '2026-11-25T09:00+09:00', reads: withTopUp(2.6 * GB), due: [] },
      { at: '2026-11-29T09:00+09:00', reads: left(17 * GB), due: [] },
    ],
  },
  {
    name: 'a top-up of which little is left, or most is used in time, is let go',
    line: month,
    bytesPerDay: 0.3 * GB,
    moments: [
      { at: '2026-11-22T09:00+09:00', reads: withTopUp(1 * GB), due: [] },
      { at: '2026-11-25T23:00+09:00', reads: withTopUp(0.09 * GB), due: [] },
      { at: '2026-11-25T23:30+09:00', reads: withTopUp(0.25 * GB, 5 * GB), due: [] },
      { at: '2026-11-25T23:40+09:00', reads: withTopUp(0.35 * GB), due: ['expiring 1'] },
    ],
  },
  {
    name: 'a travel eSIM ends with its data: what is left of the plan is lost',
    line: { cycle: { kind: 'days', days: 15, start: '2026-11-10', repeats: false, zone: 'Asia/Tokyo' } },
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-20T09:00+09:00', reads: left(8 * GB), due: [] },
      { at: '2026-11-22T09:00+09:00', reads: left(7.8 * GB), due: ['expiring 1'] },
      { at: '2026-11-26T09:00+09:00', due: [] },
      // Nothing comes after it, so nobody is told that nothing was read.
      { at: '2026-12-20T09:00+09:00', due: [] },
    ],
  },
  {
    name: 'throttled, told once although nothing is left; normal after the reset was read',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-20T09:00+09:00', reads: left(0, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-11-21T09:00+09:00', reads: left(0, { throttled: true }), due: [] },
      { at: '2026-12-01T08:00+09:00', due: [] },
      { at: '2026-12-01T09:00+09:00', reads: left(20 * GB), due: ['backToNormal 1'] },
      { at: '2026-12-02T09:00+09:00', reads: left(19.9 * GB, { throttled: false }), due: [] },
      { at: '2026-12-20T09:00+09:00', reads: left(0, { throttled: true }), due: ['throttled 1'] },
    ],
  },
  {
    name: 'throttled for three days’ use: normal as read, and throttled again in the same month',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-10T09:00+09:00', reads: left(12 * GB, { throttled: false }), due: [] },
      { at: '2026-11-11T09:00+09:00', reads: left(10 * GB, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-11-12T09:00+09:00', reads: left(10 * GB), due: [] },
      { at: '2026-11-13T09:00+09:00', reads: left(10 * GB, { throttled: false }), due: ['backToNormal 1'] },
      { at: '2026-11-14T09:00+09:00', reads: left(10 * GB, { throttled: false }), due: [] },
      { at: '2026-11-20T09:00+09:00', reads: left(8 * GB, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-11-21T09:00+09:00', reads: left(8 * GB, { throttled: false }), due: ['backToNormal 1'] },
      { at: '2026-12-01T09:00+09:00', reads: left(20 * GB), due: [] },
    ],
  },
  {
    name: 'throttled, bought data that says nothing of the speed, and used that up: each told',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-20T09:00+09:00', reads: left(0, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-11-21T09:00+09:00', reads: left(0), due: [] },
      { at: '2026-11-22T09:00+09:00', reads: left(5 * GB), due: ['backToNormal 1'] },
      { at: '2026-11-23T09:00+09:00', reads: left(4 * GB), due: [] },
      { at: '2026-11-24T09:00+09:00', reads: left(0, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-11-25T09:00+09:00', reads: left(0, { throttled: true }), due: [] },
    ],
  },
  {
    name: 'slow with data left, as its owner wants it: data that is merely used says nothing of the speed',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-20T09:00+09:00', reads: left(10 * GB, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-11-21T09:00+09:00', reads: left(9.9 * GB), due: [] },
      { at: '2026-11-22T09:00+09:00', reads: left(9.9 * GB), due: [] },
    ],
  },
  {
    name: 'still nothing left in the new cycle is not back to normal',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-20T09:00+09:00', reads: left(0, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-12-01T09:00+09:00', reads: left(0), due: ['usedUp 3'] },
    ],
  },
  {
    name: 'nor is a speed that is limited again at once, or data of a cycle that is over as well',
    line: { ...month, alerts: { thresholds: [], quiet: { from: '22:00', to: '07:00' } } },
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-10-20T09:00+09:00', reads: left(0, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-11-01T09:00+09:00', reads: left(20 * GB, { throttled: true }), due: ['throttled 1'] },
      { at: '2026-12-31T23:00+09:00', reads: left(15 * GB), due: [] },
      { at: '2027-01-01T09:00+09:00', due: [] },
      { at: '2027-01-02T09:00+09:00', reads: left(20 * GB), due: ['backToNormal 1'] },
    ],
  },
  {
    name: 'nobody looked for a week; then the month was over too',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-18T09:00+09:00', reads: left(15 * GB), due: [] },
      { at: '2026-11-25T09:00+09:00', due: [] },
      { at: '2026-11-25T09:01+09:00', due: ['stale 1 unread'] },
      { at: '2026-11-30T09:00+09:00', due: [] },
      { at: '2026-12-02T00:00+09:00', due: [] },
      { at: '2026-12-02T00:01+09:00', due: ['stale 2 reset'] },
      { at: '2026-12-09T09:00+09:00', due: [] },
      { at: '2026-12-10T09:00+09:00', reads: left(18 * GB), due: [] },
      { at: '2026-12-17T09:01+09:00', due: ['stale 1 unread'] },
    ],
  },
  {
    name: 'three days of data: stale after a day, and told to end a day before',
    line: { cycle: { kind: 'hours', hours: 72, start: '2026-11-20T01:00:00.000Z', repeats: false } },
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-20T02:00Z', reads: left(1 * GB), due: [] },
      { at: '2026-11-21T02:00Z', due: [] },
      { at: '2026-11-21T02:01Z', due: ['stale 1 unread'] },
      { at: '2026-11-22T02:00Z', reads: left(0.8 * GB), due: ['expiring 1'] },
    ],
  },
  {
    name: 'read today, and the carrier’s figures are of last week',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      {
        at: '2026-11-20T09:00+09:00',
        reads: left(15 * GB, { asOf: tokyo('2026-11-12T23:00') }),
        due: ['stale 1 carrier'],
      },
    ],
  },
  {
    name: 'data ended before its month: there is none until the reset, and a day later it should have been read',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-26T09:00+09:00', reads: left(1 * GB, { expires: tokyo('2026-11-28') }), due: [] },
      { at: '2026-11-30T09:00+09:00', due: [] },
      { at: '2026-12-02T00:00+09:00', due: [] },
      { at: '2026-12-02T00:01+09:00', due: ['stale 2 reset'] },
    ],
  },
  {
    name: 'a line of which only the printed end of its cycle is known',
    line: { cycle: null },
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-26T09:00+09:00', reads: left(1 * GB, { cycleEnd: tokyo('2026-11-30') }), due: [] },
      { at: '2026-12-02T00:00+09:00', due: [] },
      { at: '2026-12-02T00:01+09:00', due: ['stale 2 reset'] },
    ],
  },
  {
    name: 'a channel that waits for a person is told once; one that will be tried again is not',
    line: month,
    bytesPerDay: 0.1 * GB,
    moments: [
      { at: '2026-11-20T09:00+09:00', reads: left(15 * GB), trouble: trouble('unreachable', '20'), due: [] },
      { at: '2026-11-21T09:00+09:00', trouble: trouble('needs-code', '21'), due: ['channel 1'] },
      { at: '2026-11-22T09:00+09:00', trouble: trouble('needs-code', '21'), due: [] },
      { at: '2026-11-23T09:00+09:00', reads: left(15 * GB), due: [] },
      { at: '2026-11-24T09:00+09:00', trouble: trouble('needs-code', '24'), due: ['channel 1'] },
      { at: '2026-11-24T10:00+09:00', trouble: trouble('wrong-credentials', '24'), due: ['channel 1'] },
    ],
  },
  {
    name: 'unlimited: nothing runs out, nothing crosses a threshold, nobody needs figures; its speed can be limited',
    line: { ...month, plan: null, alerts: { thresholds: [{ leftBytes: 5 * GB }], quiet: null } },
    bytesPerDay: 3 * GB,
    moments: [
      { at: '2026-11-01T09:00+09:00', reads: reading({ remaining: UNLIMITED }), due: [] },
      { at: '2026-11-20T09:00+09:00', due: [] },
      { at: '2026-11-21T09:00+09:00', reads: reading({}, { unlimited: true, throttled: true }), due: ['throttled 1'] },
    ],
  },
  {
    name: 'unknown: no figure, no alert that needs one',
    line: { cycle: TOKYO_MONTH, alerts: { thresholds: [{ leftBytes: 100 * GB }, { leftShare: 1 }], quiet: null } },
    bytesPerDay: 3 * GB,
    moments: [
      { at: '2026-11-01T09:00+09:00', due: [] },
      { at: '2026-11-20T09:00+09:00', reads: reading({ remaining: UNKNOWN, used: bytes(3 * GB) }), due: [] },
      { at: '2026-11-28T09:00+09:00', due: ['stale 1 unread'] },
    ],
  },
  {
    name: 'without any known end nothing is foretold, and what is used up is told once a month',
    line: { cycle: null },
    bytesPerDay: GB,
    moments: [
      { at: '2026-11-20T09:00+09:00', reads: left(0.5 * GB), due: [] },
      { at: '2026-11-21T09:00+09:00', reads: left(0), due: ['usedUp 3'] },
      { at: '2026-11-25T09:00+09:00', reads: left(0), due: [] },
      { at: '2026-12-01T00:30+09:00', due: [] },
      { at: '2026-12-01T09:00+09:00', reads: left(0), due: ['usedUp 3'] },
    ],
  },
]

/** The plan's 15 GB, and before them a top-up that ends with the 25th. */
function withTopUp(amount: number, allowance = 3 * GB): Reading {
  return reading(
    {},
    {
      buckets: [
        bucket(
          { remaining: bytes(amount), allowance: bytes(allowance) },
          { grant: 'topUp', name: '追加データ', expires: tokyo('2026-11-25') },
        ),
        bucket({ remaining: bytes(15 * GB) }, { expires: tokyo('2026-11-30') }),
      ],
    },
  )
}

function trouble(code: Trouble['failure']['code'], day: string): Trouble {
  return { failure: { code }, at: `2026-11-${day}T00:00:00.000Z` }
}
