import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as fc from 'fast-check'
import { FAILURES, UNREADABLE_REASONS, type Outcome } from '../src/core/failure.ts'
import { flatten } from '../src/reader/decide/flat.ts'
import { explainBytes, explainText, readText, type Explained } from '../src/reader/index.ts'
import { encodeDoubleByte, encodeUtf8 } from './encoding.ts'
import { FIXTURES } from './fixtures.ts'
import { ENTITY_BOMB, HOSTILE_SHAPES } from './hostile.ts'

/** An answer of the documented shape, whatever was asked. */
function assertAnswer(outcome: Outcome<readonly unknown[]>): void {
  if (outcome.ok) assert.ok(outcome.value.length > 0)
  else {
    assert.ok(outcome.failure.code in FAILURES)
    assert.equal(outcome.failure.code === 'unreadable', outcome.failure.reason !== undefined)
    if (outcome.failure.reason) assert.ok(UNREADABLE_REASONS.includes(outcome.failure.reason))
  }
}

/** Reads, and checks that every place lies in the text and that no figure is absurd. */
function assertHarmless(text: string): void {
  const { opened, outcome } = explainText(text)
  assertSound({ opened, outcome })
}

function assertSound({ opened, outcome }: Explained): void {
  assertAnswer(outcome)
  if (!outcome.ok) return
  for (const reading of outcome.value) {
    assert.ok(reading.confidence >= 0 && reading.confidence <= 1)
    for (const { place } of reading.doubts) assert.ok(0 <= place.start && place.end <= opened.text.length)
    for (const { allowance, used, remaining } of [reading.total, ...reading.buckets]) {
      for (const { amount, provenance } of [allowance, used, remaining]) {
        for (const { start, end } of provenance?.places ?? [])
          assert.ok(0 <= start && start < end && end <= opened.text.length)
        if (amount.kind !== 'known') continue
        assert.ok(
          Number.isSafeInteger(amount.lowBytes) && Number.isSafeInteger(amount.highBytes) && amount.lowBytes >= 0,
        )
      }
    }
  }
}

async function assertHarmlessBytes(bytes: Uint8Array, fileName?: string): Promise<void> {
  const explained = await explainBytes(bytes, { fileName })
  if (explained.ok) assertSound(explained.value)
  else assertAnswer(explained)
}

const MILLION = 1_000_000
/** `bench/linear.ts` measures the same shapes at greater lengths. */
const LENGTH = 100_000

describe('hostile text', () => {
  for (const [name, shape] of Object.entries(HOSTILE_SHAPES)) test(name, () => assertHarmless(shape(LENGTH)))

  test('nothing at all', async () => {
    for (const text of ['', ' ', '\n', '\0', '\ufeff', '\u200b', '\ud800']) assertAnswer(readText(text))
    await assertHarmlessBytes(new Uint8Array(0))
  })

  test('an entity bomb stays as small as it is', () => {
    const { opened, outcome } = explainText(ENTITY_BOMB)
    assert.ok(opened.text.length <= ENTITY_BOMB.length)
    assertAnswer(outcome)
    assertHarmless(ENTITY_BOMB.replace('<?xml version="1.0"?>', '<!doctype html>'))
  })

  test('a hundred thousand levels', () => {
    for (const piece of ['[', '{"a":', '<a>', '<div>', '<b><i>', '(', '「']) assertHarmless(piece.repeat(100_000))
    const deep = 100_000
    assertHarmless(`${'['.repeat(deep)}1${']'.repeat(deep)}`)
    assertHarmless(`${'<div>'.repeat(deep)}残り1GB${'</div>'.repeat(deep)}`)
    assertHarmless(`a:\n${Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')}`)
  })

  test('fifty megabytes', async () => {
    const filler = `${'ぬるぽ'.repeat(47)}\n`.repeat(0.118 * MILLION)
    await assertHarmlessBytes(encodeUtf8(`${filler}\n残りデータ量 1GB\n`))
  })

  test('one line of ten megabytes', () => assertHarmless(`残りデータ量 3.25GB ${'あいうえお'.repeat(2 * MILLION)}`))

  test('the wrong charset', async () => {
    const text = '今月のデータ残量は 3.25GB です。使用量は 1.75GB です。'
    for (const charset of ['shift_jis', 'euc-jp', 'gb18030', 'big5'] as const) {
      const bytes = encodeDoubleByte(charset === 'gb18030' || charset === 'big5' ? '本月剩余 3.25GB' : text, charset)
      if (bytes === null) continue
      for (const declared of ['utf-8', 'iso-8859-1', 'shift_jis', 'euc-jp', 'utf-16le', 'no-such-charset']) {
        const explained = await explainBytes(bytes, { contentType: `text/plain; charset=${declared}` })
        if (explained.ok) assertSound(explained.value)
        else assertAnswer(explained)
      }
    }
  })
})

describe('random evidence', () => {
  const WORDS = [
    '残り 使用量 データ 上限 先月 繰越 中 うち まで 有効期限 現在 の は 合計 使い切りました 無制限',
    'remaining used of left data total expires 剩余 已用 共 流量 其中',
    '3 .25 1,234 99999 0 ２０ 三点二五 さんてんに GB MB ギガ G bps 円 % 日 月 2026/11/20 13月45日 24:00 090-0000-1234',
    '<p> </p> <td> </td> <tr> <table> <!-- --> <script> &#x36; { } [ ] " , / ： : 、 。 ( ) （ ） | + - 〜',
  ].join(' ')
  const BORDERS = [
    'up to',
    'https://example.jp/',
    ' ',
    '  ',
    '   ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\0',
    '\u200b',
    '\ud83d',
    '<div hidden>',
  ]
  const PIECES = [...WORDS.split(' '), ...BORDERS]
  const grammar = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''))
  const seeded = { seed: 20261120, numRuns: 2000 }

  test('of the words of the grammar', () => fc.assert(fc.property(grammar, assertHarmless), seeded))
  test('of any characters', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), assertHarmless), seeded))
  test('of any UTF-16', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    fc.assert(
      fc.property(units, (codes) => assertHarmless(String.fromCharCode(...codes))),
      seeded,
    )
  })
  test('of any bytes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(undefined, 'a.eml', 'a.html', 'a.mhtml'),
        assertHarmlessBytes,
      ),
      { ...seeded, numRuns: 1000 },
    ))
  test('of any JSON', () => fc.assert(fc.property(fc.json(), assertHarmless), { ...seeded, numRuns: 500 }))

  test('of damaged fixtures', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FIXTURES),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
          maxLength: 20,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async ({ bytes, hint }, damage, kept) => {
          const damaged = Uint8Array.from(bytes)
          for (const [at, byte] of damage) damaged[Math.floor(at * (damaged.length - 1))] = byte
          const explained = await explainBytes(damaged.subarray(0, Math.ceil(kept * damaged.length)), hint)
          if (explained.ok) assertSound(explained.value)
          else assertAnswer(explained)
        },
      ),
      seeded,
    ))

  test('the same evidence gives the same answer', () =>
    fc.assert(
      fc.property(grammar, (text) => {
        const first = readText(text)
        assertAnswer(readText('残り3GB'))
        assert.deepEqual(readText(text), first)
        assert.equal(JSON.stringify(flatten(readText(text), true)), JSON.stringify(flatten(first, true)))
      }),
      { ...seeded, numRuns: 500 },
    ))
})
