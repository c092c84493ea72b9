import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { printable } from '../core/printable.ts'
import { exportedLines, exportedTable, importLines } from '../jobs/transfer.ts'
import type { Store } from '../ledger/store.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { MOST_EVIDENCE_BYTES } from './evidence.ts'
import { linesOf } from './lines.ts'
import { EXIT, type Session } from './session.ts'
import { withExistingStore, withStore } from './with-store.ts'

/** `nokori export [FILE]`: everything as JSON Lines, or as a table, to a file that is not there yet or to stdout. */
export function exportCommand([path = '-']: readonly string[], session: Session): Promise<number> {
  const { flags, language, streams, refuse } = session
  return withExistingStore(session, async (store) => {
    if (store === null) return EXIT.nothingRead
    let count = 0
    async function* counted(): AsyncGenerator<string> {
      for await (const piece of flags.csv === true ? exportedTable(store as Store) : exportedLines(store as Store)) {
        count += 1
        yield piece
      }
    }
    try {
      await pipeline(Readable.from(counted()), path === '-' ? streams.stdout : newFile(path), {
        end: path !== '-',
      })
    } catch (error) {
      if (!isFileProblem(error)) throw error
      return refuse((say) => say.cannotWrite(printable(path)))
    }
    if (flags.csv !== true) streams.stderr.write(`${LEDGER_SENTENCES[language].exported(count)}\n`)
    return count > 0 ? EXIT.ok : EXIT.nothingRead
  })
}

/** Nobody else may read it, and nothing is written over. */
const newFile = (path: string): NodeJS.WritableStream => createWriteStream(path, { flags: 'wx', mode: 0o600 })

/** What the system refuses of a file that somebody named. */
export const isFileProblem = (error: unknown): boolean =>
  ['EEXIST', 'ENOENT', 'EACCES', 'EISDIR', 'EROFS', 'ENOSPC', 'EPERM', 'ENOTDIR'].includes(
    String((error as NodeJS.ErrnoException).code),
  )

/** `nokori import [FILE…]`: adds what was exported; stdin where no file is named. */
export function importCommand(paths: readonly string[], session: Session): Promise<number> {
  const { language, streams, refuse } = session
  const say = LEDGER_SENTENCES[language]
  return withStore(session, async (store) => {
    let readAny = false
    for (const path of paths.length === 0 ? ['-'] : paths) {
      try {
        const stream = path === '-' ? streams.stdin : createReadStream(path)
        const { count, changed, refused, firstRefused } = await importLines(store, textLines(stream))
        readAny ||= count > 0
        streams.stdout.write(`${say.imported(changed, count)}\n`)
        if (firstRefused !== null) streams.stderr.write(`${say.refused(refused, firstRefused)}\n`)
      } catch (error) {
        if (!isFileProblem(error)) throw error
        return refuse((sentences) => sentences.cannotOpen(printable(path)))
      }
    }
    return readAny ? EXIT.ok : EXIT.nothingRead
  })
}

async function* textLines(stream: AsyncIterable<Buffer>): AsyncGenerator<(string | null)[]> {
  for await (const lines of linesOf(stream, MOST_EVIDENCE_BYTES))
    yield lines.map((line) => line?.toString('utf8') ?? null)
}
