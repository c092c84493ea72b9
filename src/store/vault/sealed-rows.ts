import { sql, type Kysely, type Transaction } from 'kysely'
import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import { Secret } from '../../core/secret.ts'
import type { SealProblem, Unsealed } from '../../ledger/vault.ts'
import type { Tables, WrappedKeyRow } from '../sqlite/migrations.ts'
import { tryAt } from '../sqlite/problems.ts'
import { eraseIdleKey } from './erase.ts'
import type { OpenedKey, Opening } from './opening.ts'
import { seal as sealBytes, unseal, type SealedPurpose } from './seal.ts'

/** A sealed value is at least as long, so that its length tells nothing of the length of a password. */
const LEAST_CHARACTERS = 256

/** The sealed values of lines, and the key that seals them, in SQLite. */
export class SealedRows {
  readonly #database: Kysely<Tables>
  readonly #path: string
  readonly #opening: Opening

  constructor(database: Kysely<Tables>, path: string, opening: Opening) {
    this.#database = database
    this.#path = path
    this.#opening = opening
  }

  read<T>(action: (database: Kysely<Tables>) => Promise<T>): Promise<T> {
    return tryAt(this.#path, () => action(this.#database))
  }

  write<T>(action: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.read((database) => database.transaction().execute(action))
  }

  /** The key that is kept; null while there is none. */
  async keptKey(): Promise<Unsealed<OpenedKey | null>> {
    for (;;) {
      const row = await this.read(keyRowIn)
      if (row === null) return succeeded(null)
      const opened = await this.#opening.key(async () => row)
      if (!opened.ok) return sealed(opened.seal)
      if (opened.row.id === row.id) return succeeded(opened)
      await this.replaced(opened.row.id, null)
    }
  }

  /** Does something in one transaction with the key that is in force then, a new one where there is none. */
  async withKey<T>(
    action: (transaction: Transaction<Tables>, key: OpenedKey) => Promise<Outcome<T>>,
  ): Promise<Unsealed<T>> {
    for (;;) {
      const opened = await this.#opening.key(() => this.read(keyRowIn))
      if (!opened.ok) return sealed(opened.seal)
      const outcome = await this.write(async (transaction) => {
        const row = await keyRowIn(transaction)
        const isInForce = row === null ? opened.isNew : row.id === opened.row.id
        return isInForce ? action(transaction, opened) : null
      })
      if (outcome === null) await this.replaced(opened.row.id, null)
      else return outcome
    }
  }

  /** The key with this id is kept otherwise now, no more by the keyring; null: not at all. */
  async replaced(id: string, now: OpenedKey | null): Promise<void> {
    this.#opening.set(now)
    await this.#opening.eraseOuterKey(id)
  }

  /** What was erased or written over is still in the log; until here. */
  async emptyLog(): Promise<void> {
    await this.read((database) => sql`pragma wal_checkpoint(truncate)`.execute(database))
  }
}

/** An outcome that something could not be unsealed. */
export const sealed = (seal: SealProblem): Extract<Unsealed<never>, { ok: false }> => ({ ...failed('sealed'), seal })

/** Seals a value in place of what was there; with the first one the key is kept. */
export async function putValue(
  transaction: Transaction<Tables>,
  opened: OpenedKey,
  lineId: string,
  purpose: SealedPurpose,
  value: unknown,
): Promise<void> {
  if (opened.isNew) {
    await transaction
      .insertInto('vault_keys')
      .values({ slot: 1, ...opened.row })
      .execute()
    opened.isNew = false
  }
  const plain = Buffer.from(JSON.stringify(value).padEnd(LEAST_CHARACTERS))
  const content = sealBytes(opened.key.key, purpose, lineId, plain)
  plain.fill(0)
  await transaction
    .insertInto('sealed')
    .values({ line_id: lineId, purpose, content })
    .onConflict((other) =>
      other.columns(['line_id', 'purpose']).doUpdateSet((update) => ({ content: update.ref('excluded.content') })),
    )
    .execute()
}

/** What is sealed of a line. */
export async function valueIn<T>(
  database: Kysely<Tables>,
  { key }: OpenedKey,
  lineId: string,
  purpose: SealedPurpose,
): Promise<Secret<T> | 'absent' | 'damaged'> {
  const content = await contentIn(database, lineId, purpose)
  if (content === null) return 'absent'
  const plain = unseal(key.key, purpose, lineId, content)
  if (plain === null) return 'damaged'
  const value = new Secret(JSON.parse(plain.toString()) as T)
  plain.fill(0)
  return value
}

export async function eraseValue(
  transaction: Transaction<Tables>,
  lineId: string,
  purpose: SealedPurpose,
): Promise<void> {
  await transaction.deleteFrom('sealed').where('line_id', '=', lineId).where('purpose', '=', purpose).execute()
  await eraseIdleKey(transaction)
}

/** What is sealed of a line, still sealed. */
export async function contentIn(
  database: Kysely<Tables>,
  lineId: string,
  purpose: SealedPurpose,
): Promise<Uint8Array | null> {
  const row = await database
    .selectFrom('sealed')
    .select('content')
    .where('line_id', '=', lineId)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return row?.content ?? null
}

/** The key as it is kept. */
export async function keyRowIn(database: Kysely<Tables>): Promise<WrappedKeyRow | null> {
  const row = await database.selectFrom('vault_keys').select(['id', 'content', 'digest']).executeTakeFirst()
  return row ?? null
}
