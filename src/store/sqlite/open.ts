import { chmodSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { StoreProblem, type Store } from '../../ledger/store.ts'
import { nodeSqliteDialect } from './dialect.ts'
import { MIGRATIONS, migrate, type Tables } from './migrations.ts'
import { asProblem } from './problems.ts'
import { SqliteStore } from './sqlite-store.ts'

/** How long a process waits while another one writes. */
const BUSY_MILLISECONDS = 10_000
/** "Nkri": marks the file as ours, https://sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x4e6b7269
/** Only its owner may look. */
const [FOLDER_MODE, FILE_MODE] = [0o700, 0o600]

/**
 * Opens the ledger in a file, made with its folder if there is none; rejects with a `StoreProblem`. A file that is there is never
 * replaced: one that is empty or no database is damaged, and one of a later version is left alone.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  return new SqliteStore(await openOrCreate(path), path)
}

/** The same without the store around it, for what is kept in the same file. */
export async function openOrCreate(path: string): Promise<Kysely<Tables>> {
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) await create(path)
    return await openFile(path)
  } catch (error) {
    throw asProblem(error, path)
  }
}

/** The whole file comes to be at once under its name, so that nobody ever finds a part of one. */
async function create(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: FOLDER_MODE })
  const draft = `${path}.new-${process.pid}`
  rmSync(draft, { force: true })
  try {
    const raw = new DatabaseSync(draft)
    chmodSync(draft, FILE_MODE)
    raw.exec(`pragma journal_mode = wal; pragma application_id = ${APPLICATION_ID}`)
    const database = new Kysely<Tables>({ dialect: nodeSqliteDialect(raw) })
    await migrate(database)
    await database.destroy()
    publish(draft, path)
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(draft + rest, { force: true })
  }
}

/** A link, unlike a rename, never takes the place of what another process has made meanwhile; not every file system has links. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    if (!existsSync(path)) renameSync(draft, path)
  }
}

/** Opens a file that is there, and sees whether it is ours and of which version. */
export async function openFile(path: string): Promise<Kysely<Tables>> {
  // An empty file would be taken for a new database, and whatever was in it would be gone without a word.
  if (statSync(path).size === 0) throw new StoreProblem('damaged', path)
  const raw = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS })
  try {
    const found = raw.prepare('pragma application_id').get()?.['application_id']
    const version = raw.prepare('pragma user_version').get()?.['user_version']
    if (found !== APPLICATION_ID) throw new StoreProblem('damaged', path)
    if (Number(version) > MIGRATIONS.length) throw new StoreProblem('newer', path)
    // FULL: what was acknowledged survives a power cut too. What is erased is overwritten.
    raw.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
    const database = new Kysely<Tables>({ dialect: nodeSqliteDialect(raw) })
    await migrate(database)
    return database
  } catch (error) {
    raw.close()
    throw error
  }
}
