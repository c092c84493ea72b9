/** The shape of carriers.json: everything that is known of carriers, for other programs. */
import * as z from 'zod'
import { CARRIER_KINDS, HOSTS, type Carrier } from '../carriers/carrier.ts'
import { HOTLINE_ZONES } from '../carriers/channels.ts'
import { GRANTS } from '../core/reading.ts'
import type { Assert, Same } from './proof.ts'

const source = z.strictObject({
  address: z.string(),
  checked: z.string().regex(/^\d{4}-\d\d-\d\d$/u),
  kind: z.enum(['official', 'reported', 'invented']),
})
const sources = z.tuple([source], source)
const claim = <T extends z.ZodType>(value: T) => z.strictObject({ value, sources })

const channel = { verified: z.enum(['live', 'simulated', 'documented']), sources }
const tells = z.enum(['remaining', 'used', 'both']).nullable()
const portal = z.strictObject({
  ...channel,
  name: z.string(),
  address: z.string().nullable(),
  domains: z.array(z.string()),
  login: z.array(z.enum(['password', 'code', 'passkey', 'networkPin', 'line'])),
  account: z.string().nullable(),
  path: z.array(z.string()),
  tells,
  wifiOff: z.boolean(),
  lateHours: z.number().nullable(),
})
const app = z.strictObject({
  ...channel,
  name: z.string(),
  android: z.string().nullable(),
  ios: z.string().nullable(),
  path: z.array(z.string()),
  tells,
  widget: z.boolean().nullable(),
})
const hotline = z.strictObject({
  ...channel,
  numbers: z.array(
    z.strictObject({
      from: z.enum(['own', 'other', 'abroad']),
      number: z.string(),
      free: z.boolean().nullable(),
      language: z.enum(['ja', 'en', 'zh', 'ko', 'pt', 'vi', 'tl']),
    }),
  ),
  hours: z.strictObject({ opens: z.string(), closes: z.string(), zone: z.enum(HOTLINE_ZONES) }).nullable(),
  data: z.enum(['person', 'voice', 'no']).nullable(),
  keys: z.array(z.string()).nullable(),
})
const query = z.strictObject({
  ...channel,
  kind: z.enum(['sms', 'ussd']),
  text: z.string(),
  to: z.string().nullable(),
  abroad: z.boolean().nullable(),
})
const none = claim(z.literal('none'))

const lasts = z.union([z.enum(['month', 'nextMonth']), z.strictObject({ days: z.number() })])
const cycle = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('calendarMonth') }),
  z.strictObject({ kind: z.literal('closingDay'), days: z.array(z.number()) }),
  z.strictObject({ kind: z.literal('validity'), counts: z.enum(['hours', 'days']) }),
  z.strictObject({ kind: z.literal('daily'), zone: z.string() }),
])
const throttle = z.strictObject({
  speedBitsPerSecond: z.number(),
  beyondBytes: z.number().exactOptional(),
  plan: z.string().exactOptional(),
})
const topUp = z.strictObject({
  name: z.string().exactOptional(),
  bytes: z.number(),
  yen: z.number().nullable(),
  lasts: lasts.nullable(),
  only: z.literal('roaming').exactOptional(),
})
const plan = z.strictObject({
  name: z.string(),
  bytes: z.number().nullable(),
  yen: z.number().nullable(),
  steps: z.array(z.strictObject({ bytes: z.number(), yen: z.number() })).exactOptional(),
  closed: z.boolean().exactOptional(),
})
const alert = z.strictObject({
  at: z.union([
    z.enum(['chosen', 'fixed']),
    z.strictObject({ leftBytes: z.number() }),
    z.strictObject({ usedShare: z.number() }),
  ]),
  by: z.array(z.enum(['sms', 'mail', 'app'])),
  optIn: z.boolean().nullable(),
  path: z.array(z.string()).exactOptional(),
})

/** One carrier, as its file states it. */
export const carrierSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*$/u),
  names: z.strictObject({ en: z.string(), ja: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }),
  kind: z.enum(CARRIER_KINDS),
  hosts: claim(z.array(z.enum(HOSTS))).nullable(),
  marks: z.strictObject({
    networks: claim(z.array(z.string())).nullable(),
    apns: claim(z.array(z.strictObject({ apn: z.string(), user: z.string().exactOptional() }))).nullable(),
    senders: claim(z.array(z.string())).nullable(),
  }),
  channels: z.strictObject({
    portal: portal.nullable(),
    app: app.nullable(),
    hotline: hotline.nullable(),
    sms: z.union([query, none]).nullable(),
    api: none.nullable(),
  }),
  rules: z.strictObject({
    cycle: claim(cycle).nullable(),
    carryOver: claim(z.union([lasts, z.literal('none')])).nullable(),
    order: claim(z.array(z.enum(GRANTS))).nullable(),
    throttles: z.array(claim(throttle)),
    topUps: z.array(claim(topUp)),
    plans: z.array(claim(plan)),
    alerts: z.array(claim(alert)),
  }),
  unit: claim(z.literal([1000, 1024])).nullable(),
  words: z
    .strictObject({
      remaining: z.array(z.string()).exactOptional(),
      used: z.array(z.string()).exactOptional(),
      allowance: z.array(z.string()).exactOptional(),
      sources,
    })
    .exactOptional(),
  buckets: z.array(z.strictObject({ words: z.array(z.string()), grant: z.enum(GRANTS), source })).exactOptional(),
})

/** The file: all carriers, by id. */
export const carriersSchema = z.array(carrierSchema)

/** Does not compile when the schema and the type differ. */
export type Proof = Assert<Same<z.infer<typeof carrierSchema>, Carrier>>
