import { adviseOn, type Advice } from '../advice/advice.ts'
import type { Alert, Trouble } from '../advice/alert.ts'
import { alertsDue, givenRecord } from '../advice/alerts.ts'
import type { Line } from '../core/line.ts'
import { signed } from '../ledger/identity.ts'
import type { AlertGiven } from '../ledger/records.ts'
import type { Store } from '../ledger/store.ts'
import type { Vault } from '../ledger/vault.ts'
import { survey, type Surveyed } from './situations.ts'

/** A line with what is due to be told of it, and what to do about it, the best first. */
export interface Overview extends Surveyed {
  readonly alerts: readonly Alert[]
  readonly advice: readonly Advice[]
}

/** How lines stand at an instant. `troubles`: what their channels wait with, by line id. */
export async function overviewOf(
  store: Store,
  lines: readonly Line[],
  troubles: ReadonlyMap<string, Trouble | null>,
  now: string,
): Promise<Overview[]> {
  const overviews: Overview[] = []
  for (const line of lines) {
    const surveyed = await survey(store, line, now)
    const given = await store.find('alert', { lineId: line.id })
    const alerts = alertsDue(surveyed.situation, given, troubles.get(line.id) ?? null)
    overviews.push({ ...surveyed, alerts, advice: adviseOn(surveyed.situation) })
  }
  return overviews
}

/** What the portals of lines wait with. */
export const troublesIn = async (vault: Vault): Promise<ReadonlyMap<string, Trouble | null>> =>
  new Map([...(await vault.portals())].map(([lineId, { state }]) => [lineId, state.trouble]))

/** Remembers that somebody was told. */
export async function keepGiven(store: Store, line: Line, alerts: readonly Alert[], at: string): Promise<void> {
  await store.keep(alerts.map((alert) => signed<AlertGiven>(givenRecord(alert, line.id, at))))
}
