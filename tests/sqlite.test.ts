/** The ledger in a real SQLite file. */
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { randomFrom } from '../src/forecast/random.ts'
import { canonicalJson } from '../src/ledger/identity.ts'
import { StoreProblem, type StoreProblemCode } from '../src/ledger/store.ts'
import { backUp, faultsIn } from '../src/store/sqlite/check.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { bytes, GB, kept, reading } from './ledger-samples.ts'
import { storeSuite } from './store-suite.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nokori-sqlite-'))
})
after(() => rm(folder, { recursive: true }))

storeSuite('sqlite', (name) => openSqliteStore(join(folder, name, 'ledger.sqlite')))

const day = (count: number): ReturnType<typeof kept> =>
  kept(`2026-11-23T00:00:${String(count % 60).padStart(2, '0')}Z`, reading({ used: bytes(count * GB) }))

async function problemOf(action: Promise<unknown>): Promise<StoreProblemCode | null> {
  try {
    await action
    return null
  } catch (error) {
    assert.ok(error instanceof StoreProblem, String(error))
    return error.code
  }
}

const digestOfFile = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

test('only its owner may look', { skip: process.platform === 'win32' }, async () => {
  const path = join(folder, 'owner', 'ledger.sqlite')
  await (await openSqliteStore(path)).close()
  assert.equal(statSync(path).mode & 0o777, 0o600)
  assert.equal(statSync(join(path, '..')).mode & 0o777, 0o700)
  assert.deepEqual(readdirSync(join(path, '..')), ['ledger.sqlite'])
})

test('a file of a later version is refused and left as it is', async () => {
  const path = join(folder, 'later', 'ledger.sqlite')
  await (await openSqliteStore(path)).close()
  const raw = new DatabaseSync(path)
  raw.exec('pragma user_version = 9999')
  raw.close()
  const digest = digestOfFile(path)
  assert.equal(await problemOf(openSqliteStore(path)), 'newer')
  assert.equal(digestOfFile(path), digest)
})

test('a damaged file is reported and never made anew', async () => {
  const path = join(folder, 'damaged', 'ledger.sqlite')
  const store = await openSqliteStore(path)
  await store.keep([...Array(300).keys()].map(day))
  await store.close()
  const size = statSync(path).size
  const whole = readFileSync(path)
  for (const damaged of [
    Buffer.alloc(0),
    Buffer.from('not a database at all'.repeat(100)),
    Buffer.concat([Buffer.alloc(4096), whole.subarray(4096)]),
  ]) {
    writeFileSync(path, damaged)
    assert.equal(await problemOf(openSqliteStore(path)), 'damaged')
    assert.deepEqual(readFileSync(path), damaged)
  }
  writeFileSync(path, Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(8192, 7), whole.subarray(16384)]))
  assert.ok((await faultsIn(path).catch(() => ['damaged'])).length > 0)
  writeFileSync(path, whole)
  truncateSync(path, size / 2)
  assert.ok((await faultsIn(path).catch(() => ['damaged'])).length > 0)
  writeFileSync(path, whole)
  assert.deepEqual(await faultsIn(path), [])
})

test("somebody else's database is not taken for a ledger", async () => {
  const path = join(folder, 'foreign.sqlite')
  const raw = new DatabaseSync(path)
  raw.exec('create table records (id text)')
  raw.close()
  assert.equal(await problemOf(openSqliteStore(path)), 'damaged')
})

test('a folder that cannot be made is a problem with a name', async () => {
  writeFileSync(join(folder, 'file'), '')
  assert.equal(await problemOf(openSqliteStore(join(folder, 'file', 'ledger.sqlite'))), 'failed')
})

test('a backup copy holds everything, and is a ledger', async () => {
  const path = join(folder, 'backed', 'ledger.sqlite')
  const copy = join(folder, 'backed', 'backups', 'copy.sqlite')
  const store = await openSqliteStore(path)
  await store.keep([...Array(30).keys()].map(day))
  await backUp(path, copy)
  await store.close()
  assert.deepEqual(await faultsIn(copy), [])
  const opened = await openSqliteStore(copy)
  assert.equal(await opened.count('reading'), 30)
  await opened.close()
  assert.deepEqual(readdirSync(join(copy, '..')), ['copy.sqlite'])
})

test('a backup copy is another ledger, so that nobody goes on from a cursor of the first', async () => {
  const path = join(folder, 'renewed', 'ledger.sqlite')
  const copy = join(folder, 'renewed', 'copy.sqlite')
  const store = await openSqliteStore(path)
  await store.keep([...Array(3).keys()].map(day))
  const identity = await store.identity()
  await backUp(path, copy)
  assert.equal(await store.identity(), identity)
  const opened = await openSqliteStore(copy)
  assert.notEqual(await opened.identity(), identity)
  assert.deepEqual(await opened.since(0, 10), await store.since(0, 10))
  await opened.close()
  await store.close()
})

test('a file of an earlier version is numbered in the order in which it came to be, once, whoever opens it', async () => {
  const path = join(folder, 'earlier', 'ledger.sqlite')
  const days = [5, 1, 4, 2, 3].map(day)
  makeVersion2(path, days)
  assert.deepEqual(await Promise.all([...Array(4).keys()].map((number) => writer(path, number, 1))), [0, 0, 0, 0])
  const store = await openSqliteStore(path)
  const { records, cursor } = await store.since(0, days.length)
  assert.deepEqual(records, days)
  assert.equal((await store.since(cursor, 10)).records.length, 4)
  assert.deepEqual(await store.startingWith('reading', days[0]!.id, 2), [days[0]])
  const identity = await store.identity()
  await store.close()
  const again = await openSqliteStore(path)
  assert.equal(await again.identity(), identity)
  await again.close()
  assert.deepEqual(await faultsIn(path), [])
})

/** As the second migration left it. */
function makeVersion2(path: string, readings: readonly ReturnType<typeof kept>[]): void {
  mkdirSync(join(path, '..'))
  const raw = new DatabaseSync(path)
  raw.exec(`
    pragma journal_mode = wal; pragma application_id = 0x4e6b7269; pragma user_version = 2;
    create table records (id text not null primary key, kind text not null, line_id text not null, moment text not null, content text not null);
    create index records_by_line on records (kind, line_id, moment, id);
    create table sealed (line_id text not null, purpose text not null, content blob not null, primary key (line_id, purpose));
    create table portals (line_id text not null primary key, content text not null, claimed_by text, claimed_until text);
    create table vault_keys (slot integer not null primary key check (slot = 1), id text not null, content text not null, digest text not null)`)
  const insert = raw.prepare('insert into records values (?, ?, ?, ?, ?)')
  for (const record of readings) insert.run(record.id, record.kind, record.lineId, record.moment, canonicalJson(record))
  raw.close()
}

test('several processes write at once, and all of it is there', async () => {
  const path = join(folder, 'several', 'ledger.sqlite')
  const codes = await Promise.all([...Array(4).keys()].map((number) => writer(path, number, 25)))
  assert.deepEqual(codes, [0, 0, 0, 0])
  const store = await openSqliteStore(path)
  assert.equal(await store.count('reading'), 100)
  await store.close()
  assert.deepEqual(await faultsIn(path), [])
})

/** A process that opens the ledger, or makes it, and keeps so many readings one by one. */
function writer(path: string, number: number, count: number): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'ledger-writer.ts'), path, `${number}`, `${count}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  return new Promise((resolve) => child.on('close', resolve))
}

test('killed at any moment while two write at once, nothing acknowledged is lost', async () => {
  const path = join(folder, 'killed', 'ledger.sqlite')
  const random = randomFrom(1)
  const acknowledged = new Set<string>()
  for (let round = 0; round < KILLS; round += 1) {
    const writers = [0, 1].map((side) => startWriter(path, `${round * 2 + side}`, acknowledged))
    await Promise.race(writers.map(({ first }) => first))
    await setTimeout(random.next() * 60)
    for (const { child } of writers) child.kill('SIGKILL')
    await Promise.all(writers.map(({ end }) => end))
    assert.deepEqual(await faultsIn(path), [])
    const store = await openSqliteStore(path)
    const found = new Set((await store.find('reading')).map(({ id }) => id))
    await store.close()
    assert.deepEqual(
      [...acknowledged].filter((id) => !found.has(id)),
      [],
    )
  }
  assert.ok(acknowledged.size > KILLS)
})

const KILLS = 20

/** A writer without an end; what it acknowledges is noted as it comes. */
function startWriter(
  path: string,
  number: string,
  acknowledged: Set<string>,
): { child: ChildProcess; first: Promise<void>; end: Promise<unknown> } {
  const words = [join(import.meta.dirname, 'ledger-writer.ts'), path, number, '1000000']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] })
  let rest = ''
  const first = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const ids = (rest + chunk).split('\n')
      rest = ids.pop() ?? ''
      for (const id of ids) acknowledged.add(id)
      resolve()
    })
  })
  return { child, first, end: new Promise((resolve) => child.on('close', resolve)) }
}

/** A small file system of its own, where the system lets us have one: `unshare` keeps it out of everybody's sight. */
function inSmallFileSystem(options: string, script: string): { status: number | null; stdout: string; stderr: string } {
  const command = `mount -t tmpfs -o ${options} tmpfs ${folder} && exec ${process.execPath} ${script}`
  return spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', command], { encoding: 'utf8' })
}
const noFileSystem =
  spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0
    ? false
    : 'no small file system can be mounted here'

test('a full disk is said, and nothing that was acknowledged is lost', { skip: noFileSystem }, () => {
  const script = join(import.meta.dirname, 'ledger-fill.ts')
  const { status, stdout, stderr } = inSmallFileSystem('size=1m', `${script} ${join(folder, 'ledger.sqlite')}`)
  assert.equal(stderr, '')
  assert.equal(status, 0)
  const { problem, acknowledged, found, faults, afterSpace } = JSON.parse(stdout) as Record<string, unknown>
  assert.equal(problem, 'full')
  assert.ok(Number(acknowledged) > 0)
  assert.equal(found, acknowledged)
  assert.deepEqual(faults, [])
  assert.equal(afterSpace, Number(acknowledged) + 1)
})

test('a folder that may only be read is said', { skip: noFileSystem }, () => {
  const script = join(import.meta.dirname, 'ledger-fill.ts')
  const { status, stdout } = inSmallFileSystem('ro', `${script} ${join(folder, 'new', 'ledger.sqlite')}`)
  assert.equal(status, 0)
  assert.equal((JSON.parse(stdout) as Record<string, unknown>)['problem'], 'read-only')
  assert.ok(!existsSync(join(folder, 'new')))
})
