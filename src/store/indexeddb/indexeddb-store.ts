import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb'
import { canonicalJson } from '../../ledger/identity.ts'
import { supersedes } from '../../ledger/merge.ts'
import {
  RECORD_KINDS,
  type KeptReading,
  type LedgerRecord,
  type RecordKind,
  type RecordOf,
} from '../../ledger/records.ts'
import type { Position, Query, Store } from '../../ledger/store.ts'
import type { Connection } from './connection.ts'
import type { KeptRow, Row, Tables } from './migrations.ts'

/** Rows read at a time where all are wanted. */
const ROWS_AT_ONCE = 1000

/** So many readings between two instants are sooner read than passed over: to look for one takes as long as to read five. */
const ROWS_AN_INSTANT = 4

type Records<Mode extends IDBTransactionMode> = IDBPObjectStore<Tables, ['records'], 'records', Mode>

/** A ledger in one IndexedDB database, for several tabs at once. */
export class IndexedDbStore implements Store {
  readonly #connection: Connection
  readonly #changes: BroadcastChannel
  /** Settled when all is that was to be kept: the database takes one after the other. */
  #lastKept: Promise<unknown> = Promise.resolve()

  /** `changes` is shared by all that keep in the same database. */
  constructor(connection: Connection, changes: BroadcastChannel) {
    this.#connection = connection
    this.#changes = changes
  }

  keep(records: readonly LedgerRecord[]): Promise<number> {
    const keeping = this.#keep(records)
    this.#lastKept = keeping.catch(() => {})
    return keeping
  }

  async #keep(records: readonly LedgerRecord[]): Promise<number> {
    const removed = linesOf(records.filter(({ kind }) => kind === 'deletion'))
    const changed = await this.#connection.use((database) =>
      write(database, async (kept) => {
        await Promise.all(removed.map((lineId) => erase(kept, lineId)))
        const gone = new Set([...removed, ...(await removedAmong(kept, linesOf(records)))])
        return put(
          kept,
          records.filter(({ kind, lineId }) => kind === 'deletion' || !gone.has(lineId)),
        )
      }),
    )
    if (changed > 0) this.#changes.postMessage(null)
    return changed
  }

  /** Tells whenever another tab has changed the ledger. */
  onChange(listener: () => void): void {
    this.#changes.addEventListener('message', listener)
  }

  find<Kind extends RecordKind>(kind: Kind, { lineId, before, limit }: Query = {}): Promise<RecordOf<Kind>[]> {
    return this.#read(async (kept) => {
      const rows =
        lineId === undefined
          ? newestFirst(await kept.index('byLine').getAll(within(kind)), before).slice(0, limit)
          : await lastRows(kept, rangeBefore(kind, lineId, before), limit)
      return rows.map(recordIn) as RecordOf<Kind>[]
    })
  }

  nextTo(
    lineId: string,
    instants: readonly string[],
    side: 'before' | 'from',
    without: readonly string[] = [],
  ): Promise<KeptReading[]> {
    return this.#read(async (kept) => {
      const rows = await neighbours(kept, { lineId, instants, side, passed: new Set(without) })
      const found = new Map(rows.filter((row) => row !== null).map((row) => [row.id, row]))
      return [...found.values()].map((row) => recordIn(row) as KeptReading)
    })
  }

  byIds<Kind extends RecordKind>(kind: Kind, ids: readonly string[]): Promise<RecordOf<Kind>[]> {
    return this.#read(async (kept) => {
      const rows = await Promise.all([...new Set(ids)].map((id) => kept.index('byId').get(id)))
      return rows.filter((row) => row?.kind === kind).map((row) => recordIn(row!)) as RecordOf<Kind>[]
    })
  }

  startingWith<Kind extends RecordKind>(kind: Kind, idPrefix: string, limit: number): Promise<RecordOf<Kind>[]> {
    return this.#read(async (kept) => {
      const found: KeptRow[] = []
      const range = IDBKeyRange.bound(idPrefix, `${idPrefix}\uFFFF`)
      // Ids of all kinds lie among each other.
      for await (const { value } of kept.index('byId').iterate(range)) {
        if (found.length >= limit) break
        if (value.kind === kind) found.push(value)
      }
      return found.map(recordIn) as RecordOf<Kind>[]
    })
  }

  count(kind: RecordKind): Promise<number> {
    return this.#read((kept) => kept.index('byLine').count(within(kind)))
  }

  async *all(): AsyncIterable<LedgerRecord> {
    for (let last = ''; ;) {
      const after = IDBKeyRange.lowerBound(last, true)
      const rows = await this.#read((kept) => kept.index('byId').getAll(after, ROWS_AT_ONCE))
      yield* rows.map(recordIn)
      if (rows.length < ROWS_AT_ONCE) return
      last = rows.at(-1)!.id
    }
  }

  identity(): Promise<string> {
    return this.#connection.use(async (database) => (await database.get('identities', 1))!)
  }

  since(
    cursor: number,
    limit: number,
  ): Promise<{ readonly records: readonly LedgerRecord[]; readonly cursor: number }> {
    return this.#read(async (kept) => {
      const rows = await kept.getAll(IDBKeyRange.lowerBound(cursor, true), limit)
      return { records: rows.map(recordIn), cursor: rows.at(-1)?.sequence ?? cursor }
    })
  }

  async close(): Promise<void> {
    await this.#connection.close()
    // What is still being kept is told of too.
    await this.#lastKept
    this.#changes.close()
  }

  #read<T>(action: (kept: Records<'readonly'>) => Promise<T>): Promise<T> {
    return this.#connection.use((database) => action(begin(database, 'readonly').store))
  }
}

const recordIn = ({ content }: Row): LedgerRecord => JSON.parse(content) as LedgerRecord

const linesOf = (records: readonly LedgerRecord[]): string[] => [...new Set(records.map(({ lineId }) => lineId))]

/** All that begins so in the index by line: a list comes after every text. */
const within = (...beginning: string[]): IDBKeyRange => IDBKeyRange.bound(beginning, [...beginning, []])

/** What stands before a position among the records of a kind and line. */
const rangeBefore = (kind: RecordKind, lineId: string, before: Position | undefined): IDBKeyRange =>
  before === undefined
    ? within(kind, lineId)
    : IDBKeyRange.bound([kind, lineId], [kind, lineId, before.moment, before.id], false, true)

/** The last rows of a range, newest first. */
async function lastRows(kept: Records<'readonly'>, range: IDBKeyRange, limit: number | undefined): Promise<KeptRow[]> {
  const byLine = kept.index('byLine')
  if (limit === undefined) return (await byLine.getAll(range)).reverse()
  const rows: KeptRow[] = []
  let cursor = limit === 0 ? null : await byLine.openCursor(range, 'prev')
  while (cursor !== null) {
    rows.push(cursor.value)
    cursor = rows.length < limit ? await cursor.continue() : null
  }
  return rows
}

/** Rows of all lines; no index has them in this order, since only what is small is asked for so. */
const newestFirst = (rows: readonly KeptRow[], before: Position | undefined): KeptRow[] =>
  rows
    .filter((row) => before === undefined || isBefore(row, before))
    .sort((a, b) => (a.id === b.id ? 0 : isBefore(a, b) ? 1 : -1))

const isBefore = (a: Position, b: Position): boolean => (a.moment === b.moment ? a.id < b.id : a.moment < b.moment)

interface Neighbourhood {
  readonly lineId: string
  readonly instants: readonly string[]
  readonly side: 'before' | 'from'
  /** Ids of readings that do not count. */
  readonly passed: ReadonlySet<string>
}

/** The readings next to instants. One request brings those of a line that is read about as often as is asked; else each is looked for. */
async function neighbours(kept: Records<'readonly'>, asked: Neighbourhood): Promise<(KeptRow | null)[]> {
  const { lineId, instants, side, passed } = asked
  if (instants.length === 0) return []
  const sorted = instants.toSorted()
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  const most = ROWS_AN_INSTANT * instants.length
  const [rows, beyond] = await Promise.all([
    kept.index('byLine').getAll(IDBKeyRange.bound(['reading', lineId, first], ['reading', lineId, last, []]), most),
    seek(kept, asked, side === 'before' ? first : last),
  ])
  if (rows.length >= most) return Promise.all(sorted.map((instant) => seek(kept, asked, instant)))
  const counted = rows.filter(({ id }) => !passed.has(id))
  return sorted.map((instant) =>
    side === 'before'
      ? (counted.findLast(({ moment }) => moment < instant) ?? beyond)
      : (counted.find(({ moment }) => moment >= instant) ?? beyond),
  )
}

/** The reading next to one instant. */
async function seek(
  kept: Records<'readonly'>,
  { lineId, side, passed }: Neighbourhood,
  instant: string,
): Promise<KeptRow | null> {
  const line = ['reading', lineId]
  const at = [...line, instant]
  const [range, direction] =
    side === 'before'
      ? ([IDBKeyRange.bound(line, at, false, true), 'prev'] as const)
      : ([IDBKeyRange.bound(at, [...line, []]), 'next'] as const)
  let cursor = await kept.index('byLine').openCursor(range, direction)
  while (cursor !== null && passed.has(cursor.value.id)) cursor = await cursor.continue()
  return cursor && cursor.value
}

function begin<Mode extends 'readonly' | 'readwrite'>(
  database: IDBPDatabase<Tables>,
  mode: Mode,
): IDBPTransaction<Tables, ['records'], Mode> {
  // Strict: what was acknowledged survives a power cut too.
  const transaction = database.transaction('records', mode, { durability: 'strict' })
  // Who only reads need not wait for its end, and what ends it half-way is told by its requests.
  transaction.done.catch(() => {})
  return transaction
}

/** Does all or nothing. */
async function write<T>(
  database: IDBPDatabase<Tables>,
  action: (kept: Records<'readwrite'>) => Promise<T>,
): Promise<T> {
  const transaction = begin(database, 'readwrite')
  try {
    const done = await action(transaction.store)
    await transaction.done
    return done
  } catch (error) {
    abort(transaction)
    throw error
  }
}

/** Takes back what was done, unless that has happened already. */
function abort(transaction: IDBPTransaction<Tables, ['records'], 'readwrite'>): void {
  try {
    transaction.abort()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

/** Everything about a line but its tombstones. */
async function erase(kept: Records<'readwrite'>, lineId: string): Promise<void> {
  const kinds = RECORD_KINDS.filter((kind) => kind !== 'deletion')
  const keys = await Promise.all(kinds.map((kind) => kept.index('byLine').getAllKeys(within(kind, lineId))))
  await Promise.all(keys.flat().map((key) => kept.delete(key)))
}

async function removedAmong(kept: Records<'readwrite'>, lineIds: readonly string[]): Promise<string[]> {
  const tombstones = await Promise.all(lineIds.map((lineId) => kept.index('byLine').getKey(within('deletion', lineId))))
  return lineIds.filter((_, index) => tombstones[index] !== undefined)
}

/** Writes those records that supersede what is there; how many. */
async function put(kept: Records<'readwrite'>, records: readonly LedgerRecord[]): Promise<number> {
  const ids = [...new Set(records.map(({ id }) => id))]
  const rows = (await Promise.all(ids.map((id) => kept.index('byId').get(id)))).filter((row) => row !== undefined)
  const before = new Map(rows.map((row) => [row.id, row]))
  const winners = new Map<string, LedgerRecord>()
  for (const record of records) {
    const other = winners.get(record.id) ?? (before.has(record.id) ? recordIn(before.get(record.id)!) : undefined)
    if (other === undefined || supersedes(record, other)) winners.set(record.id, record)
  }
  const replaced = rows.filter(({ id }) => winners.has(id))
  // A row is replaced and not changed, so that it is numbered anew.
  await Promise.all([
    ...replaced.map(({ sequence }) => kept.delete(sequence)),
    ...[...winners.values()].map((record) => kept.add(rowOf(record) as KeptRow)),
  ])
  return winners.size
}

const rowOf = (record: LedgerRecord): Row => ({
  id: record.id,
  kind: record.kind,
  lineId: record.lineId,
  moment: record.kind === 'reading' ? record.moment : record.at,
  content: canonicalJson(record),
})
