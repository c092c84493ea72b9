import { timeIn, zoneOf } from '../core/cycle.ts'
import type { Line } from '../core/line.ts'
import type { AlertGiven, Unsigned } from '../ledger/records.ts'
import { wasGiven, type Alert, type Asked, type Trouble } from './alert.ts'
import { expiring, nextStep, runOut, threshold } from './alerts-of-data.ts'
import { backToNormal, channel, stale, throttled } from './alerts-of-state.ts'
import type { Situation } from './situation.ts'

/** What there may be to tell, the most urgent first: what hurts now, what will, what is lost, what is not known, what is good. */
const CAUSES: readonly ((asked: Asked) => Alert[])[] = [
  throttled,
  runOut,
  nextStep,
  threshold,
  expiring,
  channel,
  stale,
  backToNormal,
]

/**
 * What is due to be told about one line now, the most urgent first: nothing that was told before (`given`, of this line only), unless
 * it has got worse since; nothing after the line's trip, and nothing at all within its quiet hours. What is held back then is due
 * after them, if it is still so.
 */
export function alertsDue(situation: Situation, given: readonly AlertGiven[], trouble: Trouble | null): Alert[] {
  const { line } = situation.standing
  const isOver = line.tripEnd !== null && line.tripEnd < situation.today
  if (isOver || isQuiet(line, situation.now)) return []
  return CAUSES.flatMap((cause) => cause({ situation, given, trouble })).filter(
    ({ event, level }) => !wasGiven(given, event, level),
  )
}

/** By what its clock shows, so that hours which a change of clocks skips or repeats are as quiet as it says. */
function isQuiet({ alerts, cycle }: Line, now: string): boolean {
  if (!alerts?.quiet) return false
  const { from, to } = alerts.quiet
  const time = timeIn(zoneOf(cycle), now).slice('YYYY-MM-DDT'.length)
  return from <= to ? from <= time && time < to : from <= time || time < to
}

/** What is kept of an alert when a person was told, so that it is not due again. */
export const givenRecord = ({ event, level }: Alert, lineId: string, at: string): Unsigned<AlertGiven> => ({
  kind: 'alert',
  lineId,
  at,
  event,
  level,
})
