import { sql, type Insertable, type Kysely, type Selectable, type Transaction } from 'kysely'
import { canonicalJson } from '../../ledger/identity.ts'
import { supersedes } from '../../ledger/merge.ts'
import type { KeptReading, LedgerRecord, RecordKind, RecordOf } from '../../ledger/records.ts'
import type { Query, Store } from '../../ledger/store.ts'
import { erasePortals } from '../vault/erase.ts'
import type { Tables } from './migrations.ts'
import { tryAt } from './problems.ts'

/** Rows asked for, or written, at a time: SQLite takes at most 32,766 values a statement. */
const ROWS_AT_ONCE = 1000

type Row = Selectable<Tables['records']>

/** A ledger in one SQLite file, for several processes at once. */
export class SqliteStore implements Store {
  readonly #database: Kysely<Tables>
  readonly #path: string

  constructor(database: Kysely<Tables>, path: string) {
    this.#database = database
    this.#path = path
  }

  keep(records: readonly LedgerRecord[]): Promise<number> {
    return this.#try(async () => {
      const removed = linesOf(records.filter(({ kind }) => kind === 'deletion'))
      const changed = await this.#database.transaction().execute(async (transaction) => {
        await erase(transaction, removed)
        const gone = new Set([...removed, ...(await removedAmong(transaction, linesOf(records)))])
        const allowed = records.filter(({ kind, lineId }) => kind === 'deletion' || !gone.has(lineId))
        let count = 0
        for (const some of inPieces(allowed)) count += await put(transaction, some)
        return count
      })
      // The log still holds what was erased.
      if (removed.length > 0) await sql`pragma wal_checkpoint(truncate)`.execute(this.#database)
      return changed
    })
  }

  find<Kind extends RecordKind>(kind: Kind, { lineId, before, limit }: Query = {}): Promise<RecordOf<Kind>[]> {
    return this.#try(async () => {
      let query = this.#database.selectFrom('records').select('content').where('kind', '=', kind)
      if (lineId !== undefined) query = query.where('line_id', '=', lineId)
      if (before !== undefined)
        query = query.where((where) =>
          where(where.refTuple('moment', 'id'), '<', where.tuple(before.moment, before.id)),
        )
      query = query.orderBy('moment', 'desc').orderBy('id', 'desc')
      const rows = await (limit === undefined ? query : query.limit(limit)).execute()
      return rows.map(recordIn) as RecordOf<Kind>[]
    })
  }

  nextTo(
    lineId: string,
    instants: readonly string[],
    side: 'before' | 'from',
    without: readonly string[] = [],
  ): Promise<KeptReading[]> {
    const passed =
      without.length === 0 ? sql`` : sql`and id not in (select value from json_each(${JSON.stringify(without)}))`
    const [isThere, order] = side === 'before' ? [sql`<`, sql`desc`] : [sql`>=`, sql`asc`]
    return this.#try(async () => {
      const contents = new Set<string>()
      for (const some of inPieces(instants)) {
        // A seek in the index for each instant, in one statement: what lies between is never looked at.
        const { rows } = await sql<{ content: string | null }>`
          with instant(at) as (values ${sql.join(some.map((at) => sql`(${at})`))})
          select (
            select content from records
            where kind = 'reading' and line_id = ${lineId} and moment ${isThere} instant.at ${passed}
            order by moment ${order}, id ${order} limit 1
          ) as content from instant`.execute(this.#database)
        for (const { content } of rows) if (content !== null) contents.add(content)
      }
      return [...contents].map((content) => recordIn({ content }) as KeptReading)
    })
  }

  byIds<Kind extends RecordKind>(kind: Kind, ids: readonly string[]): Promise<RecordOf<Kind>[]> {
    return this.#try(async () => {
      const found: RecordOf<Kind>[] = []
      for (const some of inPieces(ids)) {
        // Asked for its kind too, SQLite would go through all of that kind.
        const rows = await this.#database.selectFrom('records').select('content').where('id', 'in', some).execute()
        for (const record of rows.map(recordIn)) if (record.kind === kind) found.push(record as RecordOf<Kind>)
      }
      return found
    })
  }

  startingWith<Kind extends RecordKind>(kind: Kind, idPrefix: string, limit: number): Promise<RecordOf<Kind>[]> {
    return this.#try(async () => {
      const rows = await this.#database
        .selectFrom('records')
        .select('content')
        .where('kind', '=', kind)
        .where('id', '>=', idPrefix)
        .where('id', '<', `${idPrefix}\u{10FFFF}`)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(recordIn) as RecordOf<Kind>[]
    })
  }

  count(kind: RecordKind): Promise<number> {
    return this.#try(async () => {
      const { count } = await this.#database
        .selectFrom('records')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('kind', '=', kind)
        .executeTakeFirstOrThrow()
      return count
    })
  }

  async *all(): AsyncIterable<LedgerRecord> {
    for (let last = ''; ;) {
      const rows = await this.#try(() =>
        this.#database
          .selectFrom('records')
          .select(['id', 'content'])
          .where('id', '>', last)
          .orderBy('id')
          .limit(ROWS_AT_ONCE)
          .execute(),
      )
      yield* rows.map(recordIn)
      if (rows.length < ROWS_AT_ONCE) return
      last = rows.at(-1)!.id
    }
  }

  identity(): Promise<string> {
    return this.#try(async () => {
      const row = await this.#database.selectFrom('identities').select('identity').executeTakeFirstOrThrow()
      return row.identity
    })
  }

  since(
    cursor: number,
    limit: number,
  ): Promise<{ readonly records: readonly LedgerRecord[]; readonly cursor: number }> {
    return this.#try(async () => {
      const rows = await this.#database
        .selectFrom('records')
        .select(['sequence', 'content'])
        .where('sequence', '>', cursor)
        .orderBy('sequence')
        .limit(limit)
        .execute()
      return { records: rows.map(recordIn), cursor: rows.at(-1)?.sequence ?? cursor }
    })
  }

  close(): Promise<void> {
    return this.#try(() => this.#database.destroy())
  }

  #try<T>(action: () => Promise<T>): Promise<T> {
    return tryAt(this.#path, action)
  }
}

const recordIn = ({ content }: Pick<Row, 'content'>): LedgerRecord => JSON.parse(content) as LedgerRecord

const linesOf = (records: readonly LedgerRecord[]): string[] => [...new Set(records.map(({ lineId }) => lineId))]

function* inPieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += ROWS_AT_ONCE) yield all.slice(start, start + ROWS_AT_ONCE)
}

/** Everything about these lines but their tombstones. */
async function erase(transaction: Transaction<Tables>, lineIds: readonly string[]): Promise<void> {
  for (const some of inPieces(lineIds)) {
    await transaction.deleteFrom('records').where('line_id', 'in', some).where('kind', '!=', 'deletion').execute()
    await erasePortals(transaction, some)
  }
}

async function removedAmong(transaction: Transaction<Tables>, lineIds: readonly string[]): Promise<string[]> {
  const removed: string[] = []
  for (const some of inPieces(lineIds)) {
    const rows = await transaction
      .selectFrom('records')
      .select('line_id')
      .where('kind', '=', 'deletion')
      .where('line_id', 'in', some)
      .execute()
    removed.push(...rows.map((row) => row.line_id))
  }
  return removed
}

/** Writes those records that supersede what is there; how many. */
async function put(transaction: Transaction<Tables>, records: readonly LedgerRecord[]): Promise<number> {
  const ids = records.map(({ id }) => id)
  const rows = await transaction.selectFrom('records').select(['id', 'content']).where('id', 'in', ids).execute()
  const kept = new Map(rows.map((row) => [row.id, recordIn(row)]))
  const winners = new Map<string, LedgerRecord>()
  for (const record of records) {
    const other = winners.get(record.id) ?? kept.get(record.id)
    if (other === undefined || supersedes(record, other)) winners.set(record.id, record)
  }
  if (winners.size === 0) return 0
  // A row is replaced and not changed, so that it is numbered anew.
  await transaction
    .insertInto('records')
    .orReplace()
    .values([...winners.values()].map(rowOf))
    .execute()
  return winners.size
}

const rowOf = (record: LedgerRecord): Insertable<Tables['records']> => ({
  id: record.id,
  kind: record.kind,
  line_id: record.lineId,
  moment: record.kind === 'reading' ? record.moment : record.at,
  content: canonicalJson(record),
})
