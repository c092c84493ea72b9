import { percentText } from '../text/format.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { WEB_SENTENCES } from '../text/web.ts'
import { language } from './language.ts'
import { withLedger } from './ledger.ts'
import { tell } from './toast.ts'

const [say, ledger] = [WEB_SENTENCES[language].settings, LEDGER_SENTENCES[language]]
/** More lines at once would hold the page up. */
const LINES_AT_ONCE = 500

/** Adds what was exported, here or by the command, and says what became of it. What is no record is passed over. */
export const importFile = async (file: File): Promise<void> => tell(await imported(file))

async function imported(file: File): Promise<string> {
  const { importLines } = await import('../jobs/transfer.ts')
  const text = await file.text().catch(() => null)
  if (text === null) return say.importFailed
  const done = await withLedger((store) => importLines(store, inPieces(text)))
  if (done === null) return say.importFailed
  const { changed, count, refused, firstRefused } = done
  const told = ledger.imported(changed, count)
  return refused === 0 ? told : `${told} ${ledger.refused(refused, firstRefused!)}`
}

async function* inPieces(text: string): AsyncGenerator<readonly string[]> {
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    tell(say.importing(percentText(at / lines.length)))
    yield lines.slice(at, at + LINES_AT_ONCE)
  }
}
