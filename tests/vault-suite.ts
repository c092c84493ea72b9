/** What every vault must do; each kind runs it in a test file of its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import type { FailureCode } from '../src/core/failure.ts'
import type { Credentials } from '../src/core/credentials.ts'
import { Secret } from '../src/core/secret.ts'
import { signed } from '../src/ledger/identity.ts'
import { afterCheck, mayCheck, UNTRIED, withLogin } from '../src/ledger/portal-state.ts'
import type { Deletion } from '../src/ledger/records.ts'
import type { Store } from '../src/ledger/store.ts'
import type { Claim, SealProblem, Unsealed, Vault } from '../src/ledger/vault.ts'
import type { PassphraseQuestion, Unlocking } from '../src/store/vault/opening.ts'
import type { Keyring } from '../src/store/vault/keyring.ts'

/** Opens the vault of a name as a new run would: a new one, or the same again. */
export type OpenVault = (name: string, unlocking: Unlocking) => Promise<{ store: Store; vault: Vault }>

/** Secrets that stand nowhere else, to be looked for in everything that is written. */
export const SECRETS = {
  user: 'testuser-8f31c07be2',
  password: 'testpassword-残り-4c90e1d2',
  pin: 'testpin-7719',
  session: 'testsession-cookie-51b0aa96',
  passphrase: 'testpassphrase-薄氷-2e6f',
} as const

export const CREDENTIALS: Credentials = { user: SECRETS.user, password: SECRETS.password, pin: SECRETS.pin }
export const credentials = (rest: Partial<Credentials> = {}): Secret<Credentials> =>
  new Secret({ ...CREDENTIALS, ...rest })
export const session = (text: string = SECRETS.session): Secret<string> => new Secret(text)

export const byPassphrase = (text: string | null = SECRETS.passphrase): Unlocking => ({
  passphrase: text === null ? null : new Secret(text),
  ask: null,
  keyring: null,
})

/** A keyring in memory, as a system's. */
export function ring(): { keyring: Keyring; kept: Map<string, string>; unlocking: Unlocking } {
  const kept = new Map<string, string>()
  const keyring: Keyring = {
    read: async (name) => kept.get(name) ?? null,
    write: async (name, secret) => void kept.set(name, secret),
    erase: async (name) => void kept.delete(name),
  }
  return { keyring, kept, unlocking: { passphrase: null, ask: null, keyring } }
}
/** As on a server. */
const deniedKeyring: Keyring = {
  read: () => Promise.reject(new Error('AccessDenied')),
  write: () => Promise.reject(new Error('AccessDenied')),
  erase: () => Promise.reject(new Error('AccessDenied')),
}

export function valueOf<T>(outcome: Unsealed<T>): T {
  return outcome.ok ? outcome.value : assert.fail(inspect(outcome))
}
/** The failure's code, and what is wrong with the seal; null for a value. */
export const failureOf = (outcome: Unsealed<unknown>): [FailureCode, SealProblem?] | null =>
  outcome.ok ? null : outcome.seal === undefined ? [outcome.failure.code] : [outcome.failure.code, outcome.seal]

export async function claimed(vault: Vault, lineId = 'line'): Promise<Claim> {
  return valueOf(await vault.claim(lineId))
}

/** The credentials of a line as another run reads them. */
async function readAgain(vault: Vault, lineId = 'line'): Promise<Unsealed<Secret<Credentials>>> {
  const claim = await claimed(vault, lineId)
  try {
    return await claim.credentials()
  } finally {
    await claim.release()
  }
}

const removal = (lineId: string): Deletion =>
  signed<Deletion>({ kind: 'deletion', lineId, at: '2026-11-24T00:00:00.000Z' })
const NOW = '2026-11-23T00:00:00.000Z'

export function vaultSuite(kind: string, open: OpenVault): void {
  let number = 0
  const newName = (): string => `suite-${(number += 1)}`
  /** A new vault on a keyring, which opens at once. */
  const openNew = (): Promise<{ store: Store; vault: Vault }> => open(newName(), ring().unlocking)

  test(`${kind}: what was sealed is read by the next run, whatever it holds`, async () => {
    const name = newName()
    const odd = { user: ' 090-0000-1234\0', password: '"\\\u2028 😀 \ud83d', pin: '0000' }
    const { store, vault } = await open(name, byPassphrase())
    assert.deepEqual(valueOf(await vault.keepCredentials('line', new Secret(odd))), { changed: true })
    await vault.keepCredentials('other', new Secret({ user: 'u', password: '' }))
    const claim = await claimed(vault)
    valueOf(await claim.keepSession(session('[{"cookie":1}]\n ')))
    await claim.release()
    await store.close()
    const again = await open(name, byPassphrase())
    assert.deepEqual(valueOf(await again.vault.open()), undefined)
    assert.deepEqual(valueOf(await readAgain(again.vault)).reveal(), odd)
    assert.deepEqual(valueOf(await readAgain(again.vault, 'other')).reveal(), { user: 'u', password: '' })
    assert.equal(valueOf(await (await claimed(again.vault)).session())?.reveal(), '[{"cookie":1}]\n ')
    assert.equal(await again.vault.openedBy(), 'passphrase')
    await again.store.close()
  })

  test(`${kind}: while nothing is sealed, no key is asked for`, async () => {
    const name = newName()
    const ask = (): Promise<null> => assert.fail('asked')
    const { store, vault } = await open(name, { ...byPassphrase(null), ask })
    assert.equal(await vault.openedBy(), null)
    valueOf(await vault.open())
    const claim = await claimed(vault)
    assert.deepEqual(failureOf(await claim.credentials()), ['no-credentials'])
    assert.equal(valueOf(await claim.session()), null)
    valueOf(await claim.keepSession(null))
    assert.deepEqual(failureOf(await vault.changePassphrase(session())), ['no-credentials'])
    assert.equal(await vault.forget('nobody'), false)
    await store.close()
  })

  test(`${kind}: a wrong passphrase, none, and an empty one are three things`, async () => {
    const name = newName()
    const { store, vault } = await open(name, byPassphrase())
    await vault.keepCredentials('line', credentials())
    await store.close()
    for (const [text, problem] of [
      ['wrong', 'wrong-passphrase'],
      [null, 'no-passphrase'],
    ] as const) {
      const run = await open(name, byPassphrase(text))
      assert.deepEqual(failureOf(await run.vault.open()), ['sealed', problem])
      assert.deepEqual(failureOf(await readAgain(run.vault)), ['sealed', problem])
      assert.deepEqual(failureOf(await run.vault.keepCredentials('other', credentials())), ['sealed', problem])
      assert.deepEqual(failureOf(await run.vault.changePassphrase(session())), ['sealed', problem])
      assert.deepEqual([...(await run.vault.portals()).keys()], ['line'])
      await run.store.close()
    }
    const again = await open(name, byPassphrase())
    assert.deepEqual(valueOf(await readAgain(again.vault)).reveal(), CREDENTIALS)
    await again.store.close()
  })

  test(`${kind}: a person is asked once a run, again where the answer was wrong, and no more than three times`, async () => {
    const name = newName()
    const asking = (answers: (string | null)[]): { unlocking: Unlocking; asked: PassphraseQuestion[] } => {
      const asked: PassphraseQuestion[] = []
      const ask = async (question: PassphraseQuestion): Promise<string | null> => {
        asked.push(question)
        return answers.shift() ?? null
      }
      return { unlocking: { passphrase: null, ask, keyring: deniedKeyring }, asked }
    }
    const first = asking([SECRETS.passphrase])
    const run = await open(name, first.unlocking)
    await Promise.all(['a', 'b', 'c'].map((line) => run.vault.keepCredentials(line, credentials())))
    assert.deepEqual(first.asked, ['choose'])
    await run.store.close()

    const second = asking(['wrong', SECRETS.passphrase])
    const next = await open(name, second.unlocking)
    const read = await Promise.all(['a', 'b', 'c'].map((line) => readAgain(next.vault, line)))
    assert.deepEqual(
      read.map((each) => valueOf(each).reveal()),
      [CREDENTIALS, CREDENTIALS, CREDENTIALS],
    )
    assert.deepEqual(second.asked, ['open', 'again'])
    await next.store.close()

    for (const [answers, problem, asked] of [
      [['1', '2', '3', SECRETS.passphrase], 'wrong-passphrase', ['open', 'again', 'again']],
      [['1', null], 'wrong-passphrase', ['open', 'again']],
      [[''], 'no-passphrase', ['open']],
    ] as const) {
      const third = asking([...answers])
      const last = await open(name, third.unlocking)
      assert.deepEqual(failureOf(await last.vault.open()), ['sealed', problem])
      assert.deepEqual(failureOf(await last.vault.open()), ['sealed', problem])
      assert.deepEqual(third.asked, asked)
      await last.store.close()
    }
  })

  test(`${kind}: a passphrase typed on another system is the same`, async () => {
    const name = newName()
    const { store, vault } = await open(name, byPassphrase('パスワード é'))
    await vault.keepCredentials('line', credentials())
    await store.close()
    const again = await open(name, byPassphrase('パスワード é'.normalize('NFD')))
    valueOf(await again.vault.open())
    await again.store.close()
  })

  test(`${kind}: after a change of the passphrase only the new one opens, and all is there`, async () => {
    const name = newName()
    const { store, vault } = await open(name, byPassphrase())
    await vault.keepCredentials('line', credentials())
    valueOf(await vault.changePassphrase(new Secret('next')))
    await vault.keepCredentials('later', credentials({ user: 'later' }))
    await store.close()
    const old = await open(name, byPassphrase())
    assert.deepEqual(failureOf(await old.vault.open()), ['sealed', 'wrong-passphrase'])
    await old.store.close()
    const next = await open(name, byPassphrase('next'))
    assert.deepEqual(valueOf(await readAgain(next.vault)).reveal(), CREDENTIALS)
    assert.equal(valueOf(await readAgain(next.vault, 'later')).reveal().user, 'later')
    await next.store.close()
  })

  test(`${kind}: the keyring opens without a question; out of reach or emptied it is told`, async () => {
    const name = newName()
    const { kept, unlocking } = ring()
    const { store, vault } = await open(name, unlocking)
    await vault.keepCredentials('line', credentials())
    assert.equal(await vault.openedBy(), 'keyring')
    assert.equal(kept.size, 1)
    await store.close()
    const again = await open(name, unlocking)
    assert.deepEqual(valueOf(await readAgain(again.vault)).reveal(), CREDENTIALS)
    await again.store.close()
    for (const keyring of [deniedKeyring, ring().keyring, null]) {
      const out = await open(name, { ...byPassphrase(), keyring })
      assert.deepEqual(failureOf(await readAgain(out.vault)), ['sealed', 'no-keyring'])
      await out.store.close()
    }
  })

  test(`${kind}: whoever gives a passphrase means it, keyring or not`, async () => {
    const { kept, keyring } = ring()
    const { store, vault } = await open(newName(), { ...byPassphrase(), keyring })
    await vault.keepCredentials('line', credentials())
    assert.equal(await vault.openedBy(), 'passphrase')
    assert.equal(kept.size, 0)
    await store.close()
  })

  test(`${kind}: a passphrase takes the place of the keyring`, async () => {
    const name = newName()
    const { kept, unlocking } = ring()
    const { store, vault } = await open(name, unlocking)
    await vault.keepCredentials('line', credentials())
    valueOf(await vault.changePassphrase(new Secret(SECRETS.passphrase)))
    assert.equal(await vault.openedBy(), 'passphrase')
    assert.equal(kept.size, 0)
    await store.close()
    const again = await open(name, byPassphrase())
    assert.deepEqual(valueOf(await readAgain(again.vault)).reveal(), CREDENTIALS)
    await again.store.close()
  })

  test(`${kind}: where neither keyring nor passphrase nor person is, nothing is kept`, async () => {
    const { store, vault } = await open(newName(), { ...byPassphrase(null), keyring: deniedKeyring })
    assert.deepEqual(failureOf(await vault.keepCredentials('line', credentials())), ['sealed', 'no-passphrase'])
    assert.equal((await vault.portals()).size, 0)
    assert.equal(await vault.openedBy(), null)
    await store.close()
  })

  test(`${kind}: the same credentials again change nothing, others let a stopped portal be asked`, async () => {
    const { store, vault } = await openNew()
    await vault.keepCredentials('line', credentials())
    const claim = await claimed(vault)
    valueOf(await claim.change((state) => withLogin(state, NOW)))
    const refused = { failure: { code: 'wrong-credentials' }, loggedIn: true, until: null } as const
    valueOf(await claim.change((state) => afterCheck(state, refused, NOW, 0)))
    valueOf(await claim.keepSession(session()))
    assert.deepEqual(valueOf(await vault.keepCredentials('line', credentials())), { changed: false })
    const stopped = await vault.portals()
    assert.equal(mayCheck(stopped.get('line')!.state, NOW, true).may, false)
    assert.deepEqual(stopped.get('line')!.state, claim.state)
    assert.equal(stopped.get('line')!.hasSession, true)

    assert.deepEqual(valueOf(await vault.keepCredentials('line', credentials({ pin: '1' }))), { changed: true })
    const { state, hasCredentials, hasSession } = (await vault.portals()).get('line')!
    assert.equal(mayCheck(state, NOW, false).may, true)
    assert.deepEqual([hasCredentials, hasSession], [true, false])
    await store.close()
  })

  test(`${kind}: one at a time asks a portal`, async () => {
    const name = newName()
    const { unlocking } = ring()
    const [one, two] = [await open(name, unlocking), await open(name, unlocking)]
    await one.vault.keepCredentials('line', credentials())
    const claim = await claimed(one.vault)
    assert.deepEqual(claim.state, { ...UNTRIED, credentialsRevision: 1 })
    assert.deepEqual(failureOf(await two.vault.claim('line')), ['too-soon'])
    assert.deepEqual(failureOf(await one.vault.claim('line')), ['too-soon'])
    await (await claimed(two.vault, 'other')).release()
    const changed = valueOf(await claim.change((state) => withLogin(state, NOW)))
    assert.deepEqual(claim.state, changed)
    await claim.release()
    assert.deepEqual(failureOf(await claim.change((state) => state)), ['too-soon'])
    const next = await claimed(two.vault)
    assert.deepEqual(next.state, changed)
    await claim.release()
    assert.deepEqual(failureOf(await one.vault.claim('line')), ['too-soon'])
    await Promise.all([one.store.close(), two.store.close()])
  })

  test(`${kind}: of many that claim at once one gets it`, async () => {
    const { store, vault } = await openNew()
    const outcomes = await Promise.all([...Array(20)].map(() => vault.claim('line')))
    assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
    await store.close()
  })

  test(`${kind}: other credentials, forgetting and removing take the claim away`, async () => {
    const { store, vault } = await openNew()
    const ways: readonly ((lineId: string) => Promise<unknown>)[] = [
      (lineId) => vault.keepCredentials(lineId, credentials({ password: 'next' })),
      (lineId) => vault.forget(lineId),
      (lineId) => store.keep([removal(lineId)]),
    ]
    for (const [index, takeAway] of ways.entries()) {
      const lineId = `line-${index}`
      await vault.keepCredentials(lineId, credentials())
      const claim = await claimed(vault, lineId)
      await takeAway(lineId)
      const before = (await vault.portals()).get(lineId)
      assert.deepEqual(failureOf(await claim.change((state) => withLogin(state, NOW))), ['too-soon'])
      assert.deepEqual(failureOf(await claim.credentials()), ['too-soon'])
      assert.deepEqual(failureOf(await claim.session()), ['too-soon'])
      assert.deepEqual(failureOf(await claim.keepSession(session())), ['too-soon'])
      assert.deepEqual(failureOf(await claim.keepSession(null)), ['too-soon'])
      await claim.release()
      assert.deepEqual((await vault.portals()).get(lineId), before)
    }
    await store.close()
  })

  test(`${kind}: forgetting erases one line's secrets and state, and with the last one the key`, async () => {
    const name = newName()
    const { store, vault } = await open(name, byPassphrase())
    await vault.keepCredentials('line', credentials())
    await vault.keepCredentials('other', credentials())
    assert.equal(await vault.forget('line'), true)
    assert.equal(await vault.forget('line'), false)
    assert.deepEqual([...(await vault.portals()).keys()], ['other'])
    assert.equal(await vault.openedBy(), 'passphrase')
    await store.close()

    const lost = await open(name, byPassphrase('forgotten'))
    assert.deepEqual(failureOf(await lost.vault.open()), ['sealed', 'wrong-passphrase'])
    await lost.vault.forget('other')
    await lost.store.close()
    const anew = await open(name, byPassphrase('another'))
    valueOf(await anew.vault.keepCredentials('line', credentials()))
    assert.deepEqual(valueOf(await readAgain(anew.vault)).reveal(), CREDENTIALS)
    await anew.store.close()
  })

  test(`${kind}: what another run forgot is sealed anew, under a key that opens`, async () => {
    const name = newName()
    const { kept, unlocking } = ring()
    const [one, two] = [await open(name, unlocking), await open(name, unlocking)]
    await one.vault.keepCredentials('line', credentials())
    const first = [...kept.keys()]
    await two.vault.forget('line')
    assert.equal(await one.vault.openedBy(), null)
    await one.vault.keepCredentials('line', credentials())
    await two.vault.keepCredentials('other', credentials({ user: 'two' }))
    assert.notDeepEqual([...kept.keys()], first)
    // Now it is the second run that holds a key, and the first that begins anew.
    for (const lineId of ['line', 'other']) await one.vault.forget(lineId)
    await one.vault.keepCredentials('line', credentials())
    await two.vault.keepCredentials('other', credentials({ user: 'two' }))
    await Promise.all([one.store.close(), two.store.close()])
    const again = await open(name, unlocking)
    assert.deepEqual(valueOf(await readAgain(again.vault)).reveal(), CREDENTIALS)
    assert.equal(valueOf(await readAgain(again.vault, 'other')).reveal().user, 'two')
    await again.store.close()
  })

  test(`${kind}: a passphrase is changed although another run has begun anew`, async () => {
    const name = newName()
    const [one, two] = [await open(name, byPassphrase()), await open(name, byPassphrase())]
    await one.vault.keepCredentials('line', credentials())
    await two.vault.forget('line')
    await two.vault.keepCredentials('line', credentials())
    valueOf(await one.vault.changePassphrase(new Secret('next')))
    await Promise.all([one.store.close(), two.store.close()])
    const again = await open(name, byPassphrase('next'))
    assert.deepEqual(valueOf(await readAgain(again.vault)).reveal(), CREDENTIALS)
    await again.store.close()
  })

  test(`${kind}: where nobody could be asked, the next attempt asks again`, async () => {
    let asked = 0
    const ask = async (): Promise<string> => {
      asked += 1
      if (asked === 1) throw new Error('interrupted')
      return SECRETS.passphrase
    }
    const { store, vault } = await open(newName(), { passphrase: null, ask, keyring: null })
    await assert.rejects(vault.keepCredentials('line', credentials()), /interrupted/u)
    valueOf(await vault.keepCredentials('line', credentials()))
    await store.close()
  })

  test(`${kind}: a removed line's secrets are erased, and none are kept of it again`, async () => {
    const { store, vault } = await openNew()
    await vault.keepCredentials('line', credentials())
    await vault.keepCredentials('other', credentials())
    await store.keep([removal('line')])
    assert.deepEqual([...(await vault.portals()).keys()], ['other'])
    assert.deepEqual(failureOf(await vault.keepCredentials('line', credentials())), ['unsupported'])
    assert.deepEqual(failureOf(await vault.claim('line')), ['unsupported'])
    assert.deepEqual([...(await vault.portals()).keys()], ['other'])
    await store.close()
  })

  test(`${kind}: nothing secret is a record`, async () => {
    const { store, vault } = await openNew()
    await vault.keepCredentials('line', credentials())
    for await (const record of store.all()) assert.fail(inspect(record))
    await store.close()
  })

  test(`${kind}: whatever is printed of it shows nothing secret`, async () => {
    const name = newName()
    const { store, vault } = await open(name, byPassphrase())
    await vault.keepCredentials('line', credentials())
    const claim = await claimed(vault)
    await claim.keepSession(session())
    const outcomes = [await claim.credentials(), await claim.session(), await claim.change((state) => state)]
    const shown = [credentials(), vault, claim, byPassphrase(), outcomes, await vault.portals()].map(
      (each) =>
        `${inspect(each, { showHidden: true, depth: 20, getters: true })}${JSON.stringify(each)}${inspect({ ...each })}`,
    )
    for (const secret of Object.values(SECRETS)) assert.ok(!shown.join('').includes(secret), secret)
    assert.equal(credentials().toString(), '[secret]')
    await store.close()
  })
}
