/** The server's answers, over the real wire with a real ledger. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { after, test } from 'node:test'
import type { Piece } from '../src/jobs/sync.ts'
import type { LedgerRecord } from '../src/ledger/records.ts'
import type { StaticFile } from '../src/server/static-files.ts'
import { LANGUAGES } from '../src/text/language.ts'
import { SERVE_SENTENCES } from '../src/text/serve.ts'
import { bytes, kept, reading } from './ledger-samples.ts'
import {
  ask,
  asking,
  cookieIn,
  enter,
  fromPage,
  jsonOf,
  letIn,
  outerAddress,
  startServing,
  type Serving,
} from './serving.ts'

const folder = mkdtempSync(join(tmpdir(), 'nokori-server-'))
const running: Serving[] = []
after(async () => {
  await Promise.all(running.map((each) => each.stop()))
  rmSync(folder, { recursive: true })
})

/** A server of its own for a test. */
async function serving(options: Parameters<typeof startServing>[1] = {}): Promise<Serving> {
  const server = await startServing(mkdtempSync(join(folder, 'home-')), options)
  running.push(server)
  return server
}

const days = (count: number): LedgerRecord[] =>
  [...Array(count).keys()].map((day) => kept(`2026-11-0${day + 1}T00:00:00Z`, reading({ used: bytes(day) })))
const push = (identity: string, records: readonly unknown[], cursor = 0): string =>
  JSON.stringify({ identity, after: cursor, records })

test('the app is served as it was built, with what protects it', async () => {
  const { address } = await serving()
  const page = await ask(`${address}/`, {
    headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' },
  })
  assert.equal(page.status, 200)
  assert.match(page.body.toString(), /<title>Nokori</u)
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8')
  const policy = String(page.headers['content-security-policy'])
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ])
    assert.ok(policy.split('; ').includes(part), part)
  assert.doesNotMatch(policy, /unsafe|http/u)
  const wanted = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
  for (const [name, value] of Object.entries(wanted)) assert.equal(page.headers[name], value)
  assert.match(String(page.headers['permissions-policy']), /clipboard-read=\(self\)/u)
})

test('hashed names are kept for ever, everything else is asked for again and is not sent again', async () => {
  const { address } = await serving()
  const script = await ask(`${address}/en/assets/shell-Ab3_-x9Z.js`)
  assert.equal(script.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(script.headers['content-type'], 'text/javascript; charset=utf-8')
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/en/', 'text/html; charset=utf-8'],
    ['/service-worker.js', 'text/javascript; charset=utf-8'],
    ['/en/app.webmanifest', 'application/manifest+json'],
    ['/icon.svg', 'image/svg+xml'],
    ['/odd.bin', 'application/octet-stream'],
  ] as const) {
    const { status, headers } = await ask(address + path)
    assert.deepEqual([status, headers['cache-control'], headers['content-type']], [200, 'no-cache', type], path)
    const again = await ask(address + path, { headers: { 'if-none-match': String(headers.etag) } })
    assert.deepEqual([again.status, again.body.length], [304, 0])
  }
})

test('what was compressed by the build is sent so to who takes it', async () => {
  const { address } = await serving()
  const path = `${address}/en/assets/shell-Ab3_-x9Z.js`
  for (const [accepted, coding, body] of [
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['identity', undefined, 'script()'],
  ] as const) {
    const answer = await ask(path, { headers: { 'accept-encoding': accepted } })
    assert.deepEqual([answer.headers['content-encoding'], answer.body.toString()], [coding, body])
    assert.equal(answer.headers.vary, 'accept-encoding')
  }
  assert.equal((await ask(`${path}.br`)).status, 404)
})

test('nothing but the app is served, whatever the path', async () => {
  const { address, served, port } = await serving()
  await served.store.keep(days(1))
  assert.equal((await ask(`${address}/en`)).headers.location, '/en/')
  for (const path of [
    '/../ledger.sqlite',
    '/%2e%2e/ledger.sqlite',
    '/en/..%2f..%2fledger.sqlite',
    '/nothing',
    '/en/assets/',
    '//evil.example/',
    '/%00',
  ]) {
    const socket = connect(port, '127.0.0.1')
    socket.end(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    assert.match(await textOf(socket), /^HTTP\/1\.1 404 /u, path)
  }
  assert.equal((await ask(`${address}/`, { method: 'POST', headers: fromPage(address) })).status, 405)
  const head = await ask(`${address}/`, { method: 'HEAD' })
  assert.deepEqual([head.status, head.body.length], [200, 0])
})

async function textOf(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket.setEncoding('utf8')) text += chunk
  return text
}

test('a token lets one browser in, once; what it is known by then is out of reach of scripts and kept hashed', async () => {
  const server = await serving()
  const { address, invitations, served, port } = server
  assert.deepEqual(jsonOf(await ask(`${address}/api/session`)), { letIn: false, pairing: false })
  const token = invitations.newToken().reveal()
  assert.equal((await enter(address, { token: 'x'.repeat(43) })).status, 403)
  const entered = await enter(address, { token })
  assert.deepEqual(jsonOf(entered), { letIn: true, ledger: await served.store.identity() })
  assert.match(
    String(entered.headers['set-cookie']),
    new RegExp(`^nokori-${port}=[\\w-]{43}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Strict$`, 'u'),
  )
  const again = await enter(address, { token })
  assert.deepEqual([again.status, again.headers['set-cookie']], [403, undefined])
  const cookie = cookieIn(entered)
  const session = await ask(`${address}/api/session`, { headers: { cookie } })
  assert.equal(jsonOf<{ letIn: boolean }>(session).letIn, true)
  assert.equal(cookieIn(session), cookie)
  const file = Buffer.concat(['', '-wal'].map((rest) => readFileSync(join(server.folder, `ledger.sqlite${rest}`))))
  assert.ok(!file.includes(cookie.split('=')[1]!))
})

test('without being let in nothing of the ledger is given, taken or told', async () => {
  const { address, served } = await serving()
  await served.store.keep(days(2))
  const body = push(await served.store.identity(), days(3))
  const headers = fromPage(address, `nokori-1=${'x'.repeat(43)}`)
  for (const [method, path] of [
    ['GET', 'records'],
    ['POST', 'records'],
    ['GET', 'events'],
    ['DELETE', 'sessions'],
  ] as const) {
    const answer = await ask(`${address}/api/${path}`, { method, headers, ...(method === 'POST' ? { body } : {}) })
    assert.deepEqual([answer.status, jsonOf(answer)], [401, { error: 'not-let-in' }], path)
  }
  assert.equal(await served.store.count('reading'), 2)
})

test('who leaves is let in no more, and everybody can be shown out', async () => {
  const server = await serving()
  const { address } = server
  const [phone, desk, other] = [await letIn(server), await letIn(server), await letIn(server)]
  const isIn = async (cookie: string): Promise<boolean> =>
    jsonOf<{ letIn: boolean }>(await ask(`${address}/api/session`, { headers: { cookie } })).letIn
  assert.deepEqual([await isIn(phone), await isIn(desk), await isIn(other)], [true, true, true])
  const left = await ask(`${address}/api/session`, { method: 'DELETE', headers: fromPage(address, phone) })
  assert.match(String(left.headers['set-cookie']), /Max-Age=0/u)
  assert.deepEqual([await isIn(phone), await isIn(desk)], [false, true])
  await ask(`${address}/api/sessions`, { method: 'DELETE', headers: fromPage(address, desk) })
  assert.deepEqual([await isIn(desk), await isIn(other)], [false, false])
})

test('a browser that comes in anew is known by its new token only', async () => {
  const server = await serving()
  const { address, invitations } = server
  const old = await letIn(server)
  const token = invitations.newToken().reveal()
  const cookie = cookieIn(await enter(address, { token }, { headers: { cookie: old } }))
  const isIn = async (one: string): Promise<number> =>
    (await ask(`${address}/api/records`, { headers: { cookie: one } })).status
  assert.deepEqual([await isIn(old), await isIn(cookie)], [401, 200])
})

test('records are given after a cursor, by the ledger that was meant, in less where the browser takes it', async () => {
  const server = await serving()
  const { address, served } = server
  await served.store.keep(days(9))
  const [identity, cookie] = [await served.store.identity(), await letIn(server)]
  const get = (query: string, headers = {}): ReturnType<typeof ask> =>
    ask(`${address}/api/records?${query}`, { headers: { cookie, ...headers } })
  const first = await get(`of=${identity}&after=0`)
  assert.equal(cookieIn(first), cookie)
  const whole = jsonOf<Piece & { ledger: string }>(first)
  assert.deepEqual([whole.ledger, whole.more, whole.records], [identity, false, days(9)])
  assert.deepEqual(jsonOf<Piece>(await get(`of=${identity}&after=${whole.cursor}`)).records, [])
  const small = await get('after=0', { 'accept-encoding': 'br, gzip' })
  assert.equal(small.headers['content-encoding'], 'gzip')
  assert.deepEqual((JSON.parse(gunzipSync(small.body).toString()) as Piece).records, days(9))
  assert.equal((await get(`of=somebody&after=0`)).status, 409)
  // A cursor of the future was given by a ledger that has gone back since: an old copy of the file.
  assert.equal((await get(`of=${identity}&after=${whole.cursor + 1}`)).status, 409)
  for (const query of ['after=-1', 'after=x', 'after=1e99']) assert.equal((await get(query)).status, 400)
})

test('records are taken as they are, all or none, and what is not a record is refused without loss', async () => {
  const server = await serving()
  const { address, served } = server
  const [identity, cookie] = [await served.store.identity(), await letIn(server)]
  const post = (body: string, headers = {}): ReturnType<typeof ask> =>
    ask(`${address}/api/records`, { method: 'POST', headers: { ...fromPage(address, cookie), ...headers }, body })
  const [one, ...rest] = days(4)
  const wrong: unknown[] = [
    { ...one, id: '0'.repeat(64) },
    { ...one, moment: '2020-01-01T00:00:00.000Z' },
    { ...one, extra: 1 },
    { ...one, lineId: '' },
    { kind: 'nothing' },
    null,
    'text',
  ]
  for (const record of wrong) {
    const answer = await post(push(identity, [...rest, record]))
    assert.deepEqual([answer.status, jsonOf(answer)], [400, { error: 'malformed' }])
  }
  for (const body of [
    '',
    '{',
    '[]',
    '{}',
    JSON.stringify({ identity, after: 0, records: {} }),
    push(identity, rest, -1),
  ])
    assert.equal((await post(body)).status, 400, body)
  assert.equal((await post(push(identity, rest), { 'content-type': 'text/plain' })).status, 400)
  assert.equal((await post(push('somebody', rest))).status, 409)
  assert.equal(await served.store.count('reading'), 0)
  assert.deepEqual(jsonOf(await post(push(identity, days(4)))), { cursor: 4 })
  assert.deepEqual((await served.store.since(0, 9)).records, days(4))
  assert.deepEqual(jsonOf(await post(push(identity, days(4), 4))), { cursor: 4 })
})

test('more than a piece is too large, whether its size is told or not', async () => {
  const server = await serving()
  const { address, port, served } = server
  const cookie = await letIn(server)
  const large = JSON.stringify({ identity: 'x'.repeat(5 * 2 ** 20), after: 0, records: [] })
  const told = await ask(`${address}/api/records`, { method: 'POST', headers: fromPage(address, cookie), body: large })
  assert.deepEqual([told.status, jsonOf(told)], [413, { error: 'too-large' }])
  const socket = connect(port, '127.0.0.1')
  const headers = {
    host: `127.0.0.1:${port}`,
    ...fromPage(address, cookie),
    'transfer-encoding': 'chunked',
    connection: 'close',
  }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST /api/records HTTP/1.1\r\n${head.join('')}\r\n`)
  for (let sent = 0; sent < large.length; sent += 2 ** 20) socket.write(`100000\r\n${'x'.repeat(2 ** 20)}\r\n`)
  socket.write('0\r\n\r\n')
  assert.match(await textOf(socket), /^HTTP\/1\.1 413 /u)
  // Who goes on for ever is cut off.
  const endless = connect(port, '127.0.0.1').on('error', () => {})
  endless.write(`POST /api/records HTTP/1.1\r\n${head.join('')}\r\n`)
  const chunk = `100000\r\n${'x'.repeat(2 ** 20)}\r\n`
  const flood = (error?: Error | null): void => void (error || endless.write(chunk, flood))
  flood()
  await new Promise((resolve) => endless.on('close', resolve))
  assert.equal(await served.store.count('reading'), 0)
})

test('a name that is not ours is refused: a page elsewhere can have its own name lead to this machine', async () => {
  const server = await serving()
  const { address, port } = server
  const cookie = await letIn(server)
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.0.0.2',
    '10.0.0.1',
    'a@127.0.0.1',
    '127.0.0.1/',
  ]) {
    for (const path of ['/', '/api/session', '/api/records']) {
      const answer = await ask(address + path, {
        headers: { host, cookie, 'accept-language': 'fr, zh-TW;q=0.8, ja;q=0.9' },
      })
      assert.equal(answer.status, 421, `${host} ${path}`)
      assert.ok(answer.body.includes(SERVE_SENTENCES.ja.pages.stranger.title))
      assert.ok(!answer.body.includes('letIn'))
    }
  }
  const nameless = connect(port, '127.0.0.1')
  nameless.end('GET /api/session HTTP/1.0\r\n\r\n')
  assert.match(await textOf(nameless), /^HTTP\/1\.1 421 /u)
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'LOCALHOST', '127.0.0.1:1'])
    assert.equal((await ask(`${address}/api/session`, { headers: { host } })).status, 200, host)
})

test('what a page elsewhere makes a browser ask is refused, but for opening the app', async () => {
  const server = await serving()
  const { address, served } = server
  const cookie = await letIn(server)
  const body = push(await served.store.identity(), days(1))
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { origin: address, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  const isRefused = async (method: string, path: string, headers: Record<string, string>): Promise<void> => {
    const all = { cookie, 'content-type': 'application/json', ...headers }
    const answer = await ask(address + path, { method, headers: all, ...(method === 'POST' ? { body } : {}) })
    assert.deepEqual(
      [answer.status, jsonOf(answer)],
      [403, { error: 'foreign' }],
      `${method} ${path} ${JSON.stringify(headers)}`,
    )
  }
  for (const headers of foreign) {
    for (const path of ['/api/session', '/api/records', '/api/events', '/icon.svg'])
      await isRefused('GET', path, headers)
    await isRefused('POST', '/api/records', headers)
    await isRefused('DELETE', '/api/session', headers)
  }
  await isRefused('POST', '/api/records', {})
  await isRefused('POST', '/api/records', { 'sec-fetch-site': 'none' })
  const opening = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  await isRefused('GET', '/api/session', { ...opening, 'sec-fetch-dest': 'document' })
  await isRefused('GET', '/', { ...opening, 'sec-fetch-dest': 'iframe' })
  assert.equal((await ask(`${address}/`, { headers: { ...opening, 'sec-fetch-dest': 'document' } })).status, 200)
  assert.equal(await served.store.count('reading'), 0)
})

const outer = outerAddress()
const noOuter = outer === null ? 'this machine has no address but loopback' : false

test('over plain http another machine only hears why, in its language', { skip: noOuter }, async () => {
  const server = await serving({ listen: '0.0.0.0' })
  const address = `http://${outer}:${server.port}`
  for (const language of LANGUAGES)
    for (const path of ['/', '/en/', '/api/session', '/api/records', '/service-worker.js']) {
      const { status, body, headers } = await ask(address + path, { headers: { 'accept-language': language } })
      assert.equal(status, 403)
      const { title, paragraphs } = SERVE_SENTENCES[language].pages.plain
      for (const sentence of [title, ...paragraphs]) assert.ok(body.includes(sentence))
      assert.ok(body.includes(`<html lang="${language}">`))
      assert.equal(headers['set-cookie'], undefined)
    }
  // The name of this machine's own loopback does not make it this machine.
  assert.equal((await ask(`${address}/api/session`, { headers: { host: `127.0.0.1:${server.port}` } })).status, 403)
  assert.equal((await enter(address, { token: server.invitations.newToken().reveal() })).status, 403)
  assert.equal(server.isPairing, false)
  assert.equal((await ask(`http://127.0.0.1:${server.port}/api/session`)).status, 200)
})

test('behind a reverse proxy it is known by the name alone, and by nothing that anybody could add', async () => {
  const server = await serving({ publicUrl: new URL('https://nokori.example.jp') })
  const { address, port, invitations } = server
  const host = 'nokori.example.jp'
  const proxied = { host, origin: `https://${host}`, 'x-forwarded-for': '192.0.2.1' }
  const entered = await enter(address, { token: invitations.newToken().reveal() }, { headers: proxied })
  assert.match(String(entered.headers['set-cookie']), new RegExp(`^__Host-nokori-${port}=.*; Secure$`, 'u'))
  const cookie = cookieIn(entered)
  const isIn = async (headers: Record<string, string>): Promise<[number, boolean | undefined]> => {
    const answer = await ask(`${address}/api/session`, { headers: { cookie, ...headers } })
    return [answer.status, answer.status === 200 ? jsonOf<{ letIn: boolean }>(answer).letIn : undefined]
  }
  assert.deepEqual(await isIn({ host }), [200, true])
  // On plain http the cookie of https counts for nothing.
  assert.deepEqual(await isIn({}), [200, false])
  assert.deepEqual(await isIn({ host, origin: `http://${host}` }), [403, undefined])
  const claims: Record<string, string>[] = [
    { 'x-forwarded-host': host, 'x-forwarded-proto': 'https' },
    { forwarded: `host=${host};proto=https` },
  ]
  for (const claim of claims) assert.deepEqual(await isIn({ host: 'evil.example', ...claim }), [421, undefined])
  assert.equal((await enter(address, { token: 'x' }, { headers: { origin: `https://${host}` } })).status, 403)
})

test('a pairing code lets one device in, however its digits are written', async () => {
  const server = await serving({ publicUrl: new URL('https://nokori.example.jp') })
  const { address, invitations } = server
  const headers = { host: 'nokori.example.jp', origin: 'https://nokori.example.jp' }
  assert.equal(jsonOf<{ pairing: boolean }>(await ask(`${address}/api/session`, { headers })).pairing, true)
  const type = async (code: string): Promise<[number, unknown]> => {
    const answer = await enter(address, { code }, { headers })
    return [answer.status, jsonOf<{ error?: string }>(answer).error]
  }
  assert.deepEqual(await type('12345678'), [403, 'lapsed'])
  const code = invitations.newCode().reveal()
  assert.match(code, /^\d{8}$/u)
  assert.deepEqual(await type(code.replace(/.$/u, (last) => `${(Number(last) + 1) % 10}`)), [403, 'wrong'])
  const wide = [...code].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join('')
  assert.deepEqual(await type(` ${wide.slice(0, 4)} ${wide.slice(4)}`), [200, undefined])
  assert.deepEqual(await type(code), [403, 'lapsed'])
})

test('a code that was guessed at too often holds no more, and who guesses on waits', async () => {
  const { address, invitations } = await serving({ publicUrl: new URL('https://nokori.example.jp') })
  const headers = { host: 'nokori.example.jp', origin: 'https://nokori.example.jp' }
  const code = invitations.newCode().reveal()
  const wrong = code.replace(/^./u, (first) => `${(Number(first) + 1) % 10}`)
  for (let tried = 0; tried < 5; tried += 1)
    assert.equal((await enter(address, { code: wrong }, { headers })).status, 403)
  assert.equal(invitations.acceptCode(code), 'lapsed')
  const late = await enter(address, { code }, { headers })
  assert.deepEqual([late.status, jsonOf(late)], [429, { error: 'too-soon' }])
  assert.ok(Number(late.headers['retry-after']) > 0)
})

test('no code lets anybody in where only this machine is served', async () => {
  const { address, invitations } = await serving()
  const code = invitations.newCode().reveal()
  assert.equal((await enter(address, { code })).status, 403)
})

test('who asks without end waits', async () => {
  const { address } = await serving()
  const statuses = await Promise.all([...Array(400).keys()].map(async () => (await ask(`${address}/icon.svg`)).status))
  assert.ok(statuses.includes(429))
  assert.ok(statuses.filter((status) => status === 200).length >= 240)
})

test('a browser is told the cursor of now, and then each change, also one by another connection', async () => {
  const server = await serving()
  const { address, served } = server
  const cookie = await letIn(server)
  await served.store.keep(days(2))
  const response = await asking(`${address}/api/events`, { headers: { cookie } })
  assert.equal(response.headers['content-type'], 'text/event-stream')
  const told = eventsOf(response)
  assert.equal(await told.next(), 2)
  await served.store.keep(days(3))
  assert.equal(await told.next(), 3)
  const body = push(await served.store.identity(), days(5), 3)
  await ask(`${address}/api/records`, { method: 'POST', headers: fromPage(address, cookie), body })
  assert.equal(await told.next(), 5)
  response.destroy()
})

/** The cursors that are told, each once. */
function eventsOf(response: Awaited<ReturnType<typeof asking>>): { next: () => Promise<number> } {
  let [text, last] = ['', -1]
  const chunks = response.setEncoding('utf8')[Symbol.asyncIterator]()
  const next = async (): Promise<number> => {
    for (;;) {
      const found = /^data: (\d+)$/mu.exec(text)
      if (found !== null) {
        text = text.slice(found.index + found[0].length)
        if (Number(found[1]) !== last) return (last = Number(found[1]))
        continue
      }
      const chunk = await chunks.next()
      assert.ok(chunk.done !== true, 'it ended')
      text += String(chunk.value)
    }
  }
  return { next }
}

test('so many listen at once and no more, and all of it ends with the server', async () => {
  const server = await startServing(mkdtempSync(join(folder, 'home-')))
  const cookie = await letIn(server)
  const listen = (): ReturnType<typeof asking> => asking(`${server.address}/api/events`, { headers: { cookie } })
  const listening = await Promise.all([...Array(64).keys()].map(listen))
  assert.deepEqual(new Set(listening.map(({ statusCode }) => statusCode)), new Set([200]))
  assert.equal((await listen()).statusCode, 503)
  listening[0]!.destroy()
  let again = await listen()
  while (again.statusCode !== 200) again = await listen()
  const ends = [...listening.slice(1), again].map(
    (response) => new Promise((resolve) => response.resume().on('end', resolve)),
  )
  await server.stop()
  await Promise.all(ends)
  assert.deepEqual(server.reported, [])
})

test('who dawdles is cut off: saying nothing, with the head, with the body, or with taking the answer', async () => {
  const large: StaticFile = {
    type: 'image/png',
    body: Buffer.alloc(64 * 2 ** 20),
    compressed: [],
    etag: 'W/"large"',
    isHashed: false,
  }
  const body = { headersMilliseconds: 100, requestMilliseconds: 200, checkMilliseconds: 50 }
  for (const [limits, begun] of [
    [{ silenceMilliseconds: 100 }, ''],
    [{ headersMilliseconds: 100, checkMilliseconds: 50 }, 'GET / HTTP/1.1\r\nHost: 127'],
    [body, 'POST /api/session HTTP/1.1\r\n{head}content-length: 100\r\n\r\n{"token":'],
    [{ answerMilliseconds: 100 }, 'GET /large.png HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
  ] as const) {
    const { port, address, reported } = await serving({ limits, files: new Map([['/large.png', large]]) })
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    const head = Object.entries({ host: `127.0.0.1:${port}`, ...fromPage(address) })
    socket.write(begun.replace('{head}', head.map(([name, value]) => `${name}: ${value}\r\n`).join('')))
    // Nobody takes what comes until the other side has hung up.
    await new Promise((resolve) => setTimeout(resolve, 300))
    let taken = 0
    for await (const chunk of socket) taken += (chunk as Buffer).length
    assert.ok(taken < large.body.length, begun)
    assert.deepEqual(reported, [])
  }
})

test('a ledger that fails is said to the browser and reported, and the server goes on', async () => {
  const server = await serving()
  const cookie = await letIn(server)
  await server.served.store.close()
  const answer = await ask(`${server.address}/api/records`, { headers: { cookie } })
  assert.deepEqual([answer.status, jsonOf(answer)], [503, { error: 'store' }])
  assert.equal(server.reported.length, 1)
  assert.equal((await ask(`${server.address}/`)).status, 200)
})

/** A certificate for this machine, and its key. */
function certificate(name: string): { cert: Buffer; key: Buffer } | null {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)]
  const names = `subjectAltName=IP:127.0.0.1${outer === null ? '' : `,IP:${outer}`}`
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=nokori test',
    '-addext',
    names,
    '-keyout',
    key,
    '-out',
    cert,
  ])
  return made.status === 0 ? { cert: readFileSync(cert), key: readFileSync(key) } : null
}
const tls = certificate('own')
const noTls = tls === null ? 'openssl is not here to make a certificate' : noOuter

test('over https other machines get the app, and come in by a pairing code', { skip: noTls }, async () => {
  const server = await serving({ listen: '0.0.0.0', tls })
  const ca = tls!.cert
  for (const address of [`https://127.0.0.1:${server.port}`, `https://${outer}:${server.port}`]) {
    assert.equal((await ask(`${address}/`, { ca })).status, 200)
    const entered = await enter(address, { code: server.invitations.newCode().reveal() }, { ca })
    assert.match(String(entered.headers['set-cookie']), /^__Host-nokori-\d+=.*; Secure$/u)
    const cookie = cookieIn(entered)
    assert.equal((await ask(`${address}/api/records`, { ca, headers: { cookie } })).status, 200)
    assert.equal((await ask(`${address}/`, { ca, headers: { host: 'evil.example' } })).status, 421)
    assert.equal(
      (await ask(`${address}/api/session`, { ca, headers: { origin: address.replace('https', 'http') } })).status,
      403,
    )
  }
  await assert.rejects(ask(`http://127.0.0.1:${server.port}/`))
})

test('a certificate that is none stops the server before it begins', { skip: noTls }, async () => {
  await assert.rejects(serving({ tls: { cert: Buffer.from('none'), key: tls!.key } }), /PEM|OSSL/u)
  await assert.rejects(serving({ tls: { cert: tls!.cert, key: certificate('other')!.key } }), {
    code: 'ERR_OSSL_X509_KEY_VALUES_MISMATCH',
  })
})

test('a build that takes the place of this one while it is served changes nothing of it', async () => {
  const server = await serving()
  writeFileSync(join(server.folder, 'web', 'index.html'), 'half a')
  rmSync(join(server.folder, 'web', 'en'), { recursive: true })
  assert.match((await ask(`${server.address}/`)).body.toString(), /<title>Nokori</u)
  assert.equal((await ask(`${server.address}/en/`)).status, 200)
})
