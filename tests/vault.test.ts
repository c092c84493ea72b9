/** The vault in a real SQLite file, with real Argon2id and AES. */
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { inspect } from 'node:util'
import { Secret } from '../src/core/secret.ts'
import { randomFrom } from '../src/forecast/random.ts'
import { canonicalJson, signed } from '../src/ledger/identity.ts'
import type { Deletion, LedgerRecord } from '../src/ledger/records.ts'
import { StoreProblem, type Store } from '../src/ledger/store.ts'
import type { Vault } from '../src/ledger/vault.ts'
import { faultsIn } from '../src/store/sqlite/check.ts'
import { systemKeyring } from '../src/store/vault/keyring.ts'
import { openStoreAndVault } from '../src/store/vault/open.ts'
import type { Unlocking } from '../src/store/vault/opening.ts'
import { takePassphrase } from '../src/store/vault/passphrase.ts'
import { bytes, GB, kept, reading } from './ledger-samples.ts'
import {
  byPassphrase,
  claimed,
  credentials,
  CREDENTIALS,
  failureOf,
  ring,
  SECRETS,
  session,
  valueOf,
  vaultSuite,
} from './vault-suite.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nokori-vault-'))
})
after(() => rm(folder, { recursive: true }))

const pathOf = (name: string): string => join(folder, name, 'ledger.sqlite')
const open = (name: string, unlocking: Unlocking): Promise<{ store: Store; vault: Vault }> =>
  openStoreAndVault(pathOf(name), unlocking)

vaultSuite('sqlite', open)

/** Something done to the file behind everybody's back. */
function inFile<T>(name: string, action: (raw: DatabaseSync) => T): T {
  const raw = new DatabaseSync(pathOf(name), { timeout: 5000 })
  try {
    return action(raw)
  } finally {
    raw.close()
  }
}
const contentsIn = (name: string): Map<string, Buffer> =>
  inFile(name, (raw) => {
    const rows = raw.prepare('select line_id, purpose, content from sealed').all()
    return new Map(
      rows.map((row) => [
        `${String(row['line_id'])} ${String(row['purpose'])}`,
        Buffer.from(row['content'] as Uint8Array),
      ]),
    )
  })
/** Every byte that is kept under a name: the file, its log, everything beside it. */
const bytesOf = (name: string): Buffer =>
  Buffer.concat(readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file))))

const valuesOf = async (vault: Vault, lineId: string): Promise<ReturnType<typeof failureOf>[]> => {
  const claim = await claimed(vault, lineId)
  const found = [failureOf(await claim.credentials()), failureOf(await claim.session())]
  await claim.release()
  return found
}

test('a sealed text opens only where it was sealed, and as it was', async () => {
  const { unlocking } = ring()
  const { store, vault } = await open('swapped', unlocking)
  for (const lineId of ['one', 'two', 'three']) {
    await vault.keepCredentials(lineId, credentials())
    const claim = await claimed(vault, lineId)
    await claim.keepSession(session())
    await claim.release()
  }
  const put = (lineId: string, purpose: string, content: Uint8Array): void =>
    inFile('swapped', (raw) => {
      raw.prepare('update sealed set content = ? where line_id = ? and purpose = ?').run(content, lineId, purpose)
    })
  const whole = contentsIn('swapped')
  const mine = whole.get('one credentials')!
  const damaged = ['sealed', 'damaged']
  put('one', 'credentials', whole.get('two credentials')!)
  put('one', 'session', mine)
  assert.deepEqual(await valuesOf(vault, 'one'), [damaged, damaged])
  for (let place = 0; place < mine.length; place += place < 40 ? 1 : 50) {
    const flipped = Buffer.from(mine)
    flipped[place]! ^= 1
    put('one', 'credentials', flipped)
    assert.deepEqual((await valuesOf(vault, 'one'))[0], damaged, `${place}`)
  }
  for (const cut of [0, 1, 28, mine.length - 1]) {
    put('one', 'credentials', mine.subarray(0, cut))
    assert.deepEqual((await valuesOf(vault, 'one'))[0], damaged, `${cut}`)
  }
  assert.deepEqual(await valuesOf(vault, 'two'), [null, null])
  valueOf(await vault.keepCredentials('one', credentials()))
  assert.deepEqual(await valuesOf(vault, 'one'), [null, null])
  await store.close()
})

test('the same thing sealed twice is two texts, whose length tells nothing of short secrets', async () => {
  const { store, vault } = await open('nonces', ring().unlocking)
  for (const lineId of ['one', 'two']) await vault.keepCredentials(lineId, credentials())
  await vault.keepCredentials('three', new Secret({ user: 'u', password: 'p' }))
  const [one, two, three] = [...contentsIn('nonces').values()] as [Buffer, Buffer, Buffer]
  assert.notDeepEqual(one.subarray(1, 13), two.subarray(1, 13))
  assert.ok(!one.subarray(29).equals(two.subarray(29)))
  assert.ok(Math.abs(one.length - three.length) < 16)
  await store.close()
})

test('a damaged key is not a wrong passphrase', async () => {
  const { store, vault } = await open('damaged-key', byPassphrase())
  await vault.keepCredentials('line', credentials())
  await store.close()
  const { content, digest } = inFile('damaged-key', (raw) =>
    raw.prepare('select content, digest from vault_keys').get(),
  ) as { content: string; digest: string }
  const changes = ['"passes":3', '"salt":"', '"sealed":"', '"by":"passphrase"'].map((part) => {
    const end = content.indexOf(part) + part.length
    return content.slice(0, end - 1) + '!' + content.slice(end)
  })
  for (const [text, sum] of [...changes.map((change) => [change, digest]), [content, ''], ['', digest]]) {
    inFile('damaged-key', (raw) => raw.prepare('update vault_keys set content = ?, digest = ?').run(text!, sum!))
    const run = await open('damaged-key', byPassphrase('wrong'))
    assert.deepEqual(failureOf(await run.vault.open()), ['sealed', 'damaged'])
    await run.store.close()
  }
  inFile('damaged-key', (raw) => raw.exec('delete from vault_keys'))
  const gone = await open('damaged-key', byPassphrase())
  assert.deepEqual((await valuesOf(gone.vault, 'line'))[0], ['sealed', 'damaged'])
  await gone.store.close()
})

test('a passphrase is stretched at least as OWASP asks, with a salt of its own', async () => {
  const wrappings = []
  for (const name of ['stretch-1', 'stretch-2']) {
    const { store, vault } = await open(name, byPassphrase())
    await vault.keepCredentials('line', credentials())
    await store.close()
    const row = inFile(name, (raw) => raw.prepare('select content from vault_keys').get())
    wrappings.push((JSON.parse(String(row!['content'])) as { wrapping: Record<string, unknown> }).wrapping)
  }
  const [one, two] = wrappings as [Record<string, unknown>, Record<string, unknown>]
  assert.ok(Number(one['memoryKibibytes']) >= 19 * 1024 && Number(one['passes']) >= 2)
  assert.notEqual(one['salt'], two['salt'])
  assert.equal(Buffer.from(String(one['salt']), 'base64').length, 16)
})

test('the passphrase is taken out of the environment, before any child sees it', () => {
  process.env['NOKORI_PASSPHRASE'] = SECRETS.passphrase
  assert.equal(takePassphrase(process.env)?.reveal(), SECRETS.passphrase)
  assert.equal(takePassphrase(process.env), null)
  const { stdout } = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], { encoding: 'utf8' })
  assert.ok(stdout.includes('PATH') && !stdout.includes('NOKORI_PASSPHRASE'))
  assert.equal(takePassphrase({ NOKORI_PASSPHRASE: '' }), null)
})

test('what was forgotten, removed or replaced is in no file any more, sealed as it was', async () => {
  const { unlocking } = ring()
  const { store, vault } = await open('erased', unlocking)
  const lineIds = [...Array(60).keys()].map((index) => `line-${index}`)
  for (const [index, lineId] of lineIds.entries()) {
    await vault.keepCredentials(lineId, credentials({ user: `${index}` }))
    const claim = await claimed(vault, lineId)
    await claim.keepSession(session('cookie'.repeat(1 + (index % 5) * 1500)))
    await claim.release()
  }
  const old = contentsIn('erased')
  const isThere = (content: Buffer, all: Buffer): boolean =>
    all.includes(content.subarray(1, 60)) || all.includes(content.subarray(-60))
  assert.ok([...old.values()].every((content) => isThere(content, bytesOf('erased'))))

  const deletion = (lineId: string): LedgerRecord =>
    signed<Deletion>({ kind: 'deletion', lineId, at: '2026-11-24T00:00:00.000Z' })
  for (const lineId of lineIds.slice(0, 20)) await vault.forget(lineId)
  await store.keep(lineIds.slice(20, 30).map(deletion))
  for (const lineId of lineIds.slice(30, 40)) await vault.keepCredentials(lineId, credentials({ user: 'next' }))
  const now = contentsIn('erased')
  const all = bytesOf('erased')
  for (const [name, content] of old) {
    const isKept = now.get(name)?.equals(content) ?? false
    assert.equal(isThere(content, all), isKept, name)
  }
  assert.equal([...old].filter(([name, content]) => now.get(name)?.equals(content)).length, 2 * 20)
  for (const lineId of lineIds.slice(40)) assert.deepEqual(await valuesOf(vault, lineId), [null, null])
  await store.close()
  assert.deepEqual(await faultsIn(pathOf('erased')), [])
})

test('the key as the old passphrase opened it is in no file any more', async () => {
  const sealedKey = (): Buffer =>
    Buffer.from(
      inFile('rewrapped', (raw) => {
        const content = String(raw.prepare('select content from vault_keys').get()!['content'])
        return (JSON.parse(content) as { sealed: string }).sealed
      }),
    )
  const { store, vault } = await open('rewrapped', byPassphrase())
  await vault.keepCredentials('line', credentials())
  const old = sealedKey()
  assert.ok(bytesOf('rewrapped').includes(old))
  const sealedBefore = contentsIn('rewrapped')
  valueOf(await vault.changePassphrase(new Secret('next')))
  assert.ok(!bytesOf('rewrapped').includes(old) && bytesOf('rewrapped').includes(sealedKey()))
  assert.deepEqual(contentsIn('rewrapped'), sealedBefore)
  await store.close()
})

test('what the file refuses to take is told without a secret, and can be kept later', async () => {
  const { store, vault } = await open('refused', byPassphrase())
  inFile('refused', (raw) =>
    raw.exec("create trigger refuse before insert on portals begin select raise(abort, 'refused'); end"),
  )
  const problem: unknown = await vault.keepCredentials('line', credentials()).catch((error: unknown) => error)
  assert.ok(problem instanceof StoreProblem && problem.code === 'failed')
  const shown = inspect(problem, { showHidden: true, depth: 20 })
  for (const secret of Object.values(SECRETS)) assert.ok(!shown.includes(secret))
  assert.equal(await vault.openedBy(), null)
  inFile('refused', (raw) => raw.exec('drop trigger refuse'))
  await vault.keepCredentials('line', credentials())
  assert.deepEqual((await valuesOf(vault, 'line'))[0], null)
  await store.close()
})

/** A ledger as version 1 made it. */
function makeVersion1(name: string, records: readonly LedgerRecord[]): void {
  mkdirSync(join(folder, name))
  inFile(name, (raw) => {
    raw.exec(`
      pragma journal_mode = wal; pragma application_id = 0x4e6b7269; pragma user_version = 1;
      create table records (id text not null primary key, kind text not null, line_id text not null, moment text not null, content text not null);
      create index records_by_line on records (kind, line_id, moment, id)`)
    const insert = raw.prepare('insert into records values (?, ?, ?, ?, ?)')
    for (const record of records) {
      const moment = record.kind === 'reading' ? record.moment : record.at
      insert.run(record.id, record.kind, record.lineId, moment, canonicalJson(record))
    }
  })
}

test('a ledger of the first version is upgraded, by several processes at once, and loses nothing', async () => {
  const records = [...Array(30).keys()].map((day) =>
    kept(`2026-10-${String(day + 1).padStart(2, '0')}T00:00:00Z`, reading({ used: bytes(day * GB) })),
  )
  makeVersion1('upgraded', records)
  const codes = await Promise.all([...Array(3)].map(() => ended(writer(pathOf('upgraded'), 'log-in', '/dev/null'))))
  assert.deepEqual(codes, [0, 0, 0])
  const { store, vault } = await open('upgraded', ring().unlocking)
  assert.deepEqual(new Set(await store.find('reading')), new Set(records))
  await vault.keepCredentials('line', credentials())
  assert.deepEqual((await vault.portals()).get('line')?.hasCredentials, true)
  await store.close()
  assert.deepEqual(await faultsIn(pathOf('upgraded')), [])
})

const writer = (path: string, ...words: string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'vault-writer.ts'), path, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NOKORI_PASSPHRASE: SECRETS.passphrase },
  })
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.stdout?.resume()
    child.on('close', resolve)
  })

test('several processes at once send a password once', async () => {
  const { store, vault } = await open('several', byPassphrase())
  await vault.keepCredentials('line', credentials())
  await store.close()
  const sent = join(folder, 'several', 'sent')
  writeFileSync(sent, '')
  const codes = await Promise.all([...Array(5)].map(() => ended(writer(pathOf('several'), 'log-in', sent))))
  assert.deepEqual(codes, [0, 0, 0, 0, 0])
  assert.equal(readFileSync(sent, 'utf8'), 'sent\n')
})

/** Runs a writer, kills it at some moment after it has acknowledged something; the last number it acknowledged. */
async function killedWriter(name: string, what: string, milliseconds: number): Promise<number> {
  const child = writer(pathOf(name), what)
  let said = ''
  const first = new Promise<void>((resolve) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (text.includes('\n')) resolve()
    })
  })
  const end = new Promise((resolve) => child.on('close', resolve))
  await first
  await setTimeout(milliseconds)
  child.kill('SIGKILL')
  await end
  return Number(said.split('\n').at(-2))
}

test('killed at any moment, secrets are the old or the new, and whole', async () => {
  const random = randomFrom(5)
  for (let round = 0; round < 6; round += 1) {
    const acknowledged = await killedWriter('killed', 'keep', random.next() * 60)
    assert.deepEqual(await faultsIn(pathOf('killed')), [])
    inFile('killed', (raw) => raw.exec('update portals set claimed_by = null, claimed_until = null'))
    const { store, vault } = await open('killed', byPassphrase())
    const claim = await claimed(vault)
    const { user, password } = valueOf(await claim.credentials()).reveal()
    const found = valueOf(await claim.session())?.reveal()
    const textOf = (number: number): string => `${number}:`.repeat(1 + (number % 7) * 500)
    assert.ok(Number(user) === acknowledged || Number(user) === acknowledged + 1)
    assert.equal(password, textOf(Number(user)))
    // Other credentials have taken the session away, or it was kept with them.
    assert.ok(found === textOf(Number(user)) || (found === undefined && Number(user) === acknowledged + 1))
    await vault.forget('line')
    await store.close()
  }
})

test('killed while the passphrase was changed, the old or the new one opens', async () => {
  const random = randomFrom(6)
  for (let round = 0; round < 3; round += 1) {
    const name = `killed-rewrap-${round}`
    const { store, vault } = await open(name, byPassphrase())
    await vault.keepCredentials('line', credentials())
    await store.close()
    const acknowledged = await killedWriter(name, 'rewrap', random.next() * 300)
    const opened: number[] = []
    for (const number of [acknowledged, acknowledged + 1]) {
      const run = await open(name, byPassphrase(`passphrase ${number}`))
      const claim = await claimed(run.vault)
      const found = await claim.credentials()
      if (found.ok) opened.push(number)
      else assert.deepEqual(failureOf(found), ['sealed', 'wrong-passphrase'])
      if (found.ok) assert.deepEqual(found.value.reveal(), CREDENTIALS)
      await claim.release()
      await run.store.close()
    }
    assert.equal(opened.length, 1)
  }
})

test('a claim outlives its process by a minute, and holds as long as it runs', async (context) => {
  context.mock.timers.enable({ apis: ['setInterval', 'Date'], now: Date.UTC(2026, 10, 23) })
  const { unlocking } = ring()
  const [one, two] = [await open('lease', unlocking), await open('lease', unlocking)]
  const claim = await claimed(one.vault)
  for (let minute = 0; minute < 5; minute += 1) {
    for (let third = 0; third < 3; third += 1) {
      context.mock.timers.tick(20_000)
      await one.vault.portals()
    }
    assert.deepEqual(failureOf(await two.vault.claim('line')), ['too-soon'])
  }
  // As if it had been stopped.
  context.mock.timers.reset()
  context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 23, 0, 5, 59) })
  assert.deepEqual(failureOf(await two.vault.claim('line')), ['too-soon'])
  context.mock.timers.setTime(Date.UTC(2026, 10, 23, 0, 6, 1))
  const next = await claimed(two.vault)
  assert.deepEqual(failureOf(await claim.change((state) => state)), ['too-soon'])
  // The clock was set back by a year: nobody waits for one.
  context.mock.timers.reset()
  context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2025, 10, 23) })
  valueOf(await one.vault.claim('line'))
  assert.deepEqual(failureOf(await next.change((state) => state)), ['too-soon'])
  await Promise.all([one.store.close(), two.store.close()])
})

test('the keyring of this system, where it has one', async (context) => {
  const name = `test-${process.pid}`
  try {
    await systemKeyring.write(name, 'outer key')
  } catch (error) {
    context.skip(`no keyring here: ${String(error)}`)
    return
  }
  assert.equal(await systemKeyring.read(name), 'outer key')
  await systemKeyring.erase(name)
  assert.equal(await systemKeyring.read(name), null)
})

test('without a keyring the real one falls back on the passphrase that a person chooses', async () => {
  const isHere = await systemKeyring.read('probe').then(
    () => true,
    () => false,
  )
  const ask = async (): Promise<string> => SECRETS.passphrase
  const { store, vault } = await open('fallback', { passphrase: null, ask, keyring: systemKeyring })
  await vault.keepCredentials('line', credentials())
  assert.equal(await vault.openedBy(), isHere ? 'keyring' : 'passphrase')
  await vault.forget('line')
  await store.close()
})

test('nothing of all this is readable in any file', async () => {
  const run = await open('readable', byPassphrase())
  await run.vault.keepCredentials('line', credentials())
  await (await claimed(run.vault)).keepSession(session())
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile())
  assert.ok(names.length > 20 && names.some(({ name }) => name.endsWith('-wal')))
  for (const { parentPath, name } of names) {
    const content = readFileSync(join(parentPath, name))
    for (const secret of Object.values(SECRETS))
      for (const form of [
        Buffer.from(secret),
        Buffer.from(secret, 'utf16le'),
        Buffer.from(JSON.stringify(secret).slice(1, -1)),
        Buffer.from(Buffer.from(secret).toString('hex')),
        Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
      ])
        assert.ok(!content.includes(form), `${name}: ${secret}`)
  }
  await run.store.close()
})
