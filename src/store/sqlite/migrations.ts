import { randomUUID } from 'node:crypto'
import { sql, type Generated, type Kysely } from 'kysely'

/** One row a record. `content` is its canonical JSON; the other columns are what records are looked for by. */
export interface Tables {
  readonly records: {
    /** In which order the file came to hold them. One that replaces another has a new number, and no number is ever given twice. */
    readonly sequence: Generated<number>
    readonly id: string
    readonly kind: string
    readonly line_id: string
    /** Of a reading the moment of its figures, of others when they were kept. */
    readonly moment: string
    readonly content: string
  }
  /** Which ledger this file is. */
  readonly identities: {
    readonly slot: number
    readonly identity: string
  }
  /** The browsers that the server lets in. */
  readonly admissions: {
    /** SHA-256 of the token, in hex. */
    readonly digest: string
    readonly used_at: string
    readonly ends_at: string
  }
  /** What is secret about a line, sealed by the key of the vault. */
  readonly sealed: {
    readonly line_id: string
    /** What it is: see `SealedPurpose`. */
    readonly purpose: string
    readonly content: Uint8Array
  }
  /** Where a line's portal stands, as JSON, and who asks it at the moment, until when unless renewed. */
  readonly portals: {
    readonly line_id: string
    readonly content: string
    readonly claimed_by: string | null
    readonly claimed_until: string | null
  }
  /** The key of the vault, wrapped: one while anything is sealed, else none. */
  readonly vault_keys: WrappedKeyRow & { readonly slot: number }
}

/** See `wrapped-key.ts`. */
export interface WrappedKeyRow {
  readonly id: string
  readonly content: string
  /** SHA-256 of the id and the content, in hex. */
  readonly digest: string
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
  async (database) => {
    await database.schema
      .createTable('sealed')
      .addColumn('line_id', 'text', (column) => column.notNull())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('content', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('sealed_by_line', ['line_id', 'purpose'])
      .execute()
    await database.schema
      .createTable('portals')
      .addColumn('line_id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('claimed_by', 'text')
      .addColumn('claimed_until', 'text')
      .execute()
    await database.schema
      .createTable('vault_keys')
      .addColumn('slot', 'integer', (column) =>
        column
          .notNull()
          .primaryKey()
          .check(sql`slot = 1`),
      )
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .execute()
  },
  async (database) => {
    await database.schema.alterTable('records').renameTo('unnumbered').execute()
    await database.schema
      .createTable('records')
      .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('line_id', 'text', (column) => column.notNull())
      .addColumn('moment', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .execute()
    await sql`
      insert into records (id, kind, line_id, moment, content)
      select id, kind, line_id, moment, content from unnumbered order by rowid`.execute(database)
    await database.schema.dropTable('unnumbered').execute()
    await database.schema
      .createIndex('records_by_line')
      .on('records')
      .columns(['kind', 'line_id', 'moment', 'id'])
      .execute()
    await database.schema
      .createTable('identities')
      .addColumn('slot', 'integer', (column) =>
        column
          .notNull()
          .primaryKey()
          .check(sql`slot = 1`),
      )
      .addColumn('identity', 'text', (column) => column.notNull())
      .execute()
    await database.insertInto('identities').values({ slot: 1, identity: randomUUID() }).execute()
  },
  async (database) => {
    await database.schema
      .createTable('admissions')
      .addColumn('digest', 'text', (column) => column.notNull().primaryKey())
      .addColumn('used_at', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull())
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
