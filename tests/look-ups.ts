/** What can be looked up in a store, and what a search through everything finds. */
import * as fc from 'fast-check'
import { RECORD_KINDS, type LedgerRecord, type RecordKind } from '../src/ledger/records.ts'
import type { Position, Query } from '../src/ledger/store.ts'

export interface LookUp {
  readonly query: Query & { readonly kind: RecordKind }
  readonly near: Near
}

interface Near {
  readonly lineId: string
  readonly instants: readonly string[]
  readonly side: 'before' | 'from'
  readonly without: readonly string[]
}

const positionOf = (record: LedgerRecord): Position => ({
  moment: record.kind === 'reading' ? record.moment : record.at,
  id: record.id,
})
const isBefore = (a: Position, b: Position): boolean => (a.moment === b.moment ? a.id < b.id : a.moment < b.moment)
const newestFirst = (a: LedgerRecord, b: LedgerRecord): number =>
  isBefore(positionOf(a), positionOf(b)) ? 1 : isBefore(positionOf(b), positionOf(a)) ? -1 : 0

/** As `Store.find`. */
export const foundIn = (
  all: readonly LedgerRecord[],
  { kind, lineId, before, limit }: LookUp['query'],
): LedgerRecord[] =>
  all
    .filter((record) => record.kind === kind && (lineId === undefined || record.lineId === lineId))
    .filter((record) => before === undefined || isBefore(positionOf(record), before))
    .sort(newestFirst)
    .slice(0, limit)

/** As `Store.nextTo`. */
export function nextToIn(all: readonly LedgerRecord[], { lineId, instants, side, without }: Near): LedgerRecord[] {
  const readings = foundIn(all, { kind: 'reading', lineId }).filter(({ id }) => !without.includes(id))
  return instants.flatMap((instant) => {
    const found =
      side === 'before'
        ? readings.find((record) => positionOf(record).moment < instant)
        : readings.findLast((record) => positionOf(record).moment >= instant)
    return found === undefined ? [] : [found]
  })
}

const lineId = fc.constantFrom('a', 'b', 'c', 'nobody')
const halfHour = fc
  .integer({ min: -1, max: 13 })
  .map((half) => new Date(Date.UTC(2026, 10, 23) + half * 1_800_000).toISOString())

/** Anything that can be asked of these records, which are those of `ledger-arbitraries.ts`. */
export function lookUps(all: readonly LedgerRecord[]): fc.Arbitrary<LookUp> {
  const some = fc.constantFrom(...all)
  const ids = some.map(({ id }) => id)
  return fc.record({
    query: fc.record(
      {
        kind: fc.constantFrom(...RECORD_KINDS),
        lineId,
        before: some.map(positionOf),
        limit: fc.integer({ min: 0, max: 6 }),
      },
      { requiredKeys: ['kind'] },
    ),
    near: fc.record({
      lineId,
      // Few between which much lies, and many between which little does.
      instants: fc.oneof(fc.array(halfHour, { maxLength: 2 }), fc.array(halfHour, { maxLength: 12 })),
      side: fc.constantFrom('before', 'from'),
      without: fc.array(ids, { maxLength: 6 }),
    }),
  })
}
