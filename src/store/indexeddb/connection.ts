import { deleteDB, openDB, type IDBPDatabase } from 'idb'
import { StoreProblem } from '../../ledger/store.ts'
import { MIGRATIONS, type Tables } from './migrations.ts'
import { tryAt } from './problems.ts'

/** How long to wait for another tab to let go, or for a browser that does not answer. */
const BUSY_MILLISECONDS = 10_000

/**
 * The way to one database. A connection may end at any time, because a newer app upgrades the database, somebody deletes it or the
 * browser closes it: what is under way may fail, and the next use opens another.
 */
export class Connection {
  readonly #name: string
  #opened: Promise<IDBPDatabase<Tables>> | null = null
  #isClosed = false

  constructor(name: string) {
    this.#name = name
  }

  /** Does something with the database; rejects with a `StoreProblem`. */
  use<T>(action: (database: IDBPDatabase<Tables>) => Promise<T>): Promise<T> {
    return tryAt(this.#name, async () => action(await this.#open()))
  }

  async close(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    this.#isClosed = true
    const database = await opened?.catch(() => null)
    database?.close()
  }

  #open(): Promise<IDBPDatabase<Tables>> {
    if (this.#isClosed) throw new StoreProblem('failed', this.#name)
    if (this.#opened !== null) return this.#opened
    const forget = (): void => {
      if (this.#opened === opened) this.#opened = null
    }
    const opened = open(this.#name, forget)
    this.#opened = opened
    opened.catch(forget)
    return opened
  }
}

/** `onEnd` is called when the connection has ended. */
async function open(name: string, onEnd: () => void): Promise<IDBPDatabase<Tables>> {
  refuseWithoutIndexedDb(name)
  const opening = openDB<Tables>(name, MIGRATIONS.length, {
    upgrade: (database, version) => {
      for (const migration of MIGRATIONS.slice(version)) migration(database)
    },
    // A newer app, or one that forgets everything, waits for this. What is under way is still done.
    blocking: (_version, _nextVersion, event) => {
      onEnd()
      ;(event.target as IDBDatabase).close()
    },
    terminated: onEnd,
  })
  try {
    return await withinPatience(name, opening)
  } catch (error) {
    // Should it open after all, nobody waits for it any more.
    opening.then(
      (database) => database.close(),
      () => {},
    )
    throw error
  }
}

/** Deletes a database, whoever uses it. Where another tab holds it for too long, that is a problem, and it is deleted once that tab lets go. */
export function deleteDatabase(name: string): Promise<void> {
  return tryAt(name, () => {
    refuseWithoutIndexedDb(name)
    return withinPatience(name, deleteDB(name))
  })
}

/** Some browsers have none in a private window. */
function refuseWithoutIndexedDb(name: string): void {
  if (globalThis.indexedDB === undefined) throw new StoreProblem('read-only', name)
}

function withinPatience<T>(name: string, waiting: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreProblem('busy', name)), BUSY_MILLISECONDS)
    waiting.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
