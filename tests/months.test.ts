/** Which month what was used is of, by when it was read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flatten, type FlatAnswer } from '../src/reader/decide/flat.ts'
import { readText } from '../src/reader/index.ts'

const read = (text: string, now?: string): FlatAnswer => flatten(readText(text, now === undefined ? {} : { now }))

const [NOVEMBER, NEW_MONTH] = ['2026-11-27T01:00:00.000Z', '2026-11-05T01:00:00.000Z']

test('what was used in a month that is over is not of now', () => {
  for (const text of [
    '10月のデータ使用量 18.21GB',
    '10月のご利用実績\nデータ使用量 18.21GB',
    '2026年10月\n\nデータ使用量\n18.21GB',
    '10月のデータ利用量は18.21GBでした',
  ]) {
    for (const now of [NOVEMBER, NEW_MONTH]) assert.equal(read(text, now).usedBytes ?? null, null, text)
    assert.equal(read(text).usedBytes, 18.21e9, text)
    assert.equal(read(text.replace('10月', '11月'), NOVEMBER).usedBytes, 18.21e9, text)
  }
})

test('a month is named in English too, before or behind what was used', () => {
  for (const text of [
    'October usage\nData used: 12 GB',
    "Your October's data usage: 12 GB",
    'October 2026\nData used: 12 GB',
    'You used 12 GB in October.',
  ]) {
    assert.equal(read(text, NEW_MONTH).usedBytes ?? null, null, text)
    assert.equal(read(text.replace('October', 'November'), NEW_MONTH).usedBytes, 12e9, text)
    assert.equal(read(text).usedBytes, 12e9, text)
  }
  assert.equal(read('In October you used 12 GB', NEW_MONTH).usedBytes ?? null, null)
})

test('the days of a cycle are called by the month in which they end', () => {
  for (const text of ['ご利用期間：10月1日〜10月31日\nデータ使用量 12.3GB', '対象月\t2026年10月\nデータ使用量\t12.3GB'])
    assert.equal(read(text, NEW_MONTH).usedBytes ?? null, null, text)
  for (const text of [
    'ご利用期間：10月11日〜11月10日\nデータ使用量 12.3GB',
    '契約期間：2025年10月1日〜2027年9月30日\nデータ使用量 12.3GB',
  ])
    assert.equal(read(text, NEW_MONTH).usedBytes, 12.3e9, text)
})

test('a cycle may be called by the month in which it ends', () =>
  assert.equal(read('12月のご利用実績\nデータ使用量 18.21GB', NOVEMBER).usedBytes, 18.21e9))

test('a count of the last day of a month is still of that month', () =>
  assert.equal(read('10月のデータ使用量 18.21GB（10月31日時点）', NEW_MONTH).usedBytes, 18.21e9))

test('a month that something else is of says nothing about what is left', () => {
  for (const text of ['10月の料金 3,000円\nデータ残量\n3GB', '10月のご利用実績\n\n今月のデータ残量\n3GB'])
    assert.equal(read(text, NOVEMBER).remainingBytes, 3e9, text)
})
