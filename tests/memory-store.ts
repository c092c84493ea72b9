/** A ledger that is gone with the page; in order as `Store.since` wants it. */
import { supersedes } from '../src/ledger/merge.ts'
import type { KeptReading, LedgerRecord, RecordKind, RecordOf } from '../src/ledger/records.ts'
import type { Query, Store } from '../src/ledger/store.ts'

/** What is kept under a name: the same for whoever opens it again. */
interface Kept {
  readonly identity: string
  readonly records: Map<string, LedgerRecord>
  readonly sequences: Map<string, number>
  last: number
}
const ledgers = new Map<string, Kept>()

/** Opens the ledger of a name: a new one, or the same again. */
export function openMemoryStore(name: string): Store {
  const kept = ledgers.get(name) ?? {
    identity: crypto.randomUUID(),
    records: new Map(),
    sequences: new Map(),
    last: 0,
  }
  ledgers.set(name, kept)
  return new MemoryStore(kept)
}

class MemoryStore implements Store {
  readonly #kept: Kept

  constructor(kept: Kept) {
    this.#kept = kept
  }

  async keep(records: readonly LedgerRecord[]): Promise<number> {
    const ids = new Set<string>()
    for (const record of records.filter(({ kind }) => kind === 'deletion')) if (this.#put(record)) ids.add(record.id)
    const removed = new Set(this.#all('deletion').map(({ lineId }) => lineId))
    for (const { id, kind, lineId } of this.#kept.records.values())
      if (kind !== 'deletion' && removed.has(lineId)) this.#kept.records.delete(id)
    for (const record of records)
      if (record.kind !== 'deletion' && !removed.has(record.lineId) && this.#put(record)) ids.add(record.id)
    return ids.size
  }

  async find<Kind extends RecordKind>(kind: Kind, { lineId, before, limit }: Query = {}): Promise<RecordOf<Kind>[]> {
    return this.#all(kind)
      .filter((record) => lineId === undefined || record.lineId === lineId)
      .filter((record) => before === undefined || placeOf(record) < `${before.moment} ${before.id}`)
      .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
      .slice(0, limit)
  }

  async nextTo(
    lineId: string,
    instants: readonly string[],
    side: 'before' | 'from',
    without: readonly string[] = [],
  ): Promise<KeptReading[]> {
    const newestFirst = (await this.find('reading', { lineId })).filter(({ id }) => !without.includes(id))
    const found = instants.map((at) =>
      side === 'before'
        ? newestFirst.find(({ moment }) => moment < at)
        : newestFirst.findLast(({ moment }) => moment >= at),
    )
    return [...new Set(found.filter((each) => each !== undefined))]
  }

  async byIds<Kind extends RecordKind>(kind: Kind, ids: readonly string[]): Promise<RecordOf<Kind>[]> {
    return this.#all(kind).filter(({ id }) => ids.includes(id))
  }

  async startingWith<Kind extends RecordKind>(kind: Kind, prefix: string, limit: number): Promise<RecordOf<Kind>[]> {
    const found = this.#all(kind).filter(({ id }) => id.startsWith(prefix))
    return found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit)
  }

  async count(kind: RecordKind): Promise<number> {
    return this.#all(kind).length
  }

  async *all(): AsyncIterable<LedgerRecord> {
    yield* [...this.#kept.records.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async identity(): Promise<string> {
    return this.#kept.identity
  }

  async since(cursor: number, limit: number): Promise<{ records: LedgerRecord[]; cursor: number }> {
    const found = [...this.#kept.records.values()]
      .map((record) => ({ record, sequence: this.#kept.sequences.get(record.id)! }))
      .filter(({ sequence }) => sequence > cursor)
      .sort((a, b) => a.sequence - b.sequence)
      .slice(0, limit)
    return { records: found.map(({ record }) => record), cursor: found.at(-1)?.sequence ?? cursor }
  }

  async close(): Promise<void> {}

  #put(record: LedgerRecord): boolean {
    const other = this.#kept.records.get(record.id)
    if (other !== undefined && !supersedes(record, other)) return false
    this.#kept.records.set(record.id, record)
    this.#kept.sequences.set(record.id, (this.#kept.last += 1))
    return true
  }

  #all<Kind extends RecordKind>(kind: Kind): RecordOf<Kind>[] {
    return [...this.#kept.records.values()].filter((record) => record.kind === kind) as RecordOf<Kind>[]
  }
}

const placeOf = (record: LedgerRecord): string =>
  `${record.kind === 'reading' ? record.moment : record.at} ${record.id}`
