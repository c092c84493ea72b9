import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import type { Outcome } from '../src/core/failure.ts'
import { flatten, type FlatAnswer, type FlatBucket, type FlatLine } from '../src/reader/decide/flat.ts'
import { explainBytes, type Explained } from '../src/reader/index.ts'
import type { Hint } from '../src/reader/open/index.ts'

/** What a fixture must be read as; what is not stated is unknown. */
export interface Expected extends Partial<FlatLine> {
  /** Which of several lines. */
  readonly line?: string | null
}

/** A piece of evidence of ours and what it says. */
export interface Fixture {
  /** Its path below `fixtures/`, without the extension: "docomo/sms-notice". */
  readonly id: string
  /** "txt", "html", "eml", "mhtml", "xml" or "json". */
  readonly extension: string
  readonly bytes: Uint8Array
  readonly hint: Hint
  readonly expect: Expected
  /** Only for evidence about several lines. */
  readonly lines: readonly Expected[] | null
  /** The whole expectation file, source and all. */
  readonly record: Readonly<Record<string, unknown>>
}

const ROOT = join(import.meta.dirname, '../fixtures')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  html: 'text/html',
  eml: 'message/rfc822',
  mhtml: 'multipart/related',
  xml: 'application/xml',
  json: 'application/json',
}

/** Every fixture in the folder, sorted: a file with `<name>.expect.json` beside it. */
export const FIXTURES: readonly Fixture[] = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.expect.json'))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map(fixtureAt)

function fixtureAt(path: string): Fixture {
  const withoutExtension = path.slice(0, -extname(path).length)
  const record = JSON.parse(readFileSync(expectationOf(withoutExtension), 'utf8')) as Record<string, unknown>
  const extension = extname(path).slice(1)
  return {
    id: relative(ROOT, withoutExtension).replaceAll('\\', '/'),
    extension,
    bytes: readFileSync(path),
    hint: { contentType: CONTENT_TYPES[extension], fileName: basename(path) },
    expect: record['expect'] as Expected,
    lines: (record['lines'] as Expected[] | undefined) ?? null,
    record,
  }
}

/** Beside "page.sjis.html", whose name says its charset, lies "page.expect.json". */
function expectationOf(path: string): string {
  const inner = extname(path)
  const name = inner === '' ? path : path.slice(0, -inner.length)
  return `${name}.expect.json`
}

export const readFixture = ({ bytes, hint }: Pick<Fixture, 'bytes' | 'hint'>): Promise<Outcome<Explained>> =>
  explainBytes(bytes, hint)

/** The flat answer of evidence that was opened and read, or that could not be opened. */
export const answerOf = (explained: Outcome<Explained>): FlatAnswer =>
  flatten(explained.ok ? explained.value.outcome : explained)

/** The differences of an answer from what was expected, as "remainingBytes: 5 for 3". */
export interface Verdict {
  /** Given, and contradicted by the expectation or not in it. */
  readonly wrong: readonly string[]
  /** In the expectation and not given. */
  readonly missed: readonly string[]
}

const FIELDS = ['remainingBytes', 'usedBytes', 'allowanceBytes', 'expires'] as const
const STATES = ['throttled', 'unlimited'] as const

/** Judges a whole answer: one line, or the lines of evidence about several. */
export function judge(answer: FlatAnswer, expect: Expected, lines: readonly Expected[] | null = null): Verdict {
  if (lines === null && answer.readings === undefined) return judgeLine(answer, expect)
  const given = answer.readings ?? [{ line: null, ...answer }]
  const wanted = lines ?? [expect]
  const verdicts = wanted.map((want) => {
    const found = given.find(({ line }) => line === (want.line ?? null))
    const verdict = judgeLine(found ?? {}, want)
    return found ? verdict : { wrong: [], missed: verdict.missed.map((missed) => `line ${want.line}: ${missed}`) }
  })
  const unknown = given.filter(({ line }) => !wanted.some((want) => (want.line ?? null) === line))
  verdicts.push(...unknown.map((line) => judgeLine(line, {})))
  return { wrong: verdicts.flatMap(({ wrong }) => wrong), missed: verdicts.flatMap(({ missed }) => missed) }
}

function judgeLine(given: Expected, expect: Expected): Verdict {
  const wrong: string[] = []
  const missed: string[] = []
  for (const field of [...FIELDS, ...STATES]) compare(field, given[field], expect[field], wrong, missed)
  const matches = matchBuckets(given.buckets ?? [], expect.buckets ?? [])
  for (const { bucket, want } of matches) {
    const name = `bucket "${want?.name ?? bucket?.name}" `
    for (const field of FIELDS) compare(name + field, bucket?.[field], want?.[field], wrong, missed)
  }
  return { wrong, missed }
}

type Value = number | string | boolean | null | undefined

function compare(field: string, given: Value, expected: Value, wrong: string[], missed: string[]): void {
  if ((given ?? null) === (expected ?? null)) return
  // The day without its time says less, and nothing wrong.
  const lessExact = typeof given === 'string' && typeof expected === 'string' && expected.startsWith(given)
  const isMissed = given === null || given === undefined || lessExact
  const list = isMissed ? missed : wrong
  list.push(`${field}: ${isMissed ? 'nothing' : given} for ${expected ?? 'nothing'}`)
}

interface Match {
  readonly bucket: FlatBucket | null
  readonly want: FlatBucket | null
}

/** Pairs buckets by name, where names agree by the most figures that they share; what is left over stands alone. */
function matchBuckets(given: readonly FlatBucket[], wanted: readonly FlatBucket[]): Match[] {
  const left = [...given]
  const matches = wanted.map((want): Match => {
    const named = left.filter((bucket) => isNamed(bucket.name, want.name))
    const bucket = named.sort((a, b) => agreement(b, want) - agreement(a, want))[0] ?? null
    if (bucket) left.splice(left.indexOf(bucket), 1)
    return { bucket, want }
  })
  return [...matches, ...left.map((bucket) => ({ bucket, want: null }))]
}

const agreement = (bucket: FlatBucket, want: FlatBucket): number =>
  FIELDS.filter((field) => bucket[field] !== null && bucket[field] === want[field]).length

function isNamed(name: string, wanted: string): boolean {
  const [own, other] = [name, wanted].map((each) => each.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')) as [
    string,
    string,
  ]
  return own.includes(other) || other.includes(own)
}
