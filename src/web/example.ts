import { forgetStore } from '../store/indexeddb/open.ts'
import { WEB_SENTENCES } from '../text/web.ts'
import { language } from './language.ts'
import { instant, LEDGERS, lines, openLedger, withLedger } from './ledger.ts'
import { go } from './route.ts'

/** Shows lines that nobody has, in a ledger of their own. */
export async function showExample(): Promise<void> {
  await openLedger('example')
  if (lines.value?.length === 0) {
    const { playDemo } = await import('../jobs/play-demo.ts')
    await withLedger((store) => playDemo(store, WEB_SENTENCES[language].example.names, instant()))
  }
  go({ screen: 'home' })
}

/** Shows a person's own lines again; the example is forgotten. */
export async function leaveExample(): Promise<void> {
  await openLedger('own')
  await forgetStore(LEDGERS.example)
  go({ screen: 'home' })
}
