import { StoreProblem, type StoreProblemCode } from '../../ledger/store.ts'

/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const SQLITE: Readonly<Record<number, StoreProblemCode>> = {
  3: 'read-only', // PERM
  5: 'busy', // BUSY
  6: 'busy', // LOCKED
  8: 'read-only', // READONLY
  11: 'damaged', // CORRUPT
  13: 'full', // FULL
  14: 'read-only', // CANTOPEN: the file is there, but may not be opened
  23: 'read-only', // AUTH
  26: 'damaged', // NOTADB
}

const SYSTEM: Readonly<Record<string, StoreProblemCode>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOENT: 'read-only', // what Node makes of EROFS when it makes a folder in a folder
  ENOSPC: 'full',
  EDQUOT: 'full',
}

/** What SQLite or the system refused, as a problem that names what to do next. */
export function asProblem(error: unknown, path: string): StoreProblem {
  if (error instanceof StoreProblem) return error
  const { errcode, code } = error as { errcode?: unknown; code?: unknown }
  // The lower eight bits are the primary code.
  const known = typeof errcode === 'number' ? SQLITE[errcode & 0xff] : SYSTEM[String(code)]
  return new StoreProblem(known ?? 'failed', path, error)
}

/** Does something with a store's file, and makes a problem of whatever it rejects with. */
export async function tryAt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw asProblem(error, path)
  }
}
