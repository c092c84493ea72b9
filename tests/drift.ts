import assert from 'node:assert/strict'
import type { Outcome } from '../src/core/failure.ts'
import type { FlatAnswer, FlatLine } from '../src/reader/decide/flat.ts'
import type { Explained } from '../src/reader/index.ts'
import { answerOf, type Fixture } from './fixtures.ts'
import { exclusionOf } from './exclusions.ts'

/** A mutated fixture and what was read from it. */
export interface Mutated {
  readonly fixture: Fixture
  /** What was read before. */
  readonly answer: FlatAnswer
  /** Whether that was right and complete. */
  readonly isRight: boolean
  readonly mutation: string
  readonly before: string
  readonly after: string
  readonly given: Outcome<Explained>
}

export interface Drift extends Mutated {
  /** Figures and states that neither the reading before nor the expectation has. */
  readonly wrong: readonly Claim[]
  /** Nothing that was read before is missing. */
  readonly isFull: boolean
  /** Name of the exclusion that makes the wrong figures true ones. */
  readonly excluded: string | null
}

/** One value of an answer and where it stands: of the whole line, or of a bucket. */
export interface Claim {
  readonly field: Field
  readonly of: 'line' | 'bucket'
  readonly line: string | null
  readonly value: string | number | boolean
}

const FIELDS = ['remainingBytes', 'usedBytes', 'allowanceBytes', 'expires'] as const
const STATES = ['throttled', 'unlimited'] as const
export type Field = (typeof FIELDS)[number] | (typeof STATES)[number]

type PartialLine = Partial<FlatLine> & { readonly line?: string | null }

export function judgeDrift(mutated: Mutated): Drift {
  const { answer, fixture, given } = mutated
  const had = claimsOf(answer)
  const known = [...had, ...linesOf(fixture).flatMap(claimsOfLine)]
  const claims = claimsOf(answerOf(given))
  const wrong = claims.filter((claim) => !isKnown(claim, known))
  const isFull = had.every((before) =>
    claims.some((claim) => claim.field === before.field && agrees(claim.value, before.value)),
  )
  return { ...mutated, wrong, isFull, excluded: wrong.length > 0 ? exclusionOf({ ...mutated, wrong }) : null }
}

const linesOf = ({ expect, lines }: Fixture): readonly PartialLine[] => [expect, ...(lines ?? [])]

const claimsOf = (answer: FlatAnswer): Claim[] =>
  answer.readings ? answer.readings.flatMap(claimsOfLine) : claimsOfLine(answer)

function claimsOfLine(figures: PartialLine): Claim[] {
  const line = figures.line ?? null
  const claim = (field: Field, of: Claim['of'], value: Claim['value'] | null | undefined): Claim[] =>
    value === null || value === undefined ? [] : [{ field, of, line, value }]
  return [
    ...[...FIELDS, ...STATES].flatMap((field) => claim(field, 'line', figures[field])),
    ...(figures.buckets ?? []).flatMap((bucket) => FIELDS.flatMap((field) => claim(field, 'bucket', bucket[field]))),
  ]
}

/**
 * The same figure for the same role. Where the line had none of its own, that of a bucket may stand for it, as in a text that
 * names the bucket no longer; a line's name may be gone too, but never be another's.
 */
function isKnown(claim: Claim, known: readonly Claim[]): boolean {
  const same = known.filter(
    ({ field, line }) => field === claim.field && (line === null || claim.line === null || line === claim.line),
  )
  const ofLine = same.filter((each) => each.of === 'line')
  const candidates = claim.of === 'line' && ofLine.length > 0 ? ofLine : same
  return candidates.some(({ value }) => agrees(claim.value, value))
}

/** A date may have lost its clock. */
const agrees = (given: Claim['value'], known: Claim['value']): boolean =>
  given === known || (typeof given === 'string' && typeof known === 'string' && known.startsWith(given))

/** Fails with the two shortest texts whose figures drifted. */
export function assertNoDrift(drifts: readonly Drift[]): void {
  const wrong = drifts.filter((drift) => drift.wrong.length > 0 && drift.excluded === null)
  const shortest = wrong.toSorted((a, b) => a.after.length - b.after.length).slice(0, 2)
  assert.equal(
    wrong.length,
    0,
    `${wrong.length} of ${drifts.length} have another figure\n${shortest.map(report).join('\n')}`,
  )
}

function report({ fixture, mutation, before, after, wrong }: Drift): string {
  const figures = wrong.map(({ field, of, line, value }) => `${line ?? ''} ${of} ${field} ${value}`).join(', ')
  return `--- ${fixture.id}, ${mutation}: ${figures}\n${difference(before, after)}`
}

const AROUND = 60

/** The parts of two texts in which they differ, with a little around them. */
function difference(before: string, after: string): string {
  let start = 0
  while (start < before.length && before[start] === after[start]) start += 1
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const part = (text: string): string =>
    JSON.stringify(text.slice(Math.max(0, start - AROUND), text.length - Math.max(0, end - AROUND)).slice(0, 600))
  return `before ${part(before)}\nafter  ${part(after)}`
}
