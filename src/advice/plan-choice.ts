import type { Plan as CarrierPlan, Rules } from '../carriers/rules.ts'
import type { Plan } from '../core/line.ts'
import { daysBetween } from './dates.ts'
import type { Situation } from './situation.ts'

/** Another plan of the carrier, against the present one. */
export interface PlanChoice {
  readonly name: string
  /** Yen a month, top-ups included, as the use of the month to come is likely. */
  readonly yen: number
  readonly presentYen: number
  /** 0 to 1: of months in which it runs out, where no price of a top-up is known. */
  readonly runOutShare: number
  readonly presentRunOutShare: number
  /** Whether it is also the smallest that the largest of the last three months fits into; null where none was seen whole. */
  readonly fitsLargestMonth: boolean | null
  /** The date on which somebody last looked at the prices; older than half a year they may have changed. */
  readonly checked: string
  readonly pricesOld: boolean
}

/** Less than this a month is not worth the trouble. */
const WORTH_YEN = 200
/** Carriers change their plans about twice a year. */
const OLD_DAYS = 180
/** A plan that runs out more often, with nothing to buy, is none to be advised. */
const MOST_RUN_OUT_SHARE = 0.2

/** What a plan costs in a month, told from the likely uses of one. */
interface Cost {
  readonly yen: number
  readonly runOutShare: number
}

/** The cheapest other plan that is worth the change; none where use, prices or the present plan are not known. */
export function changePlan({ standing, rules, monthUseBytes, pastMonthsBytes, today }: Situation): PlanChoice[] {
  const { plan } = standing.line
  const present = plan && presentPlan(plan)
  if (!present || !rules || !monthUseBytes) return []
  const now = costOf(present, rules, monthUseBytes)
  if (now === null) return []
  const open = rules.plans.filter(({ value }) => value.closed !== true && value.name !== plan.name)
  const largest = pastMonthsBytes.length === 0 ? null : Math.max(...pastMonthsBytes)
  const choices = open.flatMap(({ value, sources }) => {
    const cost = costOf(value, rules, monthUseBytes)
    if (cost === null || cost.runOutShare > Math.max(MOST_RUN_OUT_SHARE, now.runOutShare)) return []
    const isCheaper = now.yen - cost.yen >= WORTH_YEN
    const isSafer = now.runOutShare > MOST_RUN_OUT_SHARE && cost.runOutShare < now.runOutShare / 2
    if (!isCheaper && !isSafer) return []
    const { checked } = sources[0]
    const pricesOld = daysBetween(checked, today) > OLD_DAYS
    const fits =
      largest === null
        ? null
        : isSmallestFor(
            largest,
            value,
            rules.plans.map((each) => each.value),
          )
    return [
      {
        name: value.name,
        yen: Math.round(cost.yen),
        presentYen: Math.round(now.yen),
        runOutShare: cost.runOutShare,
        presentRunOutShare: now.runOutShare,
        fitsLargestMonth: fits,
        checked,
        pricesOld,
      },
    ]
  })
  return choices.sort((a, b) => a.yen - b.yen).slice(0, 1)
}

/** The line's own plan as the carrier would list it; null where its price or size is not known. */
function presentPlan({ name, allowance, yen, steps }: Plan): CarrierPlan | null {
  if (yen === null || allowance.kind === 'unknown') return null
  const bytes = allowance.kind === 'known' ? allowance.highBytes : null
  const lower = steps.flatMap(({ upToBytes, yen: price }) =>
    upToBytes === null ? [] : [{ bytes: upToBytes, yen: price }],
  )
  return { name: name ?? '', bytes, yen, ...(lower.length > 0 ? { steps: lower } : {}) }
}

/** Expected over the likely uses: the price by use, and what is missing bought at the carrier's best price. */
function costOf({ bytes, yen, steps = [] }: CarrierPlan, { topUps }: Rules, uses: readonly number[]): Cost | null {
  if (yen === null) return null
  const pieces = topUps.map(({ value }) => value)
  const piecePrice = (missing: number): number =>
    Math.min(...pieces.map((each) => (each.yen === null ? Infinity : Math.ceil(missing / each.bytes) * each.yen)))
  let [sum, runOuts] = [0, 0]
  for (const use of uses) {
    sum += steps.find((step) => use <= step.bytes)?.yen ?? yen
    const missing = bytes === null ? 0 : Math.max(0, use - bytes)
    if (missing === 0) continue
    const price = piecePrice(missing)
    if (price === Infinity) runOuts += 1
    else sum += price
  }
  return { yen: sum / uses.length, runOutShare: runOuts / uses.length }
}

/** Billmonitor's and the carriers' own rule of thumb: the smallest plan that the largest of three months fits into. */
function isSmallestFor(largest: number, plan: CarrierPlan, plans: readonly CarrierPlan[]): boolean {
  const size = ({ bytes }: CarrierPlan): number => bytes ?? Infinity
  const fitting = plans.filter((each) => each.closed !== true && size(each) >= largest)
  return size(plan) >= largest && fitting.every((each) => size(each) >= size(plan))
}
