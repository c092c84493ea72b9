/** The web app as a phone meets it: what it loads, how soon it opens without a network, how fast it answers, what moves. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { LANGUAGES } from '../src/text/language.ts'
import { editsOf, UNSAID } from '../src/ledger/lines.ts'
import { WEB_SENTENCES } from '../src/text/web.ts'
import { bytes, GB, kept, reading } from '../tests/ledger-samples.ts'
import { builtApp, closeBrowser, inApp, serveApp } from '../tests/web/app.ts'
import { median, print, type Row } from './measure.ts'

/** As a phone of the middle class stands to the machine of a developer. */
const SLOWER = 4
const [LINES, READINGS] = [50, 10_000]
const RUNS = 7
const say = WEB_SENTENCES.en
const kilobytes = (count: number): string => `${(count / 1000).toFixed(1)} kB`
const milliseconds = (count: number): string => `${count.toFixed(0)} ms`

/** What the first screen loads, as a server sends it with brotli. */
function sizes(folder: string): Row[] {
  return LANGUAGES.map((language) => {
    const size = (file: string): number => statSync(join(folder, language, `${file}.br`)).size
    const page = readFileSync(join(folder, language, 'index.html'), 'utf8')
    const files = [...page.matchAll(/"\.\/(assets\/[^"]+)"/gu)].map(([, file]) => file!)
    const sum = (some: readonly string[]): number => some.reduce((all, file) => all + size(file), 0)
    const script = files.filter((file) => file.endsWith('.js'))
    return [
      `first load, ${language}`,
      kilobytes(sum(['index.html', 'app.webmanifest', ...files])),
      kilobytes(sum(script)),
    ]
  })
}

/** What the guide takes on top of the first screen, style included. */
function guideSizes(folder: string): Row[] {
  return LANGUAGES.map((language) => {
    const assets = join(folder, language, 'assets')
    const parts = readdirSync(assets).filter((file) => /^guide-.*\.(?:js|css)\.br$/u.test(file))
    return [language, kilobytes(parts.reduce((all, file) => all + statSync(join(assets, file)).size, 0))]
  })
}

/** A ledger of many lines with months of readings, as a file to import. */
function manyRecords(): string {
  const records = Array.from({ length: LINES }, (_, line) => {
    const id = `line-${line}`
    const cycle = { kind: 'calendarMonth', zone: 'Asia/Tokyo' } as const
    const each = READINGS / LINES
    return [
      ...editsOf(id, { ...UNSAID, name: `Line ${line}`, carrier: 'docomo', cycle }, '2026-01-01T00:00:00.000Z'),
      ...Array.from({ length: each }, (__, index) => {
        const at = new Date(Date.now() - (each - index) * 8 * 3_600_000)
        const left = 20 * GB - at.getUTCDate() * 0.5 * GB - at.getUTCHours() * 2e7
        return kept(at.toISOString(), reading({ remaining: bytes(left), allowance: bytes(20 * GB) }), id)
      }),
    ]
  }).flat()
  return records.map((record) => JSON.stringify(record)).join('\n')
}

/** From a reload without a network to the first figure on the screen. */
async function opening(page: Page, cpu: CDPSession): Promise<number> {
  await cpu.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await page.reload()
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const look = (): void => {
              const [mark] = performance.getEntriesByName('first figure')
              if (mark === undefined) requestAnimationFrame(look)
              else resolve(mark.startTime)
            }
            look()
          }),
      ),
    )
  }
  return median(times)
}

/** In every page: when the first figure is there, what moves, and how long each press takes to be seen. */
function observe(): void {
  const seen = globalThis as unknown as { presses: number[]; shift: number }
  Object.assign(seen, { presses: [], shift: 0 })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('interactionId' in entry && entry.interactionId) seen.presses.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  const watch = new MutationObserver(() => {
    if (document.querySelector('.line-card .number') === null) return
    watch.disconnect()
    requestAnimationFrame(() => performance.mark('first figure'))
  })
  watch.observe(document, { childList: true, subtree: true })
}

/** Goes through the app as a person does; the longest time from a press to what it changes. */
async function pressing(page: Page): Promise<void> {
  const home = page.getByRole('link', { name: say.home })
  for (const name of ['Line 7', 'Line 21']) {
    await page.getByRole('link', { name, exact: true }).click()
    await page.locator('.plot canvas').waitFor()
    await page.locator('.history summary').first().click()
    await home.click()
    await page
      .locator('.line-card')
      .nth(LINES - 1)
      .waitFor()
  }
  await page.getByRole('link', { name: say.add.tab, exact: true }).click()
  await page.locator('.keypad summary').click()
  for (const key of ['1', '2', '.', '5']) await page.getByRole('button', { name: key, exact: true }).click()
  await page.getByRole('button', { name: say.keypad.show }).click()
  await page.locator('.evidence').waitFor()
  await page.getByRole('button', { name: say.add.notRight }).click()
  await page.getByRole('link', { name: say.guide.title }).click()
  await page.getByRole('link', { name: say.settings.title }).click()
  await home.click()
  await page.waitForTimeout(1000)
}

const folder = await builtApp()
print('First load, brotli', ['', 'in all (bar 90 kB)', 'script (bar 60 kB)'], sizes(folder))
print('Guide, brotli', ['', 'in all (bar 60 kB)'], guideSizes(folder))
const app = await serveApp()
const rows: Row[] = []
await inApp('about:blank', async (page) => {
  await page.addInitScript(observe)
  await page.goto(`${app.address}en/#/settings`)
  const file = { name: 'many.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(manyRecords()) }
  const began = performance.now()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('status').filter({ hasText: '10' }).waitFor({ timeout: 120_000 })
  rows.push([`import of ${READINGS} readings of ${LINES} lines`, milliseconds(performance.now() - began), '-'])
  await page.goto(`${app.address}en/`)
  await page.reload()
  await page.waitForTimeout(3000)
  const cpu = await page.context().newCDPSession(page)
  await page.context().setOffline(true)
  rows.push([
    `opens to figures, offline, ${LINES} lines, CPU ${SLOWER} x slower`,
    milliseconds(await opening(page, cpu)),
    '300 ms',
  ])
  await page
    .locator('.line-card')
    .nth(LINES - 1)
    .waitFor()
  await page.waitForTimeout(4000)
  await pressing(page)
  const { presses, shift } = await page.evaluate(() => {
    const { presses: all, shift: moved } = globalThis as unknown as { presses: number[]; shift: number }
    return { presses: all, shift: moved }
  })
  rows.push([
    `longest of ${presses.length} presses, CPU ${SLOWER} x slower`,
    milliseconds(Math.max(0, ...presses)),
    '100 ms',
  ])
  rows.push(['layout shift', shift.toFixed(4), '0'])
})
print('In a phone', ['', 'measured', 'bar'], rows)
await app.close()
await closeBrowser()
