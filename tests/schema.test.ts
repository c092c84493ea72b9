/** What the reader really answers fits the published schemas. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SAMPLE } from '../src/cli/sample.ts'
import { flatten } from '../src/reader/decide/flat.ts'
import { readText } from '../src/reader/index.ts'
import { CARRIERS } from '../src/carriers/index.ts'
import { carriersSchema } from '../src/schema/carrier-schema.ts'
import { failureSchema, flatAnswerSchema, readingSchema } from '../src/schema/schemas.ts'

const TEXTS = [
  SAMPLE,
  '',
  'こんにちは',
  '今月のデータ残量は0MBです',
  'Data remaining: 1.2 GB of 3 GB',
  '{"remaining": null}',
]

test('readings, failures and flat answers validate', () => {
  for (const text of TEXTS) {
    const outcome = readText(text)
    if (outcome.ok) for (const reading of outcome.value) readingSchema.parse(reading)
    else failureSchema.parse(outcome.failure)
    flatAnswerSchema.parse(flatten(outcome))
    flatAnswerSchema.parse(flatten(outcome, true))
  }
})

test('several lines leave the flat figures empty', () => {
  const outcome = readText(SAMPLE)
  assert.ok(outcome.ok)
  const several = flatten({ ok: true, value: [...outcome.value, ...outcome.value] }, true)
  flatAnswerSchema.parse(several)
  assert.equal(several.remainingBytes, null)
  assert.equal(several.readings?.length, 2)
  assert.equal(several.readings?.[0]?.remainingBytes, flatten(outcome).remainingBytes)
})

test('carriers.json is valid, also after its way through JSON', () => {
  const file = JSON.parse(JSON.stringify(CARRIERS)) as unknown
  assert.deepEqual(carriersSchema.parse(file), file)
})

test('a field that nobody declared is refused', () => {
  assert.throws(() => flatAnswerSchema.parse({ ...flatten(readText('')), guess: 1 }))
})
