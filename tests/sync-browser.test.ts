/** Two real browsers and the command, kept in step by a real server that comes and goes. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { build } from 'esbuild'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { readStaticFiles, type StaticFiles } from '../src/server/static-files.ts'
import type { SyncState } from '../src/web/sync.ts'
import { browserPath } from './browser-path.ts'
import { nokori } from './nokori.ts'
import { startServing, type Serving } from './serving.ts'
import type { SyncPage } from './sync-page.ts'

declare const page: SyncPage

const folder = mkdtempSync(join(tmpdir(), 'nokori-sync-browser-'))
let files: StaticFiles = new Map()
let browser: Browser | null = null
let server: Serving | null = null

/** The smallest app, built, and a browser for as long as these tests run. */
async function begin(): Promise<void> {
  const app = join(folder, 'app')
  await build({
    entryPoints: [join(import.meta.dirname, 'sync-page.ts')],
    outfile: join(app, 'page.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
  })
  const document = '<!doctype html><title>Nokori</title><script type="module" src="/page.js"></script>'
  writeFileSync(join(app, 'index.html'), document)
  files = (await readStaticFiles(app))!
  browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox'] })
}

async function end(): Promise<void> {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true })
}

/** A browser of its own: its own cookies, its own ledger. What its page complains of is collected. */
async function open(address: string): Promise<{ context: BrowserContext; tab: Page; complaints: string[] }> {
  const context = await browser!.newContext()
  const tab = await context.newPage()
  const complaints: string[] = []
  tab.on('pageerror', ({ message }) => complaints.push(message))
  tab.on('console', (message) => {
    if (/Content Security Policy|Refused to|Trusted/u.test(message.text())) complaints.push(message.text())
  })
  await tab.goto(address)
  await tab.waitForFunction(() => 'page' in globalThis)
  return { context, tab, complaints }
}

const inState = (tab: Page, wanted: SyncState): Promise<unknown> =>
  tab.waitForFunction((state) => page.states.at(-1) === state, wanted)
const hasNames = (tab: Page, wanted: readonly string[]): Promise<unknown> =>
  tab.waitForFunction(async (names) => (await page.names()).join() === names, wanted.join())
const keep = (tab: Page, name: string): Promise<void> =>
  tab.evaluate((given) => page.keep(given, new Date().toISOString()), name)
const command = (args: readonly string[]): ReturnType<typeof nokori> =>
  nokori(args, '', { NOKORI_HOME: join(folder, 'home') })
const linesOfCommand = async (): Promise<string[]> =>
  (JSON.parse((await command(['list', '--json'])).stdout) as { name: string }[]).map(({ name }) => name)

suite('a page in step', () => {
  before(begin)
  after(end)

  test('what is kept in a browser or by the command shows everywhere, also what was kept while the server was away', async () => {
    server = await startServing(join(folder, 'home'), { files })
    const { address, port, invitations } = server
    const invite = (): string => `${address}/#token=${invitations.newToken().reveal()}`
    const phone = await open(invite())
    assert.equal(await phone.tab.evaluate(() => page.entered), 'in')
    assert.equal(phone.tab.url(), `${address}/`)
    await inState(phone.tab, 'inStep')
    assert.deepEqual(await phone.tab.evaluate(() => page.states), ['connecting', 'inStep'])
    assert.equal(await phone.tab.evaluate(() => document.cookie), '')
    const [cookie] = await phone.context.cookies()
    assert.deepEqual([cookie?.httpOnly, cookie?.sameSite], [true, 'Strict'])

    const stranger = await open(address)
    await inState(stranger.tab, 'refused')
    await stranger.context.close()

    const desk = await open(invite())
    await inState(desk.tab, 'inStep')
    await keep(phone.tab, 'a')
    await hasNames(desk.tab, ['a'])
    // Who has given it is not told that it came.
    await desk.tab.waitForFunction(() => page.changes === 1)
    assert.equal(await phone.tab.evaluate(() => page.changes), 0)
    assert.deepEqual(await linesOfCommand(), ['a'])
    assert.equal((await command(['add', 'b'])).code, 0)
    const [, b] = JSON.parse((await command(['list', '--json'])).stdout) as { id: string }[]
    for (const { tab } of [phone, desk])
      await tab.waitForFunction(async (id) => (await page.names()).includes(id), b!.id)

    await server.stop()
    for (const { tab } of [phone, desk]) await inState(tab, 'away')
    await keep(phone.tab, 'c')
    await keep(desk.tab, 'd')
    assert.equal((await command(['remove', 'b', '--yes'])).code, 0)
    server = await startServing(join(folder, 'home'), { files, port })
    // As when its network comes back; the other one finds out by itself a little later.
    await phone.tab.evaluate(() => dispatchEvent(new Event('online')))
    for (const { tab } of [phone, desk]) {
      await hasNames(tab, ['a', 'c', 'd'])
      await inState(tab, 'inStep')
    }
    assert.deepEqual(await linesOfCommand(), ['a', 'c', 'd'])

    await phone.tab.evaluate(() => page.leave())
    await keep(phone.tab, 'e')
    await inState(phone.tab, 'refused')
    await keep(desk.tab, 'f')
    await hasNames(desk.tab, ['a', 'c', 'd', 'f'])
    await inState(desk.tab, 'inStep')
    assert.deepEqual(await linesOfCommand(), ['a', 'c', 'd', 'f'])
    for (const { complaints } of [phone, desk]) assert.deepEqual(complaints, [])
    assert.deepEqual(server.reported, [])
  })

  test('where only the files of the app are, there is no server to wait for', async () => {
    const asked: string[] = []
    const host = createServer((request, response) => {
      asked.push(request.url ?? '')
      const file = files.get(request.url === '/' ? '/index.html' : (request.url ?? ''))
      response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.type ?? 'text/plain' }).end(file?.body)
    })
    await new Promise<void>((resolve) => void host.listen(0, '127.0.0.1', resolve))
    const { context, tab } = await open(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
    await inState(tab, 'off')
    await tab.evaluate(() => {
      dispatchEvent(new Event('online'))
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })
    assert.deepEqual(await tab.evaluate(() => page.states), ['connecting', 'off'])
    assert.deepEqual(
      asked.filter((path) => path.startsWith('/api/')),
      ['/api/session'],
    )
    await context.close()
    host.close()
    host.closeAllConnections()
  })

  test('another page, even of this machine, can neither show the app in a frame nor ask it for anything', async () => {
    const victim = await startServing(mkdtempSync(join(folder, 'victim-')), { files })
    const attacker = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<iframe src="${victim.address}/"></iframe>`)
    })
    await new Promise<void>((resolve) => void attacker.listen(0, '127.0.0.1', resolve))
    const { port } = attacker.address() as AddressInfo
    const { context, tab } = await open(`${victim.address}/#token=${victim.invitations.newToken().reveal()}`)
    await inState(tab, 'inStep')
    // Of another site, and of the same one but another port, whose requests carry the cookie.
    for (const host of ['localhost', '127.0.0.1']) {
      await tab.goto(`http://${host}:${port}/`)
      assert.ok(!tab.frames().some((frame) => frame.url().startsWith(victim.address)))
      const got = await tab.evaluate(async (address) => {
        const tries: RequestInit[] = [
          {},
          { mode: 'no-cors' },
          { method: 'POST', mode: 'no-cors', body: '{}' },
          { method: 'DELETE' },
        ]
        const paths = ['session', 'sessions', 'records', 'events']
        const heard = paths.flatMap((path) =>
          tries.map((init) =>
            fetch(`${address}/api/${path}`, { credentials: 'include', ...init }).then(
              ({ status, type }) => `${status} ${type}`,
              () => 'nothing',
            ),
          ),
        )
        return Promise.all(heard)
      }, victim.address)
      assert.deepEqual(new Set(got), new Set(['nothing']))
    }
    await tab.goto(victim.address)
    await tab.waitForFunction(() => 'page' in globalThis)
    await inState(tab, 'inStep')
    await context.close()
    await victim.stop()
    await new Promise((resolve) => {
      attacker.close(resolve)
      attacker.closeAllConnections()
    })
  })
})
