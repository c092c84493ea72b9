/** Who is let in, for how long and how often one may try: by a clock of the tests. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { Secret } from '../src/core/secret.ts'
import type { Admissions } from '../src/ledger/admissions.ts'
import { Invitations } from '../src/server/invitations.ts'
import { languageAsked } from '../src/server/language.ts'
import { RateLimit } from '../src/server/rate-limit.ts'
import { openServed } from '../src/store/admissions/open.ts'
import { backUp } from '../src/store/sqlite/check.ts'

const folder = mkdtempSync(join(tmpdir(), 'nokori-letting-in-'))
after(() => rmSync(folder, { recursive: true }))

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = Date.UTC(2026, 10, 26)
const afterDays = (days: number): string => new Date(START + days * DAY).toISOString()

test('a token and a code hold for ten minutes, and only the last of each', () => {
  let now = 0
  const invitations = new Invitations(() => now)
  const [first, second] = [invitations.newToken().reveal(), invitations.newToken().reveal()]
  assert.match(first, /^[\w-]{43}$/u)
  assert.deepEqual([invitations.acceptToken(first), invitations.acceptToken(second)], [false, true])
  const [token, code] = [invitations.newToken().reveal(), invitations.newCode().reveal()]
  now = 10 * MINUTE
  assert.deepEqual([invitations.acceptToken(token), invitations.acceptCode(code)], [false, 'lapsed'])
  const [nextToken, old, next] = [invitations.newToken(), invitations.newCode(), invitations.newCode()]
  now += 10 * MINUTE - 1
  assert.equal(invitations.acceptToken(nextToken.reveal()), true)
  if (old.reveal() !== next.reveal()) assert.equal(invitations.acceptCode(old.reveal()), 'wrong')
  assert.equal(invitations.acceptCode(next.reveal()), 'accepted')
})

test('the fifth wrong code is the last, and a new code has five tries of its own', () => {
  const invitations = new Invitations(() => 0)
  for (let round = 0; round < 3; round += 1) {
    const code = invitations.newCode().reveal()
    const wrong = code === '00000000' ? '1' : '00000000'
    for (let tried = 0; tried < 4; tried += 1) assert.equal(invitations.acceptCode(wrong), 'wrong')
    if (round === 1) assert.equal(invitations.acceptCode(code), 'accepted')
    else {
      assert.equal(invitations.acceptCode(wrong), 'wrong')
      assert.equal(invitations.acceptCode(code), 'lapsed')
    }
  }
})

test('nothing that lets in shows itself', () => {
  const invitations = new Invitations(() => 0)
  const [token, code] = [invitations.newToken(), invitations.newCode()]
  const shown = JSON.stringify([token, code, invitations]) + String(token) + String(code)
  assert.ok(!shown.includes(token.reveal()) && !shown.includes(code.reveal()))
})

test('a rate lets so many pass at once, and then as many as it says', () => {
  const limit = new RateLimit({ most: 3, perSecond: 0.5 }, { most: 100, perSecond: 100 })
  assert.deepEqual(
    [0, 0, 0].map((now) => limit.take('10.0.0.1', now)),
    [0, 0, 0],
  )
  assert.equal(limit.take('10.0.0.1', 0), 2)
  assert.equal(limit.take('10.0.0.1', 1), 1)
  assert.equal(limit.take('10.0.0.2', 1), 0)
  assert.equal(limit.take('10.0.0.1', 2), 0)
  assert.equal(limit.take('10.0.0.1', 2), 2)
  assert.deepEqual(
    [900, 900, 900].map((now) => limit.take('10.0.0.1', now)),
    [0, 0, 0],
  )
  assert.ok(limit.take('10.0.0.1', 900) > 0)
})

test('a rate holds for all together, and for a whole network of IPv6', () => {
  const shared = new RateLimit({ most: 10, perSecond: 1 }, { most: 4, perSecond: 1 })
  const passed = [...Array(9).keys()].filter((index) => shared.take(`10.0.0.${index}`, 0) === 0)
  assert.equal(passed.length, 4)
  const limit = new RateLimit({ most: 2, perSecond: 1 }, { most: 100, perSecond: 1 })
  const waits = ['2001:db8::1', '2001:db8:0:0:ffff::2', '2001:db8:0:0:1:2:3:4', '2001:db8:0:1::1', '::1'].map(
    (address) => limit.take(address, 0),
  )
  assert.deepEqual(waits, [0, 0, 1, 0, 0])
})

test('however many addresses ask, only so many are remembered', () => {
  const limit = new RateLimit({ most: 1, perSecond: 1 }, { most: 1e6, perSecond: 1 })
  for (let index = 0; index < 1000; index += 1) limit.take(`10.0.${index >> 8}.${index & 255}`, 0)
  assert.equal(limit.take('10.0.0.0', 0), 1)
  limit.take('192.0.2.1', 0)
  // The one that was quiet for longest is forgotten; who has just asked is not.
  assert.deepEqual([limit.take('10.0.0.1', 0), limit.take('10.0.0.0', 0)], [0, 1])
})

async function withAdmissions(
  name: string,
  act: (admissions: Admissions, path: string) => Promise<void>,
): Promise<void> {
  const path = join(folder, name, 'ledger.sqlite')
  const served = await openServed(path)
  try {
    await act(served.admissions, path)
  } finally {
    await served.close()
  }
}

test('a browser stays let in as long as it comes now and then, and no longer', () =>
  withAdmissions('kept', async (admissions) => {
    const [often, once] = [await admissions.admit(afterDays(0)), await admissions.admit(afterDays(0))]
    for (const day of [60, 120, 180]) assert.equal(await admissions.isAdmitted(often, afterDays(day)), true)
    assert.equal(await admissions.isAdmitted(once, afterDays(90)), false)
    assert.equal(await admissions.isAdmitted(new Secret('x'), afterDays(0)), false)
    await admissions.end(often)
    assert.equal(await admissions.isAdmitted(often, afterDays(180)), false)
  }))

test('of too many browsers the one that was not seen for longest goes; what ended is not kept', () =>
  withAdmissions('many', async (admissions, path) => {
    const tokens: Secret<string>[] = []
    for (let index = 0; index < 100; index += 1) tokens.push(await admissions.admit(afterDays(index / 100)))
    assert.equal(await admissions.isAdmitted(tokens[0]!, afterDays(2)), true)
    const last = await admissions.admit(afterDays(3))
    const isIn = (token: Secret<string>): Promise<boolean> => admissions.isAdmitted(token, afterDays(3))
    assert.deepEqual([await isIn(tokens[0]!), await isIn(tokens[1]!), await isIn(last)], [true, false, true])
    await admissions.admit(afterDays(200))
    const raw = new DatabaseSync(path)
    assert.equal(raw.prepare('select count(*) as count from admissions').get()?.['count'], 1)
    raw.close()
  }))

test('who is let in is no part of a copy, and is remembered by the file', async () => {
  let token = new Secret('')
  await withAdmissions('copied', async (admissions, path) => {
    token = await admissions.admit(afterDays(0))
    await backUp(path, join(folder, 'copy', 'ledger.sqlite'))
  })
  await withAdmissions('copied', async (admissions) =>
    assert.equal(await admissions.isAdmitted(token, afterDays(1)), true),
  )
  await withAdmissions('copy', async (admissions) =>
    assert.equal(await admissions.isAdmitted(token, afterDays(1)), false),
  )
})

test('a page comes in the language that a browser wants most of those there are', () => {
  for (const [list, language] of [
    [undefined, 'en'],
    ['', 'en'],
    ['fr-FR,fr;q=0.9', 'en'],
    ['ja', 'ja'],
    ['fr, zh-TW;q=0.7, ja;q=0.8', 'ja'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['de;q=1.0,zh-CN;q=0.2,en;q=0.1', 'zh-Hans'],
    ['ja;q=0', 'en'],
    [';;q=,,=', 'en'],
  ] as const)
    assert.equal(languageAsked(list), language, list)
})
