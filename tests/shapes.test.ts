import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { shapesIndex } from '../scripts/generate-shapes.ts'
import { exactBytes, MOST_BYTES } from '../src/core/amount.ts'
import type { Draft, DraftFigures } from '../src/reader/decide/draft.ts'
import { readableText } from '../src/reader/payload/generic.ts'
import { asNumber, at, member, parseJsonish, parseXml, printed } from '../src/reader/open/tree.ts'
import type { TreeNode } from '../src/reader/open/tree.ts'
import { parseParameters } from '../src/reader/open/parameters.ts'
import { parseYaml } from '../src/reader/open/yaml.ts'
import { readPayload } from '../src/reader/payload/read-payload.ts'
import { SHAPES } from '../src/reader/shapes/index.ts'
import { wallClockFromStamp } from '../src/reader/payload/stamps.ts'
import { amountFromText, bytesOf, digitsOf, unitOf } from '../src/reader/payload/units.ts'

const FIXTURES = new URL('../fixtures/payloads/', import.meta.url)

const open = (text: string) => parseJsonish(text) ?? parseXml(text) ?? parseYaml(text) ?? parseParameters(text)

function read(text: string): Draft[] {
  const root = open(text)
  return root ? readPayload(root, text) : []
}

const bytes = (figures: DraftFigures, role: keyof DraftFigures) => {
  const figure = figures[role]
  return figure ? exactBytes(figure.amount) : null
}

const flatFigures = (figures: DraftFigures, expires: Draft['expires']) => ({
  remainingBytes: bytes(figures, 'remaining'),
  usedBytes: bytes(figures, 'used'),
  allowanceBytes: bytes(figures, 'allowance'),
  expires: expires?.at ?? null,
})

const NOTHING = { remainingBytes: null, usedBytes: null, allowanceBytes: null, expires: null }

const UNNAMED = { ...NOTHING, name: '' }

/** A draft as the flat answer that the fixtures state. */
const flat = (draft: Draft | undefined) =>
  draft === undefined
    ? { ...NOTHING, throttled: null, unlimited: null, buckets: [] }
    : {
        ...flatFigures(draft.total, draft.expires),
        throttled: draft.throttled ?? null,
        unlimited: draft.unlimited ?? null,
        buckets: draft.buckets.map(({ name, expires, ...figures }) => ({ name, ...flatFigures(figures, expires) })),
      }

interface Expected {
  expect: Partial<ReturnType<typeof flat>>
}

for (const shape of readdirSync(FIXTURES)) {
  const folder = new URL(`${shape}/`, FIXTURES)
  for (const name of readdirSync(folder).filter((each) => !each.endsWith('.expect.json'))) {
    test(`payload ${shape}/${name}`, () => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      const expected = new URL(`${name.replace(/\.\w+$/, '')}.expect.json`, folder)
      const { expect } = JSON.parse(readFileSync(expected, 'utf8')) as Expected
      const drafts = read(text)
      assert.ok(drafts.length <= 1)
      const buckets = (expect.buckets ?? []).map((each) => ({ ...UNNAMED, ...each }))
      assert.deepEqual(flat(drafts[0]), { ...NOTHING, throttled: null, unlimited: null, ...expect, buckets })
    })
  }
}

test('every shape has two fixtures and is the one that reads them', () => {
  for (const { id } of SHAPES) {
    const folder = new URL(`${id}/`, FIXTURES)
    const names = readdirSync(folder).filter((name) => !name.endsWith('.expect.json'))
    assert.ok(names.length >= 2, id)
    for (const draft of names.flatMap((name) => read(readFileSync(new URL(name, folder), 'utf8')))) {
      for (const figure of Object.values(draft.total)) assert.equal(figure.provenance?.rule, id)
    }
  }
})

test('the list of shapes is current', () => {
  assert.equal(readFileSync(new URL('../src/reader/shapes/index.ts', import.meta.url), 'utf8'), shapesIndex())
})

test('figures say where they stand and by which key', () => {
  const text = '{"data":[{"remaining":700,"expired_at":null,"package":{"amount":1024}}]}'
  const [draft] = read(text)
  const figure = draft?.buckets[0]?.remaining
  assert.deepEqual(figure?.provenance, { places: [{ start: 22, end: 25 }], label: 'data[0].remaining', rule: 'airalo' })
  assert.equal(text.slice(22, 25), '700')
})

test('a band keeps both ends, and the last one has no end', () => {
  const amount = (category: string) =>
    read(JSON.stringify({ dataVolumeCategory: category }))[0]?.total.remaining?.amount
  assert.deepEqual(amount('<1GiB'), {
    kind: 'known',
    lowBytes: 200 * 2 ** 20,
    highBytes: 2 ** 30 - 1,
    shown: '<1GiB',
    base: 1024,
    baseDeclared: true,
  })
  const last = amount('>=5GiB')
  assert.ok(last?.kind === 'known' && last.lowBytes === 5 * 2 ** 30 && last.highBytes === MOST_BYTES)
})

test('several lines give several drafts', () => {
  const esim = (iccid: string, used: number) => ({
    iccid,
    totalVolume: 1000,
    orderUsage: used,
    expiredTime: '2026-12-01',
  })
  const drafts = read(JSON.stringify({ esimList: [esim('8900000000000001111', 1), esim('8900000000000002222', 2)] }))
  assert.deepEqual(
    drafts.map(({ line }) => line),
    ['1111', '2222'],
  )
})

test('an earlier bundle of an IIJmio contract was carried over', () => {
  const coupon = (expire: string, type: string) => ({ volume: 1, expire, type })
  const coupons = [coupon('202611', 'bundle'), coupon('202612', 'bundle'), coupon('202611', 'topup')]
  const [draft] = read(JSON.stringify({ couponInfo: [{ coupon: coupons }] }))
  assert.deepEqual(
    draft?.buckets.map(({ grant }) => grant),
    ['carryOver', 'plan', 'topUp'],
  )
})

const plain = (node: TreeNode | null): unknown => {
  if (node?.kind === 'object') return Object.fromEntries(node.members.map((each) => [each.key, plain(each.node)]))
  return node?.kind === 'array' ? node.members.map((each) => plain(each.node)) : (node?.value ?? null)
}

test('what people paste for JSON', () => {
  const cases: [text: string, value: unknown][] = [
    ['{"a":1,} // c', { a: 1 }],
    ["{'a': None, b: True, /* c */ 'c': 'it''s'}", null],
    ["{'a': None, b: True, /* c */ 'c': 'x'}", { a: null, b: true, c: 'x' }],
    ['"a": 1, "b": 2', { a: 1, b: 2 }],
    ['flowList: [{ x: "1" }]', { flowList: [{ x: '1' }] }],
    ['// Low Data Notification Example\n{"a": "\\u6b8b\\n"}', { a: '残\n' }],
    ['const usage = {a: 12GB, on: 2026-01-31};', { a: '12GB', on: '2026-01-31' }],
    ['{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ['{"a":{"b":1},"c":"cut her', { a: { b: 1 } }],
    ['{"a":1,"remaining":53', { a: 1 }],
    ['```json\n[1, 2]\n```', [1, 2]],
  ]
  for (const [text, value] of cases) assert.deepEqual(plain(parseJsonish(text)), value, text)
})

test('prose with braces is no payload', () => {
  const prose = [
    'Data: 5, left: 3',
    '{name} 様 残り3GB',
    '[Notice] 3GB left',
    '{"a":1} and more',
    '"quoted" words',
    '',
    '{',
    '残量: 3GB',
  ]
  for (const text of prose) assert.equal(parseJsonish(text), null, text)
})

test('hostile payloads are refused or read in linear time', () => {
  const deep = ['[', '{"a":', '{"a":1,', '<a>'].map((piece) => piece.repeat(100_000))
  for (const text of deep) assert.equal(open(text), null)
  const started = performance.now()
  const wide = [
    '[1' + ',1'.repeat(200_000) + ']',
    '{"' + '\\'.repeat(1_000_000),
    '/*'.repeat(300_000),
    'const '.repeat(100_000),
  ]
  const members = Array.from({ length: 20_000 }, (_, index) => `"used_${index}":1`).join()
  for (const text of [...wide, `{${members}}`, `<r>${'<x></y>'.repeat(100_000)}</r>`]) read(text)
  assert.ok(performance.now() - started < 5000)
})

test('XML keeps what was closed by its own tag', () => {
  const text = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY big "9">]><r><x>1</y></x><k>&big;</k><n>4 &amp; 5</n><cut>67'
  const root = parseXml(text)
  assert.deepEqual(plain(root), { k: '&big;', n: '4 & 5' })
  const entity = member(root, 'k')
  assert.ok(entity && printed(text, entity) === '&big;')
  for (const html of ['<p>3GB</p>', '<!DOCTYPE html><html><body>3GB</body></html>', '<3', 'a < b'])
    assert.equal(parseXml(html), null)
})

test('YAML mappings', () => {
  const text = "internet:\n  usage:\n    usedUnits: 12.5\n    unitType: GB\nendDate: '2026-12-07'\n"
  assert.equal(at(parseYaml(text), 'internet', 'usage', 'usedUnits')?.value, 12.5)
  assert.equal(read(text)[0]?.expires?.at, '2026-12-07')
  for (const prose of ['Data: 5 GB\nLeft: 3 GB', 'Hello\n  a: 1', '- a: 1']) assert.equal(parseYaml(prose), null, prose)
})

test('a cut payload does not pass for the whole', () => {
  const months =
    '{"vnstatversion":"2.10","jsonversion":"2","interfaces":[{"name":"wwan0","traffic":{"month":[{"date":{"year":2026,'
  assert.deepEqual(read(`${months}"month":10},"rx":7,"tx":7}`), [])
  const [tiles] = read('{"components":[{"data":{"name":{"value":"A"},"remaining":{"value":"1GB"}}},{"data":{"name":')
  assert.deepEqual([tiles?.total, tiles?.buckets.length], [{}, 1])
})

test('sentinels are no numbers', () => {
  const root = parseJsonish('{"a":"","b":"--","c":-1,"d":NaN,"e":"0.00","f":9223372036854775807}')
  assert.deepEqual(
    ['a', 'b', 'c', 'd', 'e'].map((key) => asNumber(member(root, key))),
    [null, null, null, null, 0],
  )
})

test('decimal arithmetic is exact', () => {
  const [GB, B] = [unitOf('GB'), unitOf('B')]
  assert.ok(GB && B)
  assert.equal(bytesOf('3.25', GB, 1000), 3_250_000_000)
  assert.equal(bytesOf('0.07', GB, 1000), 70_000_000)
  assert.equal(bytesOf('19.27', GB, 1024), 20_691_004_948)
  assert.equal(bytesOf('1.2E7', B, 1000), 12_000_000)
  for (const digits of ['-1', '1,5', '', 'x', '9'.repeat(400), '9223372036854775807'])
    assert.equal(bytesOf(digits, GB, 1000), null)
})

test('amounts in the text of a value', () => {
  const bytesIn = (shown: string) => amountFromText(shown)?.lowBytes ?? null
  const cases: [string, number | null][] = [
    ['17.47GB', 17_470_000_000],
    ['１，０２４ ＭＢ', 1_024_000_000],
    ['1 234,5 Mo', 1_234_500_000],
    ['3,25 Go', 3_250_000_000],
    ['200MiB', 209_715_200],
    ['5ギガバイト', 5_000_000_000],
    ['512 КБ', 512_000],
    ['0KB', 0],
    ['1 Mbps', null],
    ['80 mins', null],
    ['-5GB', null],
    ['1GB left', null],
    ['99999999 GB', null],
  ]
  for (const [shown, expected] of cases) assert.equal(bytesIn(shown), expected, shown)
  assert.equal(digitsOf('1.234,5'), '1234.5')
})

test('dates as machines print them', () => {
  const cases: [string, string | null][] = [
    ['201704', '2017-04'],
    ['20251231', '2025-12-31'],
    ['2022-01-01 00:00:00', '2022-01-01T00:00:00'],
    ['2023-06-15T16:56:16+0000', '2023-06-15T16:56:16+00:00'],
    ['2017-01-29T01:00:03.14159Z', '2017-01-29T01:00:03Z'],
    ['2026/1/5', '2026-01-05'],
    ['20261231235959', '2026-12-31T23:59:59'],
    ['2026年12月31日', '2026-12-31'],
    ['31 Dec 2026', '2026-12-31'],
    ['12月31日', null],
    ['05/06/2026', null],
    ['2026-02-29', null],
    ['2026-01-01T24:10', null],
    ['soon', null],
  ]
  for (const [text, expected] of cases) assert.equal(wallClockFromStamp(text), expected, text)
})

/** "used/allowance/remaining" in MB; "-" is not said, "~" unlimited. */
const inMegabytes = (figures: DraftFigures) =>
  (['used', 'allowance', 'remaining'] as const)
    .map((role) => (figures[role]?.amount.kind === 'unlimited' ? '~' : (bytes(figures, role) ?? NaN) / 1e6))
    .map((amount) => (Number.isNaN(amount) ? '-' : amount))
    .join('/')

/** The line, its total, expiry and flags, and each bucket's grant, figures and expiry. */
function summary({ line, total, expires, unlimited, throttled, buckets }: Draft): string {
  const flags = [unlimited && 'unlimited', throttled && 'throttled', throttled === false && 'fast']
  const words = (parts: unknown[]) => parts.filter(Boolean).join(' ')
  const grants = buckets.map((each) => `[${words([each.grant, inMegabytes(each), each.expires?.at])}]`)
  return words([line, inMegabytes(total), expires?.at, ...flags, ...grants])
}

/** Payloads of no known maker, and what they say; "" where they must say nothing. */
const UNKNOWN_PAYLOADS: readonly [text: string, ...drafts: string[]][] = [
  // Japanese and Chinese keys.
  ['{"残データ量":"4.5GB","契約データ量":"20GB","利用データ量":"15.5GB","速度制限":"なし"}', '15500/20000/4500 fast'],
  ['{"剩余流量":"3.2GB","总流量":"10GB","到期时间":"2026年12月31日"}', '-/10000/3200 2026-12-31'],
  ['{"今月":{"使用量":"3.2GB","残量":"6.8GB"},"先月":{"使用量":"9.9GB","残量":"0.1GB"}}', '3200/-/6800'],
  [
    '{"当月利用量":"3.1GB","前月利用量":"9GB","10月利用量":"8GB","本日利用量":"1MB","未使用データ量":"2GB"}',
    '3100/-/2000',
  ],
  ['{"通信量":"3.2GB","利用上限":"20GB","3日間通信量":"1GB","低速利用量":"120MB"}', '3200/20000/-'],
  ['{"利用可能データ量":"5GB"}'],
  [
    '{"国内通用":{"剩余":"3.2GB","总量":"10GB"},"定向流量":{"剩余":"30GB","总量":"30GB"}}',
    '-/-/- [plan -/10000/3200] [appOnly -/30000/30000]',
  ],
  // XML: attributes, the root's name, repeated elements.
  ['<data unit="MB"><remaining>1536</remaining><allowance>5000</allowance></data>', '-/5000/1536'],
  ['<r><remainCapacity unit="GB">5.06</remainCapacity><unlimited>false</unlimited></r>', '-/-/5060'],
  ['<r><bucket remaining="3.2GB" total="10GB" expires="20261231235959"/></r>', '-/10000/3200 2026-12-31T23:59:59'],
  ['<storage><used>3GB</used><total>5GB</total></storage>'],
  ['<r><usage month="202610"><used>6.8GB</used></usage><usage month="202609"><used>7GB</used></usage></r>'],
  [
    '<r><package type="DATA"><remaining uom="MB">2,048</remaining></package>' +
      '<package type="VOICE"><remaining uom="MIN">30</remaining></package></r>',
    '-/-/2048',
  ],
  // Units in the key, beside it, around it; spelt out; contradicting.
  ['{"quota":{"unit":"MEGABYTE","initial":3072,"balance":1408}}', '-/3072/1408'],
  ['{"used":{"value":"2.5","unit":"Gigabytes"},"allowance":{"value":10,"unit":"GIGABYTES"}}', '2500/10000/-'],
  [
    '{"initialQuantityBytes":10000000000,"remainingQuantityBytes":6120000000,"endTime":"2026-12-31T00:00:00Z"}',
    '-/10000/6120 2026-12-31T00:00:00Z',
  ],
  ['{"remainingMBytes":512,"used_mb":"2,345.6"}', '2345.6/-/512'],
  ['{"unit":"MB","buckets":[{"name":"data","remaining":500},{"type":"VOICE","remaining":30}]}', '-/-/500'],
  ['{"dataRemaining":"1,536","dataRemainingUnit":"MB"}', '-/-/1536'],
  ['{"remainingBytes":1536,"unit":"MB"}', '-/-/-'],
  ['{"remaining_kbps":128,"usedBits":1000,"remaining":{"amount":5,"unit":"days"}}'],
  // The figure one level deeper, or its label written as a value.
  ['{"remaining":{"data":"3.2GB","voice":"30min"},"usage":{"data":"1GB","wifi":"9GB"}}', '1000/-/3200'],
  ['{"usage":{"total":{"gb":5}}}'],
  ['{"items":[{"label":"残りデータ量","value":"3.2GB"},{"label":"先月の利用量","value":"1.8GB"}]}', '-/-/3200'],
  ['{"kpi":[{"name":"remaining","value":3.2,"unit":"GB"},{"name":"calls used","value":6,"unit":"GB"}]}', '-/-/3200'],
  // Plan and usage apart, summaries, several grants.
  [
    '{"plan":{"data_limit":"20GB"},"usage":{"used":"3GB","remaining":"17GB"},"expiresAt":"2026-12-31"}',
    '3000/20000/17000 2026-12-31',
  ],
  ['{"main":{"remaining":"9GB"},"other":{"limit":"1GB"}}', '-/-/- [plan -/-/9000] [unknown -/1000/-]'],
  [
    '{"summary":{"remaining":"12GB"},"buckets":[{"name":"base","remaining":"10GB"},{"name":"繰越","remaining":"2GB"}]}',
    '-/-/12000 [plan -/-/10000] [carryOver -/-/2000]',
  ],
  [
    '{"carryOverRemainingGb":2,"topupRemainingGb":1,"totalRemainingGb":6,"carryOverExpires":"2026-12-31"}',
    '-/-/6000 [carryOver -/-/2000 2026-12-31] [topUp -/-/1000]',
  ],
  [
    '{"monthly":{"usage_gb":12.4,"limit_gb":null,"is_unlimited":true},"overseas":{"remain_gb":2.0}}',
    '-/-/- unlimited [plan 12400/-/-] [roaming -/-/2000]',
  ],
  ['{"tethering":{"remaining":"5GB"}}', '-/-/- [tethering -/-/5000]'],
  ['{"data":{"allowance":0,"remaining":0,"unlimited":true,"used":3,"unit":"GB"}}', '3000/-/- unlimited'],
  // Several lines.
  [
    '{"lines":[{"msisdn":"09000001234","remaining":"1.2GB"},{"msisdn":"09000005678","plan":{"remaining":"0GB"}}]}',
    '1234 -/-/1200',
    '5678 -/-/0',
  ],
  [
    '{"pool":{"remaining":"20GB"},"members":[{"name":"A","used":"1GB"},{"name":"B","used":"2GB"}]}',
    '-/-/20000',
    'A 1000/-/-',
    'B 2000/-/-',
  ],
  // Not the data of this cycle.
  ['{"usages":[{"date":"2026-11-01","used":"1GB"}]}'],
  ['{"series":[{"label":"Nov","used":"3GB"},{"label":"Oct","used":"4GB"}]}'],
  ['{"2026-10":{"used":"6GB"},"nov":{"used":"1GB"},"thisMonth":{"usedGb":3.1},"lastMonth":{"usedGb":9}}', '3100/-/-'],
  ['{"daily":{"used":"1GB"},"today":{"used":"2GB"},"last3days":{"used":"3GB"},"averageUsage":"4GB"}'],
  ['{"throttleThresholdGb":3,"maxUsageGb":10,"fairUse":{"limit":"3GB"},"usageGb":2.5}', '2500/-/-'],
  ['{"services":[{"name":"Cloud Storage","used":"3GB"},{"name":"Mobile data","used":"4GB"}]}', '4000/-/-'],
  ['{"apps":[{"name":"Video","usedMb":2000}],"totalUsedMb":2200,"wifiUsedMb":9000}', '2200/-/-'],
  ['{"ram":{"total":"8GB"},"total":"128GB","available":"64GB"}'],
  ['{"name":"Voice","remaining":"Unlimited"}'],
  ['{"plans":[{"name":"A","data":{"total":"3GB"}},{"name":"B","data":{"total":"5GB"}}]}'],
  ['{"plan":{"price":980,"validTo":"2026-12-31","data":{"total":"3GB"}},"data":{"used":"1GB"}}', '1000/-/-'],
]

test('payloads that no shape knows', () => {
  for (const [text, ...drafts] of UNKNOWN_PAYLOADS) assert.deepEqual(read(text).map(summary), drafts, text)
})

test('the phrases of a payload stay where they stand', () => {
  const text = '{"id":"A1","message":"今月の残りは\\u0033.2GBです","history":["先月は9GB使いました"],"n":1}'
  const root = open(text)
  assert.ok(root)
  const readable = readableText(root, text)
  assert.equal(readable.length, text.length)
  assert.equal(readable.trim(), '今月の残りは3.2GBです')
  assert.equal(readable.indexOf('今月'), text.indexOf('今月'))
  for (const silent of ['{"a":1,"b":"3GB"}', '[]']) assert.equal(readableText(open(silent) ?? root, silent), '')
})

test('the attributes of XML are members, and say where they stand', () => {
  const text = '<r><a unit="GB" x=\'1 &amp; 2\'>5</a><b c="3GB"/><d>4</d></r>'
  const root = parseXml(text)
  assert.deepEqual(plain(root), { a: '5', b: { c: '3GB' }, d: '4' })
  const spots = [at(root, 'a', 'unit'), at(root, 'a', 'x'), at(root, 'b', 'c'), at(root, 'd')]
  assert.deepEqual(
    spots.map((node) => node && printed(text, node)),
    ['GB', '1 &amp; 2', '3GB', '4'],
  )
  const [draft] = read('<r><a>x</a><b remaining="3GB">y</b></r>')
  assert.equal(draft?.total.remaining?.provenance?.label, 'b.remaining')
})
