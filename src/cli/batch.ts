import type { Writable } from 'node:stream'
import { failed, type Outcome } from '../core/failure.ts'
import type { Reading } from '../core/reading.ts'
import { flatten } from '../reader/decide/flat.ts'
import { explainBytes, readText, type ReadOptions } from '../reader/index.ts'
import { MOST_EVIDENCE_BYTES } from './evidence.ts'
import { linesOf, type Line } from './lines.ts'
import type { SecondCopy } from './second-copy.ts'
import { EXIT } from './session.ts'

/** From so many lines on it pays to start a second copy of the command. */
const MANY_LINES = 3000
/** Blocks of lines, of one chunk of input each, that may wait for the answers before theirs. */
const MOST_WAITING = 6

/**
 * JSON Lines in, {"id","text"} or {"id","base64"}; one flat answer with its id per line out, in order.
 * A line that is no such object is answered like any other that cannot be read. True when anything was read.
 */
export async function batch(
  input: AsyncIterable<Buffer>,
  output: Writable,
  options: ReadOptions,
  full: boolean,
): Promise<boolean> {
  let second: SecondCopy | null = null
  let count = 0
  let anyRead = false
  let waiting = 0
  let written: Promise<void> = Promise.resolve()
  const answer = async (lines: readonly Line[]): Promise<string> => {
    const answers = await answersTo(lines, options, full)
    anyRead ||= answers.anyRead
    return answers.text
  }
  for await (const all of linesOf(input, MOST_EVIDENCE_BYTES)) {
    const lines = all.filter((line) => line === null || !isBlank(line))
    if (count < MANY_LINES && (count += lines.length) >= MANY_LINES)
      second = await startSecondCopy(options.observedAt ?? '')
    const whole = second?.isFree === true && lines.length > 0 ? lines.filter((line) => line !== null) : []
    const text =
      second && whole.length > 0 && whole.length === lines.length
        ? second.answer(whole).then((answers) => answers ?? answer(lines))
        : await answer(lines)
    waiting++
    // Answers go out as soon as those before them have, so that a slow producer sees his.
    written = written.then(async () => {
      await write(output, await text)
      waiting--
    })
    if (waiting >= MOST_WAITING) await written
  }
  await written
  const code = await second?.end()
  return anyRead || code === EXIT.ok
}

const startSecondCopy = async (now: string): Promise<SecondCopy | null> =>
  (await import('./second-copy.ts')).SecondCopy.start(now)

async function answersTo(
  lines: readonly Line[],
  options: ReadOptions,
  full: boolean,
): Promise<{ text: string; anyRead: boolean }> {
  let text = ''
  let anyRead = false
  for (const line of lines) {
    const { id, evidence } = parseLine(line)
    // Awaiting only where bytes have to be opened keeps plain texts fast.
    const outcome =
      typeof evidence === 'string'
        ? readText(evidence, options)
        : evidence instanceof Uint8Array
          ? await readBytes(evidence, options)
          : evidence
    anyRead ||= outcome.ok
    text += `${JSON.stringify({ id, ...flatten(outcome, full) })}\n`
  }
  return { text, anyRead }
}

interface ParsedLine {
  readonly id: string | number | null
  readonly evidence: string | Uint8Array | Outcome<never>
}

function parseLine(line: Line): ParsedLine {
  if (line === null) return { id: null, evidence: failed('unreadable', 'too-large') }
  const value = parseJson(line.toString('utf8'))
  if (typeof value !== 'object' || value === null) return { id: null, evidence: failed('unreadable', 'broken') }
  const { id, text, base64 } = value as Record<string, unknown>
  const knownId = typeof id === 'string' || typeof id === 'number' ? id : null
  if (typeof text === 'string') return { id: knownId, evidence: text }
  if (typeof base64 === 'string') return { id: knownId, evidence: Buffer.from(base64, 'base64') }
  return { id: knownId, evidence: failed('unreadable', 'broken') }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function readBytes(bytes: Uint8Array, options: ReadOptions): Promise<Outcome<Reading[]>> {
  const explained = await explainBytes(bytes, options)
  return explained.ok ? explained.value.outcome : explained
}

const isBlank = (line: Buffer): boolean => line.length === 0 || (line.length === 1 && line[0] === 0x0d)

/** Waits while the other side is slower than we are. */
async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await new Promise((resolve) => output.once('drain', resolve))
}
