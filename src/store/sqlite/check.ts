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

/** Writes a copy as of one moment, whoever writes meanwhile; it has its name only once it is whole. */
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
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { force: true })
    throw asProblem(error, copy)
  }
}
