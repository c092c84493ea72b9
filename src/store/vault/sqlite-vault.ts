import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import type { Credentials } from '../../core/credentials.ts'
import { Secret } from '../../core/secret.ts'
import { canonicalJson } from '../../ledger/identity.ts'
import { withNewCredentials } from '../../ledger/portal-state.ts'
import type { Claim, KeptPortal, Unsealed, Vault } from '../../ledger/vault.ts'
import { erasePortals } from './erase.ts'
import { isRemoved, putState, stateIn, stateOf } from './portal-rows.ts'
import { eraseValue, keyRowIn, putValue, valueIn, type SealedRows } from './sealed-rows.ts'
import { claimPortal } from './sqlite-claim.ts'
import { wrapByPassphrase, wrappingOf } from './wrapped-key.ts'

/** A vault in the same SQLite file as the ledger. */
export class SqliteVault implements Vault {
  readonly #rows: SealedRows

  constructor(rows: SealedRows) {
    this.#rows = rows
  }

  async openedBy(): Promise<'keyring' | 'passphrase' | null> {
    const row = await this.#rows.read(keyRowIn)
    return (row && wrappingOf(row)?.by) ?? null
  }

  async open(): Promise<Unsealed<void>> {
    const key = await this.#rows.keptKey()
    return key.ok ? succeeded(undefined) : key
  }

  async changePassphrase(next: Secret<string>): Promise<Unsealed<void>> {
    const opened = await this.#rows.keptKey()
    if (!opened.ok) return opened
    if (opened.value === null) return failed('no-credentials')
    const row = await wrapByPassphrase(opened.value.key, next)
    const { numUpdatedRows } = await this.#rows.write((transaction) =>
      transaction.updateTable('vault_keys').set(row).where('id', '=', row.id).executeTakeFirstOrThrow(),
    )
    if (numUpdatedRows === 0n) return failed('no-credentials')
    await this.#rows.replaced(row.id, { ...opened.value, row })
    await this.#rows.emptyLog()
    return succeeded(undefined)
  }

  async keepCredentials(
    lineId: string,
    credentials: Secret<Credentials>,
  ): Promise<Unsealed<{ readonly changed: boolean }>> {
    const value = credentials.reveal()
    const kept = await this.#rows.withKey(async (transaction, key) => {
      if (await isRemoved(transaction, lineId)) return failed('unsupported')
      const before = await valueIn<Credentials>(transaction, key, lineId, 'credentials')
      const isSame = before instanceof Secret && canonicalJson(before.reveal()) === canonicalJson(value)
      if (isSame) return succeeded({ changed: false })
      await putValue(transaction, key, lineId, 'credentials', value)
      await eraseValue(transaction, lineId, 'session')
      await putState(transaction, lineId, withNewCredentials(await stateIn(transaction, lineId)), null)
      return succeeded({ changed: true })
    })
    if (kept.ok && kept.value.changed) await this.#rows.emptyLog()
    return kept
  }

  async forget(lineId: string): Promise<boolean> {
    const before = await this.#rows.read(keyRowIn)
    const { count, after } = await this.#rows.write(async (transaction) => ({
      count: await erasePortals(transaction, [lineId]),
      after: await keyRowIn(transaction),
    }))
    if (before !== null && after === null) await this.#rows.replaced(before.id, null)
    await this.#rows.emptyLog()
    return count > 0
  }

  async portals(): Promise<ReadonlyMap<string, KeptPortal>> {
    const [portals, sealedRows] = await this.#rows.read((database) =>
      Promise.all([
        database.selectFrom('portals').select(['line_id', 'content']).orderBy('line_id').execute(),
        database.selectFrom('sealed').select(['line_id', 'purpose']).execute(),
      ]),
    )
    const purposes = Map.groupBy(sealedRows, (row) => row.line_id)
    const has = (lineId: string, wanted: string): boolean =>
      purposes.get(lineId)?.some(({ purpose }) => purpose === wanted) ?? false
    return new Map(
      portals.map(({ line_id: lineId, content }) => [
        lineId,
        {
          state: stateOf(content),
          hasCredentials: has(lineId, 'credentials'),
          hasSession: has(lineId, 'session'),
        },
      ]),
    )
  }

  claim(lineId: string): Promise<Outcome<Claim>> {
    return claimPortal(this.#rows, lineId)
  }
}
