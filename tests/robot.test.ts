/** The robot at every simulated portal, with every fault: the right figure or the right name of what stands in its way, and no harm. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { httpEngine } from '../src/channels/portal/http.ts'
import type { PortalPage } from '../src/channels/portal/page.ts'
import { fetchEvidence, type Brought, type Errand } from '../src/channels/portal/robot.ts'
import { succeeded } from '../src/core/failure.ts'
import type { Reading } from '../src/core/reading.ts'
import { readingIn } from '../src/jobs/portal-page.ts'
import { flatten, type FlatLine } from '../src/reader/decide/flat.ts'
import { ASSETS, counted, HARMS } from './portals/counters.ts'
import { expectedOf, faultsOf, NOW, placesOf, type Fault } from './portals/faults.ts'
import { PORTALS } from './portals/index.ts'
import { OWNER } from './portals/owner.ts'
import type { Portal } from './portals/portal.ts'
import { startPortal, type PortalOptions, type RunningPortal } from './portals/server.ts'
import { portalOf } from './portals/visiting.ts'

interface Visited {
  readonly brought: Brought
  readonly session: string
  /** What the page that was brought says; null where none was. */
  readonly figures: FlatLine | null
}

async function readingOf(page: PortalPage, { numberSuffix }: Portal): Promise<Reading | null> {
  const found = await readingIn(page, { carrier: null, numberSuffix }, NOW)
  return found && found.reading
}

async function visit(
  portal: Portal,
  { address, origins, loginSites }: RunningPortal,
  rest: Partial<Errand> & { session?: string | null } = {},
): Promise<Visited> {
  const { session = null, ...errand } = rest
  const sites = { domains: [], origins: [origins.portal, ...loginSites] }
  const engine = await httpEngine(sites, session)
  const brought = await fetchEvidence(engine, {
    address,
    sites,
    path: portal.path,
    isOpenByLine: portal.isOpenByLine,
    credentials: portal.user === null ? null : { user: portal.user, password: OWNER.password, pin: OWNER.pin },
    hasSession: session !== null,
    numberSuffix: portal.numberSuffix,
    code: null,
    now: NOW,
    reads: async (page) => (await readingOf(page, portal)) !== null,
    maySignIn: () => Promise.resolve(true),
    progress: () => {},
    ...errand,
  })
  const reading = brought.outcome.ok ? await readingOf(brought.outcome.value, portal) : null
  return { brought, session: await engine.session(), figures: reading && flatten(succeeded([reading])) }
}

const codeOf = ({ brought: { outcome } }: Visited): string => (outcome.ok ? 'reading' : outcome.failure.code)

/** Every figure that is stated, and none that is not. */
function assertGives({ gives }: Portal, figures: FlatLine | null): void {
  assert.ok(figures)
  const { remainingBytes, usedBytes, allowanceBytes, expires, throttled, unlimited, buckets } = figures
  const nothing = {
    remainingBytes: null,
    usedBytes: null,
    allowanceBytes: null,
    expires: null,
    throttled: null,
    unlimited: null,
  }
  assert.deepEqual(
    { remainingBytes, usedBytes, allowanceBytes, expires, throttled, unlimited },
    { ...nothing, ...withoutBuckets(gives) },
  )
  assert.deepEqual(buckets, gives.buckets ?? [])
}

const withoutBuckets = (gives: Portal['gives']): object =>
  Object.fromEntries(Object.entries(gives).filter(([figure]) => figure !== 'buckets'))

/** Runs a portal while somebody visits it; afterwards nothing but looking was done. */
async function running(
  portal: Portal,
  options: PortalOptions,
  use: (at: RunningPortal) => Promise<void>,
): Promise<void> {
  const at = await startPortal(portal, { isOverLine: portal.isOpenByLine, pauseMilliseconds: 1, ...options })
  try {
    await use(at)
    assert.deepEqual(counted(at.counters, [...HARMS, ...ASSETS, 'brokenForms', 'wrongCodes']), [])
  } finally {
    await at.stop()
  }
}

/** A visit, and another with the code where one is asked for. */
async function visitWithCode(portal: Portal, at: RunningPortal, rest: Partial<Errand>): Promise<readonly Visited[]> {
  const first = await visit(portal, at, rest)
  const page = first.brought.codePage
  if (page === null || portal.code === null) return [first]
  return [first, await visit(portal, at, { ...rest, session: first.session, code: { code: portal.code, page } })]
}

for (const portal of PORTALS)
  suite(`robot at ${portal.id}`, () => {
    const ways: [Fault | null, 'door' | 'inside'][] = [
      [null, 'door'],
      ...faultsOf(portal).flatMap((fault) =>
        placesOf(portal, fault).map((at): [Fault, 'door' | 'inside'] => [fault, at]),
      ),
    ]
    for (const [fault, at] of ways)
      test(`${fault ?? 'as ever'}, ${at}`, () =>
        running(portal, { fault, at }, async (place) => {
          const expected = expectedOf(portal, { fault, at, isOverLine: portal.isOpenByLine })
          const [first, second] = await visitWithCode(portal, place, {})
          assert.ok((expected.outcomes as string[]).includes(codeOf(first!)), codeOf(first!))
          const last = expected.afterCode ?? expected
          if (expected.afterCode !== null)
            assert.ok(
              second !== undefined && (last.outcomes as string[]).includes(codeOf(second)),
              second && codeOf(second),
            )
          const final = second ?? first!
          if (codeOf(final) === 'reading') assertGives(portal, final.figures)
          if (codeOf(final) === 'maintenance') assert.equal(final.brought.until, last.until)
          const { passwords, failedLogins } = place.counters
          assert.ok(passwords <= Math.max(expected.passwords, last.passwords), `${passwords} passwords`)
          assert.equal(failedLogins, last.failedLogins)
        }))
  })

const PLAIN = portalOf('two-ways')

for (const portal of PORTALS.filter(
  ({ stops, needsScript, user }) => stops === null && needsScript === null && user !== null,
))
  test(`a kept session needs no sign-in at ${portal.id}`, () =>
    running(portal, {}, async (at) => {
      const { session } = (await visitWithCode(portal, at, {})).at(-1)!
      const { passwords, codesSent } = at.counters
      const again = await visit(portal, at, { session, credentials: null })
      assert.equal(codeOf(again), 'reading')
      assertGives(portal, again.figures)
      assert.deepEqual([at.counters.passwords, at.counters.codesSent], [passwords, codesSent])
    }))

test('a kept session needs no sign-in, and one that has ended needs one', () =>
  running(PLAIN, {}, async (at) => {
    const { session } = await visit(PLAIN, at)
    assert.equal(codeOf(await visit(PLAIN, at, { session })), 'reading')
    assert.equal(at.counters.passwords, 1)
    at.endSessions()
    assert.equal(codeOf(await visit(PLAIN, at, { session })), 'reading')
    assert.equal(at.counters.passwords, 2)
  }))

test('a trusted device is not asked for a code again', () => {
  const portal = portalOf('d-account')
  return running(portal, {}, async (at) => {
    const visits = await visitWithCode(portal, at, {})
    at.endSessions()
    const again = await visit(portal, at, { session: visits.at(-1)!.session })
    assert.equal(codeOf(again), 'reading')
    assert.equal(at.counters.codesSent, 1)
  })
})

test('a wrong code is asked for again, and no password is sent for it', async () => {
  const portal = portalOf('d-account')
  const at = await startPortal(portal)
  try {
    const first = await visit(portal, at)
    const page = first.brought.codePage!
    const wrong = await visit(portal, at, { session: first.session, code: { code: '000000', page } })
    assert.equal(codeOf(wrong), 'needs-code')
    assert.equal(at.counters.passwords, 1)
  } finally {
    await at.stop()
  }
})

test('without a stored sign-in nothing is typed', () =>
  running(PLAIN, {}, async (at) => {
    assert.equal(codeOf(await visit(PLAIN, at, { credentials: null })), 'no-credentials')
    assert.equal(at.counters.passwords, 0)
  }))

test('a sign-in that may not be made is too soon', () =>
  running(PLAIN, {}, async (at) => {
    assert.equal(codeOf(await visit(PLAIN, at, { maySignIn: () => Promise.resolve(false) })), 'too-soon')
    assert.equal(at.counters.passwords, 0)
  }))
