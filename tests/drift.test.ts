import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FlatAnswer } from '../src/reader/decide/flat.ts'
import type { Explained } from '../src/reader/index.ts'
import type { Outcome } from '../src/core/failure.ts'
import { assertNoDrift, judgeDrift, type Drift } from './drift.ts'
import { answerOf, FIXTURES, judge, readFixture, type Fixture } from './fixtures.ts'
import { encodeUtf8 } from './encoding.ts'
import { ENCODINGS, LESS_TEXT, randomFrom, SAME_PAGE, SAME_TEXT, WRAPPED, type Mutation } from './mutations.ts'

/** How often the mutations that draw something are drawn for one fixture. */
const DRAWS = 12

/** A fixture, how it is read, and as what. */
interface Subject {
  readonly fixture: Fixture
  /** The text as it was laid open, which is evidence of its own. */
  readonly text: string
  readonly answer: FlatAnswer
  readonly isRight: boolean
}

async function subjectOf(fixture: Fixture): Promise<Subject[]> {
  const explained = await readFixture(fixture)
  if (!explained.ok) return []
  const answer = answerOf(explained)
  const { wrong, missed } = judge(answer, fixture.expect, fixture.lines)
  return [{ fixture, text: explained.value.opened.text, answer, isRight: wrong.length + missed.length === 0 }]
}

const evidence = FIXTURES.filter(({ extension }) => ['txt', 'html', 'eml'].includes(extension))
const SUBJECTS = (await Promise.all(evidence.map(subjectOf))).flat()
const PAGES = SUBJECTS.filter(({ fixture }) => fixture.extension === 'html')

const readSource = (text: string, extension: 'txt' | 'html' | 'eml'): Promise<Outcome<Explained>> =>
  readFixture({ bytes: encodeUtf8(text), hint: extension === 'txt' ? {} : { fileName: `evidence.${extension}` } })

const sourceOf = ({ fixture }: Subject): string => new TextDecoder(charsetOf(fixture)).decode(fixture.bytes)
const charsetOf = ({ id }: Fixture): string =>
  id.endsWith('.sjis') ? 'shift_jis' : id.endsWith('.eucjp') ? 'euc-jp' : 'utf-8'

/** All that one mutation makes of all subjects. */
async function driftsOf(
  name: string,
  subjects: readonly Subject[],
  sourceFrom: (subject: Subject) => string,
  mutation: Mutation,
  extension: 'txt' | 'html' | 'eml',
): Promise<Drift[]> {
  const drifts: Drift[] = []
  for (const subject of subjects) {
    const before = sourceFrom(subject)
    const random = randomFrom(`${subject.fixture.id} ${name}`)
    const seen = new Set<string>()
    for (let draw = 0; draw < (mutation.length > 1 ? DRAWS : 1); draw += 1) {
      const after = mutation(before, random)
      if (after === null || seen.has(after)) continue
      seen.add(after)
      const given = await readSource(after, extension)
      drifts.push(judgeDrift({ ...subject, mutation: name, before, after, given }))
    }
  }
  return drifts
}

describe('meaning kept', () => {
  const drifts: Drift[] = []
  const keep = (kind: string, name: string, run: () => Promise<Drift[]>): void =>
    void test(`${kind}: ${name}`, async () => {
      const own = await run()
      drifts.push(...own)
      assertNoDrift(own)
    })

  for (const [name, mutation] of Object.entries(SAME_TEXT))
    keep('text', name, () => driftsOf(name, SUBJECTS, ({ text }) => text, mutation, 'txt'))
  for (const [name, mutation] of Object.entries(WRAPPED))
    keep('wrapped', name, () =>
      driftsOf(name, SUBJECTS, ({ text }) => text, mutation, name.startsWith('mail') ? 'eml' : 'html'),
    )
  for (const [name, mutation] of Object.entries(SAME_PAGE))
    keep('page', name, () => driftsOf(name, PAGES, sourceOf, mutation, 'html'))
  for (const [name, encoding] of Object.entries(ENCODINGS))
    keep('encoding', name, async () => {
      const own: Drift[] = []
      for (const subject of PAGES) {
        const before = sourceOf(subject)
        const encoded = encoding(before)
        if (encoded === null) continue
        const given = await readFixture({ bytes: encoded.bytes, hint: { contentType: encoded.contentType } })
        own.push(judgeDrift({ ...subject, mutation: name, before, after: before, given }))
      }
      return own
    })

  test('nine of ten are still read in full', () => {
    const right = drifts.filter(({ isRight }) => isRight)
    const full = right.filter(({ isFull }) => isFull)
    assert.ok(full.length >= right.length * 0.9, `${full.length} of ${right.length}`)
    assert.ok(drifts.length >= 1000)
  })
})

describe('evidence removed', () => {
  for (const [name, mutation] of Object.entries(LESS_TEXT))
    test(name, async () => assertNoDrift(await driftsOf(name, SUBJECTS, ({ text }) => text, mutation, 'txt')))
})
