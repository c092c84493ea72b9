import type { Store } from '../../ledger/store.ts'
import { Connection, deleteDatabase } from './connection.ts'
import { IndexedDbStore } from './indexeddb-store.ts'

/** A ledger in this browser. */
export interface BrowserStore extends Store {
  /** Tells whenever the ledger was changed in another tab. */
  onChange(listener: () => void): void
}

/** Opens the ledger of a name, made if there is none; rejects with a `StoreProblem`. One of a later version is left alone. */
export async function openBrowserStore(name: string): Promise<BrowserStore> {
  const store = new IndexedDbStore(new Connection(name), changesOf(name))
  try {
    await store.identity()
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Deletes a ledger with all that is in it, whichever tab has it open; rejects with a `StoreProblem`. */
export async function forgetStore(name: string): Promise<void> {
  await deleteDatabase(name)
  const changes = changesOf(name)
  changes.postMessage(null)
  changes.close()
}

/** What all that have a ledger open hear of. */
const changesOf = (name: string): BroadcastChannel => new BroadcastChannel(`ledger ${name}`)
