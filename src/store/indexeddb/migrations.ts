import type { DBSchema, IDBPDatabase } from 'idb'
import type { RecordKind } from '../../ledger/records.ts'

/** One row a record. `content` is its canonical JSON; the other members are what records are looked for by. */
export interface Row {
  readonly id: string
  readonly kind: RecordKind
  readonly lineId: string
  /** Of a reading the moment of its figures, of others when they were kept. */
  readonly moment: string
  readonly content: string
}

/** A row with its key. */
export interface KeptRow extends Row {
  /** In which order the database came to hold them. One that replaces another has a new number, and no number is ever given twice. */
  readonly sequence: number
}

export interface Tables extends DBSchema {
  records: {
    key: number
    value: KeptRow
    indexes: { byId: string; byLine: [kind: string, lineId: string, moment: string, id: string] }
  }
  /** Which ledger this database is. */
  identities: { key: number; value: string }
}

type Migration = (database: IDBPDatabase<Tables>) => void

/** What was done to the database, in order: the first makes version 1. What was published is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    const records = database.createObjectStore('records', { keyPath: 'sequence', autoIncrement: true })
    records.createIndex('byId', 'id', { unique: true })
    records.createIndex('byLine', ['kind', 'lineId', 'moment', 'id'])
    void database.createObjectStore('identities').add(crypto.randomUUID(), 1)
  },
]
