/** What is remembered of a line's portal, and what it may be asked when. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { FAILURES, type FailureCode } from '../src/core/failure.ts'
import {
  afterCheck,
  mayCheck,
  mayLogIn,
  UNTRIED,
  withLogin,
  withNewCredentials,
  type CheckEnd,
  type PortalState,
} from '../src/ledger/portal-state.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 23)
const at = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString()
const minutesAfterStart = (instant: string | null): number | null =>
  instant === null ? null : (Date.parse(instant) - START) / MINUTE

const ended = (code: FailureCode | null, rest: Partial<CheckEnd> = {}): CheckEnd => ({
  failure: code === null ? null : { code },
  loggedIn: false,
  until: null,
  ...rest,
})
const fresh = withNewCredentials(UNTRIED)

test('one password is sent in 30 minutes, unless a person insists', () => {
  const state = afterCheck(withLogin(fresh, at(0)), ended(null, { loggedIn: true }), at(1), 0)
  assert.deepEqual(mayLogIn(fresh, at(0), false), { may: true })
  assert.deepEqual(mayLogIn(state, at(29), false), { may: false, code: 'too-soon', until: at(30) })
  assert.deepEqual(mayLogIn(state, at(30), false), { may: true })
  assert.deepEqual(mayLogIn(state, at(1), true), { may: true })
  assert.deepEqual(mayCheck(state, at(1), false), { may: true })
})

test('a run that died while it logged in has counted', () => {
  assert.deepEqual(mayLogIn(withLogin(fresh, at(0)), at(5), false), { may: false, code: 'too-soon', until: at(30) })
})

test('replacing credentials that worked does not let another password be sent at once', () => {
  const state = withNewCredentials(withLogin(fresh, at(0)))
  assert.equal(mayLogIn(state, at(5), false).may, false)
})

test('refused credentials are never sent again, those in their place at once', () => {
  const state = afterCheck(withLogin(fresh, at(0)), ended('wrong-credentials', { loggedIn: true }), at(1), 0)
  const stopped = { may: false, code: 'wrong-credentials', until: null }
  for (const forced of [false, true]) {
    assert.deepEqual(mayCheck(state, at(100_000), forced), stopped)
    assert.deepEqual(mayLogIn(state, at(100_000), forced), stopped)
  }
  const replaced = withNewCredentials(state)
  assert.deepEqual(mayCheck(replaced, at(2), false), { may: true })
  assert.deepEqual(mayLogIn(replaced, at(2), false), { may: true })
  assert.equal(replaced.trouble, null)
  const again = withLogin(replaced, at(2))
  assert.deepEqual(mayLogIn(again, at(3), false), { may: false, code: 'too-soon', until: at(32) })
})

test('a locked account is left alone until a person says that it is open', () => {
  const state = afterCheck(withLogin(fresh, at(0)), ended('locked', { loggedIn: true }), at(1), 0)
  assert.deepEqual(mayCheck(state, at(100_000), false), { may: false, code: 'locked', until: null })
  assert.deepEqual(mayLogIn(state, at(2), true), { may: true })
  assert.deepEqual(afterCheck(state, ended('unreachable'), at(2), 0).stopped, state.stopped)
  assert.deepEqual(afterCheck(state, ended(null), at(2), 0).stopped, state.stopped)
  assert.equal(afterCheck(state, ended(null, { loggedIn: true }), at(2), 0).stopped, null)
})

test('maintenance is waited for until its end as stated, at most a day', () => {
  const until = (stated: string | null, random: number): number | null =>
    minutesAfterStart(afterCheck(fresh, ended('maintenance', { until: stated }), at(0), random).wait?.until ?? null)
  assert.equal(until(at(180), 0), 180)
  assert.equal(until(at(180), 0.5), 182.5)
  assert.equal(until(at(100_000), 0.5), 24 * 60)
  for (const unknown of [null, at(-60), 'tomorrow']) assert.equal(until(unknown, 0), 5)
  const state = afterCheck(fresh, ended('maintenance', { until: at(180) }), at(0), 0)
  assert.deepEqual(mayCheck(state, at(179), false), { may: false, code: 'maintenance', until: at(180) })
  assert.deepEqual(mayCheck(state, at(179), true), { may: true })
  assert.deepEqual(mayCheck(state, at(180), false), { may: true })
})

test('a portal out of reach is asked less and less often, until it answers', () => {
  const waits: (number | null)[] = []
  let state: PortalState = fresh
  for (let count = 0; count < 8; count += 1) {
    state = afterCheck(state, ended('unreachable'), at(0), 0)
    waits.push(minutesAfterStart(state.wait!.until))
  }
  assert.deepEqual(waits, [0.5, 1, 2, 4, 8, 16, 30, 30])
  assert.deepEqual(mayCheck(state, at(29), false), { may: false, code: 'too-soon', until: at(30) })
  assert.equal(afterCheck(state, ended('needs-code'), at(30), 0).failuresInARow, 0)
  const answered = afterCheck(state, ended(null), at(30), 0)
  assert.deepEqual([answered.failuresInARow, answered.wait, answered.trouble], [0, null, null])
})

test('trouble dates from when it began', () => {
  const first = afterCheck(fresh, ended('needs-person'), at(0), 0)
  const second = afterCheck(first, ended('needs-person'), at(60), 0)
  assert.deepEqual(second.trouble, { failure: { code: 'needs-person' }, at: at(0) })
  const other = afterCheck(second, ended('needs-code'), at(120), 0)
  assert.deepEqual(other.trouble, { failure: { code: 'needs-code' }, at: at(120) })
  assert.equal(withNewCredentials(other).trouble, null)
  const closed = afterCheck(other, ended('maintenance'), at(180), 0)
  assert.deepEqual(withNewCredentials(closed).trouble, closed.trouble)
})

const codes = fc.constantFrom<FailureCode | null>(null, ...(Object.keys(FAILURES) as FailureCode[]))
const ends = fc.record<CheckEnd>({
  failure: codes.map((code) => (code === null ? null : { code })),
  loggedIn: fc.boolean(),
  until: fc.option(fc.integer({ min: -5000, max: 5000 }).map(at)),
})
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
/** A minute's or a day's worth of what can happen: time passes, a check is made as is allowed, credentials are replaced. */
const events = fc.array(
  fc.record({
    pause: fc.integer({ min: 0, max: 90 }),
    what: fc.constantFrom('check', 'check', 'check', 'replace'),
    forced: fc.boolean(),
    end: ends,
    random,
  }),
  { maxLength: 60 },
)

test('law: however checks go, passwords are sent no oftener than allowed and refused ones never again', () => {
  fc.assert(
    fc.property(events, (all) => {
      let state: PortalState = fresh
      let minutes = 0
      let sentAt: number | null = null
      const refused = new Set<number>()
      for (const { pause, what, forced, end, random: drawn } of all) {
        minutes += pause
        if (what === 'replace') state = withNewCredentials(state)
        else if (mayCheck(state, at(minutes), forced).may) {
          const mayLog = mayLogIn(state, at(minutes), forced).may
          const revision = state.credentialsRevision
          if (end.loggedIn && mayLog) {
            assert.ok(!refused.has(revision))
            const wasRefused = refused.has(state.lastLogin?.credentialsRevision ?? 0)
            if (!forced && sentAt !== null && !wasRefused) assert.ok(minutes - sentAt >= 30)
            state = withLogin(state, at(minutes))
            sentAt = minutes
          }
          state = afterCheck(state, { ...end, loggedIn: end.loggedIn && mayLog }, at(minutes), drawn)
          if (end.failure?.code === 'wrong-credentials') refused.add(revision)
        }
      }
    }),
    { seed: 1 },
  )
})

test('law: every wait ends, within a day, whatever the clock does', () => {
  fc.assert(
    fc.property(
      ends,
      random,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: -1e6, max: 1e6 }),
      (end, drawn, before, jump) => {
        let state: PortalState = fresh
        for (let count = 0; count < before; count += 1) state = afterCheck(state, ended('unreachable'), at(0), drawn)
        state = afterCheck(withLogin(state, at(0)), end, at(0), drawn)
        const stops = ['wrong-credentials', 'locked'].includes(end.failure?.code ?? '')
        for (const permission of [mayCheck(state, at(jump), false), mayLogIn(state, at(jump), false)]) {
          if (permission.may) continue
          assert.equal(permission.until === null, stops)
          const wait = minutesAfterStart(permission.until) ?? jump + 1
          assert.ok(wait > jump && wait <= jump + 24 * 60, `${wait} ${jump}`)
        }
        assert.equal(mayCheck(state, at(24 * 60), false).may, !stops)
      },
    ),
    { seed: 1 },
  )
})

test('law: what was not asked says nothing about the portal', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<FailureCode>('too-soon', 'sealed', 'no-credentials', 'unsupported'),
      ends,
      random,
      (code, end, drawn) => {
        const state = afterCheck(fresh, end, at(0), drawn)
        assert.deepEqual(afterCheck(state, ended(code), at(5), drawn), state)
      },
    ),
    { seed: 1 },
  )
})
