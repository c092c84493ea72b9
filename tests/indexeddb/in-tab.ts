/** What runs inside a tab of the browser: the stores that are open there, and the jobs on them. */
import type { Line } from '../../src/core/line.ts'
import { linesIn } from '../../src/jobs/lines.ts'
import { overviewOf, type Overview } from '../../src/jobs/overview.ts'
import { logOf, type LoggedReading } from '../../src/jobs/readings.ts'
import { exportedLines, exportedTable, importLines } from '../../src/jobs/transfer.ts'
import type { LedgerRecord } from '../../src/ledger/records.ts'
import { StoreProblem, type Store, type StoreProblemCode } from '../../src/ledger/store.ts'
import { forgetStore, openBrowserStore, type BrowserStore } from '../../src/store/indexeddb/open.ts'
import { askToPersist, roomHere } from '../../src/store/indexeddb/persist.ts'

const stores: BrowserStore[] = []
/** How often each of them said that another tab had changed it. */
const changes: number[] = []

const storeAt = (index: number): BrowserStore => stores[index]!

async function collected<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of all) found.push(one)
  return found
}

/** What a test can ask for; all that goes in and comes out is plain. */
const ACTIONS = {
  async open(name: string): Promise<number> {
    const store = await openBrowserStore(name)
    const index = stores.push(store) - 1
    changes[index] = 0
    store.onChange(() => (changes[index]! += 1))
    return index
  },
  call: (index: number, method: Exclude<keyof Store, 'all'>, given: readonly unknown[]): Promise<unknown> =>
    (storeAt(index)[method] as (...given: readonly unknown[]) => Promise<unknown>)(...given),
  all: (index: number): Promise<LedgerRecord[]> => collected(storeAt(index).all()),
  changes: (index: number): Promise<number> => Promise.resolve(changes[index]!),
  forget: (name: string): Promise<void> => forgetStore(name),
  askToPersist,
  roomHere,
  import: (index: number, lines: readonly string[]): Promise<unknown> =>
    importLines(
      storeAt(index),
      (async function* () {
        yield lines
      })(),
    ),
  export: async (index: number): Promise<string> => (await collected(exportedLines(storeAt(index)))).join(''),
  table: async (index: number): Promise<string> => (await collected(exportedTable(storeAt(index)))).join(''),
  lines: (index: number): Promise<Line[]> => linesIn(storeAt(index)),
  overview: async (index: number, line: Line, now: string): Promise<Overview> =>
    (await overviewOf(storeAt(index), [line], new Map(), now))[0]!,
  log: (index: number, line: Line, limit: number): Promise<LoggedReading[]> => logOf(storeAt(index), line, { limit }),
}
export type Actions = typeof ACTIONS

/** What became of an action. */
export type Done = { readonly value: unknown } | { readonly problem: StoreProblemCode; readonly path: string }

declare global {
  var perform: (action: keyof Actions, given: readonly unknown[]) => Promise<Done>
}

globalThis.perform = async (action, given) => {
  try {
    return { value: await (ACTIONS[action] as (...given: readonly unknown[]) => Promise<unknown>)(...given) }
  } catch (error) {
    if (error instanceof StoreProblem) return { problem: error.code, path: error.path }
    throw error
  }
}
