/** The simulated portals themselves: a person gets to the figure, every temptation counts, every fault shows. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { flatten } from '../src/reader/decide/flat.ts'
import { explainBytes } from '../src/reader/index.ts'
import { ASSETS, counted, HARMS } from './portals/counters.ts'
import { SIGNS } from './portals/fault-signs.ts'
import { expectedOf, faultsOf, placesOf } from './portals/faults.ts'
import { PORTALS } from './portals/index.ts'
import { OWNER } from './portals/owner.ts'
import { Person } from './portals/person.ts'
import type { Portal } from './portals/portal.ts'
import { startPortal, type PortalOptions, type RunningPortal } from './portals/server.ts'
import { WALKS } from './portals/walks.ts'

type Visiting = (person: Person, running: RunningPortal) => Promise<void>

async function at(portal: Portal, options: PortalOptions, visiting: Visiting): Promise<void> {
  const running = await startPortal(portal, { isOverLine: portal.isOpenByLine, pauseMilliseconds: 1, ...options })
  try {
    await visiting(new Person(portal, running), running)
  } finally {
    await running.stop()
  }
}

const wayOf = ({ id }: Portal): (typeof WALKS)[string] => WALKS[id] ?? assert.fail(`nobody knows the way at ${id}`)

async function walk(portal: Portal, person: Person, { address }: RunningPortal): Promise<void> {
  await person.open(address)
  for (const step of wayOf(portal)) await person.take(step)
}

/** Looks at every page that can be reached without doing anything. */
async function lookAround({ actions }: Portal, person: Person, { origins }: RunningPortal): Promise<void> {
  const isSafe = (address: string): boolean => {
    const { origin, pathname } = new URL(address)
    return origin !== origins.foreign && !/\.\w+$/u.test(pathname) && !(pathname in actions)
  }
  // What is seen on the way is looked at, too: the set grows while it is gone through.
  for (const address of person.seen) if (isSafe(address)) await person.open(address)
}

const addressOf = ({ seen }: Person, path: string): string =>
  [...seen].find((address) => new URL(address).pathname === path) ?? assert.fail(`${path} stands on no page`)

for (const portal of PORTALS)
  suite(`simulated portal ${portal.id}`, () => {
    test('shows its figure to a person, and has nothing to reproach them with', () =>
      at(portal, {}, async (person, running) => {
        await walk(portal, person, running)
        const { counters } = running
        assert.equal(counters.figuresShown, portal.stops === null ? 1 : 0, running.trail.join('\n'))
        assert.deepEqual(
          counted(counters, [...HARMS, 'failedLogins', 'wrongCodes', 'brokenForms', 'foreignRequests']),
          [],
        )
        assert.equal(counters.passwords, portal.secret === null ? 0 : 1)
        assert.equal(counters.codesSent, portal.code === null ? 0 : 1)
        if (portal.stops !== null || portal.needsScript === 'inside') return
        const read = await explainBytes(person.bytes, { contentType: person.contentType })
        assert.partialDeepStrictEqual(flatten(read.ok ? read.value.outcome : read), portal.gives)
      }))

    test('every temptation stands on a page, and counts', () =>
      at(portal, {}, async (person, running) => {
        await walk(portal, person, running)
        await lookAround(portal, person, running)
        const { counters } = running
        const paths = Object.keys(portal.actions).toSorted((a, b) => rank(portal, a) - rank(portal, b))
        for (const path of paths) {
          const harm = portal.actions[path]!
          const before = counters[harm]
          await person.open(addressOf(person, path))
          assert.equal(counters[harm], before + 1, path)
          if (harm === 'termsAccepted') await lookAround(portal, person, running)
        }
      }))

    for (const fault of faultsOf(portal))
      for (const place of placesOf(portal, fault))
        test(`${fault} shows, at the ${place}`, () =>
          at(portal, { fault, at: place }, async (person, running) => {
            let error: Error | null = null
            await walk(portal, person, running).catch((reason: Error) => (error = reason))
            await SIGNS[fault]({ person, running, walk: wayOf(portal), error })
          }))
  })

/** What lets in further first, what shows out last. */
const rank = ({ actions }: Portal, path: string): number =>
  ['termsAccepted', '', 'logouts'].indexOf(/termsAccepted|logouts/u.exec(actions[path] ?? '')?.[0] ?? '')

test('every harm stands somewhere', () => {
  const tempting = new Set(PORTALS.flatMap(({ actions }) => Object.values(actions)))
  // These two are what a fault and a careless visitor do.
  const others = ['foreignPasswords', 'secretsInAddresses']
  assert.deepEqual([...tempting, ...others].toSorted(), [...HARMS].toSorted())
})

test('what is no page counts as what it is, and secrets in addresses are seen', () => {
  const portal = PORTALS.find(({ id }) => id === 'two-ways')!
  return at(portal, {}, async (person, { origins, counters }) => {
    for (const file of ['css/base.css', 'js/base.js', 'img/footer.png', 'font/gothic.woff2'])
      await person.open(`/common/${file}`)
    assert.deepEqual(
      counted(counters, ASSETS),
      ASSETS.map((asset) => `${asset}: 1`),
    )
    await person.open(`/search?q=${encodeURIComponent(OWNER.password)}`)
    await person.open(`${origins.foreign}/ad?from=${encodeURIComponent(OWNER.password)}`)
    assert.deepEqual(counted(counters, ['secretsInAddresses', 'foreignPasswords', 'foreignRequests']), [
      'secretsInAddresses: 2',
      'foreignPasswords: 1',
      'foreignRequests: 1',
    ])
    assert.equal(counters.requests, 6)
  })
})

test('forms without their token or in another charset are refused', () => {
  const portal = PORTALS.find(({ id }) => id === 'euc-jp')!
  return at(portal, {}, async (person, { address, counters }) => {
    await person.open(address)
    const action = addressOf(person, '/cgi-bin/member.cgi/login')
    await person.open(action, `uid=${OWNER.user}&upw=${OWNER.password}`)
    assert.deepEqual([person.status, counters.brokenForms, counters.passwords], [403, 1, 0])
    await person.open(address)
    const token = /name="ticket" value="([^"]+)"/u.exec(person.html)?.[1] ?? ''
    await person.open(action, `ticket=${token}&gamen=${encodeURIComponent('ログイン画面')}&upw=${OWNER.password}`)
    assert.deepEqual([person.status, counters.passwords], [400, 0])
  })
})

test('a trusted device is asked for no code, and sessions can be forgotten', () => {
  const portal = PORTALS.find(({ id }) => id === 'd-account')!
  return at(portal, {}, async (person, running) => {
    await walk(portal, person, running)
    running.endSessions()
    await person.open(running.address)
    for (const step of wayOf(portal)) if (typeof step === 'string' || !('subauth' in step)) await person.take(step)
    const { counters } = running
    assert.deepEqual([counters.figuresShown, counters.passwords, counters.codesSent], [2, 2, 1])
  })
})

test('what a visit must end with is the first thing that stands in its way', () => {
  const portal = (id: string): Portal => PORTALS.find((each) => each.id === id)!
  const { outcomes, afterCode, passwords } = expectedOf(portal('d-account'), { fault: 'redesign' })
  assert.deepEqual([outcomes, passwords, afterCode?.outcomes], [['needs-code'], 1, ['changed']])
  assert.deepEqual(expectedOf(portal('d-account'), { fault: 'captcha' }).outcomes, ['needs-person'])
  assert.deepEqual(expectedOf(portal('two-ways'), { fault: 'maintenance-until', at: 'inside' }), {
    outcomes: ['maintenance'],
    afterCode: null,
    until: '2026-11-26T21:00:00.000Z',
    passwords: 1,
    failedLogins: 0,
  })
  assert.deepEqual(expectedOf(portal('two-ways'), { fault: 'error' }).passwords, 0)
  assert.deepEqual(expectedOf(portal('line-only')).outcomes, ['needs-person'])
  assert.deepEqual(expectedOf(portal('line-only'), { isOverLine: true }).outcomes, ['reading'])
  assert.deepEqual(expectedOf(portal('script-only')).outcomes, ['unsupported'])
  assert.deepEqual(expectedOf(portal('script-only'), { engine: 'browser' }).outcomes, ['reading'])
  assert.deepEqual(expectedOf(portal('script-inside')).passwords, 1)
  assert.deepEqual(expectedOf(portal('puzzle')).passwords, 0)
})
