/** From readings to use: a line whose true use is known, read as carriers let people read it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Amount } from '../src/core/amount.ts'
import type { CycleClock } from '../src/core/cycle.ts'
import type { UseSpan } from '../src/core/use.ts'
import { dailyUse, wholeDays } from '../src/ledger/daily.ts'
import type { KeptReading } from '../src/ledger/records.ts'
import { useOf } from '../src/ledger/use.ts'
import { bucket, bytes, figure, GB, kept, MB, reading, tokyo } from './ledger-samples.ts'

const MONTH: CycleClock = { kind: 'calendarMonth', zone: 'Asia/Tokyo' }
/** Spans in short: from, to, likely GB. */
const brief = (spans: readonly UseSpan[]): [string, string, number][] =>
  spans.map(({ from, to, likelyBytes }) => [from.slice(0, 16), to.slice(0, 16), Math.round(likelyBytes / MB) / 1000])
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

test('a rise is a reset, a top-up or a correction, and only the first two begin anew', () => {
  const plan = (gigabytes: number): ReturnType<typeof bucket> =>
    bucket({ remaining: left(gigabytes), allowance: left(20) })
  const page = (seen: string, ...buckets: ReturnType<typeof bucket>[]): KeptReading =>
    kept(seen, reading({}, { buckets }))
  const first = [page('2026-11-08T00:00:00Z', plan(12)), page('2026-11-10T00:00:00Z', plan(9))]
  const gift = bucket({ remaining: left(4), allowance: left(4) }, { grant: 'gift' })
  // Of the plan's 20 GB, 8 and then 11 were used; 9 + 4 given - 12.5 left = 0.5 more.
  assert.deepEqual(brief(useOf([...first, page('2026-11-11T00:00:00Z', plan(8.5), gift)], MONTH)), [
    ['2026-10-31T15:00', '2026-11-08T00:00', 8],
    ['2026-11-08T00:00', '2026-11-10T00:00', 3],
    ['2026-11-10T00:00', '2026-11-11T00:00', 0.5],
  ])
  // The same plan has more left than before, and nothing was added: the 9 were wrong. 12 - 11.5 = 0.5 since the eighth.
  assert.deepEqual(brief(useOf([...first, page('2026-11-11T00:00:00Z', plan(11.5))], MONTH)), [
    ['2026-10-31T15:00', '2026-11-08T00:00', 8],
    ['2026-11-08T00:00', '2026-11-11T00:00', 0.5],
  ])
  // December has a plan of its own: 20 - 19.5 = 0.5 since it began.
  assert.deepEqual(brief(useOf([...first, page('2026-12-02T00:00:00Z', plan(19.5))], MONTH)), [
    ['2026-10-31T15:00', '2026-11-08T00:00', 8],
    ['2026-11-08T00:00', '2026-11-10T00:00', 3],
    ['2026-11-30T15:00', '2026-12-02T00:00', 0.5],
  ])
  // Without a clock it may be a reset of which nobody knows when: nothing is said of that time, and what was used before stands.
  const anew = [...first, page('2026-12-02T00:00:00Z', plan(19.5)), page('2026-12-03T00:00:00Z', plan(19))]
  assert.deepEqual(brief(useOf(anew, null)), [
    ['2026-11-08T00:00', '2026-11-10T00:00', 3],
    ['2026-12-02T00:00', '2026-12-03T00:00', 0.5],
  ])
})

test('what a carrier still says of the past month, without saying so, is no use of the new one', () => {
  // Ten minutes after the month began "1 GB of 20" is October's.
  const spans = useOf(
    [
      kept('2026-10-31T15:10:00Z', reading({ remaining: left(1), allowance: left(20) })),
      kept('2026-11-01T15:00:00Z', reading({ remaining: left(19.5), allowance: left(20) })),
      kept('2026-11-02T15:00:00Z', reading({ remaining: left(19), allowance: left(20) })),
    ],
    MONTH,
  )
  assert.deepEqual(brief(spans), [['2026-11-01T15:00', '2026-11-02T15:00', 0.5]])
})

test('a cycle ends when it is printed to end, and when the clock says so', () => {
  const until = (seen: string, used: number, end: string | null): KeptReading =>
    kept(seen, reading({ used: left(used) }, { cycleEnd: end === null ? null : tokyo(end) }))
  // The message between the two does not say when its cycle ends; the page before it did.
  const told = [
    until('2026-11-08T00:00:00Z', 1, '2026-11-10'),
    until('2026-11-09T00:00:00Z', 2, null),
    until('2026-11-12T00:00:00Z', 3, null),
  ]
  assert.deepEqual(brief(useOf(told, null)), [['2026-11-08T00:00', '2026-11-09T00:00', 1]])
  // The page says that its cycle ends within the month: what it counts since then did not begin with the month.
  assert.deepEqual(brief(useOf(told, MONTH)), [
    ['2026-10-31T15:00', '2026-11-08T00:00', 1],
    ['2026-11-08T00:00', '2026-11-09T00:00', 1],
  ])
  // A page that promises too much does not keep December's figures from being December's.
  const late = [until('2026-11-08T00:00:00Z', 1, '2026-12-31'), until('2026-12-02T00:00:00Z', 3, '2026-12-31')]
  assert.deepEqual(brief(useOf(late, MONTH)), [
    ['2026-10-31T15:00', '2026-11-08T00:00', 1],
    ['2026-11-30T15:00', '2026-12-02T00:00', 3],
  ])
})

test('of two figures for one moment the one that was seen later counts', () => {
  const stamped = (seen: string, used: number): KeptReading =>
    kept(seen, reading({ used: left(used) }, { asOf: tokyo('2026-11-10T06:00') }))
  for (const [one, other] of [
    [4, 3],
    [3, 4],
  ] as const) {
    const readings = [stamped('2026-11-10T03:00:00Z', one), stamped('2026-11-10T09:00:00Z', other)]
    assert.deepEqual(brief(useOf(readings, MONTH)), [['2026-10-31T15:00', '2026-11-09T21:00', other]])
  }
})

test('each of several buckets was rounded, and what ended too', () => {
  const whole = (gigabytes: number): Amount => bytes(Math.floor(gigabytes) * GB, GB)
  const plan = (gigabytes: number): ReturnType<typeof bucket> =>
    bucket({ remaining: whole(gigabytes), allowance: left(20) })
  const gift = (gigabytes: number, expires: string | null = null): ReturnType<typeof bucket> =>
    bucket(
      { remaining: whole(gigabytes), allowance: left(3) },
      { grant: 'gift', expires: expires === null ? null : tokyo(expires) },
    )
  const [before, after] = ['2026-11-10T00:00:00Z', '2026-11-11T00:00:00Z']
  const rangeOf = (...readings: KeptReading[]): (number | undefined)[] => {
    const [span] = useOf(readings, null)
    return [span?.lowBytes, span?.likelyBytes, span?.highBytes].map((each) => each && each / GB)
  }
  // 10.95 + 2.95 fell to 10.0 + 2.0: 1.9 were used, of which nothing was to be seen.
  const some = kept(before, reading({}, { buckets: [plan(10.95), gift(2.95)] }))
  assert.deepEqual(rangeOf(some, kept(after, reading({}, { buckets: [plan(10), gift(2)] }))), [0, 0, 2])
  // 10.1 + 0.9 = "11GB"; then the 0.9 ended and 9.99 were left: 0.11 used, although the line's figure fell by two.
  const ending = kept(before, reading({ remaining: whole(11) }, { buckets: [plan(10.1), gift(0.9, '2026-11-10')] }))
  const [least, , most] = rangeOf(ending, kept(after, reading({ remaining: whole(9.99) }, { buckets: [plan(9.99)] })))
  assert.deepEqual([least, most], [0, 3])
})

test('readings that tell different things about buckets are not compared', () => {
  const [before, after] = ['2026-11-10T00:00:00Z', '2026-11-11T00:00:00Z']
  const plan = (gigabytes: number): ReturnType<typeof bucket> =>
    bucket({ remaining: left(gigabytes), allowance: left(20) })
  const gift = bucket({ remaining: left(3) }, { grant: 'gift', expires: tokyo('2026-11-10') })
  // A message says what is left, not that the gift has ended.
  const page = kept(before, reading({}, { buckets: [plan(10), gift] }))
  assert.deepEqual(useOf([page, kept(after, reading({ remaining: left(9) }))], null), [])
  // 23 GB printed roughly may be 23.4: whether 24.24 hold a top-up more, nobody can tell.
  const rough = kept(before, reading({ remaining: bytes(22 * GB, GB), allowance: bytes(23 * GB, GB) }))
  const fine = reading({ remaining: bytes(22.5 * GB, 10 * MB), allowance: bytes(24.24 * GB, 10 * MB) })
  assert.deepEqual(useOf([rough, kept(after, fine)], null), [])
  // An allowance of the plan, and more left than that: what is missing from it is not what was used.
  const more = reading(
    { remaining: left(19), allowance: left(20) },
    { buckets: [plan(17), { ...gift, remaining: figure(left(2)) }] },
  )
  assert.deepEqual(useOf([kept(before, more)], MONTH), [])
})

test('figures of different kinds side by side each go on where they left off', () => {
  const look = (day: number, amounts: Parameters<typeof reading>[0]): KeptReading =>
    kept(`2026-11-0${day}T00:00:00Z`, reading(amounts))
  const readings = [look(1, { used: left(2), remaining: left(18) }), look(2, { remaining: left(17) })]
  assert.deepEqual(brief(useOf([...readings, look(3, { used: left(4) }), look(4, { remaining: left(15) })], null)), [
    ['2026-11-01T00:00', '2026-11-02T00:00', 1],
    ['2026-11-02T00:00', '2026-11-04T00:00', 2],
  ])
})

test('a coarse figure between fine ones moves nothing', () => {
  const look = (hour: number, gigabytes: number, step: number): KeptReading =>
    kept(`2026-11-10T0${hour}:00:00Z`, reading({ remaining: bytes(gigabytes * GB, step) }))
  // 4.80, "4GB" (rounded down), 4.75, 3.75: 1.05 in all, nearly nothing of it in the first two hours.
  const spans = useOf([look(1, 4.8, 10 * MB), look(2, 4, GB), look(3, 4.75, 10 * MB), look(4, 3.75, 10 * MB)], null)
  assert.deepEqual(
    spans.map(({ likelyBytes }) => likelyBytes / GB),
    [0.025, 0.025, 1],
  )
  // "5GB" four times, then "4GB" twice: one was used, and not half of one between each two.
  const hours = [5, 5, 5, 5, 4, 4].map((gigabytes, index) => look(index, gigabytes, GB))
  assert.equal(
    useOf(hours, null).reduce((all, { likelyBytes }) => all + likelyBytes, 0),
    GB,
  )
  // "5GB" after 5.00 leaves room for 0.99 more, and so does "10GB" before 10.00; between the two nobody knows what came.
  const apart = [look(1, 5, 10 * MB), look(2, 5, GB), look(3, 10, GB), look(4, 10, 10 * MB)]
  assert.deepEqual(
    useOf(apart, null).map(({ likelyBytes }) => likelyBytes / GB),
    [0.495, 0.495],
  )
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
      kept('2026-11-11T15:00:00Z', reading({ used: left(20), remaining: left(0) })),
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
