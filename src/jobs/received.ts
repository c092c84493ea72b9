import { digestOf, idOf } from '../ledger/identity.ts'
import { momentOf } from '../ledger/moment.ts'
import type { LedgerRecord } from '../ledger/records.ts'
import { recordSchema } from '../schema/record-schema.ts'

/** What came from outside as a record, if it is one and is what it says; null for anything else. */
export function recordFrom(value: unknown): LedgerRecord | null {
  const parsed = recordSchema.safeParse(value)
  return parsed.success && isConsistent(parsed.data) ? parsed.data : null
}

/** Whether what follows from a record's content is what it claims. */
function isConsistent(record: LedgerRecord): boolean {
  if (idOf(record) !== record.id) return false
  if (record.kind === 'reading') return momentOf(record.reading, record.at) === record.moment
  return record.kind !== 'evidence' || digestOf(record.text) === record.digest
}
