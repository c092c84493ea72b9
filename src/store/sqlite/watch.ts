import { DatabaseSync } from 'node:sqlite'
import type { Watch } from '../../ledger/watch.ts'
import { asProblem } from './problems.ts'

/** How often a watched file is looked at; a look at one that nobody wrote to takes microseconds. */
const LOOK_EVERY_MILLISECONDS = 500
/** Readers wait for nobody but who brings the file back into order. */
const BUSY_MILLISECONDS = 1000

/** Watches a file that is there and up to date. It is looked at only while somebody follows. */
export function watchFile(path: string): Watch {
  const raw = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MILLISECONDS })
  // Changes whenever another connection has written: https://sqlite.org/pragma.html#pragma_data_version
  const version = raw.prepare('pragma data_version')
  const last = raw.prepare("select seq from sqlite_sequence where name = 'records'")
  const followers = new Set<(cursor: number) => void>()
  let [seenVersion, seenCursor]: [unknown, number] = [null, 0]
  let timer: NodeJS.Timeout | undefined

  const cursor = (): number => {
    try {
      return Number(last.get()?.['seq'] ?? 0)
    } catch (error) {
      throw asProblem(error, path)
    }
  }
  const look = (): void => {
    try {
      const found = version.get()?.['data_version']
      if (found === seenVersion) return
      const before = seenCursor
      seenCursor = cursor()
      seenVersion = found
      if (seenCursor === before) return
    } catch {
      // Whoever next reads the ledger is told what is wrong with it.
      return
    }
    for (const report of followers) report(seenCursor)
  }
  return {
    cursor,
    look,
    follow: (report) => {
      followers.add(report)
      timer ??= setInterval(look, LOOK_EVERY_MILLISECONDS)
      return () => {
        followers.delete(report)
        if (followers.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    close: () => {
      followers.clear()
      clearInterval(timer)
      raw.close()
    },
  }
}
