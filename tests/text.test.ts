/** Formats and languages; that no sentence is missing is the compiler's business. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ALERT_SENTENCES, type EndText } from '../src/text/alerts.ts'
import { COMMAND_SENTENCES } from '../src/text/command.ts'
import { FAILURE_SENTENCES } from '../src/text/failures.ts'
import { amountText, bytesText, dateText, minutesSince, percentText } from '../src/text/format.ts'
import { LANGUAGES, languageOf } from '../src/text/language.ts'
import { READ_SENTENCES } from '../src/text/read.ts'
import { SERVE_SENTENCES } from '../src/text/serve.ts'
import { WEB_GUIDE_SENTENCES } from '../src/text/web-guide.ts'

test('bytes in the unit a person expects', () => {
  assert.equal(bytesText(3_250_000_000, 1000), '3.25 GB')
  assert.equal(bytesText(3.25 * 2 ** 30, 1024), '3.25 GB')
  assert.equal(bytesText(836_000_000, 1000), '836 MB')
  assert.equal(bytesText(1_234_000_000_000_000, 1000), '1,234 TB')
  assert.equal(bytesText(0, 1000), '0 MB')
  const band = {
    kind: 'known',
    lowBytes: 0,
    highBytes: 200 * 2 ** 20,
    shown: '<200 MiB',
    base: 1024,
    baseDeclared: true,
  } as const
  assert.equal(amountText(band), '0 MB – 200 MB')
  const printed = (shown: string): string => amountText({ ...band, lowBytes: 4e8, highBytes: 4e8, shown })
  assert.equal(printed('０．４０ＧＢ'), '0.40 GB')
  assert.equal(printed('さんてんに'), bytesText(4e8, 1024))
  assert.equal(percentText(0.999), '99 %')
})

test('dates as a person writes them, with nothing filled in', () => {
  const tokyo = (at: string): { at: string; zone: string } => ({ at, zone: 'Asia/Tokyo' })
  assert.equal(dateText(tokyo('2026-11-30'), 'en'), '30 November 2026')
  assert.equal(dateText(tokyo('2026-11-30'), 'ja'), '2026年11月30日')
  assert.equal(dateText(tokyo('2026-11'), 'en'), 'November 2026')
  assert.equal(dateText(tokyo('2026-11'), 'zh-Hant'), '2026年11月')
  assert.equal(dateText(tokyo('2026-11-30T23:59'), 'en'), '30 November 2026, 23:59')
  assert.equal(dateText({ at: '2026-11-30', zone: 'Europe/Paris' }, 'zh-Hans'), '2026年11月30日 (Europe/Paris)')
})

test('the age of a stamp needs a time of day and its zone', () => {
  const now = '2026-11-23T03:00:00Z'
  const stamp = (at: string, zone = 'Asia/Tokyo'): number | null => minutesSince({ at, zone, places: [] }, now)
  assert.equal(stamp('2026-11-23T10:00'), 120)
  assert.equal(stamp('2026-11-23T10:00', 'Asia/Taipei'), 60)
  assert.equal(stamp('2026-11-23T02:30:00Z'), 30)
  assert.equal(stamp('2026-11-23'), null)
  assert.equal(stamp('2026-11-24T10:00'), null)
})

test('a locale names one of four languages or none', () => {
  const tags = {
    en: 'en',
    ja_JP: 'ja',
    'ja_JP.UTF-8': 'ja',
    'zh-TW': 'zh-Hant',
    zh_HK: 'zh-Hant',
    'zh-Hant': 'zh-Hant',
    zh: 'zh-Hans',
    zh_CN: 'zh-Hans',
  }
  for (const [tag, language] of Object.entries(tags)) assert.equal(languageOf(tag), language, tag)
  for (const tag of ['', 'C', 'fr_FR', 'xx']) assert.equal(languageOf(tag), null, tag)
})

test('ages are said in the largest whole unit', () => {
  assert.equal(READ_SENTENCES.en.age(0), 'just now')
  assert.equal(READ_SENTENCES.en.age(1), '1 minute ago')
  assert.equal(READ_SENTENCES.ja.age(125), '2時間前')
  assert.equal(READ_SENTENCES['zh-Hans'].age(3 * 1440), '3天前')
})

test('no translation was left in English', () => {
  const words = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(words)
        : []
  for (const area of [
    READ_SENTENCES,
    FAILURE_SENTENCES,
    COMMAND_SENTENCES,
    ALERT_SENTENCES,
    SERVE_SENTENCES,
    WEB_GUIDE_SENTENCES,
  ]) {
    const source = new Set(words(area.en))
    for (const language of LANGUAGES.filter((one) => one !== 'en')) {
      assert.deepEqual(
        words(area[language]).filter((sentence) => source.has(sentence)),
        [],
        language,
      )
    }
  }
})

test('what the server says to browsers is text, and no part of it can be taken for markup', () => {
  for (const language of LANGUAGES)
    for (const { title, paragraphs } of Object.values(SERVE_SENTENCES[language].pages))
      for (const sentence of [title, ...paragraphs]) assert.doesNotMatch(sentence, /[<>&]/u)
})

test('an alert says all of its figures, in every language its own way', () => {
  const ends: EndText[] = (['reset', 'expiry', 'trip'] as const).map((how) => ({ with: how, lastDay: 'LAST' }))
  const sayings = LANGUAGES.map((language) => {
    const say = ALERT_SENTENCES[language]
    const price = { left: 'LEFT', now: 'LOW', next: 'HIGH' }
    const facts: [string, string[]][] = [
      ...ends.map((end): [string, string[]] => [
        say.runOut.what({ date: 'DATE', noticeDays: 5, chance: 'CHANCE', end }),
        ['DATE', '5', 'CHANCE', 'LAST'],
      ]),
      [say.runOut.what({ date: 'DATE', noticeDays: 0, chance: 'CHANCE', end: ends[0]! }), ['CHANCE', 'LAST']],
      [say.usedUp.what(ends[0]!), ['LAST']],
      [say.usedUp.what(ends[2]!), ['LAST']],
      [say.usedUp.what(null), []],
      [say.nextStep.what({ ...price, chance: 'CHANCE' }), ['LEFT', 'LOW', 'HIGH', 'CHANCE']],
      [say.nextStep.what({ ...price, chance: null }), ['LEFT', 'LOW', 'HIGH']],
      [say.threshold.what('LEFT', 'SET'), ['LEFT', 'SET']],
      [say.expiring.what('LEFT', 'NAME', 'LAST'), ['LEFT', 'NAME', 'LAST']],
      [say.channel.next('What.', 'Next.'), ['What.', 'Next.']],
      ...Object.values(say.stale).map(({ what }): [string, string[]] => [what('DATE'), ['DATE']]),
    ]
    for (const [sentence, said] of facts) {
      assert.match(sentence, /[.。]$/u)
      for (const fact of said) assert.ok(sentence.includes(fact), `${language}: ${sentence} lacks ${fact}`)
    }
    return [
      ...facts.map(([sentence]) => sentence),
      say.throttled.what(),
      say.backToNormal.what(true),
      say.backToNormal.what(false),
      say.uncertain(''),
    ]
  })
  const [english = [], ...others] = sayings
  for (const sentences of others)
    assert.deepEqual(
      sentences.filter((one) => english.includes(one)),
      [],
    )
  assert.match(ALERT_SENTENCES.en.runOut.what({ date: '', noticeDays: 1, chance: '', end: ends[0]! }), /in 1 day;/u)
})
