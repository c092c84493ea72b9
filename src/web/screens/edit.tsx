import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { CARRIERS } from '../../carriers/index.ts'
import { DEFAULT_ZONE, type CycleClock } from '../../core/cycle.ts'
import type { Line } from '../../core/line.ts'
import { cycleFrom, fieldsFrom, nameFrom, planOf, type WrittenFields } from '../../jobs/line-fields.ts'
import { addLine, editLine, removeLine } from '../../jobs/lines.ts'
import { UNSAID } from '../../ledger/lines.ts'
import type { LineFields } from '../../ledger/records.ts'
import { amountText } from '../../text/format.ts'
import { clockText, LEDGER_SENTENCES } from '../../text/ledger.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { language } from '../language.ts'
import { instant, lines, withLedger } from '../ledger.ts'
import { newLineFields } from '../new-line.ts'
import { go } from '../route.ts'
import { tell } from '../toast.ts'

const [say, ledger] = [WEB_SENTENCES[language].edit, LEDGER_SENTENCES[language]]
const CYCLES = ['month', '10', '15', '20', '25', '31', 'daily', 'none']
/** What somebody chooses to leave as it is, and what no list has. */
const [AS_IS, OTHER] = ['', 'other']

/** A new line, or one to change. */
export function Edit({ lineId }: { lineId: string | null }): JSX.Element | null {
  const line = lines.value?.find(({ id }) => id === lineId) ?? null
  return lineId !== null && line === null ? null : <LineForm key={lineId} line={line} />
}

function LineForm({ line }: { line: Line | null }): JSX.Element {
  const [name, carrierId] = [useSignal(line?.name ?? ''), useSignal(line?.carrier ?? '')]
  const [plan, allowance, price] = [useSignal(AS_IS), useSignal(''), useSignal('')]
  const [cycle, tripEnd] = [useSignal(AS_IS), useSignal(line?.tripEnd ?? '')]
  const [alertAt, quiet] = [useSignal(thresholdsOf(line)), useSignal(quietOf(line))]
  const suffix = useSignal(line?.numberSuffix ?? '')
  const mistake = useSignal<string | null>(null)
  const carrier = CARRIERS.find(({ id }) => id === carrierId.value) ?? null
  const plans = (carrier?.rules.plans ?? []).map(({ value }) => value)
  const save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const named = nameFrom(name.value)
    const known = plans.find((each) => each.name === plan.value)
    const written: WrittenFields = {
      ...(plan.value === OTHER && { allowance: allowance.value, price: price.value || undefined }),
      cycle: cycle.value || undefined,
      'trip-end': tripEnd.value || 'none',
      'alert-at': alertAt.value || 'none',
      quiet: quiet.value || 'none',
      'line-number': suffix.value || 'none',
    }
    const parsed = fieldsFrom(written, carrier, line, instant())
    if (!named.ok || !parsed.ok) {
      mistake.value = !named.ok ? named.mistake(ledger) : !parsed.ok ? parsed.mistake(ledger) : null
      return
    }
    const changed = {
      ...parsed.value,
      name: named.value,
      carrier: carrierId.value || null,
      ...(known !== undefined && { plan: planOf(known, carrier?.unit?.value ?? null) }),
    }
    const saved = await withLedger((store) =>
      line === null
        ? addLine(store, { ...UNSAID, ...newLineFields(changed.carrier), ...changed }, instant())
        : editLine(store, line, differing(line, changed), instant()),
    )
    if (saved === null) mistake.value = ledger.nameTaken(name.value)
    else go({ screen: 'line', lineId: saved.id }, { replace: true })
  }
  return (
    <form class="card edit" onSubmit={(event) => void save(event)}>
      <h1>{line === null ? say.newLine : say.title(line.name)}</h1>
      <label class="field">
        <span>{ledger.ask.name}</span>
        <input required maxLength={60} autoComplete="off" value={name.value} onInput={into(name)} />
      </label>
      <label class="field">
        <span>{ledger.ask.carrier}</span>
        <select value={carrierId.value} onChange={into(carrierId)}>
          <option value="">{ledger.ask.otherCarrier}</option>
          {CARRIERS.map(({ id, names }) => (
            <option key={id} value={id}>
              {names[language]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{ledger.ask.plan}</span>
        <select value={plan.value} onChange={into(plan)}>
          <option value={AS_IS}>{planText(line) ?? say.unsaid}</option>
          {plans.map((each) => (
            <option key={each.name} value={each.name}>
              {[each.name, ...(each.yen === null ? [] : [ledger.yen(each.yen)])].join('  ')}
            </option>
          ))}
          <option value={OTHER}>{say.otherPlan}</option>
        </select>
      </label>
      {plan.value === OTHER && (
        <div class="beside">
          <label class="field">
            <span>{ledger.ask.allowance}</span>
            <input required placeholder="20GB" autoComplete="off" value={allowance.value} onInput={into(allowance)} />
          </label>
          <label class="field">
            <span>{say.price}</span>
            <input
              inputMode="numeric"
              placeholder="2980"
              autoComplete="off"
              value={price.value}
              onInput={into(price)}
            />
          </label>
        </div>
      )}
      <label class="field">
        <span>{ledger.ask.cycle}</span>
        <select value={cycle.value} onChange={into(cycle)}>
          <option value={AS_IS}>{line?.cycle == null ? say.asCarrier : clockText(line.cycle, ledger)}</option>
          {clocks(instant()).map(({ value, clock }) => (
            <option key={value} value={value}>
              {clockText(clock, ledger)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{ledger.ask.tripEnd}</span>
        <input type="date" value={tripEnd.value} onInput={into(tripEnd)} />
      </label>
      <details>
        <summary>{say.more}</summary>
        <label class="field">
          <span>{say.alertAt}</span>
          <input placeholder="1GB, 20%" autoComplete="off" value={alertAt.value} onInput={into(alertAt)} />
        </label>
        <label class="field">
          <span>{say.quiet}</span>
          <input placeholder="22:00-07:00" autoComplete="off" value={quiet.value} onInput={into(quiet)} />
        </label>
        <label class="field">
          <span>{say.suffix}</span>
          <input
            inputMode="numeric"
            placeholder="1234"
            autoComplete="off"
            value={suffix.value}
            onInput={into(suffix)}
          />
        </label>
      </details>
      {mistake.value !== null && <p role="alert">{mistake.value}</p>}
      <div class="beside">
        <button class="button" type="submit">
          {say.save}
        </button>
        {line !== null && (
          <button class="button danger" type="button" onClick={() => void remove(line)}>
            {say.remove}
          </button>
        )}
      </div>
    </form>
  )
}

const into =
  (signal: { value: string }) =>
  ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLSelectElement }): void => {
    signal.value = currentTarget.value
  }

/** Those fields that are other than they were. */
const differing = (line: Line, fields: Partial<LineFields>): Partial<LineFields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => JSON.stringify(line[field as keyof Line]) !== JSON.stringify(value),
    ),
  )

async function remove(line: Line): Promise<void> {
  if (!confirm(ledger.removeAsk(line.name))) return
  await withLedger((store) => removeLine(store, line, instant()))
  tell(ledger.removed(line.name))
  go({ screen: 'home' }, { replace: true })
}

const clocks = (now: string): { value: string; clock: CycleClock }[] =>
  CYCLES.flatMap((value) => {
    const parsed = cycleFrom(value, undefined, DEFAULT_ZONE, now)
    return parsed.ok && parsed.value !== undefined ? [{ value, clock: parsed.value }] : []
  })

function planText(line: Line | null): string | null {
  if (line?.plan == null) return null
  const { name, allowance } = line.plan
  return name ?? (allowance.kind === 'known' ? amountText(allowance) : null)
}

const thresholdsOf = (line: Line | null): string =>
  (line?.alerts?.thresholds ?? [])
    .map((each) => ('leftShare' in each ? `${Math.round(each.leftShare * 100)}%` : `${each.leftBytes / 1e9}GB`))
    .join(', ')

const quietOf = (line: Line | null): string => {
  const quiet = line?.alerts?.quiet
  return quiet == null ? '' : `${quiet.from}-${quiet.to}`
}
