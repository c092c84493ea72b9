/** The shapes of everything that Nokori prints as JSON, for validation and for the files beside this one. Never loaded by `read`. */
import * as z from 'zod'
import type { Amount } from '../core/amount.ts'
import { FAILURES, UNREADABLE_REASONS, type Failure, type FailureCode } from '../core/failure.ts'
import { CHANNELS, DOUBTS, GRANTS, type Reading } from '../core/reading.ts'
import type { FlatAnswer } from '../reader/decide/flat.ts'
import type { Assert, Same } from './proof.ts'

/** Grows when an answer changes in a way that old readers of it would misunderstand. */
export const SCHEMA_VERSION = 1

const bytes = z.int().min(0)
const place = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })
const places = z.array(place)

/** core's Amount. */
export const amountSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('known'),
    lowBytes: bytes,
    highBytes: bytes,
    shown: z.string(),
    base: z.literal([1000, 1024]),
    baseDeclared: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('unlimited') }),
  z.strictObject({ kind: z.literal('unknown') }),
])
const figure = z.strictObject({
  amount: amountSchema,
  provenance: z.strictObject({ places, label: z.string(), rule: z.string() }).nullable(),
})
const figures = { allowance: figure, used: figure, remaining: figure }
const wallClock = z.strictObject({
  at: z.string().regex(/^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?)?$/u),
  zone: z.string(),
  places,
})
const bucket = z.strictObject({
  ...figures,
  grant: z.enum(GRANTS),
  name: z.string(),
  expires: wallClock.nullable(),
  unlimited: z.boolean().nullable(),
  shared: z.boolean().nullable(),
})

/** core's Reading. */
export const readingSchema = z.strictObject({
  version: z.literal(SCHEMA_VERSION),
  carrier: z.string().nullable(),
  channel: z.enum(CHANNELS),
  line: z.string().nullable(),
  total: z.strictObject(figures),
  buckets: z.array(bucket),
  expires: wallClock.nullable(),
  unlimited: z.boolean().nullable(),
  throttled: z.boolean().nullable(),
  cycleEnd: wallClock.nullable(),
  asOf: wallClock.nullable(),
  observedAt: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  doubts: z.array(z.strictObject({ code: z.enum(DOUBTS), place })),
})

const failureCode = z.enum(Object.keys(FAILURES) as FailureCode[])
const unreadableReason = z.enum(UNREADABLE_REASONS)
/** core's Failure. */
export const failureSchema = z.strictObject({ code: failureCode, reason: unreadableReason.exactOptional() })

const flatFigures = {
  remainingBytes: bytes.nullable(),
  usedBytes: bytes.nullable(),
  allowanceBytes: bytes.nullable(),
  expires: z.string().nullable(),
}
const flatLine = {
  ...flatFigures,
  throttled: z.boolean().nullable(),
  unlimited: z.boolean().nullable(),
  buckets: z.array(z.strictObject({ name: z.string(), ...flatFigures })),
  reading: readingSchema.nullable().exactOptional(),
}
/** reader's FlatAnswer. */
export const flatAnswerSchema = z.strictObject({
  ...flatLine,
  failure: failureCode.nullable(),
  reason: unreadableReason.exactOptional(),
  readings: z.array(z.strictObject({ line: z.string().nullable(), ...flatLine })).exactOptional(),
})

/** Does not compile when a schema and its core type differ. */
export type Proof = [
  Assert<Same<z.infer<typeof amountSchema>, Amount>>,
  Assert<Same<z.infer<typeof readingSchema>, Reading>>,
  Assert<Same<z.infer<typeof failureSchema>, Failure>>,
  Assert<Same<z.infer<typeof flatAnswerSchema>, FlatAnswer>>,
]
