/** `nokori check --show`: a person signs in in a window of a real browser, and what they have before them is read over their shoulder. */
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findBrowser } from '../src/channels/portal/find-browser.ts'
import { nokori, type Run } from './nokori.ts'
import { browserPath } from './browser-path.ts'
import { counted, HARMS } from './portals/counters.ts'
import { OWNER } from './portals/owner.ts'
import type { Portal } from './portals/portal.ts'
import { startPortal, type RunningPortal } from './portals/server.ts'
import { portalOf } from './portals/visiting.ts'

const folder = mkdtempSync(join(tmpdir(), 'nokori-show-'))
after(() => rmSync(folder, { recursive: true }))

const WINDOWED = findBrowser(process.env, process.platform, true)
const WHY_NOT = WINDOWED === null ? 'no browser with a window is installed here' : false
const NOW = '2026-11-26T12:00:00+09:00'
const PASSPHRASE = 'seal-these-0000'

/**
 * The installed browser, drawing its window into nothing, with a door for the person who sits before it: all that the command does
 * with it is the same.
 */
async function browserWithoutScreen(name: string): Promise<{ readonly path: string; readonly door: string }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\nexec "${WINDOWED}" --headless=new --remote-debugging-port=${port} "$@"\n`)
  chmodSync(path, 0o700)
  return { path, door: `http://127.0.0.1:${port}` }
}

/** Sits down before the window, as soon as it is there. */
async function sitDown(door: string): Promise<BrowserContext> {
  for (;;) {
    const browser = await chromium.connectOverCDP(door).catch(() => null)
    const context = browser?.contexts().find((each) => each.pages().length > 0)
    if (context !== undefined) return context
    await browser?.close()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const pageIn = async (context: BrowserContext): Promise<Page> => {
  const [page] = context.pages()
  await page!.waitForLoadState()
  return page!
}

/** Nobody types as fast as a machine. */
const takeBreath = (page: Page): Promise<void> => page.waitForTimeout(500)

async function signIn(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  await page.locator(`[name=${Object.keys(typed)[0]}]`).waitFor()
  await takeBreath(page)
  for (const [name, value] of Object.entries(typed)) await page.fill(`[name=${name}]`, value)
  await page.locator(`form:has([name=${Object.keys(typed)[0]}]) [type=submit]`).click()
}

interface Shown {
  readonly ran: Run
  /** Runs another command on the same ledger. */
  readonly again: (...args: string[]) => Promise<Run>
}

let count = 0

/** Adds a line, shows its portal, and lets somebody do something there. */
async function shown(
  fields: readonly string[],
  person: (page: Page, context: BrowserContext) => Promise<void>,
  flags: readonly string[] = [],
): Promise<Shown> {
  count += 1
  const { path, door } = await browserWithoutScreen(`browser-${count}`)
  const environment = {
    NOKORI_HOME: mkdtempSync(join(folder, 'home-')),
    NOKORI_PASSPHRASE: PASSPHRASE,
    NOKORI_BROWSER: path,
  }
  const again = (...args: string[]): Promise<Run> =>
    nokori([...args, '--now', NOW], JSON.stringify({ password: OWNER.password }), environment)
  await again('add', 'main', '--carrier', 'docomo', ...fields)
  const running = again('check', 'main', '--show', ...flags)
  const context = await sitDown(door)
  await person(await pageIn(context), context)
  return { ran: await running, again }
}

/** The same at a simulated portal; nothing is done there but what the person does. */
async function shownAt(
  id: string,
  person: (page: Page, context: BrowserContext) => Promise<void>,
  use: (shown: Shown, running: RunningPortal) => Promise<void>,
  { isStored = false, flags = [] as readonly string[] } = {},
): Promise<void> {
  const portal: Portal = portalOf(id)
  const running = await startPortal(portal)
  const sites = running.loginSites.flatMap((site) => ['--login-site', site])
  const user = isStored ? ['--user', portal.user!, '--secrets-stdin'] : []
  try {
    await use(await shown(['--portal', running.address, ...sites, ...user], person, flags), running)
    assert.deepEqual(counted(running.counters, HARMS), [])
  } finally {
    await running.stop()
  }
}

const WINDOW = { skip: WHY_NOT, timeout: 60_000 }

test('what a person who stored nothing has before them is read, kept, and nothing else is', WINDOW, () =>
  shownAt(
    'two-ways',
    async (page) => {
      await signIn(page, { telnum: '09000001234', password: OWNER.password })
      await page.getByText('メニュー', { exact: true }).click()
      await takeBreath(page)
      await page.getByText('ご利用のデータ通信量を確認する').click()
      await page.getByText('ご利用状況の確認').click()
      await page.waitForEvent('close')
    },
    async ({ ran, again }, running) => {
      assert.equal(ran.code, 0, ran.stderr)
      assert.match(ran.stderr, /main · a browser is open: sign in there/u)
      assert.match(ran.stdout, /3\.20 GB left/u)
      assert.match((await again('status')).stdout, /3\.20 GB left[^]*web portal/u)
      assert.deepEqual([running.counters.passwords, running.counters.failedLogins], [1, 0])
      const { requests } = running.counters
      assert.match((await again('check', 'main')).stdout, /No sign-in is stored/u)
      assert.equal(running.counters.requests, requests)
    },
  ),
)

test('where a sign-in is stored, the session is kept for later checks', WINDOW, () =>
  shownAt(
    'used-only',
    async (page) => {
      await signIn(page, { u: OWNER.mail, p: OWNER.password })
      await page.getByText('データ利用量').click()
      await page.waitForEvent('close')
    },
    async ({ ran, again }, running) => {
      assert.equal(ran.code, 0, ran.stderr)
      const [answer] = JSON.parse(ran.stdout) as Record<string, unknown>[]
      assert.deepEqual(
        [answer!['outcome'], answer!['usedBytes'], answer!['engine']],
        ['reading', 7_420_000_000, 'browser'],
      )
      assert.ok(Number(answer!['bytesReceived']) > 0)
      const { code, stdout } = await again('check', 'main')
      assert.equal(code, 0, stdout)
      assert.equal(running.counters.passwords, 1)
    },
    { isStored: true, flags: ['--json'] },
  ),
)

test('a code, a second window, and the first one closed', WINDOW, () =>
  shownAt(
    'd-account',
    async (page, context) => {
      await signIn(page, { authid: OWNER.user })
      await signIn(page, { authpass: OWNER.password })
      await signIn(page, { subauth: OWNER.code })
      await page.getByText('ご利用料金').waitFor()
      const opened = context.waitForEvent('page')
      await page.getByText('ご利用データ量のご確認').click({ modifiers: ['ControlOrMeta'] })
      const other = await opened
      await page.close()
      await other.getByText('当月ご利用データ量（詳細）').click()
      await other.waitForEvent('close')
    },
    async ({ ran }, running) => {
      assert.equal(ran.code, 0, ran.stderr)
      assert.match(ran.stdout, /4,310,522 KB left/u)
      assert.deepEqual([running.counters.passwords, running.counters.codesSent], [1, 1])
    },
  ),
)

test('a figure in a page inside the page is read', WINDOW, () =>
  shownAt(
    'frames',
    async (page) => {
      const main = page.frameLocator('[name=main]')
      await main.locator('[name=kaiin]').waitFor()
      await takeBreath(page)
      await main.locator('[name=kaiin]').fill(OWNER.user)
      await main.locator('[name=ango]').fill(OWNER.password)
      await main.locator('form:has([name=kaiin]) [type=submit]').click()
      await main.frameLocator('[name=main]').getByText('データ通信量照会').click()
      await page.waitForEvent('close')
    },
    async ({ ran }) => {
      assert.equal(ran.code, 0, ran.stderr)
      assert.match(ran.stdout, /2\.345 GB left/u)
    },
  ),
)

test('a window that is closed too early brings nothing, and says so', WINDOW, () =>
  shownAt(
    'two-ways',
    async (page) => {
      await takeBreath(page)
      await page.close()
    },
    async ({ ran, again }, running) => {
      assert.equal(ran.code, 3)
      assert.match(ran.stdout, /window was closed[^]*leave the page[^]*nokori read --line main page\.html/u)
      assert.equal(running.counters.passwords, 0)
      assert.doesNotMatch((await again('status')).stdout, /cannot check/u)
    },
    { isStored: true },
  ),
)

/** What a landing page shows is nobody's; and it has a figure for whoever believes it. */
const PUBLIC_PAGE = '<h1>アプリで確認</h1><p>残りデータ量 9.99GB</p>'
const DOOR_PAGE = `<form method="post" action="/"><p>ID<input name="id"><p>パスワード<input type="password" name="password">
<button>ログイン</button></form><a href="/">トップへ</a>`

test('what is shown before a sign-in is not read, and nothing in a page is touched', WINDOW, async () => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(request.url === '/door' ? DOOR_PAGE : `${PUBLIC_PAGE}<a href="/door">会員の方</a>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { ran } = await shown(['--portal', address], async (page) => {
    await page.getByText('会員の方').click()
    await page.locator('[name=id]').waitFor()
    await takeBreath(page)
    assert.doesNotMatch(await page.content(), /nokori/u)
    await page.getByText('トップへ').click()
    await page.getByText('9.99GB').waitFor()
    await page.waitForTimeout(1200)
    await page.close()
  })
  server.close()
  server.closeAllConnections()
  assert.equal(ran.code, 3, ran.stdout)
  assert.match(ran.stdout, /window was closed/u)
})

test('without a screen it says why, and what to do', WINDOW, async () => {
  const environment = { NOKORI_HOME: mkdtempSync(join(folder, 'home-')), NOKORI_BROWSER: WINDOWED!, DISPLAY: '' }
  await nokori(['add', 'main', '--carrier', 'docomo', '--portal', 'http://127.0.0.1:9/'], '', environment)
  const { code, stdout } = await nokori(['check', 'main', '--show'], '', { ...environment, WAYLAND_DISPLAY: '' })
  assert.equal(code, 4)
  assert.match(stdout, /no screen here[^]*not over SSH[^]*nokori read --line main page\.html/u)
})

test('a browser that has no window is not taken for one', async () => {
  const environment = { NOKORI_HOME: mkdtempSync(join(folder, 'home-')), NOKORI_BROWSER: await browserPath() }
  await nokori(['add', 'main', '--carrier', 'docomo', '--portal', 'http://127.0.0.1:9/'], '', environment)
  assert.match((await nokori(['check', '--show'], '', environment)).stderr, /--show.*NAME/u)
  if (!/headless.?shell/u.test(environment.NOKORI_BROWSER)) return
  const { code, stdout } = await nokori(['check', 'main', '--show'], '', environment)
  assert.equal(code, 4)
  assert.match(stdout, /No browser with a window[^]*NOKORI_BROWSER/u)
})
