/** Readings and records as tests need them. */
import { UNKNOWN, type Amount } from '../src/core/amount.ts'
import type { Bucket, Figure, Figures, Reading } from '../src/core/reading.ts'
import { digestOf, signed } from '../src/ledger/identity.ts'
import { momentOf } from '../src/ledger/moment.ts'
import type { KeptReading } from '../src/ledger/records.ts'

export const GB = 1e9
export const MB = 1e6

/** So many bytes, printed to so many bytes. */
export const bytes = (exact: number, step = 1): Amount => {
  const steps = Math.round(exact / step)
  const shown = step >= MB ? `${Number(((steps * step) / GB).toFixed(3)).toFixed(decimalsOf(step))}GB` : `${exact}`
  const value = Math.round(steps * step)
  return { kind: 'known', lowBytes: value, highBytes: value, shown, base: 1000, baseDeclared: true }
}
const decimalsOf = (step: number): number => Math.max(0, Math.round(Math.log10(GB / step)))

export const figure = (amount: Amount = UNKNOWN): Figure => ({
  amount,
  provenance:
    amount.kind === 'unknown' ? null : { places: [{ start: 0, end: 1 }], label: '残量', rule: 'label-before' },
})

type Amounts = { readonly remaining?: Amount; readonly used?: Amount; readonly allowance?: Amount }
const figures = ({ remaining, used, allowance }: Amounts): Figures => ({
  remaining: figure(remaining),
  used: figure(used),
  allowance: figure(allowance),
})

export const tokyo = (at: string): { at: string; zone: string; places: [] } => ({ at, zone: 'Asia/Tokyo', places: [] })

export const bucket = (amounts: Amounts, rest: Partial<Bucket> = {}): Bucket => ({
  grant: 'plan',
  name: '',
  expires: null,
  unlimited: null,
  shared: null,
  ...figures(amounts),
  ...rest,
})

export const reading = (amounts: Amounts, rest: Partial<Reading> = {}): Reading => ({
  version: 1,
  carrier: null,
  channel: 'paste',
  line: null,
  total: figures(amounts),
  buckets: [],
  expires: null,
  unlimited: null,
  throttled: null,
  cycleEnd: null,
  asOf: null,
  observedAt: null,
  confidence: 0.85,
  doubts: [],
  ...rest,
})

/** A reading of a line, kept when it was seen. */
export function kept(seen: string, what: Reading, lineId = 'line'): KeptReading {
  const at = new Date(seen).toISOString()
  const observed = { ...what, observedAt: at }
  const digest = digestOf(JSON.stringify(what))
  return signed<KeptReading>({ kind: 'reading', lineId, at, moment: momentOf(observed, at), digest, reading: observed })
}
