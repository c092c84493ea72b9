import { lines } from './ledger.ts'
import { read, type Evidence } from './reading.ts'
import { go } from './route.ts'
import { ARRIVED, FILE, FILE_NAME, TEXT } from './worker/arrived.ts'

/** "#add=" with text behind it: from a bookmark on the carrier's page, or a shortcut. */
const ADD = '#add='

/** Reads what came in with the address, or was shared from another app; and what comes in later the same way. */
export async function takeArriving(): Promise<void> {
  addEventListener('hashchange', () => void takeAddress())
  await takeAddress()
  const shared = await takeShared()
  if (shared !== null) await show(shared)
}

async function takeAddress(): Promise<void> {
  if (!location.hash.startsWith(ADD)) return
  const text = decoded(location.hash.slice(ADD.length))
  await show({ kind: 'text', text, channel: 'paste' })
}

/** What was shared stays in no address and no history. */
async function show(evidence: Evidence): Promise<void> {
  go({ screen: 'add', lineId: null }, { replace: true })
  await read(evidence, lines.value?.length === 1 ? lines.value[0]! : null)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'))
  } catch {
    return text
  }
}

/** A file where one was shared, else the text; null where nothing waits. Links in it are read and never followed. */
async function takeShared(): Promise<Evidence | null> {
  if (!('caches' in globalThis) || !(await caches.has(ARRIVED))) return null
  const arrived = await caches.open(ARRIVED)
  const [file, text] = [await arrived.match(FILE), await arrived.match(TEXT)]
  await caches.delete(ARRIVED)
  if (file !== undefined) {
    const name = decoded(file.headers.get(FILE_NAME) ?? '')
    const type = file.headers.get('content-type') ?? ''
    return { kind: 'file', file: new File([await file.blob()], name, { type }) }
  }
  return text === undefined ? null : { kind: 'text', text: await text.text(), channel: 'paste' }
}
