/** How a person who was stopped on the way sees which fault it was. */
import assert from 'node:assert/strict'
import type { Fault } from './faults.ts'
import { OWNER } from './owner.ts'
import type { Person } from './person.ts'
import type { Portal, Step } from './portal.ts'
import type { RunningPortal } from './server.ts'

/** Where a person stands after the way to the figure, and why they got no further. */
export interface Stopped {
  readonly person: Person
  readonly running: RunningPortal
  readonly portal: Portal
  readonly error: Error | null
}

/** What is typed where the secret is asked for. */
function secretStep({ walk }: Portal): Exclude<Step, string> {
  const secrets: readonly string[] = [OWNER.password, OWNER.pin]
  const step = walk.find(
    (each) => typeof each !== 'string' && Object.values(each).some((value) => secrets.includes(value)),
  )
  assert.ok(step !== undefined && typeof step !== 'string')
  return step
}

async function sentElsewhere({ person, running: { counters, origins } }: Stopped): Promise<void> {
  assert.equal(counters.foreignPasswords, 1)
  assert.equal(counters.failedLogins, 0)
  assert.ok(person.address.startsWith(origins.foreign))
  assert.match(person.words, /99\.90GB/u)
}

async function brokenOff({ error }: Stopped): Promise<void> {
  assert.match(String(error), /fetch failed|terminated/u)
}

export const SIGNS: Readonly<Record<Fault, (stopped: Stopped) => Promise<void>>> = {
  'wrong-password': async ({ person, running: { counters }, portal }) => {
    assert.doesNotMatch(person.words, /ロックされました/u)
    for (let again = 0; again < 2; again += 1) await person.take(secretStep(portal))
    assert.deepEqual([counters.passwords, counters.failedLogins], [3, 3])
    assert.match(person.words, /ロックされました/u)
  },
  locked: async ({ person, running: { counters } }) => {
    assert.match(person.words, /ロックされました/u)
    assert.deepEqual([counters.passwords, counters.failedLogins], [1, 0])
  },
  captcha: async ({ person, running: { counters }, portal }) => {
    assert.equal(counters.captchaAnswers, 0)
    await person.take({ ...secretStep(portal), captcha: 'かな' })
    assert.deepEqual([counters.captchaAnswers, counters.failedLogins], [1, 0])
  },
  'foreign-form': sentElsewhere,
  'foreign-button': sentElsewhere,
  'foreign-redirect': sentElsewhere,
  terms: async ({ person, running: { counters } }) => {
    assert.match(person.words, /利用規約の改定/u)
    await person.send({})
    assert.equal(counters.termsAccepted, 1)
  },
  'password-change': async ({ person, running: { counters } }) => {
    await person.send({ newPassword: 'x', newPassword2: 'x' })
    assert.equal(counters.passwordChanges, 1)
  },
  'app-approval': async ({ person }) => assert.match(person.words, /アプリで承認してください/u),
  'passkey-promotion': async ({ person, portal, running: { counters } }) => {
    assert.match(person.words, /パスキーで簡単ログイン/u)
    await person.take('あとで')
    assert.doesNotMatch(person.words, /パスキーで簡単ログイン/u)
    assert.equal(counters.passkeys, 0)
    const lastTyped = portal.walk.findLastIndex((step) => typeof step !== 'string')
    for (const step of portal.walk.slice(lastTyped + 1)) await person.take(step)
    assert.equal(counters.figuresShown, portal.stops === null ? 1 : 0)
  },
  redesign: async ({ person, running: { counters } }) => {
    assert.match(person.html, /12\.34/u)
    assert.equal(counters.figuresShown, 0)
  },
  'session-ends': async ({ person, running: { counters } }) => {
    assert.match(person.words, /セッションが切れました/u)
    assert.equal(counters.figuresShown, 0)
  },
  maintenance: async ({ person }) => {
    assert.equal(person.status, 503)
    assert.doesNotMatch(person.words, /まで/u)
  },
  'maintenance-until': async ({ person }) => {
    assert.equal(person.status, 503)
    assert.match(person.words, /11月27日\(金\) 6:00まで/u)
  },
  'maintenance-page': async ({ person }) => {
    assert.equal(person.status, 200)
    assert.match(person.words, /メンテナンス中.*午前6時00分まで/u)
  },
  slow: async ({ error }) => assert.equal(error, null),
  reset: brokenOff,
  'cut-off': brokenOff,
  error: async ({ person }) => assert.equal(person.status, 500),
  // Some clients take what they can unzip for the whole page.
  'truncated-gzip': async ({ person, error }) => assert.ok(error !== null || !person.html.includes('</html>')),
  'redirect-loop': async ({ error }) => assert.match(String(error), /too many redirections/u),
}
