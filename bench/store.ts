/** A ledger of a million readings: how soon `nokori` answers beside a program with nothing in it, and how long a page of history takes. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBundle } from '../scripts/build.ts'
import { editsOf } from '../src/ledger/lines.ts'
import type { KeptReading } from '../src/ledger/records.ts'
import type { Store } from '../src/ledger/store.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { nodeFlagsOf, print, printStart, rounded, startBesideEmpty, type Row } from './measure.ts'
import { readingAt } from './reading-at.ts'

const [READINGS, LINES] = [1_000_000, 5]
const AT_ONCE = 5000
const NOW = Date.UTC(2026, 10, 26)
/** Two years of readings of each line. */
const STEP_MILLISECONDS = 5 * 60_000
const PAGE = 20

const folder = mkdtempSync(join(tmpdir(), 'nokori-bench-'))
process.env['NOKORI_HOME'] = folder
const path = join(folder, 'ledger.sqlite')
const store = await openSqliteStore(path)
await fill(store)

const lineId = 'line 3'
const rows: Row[] = []
for (const [name, depth] of [
  ['newest', 0],
  ['middle', READINGS / LINES / 2],
  ['oldest', READINGS / LINES - PAGE - 1],
] as const) {
  const [before] = depth === 0 ? [] : await store.nextTo(lineId, [momentAt(depth)], 'before')
  const page = (): Promise<unknown> => store.find('reading', { lineId, limit: PAGE, ...(before ? { before } : {}) })
  rows.push([`log page, ${name}`, `${rounded(await medianOf(200, page))} ms`])
}
let later = 0
const next = (): Promise<unknown> => store.keep([readingAt(lineId, NOW + ++later * 60_000, 1)])
rows.push(['one reading kept, on disk', `${rounded(await medianOf(100, next))} ms`])
await store.close()
rows.push(['size of the file', `${rounded(statSync(path).size / 1e6)} MB`])
print(`${rounded(READINGS)} readings of ${LINES} lines (bar for a log page: 5 ms)`, ['', ''], rows)

const bundle = await buildBundle()
const now = new Date(NOW).toISOString()
const start = startBesideEmpty([...nodeFlagsOf(bundle), bundle, 'status', '--now', now])
printStart('nokori, all lines', start)
const bar = 3.5 * start.emptyMilliseconds + 50
print('bar', ['', ''], [['3.5 x an empty .mjs + 50 ms', `${rounded(bar)} ms`]])
rmSync(folder, { recursive: true })

/** When the reading of a line was of which there are so many later ones. */
function momentAt(depth: number): string {
  return new Date(NOW - depth * STEP_MILLISECONDS).toISOString()
}

async function fill(ledger: Store): Promise<void> {
  for (let line = 0; line < LINES; line += 1) {
    const fields = {
      name: `line ${line}`,
      carrier: 'docomo',
      cycle: { kind: 'calendarMonth', zone: 'Asia/Tokyo' },
    } as const
    await ledger.keep(editsOf(`line ${line}`, fields, new Date(NOW).toISOString()))
  }
  let waiting: KeptReading[] = []
  for (let index = 0; index < READINGS; index += 1) {
    const at = Date.parse(momentAt(index % (READINGS / LINES)))
    waiting.push(readingAt(`line ${Math.floor((index * LINES) / READINGS)}`, at, index))
    if (waiting.length < AT_ONCE) continue
    await ledger.keep(waiting)
    waiting = []
  }
}

async function medianOf(rounds: number, call: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await call()
    took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}
