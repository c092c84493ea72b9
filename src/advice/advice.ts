import { probabilityAbove } from '../forecast/outlook.ts'
import { daysOf, oldAfterDays } from './age.ts'
import { daysAfter, daysBetween } from './dates.ts'
import { changePlan, type PlanChoice } from './plan-choice.ts'
import { ACCEPTED_RISK } from './risk.ts'
import { aboutRunningOut, type RunOutAdvice } from './run-out.ts'
import type { Situation } from './situation.ts'

/** One thing that its owner may do about a line, with the figures that speak for it. */
export type Advice = {
  /** The forecast that it rests on knows little of this line. */
  readonly isUncertain: boolean
} & (
  | {
      readonly kind: 'readAgain'
      /** Nothing was read; what was read says nothing of what is left, has ended since, or is old. */
      readonly why: 'nothingRead' | 'unsaid' | 'reset' | 'expiry' | 'old'
    }
  | { readonly kind: 'fine'; readonly lastDay: string }
  | RunOutAdvice
  | {
      /** A price step is near: staying below it saves money. */
      readonly kind: 'stayBelow'
      readonly leftBytes: number
      readonly bytesPerDay: number
      readonly lastDay: string
      readonly yen: number
      readonly savesYen: number | null
      readonly probability: number
    }
  | {
      readonly kind: 'useBeforeItEnds'
      readonly name: string
      readonly unusedBytes: number
      readonly lastDay: string
      /** In the carrier's order of consumption: at once, or only after something else; null where nobody knows the order. */
      readonly turn: 'now' | 'later' | null
    }
  | ({ readonly kind: 'changePlan' } & PlanChoice)
)

/** Smaller leftovers than these are not worth a word. */
const WORTH_BYTES = 100_000_000
const WORTH_SHARE = 0.1
/** Nobody is told to hurry because of what ends later. */
const SOON_DAYS = 7

/** What to do about a line, the best first; empty where nothing is known that advice could rest on. */
export function adviseOn(situation: Situation): Advice[] {
  const { standing, outlook } = situation
  if (standing.kept === null) return [{ kind: 'readAgain', why: 'nothingRead', isUncertain: false }]
  if (standing.outdated !== null) return [{ kind: 'readAgain', why: standing.outdated, isUncertain: false }]
  const isUncertain = outlook?.restsOnPrior ?? false
  const advice = [
    ...aboutRunningOut(situation),
    ...belowStep(situation),
    ...beforeItEnds(situation),
    ...changePlan(situation).map((choice) => ({ kind: 'changePlan', ...choice }) as const),
    ...fine(situation),
  ].map((each): Advice => ({ ...each, isUncertain }))
  return [...readAgain(situation), ...advice]
}

/** Figures that say too little, or that were true too long ago, come before all that could rest on them. */
function readAgain(situation: Situation): Advice[] {
  const { kept, line, usable, used, throttled } = situation.standing
  if (usable.amount.kind === 'unknown' && used.kind === 'unknown' && throttled !== true)
    return [{ kind: 'readAgain', why: 'unsaid', isUncertain: false }]
  const isOld = kept !== null && daysOf(kept.moment, situation.now) > oldAfterDays(line, situation.now)
  return isOld ? [{ kind: 'readAgain', why: 'old', isUncertain: false }] : []
}

/** Distributes over the kinds, which `Omit` does not. */
type Unmarked<A> = A extends Advice ? Omit<A, 'isUncertain'> : never

function fine({ outlook }: Situation): Unmarked<Advice>[] {
  const risk = outlook?.runOutProbability ?? null
  return outlook === null || risk === null || risk >= ACCEPTED_RISK ? [] : [{ kind: 'fine', lastDay: outlook.lastDay }]
}

function belowStep({ standing, outlook, end, today }: Situation): Unmarked<Advice>[] {
  const { nextStep, line } = standing
  if (!nextStep || !outlook || end?.with !== 'reset') return []
  const probability = probabilityAbove(outlook.useBytes, nextStep.leftBytes)
  if (probability < ACCEPTED_RISK || probability > 1 - ACCEPTED_RISK) return []
  const steps = line.plan?.steps ?? []
  const present = steps[steps.findIndex(({ yen }) => yen === nextStep.yen) - 1]
  const days = daysBetween(today, end.lastDay) + 1
  return [
    {
      kind: 'stayBelow',
      leftBytes: nextStep.leftBytes,
      bytesPerDay: Math.floor(nextStep.leftBytes / days),
      lastDay: end.lastDay,
      yen: nextStep.yen,
      savesYen: present ? nextStep.yen - present.yen : null,
      probability,
    },
  ]
}

/** Data that was bought or given, and that ends unused, in the carrier's order of consumption. */
function beforeItEnds({ outlook, rules, today, end }: Situation): Unmarked<Advice>[] {
  const supplies = outlook?.supplies ?? []
  return supplies.flatMap(({ supply, unusedBytes }, index) => {
    const { grant, name, leftBytes, lastDay } = supply
    const isOwn = grant === 'topUp' || grant === 'gift' || grant === 'carryOver' || end?.with === 'expiry'
    const isWorthIt = unusedBytes >= WORTH_BYTES && unusedBytes >= leftBytes * WORTH_SHARE
    if (!isOwn || !isWorthIt || lastDay === null || lastDay > daysAfter(today, SOON_DAYS) || lastDay < today) return []
    const isLater = supplies.slice(0, index).some((earlier) => earlier.supply.leftBytes > 0)
    const turn = rules?.order == null ? null : isLater ? 'later' : 'now'
    return [{ kind: 'useBeforeItEnds', name, unusedBytes, lastDay, turn } as const]
  })
}
