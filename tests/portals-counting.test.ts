/** What all simulated portals have in common: what counts, what is refused, and what a visit must end with. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ASSETS, counted, HARMS } from './portals/counters.ts'
import { expectedOf } from './portals/faults.ts'
import { PORTALS } from './portals/index.ts'
import { OTHER_NUMBER, OWNER, OWNER_AS_USER, SOMEBODY } from './portals/owner.ts'
import { Person } from './portals/person.ts'
import { addressOf, at, portalOf, walk } from './portals/visiting.ts'

test('every harm stands somewhere', () => {
  const tempting = new Set(PORTALS.flatMap(({ actions }) => Object.values(actions)))
  // These two are what a fault and a careless visitor do.
  const others = ['foreignPasswords', 'secretsInAddresses']
  assert.deepEqual([...tempting, ...others].toSorted(), [...HARMS].toSorted())
})

test('what is no page counts as what it is, and secrets in addresses are seen', () =>
  at(portalOf('two-ways'), {}, async (person, { origins, counters }) => {
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
  }))

test('a form without its token is refused, whatever else is right', () =>
  at(portalOf('two-ways'), {}, async (person, { address, counters }) => {
    await person.open(address)
    await person.open(addressOf(person, '/sbid_auth/type1/login'), `telnum=09000001234&password=${OWNER.password}`)
    assert.deepEqual([person.status, counters.brokenForms, counters.passwords], [400, 1, 0])
  }))

test('a form in another charset than the page is refused', () =>
  at(portalOf('euc-jp'), {}, async (person, { address, counters }) => {
    await person.open(address)
    const token = /name="ticket" value="([^"]+)"/u.exec(person.html)?.[1] ?? ''
    const fields = `ticket=${token}&gamen=${encodeURIComponent('ログイン画面')}&uid=${OWNER.user}&upw=${OWNER.password}`
    await person.open(addressOf(person, '/cgi-bin/member.cgi/login'), fields)
    assert.deepEqual([person.status, counters.brokenForms, counters.passwords], [400, 1, 0])
  }))

test("whatever shows the other line's number as its own counts", () => {
  const portal = portalOf('two-lines')
  return at(portal, {}, async (person, running) => {
    await walk(portal, person, running)
    const { counters } = running
    assert.equal(counters.otherLines, 0)
    for (const path of ['/line/8121', '/line/8121/data']) {
      await person.open(path)
      assert.match(person.html, new RegExp(`<h2>${OTHER_NUMBER}`, 'u'))
    }
    assert.deepEqual([counters.otherLines, counters.figuresShown], [2, 1])
  })
})

test('a wrong code is no way in, and each code that is sent counts', () =>
  at(portalOf('d-account'), {}, async (person, { address, counters }) => {
    await person.open(address)
    await person.take({ authid: OWNER.user })
    await person.take({ authpass: OWNER.password })
    await person.take({ subauth: '000000' })
    await person.send({})
    assert.deepEqual([counters.wrongCodes, counters.codesSent], [1, 2])
    await person.open(address)
    assert.match(person.words, /アカウントでログイン/u)
  }))

test('a trusted device is asked for no code, and sessions can be forgotten', () => {
  const portal = portalOf('d-account')
  return at(portal, {}, async (person, running) => {
    await walk(portal, person, running)
    running.endSessions()
    await person.open(running.address)
    for (const step of portal.walk) if (typeof step === 'string' || !('subauth' in step)) await person.take(step)
    const { counters } = running
    assert.deepEqual([counters.figuresShown, counters.passwords, counters.codesSent], [2, 2, 1])
  })
})

test('each user has a password and a lock of their own', () => {
  const portal = portalOf('used-only')
  const users = [OWNER_AS_USER, SOMEBODY]
  return at(portal, { users }, async (person, running) => {
    await person.open(running.address)
    for (let times = 0; times < 3; times += 1) await person.take({ u: SOMEBODY.ids[0]!, p: OWNER.password })
    assert.match(person.words, /ロックされました/u)
    assert.equal(running.counters.failedLogins, 3)
    await walk(portal, new Person(portal, running), running)
    assert.equal(running.counters.figuresShown, 1)
  })
})

test('what is shown over the line is not shown over Wi-Fi', () =>
  at(portalOf('line-only'), { isOverLine: false }, async (person, { address, counters }) => {
    await person.open(address)
    assert.match(person.words, /Wi-Fiをオフにして/u)
    assert.equal(counters.figuresShown, 0)
  }))

test('what a visit must end with is the first thing that stands in its way', () => {
  const { outcomes, afterCode, passwords } = expectedOf(portalOf('d-account'), { fault: 'redesign' })
  assert.deepEqual([outcomes, passwords, afterCode?.outcomes], [['needs-code'], 1, ['changed']])
  assert.deepEqual(expectedOf(portalOf('two-ways'), { fault: 'maintenance-until', at: 'inside' }), {
    outcomes: ['maintenance'],
    afterCode: null,
    until: '2026-11-26T21:00:00.000Z',
    passwords: 1,
    failedLogins: 0,
  })
  assert.deepEqual(expectedOf(portalOf('d-account'), { fault: 'captcha' }).outcomes, ['needs-person'])
  assert.equal(expectedOf(portalOf('two-ways'), { fault: 'error' }).passwords, 0)
  assert.deepEqual(expectedOf(portalOf('line-only')).outcomes, ['needs-person'])
  assert.deepEqual(expectedOf(portalOf('line-only'), { isOverLine: true }).outcomes, ['reading'])
  assert.deepEqual(expectedOf(portalOf('script-only')).outcomes, ['unsupported'])
  assert.deepEqual(expectedOf(portalOf('script-only'), { engine: 'browser' }).outcomes, ['reading'])
  assert.equal(expectedOf(portalOf('script-inside')).passwords, 1)
  assert.deepEqual(expectedOf(portalOf('consent'), { fault: 'error', at: 'inside' }).outcomes, ['unreachable'])
  assert.deepEqual(expectedOf(portalOf('consent'), { fault: 'passkey-promotion' }).outcomes, ['needs-person'])
  assert.deepEqual(expectedOf(portalOf('script-inside'), { fault: 'passkey-promotion' }).outcomes, [
    'unsupported',
    'needs-person',
  ])
  assert.equal(expectedOf(portalOf('puzzle')).passwords, 0)
})
