import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CHANNELS, type Figures, type Reading } from '../src/core/reading.ts'
import { CONTEXTS } from '../src/reader/tie/contexts.ts'
import { readText, type Explained } from '../src/reader/index.ts'
import { TYING_RULES } from '../src/reader/tie/rules.ts'
import { en } from '../src/reader/words/en.ts'
import { ja } from '../src/reader/words/ja.ts'
import { other } from '../src/reader/words/other.ts'
import type { Words } from '../src/reader/words/senses.ts'
import { zh } from '../src/reader/words/zh.ts'
import { answerOf, FIXTURES, judge, readFixture } from './fixtures.ts'
import { MISSED } from './missed.ts'

/** Payloads have their suite in shapes.test.ts, down to every single field. */
const EVIDENCE = FIXTURES.filter(({ id }) => !id.startsWith('payloads/'))

describe('fixtures', () => {
  for (const fixture of EVIDENCE) {
    test(fixture.id, async () => {
      const explained = await readFixture(fixture)
      const { wrong, missed } = judge(answerOf(explained), fixture.expect, fixture.lines)
      assert.deepEqual(wrong, [], 'wrong')
      const reason = MISSED[fixture.id]
      if (reason === undefined) assert.deepEqual(missed, [], 'missed')
      else assert.notDeepEqual(missed, [], `no longer missed, take it off the list: ${reason}`)
      if (explained.ok) assertPlaces(explained.value)
    })
  }

  test('every name in the list of missed ones is a fixture', () => {
    const ids = new Set(EVIDENCE.map(({ id }) => id))
    assert.deepEqual(
      Object.keys(MISSED).filter((id) => !ids.has(id)),
      [],
    )
  })

  for (const { id, record } of FIXTURES) {
    test(`${id} names its source`, () => {
      assert.match(String(record['source']), /^(?:invented$|https?:\/\/\S+$|\S.*)/)
      assert.ok(Number(record['year']) >= 2010)
      if (!id.startsWith('payloads/')) assert.ok((CHANNELS as readonly unknown[]).includes(record['channel']))
    })
  }
})

/** Every figure points at the characters that it was read from, and a bucket is called what it is called in print. */
function assertPlaces({ opened, outcome }: Explained): void {
  if (!outcome.ok) return
  const printed = opened.text.replaceAll(/\s/g, '')
  for (const { name } of opened.kind === 'payload' ? [] : outcome.value.flatMap(({ buckets }) => buckets))
    assert.ok(printed.includes(name.replaceAll(/\s/g, '')), `"${name}" is not as printed`)
  for (const { amount, provenance } of outcome.value.flatMap(figuresOf)) {
    assert.equal(amount.kind === 'known', provenance !== null)
    if (amount.kind !== 'known' || provenance === null) continue
    assert.ok(provenance.places.length > 0 && provenance.rule !== '')
    for (const { start, end } of provenance.places) assert.ok(0 <= start && start < end && end <= opened.text.length)
    const [place] = provenance.places
    if (place && opened.kind !== 'payload') assert.equal(opened.text.slice(place.start, place.end), amount.shown)
  }
}

const figuresOf = ({ total, buckets }: Reading): Figures[keyof Figures][] =>
  [total, ...buckets].flatMap(({ allowance, used, remaining }) => [allowance, used, remaining])

/** The figures of a text as "carryOver remaining 1200000000", with the rule that tied each. */
function claimsOf(text: string): { gives: string; rule: string }[] {
  const outcome = readText(text)
  const lines = outcome.ok ? outcome.value : []
  return lines
    .flatMap(({ total, buckets }) => [{ ...total, grant: '' }, ...buckets])
    .flatMap((figures) =>
      (['remaining', 'used', 'allowance'] as const).flatMap((role) => {
        const { amount, provenance } = figures[role]
        if (amount.kind !== 'known' || provenance === null) return []
        return [{ gives: `${figures.grant} ${role} ${amount.lowBytes}`.trim(), rule: provenance.rule }]
      }),
    )
}

describe('rules', () => {
  for (const { name, example, gives, counterExample } of TYING_RULES) {
    test(`${name}: ${JSON.stringify(example)}`, () => {
      const claims = claimsOf(example)
      assert.ok(
        claims.some((claim) => claim.gives === gives && claim.rule === name),
        `wants ${gives}, has ${JSON.stringify(claims)}`,
      )
    })
    test(`${name}, not: ${JSON.stringify(counterExample)}`, () => assert.deepEqual(claimsOf(counterExample), []))
  }

  for (const { name, example, counterExample } of CONTEXTS) {
    test(`${name}: ${JSON.stringify(example)}`, () => assert.deepEqual(claimsOf(example), []))
    test(`${name}, not: ${JSON.stringify(counterExample)}`, () => assert.notDeepEqual(claimsOf(counterExample), []))
  }

  test('names are unique', () => {
    const names = [...TYING_RULES, ...CONTEXTS].map(({ name }) => name)
    assert.deepEqual(names, [...new Set(names)])
  })
})

describe('words', () => {
  const languages: Readonly<Record<string, Words>> = { ja, zh, en, other }
  for (const [language, words] of Object.entries(languages)) {
    test(`${language}: no word under two senses`, () => {
      const senses = new Map<string, string[]>()
      for (const [sense, list] of Object.entries(words))
        for (const word of list) senses.set(word, [...(senses.get(word) ?? []), sense])
      const doubled = [...senses].filter(([, of]) => of.length > 1).map(([word, of]) => `${word}: ${of.join(', ')}`)
      assert.deepEqual(doubled, [])
    })
    test(`${language}: words are written as the reader sees them`, () => {
      const odd = Object.values(words)
        .flat()
        .filter((word) => word === '' || word !== word.normalize('NFKC').toLowerCase())
      assert.deepEqual(odd, [])
    })
  }
})
