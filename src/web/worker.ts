import { signal } from '@preact/signals'

/** A newer app that is ready to take over; null while there is none. */
export const waitingUpdate = signal<ServiceWorker | null>(null)

/** Keeps the app on the device, so that it opens without a network. A page on plain http has no service worker. */
export function startWorker(): void {
  const { serviceWorker } = navigator as Partial<Navigator>
  // Plain http, or a browser that was told to keep nothing.
  if (!serviceWorker) return
  let { controller } = serviceWorker
  serviceWorker.addEventListener('controllerchange', () => {
    // A newer app has taken over: what this page would load next is no longer kept.
    if (controller !== null) location.reload()
    controller = serviceWorker.controller
  })
  void serviceWorker.register('../service-worker.js', { scope: '../', updateViaCache: 'none' }).then(
    (registration) => {
      const look = (): void => {
        waitingUpdate.value = serviceWorker.controller === null ? null : registration.waiting
      }
      look()
      registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
      addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void registration.update().catch(() => {})
      })
    },
    () => {},
  )
}

/** Keeps what the first screen does not need as well, once that is there: reading a message and the guide then need no network either. */
export async function keepEverything(): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>
  const registration = await serviceWorker?.ready
  registration?.active?.postMessage('keep everything')
}

/** Lets the newer app take over; the page is loaded again when it has. */
export function update(): void {
  waitingUpdate.value?.postMessage('take over')
}
