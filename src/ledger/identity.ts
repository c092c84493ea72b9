import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Reading } from '../core/reading.ts'
import type { KeptReading, LedgerRecord, Unsigned } from './records.ts'

const MINUTE_CHARACTERS = 'YYYY-MM-DDTHH:mm'.length

/** JSON with sorted keys and no blanks, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** SHA-256 of a text's UTF-8, in hex. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/**
 * The id of a reading: the same evidence about the same line at the same time is one reading, two equal days are two.
 * The carrier's own stamp counts, else the minute in which the evidence reached us.
 */
export function readingId(lineId: string, digest: string, { channel, asOf, observedAt }: Reading): string {
  const stamp = asOf ? { at: asOf.at, zone: asOf.zone } : (observedAt?.slice(0, MINUTE_CHARACTERS) ?? null)
  return digestOf(canonicalJson([lineId, channel, stamp, digest]))
}

/** Gives a record its id: a reading by what it was read from, evidence by its digest and line, all others by what they say. */
export function signed<R extends LedgerRecord>(record: Unsigned<R>): R {
  return { ...record, id: idOf(record) } as unknown as R
}

/** The id that a record has; one that came in with another id is not what it says. */
export function idOf(record: Unsigned<LedgerRecord> | LedgerRecord): string {
  if (record.kind === 'reading') return readingId(record.lineId, record.digest, (record as KeptReading).reading)
  if (record.kind === 'evidence') return digestOf(canonicalJson([record.lineId, record.digest]))
  return digestOf(canonicalJson({ ...record, id: undefined }))
}
