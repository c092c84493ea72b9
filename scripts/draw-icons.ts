/** Draws the app's icons from src/web/public/icon.svg; to be run when that has changed. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { browserPath } from '../tests/browser-path.ts'

const PUBLIC = join(import.meta.dirname, '../src/web/public')
/** Of a maskable icon only the middle four fifths are sure to be seen (https://www.w3.org/TR/appmanifest/#icon-masks). */
const SAFE_SHARE = 0.8

const svg = await readFile(join(PUBLIC, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox'] })
for (const [name, size, isWhole] of [
  ['icon-180', 180, true],
  ['icon-192', 192, false],
  ['icon-512', 512, false],
  ['icon-maskable', 512, true],
] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const drawn = size * (name === 'icon-maskable' ? SAFE_SHARE : 1)
  const ground = isWhole ? '#0a6a5a' : 'transparent'
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">${svg.replace('<svg', `<svg width="${drawn}"`)}`,
  )
  await page.screenshot({ path: join(PUBLIC, `${name}.png`), omitBackground: true })
}
await browser.close()
