import type { Line } from '../core/line.ts'
import type { Reading } from '../core/reading.ts'

/** What is true of every record. */
interface Kept {
  /** See `identity.ts`. */
  readonly id: string
  readonly lineId: string
  /** The instant at which it was kept, in UTC as `toISOString` writes it. */
  readonly at: string
}

/** A reading as it was read, masked. */
export interface KeptReading extends Kept {
  readonly kind: 'reading'
  /** The instant that its figures are about; see `momentOf`. */
  readonly moment: string
  /** SHA-256 of the masked evidence. */
  readonly digest: string
  readonly reading: Reading
}

/** The masked text that the places of readings with this digest point into. */
export interface KeptEvidence extends Kept {
  readonly kind: 'evidence'
  readonly digest: string
  readonly text: string
}

/** What is known of a line, apart from which line it is. */
export type LineFields = Omit<Line, 'id'>
export type LineField = keyof LineFields

/** One field of a line was given a value. The latest edit of a field wins, of two at one instant the one with the higher id. */
export type LineEdit = {
  readonly [Field in LineField]: Kept & {
    readonly kind: 'edit'
    readonly field: Field
    readonly value: LineFields[Field]
  }
}[LineField]

/** A reading was taken out of account, or back into it. The latest word on a reading counts. */
export interface Withdrawal extends Kept {
  readonly kind: 'withdrawal'
  readonly readingId: string
  readonly withdrawn: boolean
}

/** The line was removed: everything else about it is erased, and stays so when ledgers are merged. */
export interface Deletion extends Kept {
  readonly kind: 'deletion'
}

/** Somebody was told of something. */
export interface AlertGiven extends Kept {
  readonly kind: 'alert'
  /** What it was about: the same event has the same name in every ledger. */
  readonly event: string
  /** How bad it was; who was told is told again only when it is worse. */
  readonly level: number
}

/** Everything that a ledger keeps. */
export type LedgerRecord = KeptReading | KeptEvidence | LineEdit | Withdrawal | Deletion | AlertGiven
export const RECORD_KINDS = ['reading', 'evidence', 'edit', 'withdrawal', 'deletion', 'alert'] as const
export type RecordKind = LedgerRecord['kind']
export type RecordOf<Kind extends RecordKind> = Extract<LedgerRecord, { kind: Kind }>

/** What a record is before it has an id. */
export type Unsigned<R extends LedgerRecord> = R extends LedgerRecord ? Omit<R, 'id'> : never
