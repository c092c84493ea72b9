import type { Plan as CarrierPlan, Rules, TopUp } from '../carriers/rules.ts'
import type { Plan } from '../core/line.ts'
import { daysBetween } from './dates.ts'
import type { Situation } from './situation.ts'

/** What a plan costs in a month, expected over the likely uses of one; before discounts. */
export interface MonthlyCost {
  /** The plan itself, by use where its price depends on it; null where nobody says. */
  readonly planYen: number | null
  /** What is missing, bought at the carrier's best price; null where something is missing and nobody says at what price. */
  readonly topUpYen: number | null
  /** 0 to 1: of months in which its data does not suffice. */
  readonly runOutShare: number
}

/** Another plan of the carrier, against the present one. */
export interface PlanChoice {
  readonly name: string
  /** Null: unlimited. */
  readonly bytes: number | null
  /** A month, with top-ups as far as their price is known; null where the plan's own is not. */
  readonly yen: number | null
  readonly presentYen: number
  /** What these come from. */
  readonly cost: MonthlyCost
  readonly present: MonthlyCost
  /** Whether it is also the smallest that the largest of the last three months fits into; null where none was seen whole. */
  readonly fitsLargestMonth: boolean | null
  /** The date on which somebody last looked at the oldest of the prices. */
  readonly checked: string
  readonly pricesOld: boolean
}

/** Less than this a month is not worth the trouble. */
const WORTH_YEN = 200
/** Carriers change their plans about twice a year. */
const OLD_DAYS = 180
/** A plan that runs out in more than one month of five, with nothing to buy, is none to be advised; the present one is to be left. */
const MOST_RUN_OUT_SHARE = 0.2
/** One month says nothing of the next; two begin to. */
const FEWEST_MONTHS = 2

type Claimed<Value> = { readonly value: Value; readonly sources: readonly [{ readonly checked: string }, ...unknown[]] }

/** The cheapest other plan that is worth the change; none where use, prices or the present plan are not known. */
export function changePlan({ standing, rules, monthUseBytes, pastMonthsBytes, today }: Situation): PlanChoice[] {
  const { plan, cycle, tripEnd } = standing.line
  const listed = plan && listedAs(plan)
  const uses = monthUseBytes ?? (pastMonthsBytes.length >= FEWEST_MONTHS ? pastMonthsBytes : null)
  // A price a month says nothing of data that is bought for some days, nor to who leaves.
  if (!listed || !rules || uses === null || tripEnd !== null || !isMonthly(rules.cycle?.value ?? cycle)) return []
  const present = costOf(listed, rules, uses)
  const presentYen = totalOf(present)
  if (presentYen === null) return []
  const largest = pastMonthsBytes.length === 0 ? null : Math.max(...pastMonthsBytes)
  const open = rules.plans.filter(({ value }) => value.closed !== true)
  const choices = open
    .filter(({ value }) => value.name !== listed.name)
    .map((claimed): PlanChoice => {
      const cost = costOf(claimed.value, rules, uses)
      const checked = oldestOf([claimed, ...(cost.topUpYen || present.topUpYen ? rules.topUps : [])])
      return {
        name: claimed.value.name,
        bytes: claimed.value.bytes,
        yen: totalOf(cost),
        presentYen,
        cost,
        present,
        fitsLargestMonth: largest === null ? null : isSmallestFor(largest, claimed.value, open),
        checked,
        pricesOld: daysBetween(checked, today) > OLD_DAYS,
      }
    })
  const priced = choices.filter(isWorthIt).toSorted((a, b) => (a.yen ?? Infinity) - (b.yen ?? Infinity))
  return (priced.length > 0 ? priced : choices.filter(isWorthAsking)).slice(0, 1)
}

/** Cheaper by more than a trifle and no worse, or the way out of running out again and again. */
function isWorthIt({ yen, presentYen, cost, present }: PlanChoice): boolean {
  if (yen === null) return false
  const [without, withoutNow] = [withoutShare(cost), withoutShare(present)]
  const isSafer = withoutNow > MOST_RUN_OUT_SHARE && without < withoutNow / 2
  return isSafer || (presentYen - yen >= WORTH_YEN && without <= Math.max(MOST_RUN_OUT_SHARE, withoutNow))
}

/** Nobody knows what it costs, but the present one keeps running out and this one would not. */
const isWorthAsking = ({ yen, cost, present }: PlanChoice): boolean =>
  yen === null && present.runOutShare > MOST_RUN_OUT_SHARE && cost.runOutShare < present.runOutShare / 2

/** Of months in which there is nothing to go on with at a known price. */
const withoutShare = ({ topUpYen, runOutShare }: MonthlyCost): number => (topUpYen === null ? runOutShare : 0)

const totalOf = ({ planYen, topUpYen }: MonthlyCost): number | null =>
  planYen === null ? null : planYen + (topUpYen ?? 0)

const isMonthly = (cycle: { readonly kind: string } | null): boolean =>
  cycle === null || cycle.kind === 'calendarMonth' || cycle.kind === 'closingDay'

const oldestOf = (claims: readonly Claimed<unknown>[]): string =>
  claims.map(({ sources }) => sources[0].checked).toSorted()[0]!

/** The line's own plan as the carrier would list it; null where its price or size is not known. */
function listedAs({ name, allowance, yen, steps }: Plan): CarrierPlan | null {
  if (yen === null || allowance.kind === 'unknown') return null
  const bytes = allowance.kind === 'known' ? allowance.highBytes : null
  const lower = steps.flatMap(({ upToBytes, yen: price }) =>
    upToBytes === null ? [] : [{ bytes: upToBytes, yen: price }],
  )
  return { name: name ?? '', bytes, yen, ...(lower.length > 0 ? { steps: lower } : {}) }
}

/** Over months with these uses, each as likely as the others, whatever the month before was. */
function costOf({ bytes, yen, steps = [] }: CarrierPlan, rules: Rules, uses: readonly number[]): MonthlyCost {
  const topUps = rules.topUps.map(({ value }) => value).filter(({ only }) => only === undefined)
  const missing =
    bytes === null ? [] : uses.flatMap((use) => leftOver(bytes, rules, uses).map((more) => use - bytes - more))
  const bought = missing.map((each) => (each > 0 ? cheapestFor(each, topUps) : 0))
  return {
    planYen:
      yen === null ? null : Math.round(meanOf(uses.map((use) => steps.find((step) => use <= step.bytes)?.yen ?? yen))),
    topUpYen: bought.includes(null) ? null : Math.round(meanOf(bought)),
    runOutShare: missing.length === 0 ? 0 : missing.filter((each) => each > 0).length / missing.length,
  }
}

/** What a month may find of the one before, at most as much as the plan has; nothing where the carrier carries nothing over. */
const leftOver = (bytes: number, { carryOver }: Rules, uses: readonly number[]): number[] =>
  carryOver?.value === 'nextMonth' ? uses.map((before) => Math.max(0, bytes - before)) : [0]

/** Yen for so many bytes in pieces of one kind; null where none has a price. */
function cheapestFor(missingBytes: number, topUps: readonly TopUp[]): number | null {
  const prices = topUps.flatMap(({ bytes, yen }) => (yen === null ? [] : [Math.ceil(missingBytes / bytes) * yen]))
  return prices.length === 0 ? null : Math.min(...prices)
}

const meanOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, each) => sum + (each ?? 0), 0) / Math.max(1, values.length)

/** Billmonitor's and the carriers' own rule of thumb: the smallest plan that the largest of three months fits into. */
function isSmallestFor(largest: number, plan: CarrierPlan, open: readonly { readonly value: CarrierPlan }[]): boolean {
  const size = ({ bytes }: CarrierPlan): number => bytes ?? Infinity
  const fitting = open.map(({ value }) => value).filter((each) => size(each) >= largest)
  return size(plan) >= largest && fitting.every((each) => size(each) >= size(plan))
}
