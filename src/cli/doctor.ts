import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { printable } from '../core/printable.ts'
import { linesIn } from '../jobs/lines.ts'
import { backUp, faultsIn } from '../store/sqlite/check.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { EXIT, type Session } from './session.ts'
import { ledgerPath, problemSaid, withStore } from './with-store.ts'

/** `nokori doctor`: whether the ledger is sound; a sound one gets a backup copy beside it. */
export async function doctorCommand(session: Session): Promise<number> {
  const { language, now, streams } = session
  const say = LEDGER_SENTENCES[language]
  const path = ledgerPath()
  const folder = join(dirname(path), 'backups')
  const tell = (sentence: string): void => void streams.stdout.write(`${printable(sentence)}\n`)
  if (!existsSync(path)) {
    tell(say.noLedger(path))
    return EXIT.nothingRead
  }
  try {
    const faults = await faultsIn(path)
    if (faults.length > 0) {
      streams.stderr.write(`${printable(say.unsound(faults[0]!))}\n${printable(say.problems.damaged.next)}\n`)
      tellBackups(folder, session)
      return EXIT.personMustAct
    }
    const copy = join(folder, `ledger-${now.replaceAll(/[-:]|\.\d+/gu, '')}.sqlite`)
    await backUp(path, copy)
    const code = await withStore(session, async (store) => {
      const lines = await linesIn(store)
      tell(say.sound)
      tell(say.where(path))
      tell(say.counted(lines.length, await store.count('reading')))
      tell(say.backedUp(copy))
      return EXIT.ok
    })
    return code
  } catch (error) {
    const code = problemSaid(error, session)
    tellBackups(folder, session)
    return code
  }
}

/** What could take the place of a damaged ledger, the newest first. */
function tellBackups(folder: string, { language, streams }: Session): void {
  const copies = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sqlite')) : []
  if (copies.length === 0) return
  const paths = copies
    .toSorted()
    .toReversed()
    .map((name) => join(folder, name))
  streams.stderr.write(`${printable(LEDGER_SENTENCES[language].backups(paths.join(', ')))}\n`)
}
