import type { Carrier } from '../carriers/carrier.ts'
import type { CarrierAlert, Cycle, Lasts, Plan, Throttle, TopUp } from '../carriers/rules.ts'
import type { Claim, Source } from '../core/source.ts'
import { bytesText, percentText, withSeparators } from '../text/format.ts'
import { meaningOf } from '../text/labels.ts'
import type { Language } from '../text/language.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { RULE_SENTENCES, type RuleSentences } from '../text/rules.ts'

/** One thing that is known of a carrier's lines, and who says so. */
export interface RuleLine {
  readonly text: string
  readonly sources: readonly Source[]
}

/** What is known of a carrier's lines, one sentence each; nothing where nothing is. */
export function ruleLines({ rules }: Pick<Carrier, 'rules'>, language: Language): RuleLine[] {
  const say = RULE_SENTENCES[language]
  const { cycle, carryOver, order, throttles, topUps, plans, alerts } = rules
  const grants = READ_SENTENCES[language].grants
  return [
    ...said(cycle, (value) => [cycleLine(value, say)]),
    ...said(carryOver, (value) => [value === 'none' ? say.noCarryOver : say.carryOver(lastsText(value, say))]),
    ...said(order, (value) => [say.order(value.map((grant) => grants[grant]).join(' → '))]),
    ...throttles.flatMap((each) => said(each, (value) => [throttleLine(value, say)])),
    ...topUps.flatMap((each) => said(each, (value) => [topUpLine(value, say)])),
    ...plans.flatMap((each) => said(each, (value) => [planLine(value, say)])),
    ...alerts.flatMap((each) => said(each, (value) => alertLines(value, say, language))),
  ]
}

const said = <T>(found: Claim<T> | null, sentences: (value: T) => string[]): RuleLine[] =>
  found === null ? [] : sentences(found.value).map((text) => ({ text, sources: found.sources }))

const LAST_OF_MONTH = 31
const size = (bytes: number): string => bytesText(bytes, 1000)
const price = (yen: number | null, say: RuleSentences): string =>
  yen === null ? say.priceUnknown : say.yen(withSeparators(yen))

function cycleLine(cycle: Cycle, say: RuleSentences): string {
  switch (cycle.kind) {
    case 'calendarMonth':
      return say.cycle.calendarMonth
    case 'closingDay':
      return say.cycle.closingDay(
        cycle.days.map((day) => (day === LAST_OF_MONTH ? say.cycle.lastDay : String(day))).join(' / '),
      )
    case 'validity':
      return cycle.counts === 'hours' ? say.cycle.validityHours : say.cycle.validityDays
    default:
      return say.cycle.daily(cycle.zone)
  }
}

const lastsText = (lasts: Lasts, say: RuleSentences): string =>
  typeof lasts === 'string' ? say.lasts[lasts] : say.lasts.days(lasts.days)

function throttleLine({ speedBitsPerSecond, beyondBytes, plan }: Throttle, say: RuleSentences): string {
  const speed =
    speedBitsPerSecond >= 1e6 ? `${speedBitsPerSecond / 1e6} Mbps` : `${Math.round(speedBitsPerSecond / 1e3)} kbps`
  const sentence =
    speedBitsPerSecond === 0
      ? say.stops
      : beyondBytes === undefined
        ? say.slower(speed)
        : say.slowerBeyond(speed, size(beyondBytes))
  return plan === undefined ? sentence : say.ofPlan(plan, sentence)
}

const topUpLine = ({ name, bytes, yen, lasts }: TopUp, say: RuleSentences): string =>
  say.topUp(name ?? say.topUpName, size(bytes), price(yen, say), lasts === null ? '' : lastsText(lasts, say))

function planLine({ name, bytes, yen, steps = [] }: Plan, say: RuleSentences): string {
  const cheaper = steps.map((step) => say.step(size(step.bytes), price(step.yen, say)))
  const whole = price(yen, say)
  return say.plan(name, bytes === null ? say.unlimited : size(bytes), [...cheaper, whole].join(' / '))
}

function alertLines({ at, by, optIn, path }: CarrierAlert, say: RuleSentences, language: Language): string[] {
  const when =
    typeof at === 'string'
      ? say.alert[at]
      : 'leftBytes' in at
        ? at.leftBytes === 0
          ? say.alert.usedUp
          : say.alert.left(size(at.leftBytes))
        : at.usedShare === 1
          ? say.alert.usedUp
          : say.alert.used(percentText(at.usedShare))
  const line = say.alertBy(when, by.map((way) => say.by[way]).join(' / '))
  if (optIn !== true || path === undefined) return [line]
  const labels = path.map((label) => {
    const meaning = meaningOf(label, language)
    return meaning === null ? `「${label}」` : `「${label}」 (${meaning})`
  })
  return [line, `${say.optIn} ${labels.join(' → ')}`]
}
