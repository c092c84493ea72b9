import { canonicalJson } from './identity.ts'
import type { LedgerRecord } from './records.ts'

/**
 * Of two records with one id, whether `next` is to be kept instead of `kept`: the later one, since the same evidence may have been
 * read again by a better reader. Of two at one instant the order of their texts decides, so that every ledger decides alike.
 */
export function supersedes(next: LedgerRecord, kept: LedgerRecord): boolean {
  return next.at === kept.at ? canonicalJson(next) > canonicalJson(kept) : next.at > kept.at
}

/** The union of ledgers, in any order: one record an id, and nothing but the tombstone of a line that any of them removed. */
export function merge(...ledgers: readonly (readonly LedgerRecord[])[]): LedgerRecord[] {
  const records = new Map<string, LedgerRecord>()
  for (const record of ledgers.flat()) {
    const kept = records.get(record.id)
    if (kept === undefined || supersedes(record, kept)) records.set(record.id, record)
  }
  const removed = new Set([...records.values()].filter(({ kind }) => kind === 'deletion').map(({ lineId }) => lineId))
  return [...records.values()]
    .filter(({ kind, lineId }) => kind === 'deletion' || !removed.has(lineId))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
