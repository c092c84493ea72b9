import type { Line } from '../core/line.ts'
import { signed } from '../ledger/identity.ts'
import { editsOf, linesFrom } from '../ledger/lines.ts'
import type { Deletion, LedgerRecord, LineFields } from '../ledger/records.ts'
import type { Store } from '../ledger/store.ts'

/** All lines, by name. */
export const linesIn = async (store: Store): Promise<Line[]> => linesFrom(await store.find('edit'))

/** What a name stands for: one line, none, or several. */
export type Found =
  | { readonly kind: 'one'; readonly line: Line }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly lines: readonly Line[] }

/** The line that is meant: by its id, as scripts have it, by its whole name, else by how its name begins. */
export function findLine(lines: readonly Line[], asked: string): Found {
  const wanted = folded(asked)
  for (const isMeant of [
    ({ id }: Line) => id === asked,
    ({ name }: Line) => folded(name) === wanted,
    ({ name }: Line) => wanted !== '' && folded(name).startsWith(wanted),
  ]) {
    const found = lines.filter(isMeant)
    if (found.length === 1) return { kind: 'one', line: found[0]! }
    if (found.length > 1) return { kind: 'several', lines: found }
  }
  return { kind: 'none' }
}

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** Adds a line; null where one has that name already. */
export async function addLine(store: Store, fields: LineFields, now: string): Promise<Line | null> {
  if (await isTaken(store, fields.name, null)) return null
  const id = crypto.randomUUID()
  await store.keep(editsOf(id, fields, now))
  return { id, ...fields }
}

/** Changes what is given of a line; null where another line has its new name. */
export async function editLine(
  store: Store,
  line: Line,
  changes: Partial<LineFields>,
  now: string,
): Promise<Line | null> {
  if (changes.name !== undefined && (await isTaken(store, changes.name, line.id))) return null
  const edits = await store.find('edit', { lineId: line.id, limit: 1 })
  await store.keep(editsOf(line.id, changes, later(now, edits)))
  return { ...line, ...changes }
}

/** Now, or just after the newest record where that is not earlier: a clock may stand still or go back, and the last word must win. */
export function later(now: string, [newest]: readonly LedgerRecord[]): string {
  return newest === undefined || newest.at < now ? now : new Date(Date.parse(newest.at) + 1).toISOString()
}

const isTaken = async (store: Store, name: string, butBy: string | null): Promise<boolean> =>
  (await linesIn(store)).some((line) => line.id !== butBy && folded(line.name) === folded(name))

/** Erases a line and all that is kept about it; what remains is that it was removed. */
export async function removeLine(store: Store, line: Line, now: string): Promise<void> {
  await store.keep([signed<Deletion>({ kind: 'deletion', lineId: line.id, at: now })])
}
