/** Facts that only make sense over all carriers: where they come from, how they are written, and that the reader knows their words. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { suite, test } from 'node:test'
import { claimsOf } from '../scripts/facts.ts'
import type { Carrier } from '../src/carriers/carrier.ts'
import { CARRIERS } from '../src/carriers/index.ts'
import { MYTHS } from '../src/carriers/myths.ts'
import { readText } from '../src/reader/index.ts'
import { LABELS, meaningOf } from '../src/text/labels.ts'

const FOLDER = join(import.meta.dirname, '../src/carriers')
const sourceOf = (id: string): string => readFileSync(join(FOLDER, `${id}.ts`), 'utf8')
const FILES = globSync('*.ts', { cwd: FOLDER })
  .map((name) => basename(name, '.ts'))
  .filter((name) => sourceOf(name).includes('satisfies Carrier'))
  .sort()

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** A long address has nowhere to break. */
const isAddress = (line: string): boolean => /^\s*'https?:\S+',?$/u.test(line)

/** 151, 0077-7-111, 0120-800-000 and their like. */
const DOMESTIC = /^(?:\d{3,5}|0\d{1,4}-\d{1,4}-\d{3,4})$/u
const E164 = /^\+[1-9]\d{6,14}$/u

test('the folder is the registry, and a carrier is one small file of data', () => {
  assert.deepEqual(
    CARRIERS.map(({ id }) => id),
    FILES,
  )
  const counts = FILES.map((id) => {
    const lines = sourceOf(id).trimEnd().split('\n')
    assert.match(id, /^[a-z][a-z0-9]*$/u)
    assert.ok(lines.includes(`export const ${id} = {`), `${id}.ts exports ${id}`)
    assert.ok(lines.length <= 160 && lines.every((line) => line.length <= 100 || isAddress(line)), `${id}.ts is small`)
    return lines.length
  }).sort((a, b) => a - b)
  assert.ok(counts[Math.floor(counts.length / 2)]! <= 80)
})

for (const carrier of CARRIERS) suite(`carrier ${carrier.id}`, () => carrierTests(carrier))

function carrierTests(carrier: Carrier): void {
  const { id, names, channels, rules, words, buckets } = carrier

  test('has a name in every language', () => {
    for (const name of Object.values(names)) assert.notEqual(name.trim(), '')
  })

  test('names a source, with a date, for everything that it claims', () => {
    for (const { what, sources } of claimsOf(carrier)) {
      assert.ok(sources.length > 0, `${id} ${what}`)
      for (const { address, checked, kind } of sources) {
        assert.match(address, /^https?:\/\/[\w.-]+\.[a-z]+\S*$/u, `${id} ${what}`)
        assert.match(checked, /^20\d{2}-[01]\d-[0-3]\d$/u)
        assert.notEqual(kind, 'invented')
      }
    }
  })

  test('claims nothing that was not tried', () => {
    for (const channel of [channels.portal, channels.app, channels.hotline, channels.sms])
      if (channel !== null && 'verified' in channel) assert.equal(channel.verified, 'documented')
  })

  test('gives secrets only to sites of its own', () => {
    const { portal } = channels
    if (portal === null) return
    assert.ok(portal.domains.length > 0)
    for (const domain of portal.domains) assert.match(domain, /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u)
    if (portal.address === null) return
    const { protocol, hostname } = new URL(portal.address)
    assert.equal(protocol, 'https:')
    assert.ok(portal.domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`)))
  })

  test('writes numbers and hours as they are dialled and read', () => {
    for (const { number, from } of channels.hotline?.numbers ?? [])
      assert.match(number, from === 'abroad' ? E164 : DOMESTIC)
    const hours = channels.hotline?.hours
    if (hours == null) return
    assert.match(hours.opens, /^[0-2]\d:[0-5]\d$/u)
    assert.match(hours.closes, /^[0-2]\d:[0-5]\d$/u)
    assert.ok(hours.opens < hours.closes)
    assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: hours.zone }).format())
  })

  test('has a meaning for every label on the way', () => {
    const paths = [channels.portal?.path, channels.app?.path, ...rules.alerts.map(({ value }) => value.path)]
    for (const label of paths.flatMap((path) => path ?? []))
      assert.ok(!EAST_ASIAN.test(label) || label in LABELS, `${id}: ${label} is in text/labels.ts`)
  })

  test('has plans, top-ups and throttles that make sense', () => {
    for (const { value: plan } of rules.plans) {
      assert.ok(plan.bytes === null || (Number.isInteger(plan.bytes) && plan.bytes > 0))
      const steps = 'steps' in plan ? (plan.steps ?? []) : []
      for (const step of steps) assert.ok(plan.bytes === null || step.bytes < plan.bytes)
      assert.deepEqual(
        steps,
        [...steps].sort((a, b) => a.yen - b.yen),
      )
      for (const step of steps) assert.ok(plan.yen !== null && step.yen < plan.yen)
    }
    for (const { value } of rules.topUps) assert.ok(value.bytes > 0 && (value.yen === null || value.yen > 0))
    for (const { value } of rules.throttles) assert.ok(value.speedBitsPerSecond >= 0)
  })

  test('adds only words that the reader then understands', () => {
    for (const role of ['remaining', 'used', 'allowance'] as const)
      for (const word of words?.[role] ?? []) {
        const outcome = readText(`${word} 3.25GB`, { carrier })
        if (role === 'allowance') continue
        assert.ok(outcome.ok, word)
        const { amount } = outcome.value[0]!.total[role]
        assert.equal(amount.kind, 'known', word)
      }
    for (const { words: names2, grant } of buckets ?? [])
      for (const word of names2) {
        const outcome = readText(`${word} 残り 1.5GB`, { carrier })
        assert.ok(outcome.ok, word)
        assert.equal(outcome.value[0]!.buckets[0]?.grant, grant, word)
      }
  })
}

test('what is repeated and wrong is about a carrier that is known', () => {
  for (const { carrier, words, sources } of MYTHS) {
    assert.ok(carrier === null || FILES.includes(carrier))
    assert.ok(words.length > 0 && sources.length > 0)
  }
})

test('every label in the list is on the way somewhere, and means something', () => {
  const used = new Set(
    CARRIERS.flatMap(({ channels, rules }) => [
      ...(channels.portal?.path ?? []),
      ...(channels.app?.path ?? []),
      ...rules.alerts.flatMap(({ value }) => value.path ?? []),
    ]),
  )
  for (const label of Object.keys(LABELS)) {
    assert.ok(used.has(label), label)
    assert.ok((meaningOf(label, 'en') ?? '').length > 0)
  }
})
