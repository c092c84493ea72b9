import { signal } from '@preact/signals'
import { CARRIERS } from '../carriers/index.ts'
import type { Failure } from '../core/failure.ts'
import type { Line } from '../core/line.ts'
import type { Channel, Reading } from '../core/reading.ts'
import { instant, lines } from './ledger.ts'
import { go } from './route.ts'

/** Something to read: text, or a file's bytes with what is known of them. */
export type Evidence =
  | { readonly kind: 'text'; readonly text: string; readonly channel: Channel }
  | { readonly kind: 'file'; readonly file: File }

/** What was read from evidence, before anybody has said that it is right. */
export interface Result {
  readonly evidence: Evidence
  /** The opened text, which the places of the readings point into. */
  readonly text: string
  readonly readings: readonly Reading[]
  readonly failure: Failure | null
  /** Whose words and units it was read with; null where nobody has said whose it is. */
  readonly line: Line | null
}

/** What is on the table; null where nothing is. */
export const result = signal<Result | null>(null)
/** Whether something is being read. */
export const isReading = signal(false)

/** Larger files are refused before they are opened: no page about one line comes near it. */
const MOST_BYTES = 64 * 1024 * 1024

/** Reads evidence, puts the result on the table and shows it. `line`: whose it is, where somebody has said so. */
export async function read(evidence: Evidence, line: Line | null): Promise<void> {
  isReading.value = true
  // What says so is painted before a large page holds everything up.
  await new Promise((resume) => setTimeout(resume, 0))
  try {
    const first = await readAs(evidence, line)
    // Another line's words and units may read it better, so it is read again once it is known whose it is.
    const guessed = line ?? guessLine(first.readings, lines.value ?? [])
    result.value = guessed === line ? first : await readAs(evidence, guessed)
    go({ screen: 'result' })
  } finally {
    isReading.value = false
  }
}

async function readAs(evidence: Evidence, line: Line | null): Promise<Result> {
  const { explainBytes, explainText } = await import('../reader/index.ts')
  const carrier = CARRIERS.find(({ id }) => id === line?.carrier)
  const options = { observedAt: instant(), ...(carrier === undefined ? {} : { carrier }) }
  const empty = { evidence, line, text: '', readings: [] }
  if (evidence.kind === 'text') {
    const { opened, outcome } = explainText(evidence.text, { ...options, channel: evidence.channel })
    return outcome.ok
      ? { ...empty, text: opened.text, readings: outcome.value, failure: null }
      : { ...empty, text: opened.text, failure: outcome.failure }
  }
  const { file } = evidence
  if (file.size > MOST_BYTES) return { ...empty, failure: { code: 'unreadable', reason: 'too-large' } }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return { ...empty, failure: { code: 'unreadable', reason: 'broken' } }
  const hint = { fileName: file.name, contentType: file.type === '' ? undefined : file.type }
  const explained = await explainBytes(new Uint8Array(bytes), { ...options, ...hint })
  if (!explained.ok) return { ...empty, failure: explained.failure }
  const { opened, outcome } = explained.value
  return outcome.ok
    ? { ...empty, text: opened.text, readings: outcome.value, failure: null }
    : { ...empty, text: opened.text, failure: outcome.failure }
}

/** Whose reading this likely is: the only line with that number, that carrier, or at all. */
export function guessLine(readings: readonly Reading[], known: readonly Line[]): Line | null {
  const [reading] = readings
  const only = (found: readonly Line[]): Line | null => (found.length === 1 ? found[0]! : null)
  if (reading === undefined) return null
  const digits = reading.line?.replace(/\D/gu, '') ?? ''
  const numbered = known.filter(({ numberSuffix }) => numberSuffix !== null && digits.endsWith(numberSuffix))
  const named = known.filter(({ name }) => name === reading.line)
  const ofCarrier = known.filter(({ carrier }) => carrier !== null && carrier === reading.carrier)
  return only(numbered) ?? only(named) ?? only(ofCarrier) ?? (reading.carrier === null ? only(known) : null)
}
