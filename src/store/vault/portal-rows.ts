import type { Kysely, Transaction } from 'kysely'
import { UNTRIED, type PortalState } from '../../ledger/portal-state.ts'
import type { Tables } from '../sqlite/migrations.ts'
import { removedAmong } from '../sqlite/removed.ts'

/** Where a line's portal stands. */
export async function stateIn(database: Kysely<Tables>, lineId: string): Promise<PortalState> {
  const row = await database.selectFrom('portals').select('content').where('line_id', '=', lineId).executeTakeFirst()
  return row === undefined ? UNTRIED : stateOf(row.content)
}

/** Keeps where a line's portal stands, and who has the claim on it. */
export async function putState(
  transaction: Transaction<Tables>,
  lineId: string,
  state: PortalState,
  claim: { readonly claimed_by: string; readonly claimed_until: string } | null,
): Promise<void> {
  const { claimed_by, claimed_until } = claim ?? { claimed_by: null, claimed_until: null }
  const content = JSON.stringify(state)
  await transaction
    .insertInto('portals')
    .values({ line_id: lineId, content, claimed_by, claimed_until })
    .onConflict((other) => other.column('line_id').doUpdateSet({ content, claimed_by, claimed_until }))
    .execute()
}

export const stateOf = (content: string): PortalState => JSON.parse(content) as PortalState

/** Whether a line was removed, for good. */
export const isRemoved = async (database: Kysely<Tables>, lineId: string): Promise<boolean> =>
  (await removedAmong(database, [lineId])).length > 0
