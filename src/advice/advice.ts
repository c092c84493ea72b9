import { changePlan } from './plan-choice.ts'
import { DAY_MILLISECONDS, daysBetween } from './dates.ts'
import { ACCEPTED_RISK, LIKELY } from './risk.ts'
import { savings, type Saving } from './savings.ts'
import type { Situation } from './situation.ts'
import { topUp, type TopUpChoice } from './top-up.ts'
import type { PlanChoice } from './plan-choice.ts'

/** One thing that its owner may do about a line, with the figures that speak for it. */
export type Advice = {
  /** The forecast that it rests on knows little of this line. */
  readonly isUncertain: boolean
} & (
  | { readonly kind: 'readAgain'; readonly why: 'nothingRead' | 'reset' | 'expiry' }
  | { readonly kind: 'fine'; readonly lastDay: string }
  | ({ readonly kind: 'topUp' } & TopUpChoice)
  | {
      /** Do without until the data begins anew. */
      readonly kind: 'wait'
      /** YYYY-MM-DD: the last day without. */
      readonly lastDay: string
      readonly days: number
      /** Bits a second in the meantime, 0 where the data stops; null where nobody says. */
      readonly speedBitsPerSecond: number | null
    }
  | {
      readonly kind: 'useLess'
      readonly bytesPerDay: number
      readonly usualBytesPerDay: number
      readonly lastDay: string
      /** What saves most, first. */
      readonly savings: readonly Saving[]
    }
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
    }
  | ({ readonly kind: 'changePlan' } & PlanChoice)
)

/** Somebody can do with a third less for some days; with much less hardly anybody does. */
const EASY_SHARE = 0.35
/** At a megabit a second maps and messages work; a day without data is borne. */
const USABLE_BITS_PER_SECOND = 1_000_000
const BORNE_DAYS = 1
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
  if (outlook === null) return []
  const isUncertain = outlook.restsOnPrior
  const advice = [
    ...aboutRunningOut(situation),
    ...belowStep(situation),
    ...beforeItEnds(situation),
    ...changePlan(situation).map((choice) => ({ kind: 'changePlan', ...choice }) as const),
  ].map((each): Advice => ({ ...each, isUncertain }))
  const risk = outlook.runOutProbability
  const isFine = risk !== null && risk < ACCEPTED_RISK
  return isFine ? [...advice, { kind: 'fine', lastDay: outlook.lastDay, isUncertain }] : advice
}

/** Distributes over the kinds, which `Omit` does not. */
type Unmarked<A> = A extends Advice ? Omit<A, 'isUncertain'> : never

/** What to do when it may run out: use less where that is easy, wait where it is short or bearable, else buy. */
function aboutRunningOut(situation: Situation): Unmarked<Advice>[] {
  const { outlook } = situation
  const risk = outlook?.runOutProbability
  if (!outlook || risk == null || risk < ACCEPTED_RISK) return []
  const less = useLess(situation)
  const bought = topUp(situation).map((choice) => ({ kind: 'topUp', ...choice }) as const)
  const waiting = wait(situation)
  const isEasy = less !== null && less.bytesPerDay >= less.usualBytesPerDay * (1 - EASY_SHARE)
  const isBearable =
    waiting !== null && (waiting.days <= BORNE_DAYS || (waiting.speedBitsPerSecond ?? 0) >= USABLE_BITS_PER_SECOND)
  const [easy, hard] = less === null ? [[], []] : isEasy ? [[less], []] : [[], [less]]
  const [short, long] = waiting === null ? [[], []] : isBearable ? [[waiting], []] : [[], [waiting]]
  return [...easy, ...short, ...bought, ...hard, ...long]
}

function useLess({ outlook }: Situation): Extract<Unmarked<Advice>, { kind: 'useLess' }> | null {
  if (!outlook?.lastingBytesPerDay) return null
  const days = daysBetween(outlook.today, outlook.lastDay) + 1
  const usual = outlook.useBytes[Math.floor(outlook.useBytes.length / 2)]! / days
  if (usual <= outlook.lastingBytesPerDay) return null
  return {
    kind: 'useLess',
    bytesPerDay: outlook.lastingBytesPerDay,
    usualBytesPerDay: Math.round(usual),
    lastDay: outlook.lastDay,
    savings: savings(),
  }
}

/** From the likely run-out to a reset; only where there is one, and where running out is likely. */
function wait({ outlook, end, rules, standing, today }: Situation): Extract<Unmarked<Advice>, { kind: 'wait' }> | null {
  if (end?.with !== 'reset' || !outlook?.runOutDate || outlook.runOutProbability! < LIKELY) return null
  const from = outlook.runOutDate < today ? today : outlook.runOutDate
  const plan = standing.line.plan?.name
  const throttles = (rules?.throttles ?? []).map(({ value }) => value).filter(({ beyondBytes }) => !beyondBytes)
  const own = throttles.find((throttle) => throttle.plan !== undefined && throttle.plan === plan)
  const general = throttles.find((throttle) => throttle.plan === undefined)
  return {
    kind: 'wait',
    lastDay: end.lastDay,
    days: Math.max(1, daysBetween(from, end.lastDay)),
    speedBitsPerSecond: (own ?? general)?.speedBitsPerSecond ?? null,
  }
}

function belowStep({ standing, outlook, end, today }: Situation): Unmarked<Advice>[] {
  const { nextStep, line } = standing
  if (!nextStep || !outlook || end?.with !== 'reset') return []
  const probability = shareAbove(outlook.useBytes, nextStep.leftBytes)
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

const shareAbove = (useBytes: readonly number[], bytes: number): number =>
  useBytes.filter((use) => use > bytes).length / useBytes.length

/** Data that was bought or given, and that ends unused: use it first, or while it lasts. */
function beforeItEnds({ outlook, today, end }: Situation): Unmarked<Advice>[] {
  const soon = new Date(Date.parse(today) + SOON_DAYS * DAY_MILLISECONDS).toISOString().slice(0, today.length)
  return (outlook?.supplies ?? []).flatMap(({ supply, unusedBytes }) => {
    const { grant, name, leftBytes, lastDay } = supply
    const isOwn = grant === 'topUp' || grant === 'gift' || grant === 'carryOver' || end?.with === 'expiry'
    const isWorthIt = unusedBytes >= WORTH_BYTES && unusedBytes >= leftBytes * WORTH_SHARE
    if (!isOwn || !isWorthIt || lastDay === null || lastDay > soon || lastDay < today) return []
    return [{ kind: 'useBeforeItEnds', name, unusedBytes, lastDay } as const]
  })
}
