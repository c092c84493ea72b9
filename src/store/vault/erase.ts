import type { Transaction } from 'kysely'
import type { Tables } from '../sqlite/migrations.ts'

/** Everything of these lines' portals, secrets and state; how many lines had any. A key that nothing is sealed with any more goes too. */
export async function erasePortals(transaction: Transaction<Tables>, lineIds: readonly string[]): Promise<number> {
  await transaction.deleteFrom('sealed').where('line_id', 'in', lineIds).execute()
  const { numDeletedRows } = await transaction
    .deleteFrom('portals')
    .where('line_id', 'in', lineIds)
    .executeTakeFirstOrThrow()
  await eraseIdleKey(transaction)
  return Number(numDeletedRows)
}

/** So a passphrase that was forgotten is in the way of nothing, once what it sealed is gone. */
export async function eraseIdleKey(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .deleteFrom('vault_keys')
    .where((where) => where.not(where.exists(where.selectFrom('sealed').select('line_id'))))
    .execute()
}
