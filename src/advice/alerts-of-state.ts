import { cycleAt } from '../core/cycle.ts'
import { FAILURES } from '../core/failure.ts'
import type { KeptReading } from '../ledger/records.ts'
import { cycleEndOf, type Standing } from '../ledger/standing.ts'
import { daysOf, FRESH_DAYS, oldAfterDays } from './age.ts'
import { BOUGHT_BYTES, cycleNameOf, roundOf, wasGiven, type Alert, type Asked } from './alert.ts'

const THROTTLED = 'throttled/'
/** What tells that the event `throttled` is over. */
const backFrom = (throttledEvent: string): string => `backToNormal/${throttledEvent}`

/** That the speed is limited; anew in the same cycle only after it was told to be normal again. */
export function throttled({ situation, given }: Asked): Alert[] {
  if (situation.standing.throttled !== true) return []
  const event = roundOf(`${THROTTLED}${cycleNameOf(situation)}`, (round) => wasGiven(given, backFrom(round)))
  return [{ kind: 'throttled', event, level: 1 }]
}

/** To who was told of a limited speed last, that it is over: as read, or since data came after it. */
export function backToNormal({ situation: { standing }, given }: Asked): Alert[] {
  const last = given.filter(({ event }) => event.startsWith(THROTTLED)).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  if (last === undefined || standing.throttled === true) return []
  const isRead = standing.throttled === false
  if (!isRead && !hasDataAfter(standing, last.at)) return []
  return [{ kind: 'backToNormal', event: backFrom(last.event), level: 1, isRead }]
}

/** Whether there was data to use after an instant. */
const hasDataAfter = ({ kept, outdated, usable: { amount } }: Standing, instant: string): boolean =>
  kept !== null &&
  outdated === null &&
  kept.moment > instant &&
  (amount.kind === 'unlimited' || (amount.kind === 'known' && amount.lowBytes >= BOUGHT_BYTES))

/** That the newest figures are older than they should be; worse when the cycle that they are of is over. */
export function stale({ situation: { standing, now } }: Asked): Alert[] {
  const { kept, outdated } = standing
  if (kept === null || !isLimited(standing)) return []
  const { moment } = kept
  const event = `stale/${moment}`
  if (outdated !== null) {
    const begun = beginningAfter(kept, standing, now)
    const isDue = begun !== null && daysOf(begun, now) > FRESH_DAYS
    return isDue ? [{ kind: 'stale', event, level: 2, cause: 'reset', moment }] : []
  }
  const limitDays = oldAfterDays(standing.line, now)
  if (daysOf(moment, now) <= limitDays) return []
  const seen = kept.reading.observedAt ?? kept.at
  return [{ kind: 'stale', event, level: 1, cause: daysOf(seen, now) > limitDays ? 'unread' : 'carrier', moment }]
}

/** Of a line on which nothing can run out and no price rises, nobody needs figures. */
const isLimited = ({ usable, line }: Standing): boolean =>
  usable.amount.kind !== 'unlimited' || (line.plan?.steps.length ?? 0) > 1

/** When the data after that of a reading begins, perhaps in time to come; null where none comes by itself. */
function beginningAfter({ reading, moment }: KeptReading, { line, outdated }: Standing, now: string): string | null {
  const comesAgain = outdated === 'reset' || (line.cycle && cycleAt(line.cycle, now))?.endsWith === 'reset'
  return comesAgain ? cycleEndOf(reading, line.cycle, moment) : null
}

/** That a channel goes on only after a person has acted. */
export function channel({ trouble }: Asked): Alert[] {
  if (trouble === null || FAILURES[trouble.failure.code] !== 'after-a-person') return []
  const { code } = trouble.failure
  return [{ kind: 'channel', event: `channel/${code}/${trouble.at}`, level: 1, code }]
}
