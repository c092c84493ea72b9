/** A page of the smallest app that keeps a ledger in step, for a real browser. */
import type { Bookmark } from '../src/jobs/sync.ts'
import { editsOf } from '../src/ledger/lines.ts'
import { serverAt, takeToken, type Entry } from '../src/web/remote.ts'
import { keepInStep, type SyncState } from '../src/web/sync.ts'
import { openMemoryStore } from './memory-store.ts'

/** What the test sees of the page. */
export interface SyncPage {
  readonly states: SyncState[]
  /** How often something came from the server. */
  changes: number
  /** How the token of the address was taken; null where it had none. */
  readonly entered: Promise<Entry | null>
  /** Keeps a line with this name. */
  keep(name: string, at: string): Promise<void>
  /** The names of all lines. */
  names(): Promise<string[]>
  leave(): Promise<boolean>
}

const store = openMemoryStore('page')
const server = serverAt(new URL('/api/', location.href))
const states: SyncState[] = []
let bookmark: Bookmark | null = null
const bookmarks = { read: async () => bookmark, write: async (next: Bookmark) => void (bookmark = next) }

const token = takeToken()
const entered = token === null ? Promise.resolve(null) : server.enter({ token })
void entered.then(() => {
  const page: SyncPage = {
    states,
    changes: 0,
    entered,
    keep: async (name, at) => {
      await store.keep(editsOf(name, { name }, at))
      sync.look()
    },
    names: async () => (await store.find('edit')).map(({ lineId }) => lineId).sort(),
    leave: () => server.leave(false),
  }
  const report = (state: SyncState): void => void states.push(state)
  const changed = (): void => void (page.changes += 1)
  const sync = keepInStep({ store, server, bookmarks, report, changed })
  Object.assign(globalThis, { page })
})
