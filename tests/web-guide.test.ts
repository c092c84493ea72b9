/** The app's guide in a real browser: everything is found, reached in two presses, and works without a network. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { CARRIERS } from '../src/carriers/index.ts'
import { PAGES } from '../src/guide/pages.ts'
import { PHRASES } from '../src/guide/phrases.ts'
import { GUIDE_SENTENCES } from '../src/text/guide.ts'
import { LANGUAGES, type Language } from '../src/text/language.ts'
import { CORRECTIONS } from '../src/text/myths.ts'
import { WEB_SENTENCES } from '../src/text/web.ts'
import { WEB_GUIDE_SENTENCES } from '../src/text/web-guide.ts'
import { closeBrowser, inApp, serveApp } from './web/app.ts'
import { assertFits, assertOpenToAll } from './web/looks.ts'

const [say, guide, web] = [WEB_GUIDE_SENTENCES.en, GUIDE_SENTENCES.en, WEB_SENTENCES.en]

describe('the guide in the app', () => {
  let app: Awaited<ReturnType<typeof serveApp>>
  before(async () => {
    app = await serveApp()
  })
  after(async () => {
    await app.close()
    await closeBrowser()
  })
  const at = (language: Language, path = ''): string => `${app.address}${language}/#/guide${path}`

  test('the front page leads to every carrier, page and tool', () =>
    inApp(at('en'), async (page) => {
      await page.getByRole('heading', { name: web.guide.title }).waitFor()
      const led = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
      for (const path of [
        'no-data',
        'which',
        'phrases',
        ...CARRIERS.map(({ id }) => id),
        ...PAGES.map(({ id }) => `page/${id}`),
      ])
        assert.ok(led.includes(`#/guide/${path}`), path)
    }))

  test('what is typed is looked up at once, and stays when one comes back', () =>
    inApp(at('en'), async (page) => {
      const search = page.getByRole('searchbox', { name: say.search })
      await search.fill('ﾄﾞｺ')
      assert.match(await page.locator('main .row-link').first().innerText(), /^docomo/u)
      await search.fill('104')
      await page.getByText(CORRECTIONS.en.docomo104.right).waitFor()
      await page.getByRole('link', { name: say.instead('docomo') }).click()
      await page.getByRole('heading', { name: guide.title('docomo') }).waitFor()
      await page.getByRole('button', { name: web.back }).click()
      assert.equal(await search.inputValue(), '104')
      await search.fill('zzzz')
      await page
        .getByRole('status')
        .filter({ hasText: guide.nothingFound('zzzz') })
        .waitFor()
      await search.fill('')
      await page.getByRole('heading', { name: say.carriers }).waitFor()
    }))

  test('the best way comes first, as far as one is told what works', () =>
    inApp(at('en', '/docomo'), async (page) => {
      const first = page.locator('.way').first()
      await first.getByText(say.best).waitFor()
      assert.match(await first.innerText(), new RegExp(guide.channels.app, 'u'))
      await page.getByText(say.situation.online, { exact: true }).click()
      assert.match(await first.innerText(), new RegExp(guide.channels.hotline, 'u'))
      assert.equal(await page.locator('.way[open]').count(), 1)
      await page.getByText(say.lacks.online).first().waitFor()
      assert.deepEqual(await hrefs(first), ['tel:151', 'tel:0120800000'])
      await page.getByText(guide.from.other, { exact: true }).click()
      assert.deepEqual(await hrefs(first), ['tel:0120800000'])
    }))

  test('what can be pressed dials, writes, opens elsewhere, or copies', () =>
    inApp(at('en', '/chinamobile'), async (page) => {
      await page.locator('.way').last().locator('summary').first().click()
      assert.ok((await hrefs(page.locator('main'))).includes('sms:10086?body=CXLL'))
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name: say.copy('CXLL') }).click()
      await page.getByText(web.ways.copied).waitFor()
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'CXLL')
      await page.goto(at('en', '/csl'))
      await page.getByRole('heading', { name: guide.title('csl') }).waitFor()
      assert.ok((await hrefs(page.locator('main'))).includes('tel:*101%23'))
      await page.goto(at('en', '/bmobile'))
      const away = page.getByRole('link', { name: say.openPage })
      assert.deepEqual(
        [await away.getAttribute('target'), await away.getAttribute('rel')],
        ['_blank', 'noopener noreferrer'],
      )
    }))

  test('the carrier’s own words stand as on its screen, with their meaning', () =>
    inApp(at('en', '/docomo'), async (page) => {
      const label = page.locator('.own', { hasText: 'データ通信量' }).first()
      assert.equal(await label.getAttribute('lang'), 'ja')
      assert.equal(await label.getAttribute('translate'), 'no')
      assert.equal(await label.locator('rt').innerText(), 'data used')
    }))

  test('a carrier leads to where its answer is pasted, for the line that is there', () =>
    inApp(`${app.address}en/#/newLine`, async (page) => {
      await page.getByLabel('What do you call this line?').fill('Tokyo')
      await page.getByLabel('Who sells it?').selectOption('docomo')
      await page.getByRole('button', { name: web.edit.save }).click()
      await page.getByRole('heading', { name: 'Tokyo', level: 1 }).waitFor()
      await page.getByRole('link', { name: web.guide.title }).click()
      await page.getByRole('heading', { name: say.mine }).waitFor()
      await page.locator('.row-link', { hasText: 'Tokyo' }).click()
      await page.getByRole('link', { name: say.answer.paste }).last().click()
      await page.getByRole('heading', { name: web.add.titleOf('Tokyo') }).waitFor()
      await page.goto(at('en', '/no-data'))
      await page
        .locator('.reached')
        .first()
        .getByRole('link', { name: say.call('151') })
        .waitFor()
    }))

  test('a phrase fills the screen, is left by the keyboard, and gives the focus back', () =>
    inApp(at('en'), async (page) => {
      await page.getByRole('link', { name: say.phrases.title }).click()
      const button = page.getByRole('button', { name: PHRASES.topUp.japanese })
      await button.focus()
      await page.keyboard.press('Enter')
      const sheet = page.getByRole('dialog', { name: PHRASES.topUp.japanese })
      await sheet.getByText(PHRASES.topUp.romaji).waitFor()
      await sheet.getByText(say.phrases.noVoice).waitFor()
      assert.equal(await sheet.getByRole('button', { name: say.phrases.speak }).count(), 0)
      const { width, height } = (await sheet.boundingBox())!
      assert.deepEqual([width, height], [360, 740])
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'phrase')
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'detached' })
      assert.equal(await button.evaluate((element) => element === document.activeElement), true)
      await button.click()
      await page.getByRole('button', { name: say.phrases.close }).click()
      await button.click()
      await page.goBack()
      await page.getByRole('heading', { name: say.carriers }).waitFor()
      await sheet.waitFor({ state: 'detached' })
    }))

  test('a few answers tell which SIM it is; going back takes the last one back', () =>
    inApp(at('en', '/which'), async (page) => {
      const question = (clue: keyof typeof say.which.question) =>
        page.getByRole('heading', { name: say.which.question[clue] }).waitFor()
      await question('host')
      await page.getByRole('link', { name: 'SoftBank' }).click()
      await question('bought')
      await page.getByRole('link', { name: say.which.bought.contract }).click()
      await question('apn')
      await page.getByRole('button', { name: web.back }).click()
      await question('bought')
      await page.getByRole('link', { name: say.which.bought.contract }).click()
      await page.getByRole('link', { name: 'plus.acs.jp' }).click()
      await question('user')
      await page.getByRole('link', { name: 'lm', exact: true }).click()
      await page.getByRole('heading', { name: say.which.probably }).waitFor()
      await page.getByText(say.which.answered.user('lm')).waitFor()
      await page.getByRole('link', { name: say.which.question.apn }).click()
      await question('apn')
      await page.goBack()
      await page.reload()
      await page.locator('main').getByRole('link', { name: 'LINEMO' }).click()
      await page.getByRole('heading', { name: guide.title('LINEMO') }).waitFor()
    }))

  test('what nobody saw is said to tell nothing, and what to look at next', () =>
    inApp(at('en', '/which/host=unseen/bought=unseen/apn=unseen/network=unseen/sender=unseen'), async (page) => {
      await page.getByRole('heading', { name: say.which.cannotTell }).waitFor()
      await page.locator('.row-link', { hasText: say.which.hint.apn }).click()
      await page.getByRole('heading', { name: say.which.question.apn }).waitFor()
      await page.getByRole('link', { name: 'povo.jp' }).click()
      await page.getByRole('heading', { name: say.which.probably }).waitFor()
    }))

  test('an address that names nothing shows the front page', () =>
    inApp(at('en', '/nosuch/page'), (page) => page.getByRole('heading', { name: say.carriers }).waitFor()))

  for (const language of LANGUAGES)
    test(`every page fits 320 pixels and says everything, in ${language}`, () =>
      inApp(
        at(language),
        async (page) => {
          for await (const path of pages(page, (each) => at(language, each))) await assertFits(page, path)
        },
        { locale: language, viewport: { width: 320, height: 740 } },
      ))

  for (const colorScheme of ['light', 'dark'] as const)
    test(`no page keeps anybody out, in ${colorScheme}`, () =>
      inApp(
        at('en'),
        async (page) => {
          for await (const path of pages(page, (each) => at('en', each))) await assertOpenToAll(page, path)
        },
        { colorScheme },
      ))

  test('nothing moves by itself', () =>
    inApp('about:blank', async (page) => {
      await page.addInitScript(() => {
        const seen = globalThis as unknown as { shift: number }
        seen.shift = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.shift += entry.value
        }).observe({ type: 'layout-shift', buffered: true })
      })
      for (const path of ['', '/docomo', '/phrases', '/which', '/page/video', '/no-data']) {
        await page.goto('about:blank')
        await page.goto(at('en', path))
        await page.locator('main h1').waitFor()
        await drawn(page)
        assert.equal(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift), 0, path)
      }
    }))
})

/** Goes from page to page of the guide, with everything unfolded. */
async function* pages(page: Page, at: (path: string) => string): AsyncGenerator<string> {
  const paths = [
    '',
    '/no-data',
    '/phrases',
    '/which',
    '/which/host=docomo/bought=contract',
    '/which/apn=spmode.ne.jp',
    '/which/host=unseen/bought=unseen/apn=unseen/network=unseen/sender=unseen',
    ...PAGES.map(({ id }) => `/page/${id}`),
    ...CARRIERS.map(({ id }) => `/${id}`),
  ]
  await page.locator('main h1').waitFor()
  for (const path of paths) {
    await page.goto(at(path))
    await drawn(page)
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)))
    yield path
  }
  await page.goto(at('/phrases'))
  await page.locator('.phrases button').nth(8).click()
  yield 'a phrase'
}

/** Until what was asked for is on the screen. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

const hrefs = (within: ReturnType<Page['locator']>): Promise<(string | null)[]> =>
  within
    .locator('a[href^="tel:"], a[href^="sms:"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
