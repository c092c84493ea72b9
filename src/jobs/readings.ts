import type { Line } from '../core/line.ts'
import type { Reading } from '../core/reading.ts'
import { digestOf, signed } from '../ledger/identity.ts'
import { withdrawnIn } from '../ledger/lines.ts'
import { mask, maskReading } from '../ledger/mask.ts'
import { momentOf } from '../ledger/moment.ts'
import type { KeptEvidence, KeptReading, Withdrawal } from '../ledger/records.ts'
import type { Position, Store } from '../ledger/store.ts'
import { later } from './lines.ts'

/** A longer text is not kept beside its reading: no page about one line comes near it, and a ledger is carried around. */
const MOST_KEPT_CHARACTERS = 256 * 1024

/** The records that keep a reading of a line with the text that it was read from, both masked. */
export function recordsOf(
  line: Pick<Line, 'id'>,
  found: Reading,
  text: string,
  now: string,
): readonly [KeptReading, ...KeptEvidence[]] {
  const reading = maskReading(found)
  const masked = text.length > MOST_KEPT_CHARACTERS ? null : mask(text)
  const about = { lineId: line.id, at: now, digest: digestOf(masked ?? text) }
  const kept = signed<KeptReading>({ kind: 'reading', ...about, moment: momentOf(reading, now), reading })
  return [kept, ...(masked === null ? [] : [signed<KeptEvidence>({ kind: 'evidence', ...about, text: masked })])]
}

/** Keeps a reading of a line with the text that it was read from, both masked. */
export async function keepReading(
  store: Store,
  line: Line,
  found: Reading,
  text: string,
  now: string,
): Promise<{ readonly kept: KeptReading; readonly isNew: boolean }> {
  const records = recordsOf(line, found, text, now)
  const [kept] = records
  const isNew = (await store.byIds('reading', [kept.id])).length === 0
  await store.keep(records)
  return { kept, isNew }
}

/** A reading as the history shows it. */
export interface LoggedReading {
  readonly kept: KeptReading
  readonly withdrawn: boolean
  /** The text that it was read from; null where it is not kept here. */
  readonly text: string | null
}

/** One page of a line's history, newest first. */
export async function logOf(
  store: Store,
  line: Line,
  page: { readonly before?: Position; readonly limit: number },
): Promise<LoggedReading[]> {
  const readings = await store.find('reading', { lineId: line.id, ...page })
  const withdrawn = withdrawnIn(await store.find('withdrawal', { lineId: line.id }))
  const texts = await textsOf(store, readings)
  return readings.map((kept) => ({
    kept,
    withdrawn: withdrawn.has(kept.id),
    text: texts.get(kept.digest) ?? null,
  }))
}

async function textsOf(store: Store, readings: readonly KeptReading[]): Promise<ReadonlyMap<string, string>> {
  const ids = readings.map(
    ({ lineId, at, digest }) => signed<KeptEvidence>({ kind: 'evidence', lineId, at, digest, text: '' }).id,
  )
  const evidence = await store.byIds('evidence', [...new Set(ids)])
  return new Map(evidence.map(({ digest, text }) => [digest, text]))
}

/** Readings whose id begins so; two where there are more. */
export const readingsLike = (store: Store, idPrefix: string): Promise<KeptReading[]> =>
  store.startingWith('reading', idPrefix, 2)

/** Takes a reading out of account, or back into it. */
export async function withdraw(store: Store, reading: KeptReading, withdrawn: boolean, now: string): Promise<void> {
  const { id: readingId, lineId } = reading
  const at = later(now, await store.find('withdrawal', { lineId, limit: 1 }))
  await store.keep([signed<Withdrawal>({ kind: 'withdrawal', lineId, readingId, withdrawn, at })])
}
