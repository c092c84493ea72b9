import { sql, type Kysely } from 'kysely'

/** One row a record. `content` is its canonical JSON; the other columns are what records are looked for by. */
export interface Tables {
  readonly records: {
    readonly id: string
    readonly kind: string
    readonly line_id: string
    /** Of a reading the moment of its figures, of others when they were kept. */
    readonly moment: string
    readonly content: string
  }
}

type Migration = (database: Kysely<Tables>) => Promise<void>

/** What was done to the file, in order: the first makes version 1. What was published is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  async (database) => {
    await database.schema
      .createTable('records')
      .addColumn('id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('line_id', 'text', (column) => column.notNull())
      .addColumn('moment', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .execute()
    await database.schema
      .createIndex('records_by_line')
      .on('records')
      .columns(['kind', 'line_id', 'moment', 'id'])
      .execute()
  },
]

/** Brings a file of an older version up to date, all or nothing; one that is up to date is not written to. */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  if ((await versionOf(database)) >= MIGRATIONS.length) return
  await database.transaction().execute(async (transaction) => {
    // Asked again: another process may have done it meanwhile.
    for (const [index, migration] of MIGRATIONS.entries()) {
      if ((await versionOf(transaction)) > index) continue
      await migration(transaction)
      await sql`pragma user_version = ${sql.lit(index + 1)}`.execute(transaction)
    }
  })
}

/** How many migrations a file has seen. */
export async function versionOf(database: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(database)
  return rows[0]!.user_version
}
