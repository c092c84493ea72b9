/** What a kept reading and its evidence must not say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mask, maskReading } from '../src/ledger/mask.ts'
import type { Place, Reading } from '../src/core/reading.ts'
import { explainBytes } from '../src/reader/index.ts'
import { FIXTURES } from './fixtures.ts'
import { bucket, reading } from './ledger-samples.ts'

test('numbers, marked names, addresses, cards and devices are hidden, and nothing moves', () => {
  const cases: [text: string, masked: string][] = [
    ['090-0000-1234の残量', '***-****-1234の残量'],
    ['０９０ー００００ー１２３４', '＊＊＊ー＊＊＊＊ー１２３４'.replaceAll('＊', '*')],
    ['tel.09000001234', 'tel.*******1234'],
    ['+81 90 0000 1234 left', '+** ** **** 1234 left'],
    ['(+852) 0000 1234', '(+***) **** 1234'],
    ['山田太郎様、データ残量は3.25GB', '****様、データ残量は3.25GB'],
    ['山田 花子 様', '** ** 様'],
    ['やまださんの残り', '***さんの残り'],
    ['王先生您好', '*先生您好'],
    ['Dear Taro Yamada, you have 3 GB', 'Dear **** ******, you have 3 GB'],
    ['taro.y@example.co.jp まで', '****.*@*******.**.** まで'],
    ['ICCID 8981100000000000001', 'ICCID *******************'],
    ['{"customerName":"Taro Yamada","planName":"20GB"}', '{"customerName":"**** ******","planName":"20GB"}'],
    ['契約者名：山田 花子\nプラン名：20GB', '契約者名：** **\nプラン名：20GB'],
    ['{"lastNameKana":"ヤマダ","address1":"1-2-3 Ginza"}', '{"lastNameKana":"***","address1":"***** *****"}'],
    ['IMEI: 35-000000-000000-1', 'IMEI: **-******-******-*'],
    ['"imei":"350000000000001"', '"imei":"***************"'],
  ]
  for (const [text, masked] of cases) assert.equal(mask(text), masked)
})

test('figures, dates and people in general stay', () => {
  for (const text of [
    'お客様のデータ残量は3.25GBです',
    'Dear Customer, 3 GB left',
    '尊敬的客户 皆様',
    'used 3489660928 of 10737418240',
    '0.35GB 1,024MB 残り 0 MB',
    '2026-11-30 23:59 2026/11/30',
    '20261123100000',
    '{"name":"データ追加1GB","remaining":"0.5"}',
    'プラン名：ドコモ mini 10GB',
  ])
    assert.equal(mask(text), text)
})

test('masking keeps the length of a text, and whatever a figure or a date was read from', async () => {
  let hidden = 0
  for (const { bytes, hint, id } of FIXTURES) {
    const opened = await explainBytes(bytes, hint)
    if (!opened.ok) continue
    const { text } = opened.value.opened
    const masked = mask(text)
    assert.equal(masked.length, text.length, id)
    if (masked !== text) hidden += 1
    const { outcome } = opened.value
    for (const { start, end } of outcome.ok ? outcome.value.flatMap(placesOf) : [])
      assert.equal(masked.slice(start, end), text.slice(start, end), id)
  }
  assert.ok(hidden > 0)
})

const placesOf = ({ total, buckets, expires, cycleEnd, asOf }: Reading): Place[] => [
  ...[total, ...buckets]
    .flatMap(({ allowance, used, remaining }) => [allowance, used, remaining])
    .flatMap(({ provenance }) => provenance?.places ?? []),
  ...[expires, cycleEnd, asOf, ...buckets.map((each) => each.expires)].flatMap((date) => date?.places ?? []),
]

test('the words of a reading are masked with its evidence', () => {
  const masked = maskReading(reading({}, { line: '090-0000-1234', buckets: [bucket({}, { name: '山田様の追加分' })] }))
  assert.equal(masked.line, '***-****-1234')
  assert.equal(masked.buckets[0]?.name, '**様の追加分')
})
