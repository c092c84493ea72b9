/** Tabs of a real browser with one profile on the disk, and the stores in them as if they were here. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import type { LedgerRecord } from '../../src/ledger/records.ts'
import { StoreProblem, type Store } from '../../src/ledger/store.ts'
import { browserPath } from '../browser-path.ts'
import type { Actions } from './in-tab.ts'

/** A store in a tab. */
export interface TabStore extends Store {
  /** Its number in the tab. */
  readonly index: number
  /** How often it said that another tab had changed it. */
  changes(): Promise<number>
}

export interface Tab {
  readonly page: Page
  open(name: string): Promise<TabStore>
  /** Does something in the tab; rejects with the `StoreProblem` that was met there. */
  perform<Action extends keyof Actions>(
    action: Action,
    ...given: Parameters<Actions[Action]>
  ): Promise<Awaited<ReturnType<Actions[Action]>>>
}

export interface Browser {
  readonly context: BrowserContext
  /** Opens a tab at an address. */
  tab(origin: string): Promise<Tab>
  close(): Promise<void>
  /** Ends all of its processes at once. */
  kill(): Promise<void>
}

/** What a tab loads. */
export async function scriptForTabs(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'in-tab.ts')],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]!.text
}

/** Starts a browser, on a new profile or one that is there. */
export async function startBrowser(profile?: string): Promise<Browser> {
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'nokori-profile-')))
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const context = await chromium.launchPersistentContext(folder, { executablePath: await browserPath(), args })
  return {
    context,
    async tab(origin) {
      const page = await context.newPage()
      await page.goto(origin)
      return tabIn(page)
    },
    async close() {
      await context.close()
      if (profile === undefined) await rm(folder, { recursive: true, force: true })
    },
    async kill() {
      const session = await context.browser()!.newBrowserCDPSession()
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      const gone = context.waitForEvent('close')
      for (const { id } of processInfo) process.kill(id, 'SIGKILL')
      await gone
    },
  }
}

export interface Served {
  readonly origin: string
  /** The same page, for which the browser keeps things apart. */
  readonly otherOrigin: string
  stop(): Promise<void>
}

/** An empty page with the script, on this machine. */
export async function serveTabs(): Promise<Served> {
  const script = await scriptForTabs()
  const server = createServer((request, response) => {
    const isScript = request.url === '/in-tab.js'
    response
      .setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
      .end(isScript ? script : '<!doctype html><script src="/in-tab.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function tabIn(page: Page): Tab {
  const tab: Tab = {
    page,
    async perform(action, ...given) {
      const done = await page.evaluate(([name, values]) => perform(name, values), [action, given] as const)
      if ('problem' in done) throw new StoreProblem(done.problem, done.path)
      return done.value as never
    },
    open: async (name) => storeIn(tab, await tab.perform('open', name)),
  }
  return tab
}

function storeIn(tab: Tab, index: number): TabStore {
  const call =
    (method: Exclude<keyof Store, 'all'>) =>
    (...given: readonly unknown[]): Promise<never> =>
      tab.perform('call', index, method, given) as Promise<never>
  return {
    index,
    changes: () => tab.perform('changes', index),
    async *all(): AsyncIterable<LedgerRecord> {
      yield* await tab.perform('all', index)
    },
    keep: call('keep'),
    find: call('find'),
    nextTo: call('nextTo'),
    byIds: call('byIds'),
    startingWith: call('startingWith'),
    count: call('count'),
    identity: call('identity'),
    since: call('since'),
    close: call('close'),
  }
}
