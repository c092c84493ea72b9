import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Failure } from '../../core/failure.ts'
import type { Line } from '../../core/line.ts'
import type { Reading } from '../../core/reading.ts'
import { addLine } from '../../jobs/lines.ts'
import { keepReading, recordsOf } from '../../jobs/readings.ts'
import { wordsOf } from '../../jobs/say-reading.ts'
import { UNSAID } from '../../ledger/lines.ts'
import { standingOf } from '../../ledger/standing.ts'
import { askToPersist } from '../../store/indexeddb/persist.ts'
import { FAILURE_SENTENCES } from '../../text/failures.ts'
import { dateText } from '../../text/format.ts'
import { LEDGER_SENTENCES } from '../../text/ledger.ts'
import { READ_SENTENCES } from '../../text/read.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { language } from '../language.ts'
import { instant, lines, withLedger } from '../ledger.ts'
import { Buckets } from '../parts/buckets.tsx'
import { EvidenceText } from '../parts/evidence.tsx'
import { FailureNote } from '../parts/failure.tsx'
import { Figure } from '../parts/figure.tsx'
import { newLineFields } from '../new-line.ts'
import { read, result as onTable, type Result } from '../reading.ts'
import { go } from '../route.ts'
import { tell } from '../toast.ts'

const [say, words, failures, ledger] = [
  WEB_SENTENCES[language].add,
  READ_SENTENCES[language],
  FAILURE_SENTENCES[language],
  LEDGER_SENTENCES[language],
]

/** What was read, before it is kept: the figures, where each was read, and whose they are. */
export function ResultScreen(): JSX.Element | null {
  const result = onTable.value
  useEffect(() => {
    if (result === null) go(ADD, { replace: true })
  }, [])
  if (result === null) return null
  if (result.failure !== null) return <Failed result={result} failure={result.failure} />
  return (
    <section>
      <h1>{result.readings.length > 1 ? say.several(result.readings.length) : say.isRight}</h1>
      {result.readings.map((reading, index) => (
        <OneReading key={index} result={result} reading={reading} isOnly={result.readings.length === 1} />
      ))}
      <h2>{say.evidence}</h2>
      <EvidenceText text={result.text} readings={result.readings} />
      <button class="button quiet" type="button" onClick={putAside}>
        {say.notRight}
      </button>
    </section>
  )
}

/** Where something else is read. */
const ADD = { screen: 'add', lineId: null } as const

const putAside = (): void => {
  go(ADD, { replace: true })
  tell(say.putAside)
}

function Failed({ result, failure }: { result: Result; failure: Failure }): JSX.Element {
  const { what, next } = sentenceOf(failure, result)
  return (
    <section>
      <h1>{say.nothingFound}</h1>
      <FailureNote what={what} next={next} />
      {result.text !== '' && <EvidenceText text={result.text} readings={[]} />}
      <button class="button" type="button" onClick={() => go(ADD, { replace: true })}>
        {say.again}
      </button>
    </section>
  )
}

/** Pictures are read by nobody yet, and flags are for the command. */
function sentenceOf({ code, reason }: Failure, { evidence }: Result): { what: string; next: string } {
  if (evidence.kind === 'file' && evidence.file.type.startsWith('image/')) return say.picture
  if (reason === 'no-figures') return say.noFigures
  return reason === undefined ? failures.codes[code] : failures.unreadable[reason]
}

/** A line that is yet to be made. */
const NEW = 'new'

function OneReading({
  result,
  reading,
  isOnly,
}: {
  readonly result: Result
  readonly reading: Reading
  readonly isOnly: boolean
}): JSX.Element {
  const chosen = useSignal(result.line?.id ?? NEW)
  const name = useSignal(isOnly || reading.line === null ? '' : reading.line)
  const mistake = useSignal<string | null>(null)
  const isKept = useSignal(false)
  const line = lines.value?.find(({ id }) => id === chosen.value) ?? null
  const shown: Line = line ?? { ...UNSAID, ...newLineFields(reading.carrier), id: NEW }
  const now = instant()
  const standing = standingOf(shown, [recordsOf(shown, reading, result.text, now)[0]], now)
  const keep = async (event: Event): Promise<void> => {
    event.preventDefault()
    const kept = await keepFor(line, name.value, result, reading)
    if (typeof kept === 'string') mistake.value = kept
    else if (kept !== null && isOnly) go({ screen: 'line', lineId: kept.id }, { replace: true })
    else isKept.value = kept !== null
  }
  return (
    <form class="card" onSubmit={(event) => void keep(event)}>
      {reading.line !== null && <h2>{words.line(reading.line)}</h2>}
      <Figure standing={standing} isOld={false} />
      <Figures reading={reading} />
      {reading.buckets.length > 0 && <Buckets buckets={reading.buckets} />}
      {isKept.value ? (
        <p role="status">{say.kept}</p>
      ) : (
        <>
          <label class="field">
            <span>{say.whose}</span>
            <select
              value={chosen.value}
              onChange={({ currentTarget }) => {
                chosen.value = currentTarget.value
                const other = lines.value?.find(({ id }) => id === currentTarget.value) ?? null
                if (isOnly && other !== null) void read(result.evidence, other)
              }}
            >
              {(lines.value ?? []).map(({ id, name: each }) => (
                <option key={id} value={id}>
                  {each}
                </option>
              ))}
              <option value={NEW}>{say.newLine}</option>
            </select>
          </label>
          {chosen.value === NEW && (
            <label class="field">
              <span>{ledger.ask.name}</span>
              <input
                value={name.value}
                maxLength={60}
                autoComplete="off"
                placeholder={say.namePlaceholder}
                onInput={({ currentTarget }) => (name.value = currentTarget.value)}
              />
            </label>
          )}
          {mistake.value !== null && <p role="alert">{mistake.value}</p>}
          <button class="button" type="submit">
            {say.keep}
          </button>
        </>
      )}
    </form>
  )
}

/** The line that now has the reading, a sentence about what is wrong with its name, or null where it could not be kept. */
async function keepFor(
  line: Line | null,
  name: string,
  result: Result,
  reading: Reading,
): Promise<Line | string | null> {
  const { nameFrom } = await import('../../jobs/line-fields.ts')
  const parsed = line === null ? nameFrom(name.trim() === '' ? say.myLine : name) : null
  if (parsed !== null && !parsed.ok) return parsed.mistake(ledger)
  const carrier = reading.carrier ?? line?.carrier ?? null
  return withLedger(async (store) => {
    const now = instant()
    const whose =
      line ??
      (await addLine(store, { ...UNSAID, ...newLineFields(carrier), name: parsed?.ok ? parsed.value : '' }, now))
    if (whose === null) return ledger.nameTaken(name)
    const { isNew } = await keepReading(store, whose, { ...reading, carrier }, result.text, now)
    tell((isNew ? ledger.kept : ledger.keptAlready)(whose.name))
    // From now on there is something to lose.
    void askToPersist()
    return whose
  })
}

/** The line's own figures in words, with the carrier's label beside each. */
function Figures({ reading }: { reading: Reading }): JSX.Element | null {
  const rows = (['remaining', 'used', 'allowance'] as const).flatMap((role) => {
    const { amount, provenance } = reading.total[role]
    const value = wordsOf(amount, words)
    return value === null ? [] : [{ name: words.figures[role], value, label: provenance?.label ?? '' }]
  })
  const dates = (['expires', 'cycleEnd', 'asOf'] as const).flatMap((role) => {
    const stamp = reading[role]
    return stamp === null ? [] : [{ name: words.figures[role], value: dateText(stamp, language), label: '' }]
  })
  if (rows.length + dates.length === 0) return null
  return (
    <dl class="rows">
      {[...rows, ...dates].map(({ name, value, label }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {label !== '' && <small translate={false}>{words.quoted(label)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
