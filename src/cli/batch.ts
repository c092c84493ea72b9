import type { Writable } from 'node:stream'
import { failed, type Outcome } from '../core/failure.ts'
import type { Reading } from '../core/reading.ts'
import { flatten } from '../reader/decide/flat.ts'
import { explainBytes, readText, type ReadOptions } from '../reader/index.ts'
import { MOST_EVIDENCE_BYTES } from './evidence.ts'
import { linesOf, type Line } from './lines.ts'

/** Answers are gathered into writes of this many characters. */
const WRITE_CHARACTERS = 64 * 1024

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
  let answers = ''
  let anyRead = false
  for await (const lines of linesOf(input, MOST_EVIDENCE_BYTES)) {
    for (const line of lines) {
      if (line !== null && isBlank(line)) continue
      const { id, evidence } = parseLine(line)
      // Awaiting only where bytes have to be opened keeps plain texts fast.
      const outcome =
        typeof evidence === 'string'
          ? readText(evidence, options)
          : evidence instanceof Uint8Array
            ? await readBytes(evidence, options)
            : evidence
      anyRead ||= outcome.ok
      answers += `${JSON.stringify({ id, ...flatten(outcome, full) })}\n`
      if (answers.length >= WRITE_CHARACTERS) {
        await write(output, answers)
        answers = ''
      }
    }
    // What is answered goes out before more input is waited for, so that a slow producer sees its answers.
    if (answers !== '') await write(output, answers)
    answers = ''
  }
  return anyRead
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
