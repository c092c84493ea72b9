/** The ledger in the IndexedDB of a real browser. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { randomFrom } from '../src/forecast/random.ts'
import { linesIn } from '../src/jobs/lines.ts'
import { overviewOf } from '../src/jobs/overview.ts'
import { exportedLines, exportedTable } from '../src/jobs/transfer.ts'
import { signed } from '../src/ledger/identity.ts'
import { editsOf } from '../src/ledger/lines.ts'
import type { Deletion, LedgerRecord } from '../src/ledger/records.ts'
import { StoreProblem, type StoreProblemCode } from '../src/ledger/store.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { scriptForTabs, serveTabs, startBrowser, tabIn, type Browser, type Served, type Tab } from './indexeddb/tabs.ts'
import { bytes, GB, kept, reading } from './ledger-samples.ts'
import { storeSuite } from './store-suite.ts'

let served: Served
let browser: Browser
let tab: Tab
before(async () => {
  served = await serveTabs()
  browser = await startBrowser()
  tab = await newTab()
})
after(async () => {
  await browser.close()
  await served.stop()
})
const newTab = (): Promise<Tab> => browser.tab(served.origin)

storeSuite('indexeddb', (name) => tab.open(name))

const minute = (count: number, line = 'line'): ReturnType<typeof kept> =>
  kept(new Date(Date.UTC(2026, 10, 23) + count * 60_000).toISOString(), reading({ used: bytes(count * GB) }), line)
const minutes = (count: number, line?: string): LedgerRecord[] => [...Array(count).keys()].map((at) => minute(at, line))

async function problemOf(action: Promise<unknown>): Promise<StoreProblemCode | null> {
  try {
    await action
    return null
  } catch (error) {
    assert.ok(error instanceof StoreProblem, String(error))
    return error.code
  }
}

/** Opens a database as another program would; `keeps`: it does not let go when somebody else wants it. */
const openRaw = ({ page }: Tab, name: string, version?: number, keeps = false): Promise<number> =>
  page.evaluate(
    ([of, wanted, stays]) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open(of, wanted)
        request.addEventListener('success', () => {
          if (!stays) request.result.close()
          else Object.assign(globalThis, { raw: request.result })
          resolve(request.result.version)
        })
        request.addEventListener('error', () => reject(request.error!))
        request.addEventListener('blocked', () => reject(new Error('blocked')))
      }),
    [name, version, keeps] as const,
  )
const letGo = ({ page }: Tab): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { raw: IDBDatabase }).raw.close())
const databases = ({ page }: Tab): Promise<(string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

test('a database of a later version is refused and left as it is', async () => {
  assert.equal(await openRaw(tab, 'later', 999), 999)
  assert.equal(await problemOf(tab.open('later')), 'newer')
  assert.equal(await openRaw(tab, 'later'), 999)
})

test('a database that is not a ledger is not taken for one', async () => {
  await openRaw(tab, 'foreign', 1)
  assert.equal(await problemOf(tab.open('foreign')), 'damaged')
})

test('a newer app in another tab is not held up, and is named from then on', async () => {
  const store = await tab.open('upgraded')
  await store.keep([minute(1)])
  const other = await newTab()
  assert.equal(await openRaw(other, 'upgraded', 2), 2)
  assert.equal(await problemOf(store.keep([minute(2)])), 'newer')
  await other.page.close()
})

test('what another tab changes is told, and only that', async () => {
  const other = await newTab()
  const [mine, theirs, elsewhere] = [await tab.open('told'), await other.open('told'), await other.open('not told')]
  await mine.keep([minute(1)])
  await until(async () => (await theirs.changes()) === 1)
  await mine.keep([minute(1)])
  await mine.keep([signed<Deletion>({ kind: 'deletion', lineId: 'line', at: '2026-11-24T00:00:00.000Z' })])
  await until(async () => (await theirs.changes()) === 2)
  assert.equal(await theirs.count('reading'), 0)
  assert.deepEqual([await mine.changes(), await elsewhere.changes()], [0, 0])
  await other.page.close()
})

test('a ledger that is forgotten in one tab begins anew in the others, which hear of it', async () => {
  const other = await newTab()
  const store = await tab.open('forgotten')
  const identity = await store.identity()
  await store.keep([minute(1)])
  await other.perform('forget', 'forgotten')
  assert.ok(!(await databases(other)).includes('forgotten'))
  await until(async () => (await store.changes()) === 1)
  assert.equal(await store.count('reading'), 0)
  assert.notEqual(await store.identity(), identity)
  assert.equal(await store.keep([minute(2)]), 1)
  await other.page.close()
})

test('a tab that does not let go is not waited for forever, and what was asked is done once it does', async () => {
  const [holder, waiting] = [await newTab(), await newTab()]
  await (await holder.open('held')).close()
  await openRaw(holder, 'held', undefined, true)
  await waiting.page.clock.install()
  const forgetting = problemOf(waiting.perform('forget', 'held'))
  const opening = problemOf(waiting.open('held'))
  await setTimeout(200)
  await waiting.page.clock.fastForward(60_000)
  assert.deepEqual([await forgetting, await opening], ['busy', 'busy'])
  await letGo(holder)
  assert.equal(await (await waiting.open('held')).count('reading'), 0)
  await holder.page.close()
  await waiting.page.close()
})

test('what the browser closes is opened again, and what was under way is done or said to have failed', async () => {
  const store = await tab.open('closed')
  const session = await browser.context.newCDPSession(tab.page)
  const close = (): Promise<unknown> =>
    session.send('Storage.clearDataForOrigin', { origin: served.origin, storageTypes: 'indexeddb' })
  await store.keep([minute(1)])
  await close()
  assert.equal(await store.keep([minute(1), minute(2)]), 2)
  const keeping = [...Array(20).keys()].map((side) => problemOf(store.keep(minutes(200, `side ${side}`))))
  await close()
  assert.ok((await Promise.all(keeping)).every((problem) => problem === null || problem === 'failed'))
  await store.keep([minute(3)])
  assert.equal((await store.byIds('reading', [minute(3).id])).length, 1)
})

test('a store that is closed still does what was under way and tells of it, and no more', async () => {
  const other = await newTab()
  const [store, theirs] = [await tab.open('ended'), await other.open('ended')]
  const keeping = store.keep(minutes(300))
  await store.close()
  assert.equal(await keeping, 300)
  await until(async () => (await theirs.changes()) === 1)
  assert.equal(await problemOf(store.count('reading')), 'failed')
  assert.equal(await theirs.count('reading'), 300)
  await other.page.close()
})

test('where the browser keeps nothing, that is a problem with a name', async () => {
  const [without, sandboxed] = [await browser.context.newPage(), await browser.context.newPage()]
  await without.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  await without.goto(served.origin)
  const headers = { 'content-security-policy': 'sandbox allow-scripts' }
  await sandboxed.route('**', (route) => route.fulfill({ contentType: 'text/html', headers, body: '<!doctype html>' }))
  await sandboxed.goto(served.origin)
  await sandboxed.addScriptTag({ content: await scriptForTabs() })
  for (const page of [without, sandboxed]) {
    assert.equal(await problemOf(tabIn(page).open('any')), 'read-only')
    assert.equal(await problemOf(tabIn(page).perform('forget', 'any')), 'read-only')
    await page.close()
  }
})

test('what cannot be kept whole is not kept in part', async () => {
  const store = await tab.open('whole')
  await store.keep(minutes(3))
  const impossible = { ...minute(9), reading: { confidence: 1n } } as unknown as LedgerRecord
  const deletion = signed<Deletion>({ kind: 'deletion', lineId: 'line', at: '2026-11-24T00:00:00.000Z' })
  assert.equal(
    await problemOf(store.keep([deletion, ...minutes(3, 'other'), { ...impossible, lineId: 'other' }])),
    'failed',
  )
  assert.equal(await store.count('reading'), 3)
  assert.equal(await store.count('deletion'), 0)
})

test('full storage is said, nothing that was acknowledged is lost, and there is room again later', async () => {
  const origin = served.otherOrigin
  const filling = await browser.tab(origin)
  const session = await browser.context.newCDPSession(filling.page)
  // Before anything is kept: the browser remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
  const store = await filling.open('full')
  let acknowledged = 0
  let problem: StoreProblemCode | null = null
  while (problem === null && acknowledged < 10_000) {
    problem = await problemOf(store.keep(minutes(100, `line ${acknowledged}`)))
    if (problem === null) acknowledged += 100
  }
  assert.equal(problem, 'full')
  assert.ok(acknowledged > 0)
  assert.equal(await store.count('reading'), acknowledged)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  assert.equal(await store.keep(minutes(100, `line ${acknowledged}`)), 100)
  await filling.page.close()
})

test('the browser answers whether it will keep what is stored, and how much that is', async () => {
  assert.equal(typeof (await tab.perform('askToPersist')), 'boolean')
  const room = await tab.perform('roomHere')
  assert.ok(room !== null && room.usedBytes > 0 && room.allowedBytes > room.usedBytes)
})

test('two tabs write at once, and all of it is there in one order', async () => {
  const tabs = [tab, await newTab()]
  const stores = await Promise.all(tabs.map((each) => each.open('several')))
  await Promise.all(
    stores.map(async (store, side) => {
      for (let at = 0; at < 40; at += 1) await store.keep([minute(at, `side ${side}`), minute(at, 'both')])
    }),
  )
  const [first, second] = await Promise.all(stores.map((store) => store.since(0, 1000)))
  assert.equal(first!.records.length, 120)
  assert.deepEqual(first, second)
  assert.equal(await stores[0]!.count('reading'), 120)
  await tabs[1]!.page.close()
})

const KILLS = 5
const BATCH = 200

test('a tab killed while it keeps much: all of a batch is there or nothing, and all that was acknowledged', async () => {
  const random = randomFrom(1)
  for (let round = 0; round < KILLS; round += 1) {
    const killed = await newTab()
    const acknowledged: string[] = []
    await keepWithoutEnd(killed, 'killed', round, acknowledged)
    await until(() => Promise.resolve(acknowledged.length > 0))
    await setTimeout(random.next() * 100)
    const session = await browser.context.newCDPSession(killed.page)
    const crashed = killed.page.waitForEvent('crash')
    session.send('Page.crash').catch(() => {})
    await crashed
    await killed.page.close()
    await assertBatches(tab, 'killed', acknowledged)
  }
})

test('a browser killed while it keeps much: the same', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'nokori-profile-'))
  const dying = await startBrowser(profile)
  const acknowledged: string[] = []
  await keepWithoutEnd(await dying.tab(served.origin), 'killed', 0, acknowledged)
  await until(() => Promise.resolve(acknowledged.length > 1))
  await dying.kill()
  const again = await startBrowser(profile)
  await assertBatches(await again.tab(served.origin), 'killed', acknowledged)
  await again.close()
  await rm(profile, { recursive: true, force: true })
})

/** Keeps a batch after the other in the tab, each about a line of its own, and tells of each that was acknowledged. */
async function keepWithoutEnd(keeping: Tab, name: string, round: number, acknowledged: string[]): Promise<void> {
  const { index } = await keeping.open(name)
  const { page } = keeping
  await page.exposeFunction('acknowledge', (lineId: string) => void acknowledged.push(lineId))
  await page.evaluate(
    ([at, samples, times]) => {
      const { acknowledge } = globalThis as unknown as { acknowledge: (lineId: string) => void }
      const run = async (): Promise<void> => {
        for (let batch = 0; ; batch += 1) {
          const lineId = `round ${times} batch ${batch}`
          const records = samples.map((sample) => ({ ...sample, id: `${sample.id} ${lineId}`, lineId }))
          await perform('call', [at, 'keep', [records]])
          acknowledge(lineId)
        }
      }
      void run()
    },
    [index, minutes(BATCH), round] as const,
  )
}

async function assertBatches(looking: Tab, name: string, acknowledged: readonly string[]): Promise<void> {
  const store = await looking.open(name)
  const counts = new Map<string, number>()
  for await (const { lineId } of store.all()) counts.set(lineId, (counts.get(lineId) ?? 0) + 1)
  assert.deepEqual(
    [...counts.values()].filter((count) => count !== BATCH),
    [],
  )
  assert.deepEqual(
    acknowledged.filter((lineId) => !counts.has(lineId)),
    [],
  )
  await store.close()
}

/** Until something is so: tabs hear of each other in their own time. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    assert.ok(tries < 500, 'it never came')
    await setTimeout(20)
  }
}

test('the jobs of the app come to the same in the browser as here', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nokori-jobs-'))
  const here = await openSqliteStore(join(folder, 'ledger.sqlite'))
  const now = '2026-11-26T00:00:00.000Z'
  for (const [line, zone] of [
    ['home', 'Asia/Tokyo'],
    ['=trip', 'America/New_York'],
  ] as const) {
    const fields = { name: line, carrier: 'docomo', cycle: { kind: 'calendarMonth', zone } } as const
    await here.keep(editsOf(line, fields, now))
    await here.keep([...Array(60).keys()].map((day) => dayBefore(day, line)))
  }
  const lines = await all(exportedLines(here))
  const store = await tab.open('jobs')
  assert.deepEqual(await tab.perform('import', store.index, lines), {
    count: lines.length,
    changed: lines.length,
    refused: 0,
    firstRefused: null,
  })
  assert.equal(await tab.perform('export', store.index), lines.join(''))
  assert.equal(await tab.perform('table', store.index), (await all(exportedTable(here))).join(''))
  const found = await linesIn(here)
  assert.deepEqual(await tab.perform('lines', store.index), found)
  for (const line of found)
    assert.deepEqual(
      [await tab.perform('overview', store.index, line, now)],
      await overviewOf(here, [line], new Map(), now),
    )
  await here.close()
  await rm(folder, { recursive: true })
})

const dayBefore = (days: number, line: string): LedgerRecord => {
  const seen = new Date(Date.UTC(2026, 10, 25, 20) - days * 86_400_000)
  const left = (31 - seen.getUTCDate()) / 2
  return kept(seen.toISOString(), reading({ remaining: bytes(left * GB, 1e7), allowance: bytes(20 * GB) }), line)
}

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const piece of pieces) found.push(piece)
  return found
}
