import type { Store } from '../../ledger/store.ts'
import type { Vault } from '../../ledger/vault.ts'
import { openOrCreate } from '../sqlite/open.ts'
import { SqliteStore } from '../sqlite/sqlite-store.ts'
import { Opening, type Unlocking } from './opening.ts'
import { SealedRows } from './sealed-rows.ts'
import { SqliteVault } from './sqlite-vault.ts'

/**
 * Opens the ledger in a file as `openSqliteStore` does, and the vault that is kept with it. Both are on one connection, since two of one
 * process would wait for each other; closing the store closes both.
 */
export async function openStoreAndVault(
  path: string,
  unlocking: Unlocking,
): Promise<{ readonly store: Store; readonly vault: Vault }> {
  const database = await openOrCreate(path)
  const rows = new SealedRows(database, path, new Opening(unlocking))
  return { store: new SqliteStore(database, path), vault: new SqliteVault(rows) }
}
