/** `nokori serve` as a process: what it says, how it ends, and ledgers that come into step through it. */
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bringInStep, type Bookmark, type Bookmarks, type Piece, type Remote, type Reply } from '../src/jobs/sync.ts'
import { SAMPLE } from '../src/cli/sample.ts'
import type { LedgerRecord } from '../src/ledger/records.ts'
import type { Store } from '../src/ledger/store.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { LANGUAGES } from '../src/text/language.ts'
import { SERVE_SENTENCES } from '../src/text/serve.ts'
import { bytes, kept, reading } from './ledger-samples.ts'
import { openMemoryStore } from './memory-store.ts'
import { bundlePath } from './nokori.ts'
import { ask, asking, cookieIn, enter, fromPage, jsonOf, outerAddress, writeApp, type Heard } from './serving.ts'

const folder = mkdtempSync(join(tmpdir(), 'nokori-serve-'))
/** The bundle as it is installed, with and without an app beside it. */
const [whole, bare] = [join(folder, 'whole'), join(folder, 'bare')]
const children = new Set<ChildProcess>()

before(async () => {
  const dist = join(await bundlePath(), '..')
  for (const place of [whole, bare]) {
    mkdirSync(place)
    for (const name of readdirSync(dist)) if (name.endsWith('.mjs')) copyFileSync(join(dist, name), join(place, name))
  }
  writeApp(join(whole, 'web'))
})
after(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

interface Process {
  readonly child: ChildProcess
  readonly said: { stdout: string; stderr: string }
  /** Resolves when it has said something like this. */
  saying(what: RegExp): Promise<RegExpExecArray>
  readonly end: Promise<number | null>
}

/** Starts the command in a place, with a ledger. */
function start(args: readonly string[], home: string, place = whole): Process {
  const environment = { ...process.env, LC_ALL: 'C', NOKORI_HOME: join(folder, home) }
  const child = spawn(process.execPath, [join(place, 'nokori.mjs'), ...args], { env: environment, stdio: 'pipe' })
  children.add(child)
  const said = { stdout: '', stderr: '' }
  const waiting = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk
      for (const look of waiting) look()
    })
  const end = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      children.delete(child)
      resolve(code)
    }),
  )
  const saying = (what: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = what.exec(said.stdout)
        if (found === null) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
      void end.then((code) => reject(new Error(`ended with ${code}: ${said.stdout}${said.stderr}`)))
    })
  return { child, said, saying, end }
}

async function run(
  args: readonly string[],
  home: string,
  input = '',
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { child, said, end } = start(args, home)
  child.stdin!.end(input)
  return { code: await end, ...said }
}

interface Announced {
  readonly address: string
  readonly pairing: { readonly address: string; readonly code: string } | null
}

/** A server that runs, and how to get in. */
async function serve(
  home: string,
  args: readonly string[] = [],
): Promise<Process & { address: string; token: string }> {
  const process = start(['serve', '--port', '0', '--json', ...args], home)
  const { address } = JSON.parse((await process.saying(/^\{.*\}$/mu))[0]) as Announced
  const url = new URL(address)
  return { ...process, address: url.origin, token: url.hash.replace('#token=', '') }
}

test('it says where to look, that nobody else can, and how it ends; the address lets one browser in', async () => {
  const server = start(['serve', '--port', '0'], 'welcome')
  const [, address = '', token = ''] = await server.saying(/^ {2}(http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]{43})$/mu)
  await server.saying(/Ctrl-C ends it\.\n/u)
  assert.match(server.said.stdout, /Nobody but this machine can reach it/u)
  assert.doesNotMatch(server.said.stdout, /\u001B|Enter/u)
  assert.equal((await enter(address, { token })).status, 200)
  assert.equal((await enter(address, { token })).status, 403)
  server.child.kill('SIGINT')
  assert.equal(await server.end, 0)
  assert.match(server.said.stdout, /Nokori has ended\.\n$/u)
  assert.equal(server.said.stderr, '')
  await assert.rejects(ask(`${address}/`))
})

test('for scripts it is one object; a service manager ends it as well', async () => {
  const server = start(['serve', '--port', '0', '--json'], 'json')
  const announced = JSON.parse((await server.saying(/^.*\n/u))[0]) as Announced
  assert.match(announced.address, /^http:\/\/127\.0\.0\.1:\d+\/#token=/u)
  assert.equal(announced.pairing, null)
  server.child.kill('SIGTERM')
  assert.equal(await server.end, 0)
  assert.equal(server.said.stdout.trim().split('\n').length, 1)
})

test('behind a proxy it says the public address and a pairing code', async () => {
  const server = start(['serve', '--port', '0', '--json', '--public-url', 'https://nokori.example.jp'], 'proxy')
  const { address, pairing } = JSON.parse((await server.saying(/^.*\n/u))[0]) as Announced
  assert.match(address, /^https:\/\/nokori\.example\.jp\/#token=/u)
  assert.equal(pairing?.address, 'https://nokori.example.jp/')
  assert.match(pairing?.code ?? '', /^\d{8}$/u)
  server.child.kill('SIGINT')
  assert.equal(await server.end, 0)
})

test('what makes no sense is said, before anything is opened', async () => {
  for (const [args, said] of [
    [['--port', '65536'], /not a port/u],
    [['--port', 'x'], /not a port/u],
    [['--listen', 'nas.local'], /not an IP address/u],
    [['--listen', '192.0.2.1'], /no address 192\.0\.2\.1/u],
    [['--public-url', 'http://nokori.example.jp'], /https:/u],
    [['--public-url', 'https://nokori.example.jp/app'], /nothing behind it/u],
    [['--tls-cert', 'a.pem'], /needs --tls-key/u],
    [['--tls-key', 'a.pem'], /needs --tls-cert/u],
    [['--tls-cert', join(folder, 'none.pem'), '--tls-key', join(folder, 'none.pem')], /none\.pem cannot be opened/u],
    [['--tls-cert', join(whole, 'nokori.mjs'), '--tls-key', whole], /whole cannot be opened/u],
    [['--tls-cert', join(whole, 'nokori.mjs'), '--tls-key', join(whole, 'nokori.mjs')], /no certificate and key/u],
  ] as const) {
    const { code, stdout, stderr } = await run(['serve', ...args], 'mistakes')
    assert.deepEqual([code, stdout], [2, ''], args.join(' '))
    assert.match(stderr, said)
  }
  assert.equal((await run(['status', '--port', '1'], 'mistakes')).code, 2)
})

test('without the app it says how to build it; a taken port and a damaged ledger are said', async () => {
  for (const language of LANGUAGES) {
    const { end, said } = start(['serve', '--lang', language], 'bare', bare)
    assert.deepEqual([await end, said.stderr], [3, `${SERVE_SENTENCES[language].notBuilt}\n`])
  }
  const other = createServer()
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const taken = await run(['serve', '--port', `${port}`], 'taken')
  other.close()
  assert.deepEqual([taken.code, taken.stdout], [4, ''])
  assert.match(taken.stderr, new RegExp(`Port ${port} is in use`, 'u'))
  mkdirSync(join(folder, 'broken'))
  writeFileSync(join(folder, 'broken', 'ledger.sqlite'), 'not a ledger')
  const broken = await run(['serve', '--port', '0'], 'broken')
  assert.deepEqual([broken.code, broken.stdout], [3, ''])
  assert.match(broken.stderr, /ledger/u)
})

const outer = outerAddress()
test(
  'on every address without https it says that others see nothing',
  { skip: outer === null && 'there is no other address' },
  async () => {
    const server = start(['serve', '--port', '0', '--listen', '0.0.0.0'], 'plain')
    const [, port] = await server.saying(/http:\/\/127\.0\.0\.1:(\d+)\/#token/u)
    await server.saying(/--public-url/u)
    assert.doesNotMatch(server.said.stdout, /Nobody but this machine/u)
    assert.equal((await ask(`http://${outer}:${port}/`)).status, 403)
    server.child.kill('SIGINT')
    assert.equal(await server.end, 0)
  },
)

const noScript = spawnSync('script', ['--version']).status === 0 ? false : 'there is no `script` to make a terminal'
test('on a terminal Enter gives a new address, and Ctrl-C ends it', { skip: noScript }, async () => {
  const command = `exec '${process.execPath}' '${join(whole, 'nokori.mjs')}' serve --port 0 --lang en`
  const environment = { ...process.env, NOKORI_HOME: join(folder, 'terminal'), NO_COLOR: '1' }
  const child = spawn('script', ['-qec', command, '/dev/null'], { env: environment, stdio: 'pipe' })
  children.add(child)
  let said = ''
  const tokens = (): string[] => [...said.matchAll(/#token=([\w-]{43})/gu)].map(([, token]) => token!)
  const heard = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const earlier = said
      said += chunk
      if (/Ctrl-C ends it/u.test(said) && !/Ctrl-C ends it/u.test(earlier)) child.stdin.write('\r')
      if (tokens().length === 2) resolve()
    })
  })
  await heard
  const address = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)![0]
  const [first, second] = tokens()
  assert.match(said, /Press Enter\s+for a new one/u)
  assert.equal((await enter(address, { token: first })).status, 403)
  assert.equal((await enter(address, { token: second })).status, 200)
  child.stdin.write('\u0003')
  const code = await new Promise((resolve) => child.on('close', resolve))
  children.delete(child)
  assert.equal(code, 0)
  assert.match(said, /Nokori has ended/u)
})

/** The server's ledger as a browser that was let in reaches it. */
function remoteAt(address: string, cookie: string): Remote {
  const replyOf = <T>(answer: Heard | null, pick: (value: never) => T): Reply<T> => {
    if (answer === null) return { kind: 'away' }
    if (answer.status === 200) return { kind: 'answer', value: pick(jsonOf(answer)) }
    return { kind: answer.status === 401 ? 'refused' : answer.status === 409 ? 'other' : 'away' }
  }
  const asked = (path: string, body?: object): Promise<Heard | null> =>
    ask(`${address}/api/${path}`, {
      headers: fromPage(address, cookie),
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    }).catch(() => null)
  return {
    identity: async () => replyOf(await asked('session'), ({ ledger }: { ledger: string }) => ledger),
    pull: async (of, cursor) => replyOf(await asked(`records?of=${of}&after=${cursor}`), (piece: Piece) => piece),
    push: async (identity, records, cursor) =>
      replyOf(
        await asked('records', { identity, records, after: cursor }),
        (given: { cursor: number }) => given.cursor,
      ),
  }
}

interface Client {
  readonly store: Store
  sync(): Promise<string>
}

async function clientOf(store: Store, { address, token }: Awaited<ReturnType<typeof serve>>): Promise<Client> {
  const cookie = cookieIn(await enter(address, { token }))
  let bookmark: Bookmark | null = null
  const bookmarks: Bookmarks = { read: async () => bookmark, write: async (next) => void (bookmark = next) }
  const remote = remoteAt(address, cookie)
  return { store, sync: () => bringInStep(store, remote, bookmarks, new AbortController().signal) }
}

const everything = async (store: Store): Promise<LedgerRecord[]> => {
  const all: LedgerRecord[] = []
  for await (const record of store.all()) all.push(record)
  return all
}

test('two browsers and the command come into step through the server, also after it was away', async () => {
  const first = await serve('three')
  const phone = await clientOf(openMemoryStore('phone'), first)
  await run(['add', 'main', '--carrier', 'docomo'], 'three')
  assert.equal((await run(['read', '--line', 'main'], 'three', SAMPLE)).code, 0)
  assert.equal(await phone.sync(), 'inStep')
  const [line] = await phone.store.find('edit')
  assert.equal(await phone.store.count('reading'), 1)
  first.child.kill('SIGINT')
  assert.equal(await first.end, 0)

  const own = kept('2026-11-26T00:00:00Z', reading({ remaining: bytes(1e9) }), line!.lineId)
  await phone.store.keep([own])
  assert.equal(await phone.sync(), 'away')

  // The same place and the same cookie: the phone is known, and only the newcomer has to be let in.
  const second = await serve('three', ['--port', new URL(first.address).port])
  const desk = await clientOf(await openSqliteStore(join(folder, 'desk', 'ledger.sqlite')), second)
  for (const client of [phone, desk]) assert.equal(await client.sync(), 'inStep')
  const log = JSON.parse((await run(['log', 'main', '--json'], 'three')).stdout) as { id: string }[]
  assert.ok(log.some(({ id }) => id === own.id))
  assert.deepEqual(await everything(desk.store), await everything(phone.store))
  await run(['remove', 'main', '--yes'], 'three')
  for (const client of [phone, desk]) {
    assert.equal(await client.sync(), 'inStep')
    assert.deepEqual(
      (await everything(client.store)).map(({ kind }) => kind),
      ['deletion'],
    )
  }
  await desk.store.close()
  second.child.kill('SIGINT')
  assert.equal(await second.end, 0)
  for (const { said } of [first, second]) assert.equal(said.stderr, '')
})

test('a browser is told when the command keeps something; it hears the end of the server', async () => {
  const server = await serve('told')
  const cookie = cookieIn(await enter(server.address, { token: server.token }))
  const response = await asking(`${server.address}/api/events`, { headers: { cookie } })
  let told = ''
  const cursor = async (): Promise<string> => {
    for (let found = null; ; found = /^data: (\d+)\n/mu.exec(told)) {
      if (found !== null) {
        told = told.slice(found.index + found[0].length)
        return found[1]!
      }
      await new Promise((resolve) => response.once('data', resolve))
    }
  }
  response.setEncoding('utf8').on('data', (chunk: string) => void (told += chunk))
  const first = await cursor()
  await run(['add', 'main'], 'told')
  assert.ok(Number(await cursor()) > Number(first))
  const ended = new Promise((resolve) => response.once('end', resolve))
  server.child.kill('SIGINT')
  await ended
  assert.equal(await server.end, 0)
})
