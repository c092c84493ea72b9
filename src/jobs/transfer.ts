import { exactBytes } from '../core/amount.ts'
import { withdrawnIn } from '../ledger/lines.ts'
import type { KeptReading, LedgerRecord } from '../ledger/records.ts'
import type { Position, Store } from '../ledger/store.ts'
import { linesIn } from './lines.ts'
import { recordFrom } from './received.ts'

/** Records kept at a time: all of them are on disk or none. */
const RECORDS_AT_ONCE = 1000

/** Everything as JSON Lines, by id: what is imported again gives the same ledger. */
export async function* exportedLines(store: Store): AsyncGenerator<string> {
  for await (const record of store.all()) yield `${JSON.stringify(record)}\n`
}

interface Row {
  readonly line: string
  readonly kept: KeptReading
  readonly withdrawn: boolean
}

const COLUMNS: Readonly<Record<string, (row: Row) => string | number | null>> = {
  line: ({ line }) => line,
  moment: ({ kept }) => kept.moment,
  channel: ({ kept }) => kept.reading.channel,
  remainingBytes: ({ kept }) => exactBytes(kept.reading.total.remaining.amount),
  usedBytes: ({ kept }) => exactBytes(kept.reading.total.used.amount),
  allowanceBytes: ({ kept }) => exactBytes(kept.reading.total.allowance.amount),
  expires: ({ kept }) => kept.reading.expires?.at ?? null,
  throttled: ({ kept }) => wordOf(kept.reading.throttled),
  unlimited: ({ kept }) => wordOf(kept.reading.unlimited),
  withdrawn: ({ withdrawn }) => wordOf(withdrawn),
  id: ({ kept }) => kept.id,
}

const wordOf = (value: boolean | null): string | null => (value === null ? null : String(value))

/** The readings as a table, by line and newest first, for spreadsheets: flat, and without what cannot be flat. */
export async function* exportedTable(store: Store): AsyncGenerator<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync')
  yield stringify([Object.keys(COLUMNS)])
  for (const { id: lineId, name: line } of await linesIn(store)) {
    const withdrawn = withdrawnIn(await store.find('withdrawal', { lineId }))
    for (let page = await pageOf(store, lineId); page.length > 0; page = await pageOf(store, lineId, page.at(-1))) {
      const rows = page.map((kept): Row => ({ line, kept, withdrawn: withdrawn.has(kept.id) }))
      // A cell that begins like a formula would be one in a spreadsheet.
      yield stringify(
        rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row))),
        { escape_formulas: true },
      )
    }
  }
}

const pageOf = (store: Store, lineId: string, before?: Position): Promise<KeptReading[]> =>
  store.find('reading', { lineId, limit: RECORDS_AT_ONCE, ...(before === undefined ? {} : { before }) })

/** What an import did. */
export interface Imported {
  /** Records that were read. */
  readonly count: number
  /** Those of them that changed the ledger. */
  readonly changed: number
  /** Lines that are no record, or not what their id says. */
  readonly refused: number
  /** The first of them, counted from 1; null where there is none. */
  readonly firstRefused: number | null
}

/** Adds exported lines to a ledger; `null` is a line that was too long to be one. */
export async function importLines(store: Store, lines: AsyncIterable<readonly (string | null)[]>): Promise<Imported> {
  let [number, count, changed, refused] = [0, 0, 0, 0]
  let firstRefused: number | null = null
  let waiting: LedgerRecord[] = []
  const keep = async (): Promise<void> => {
    changed += await store.keep(waiting)
    waiting = []
  }
  for await (const some of lines)
    for (const line of some) {
      number += 1
      if (line !== null && line.trim() === '') continue
      const record = line === null ? null : recordIn(line)
      if (record === null) {
        refused += 1
        firstRefused ??= number
        continue
      }
      count += 1
      waiting.push(record)
      if (waiting.length >= RECORDS_AT_ONCE) await keep()
    }
  if (waiting.length > 0) await keep()
  return { count, changed, refused, firstRefused }
}

/** A record that is what it says; null for anything else. */
function recordIn(line: string): LedgerRecord | null {
  try {
    return recordFrom(JSON.parse(line))
  } catch {
    return null
  }
}
