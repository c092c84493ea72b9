/** The shape of every record, for what comes from outside: an import, later another ledger. Loaded only then. */
import * as z from 'zod'
import type { LedgerRecord } from '../ledger/records.ts'
import type { Assert, Same } from './proof.ts'
import { amountSchema, readingSchema } from './schemas.ts'

const MOST_YEN = 10_000_000
const LONGEST_TEXT = 512 * 1024
const LONGEST_ADDRESS = 2048

const instant = z.iso.datetime()
const date = z.iso.date()
const hash = z.string().regex(/^[0-9a-f]{64}$/u)
const yen = z.number().min(0).max(MOST_YEN)
const zone = z.string().refine(isZone)
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)

/** The runtime knows all zones; there is no list to keep in step. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const clock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('calendarMonth'), zone }),
  z.strictObject({ kind: z.literal('closingDay'), day: z.int().min(1).max(31), zone }),
  z.strictObject({ kind: z.literal('hours'), hours: z.int().min(1).max(9999), start: instant, repeats: z.boolean() }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(9999), start: date, repeats: z.boolean(), zone }),
  z.strictObject({ kind: z.literal('daily'), zone }),
  z.strictObject({ kind: z.literal('none') }),
])
const plan = z.strictObject({
  name: z.string().max(200).nullable(),
  allowance: amountSchema,
  yen: yen.nullable(),
  steps: z.array(z.strictObject({ upToBytes: z.int().min(0).nullable(), yen })).max(50),
})
const threshold = z.union([
  z.strictObject({ leftBytes: z.int().min(0) }),
  z.strictObject({ leftShare: z.number().min(0).max(1) }),
])
const alerts = z.strictObject({
  thresholds: z.array(threshold).max(50),
  quiet: z.strictObject({ from: clockTime, to: clockTime }).nullable(),
})

const portal = z.strictObject({
  address: z.url().max(LONGEST_ADDRESS),
  loginSites: z.array(z.url().max(LONGEST_ADDRESS)).max(20),
})

const kept = { id: hash, lineId: z.string().min(1).max(100), at: instant }
const edit = <Field extends string, Value extends z.ZodType>(
  field: Field,
  value: Value,
): z.ZodObject<
  typeof kept & { kind: z.ZodLiteral<'edit'>; field: z.ZodLiteral<Field>; value: Value },
  z.core.$strict
> => z.strictObject({ ...kept, kind: z.literal('edit'), field: z.literal(field), value })

/** ledger's LedgerRecord. */
export const recordSchema = z.union([
  z.strictObject({ ...kept, kind: z.literal('reading'), moment: instant, digest: hash, reading: readingSchema }),
  z.strictObject({ ...kept, kind: z.literal('evidence'), digest: hash, text: z.string().max(LONGEST_TEXT) }),
  z.discriminatedUnion('field', [
    edit('name', z.string().max(200)),
    edit('carrier', z.string().max(100).nullable()),
    edit('plan', plan.nullable()),
    edit('cycle', clock.nullable()),
    edit('tripEnd', date.nullable()),
    edit('language', z.string().max(100).nullable()),
    edit('alerts', alerts.nullable()),
    edit('portal', portal.nullable()),
    edit(
      'numberSuffix',
      z
        .string()
        .regex(/^\d{2,11}$/u)
        .nullable(),
    ),
  ]),
  z.strictObject({ ...kept, kind: z.literal('withdrawal'), readingId: hash, withdrawn: z.boolean() }),
  z.strictObject({ ...kept, kind: z.literal('deletion') }),
  z.strictObject({ ...kept, kind: z.literal('alert'), event: z.string().max(500), level: z.number() }),
])

/** Does not compile when the schema and the ledger's type differ. */
export type Proof = Assert<Same<z.infer<typeof recordSchema>, LedgerRecord>>
