import { CARRIERS } from '../carriers/index.ts'
import { dateIn, DEFAULT_ZONE } from '../core/cycle.ts'
import { DEMO_LINES, type DemoLine } from '../demo/lines.ts'
import { UNSAID } from '../ledger/lines.ts'
import type { Store } from '../ledger/store.ts'
import { readText } from '../reader/index.ts'
import { clockOf, planOf } from './line-fields.ts'
import { addLine } from './lines.ts'
import type { LedgerRecord } from '../ledger/records.ts'
import { recordsOf } from './readings.ts'

const DAY_MILLISECONDS = 86_400_000
/** This month and the one before, so that there is something to forecast from on the first of a month too. */
const DAYS = 45

/** Fills an empty ledger with lines that nobody has, as if somebody had looked each evening. */
export async function playDemo(
  store: Store,
  names: Readonly<Record<DemoLine['name'], string>>,
  now: string,
): Promise<void> {
  const records: LedgerRecord[] = []
  for (const demo of DEMO_LINES) {
    const carrier = CARRIERS.find(({ id }) => id === demo.carrier)!
    const plan = carrier.rules.plans.find(({ value }) => value.name === demo.plan)
    const fields = {
      ...UNSAID,
      name: names[demo.name],
      carrier: demo.carrier,
      plan: plan === undefined ? null : planOf(plan.value, carrier.unit?.value ?? null),
      cycle: clockOf(carrier.rules.cycle?.value ?? null, DEFAULT_ZONE),
      tripEnd: demo.tripDays === null ? null : dateIn(DEFAULT_ZONE, daysFrom(now, demo.tripDays)),
    }
    const line = (await addLine(store, fields, now))!
    for (let daysAgo = DAYS; daysAgo >= 0; daysAgo -= 1) {
      const observedAt = daysFrom(now, -daysAgo)
      const text = demo.says({ date: dateIn(DEFAULT_ZONE, observedAt), daysAgo })
      const read = text === null ? null : readText(text, { observedAt })
      if (read?.ok) records.push(...recordsOf(line, read.value[0]!, text!, observedAt))
    }
  }
  await store.keep(records)
}

const daysFrom = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY_MILLISECONDS).toISOString()
