import { render } from 'preact'
import { permission, startAlerts } from './alerts.ts'
import { App } from './app.tsx'
import { takeArriving } from './arriving.ts'
import { openLedger, refresh } from './ledger.ts'
import { showTheme } from './preferences.ts'
import { followAddress } from './route.ts'
import { temporalReady } from './temporal.ts'
import { keepEverything, startWorker } from './worker.ts'

showTheme()
followAddress()
render(<App />, document.getElementById('app')!)
startWorker()
startAlerts()
// Nothing is awaited here: what is loaded later imports from this file, and would wait for it to end.
void temporalReady()
  .then(() => openLedger('own'))
  .then(takeArriving)
  .then(keepEverything)

/** Ages grow and days end while nobody looks. */
const MINUTE_MILLISECONDS = 60_000
setInterval(() => {
  if (document.visibilityState === 'visible' || permission.value === 'granted') void refresh()
}, MINUTE_MILLISECONDS)
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refresh()
})
