import { StoreProblem, type StoreProblemCode } from '../../ledger/store.ts'

/** Names of what a browser rejects with: https://w3c.github.io/IndexedDB/#exceptions */
const BROWSER: Readonly<Record<string, StoreProblemCode>> = {
  VersionError: 'newer',
  QuotaExceededError: 'full',
  NotFoundError: 'damaged', // a part of the database is not there
  SecurityError: 'read-only', // the browser was told that this site may keep nothing
}

/** What the browser refused, as a problem that names what to do next. */
export function asProblem(error: unknown, name: string): StoreProblem {
  if (error instanceof StoreProblem) return error
  const known = error instanceof DOMException ? BROWSER[error.name] : undefined
  return new StoreProblem(known ?? 'failed', name, error)
}

/** Does something with a database, and makes a problem of whatever it rejects with. */
export async function tryAt<T>(name: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw asProblem(error, name)
  }
}
