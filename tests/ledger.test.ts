/** Identity, merging, lines, and what is shown of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { UNKNOWN, UNLIMITED, type Amount } from '../src/core/amount.ts'
import type { Line, Plan } from '../src/core/line.ts'
import type { Reading } from '../src/core/reading.ts'
import { canonicalJson, idOf, readingId, signed } from '../src/ledger/identity.ts'
import { editsOf, linesFrom, UNSAID, withdrawnIn } from '../src/ledger/lines.ts'
import { merge } from '../src/ledger/merge.ts'
import { momentOf } from '../src/ledger/moment.ts'
import type { Withdrawal } from '../src/ledger/records.ts'
import { standingOf } from '../src/ledger/standing.ts'
import { usableOf } from '../src/ledger/usable.ts'
import { records } from './ledger-arbitraries.ts'
import { bucket, bytes, GB, kept, reading, tokyo } from './ledger-samples.ts'

const LINE: Line = { ...UNSAID, id: 'line', name: 'mine' }
const NOW = '2026-11-23T00:00:00.000Z'
const plan = (allowance: Amount): Plan => ({ name: null, allowance, yen: null, steps: [] })

test('canonical JSON does not depend on the order of keys', () => {
  assert.equal(canonicalJson({ b: [1, { d: 'x', c: null }], a: undefined }), '{"b":[1,{"c":null,"d":"x"}]}')
})

test('the same evidence in the same minute is one reading; another minute, line, channel or stamp is another', () => {
  const seen = (observedAt: string, rest: Partial<Reading> = {}): Reading => reading({}, { observedAt, ...rest })
  const id = readingId('line', 'digest', seen('2026-11-23T00:00:01Z'))
  assert.equal(readingId('line', 'digest', seen('2026-11-23T00:00:59.9Z')), id)
  const stamped = { asOf: tokyo('2026-11-23T08:00') }
  const others = [
    readingId('line', 'digest', seen('2026-11-23T00:01:00Z')),
    readingId('other', 'digest', seen('2026-11-23T00:00:01Z')),
    readingId('line', 'other', seen('2026-11-23T00:00:01Z')),
    readingId('line', 'digest', seen('2026-11-23T00:00:01Z', { channel: 'sms' })),
    readingId('line', 'digest', seen('2026-11-23T00:00:01Z', stamped)),
  ]
  assert.equal(new Set([id, ...others]).size, 6)
  assert.equal(readingId('line', 'digest', seen('2026-11-25T00:00:00Z', stamped)), others.at(-1))
})

test('merging is a union: in any order, of any pieces, again and again', () => {
  fc.assert(
    fc.property(records, records, records, (one, two, three) => {
      const all = merge(one, two, three)
      assert.deepEqual(merge(three, merge(two, one)), all)
      assert.deepEqual(merge(merge(three, one), two), all)
      assert.deepEqual(merge(all, all, two), all)
      for (const record of all) assert.equal(idOf(record), record.id)
      const removed = new Set(all.filter(({ kind }) => kind === 'deletion').map(({ lineId }) => lineId))
      assert.ok(all.every(({ kind, lineId }) => kind === 'deletion' || !removed.has(lineId)))
    }),
    { seed: 1 },
  )
})

test('the latest edit of a field wins, whatever came first', () => {
  const first = editsOf('line', { name: 'mine', carrier: 'docomo', tripEnd: '2026-12-05' }, '2026-11-20T00:00:00.000Z')
  const later = editsOf('line', { name: 'ours', tripEnd: null }, '2026-11-21T00:00:00.000Z')
  const nameless = editsOf('other', { carrier: 'povo' }, '2026-11-21T00:00:00.000Z')
  const expected = [{ ...LINE, name: 'ours', carrier: 'docomo' }]
  assert.deepEqual(linesFrom([...first, ...later, ...nameless]), expected)
  assert.deepEqual(linesFrom([...nameless, ...later, ...first].toReversed()), expected)
  const [a, b] = ['a', 'b'].map((name) => editsOf('line', { name }, NOW)[0]!)
  const winner = a!.id > b!.id ? 'a' : 'b'
  assert.equal(linesFrom([a!, b!])[0]?.name, winner)
  assert.equal(linesFrom([b!, a!])[0]?.name, winner)
})

test('the last word on a reading counts', () => {
  const word = (withdrawn: boolean, hour: number): Withdrawal =>
    signed<Withdrawal>({
      kind: 'withdrawal',
      lineId: 'line',
      readingId: 'r',
      withdrawn,
      at: `2026-11-23T0${hour}:00:00.000Z`,
    })
  assert.deepEqual([...withdrawnIn([word(true, 1)])], ['r'])
  assert.deepEqual([...withdrawnIn([word(false, 2), word(true, 1)])], [])
  assert.deepEqual([...withdrawnIn([word(true, 3), word(false, 2)])], ['r'])
})

test('figures are of the moment that the carrier says, and never later than they were seen', () => {
  const moment = (asOf: string | null): string =>
    momentOf(reading({}, { asOf: asOf === null ? null : tokyo(asOf), observedAt: '2026-11-23T05:00:00Z' }), NOW)
  assert.equal(moment(null), '2026-11-23T05:00:00.000Z')
  assert.equal(moment('2026-11-23T13:00'), '2026-11-23T04:00:00.000Z')
  assert.equal(moment('2026-11-22'), '2026-11-22T15:00:00.000Z')
  assert.equal(moment('2026-11-23'), '2026-11-23T05:00:00.000Z')
  assert.equal(moment('2026-11-24T00:00'), '2026-11-23T05:00:00.000Z')
  assert.equal(momentOf(reading({}), NOW), NOW)
})

test('usable: stated, else the sum, else computed, else unknown', () => {
  const usable = (what: Reading, of: Plan | null = null): [number | string, string | null] => {
    const { amount, basis } = usableOf(what, of, NOW)
    return [amount.kind === 'known' ? amount.lowBytes / GB : amount.kind, basis]
  }
  const [one, two] = [bytes(GB), bytes(2 * GB)]
  assert.deepEqual(usable(reading({ remaining: two }), plan(bytes(9 * GB))), [2, 'stated'])
  assert.deepEqual(usable(reading({ remaining: bytes(0) })), [0, 'stated'])
  assert.deepEqual(usable(reading({}, { unlimited: true })), ['unlimited', 'stated'])
  assert.deepEqual(usable(reading({})), ['unknown', null])
  const apps = bucket({ remaining: bytes(50 * GB) }, { grant: 'appOnly' })
  const parts = [bucket({ remaining: two }), bucket({ remaining: one }, { grant: 'topUp' })]
  assert.deepEqual(usable(reading({}, { buckets: [...parts, apps] })), [3, 'sum'])
  assert.deepEqual(usable(reading({}, { buckets: [apps] })), ['unknown', null])
  assert.deepEqual(usable(reading({}, { buckets: [...parts, bucket({}, { grant: 'gift' })] })), ['unknown', null])
  assert.deepEqual(usable(reading({}, { buckets: [...parts, bucket({ remaining: one }, { grant: 'unknown' })] })), [
    'unknown',
    null,
  ])
  assert.deepEqual(usable(reading({}, { buckets: [bucket({ remaining: UNLIMITED }), parts[1]!] })), [
    'unlimited',
    'sum',
  ])
  assert.deepEqual(usable(reading({}, { buckets: [bucket({ remaining: one }, { grant: 'daily' })] })), [1, 'sum'])
  assert.deepEqual(usable(reading({}, { buckets: [...parts, bucket({ remaining: one }, { grant: 'daily' })] })), [
    'unknown',
    null,
  ])
  assert.deepEqual(usable(reading({ used: one }), plan(bytes(3 * GB))), [2, 'computed'])
  assert.deepEqual(usable(reading({ used: two }), plan(one)), [0, 'computed'])
  assert.deepEqual(usable(reading({ used: one, allowance: two }), plan(bytes(9 * GB))), [1, 'computed'])
  assert.deepEqual(usable(reading({ used: one }), plan(UNKNOWN)), ['unknown', null])
  assert.deepEqual(usable(reading({ used: one }), plan(UNLIMITED)), ['unlimited', 'computed'])
  assert.deepEqual(usable(reading({ used: one }, { buckets: [bucket({}, { grant: 'topUp' })] }), plan(two)), [
    'unknown',
    null,
  ])
})

test('data that has ended since does not count any more', () => {
  const ended = bucket({ remaining: bytes(2 * GB) }, { grant: 'carryOver', expires: tokyo('2026-11-22') })
  const lasting = bucket({ remaining: bytes(GB) }, { expires: tokyo('2026-11-23') })
  const both = reading({ remaining: bytes(3 * GB) }, { buckets: [ended, lasting] })
  assert.equal(usableOf(both, null, '2026-11-22T14:59:59.000Z').basis, 'stated')
  const later = usableOf(both, null, '2026-11-22T15:00:00.000Z')
  assert.deepEqual([later.basis, later.amount.kind === 'known' && later.amount.lowBytes], ['sum', GB])
  const unsaid = reading({ remaining: bytes(3 * GB) }, { buckets: [ended, bucket({}, { grant: 'plan' })] })
  assert.equal(usableOf(unsaid, plan(bytes(9 * GB)), NOW).amount.kind, 'unknown')
})

test('what is shown is the newest reading that says what is left, as long as it holds', () => {
  const monthly: Line = { ...LINE, cycle: { kind: 'calendarMonth', zone: 'Asia/Tokyo' } }
  const older = kept('2026-11-20T00:00:00Z', reading({ remaining: bytes(3 * GB) }))
  const newer = kept('2026-11-22T00:00:00Z', reading({}, { throttled: true }))
  const future = kept('2026-11-29T00:00:00Z', reading({ remaining: bytes(GB) }))
  const now = standingOf(monthly, [future, newer, older], NOW)
  assert.equal(now.kept, older)
  assert.deepEqual([now.outdated, now.throttled], [null, true])
  assert.deepEqual(now.until, { at: '2026-11-30', zone: 'Asia/Tokyo' })
  const next = standingOf(monthly, [newer, older], '2026-11-30T15:00:00.000Z')
  assert.deepEqual([next.outdated, next.throttled], ['reset', null])
  assert.equal(standingOf(LINE, [newer, older], '2027-01-01T00:00:00.000Z').outdated, null)
  assert.equal(standingOf(LINE, [], NOW).kept, null)
})

test('a reading holds until the end that is printed in it, or the line comes to its own', () => {
  const outdated = (line: Line, rest: Partial<Reading>, now: string): string | null =>
    standingOf(line, [kept('2026-11-20T00:00:00Z', reading({ remaining: bytes(GB) }, rest))], now).outdated
  const expires = { expires: tokyo('2026-11-25') }
  assert.equal(outdated(LINE, expires, '2026-11-25T14:59:59.000Z'), null)
  assert.equal(outdated(LINE, expires, '2026-11-25T15:00:00.000Z'), 'expiry')
  assert.equal(outdated(LINE, { cycleEnd: tokyo('2026-11-25') }, '2026-11-25T15:00:00.000Z'), 'reset')
  const trip: Line = { ...LINE, cycle: { kind: 'hours', hours: 72, start: '2026-11-19T00:00:00.000Z', repeats: false } }
  assert.equal(outdated(trip, {}, '2026-11-21T23:59:59.000Z'), null)
  assert.equal(outdated(trip, {}, '2026-11-22T00:00:00.000Z'), 'expiry')
})

test('a plan with steps says how far the next price is', () => {
  const steps = [
    { upToBytes: 3 * GB, yen: 1078 },
    { upToBytes: 20 * GB, yen: 2178 },
    { upToBytes: null, yen: 3278 },
  ]
  const line: Line = { ...LINE, plan: { name: null, allowance: UNLIMITED, yen: null, steps } }
  const next = (used: number): unknown =>
    standingOf(line, [kept('2026-11-20T00:00:00Z', reading({ used: bytes(used * GB) }))], NOW).nextStep
  assert.deepEqual(next(1), { leftBytes: 2 * GB, yen: 2178 })
  assert.deepEqual(next(3), { leftBytes: 17 * GB, yen: 3278 })
  assert.equal(next(25), null)
})

test("the carrier's own word counts before a device's, and this cycle's before what the last one left", () => {
  const line: Line = { ...LINE, plan: plan(bytes(20 * GB)), cycle: { kind: 'calendarMonth', zone: 'Asia/Tokyo' } }
  const usableAt = (now: string, ...readings: ReturnType<typeof kept>[]): [number | string, string | null] => {
    const { usable, outdated } = standingOf(line, readings, now)
    return [usable.amount.kind === 'known' ? usable.amount.lowBytes / GB : usable.amount.kind, outdated]
  }
  const device = kept('2026-11-23T06:00:00Z', reading({ used: bytes(2 * GB) }, { channel: 'router' }))
  const carrier = kept('2026-11-23T00:00:00Z', reading({ remaining: bytes(5 * GB) }))
  const now = '2026-11-23T07:00:00.000Z'
  assert.deepEqual(usableAt(now, device, carrier), [5, null])
  assert.deepEqual(usableAt(now, device), [18, null])
  // In December the device alone has spoken: what November left says nothing any more.
  const december = kept('2026-12-02T00:00:00Z', reading({ used: bytes(GB) }, { channel: 'router' }))
  assert.deepEqual(usableAt('2026-12-02T01:00:00.000Z', december, device, carrier), [19, null])
  const silent = kept('2026-12-02T00:00:00Z', reading({}, { throttled: false }))
  assert.deepEqual(usableAt('2026-12-02T01:00:00.000Z', silent, carrier), ['unknown', null])
  assert.deepEqual(usableAt('2026-12-02T01:00:00.000Z', carrier), [5, 'reset'])
})
