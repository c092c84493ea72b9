import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { openFile } from './open.ts'
import { asProblem } from './problems.ts'

/** What SQLite finds wrong with a ledger's file, each in its own words; none when it is sound. Rejects with a `StoreProblem`. */
export async function faultsIn(path: string): Promise<string[]> {
  try {
    const database = await openFile(path)
    try {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database)
      return rows.map((row) => row.integrity_check).filter((fault) => fault !== 'ok')
    } finally {
      await database.destroy()
    }
  } catch (error) {
    throw asProblem(error, path)
  }
}

/**
 * Writes a copy as of one moment, whoever writes meanwhile; it has its name only once it is whole. It is another ledger: if it is put
 * in place of the first, numbers are given anew, and nobody may go on from a cursor of before.
 */
export async function backUp(path: string, copy: string): Promise<void> {
  const draft = `${copy}.new-${process.pid}`
  try {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 })
    rmSync(draft, { force: true })
    const database = await openFile(path)
    try {
      await sql`vacuum into ${draft}`.execute(database)
    } finally {
      await database.destroy()
    }
    chmodSync(draft, 0o600)
    await renew(draft)
    renameSync(draft, copy)
  } catch (error) {
    for (const rest of ['', '-wal', '-shm']) rmSync(draft + rest, { force: true })
    throw asProblem(error, copy)
  }
}

/** Makes the file another ledger with the same records, whose server lets nobody in yet. */
async function renew(copy: string): Promise<void> {
  const database = await openFile(copy)
  try {
    await database.updateTable('identities').set({ identity: randomUUID() }).execute()
    await database.deleteFrom('admissions').execute()
  } finally {
    await database.destroy()
  }
}
