import { forgetStore } from '../store/indexeddb/open.ts'
import { forgetShown } from './last-shown.ts'
import { LEDGERS } from './ledger.ts'
import { forgetPreferences } from './preferences.ts'

/** Erases whatever this device keeps of Nokori, the app itself included, and begins anew. */
export async function forgetEverything(): Promise<void> {
  for (const name of Object.values(LEDGERS)) await forgetStore(name)
  forgetPreferences()
  forgetShown()
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
  location.replace('../')
}
