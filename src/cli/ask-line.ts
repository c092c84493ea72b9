import { isCancel, select, text } from '@clack/prompts'
import { CARRIERS } from '../carriers/index.ts'
import { DEFAULT_ZONE, type CycleClock } from '../core/cycle.ts'
import { UNKNOWN } from '../core/amount.ts'
import type { Plan } from '../core/line.ts'
import type { LineFields } from '../ledger/records.ts'
import { clockText, LEDGER_SENTENCES } from '../text/ledger.ts'
import { amountFrom, clockOf, cycleFrom, dateFrom, nameFrom, planOf, type Parsed } from '../jobs/line-fields.ts'
import type { Session } from './session.ts'

type Said = Partial<LineFields> & { readonly name: string }

/** Asks on a terminal for what the flags left open; null when the person has had enough. */
export async function askLine(said: Said, session: Session): Promise<Said | null> {
  const say = LEDGER_SENTENCES[session.language]
  const asked: { -readonly [Field in keyof Said]: Said[Field] } = { ...said }
  const checked =
    (parse: (typed: string) => Parsed<unknown>) =>
    (typed: string | undefined): string | undefined => {
      const parsed = parse(typed ?? '')
      return parsed.ok ? undefined : parsed.mistake(say)
    }
  if (asked.name === '') {
    const name = await text({ message: say.ask.name, validate: checked(nameFrom) })
    if (isCancel(name)) return null
    asked.name = name
  }
  if (asked.carrier === undefined) {
    const known = CARRIERS.map(({ id, names }) => ({ value: id, label: names[session.language] }))
    const options = [...known, { value: '', label: say.ask.otherCarrier }]
    const id = await select({ message: say.ask.carrier, options, maxItems: 12 })
    if (isCancel(id)) return null
    asked.carrier = id === '' ? null : id
  }
  const carrier = CARRIERS.find(({ id }) => id === asked.carrier) ?? null
  if (asked.plan === undefined) {
    const plan = await askPlan(carrier, session)
    if (plan === 'enough') return null
    asked.plan = plan
  }
  if (asked.cycle === undefined) {
    const cycle = clockOf(carrier?.rules.cycle?.value ?? null, DEFAULT_ZONE) ?? (await askCycle(session))
    if (cycle === 'enough') return null
    asked.cycle = cycle
  }
  if (asked.tripEnd === undefined) {
    const date = await text({
      message: say.ask.tripEnd,
      placeholder: say.ask.tripEndHint,
      validate: checked((typed) => dateFrom(typed.trim() || undefined)),
    })
    if (isCancel(date)) return null
    asked.tripEnd = date?.trim() || null
  }
  return asked
}

async function askPlan(carrier: (typeof CARRIERS)[number] | null, session: Session): Promise<Plan | null | 'enough'> {
  const say = LEDGER_SENTENCES[session.language]
  const base = carrier?.unit?.value ?? null
  const plans = (carrier?.rules.plans ?? []).map(({ value }) => value)
  if (plans.length > 0) {
    const options = plans.map(({ name, yen }, index) => ({
      value: index,
      label: yen === null ? name : `${name}  ${say.yen(yen)}`,
    }))
    const index = await select({
      message: say.ask.plan,
      options: [...options, { value: -1, label: say.ask.otherPlan }],
      maxItems: 12,
    })
    if (isCancel(index)) return 'enough'
    if (index >= 0) return planOf(plans[index]!, base)
  }
  const amount = await text({
    message: say.ask.allowance,
    placeholder: say.ask.allowanceHint,
    validate: (typed) => {
      const parsed = typed === undefined || typed.trim() === '' ? null : amountFrom(typed, base)
      return parsed === null || parsed.ok ? undefined : parsed.mistake(say)
    },
  })
  if (isCancel(amount)) return 'enough'
  const parsed = amount === undefined || amount.trim() === '' ? null : amountFrom(amount, base)
  return parsed?.ok ? { name: null, allowance: parsed.value ?? UNKNOWN, yen: null, steps: [] } : null
}

async function askCycle(session: Session): Promise<CycleClock | null | 'enough'> {
  const say = LEDGER_SENTENCES[session.language]
  const choices = ['month', '10', '20', '31', '30d', 'daily', 'none'].flatMap((value) => {
    const parsed = cycleFrom(value, undefined, DEFAULT_ZONE, session.now)
    return parsed.ok && parsed.value !== undefined ? [{ value, clock: parsed.value }] : []
  })
  const options = choices.map(({ value, clock }) => ({ value, label: clockText(clock, say) }))
  const chosen = await select({
    message: say.ask.cycle,
    options: [...options, { value: '', label: say.ask.otherPlan }],
  })
  if (isCancel(chosen)) return 'enough'
  return choices.find(({ value }) => value === chosen)?.clock ?? null
}
