import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { shapesIndex } from '../scripts/generate-shapes.ts'
import { exactBytes, MOST_BYTES } from '../src/core/amount.ts'
import type { Draft, DraftFigures } from '../src/reader/draft.ts'
import { asNumber, at, member, parseJsonish, parseXml, printed } from '../src/reader/open/tree.ts'
import type { TreeNode } from '../src/reader/open/tree.ts'
import { parseYaml } from '../src/reader/open/yaml.ts'
import { readPayload } from '../src/reader/read-payload.ts'
import { SHAPES } from '../src/reader/shapes/index.ts'
import { wallClockFromStamp } from '../src/reader/stamps.ts'
import { amountFromText, bytesOf, digitsOf, unitOf } from '../src/reader/units.ts'

const FIXTURES = new URL('../fixtures/payloads/', import.meta.url)

const open = (text: string) => parseJsonish(text) ?? parseXml(text) ?? parseYaml(text)

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
    ['2026-02-29', null],
    ['2026-01-01T24:10', null],
    ['soon', null],
  ]
  for (const [text, expected] of cases) assert.equal(wallClockFromStamp(text), expected, text)
})
