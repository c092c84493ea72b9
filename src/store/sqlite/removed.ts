import type { Kysely } from 'kysely'
import type { Tables } from './migrations.ts'

/** Which of some lines were removed, for good. */
export async function removedAmong(database: Kysely<Tables>, lineIds: readonly string[]): Promise<string[]> {
  const rows = await database
    .selectFrom('records')
    .select('line_id')
    .where('kind', '=', 'deletion')
    .where('line_id', 'in', lineIds)
    .execute()
  return rows.map((row) => row.line_id)
}
