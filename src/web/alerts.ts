import { effect, signal } from '@preact/signals'
import type { Alert } from '../advice/alert.ts'
import type { Line } from '../core/line.ts'
import { keepGiven } from '../jobs/overview.ts'
import { sayAlert } from '../jobs/say-alert.ts'
import { language } from './language.ts'
import { due, instant, ledgerName, withLedger } from './ledger.ts'
import { addressOf } from './route.ts'

/** Whether the device may show notifications: asked for, refused, or not yet decided; null where it has none. */
export const permission = signal<NotificationPermission | null>(
  'Notification' in globalThis ? Notification.permission : null,
)

/** Asks the person, who has just said that they want them. */
export async function askForNotifications(): Promise<void> {
  permission.value = await Notification.requestPermission()
}

/** Somebody has seen it: it is not due any more, here and wherever this ledger is kept. */
export const dismiss = (line: Line, alert: Alert): Promise<void | null> =>
  withLedger((store) => keepGiven(store, line, [alert], instant()))

/** Shows what is due on the app's icon, and, while nobody looks at the app, as notifications, each once. */
export function startAlerts(): void {
  const shown = new Set<string>()
  effect(() => {
    const alerts = ledgerName.value === 'own' ? due.value : []
    void showBadge(alerts.reduce((sum, each) => sum + each.alerts.length, 0))
    if (document.visibilityState === 'visible' || permission.value !== 'granted') return
    for (const { situation, alerts: each } of alerts)
      for (const alert of each) {
        const { line } = situation.standing
        const tag = `${line.id} ${alert.event}`
        if (shown.has(tag)) continue
        shown.add(tag)
        const { what, next } = sayAlert(alert, situation, language)
        void show(line, tag, `${what} ${next}`)
      }
  })
}

async function show(line: Line, tag: string, body: string): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration()
  const data = addressOf({ screen: 'line', lineId: line.id })
  await worker?.showNotification(line.name, { body, tag, data, icon: '../icon-192.png', lang: language })
}

/** Not every browser has badges, and one that has them may refuse. */
async function showBadge(count: number): Promise<void> {
  try {
    await (count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())
  } catch {
    // The figure on the icon is a courtesy.
  }
}
