import type { KeptReading, LedgerRecord, RecordKind, RecordOf } from './records.ts'

/** Where a record stands among the others of its kind; see `Store.find`. */
export interface Position {
  readonly moment: string
  readonly id: string
}

/** Which records are wanted. */
export interface Query {
  readonly lineId?: string
  /** Only those that stand before this one in time. */
  readonly before?: Position
  readonly limit?: number
}

/** Where a ledger is kept. Every method rejects with a `StoreProblem` and only with that. */
export interface Store {
  /**
   * Keeps records, all or none, as `merge` would, and resolves when they will survive the end of the process: how many of them
   * changed the ledger. A deletion erases what else is kept about its line.
   */
  keep(records: readonly LedgerRecord[]): Promise<number>
  /** Records of a kind, newest first: readings by the moment of their figures, others by when they were kept, then by id. */
  find<Kind extends RecordKind>(kind: Kind, query?: Query): Promise<RecordOf<Kind>[]>
  /**
   * The readings of a line that stand next to instants: the last before each, or the first from it on; each once, in any order.
   * Those with the ids in `without` are passed over.
   */
  nextTo(
    lineId: string,
    instants: readonly string[],
    side: 'before' | 'from',
    without?: readonly string[],
  ): Promise<KeptReading[]>
  /** The records of a kind with these ids, in any order; ids that are not kept are skipped. */
  byIds<Kind extends RecordKind>(kind: Kind, ids: readonly string[]): Promise<RecordOf<Kind>[]>
  /** Records of a kind whose id begins so, by id, at most `limit`. */
  startingWith<Kind extends RecordKind>(kind: Kind, idPrefix: string, limit: number): Promise<RecordOf<Kind>[]>
  /** How many of a kind there are. */
  count(kind: RecordKind): Promise<number>
  /** Everything, by id. */
  all(): AsyncIterable<LedgerRecord>
  /** Random, made with the store; a cursor holds only for the store of this identity. */
  identity(): Promise<string>
  /**
   * Records in the order in which this store came to hold them, after a cursor (0: from the beginning), at most `limit`; `cursor` to
   * go on from.
   */
  since(cursor: number, limit: number): Promise<{ readonly records: readonly LedgerRecord[]; readonly cursor: number }>
  close(): Promise<void>
}

/** Why a store could not do what was asked, named by what to do next; `text/ledger.ts` says it. */
export const STORE_PROBLEMS = ['newer', 'damaged', 'read-only', 'full', 'busy', 'failed'] as const
export type StoreProblemCode = (typeof STORE_PROBLEMS)[number]

/**
 * The one thing that a store rejects with. It is thrown and not returned, since every step of every job may meet it and none can
 * do anything about it; `withStore` in jobs makes an answer of it.
 */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode
  /** Where the store is, for a person to look. */
  readonly path: string

  constructor(code: StoreProblemCode, path: string, cause?: unknown) {
    super(`${code}: ${path}`, { cause })
    this.code = code
    this.path = path
  }
}
