import type { Admissions } from '../../ledger/admissions.ts'
import type { Store } from '../../ledger/store.ts'
import type { Watch } from '../../ledger/watch.ts'
import { openOrCreate } from '../sqlite/open.ts'
import { SqliteStore } from '../sqlite/sqlite-store.ts'
import { watchFile } from '../sqlite/watch.ts'
import { SqliteAdmissions } from './sqlite-admissions.ts'

/** What the server needs of a ledger's file. */
export interface Served {
  readonly store: Store
  readonly admissions: Admissions
  readonly watch: Watch
  close(): Promise<void>
}

/** Opens the ledger in a file as `openSqliteStore` does, with who is let in, and watched for what comes to be held. */
export async function openServed(path: string): Promise<Served> {
  const database = await openOrCreate(path)
  const store = new SqliteStore(database, path)
  const watch = watchFile(path)
  return {
    store,
    admissions: new SqliteAdmissions(database, path),
    watch,
    close: async () => {
      watch.close()
      await store.close()
    },
  }
}
