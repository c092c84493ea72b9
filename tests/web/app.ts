/** The built app, served on this machine and opened in a real browser. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { buildWeb } from '../../scripts/build-web.ts'
import { browserPath } from '../browser-path.ts'
import { serveFolder, type Served } from './static-host.ts'

let built: Promise<string> | undefined
let browser: Promise<Browser> | undefined

/** The built app, once for all tests. */
export const builtApp = (): Promise<string> => (built ??= buildWeb())

/** One browser for all tests. */
export const sharedBrowser = (): Promise<Browser> =>
  (browser ??= browserPath().then((executablePath) => chromium.launch({ executablePath, args: ['--no-sandbox'] })))

export async function closeBrowser(): Promise<void> {
  const open = browser
  browser = undefined
  await (await open)?.close()
}

/** A copy of the app on an address of its own, so that what one test keeps no other sees. */
export async function serveApp(): Promise<Served & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'nokori-web-'))
  await cp(await builtApp(), folder, { recursive: true })
  const served = await serveFolder(folder)
  return {
    ...served,
    folder,
    async close() {
      await served.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What a phone of 360 pixels shows, in Japan. */
const PHONE = { viewport: { width: 360, height: 740 }, timezoneId: 'Asia/Tokyo', locale: 'en-US' } as const

/** Far longer than anything takes, and short enough to see soon that it never comes. */
const WAIT_MILLISECONDS = 10_000

/** Opens the app in a browser that has never seen it; any script error fails what is done there. */
export async function inApp<T>(
  address: string,
  act: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await (await sharedBrowser()).newContext({ ...PHONE, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT_MILLISECONDS)
  const mistakes: string[] = []
  page.on('pageerror', ({ message }) => mistakes.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/u.test(message.text()))
      mistakes.push(message.text())
  })
  try {
    await page.goto(address)
    const done = await act(page)
    if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
    return done
  } finally {
    await context.close()
  }
}
