/** The web app in a real browser, from a host that knows nothing of it. */
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { editsOf, UNSAID } from '../src/ledger/lines.ts'
import type { KeptReading, LineFields } from '../src/ledger/records.ts'
import { GUIDE_SENTENCES } from '../src/text/guide.ts'
import { LANGUAGES, type Language } from '../src/text/language.ts'
import { WEB_SENTENCES } from '../src/text/web.ts'
import { bytes, GB, kept, reading } from './ledger-samples.ts'
import { closeBrowser, inApp, serveApp } from './web/app.ts'
import { assertFits, assertOpenToAll } from './web/looks.ts'

const SMS = 'データ通信量のお知らせ\n契約データ量：5GB\n残りデータ量：3.25GB\n有効期限：2026年11月30日\n090-1234-5678'
const say = WEB_SENTENCES.en

describe('the web app', () => {
  let app: Awaited<ReturnType<typeof serveApp>>
  before(async () => {
    app = await serveApp()
  })
  after(async () => {
    await app.close()
    await closeBrowser()
  })
  const at = (language: Language, hash = ''): string => `${app.address}${language}/${hash}`

  test('the root leads to the language of the browser, and takes along what the address brings', async () => {
    for (const [locale, language] of [
      ['ja-JP', 'ja'],
      ['zh-TW', 'zh-Hant'],
      ['zh-CN', 'zh-Hans'],
      ['fr-FR', 'en'],
    ] as const)
      await inApp(
        `${app.address}#add=${encodeURIComponent('残り 1.5GB')}`,
        async (page) => {
          await page.waitForURL(`${at(language)}**`)
          assert.equal(await page.getAttribute('html', 'lang'), language)
          await page.getByRole('heading', { name: WEB_SENTENCES[language].add.isRight }).waitFor()
          assert.ok(!page.url().includes('1.5'))
        },
        { locale },
      )
  })

  test('the first screen explains itself, and an example shows everything and leaves nothing', () =>
    inApp(at('en'), async (page) => {
      await page.getByRole('heading', { name: say.welcome.title }).waitFor()
      await page.getByRole('button', { name: say.welcome.example }).click()
      await page.getByRole('link', { name: say.example.names.office, exact: true }).waitFor()
      assert.equal(await page.locator('.line-card').count(), 4)
      await page.getByRole('link', { name: say.example.names.office, exact: true }).click()
      await page.getByRole('heading', { name: say.line.willItLast }).waitFor()
      await page.locator('.plot canvas').waitFor()
      await page.getByRole('button', { name: say.example.leave }).click()
      await page.getByRole('heading', { name: say.welcome.title }).waitFor()
      assert.deepEqual(await databases(page), ['nokori'])
    }))

  test('what is pasted is shown with its places, kept for a line, and on the home screen', () =>
    inApp(at('en'), async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.evaluate((text) => navigator.clipboard.writeText(text), SMS)
      await page.getByRole('link', { name: say.welcome.paste }).click()
      await page.getByRole('button', { name: say.add.paste, exact: true }).click()
      await page.getByRole('heading', { name: say.add.isRight }).waitFor()
      assert.match(await figure(page), /3\.25 GB/u)
      assert.deepEqual(await page.locator('.evidence .taken mark').allInnerTexts(), ['5GB', '3.25GB', '2026年11月30日'])
      await page.getByLabel('What do you call this line?').fill('Tokyo')
      await page.getByRole('button', { name: say.add.keep }).click()
      await page.getByRole('heading', { name: 'Tokyo' }).waitFor()
      await page.locator('.history summary').first().click()
      assert.match(await page.locator('.history .evidence').innerText(), /●●●|…|\*\*\*|5678/u)
      assert.doesNotMatch(await page.locator('.history .evidence').innerText(), /090-1234/u)
      await page.getByRole('link', { name: say.home }).click()
      assert.match(await page.locator('.line-card').innerText(), /Tokyo[\s\S]*3\.25\s*GB/u)
      await page.reload()
      await page.getByRole('link', { name: 'Tokyo', exact: true }).waitFor()
    }))

  test('what is not right is put aside, and what was kept is taken out of account and back', () =>
    inApp(at('en', `#add=${encodeURIComponent('残り 2.5GB')}`), async (page) => {
      await page.getByRole('button', { name: say.add.notRight }).click()
      await page.getByText(say.add.putAside).waitFor()
      await paste(page, '残り 2.5GB')
      await page.getByRole('button', { name: say.add.keep }).click()
      await page.getByRole('heading', { name: say.add.myLine }).waitFor()
      await page.locator('.history summary').click()
      await page.getByRole('button', { name: say.line.notRight }).click()
      await page.getByText('Nothing was read yet').waitFor()
      await page.getByRole('button', { name: say.undo }).click()
      await page.locator('.figure .number').waitFor()
      assert.match(await figure(page), /2\.50? GB/u)
    }))

  test('whose a reading is is guessed by its carrier and can be changed', () =>
    inApp(at('en', '#/newLine'), async (page) => {
      for (const [name, carrier] of [
        ['Home', 'docomo'],
        ['Work', 'ahamo'],
      ] as const) {
        await page.goto(at('en', '#/newLine'))
        await page.getByLabel('What do you call this line?').fill(name)
        await page.getByLabel('Who sells it?').selectOption(carrier)
        await page.getByRole('button', { name: say.edit.save }).click()
        await page.getByRole('heading', { name, level: 1 }).waitFor()
      }
      await page.getByRole('link', { name: say.line.readAgain }).click()
      await paste(page, '残り 2.5GB')
      const whose = page.getByLabel(say.add.whose)
      assert.equal(await whose.locator('option:checked').innerText(), 'Work')
      await whose.selectOption({ label: 'Home' })
      await page.getByRole('button', { name: say.add.keep }).click()
      await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
    }))

  test('a typed number is read as typed, in every language', async () => {
    for (const language of LANGUAGES)
      await inApp(at(language, '#/add'), async (page) => {
        const { keypad, add } = WEB_SENTENCES[language]
        await page.getByText(keypad.title).click()
        for (const key of ['3', '.', '4']) await page.getByRole('button', { name: key, exact: true }).click()
        await page.getByRole('button', { name: keypad.show }).click()
        await page.getByRole('heading', { name: add.isRight }).waitFor()
        assert.match(await figure(page), /3\.4 GB/u)
        assert.ok((await figure(page)).includes(WEB_SENTENCES[language].left))
        await page.goto(at(language, '#/add'))
        await page.getByText(keypad.title).click()
        await page.getByText(keypad.used, { exact: true }).click()
        await page.getByLabel(keypad.figure).fill('800')
        await page.getByText('MB', { exact: true }).click()
        await page.getByRole('button', { name: keypad.show }).click()
        assert.match(await figure(page), /800 MB/u)
        assert.ok((await figure(page)).includes(WEB_SENTENCES[language].used))
      })
  })

  test('a file is read, a picture and a text without figures are answered with what to do', () =>
    inApp(at('en', '#/add'), async (page) => {
      const file = (name: string, mimeType: string, content: string): object => ({
        name,
        mimeType,
        buffer: Buffer.from(content),
      })
      const choose = page.locator('input[type=file]')
      await choose.setInputFiles(file('page.html', 'text/html', '<p>残りデータ量 <b>4.5</b><b>GB</b></p>') as never)
      await page.getByRole('heading', { name: say.add.isRight }).waitFor()
      assert.match(await figure(page), /4\.5 GB/u)
      await page.getByRole('button', { name: say.add.notRight }).click()
      await choose.setInputFiles(file('screen.png', 'image/png', '\x89PNG\r\n\x1A\n') as never)
      await page.getByText(say.add.picture.what).waitFor()
      await page.getByRole('button', { name: say.add.again }).click()
      await paste(page, 'Hello there')
      await page.getByText(say.add.noFigures.what).waitFor()
    }))

  test('evidence is shown as text, whatever it holds', () =>
    inApp(at('en', '#/add'), async (page) => {
      await paste(page, '<img src=x onerror="document.title=1"> 残り 1GB <script>document.title=2</script>')
      const evidence = await page.locator('.evidence').innerText()
      assert.ok(evidence.includes('1GB'))
      assert.equal(await page.locator('.evidence img, .evidence script').count(), 0)
      assert.equal(await page.title(), say.title)
    }))

  test('what is shared from another app is read, and is in no address', () =>
    inApp(at('en'), async (page) => {
      await controlled(page)
      await share(page, { title: 'docomo', text: '残り 1.25GB', url: 'https://example.com/' })
      await page.getByRole('heading', { name: say.add.isRight }).waitFor()
      assert.match(await figure(page), /1\.25 GB/u)
      assert.ok(!page.url().includes('1.25'))
      await share(page, { text: '' }, '<p>残量</p><p>2.75GB</p>')
      await page.getByRole('heading', { name: say.add.isRight }).waitFor()
      assert.match(await figure(page), /2\.75 GB/u)
    }))

  test('a newer app waits until it is wanted, then takes over whole', async () => {
    const own = await serveApp()
    try {
      await inApp(`${own.address}en/`, async (page) => {
        await controlled(page)
        const [older] = await caches(page)
        const path = join(own.folder, 'service-worker.js')
        const script = await readFile(path, 'utf8')
        await writeFile(path, script.replace(older!.slice('nokori-'.length), 'ffffffffffffffff'))
        await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update())
        await page.getByText(say.update.ready).waitFor()
        assert.ok((await caches(page)).includes(older!))
        await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: say.update.use }).click()])
        await page.getByRole('heading', { name: say.welcome.title }).waitFor()
        assert.deepEqual(await caches(page), ['nokori-ffffffffffffffff'])
      })
    } finally {
      await own.close()
    }
  })

  test('it opens, reads and keeps without a network', async () => {
    const own = await serveApp()
    await inApp(`${own.address}en/`, async (page) => {
      await paste(page, SMS, `${own.address}en/#/add`)
      await page.getByRole('button', { name: say.add.keep }).click()
      await page.getByRole('heading', { name: say.add.myLine, level: 1 }).waitFor()
      await controlled(page)
      await page.reload()
      await allKept(page)
      await own.close()
      await page.context().setOffline(true)
      await page.goto(`${own.address}en/`)
      assert.match(await page.locator('.line-card').innerText(), /3\.25\s*GB/u)
      await paste(page, '残りデータ量 2GB', `${own.address}en/#/add`)
      await page.getByRole('button', { name: say.add.keep }).click()
      await page.locator('.line .figure').waitFor()
      assert.match(await figure(page), /2 GB/u)
      await page.getByRole('link', { name: say.guide.title }).click()
      await page.getByRole('heading', { name: say.guide.title, level: 1 }).waitFor()
      await page.locator('main').getByRole('link', { name: 'docomo', exact: true }).click()
      await page.getByRole('heading', { name: GUIDE_SENTENCES.en.title('docomo') }).waitFor()
      await page.goto(own.address)
      await page.waitForURL(`${own.address}en/**`)
    })
  })

  test('with the keyboard alone a reading comes in and is kept', () =>
    inApp(at('en'), async (page) => {
      await page.getByRole('heading', { name: say.welcome.title }).waitFor()
      await tabTo(page, say.welcome.paste)
      await page.keyboard.press('Enter')
      await page.getByLabel(say.add.text).waitFor()
      await tabTo(page, say.add.text)
      await page.keyboard.type('残り 6GB')
      await tabTo(page, say.add.read)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: say.add.isRight }).waitFor()
      await tabTo(page, say.add.keep)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: say.add.myLine, level: 1 }).waitFor()
    }))

  test('unknown, zero, unlimited, throttled, computed, old and outdated figures each look different and say so', () =>
    inApp(at('en'), async (page) => {
      await importRecords(page, at('en', '#/settings'), STATES)
      await page.goto(at('en'))
      await page
        .locator('.line-card')
        .nth(Object.keys(STATES).length - 1)
        .waitFor()
      const looks = await page.locator('.line-card .figure').evaluateAll((figures) =>
        figures.map((figure) => {
          const main = figure.querySelector('.amount, .figure-word')!
          const { color, textDecoration, fontWeight } = getComputedStyle(main)
          const sign = getComputedStyle(main, '::before').content
          return [
            main.textContent?.replaceAll(/[\d.]+/gu, '#'),
            color,
            textDecoration,
            fontWeight,
            sign,
            figure.lastElementChild?.textContent,
          ].join(' | ')
        }),
      )
      assert.equal(looks.length, Object.keys(STATES).length)
      assert.equal(new Set(looks).size, looks.length, looks.join('\n'))
      const words = await page.locator('.cards').innerText()
      for (const told of [
        'Nothing left',
        'Unlimited',
        'speed is limited',
        'not said',
        'computed',
        'new data has begun',
      ])
        assert.match(words, new RegExp(told, 'iu'))
    }))

  for (const language of LANGUAGES)
    test(`every screen fits 360 pixels and says everything, in ${language}`, () =>
      inApp(
        at(language),
        async (page) => {
          for await (const screen of screens(page, at, language)) await assertFits(page, screen)
        },
        { locale: language },
      ))

  for (const colorScheme of ['light', 'dark'] as const)
    test(`no screen keeps anybody out, in ${colorScheme}`, () =>
      inApp(
        at('en'),
        async (page) => {
          for await (const screen of screens(page, at, 'en')) await assertOpenToAll(page, screen)
        },
        { colorScheme },
      ))

  test('nothing moves for whoever does not want it', () =>
    inApp(
      at('en', `#add=${encodeURIComponent('残り 1GB')}`),
      async (page) => {
        await page.getByRole('button', { name: say.add.notRight }).click()
        await page.getByText(say.add.putAside).waitFor()
        assert.equal(await page.evaluate(() => document.getAnimations().length), 0)
      },
      { reducedMotion: 'reduce' },
    ))

  test('what is exported is imported again, and a damaged file changes nothing', () =>
    inApp(at('en'), async (page) => {
      await page.getByRole('button', { name: say.welcome.example }).click()
      await page.locator('.line-card').nth(3).waitFor()
      await page.goto(at('en', '#/settings'))
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: say.settings.export }).click()
      const content = await readFile(await (await saved).path(), 'utf8')
      await page.getByRole('button', { name: say.example.leave }).click()
      await page.getByRole('heading', { name: say.welcome.title }).waitFor()
      const restore = async (text: string): Promise<void> => {
        await page.goto(at('en', '#/settings'))
        await page.locator('input[type=file]').setInputFiles({ name: 'x', mimeType: '', buffer: Buffer.from(text) })
      }
      await restore('\0\u{1F4A5}{"kind":"reading"}\n[]\n')
      await page.getByRole('status').filter({ hasText: '0 read' }).waitFor()
      await page.goto(at('en'))
      await page.getByRole('heading', { name: say.welcome.title }).waitFor()
      await restore(`${content.slice(0, -40)}\n`)
      const whole = content.split('\n').length - 2
      await page
        .getByRole('status')
        .filter({ hasText: `${whole} read` })
        .waitFor()
      await page.goto(at('en'))
      await page.locator('.line-card').nth(3).waitFor()
    }))

  test('a full device is told, and nothing that was kept is lost', () =>
    inApp(at('en', '#/add'), async (page) => {
      await paste(page, '残り 3GB')
      await page.getByRole('button', { name: say.add.keep }).click()
      await page.getByRole('heading', { name: say.add.myLine, level: 1 }).waitFor()
      // As Chromium answers when the disk is full; it takes no other way of telling it so.
      await page.evaluate(() => {
        const full = (): never => {
          throw new DOMException('the disk is full', 'QuotaExceededError')
        }
        Object.assign(IDBObjectStore.prototype, { add: full, put: full })
      })
      await paste(page, '残り 2GB', at('en', '#/add'))
      await page.getByRole('button', { name: say.add.keep }).click()
      await page.getByRole('alert').filter({ hasText: say.problems.full.what }).waitFor()
      await page.goto(at('en'))
      await page.reload()
      assert.match(await page.locator('.line-card').innerText(), /3\s*GB/u)
    }))

  test('everything is forgotten when that is wanted', () =>
    inApp(at('en', '#/add'), async (page) => {
      await paste(page, '残り 3GB')
      await page.getByRole('button', { name: say.add.keep }).click()
      await page.getByRole('heading', { name: say.add.myLine, level: 1 }).waitFor()
      await controlled(page)
      page.on('dialog', (dialog) => void dialog.accept())
      await page.goto(at('en', '#/settings'))
      await page.getByRole('button', { name: say.settings.forget }).click()
      await page.getByRole('heading', { name: say.welcome.title }).waitFor()
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [])
    }))
})

/** A line for each state that a figure can be in. */
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()
const monthly = { cycle: { kind: 'calendarMonth', zone: 'Asia/Tokyo' } } as const
const plan = { name: null, allowance: bytes(10 * GB), yen: null, steps: [] }
const STATES: Readonly<Record<string, readonly [Partial<LineFields>, KeptReading]>> = {
  plain: [{}, kept(ago(0), reading({ remaining: bytes(3 * GB) }), 'plain')],
  zero: [{}, kept(ago(0), reading({ remaining: bytes(0) }), 'zero')],
  unlimited: [{}, kept(ago(0), reading({}, { unlimited: true }), 'unlimited')],
  throttled: [{}, kept(ago(0), reading({}, { throttled: true }), 'throttled')],
  unknown: [{}, kept(ago(0), reading({}), 'unknown')],
  computed: [{ ...monthly, plan }, kept(ago(0), reading({ used: bytes(3 * GB) }), 'computed')],
  old: [{ cycle: { kind: 'none' } }, kept(ago(30), reading({ remaining: bytes(3 * GB) }), 'old')],
  outdated: [monthly, kept(ago(70), reading({ remaining: bytes(3 * GB) }), 'outdated')],
}

/** Takes records in as a person does who has exported them elsewhere. */
async function importRecords(page: Page, settings: string, lines: typeof STATES): Promise<void> {
  const records = Object.entries(lines).flatMap(([id, [fields, record]]) => [
    ...editsOf(id, { ...UNSAID, ...fields, name: id }, ago(90)),
    record,
  ])
  const buffer = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'))
  await page.goto(settings)
  await page.locator('input[type=file]').setInputFiles({ name: 'records.jsonl', mimeType: 'application/jsonl', buffer })
  await page
    .getByRole('status')
    .filter({ hasText: String(records.length) })
    .waitFor()
}

const figure = async (page: Page): Promise<string> =>
  (await page.locator('.figure').first().innerText()).replaceAll(/\s+/gu, ' ')

async function paste(page: Page, text: string, address?: string): Promise<void> {
  if (address !== undefined) await page.goto(address)
  await page.getByLabel(say.add.text).fill(text)
  await page.getByRole('button', { name: say.add.read, exact: true }).click()
}

/** Until the service worker answers for the page. */
const controlled = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      navigator.serviceWorker.controller ??
      new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve)),
  )

const caches = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.caches.keys())
const databases = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

/** Until what is loaded later is on the device too. */
const allKept = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => {
    const [name] = (await globalThis.caches.keys()).filter((each) => each.startsWith('nokori-'))
    const files = await (await globalThis.caches.open(name!)).keys()
    const parts = [/assets\/reader.*js$/u, /assets\/guide.*js$/u, /assets\/guide.*css$/u, /assets\/plot.*js$/u]
    return parts.every((part) => files.some(({ url }) => part.test(url)))
  })

/** As the platform does when somebody shares with the app: a form sent to the address in its manifest. */
const share = (page: Page, texts: Readonly<Record<string, string>>, file?: string): Promise<unknown> =>
  Promise.all([
    page.waitForURL('**/#/result'),
    page.evaluate(
      ([fields, content]) => {
        const form = document.createElement('form')
        Object.assign(form, { method: 'POST', action: './share', enctype: 'multipart/form-data' })
        for (const [name, value] of Object.entries(fields)) {
          const input = document.createElement('input')
          Object.assign(input, { type: 'hidden', name, value })
          form.append(input)
        }
        if (content !== undefined) {
          const input = document.createElement('input')
          const carried = new DataTransfer()
          carried.items.add(new File([content], 'page.html', { type: 'text/html' }))
          Object.assign(input, { type: 'file', name: 'files', files: carried.files })
          form.append(input)
        }
        document.body.append(form)
        form.submit()
      },
      [texts, file] as const,
    ),
  ])

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const label = (element as HTMLInputElement | null)?.labels?.[0]
      return (element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '').trim()
    })
    if (focused.startsWith(name)) return
  }
  assert.fail(`the keyboard does not reach "${name}"`)
}

/** Goes from screen to screen, with lines to show. */
async function* screens(
  page: Page,
  at: (language: Language, hash?: string) => string,
  language: Language,
): AsyncGenerator<string> {
  const sentences = WEB_SENTENCES[language]
  await page.getByRole('heading', { name: sentences.welcome.title }).waitFor()
  yield 'welcome'
  await page.getByRole('button', { name: sentences.welcome.example }).click()
  await page.locator('.line-card').nth(3).waitFor()
  yield 'home'
  for (const name of ['main', 'trip', 'parent'] as const) {
    await page.goto(at(language, '#/'))
    await page.getByRole('link', { name: sentences.example.names[name], exact: true }).click()
    await page.locator('.history summary').first().click()
    yield `line ${name}`
  }
  await page.locator('.line-head .button').click()
  await page.locator('form.edit').waitFor()
  await page.locator('form.edit summary').click()
  yield 'edit'
  for (const screen of ['newLine', 'add', 'ways', 'settings', 'guide'] as const) {
    await page.goto(at(language, `#/${screen}`))
    await page.locator('main h1').waitFor()
    yield screen
  }
  await page.goto(at(language, '#/add'))
  await page.locator('.keypad summary').click()
  yield 'keypad'
  for (const text of [SMS, '本日の天気は晴れ', '回線1 090-0000-1111 残り 1GB\n回線2 090-0000-2222 残り 2GB']) {
    await page.goto(at(language, '#/add'))
    await page.locator('textarea').fill(text)
    await page.locator('form.drop button[type=submit]').click()
    await page.locator('.evidence').waitFor()
    yield `result of ${text.slice(0, 8)}`
  }
}
