import type { Line } from '../core/line.ts'
import { signed } from './identity.ts'
import type { LineEdit, LineFields, Withdrawal } from './records.ts'

/** The records that give a line these fields at an instant. */
export function editsOf(lineId: string, fields: Partial<LineFields>, at: string): LineEdit[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => signed<LineEdit>({ kind: 'edit', lineId, at, field, value } as never))
}

/** What a line is of which nothing was said. */
export const UNSAID: LineFields = {
  name: '',
  carrier: null,
  plan: null,
  cycle: null,
  tripEnd: null,
  language: null,
  alerts: null,
  portal: null,
  numberSuffix: null,
}

/** Every line with its fields as last edited, by name. A line without a name was never added here. */
export function linesFrom(edits: readonly LineEdit[]): Line[] {
  const lines = new Map<string, Partial<Record<string, unknown>>>()
  for (const { lineId, field, value } of edits.toSorted(byTime)) {
    const line = lines.get(lineId) ?? {}
    line[field] = value
    lines.set(lineId, line)
  }
  return [...lines]
    .filter(([, { name }]) => name !== undefined)
    .map(([id, fields]) => ({ ...UNSAID, ...(fields as Partial<LineFields>), id }))
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
}

/** Ids of the readings that do not count. */
export function withdrawnIn(withdrawals: readonly Withdrawal[]): ReadonlySet<string> {
  const latest = new Map(withdrawals.toSorted(byTime).map(({ readingId, withdrawn }) => [readingId, withdrawn]))
  return new Set([...latest].filter(([, withdrawn]) => withdrawn).map(([id]) => id))
}

/** Earlier first; at one instant by id. */
const byTime = (a: { at: string; id: string }, b: { at: string; id: string }): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1
