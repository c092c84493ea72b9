/** The app and `nokori serve`: browsers and the command converge, and it works the same while the server is away. */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { buildBundle } from '../scripts/build.ts'
import { WEB_SENTENCES } from '../src/text/web.ts'
import { builtApp, closeBrowser, inApp } from './web/app.ts'

const say = WEB_SENTENCES.en

describe('the app in step with nokori serve', () => {
  const home = mkdtempSync(join(tmpdir(), 'nokori-serve-'))
  const environment = { ...process.env, NOKORI_HOME: home, LANG: 'en_US.UTF-8' }
  let bundle = ''
  before(async () => {
    await builtApp()
    bundle = await buildBundle()
  })
  after(async () => {
    await closeBrowser()
    rmSync(home, { recursive: true })
  })

  const nokori = async (...args: string[]): Promise<string> => {
    const child = spawn(process.execPath, [bundle, ...args], { env: environment })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    await once(child, 'close')
    return out
  }

  /** Starts the server on a port, 0 for any; the address that it prints, with its token. */
  const serve = async (port: string): Promise<{ address: URL; server: ChildProcess }> => {
    const server = spawn(process.execPath, [bundle, 'serve', '--json', '--port', port], { env: environment })
    const [chunk] = (await once(server.stdout, 'data')) as [Buffer]
    return { address: new URL((JSON.parse(chunk.toString()) as { address: string }).address), server }
  }
  const end = async (server: ChildProcess): Promise<void> => {
    server.kill('SIGTERM')
    await once(server, 'close')
  }

  test('two browsers and the command have one ledger, also after the server was away', async () => {
    const first = await serve('0')
    const { port, origin } = first.address
    let server = first.server
    try {
      await inApp(first.address.href, async (one) => {
        await one.waitForURL('**/en/**')
        assert.ok(!one.url().includes('token'))
        await keep(one, '残り 3GB', 'Tokyo')
        await inStep(one)
        assert.match(await nokori('status'), /Tokyo[\s\S]*3 GB left/u)

        await end(server)
        await keep(one, '残り 2GB', null)
        await one.goto(`${origin}/en/#/settings`)
        await one.getByText(say.server.states.away).waitFor()
        await nokori('add', 'Osaka', '--carrier', 'ahamo')
        const restarted = await serve(port)
        server = restarted.server
        await one.evaluate(() => dispatchEvent(new Event('online')))
        await inStep(one)
        assert.match(await nokori('status'), /Tokyo[\s\S]*2 GB left/u)
        await one.goto(`${origin}/en/#/`)
        await one.getByRole('link', { name: 'Osaka', exact: true }).waitFor()

        await inApp(restarted.address.href, async (two) => {
          await two.waitForURL('**/en/**')
          await two.getByRole('link', { name: 'Tokyo', exact: true }).waitFor()
          await keep(two, '残り 1.5GB', null, 'Osaka')
          await one
            .locator('.line-card')
            .filter({ hasText: 'Osaka' })
            .filter({ hasText: /1\.50?\s*GB/u })
            .waitFor()
          assert.match(await nokori('status'), /Osaka[\s\S]*1\.50? GB left/u)
        })
      })
    } finally {
      await end(server)
    }
  })

  test('a browser without the printed address is not let in, and is told what to do', async () => {
    const { address, server } = await serve('0')
    try {
      await inApp(`${address.origin}/en/#/settings`, async (page) => {
        await page.getByText(say.server.states.refused).waitFor()
        await page.goto(`${address.origin}/en/#/`)
        await page.getByRole('heading', { name: say.welcome.title }).waitFor()
        await keep(page, '残り 4GB', 'Mine')
        assert.doesNotMatch(await nokori('status'), /Mine/u)
      })
    } finally {
      await end(server)
    }
  })
})

/** Reads a text in the app and keeps it, for a new line of that name or for one that is there. */
async function keep(page: Page, text: string, name: string | null, whose?: string): Promise<void> {
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/en/#/add`)
  await page.getByLabel(say.add.text).fill(text)
  await page.getByRole('button', { name: say.add.read, exact: true }).click()
  await page.getByRole('heading', { name: say.add.isRight }).waitFor()
  if (whose !== undefined) await page.getByLabel(say.add.whose).selectOption({ label: whose })
  if (name !== null) await page.getByLabel('What do you call this line?').fill(name)
  await page.getByRole('button', { name: say.add.keep }).click()
  await page.locator('.line .figure').waitFor()
}

async function inStep(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/en/#/settings`)
  await page.getByText(say.server.states.inStep).waitFor()
}
