/** Draws the README's pictures of the app, from its example on a fixed evening; to be run when screens have changed. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Language } from '../src/text/language.ts'
import { WEB_SENTENCES } from '../src/text/web.ts'
import { closeBrowser, inApp, serveApp, sharedBrowser } from '../tests/web/app.ts'

const DOCS = join(import.meta.dirname, '../docs')
const NOW = new Date('2026-11-26T13:00:00Z')
const [WIDTH, HEIGHT, GAP] = [360, 720, 16]
const SMS = 'データ通信量のお知らせ\n契約データ量：5GB\n残りデータ量：3.25GB\n有効期限：2026年11月30日'

/** Home, a line, a reading before it is kept, and the guide of a carrier. */
async function shots(address: string, language: Language, colorScheme: 'light' | 'dark'): Promise<Buffer[]> {
  const say = WEB_SENTENCES[language]
  return inApp(
    'about:blank',
    async (page) => {
      await page.clock.setFixedTime(NOW)
      await page.goto(`${address}${language}/`)
      await page.getByRole('button', { name: say.welcome.example }).click()
      await page.locator('.line-card').nth(3).waitFor()
      const taken = [await page.screenshot()]
      await page.getByRole('link', { name: say.example.names.trip, exact: true }).click()
      await page.locator('.plot canvas').waitFor()
      taken.push(await page.screenshot())
      await page.goto(`${address}${language}/#/add`)
      await page.locator('textarea').fill(SMS)
      await page.locator('form.drop button[type=submit]').click()
      await page.locator('.evidence').waitFor()
      taken.push(await page.screenshot())
      await page.goto(`${address}${language}/#/guide/docomo`)
      await page.locator('main h1').waitFor()
      taken.push(await page.screenshot())
      return taken
    },
    { viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1.5, colorScheme, locale: language },
  )
}

/** All of them side by side, in a format that keeps the README light. */
async function draw(name: string, pictures: readonly Buffer[]): Promise<void> {
  const page: Page = await (
    await sharedBrowser()
  ).newPage({
    viewport: { width: pictures.length * (WIDTH + GAP) + GAP, height: HEIGHT + 2 * GAP },
  })
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`)
  await page.setContent(
    `<style>body{margin:0;padding:${GAP}px;display:flex;gap:${GAP}px;background:#8a9490}img{width:${WIDTH}px;border-radius:20px}</style>${images.join('')}`,
  )
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
  await writeFile(join(DOCS, name), Buffer.from(data, 'base64'))
}

const app = await serveApp()
await draw('app-light.webp', await shots(app.address, 'en', 'light'))
await draw('app-dark.webp', await shots(app.address, 'ja', 'dark'))
await app.close()
await closeBrowser()
