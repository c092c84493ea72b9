import { exactBytes } from '../core/amount.ts'
import { probabilityAbove } from '../forecast/outlook.ts'
import type { Supply } from '../forecast/supply.ts'
import type { Standing } from '../ledger/standing.ts'
import { daysOfCycle } from './age.ts'
import { BOUGHT_BYTES, cycleNameOf, roundOf, wasGiven, type Alert, type AlertOf, type Asked } from './alert.ts'
import { daysBetween } from './dates.ts'
import { LIKELY } from './risk.ts'
import type { Situation } from './situation.ts'

/** Of ten such warnings nine come true: nothing but saving or buying helps. */
const NEARLY_CERTAIN = 0.9
/** The last days on which a top-up can be bought, or Wi-Fi found, without haste. */
const PRESSING_DAYS = 2
const USED_UP_LEVEL = 3

/** That nothing is left, or is likely not to last; nothing about a line without limits. */
export function runOut({ situation, given }: Asked): Alert[] {
  const { today, standing, outlook, end } = situation
  const { amount } = standing.usable
  if (standing.outdated !== null || amount.kind === 'unlimited') return []
  const hasBought = amount.kind === 'known' && amount.lowBytes >= BOUGHT_BYTES
  const event = roundOf(
    `runOut/${cycleNameOf(situation)}`,
    (round, next) => wasGiven(given, round, USED_UP_LEVEL) && (hasBought || wasGiven(given, next)),
  )
  if (isUsedUp(standing))
    // That the line is slow says more.
    return standing.throttled === true ? [] : [{ kind: 'usedUp', event, level: USED_UP_LEVEL, end }]
  const probability = outlook?.runOutProbability ?? 0
  if (outlook?.runOutDate == null || end === null || probability < LIKELY) return []
  const date = outlook.runOutDate < today ? today : outlook.runOutDate
  const noticeDays = daysBetween(today, date)
  const level = probability >= NEARLY_CERTAIN || noticeDays <= PRESSING_DAYS ? 2 : 1
  return [{ kind: 'runOut', event, level, probability, date, noticeDays, end, restsOnPrior: outlook.restsOnPrior }]
}

const isUsedUp = ({ usable: { amount } }: Standing): boolean => amount.kind === 'known' && amount.highBytes === 0

/** The lowest of its owner's thresholds that is crossed; no higher one after a lower one was told. */
export function threshold({ situation, given }: Asked): Alert[] {
  const { standing, end } = situation
  const leftBytes = exactBytes(standing.usable.amount)
  if (standing.outdated !== null || leftBytes === null || isUsedUp(standing)) return []
  const thresholds = (standing.line.alerts?.thresholds ?? [])
    .map((one) => ({
      threshold: one,
      bytes: thresholdBytes(one, standing),
      event: `threshold/${cycleNameOf(situation)}/${'leftBytes' in one ? `${one.leftBytes}B` : one.leftShare}`,
    }))
    .filter(({ bytes }) => bytes !== null)
    .toSorted((a, b) => a.bytes! - b.bytes!)
  const crossed = thresholds.findIndex(({ bytes }) => leftBytes < bytes!)
  if (crossed < 0 || thresholds.slice(0, crossed).some(({ event }) => wasGiven(given, event))) return []
  const { threshold: lowest, event } = thresholds[crossed]!
  return [{ kind: 'threshold', event, level: 1, threshold: lowest, leftBytes, end }]
}

/** Null for a share of nobody knows what. */
function thresholdBytes(one: AlertOf<'threshold'>['threshold'], { allowance }: Standing): number | null {
  if ('leftBytes' in one) return one.leftBytes
  const whole = exactBytes(allowance)
  return whole === null ? null : whole * one.leftShare
}

/** So many megabytes are a step of their own on small plans, where a share is too little to act on. */
const NEAR_BYTES = 5e8
const NEAR_SHARE = 0.1

/** That the next price is likely to be paid, or near. */
export function nextStep({ situation }: Asked): Alert[] {
  const { standing, outlook, end } = situation
  const steps = standing.line.plan?.steps ?? []
  const next = steps.findIndex(({ yen }) => yen === standing.nextStep?.yen)
  const upToBytes = steps[next - 1]?.upToBytes
  if (standing.nextStep === null || upToBytes == null) return []
  const { leftBytes, yen: nextYen } = standing.nextStep
  // Of figures that hold no longer, or up to an end that nobody knows, an outlook says nothing.
  const isForetold = outlook !== null && end !== null && standing.outdated === null
  const probability = isForetold ? probabilityAbove(outlook.useBytes, leftBytes) : null
  const isNear = leftBytes < Math.max(NEAR_BYTES, upToBytes * NEAR_SHARE)
  if (!isNear && (probability ?? 0) < LIKELY) return []
  const event = `nextStep/${cycleNameOf(situation)}/${upToBytes}`
  const { yen } = steps[next - 1]!
  return [{ kind: 'nextStep', event, level: isNear ? 2 : 1, upToBytes, leftBytes, yen, nextYen, probability, end }]
}

/** Long enough to use it up on purpose, not so long that it is forgotten again. */
const EXPIRING_DAYS = 3
/** What is bought in one piece at the least, and what a film or a map takes. */
const WORTH_BYTES = 1e8
/** Of what it was; less is what anybody leaves over. */
const WORTH_SHARE = 0.1

/** Data that does not come again, ends soon, and is likely to be left over for the most part. */
export function expiring({ situation }: Asked): Alert[] {
  const { standing, outlook, today, now } = situation
  if (standing.outdated !== null || outlook === null) return []
  const noticeDays = daysOfCycle(standing.line, now, EXPIRING_DAYS)
  const alerts = new Map<string, AlertOf<'expiring'>>()
  for (const { supply, unusedBytes } of outlook.supplies) {
    const lastDay = goneAfter(supply, situation)
    // What is left over of a supply that outlives the outlook, nobody has asked yet.
    if (lastDay === null || lastDay < today || lastDay > outlook.lastDay) continue
    if (daysBetween(today, lastDay) > noticeDays) continue
    if (unusedBytes < leastWorth(supply, standing) || unusedBytes <= supply.leftBytes / 2) continue
    const event = `expiring/${supply.grant}/${supply.name}/${lastDay}`
    const same = alerts.get(event)
    const leftBytes = supply.leftBytes + (same?.supply.leftBytes ?? 0)
    alerts.set(event, {
      kind: 'expiring',
      event,
      level: 1,
      supply: { grant: supply.grant, name: supply.name, leftBytes },
      unusedBytes: unusedBytes + (same?.unusedBytes ?? 0),
      lastDay,
    })
  }
  return [...alerts.values()]
}

/** The last day of data after which none like it comes by itself; null of any other. */
function goneAfter({ grant, lastDay }: Supply, { end }: Situation): string | null {
  if (grant === 'topUp' || grant === 'gift' || grant === 'carryOver') return lastDay
  return grant === 'plan' && end?.with === 'expiry' ? (lastDay ?? end.lastDay) : null
}

function leastWorth({ grant, name }: Supply, { kept, allowance }: Standing): number {
  const bucket = kept?.reading.buckets.find((one) => one.grant === grant && one.name === name)
  const whole = bucket ? exactBytes(bucket.allowance.amount) : grant === 'plan' ? exactBytes(allowance) : null
  return Math.max(WORTH_BYTES, (whole ?? 0) * WORTH_SHARE)
}
