import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Line } from '../../core/line.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { language } from '../language.ts'
import { read } from '../reading.ts'
import { Icon } from './icon.tsx'

const say = WEB_SENTENCES[language].keypad
const UNITS = ['GB', 'MB'] as const
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0'] as const
/** No line has more digits than that. */
const MOST_DIGITS = 7

/** Types a figure that somebody sees or hears. It goes the way of all evidence, as a sentence. */
export function Keypad({ line }: { line: Line | null }): JSX.Element {
  const typed = useSignal('')
  const unit = useSignal<(typeof UNITS)[number]>('GB')
  const role = useSignal<'remaining' | 'used'>('remaining')
  const isFigure = /^\d+(?:\.\d+)?$/u.test(typed.value)
  const press = (key: string): void => {
    const next = typed.value === '0' && key !== '.' ? key : typed.value + key
    if (/^\d{1,5}(?:\.\d{0,2})?$/u.test(next) && next.length <= MOST_DIGITS) typed.value = next
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    if (isFigure)
      void read(
        { kind: 'text', text: say.sentences[role.value](`${typed.value} ${unit.value}`), channel: 'paste' },
        line,
      )
  }
  return (
    <details class="keypad">
      <summary>
        <Icon name="keypad" />
        {say.title}
      </summary>
      <form onSubmit={submit}>
        <Choice
          name="role"
          legend={say.which}
          options={[
            ['remaining', say.left],
            ['used', say.used],
          ]}
          chosen={role.value}
          choose={(value) => (role.value = value)}
        />
        <label class="keypad-figure">
          <span class="hidden">{say.figure}</span>
          <input
            inputMode="decimal"
            autoComplete="off"
            placeholder="0"
            value={typed.value}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value
                .normalize('NFKC')
                .replace(',', '.')
                .replace(/[^\d.]/gu, '')
              currentTarget.value = typed.value
            }}
          />
        </label>
        <Choice
          name="unit"
          legend={say.unit}
          options={UNITS.map((each) => [each, each] as const)}
          chosen={unit.value}
          choose={(value) => (unit.value = value)}
        />
        <div class="keys">
          {KEYS.map((key) => (
            <button key={key} type="button" onClick={() => press(key)}>
              {key}
            </button>
          ))}
          <button type="button" aria-label={say.erase} onClick={() => (typed.value = typed.value.slice(0, -1))}>
            <Icon name="erase" />
          </button>
        </div>
        <button class="button" type="submit" disabled={!isFigure}>
          {say.show}
        </button>
      </form>
    </details>
  )
}

/** One of a few, side by side. */
export const Choice = <Value extends string>({
  name,
  legend,
  options,
  chosen,
  choose,
}: {
  readonly name: string
  readonly legend: string
  readonly options: readonly (readonly [Value, string])[]
  readonly chosen: Value
  readonly choose: (value: Value) => void
}): JSX.Element => (
  <fieldset class="choice">
    <legend>{legend}</legend>
    {options.map(([value, label]) => (
      <label key={value}>
        <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
)
