import { CARRIERS } from '../carriers/index.ts'
import { DEFAULT_ZONE } from '../core/cycle.ts'
import { clockOf } from '../jobs/line-fields.ts'
import type { LineFields } from '../ledger/records.ts'

/** What is known of a new line by its carrier alone. */
export function newLineFields(carrier: string | null): Partial<LineFields> {
  const found = CARRIERS.find(({ id }) => id === carrier)
  return { carrier, cycle: clockOf(found?.rules.cycle?.value ?? null, DEFAULT_ZONE) }
}
