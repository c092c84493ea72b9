import { exactBytes } from '../core/amount.ts'
import { timeIn, zoneOf } from '../core/cycle.ts'
import { FAILURES, type Failure, type FailureCode } from '../core/failure.ts'
import type { AlertSettings } from '../core/line.ts'
import { probabilityAbove } from '../forecast/outlook.ts'
import type { AlertGiven } from '../ledger/records.ts'
import { ageOf, daysOf } from './age.ts'
import { daysBetween } from './dates.ts'
import { LIKELY } from './risk.ts'
import type { Situation } from './situation.ts'

type End = NonNullable<Situation['end']>

/** Something that its owner is to be told of a line. */
export type Alert = {
  /** What it is about, the same in every ledger; told once, and again only at a higher level. */
  readonly event: string
  /** How bad it is. */
  readonly level: number
} & (
  | {
      readonly kind: 'runOut'
      readonly probability: number
      /** YYYY-MM-DD; `days` from today to it, and 0 when nothing is left. */
      readonly date: string
      readonly days: number
      readonly end: End
      readonly isOut: boolean
    }
  | { readonly kind: 'threshold'; readonly threshold: AlertSettings['thresholds'][number]; readonly leftBytes: number }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'backToNormal' }
  | { readonly kind: 'expiring'; readonly name: string; readonly unusedBytes: number; readonly lastDay: string }
  | { readonly kind: 'nextStep'; readonly leftBytes: number; readonly yen: number; readonly probability: number }
  | { readonly kind: 'stale'; readonly days: number }
  | { readonly kind: 'channel'; readonly code: FailureCode }
)

/** What became of the last attempt to read a line by itself. */
export interface Trouble {
  readonly failure: Failure
}

/** A run-out that is as good as sure, or this near, is told again. */
const [NEARLY_SURE, NEAR_DAYS] = [0.9, 2]
/** Nobody hurries because of what ends later than this. */
const EXPIRING_DAYS = 3
/** Smaller leftovers are not worth a word. */
const [WORTH_BYTES, WORTH_SHARE] = [100_000_000, 0.1]
/** So near below a price step it is told even where it is unlikely. */
const STEP_BYTES = 500_000_000

/** What is due to be told now about a line, the most urgent first. `given` is what was told about it before. */
export function alertsDue(situation: Situation, given: readonly AlertGiven[], trouble: Trouble | null): Alert[] {
  const { line } = situation.standing
  if (isQuiet(line.alerts?.quiet ?? null, zoneOf(line.cycle), situation.now)) return []
  // Who has left needs nothing of it any more.
  if (line.tripEnd !== null && line.tripEnd < situation.today) return []
  const told = new Map<string, number>()
  for (const { event, level } of given) told.set(event, Math.max(level, told.get(event) ?? 0))
  const isCurrent = situation.standing.kept !== null && situation.standing.outdated === null
  return [
    ...(isCurrent ? [...runOut(situation), ...throttled(situation)] : []),
    ...channel(situation, trouble),
    ...(isCurrent ? [...thresholds(situation), ...expiring(situation), ...nextStep(situation)] : []),
    ...stale(situation),
    ...(isCurrent ? backToNormal(situation, given) : []),
  ].filter(({ event, level }) => level > (told.get(event) ?? 0))
}

/** Whether a wall clock stands between two times, past midnight where the first is the later. */
export function isQuiet(quiet: AlertSettings['quiet'], zone: string, now: string): boolean {
  if (quiet === null) return false
  const time = timeIn(zone, now).slice('YYYY-MM-DDT'.length)
  const { from, to } = quiet
  return from <= to ? from <= time && time < to : time >= from || time < to
}

/** One event a cycle, an expiry or a trip. */
const untilOf = ({ end }: Situation): string => end?.lastDay ?? 'open'

function runOut(situation: Situation): Alert[] {
  const { outlook, end, standing, today } = situation
  const risk = outlook?.runOutProbability
  if (!outlook || risk == null || risk < LIKELY || end === null || outlook.runOutDate === null) return []
  const { amount } = standing.usable
  const isOut = amount.kind === 'known' && amount.highBytes === 0
  const days = isOut ? 0 : Math.max(0, daysBetween(today, outlook.runOutDate))
  const level = isOut ? 3 : risk >= NEARLY_SURE || days <= NEAR_DAYS ? 2 : 1
  const event = `run-out ${untilOf(situation)}`
  const date = outlook.runOutDate < today ? today : outlook.runOutDate
  return [{ kind: 'runOut', event, level, probability: risk, date, days, end, isOut }]
}

const THROTTLED = 'throttled '

function throttled(situation: Situation): Alert[] {
  if (situation.standing.throttled !== true) return []
  return [{ kind: 'throttled', event: THROTTLED + untilOf(situation), level: 1 }]
}

/** Only to whom the slow speed was told, and once: when it is said to be over, or new data has begun. */
function backToNormal(situation: Situation, given: readonly AlertGiven[]): Alert[] {
  const { standing } = situation
  const last = given
    .filter(({ event }) => event.startsWith(THROTTLED))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
  const { amount } = standing.usable
  // With nothing left no speed is normal, whatever nobody says.
  if (!last || standing.throttled === true || (amount.kind === 'known' && amount.highBytes === 0)) return []
  const isNewCycle = last.event !== THROTTLED + untilOf(situation) && standing.kept!.moment > last.at
  if (standing.throttled !== false && !isNewCycle) return []
  return [{ kind: 'backToNormal', event: `normal after ${last.event}`, level: 1 }]
}

function thresholds(situation: Situation): Alert[] {
  const { line, usable, allowance } = situation.standing
  const leftBytes = exactBytes(usable.amount)
  if (leftBytes === null) return []
  return (line.alerts?.thresholds ?? []).flatMap((threshold): Alert[] => {
    const wholeBytes = allowance.kind === 'known' ? allowance.lowBytes : null
    const isShare = 'leftShare' in threshold
    const limit = isShare ? (wholeBytes === null ? null : wholeBytes * threshold.leftShare) : threshold.leftBytes
    if (limit === null || leftBytes >= limit) return []
    const name = isShare ? `${threshold.leftShare} of all` : `${threshold.leftBytes} bytes`
    return [{ kind: 'threshold', event: `below ${name} ${untilOf(situation)}`, level: 1, threshold, leftBytes }]
  })
}

/** What was bought, given or carried over, and what ends for good: a plan's own data simply begins anew. */
function expiring({ outlook, today, end }: Situation): Alert[] {
  return (outlook?.supplies ?? []).flatMap(({ supply, unusedBytes }): Alert[] => {
    const { grant, name, leftBytes, lastDay } = supply
    const isOwn = grant === 'topUp' || grant === 'gift' || grant === 'carryOver' || end?.with === 'expiry'
    if (!isOwn || lastDay === null || unusedBytes < Math.max(WORTH_BYTES, leftBytes * WORTH_SHARE)) return []
    const days = daysBetween(today, lastDay)
    if (days < 0 || days > EXPIRING_DAYS) return []
    return [{ kind: 'expiring', event: `ends ${lastDay} ${grant} ${name}`, level: 1, name, unusedBytes, lastDay }]
  })
}

function nextStep(situation: Situation): Alert[] {
  const { outlook, standing } = situation
  if (!standing.nextStep || !outlook) return []
  const { leftBytes, yen } = standing.nextStep
  const probability = probabilityAbove(outlook.useBytes, leftBytes)
  if (probability < LIKELY && leftBytes > STEP_BYTES) return []
  return [{ kind: 'nextStep', event: `step ${yen} yen ${untilOf(situation)}`, level: 1, leftBytes, yen, probability }]
}

/** Told again each time it has become twice as old; after a reset or an expiry, counted from there. */
function stale(situation: Situation): Alert[] {
  const { kept } = situation.standing
  const age = ageOf(situation)
  const { usable, outdated, line } = situation.standing
  // There is nothing to read of data that has ended for good, and nothing runs out of what has no limit.
  const isIdle = outdated === 'expiry' || (usable.amount.kind === 'unlimited' && !line.plan?.steps.length)
  if (kept === null || age === null || isIdle || age.days <= age.limitDays) return []
  const level = 1 + Math.floor(Math.log2(age.days / age.limitDays))
  return [{ kind: 'stale', event: `stale ${kept.id}`, level, days: Math.floor(daysOf(kept.moment, situation.now)) }]
}

/** A carrier that waits for a person; the same trouble is one event until something is read again. */
function channel({ standing }: Situation, trouble: Trouble | null): Alert[] {
  if (trouble === null || FAILURES[trouble.failure.code] !== 'after-a-person') return []
  const { code } = trouble.failure
  return [{ kind: 'channel', event: `channel ${code} ${standing.kept?.id ?? ''}`, level: 1, code }]
}
