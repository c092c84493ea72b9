import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { timeIn, zoneOf } from '../../core/cycle.ts'
import type { Advice } from '../../advice/advice.ts'
import type { Overview } from '../../jobs/overview.ts'
import { logOf, withdraw, type LoggedReading } from '../../jobs/readings.ts'
import { sayAdvice } from '../../jobs/say-advice.ts'
import { sayAlert } from '../../jobs/say-alert.ts'
import { prospects, riskText } from '../../jobs/say-prospects.ts'
import { summaryOf } from '../../jobs/say-reading.ts'
import { ageText, basisText, endText } from '../../jobs/say-standing.ts'
import { bytesText, dateText, roughText } from '../../text/format.ts'
import { LEDGER_SENTENCES } from '../../text/ledger.ts'
import { READ_SENTENCES } from '../../text/read.ts'
import { STATUS_SENTENCES } from '../../text/status.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { downloadCalendar } from '../download.ts'
import { language } from '../language.ts'
import { fromLedger, instant, overviews, withLedger, type LineView } from '../ledger.ts'
import { Buckets } from '../parts/buckets.tsx'
import { Chart } from '../parts/chart.tsx'
import { EvidenceText } from '../parts/evidence.tsx'
import { Figure } from '../parts/figure.tsx'
import { Icon } from '../parts/icon.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import { addressOf } from '../route.ts'
import { tell } from '../toast.ts'
import { carrierName, isOld } from './home.tsx'

const [say, read, status, ledger] = [
  WEB_SENTENCES[language].line,
  READ_SENTENCES[language],
  STATUS_SENTENCES[language],
  LEDGER_SENTENCES[language],
]

/** One line, whole. */
export function LineScreen({ lineId }: { lineId: string }): JSX.Element | null {
  const overview = overviews.value.get(lineId)
  if (overview === undefined) return null
  const { situation, alerts } = overview
  const { standing } = situation
  const { line, kept } = standing
  const notes = [
    standing.outdated === null ? endText(situation, language) : null,
    basisText(situation, language),
    ageText(situation, language),
  ].filter((note) => note !== null)
  return (
    <section class="line">
      <header class="line-head">
        <h1>{line.name}</h1>
        <p class="carrier">{[carrierName(line), line.plan?.name ?? ''].filter((part) => part !== '').join(' · ')}</p>
        <a class="button quiet" href={addressOf({ screen: 'edit', lineId })}>
          <Icon name="edit" />
          {say.edit}
        </a>
      </header>
      {alerts.map((alert) => {
        const { what, next } = sayAlert(alert, situation, language)
        return (
          <p key={alert.event} class={alert.kind === 'backToNormal' ? 'notice good' : 'notice'}>
            <Icon name={alert.kind === 'backToNormal' ? 'check' : 'alert'} />
            <span>
              <strong>{what}</strong> {next}
            </span>
          </p>
        )
      })}
      <div class="card">
        <Figure standing={standing} isOld={isOld(overview)} />
        <ShareBar standing={standing} />
        <p class="notes">{notes.join(' · ')}</p>
        <a class="button" href={addressOf({ screen: 'add', lineId })}>
          <Icon name="add" />
          {say.readAgain}
        </a>
      </div>
      <Prospects overview={overview} />
      <AdviceList overview={overview} />
      {kept !== null && kept.reading.buckets.length > 0 && (
        <>
          <h2>{read.buckets}</h2>
          <Supplies overview={overview} />
        </>
      )}
      <History overview={overview} />
      <p>
        <button class="button quiet" type="button" onClick={() => void downloadCalendar(overview)}>
          <Icon name="calendar" />
          {say.calendar}
        </button>
      </p>
    </section>
  )
}

/** Whether it lasts, in words and as a chart. */
function Prospects({ overview }: { overview: LineView }): JSX.Element | null {
  const { situation, course } = overview
  const words = prospects(situation, language)
  if (words.length === 0 && course === null) return null
  return (
    <>
      <h2>{say.willItLast}</h2>
      <div class="card">
        {words.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {course !== null && <Chart course={course} zone={zoneOf(situation.standing.line.cycle)} />}
      </div>
    </>
  )
}

/** What to do, the best first, each with its reasons. */
function AdviceList({ overview }: { overview: Overview }): JSX.Element | null {
  const told = overview.advice.filter(({ kind }: Advice) => kind !== 'fine')
  if (told.length === 0) return null
  return (
    <>
      <h2>{say.advice}</h2>
      <ol class="advice">
        {told.map((each) => {
          const [what, ...why] = sayAdvice(each, overview.situation, language)
          return (
            <li key={what} class="card">
              <p>
                <strong>{what}</strong>
              </p>
              {why.map((reason) => (
                <p key={reason} class="notes">
                  {reason}
                </p>
              ))}
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** What the data is made of, in the order in which it will be used; as printed where nobody knows the order. */
function Supplies({ overview: { situation } }: { overview: Overview }): JSX.Element {
  const { standing, outlook } = situation
  const zone = zoneOf(standing.line.cycle)
  const supplies = outlook?.supplies ?? []
  const buckets = standing.kept?.reading.buckets ?? []
  if (supplies.length < 2) return <Buckets buckets={buckets} />
  return (
    <>
      <ol class="rows numbered">
        {supplies.map(({ supply, unusedBytes, usedUpProbability }) => (
          <li key={`${supply.grant} ${supply.name} ${supply.lastDay ?? ''}`}>
            <span class="row-name">
              {read.grants[supply.grant]}
              {supply.name !== '' && <small translate={false}>{supply.name}</small>}
            </span>
            <span class="row-value">
              {bytesText(supply.leftBytes, 1000)}
              {supply.lastDay !== null && <small>{read.until(dateText({ at: supply.lastDay, zone }, language))}</small>}
              <small>
                {unusedBytes > 0 ? status.leftOver(roughText(unusedBytes)) : status.usedUp(riskText(usedUpProbability))}
              </small>
            </span>
          </li>
        ))}
      </ol>
      <p class="notes">{status.order}</p>
    </>
  )
}

const PAGE = 10

/** Every reading with its age and the text that it was read from, newest first. */
function History({ overview }: { overview: Overview }): JSX.Element | null {
  const { line } = overview.situation.standing
  const logged = useSignal<readonly LoggedReading[]>([])
  const shown = useSignal(PAGE)
  useEffect(() => {
    let isWanted = true
    void fromLedger((store) => logOf(store, line, { limit: shown.value + 1 })).then((found) => {
      if (isWanted && found !== null) logged.value = found
    })
    return () => void (isWanted = false)
  }, [overview, shown.value])
  if (logged.value.length === 0) return null
  return (
    <>
      <h2>{say.history}</h2>
      <ul class="history">
        {logged.value.slice(0, shown.value).map((each) => (
          <LogEntry key={each.kept.id} overview={overview} logged={each} />
        ))}
      </ul>
      {logged.value.length > shown.value && (
        <button class="button quiet" type="button" onClick={() => (shown.value += PAGE)}>
          {say.more}
        </button>
      )}
    </>
  )
}

function LogEntry({ overview, logged }: { overview: Overview; logged: LoggedReading }): JSX.Element {
  const { kept, withdrawn, text } = logged
  const zone = zoneOf(overview.situation.standing.line.cycle)
  const change = async (toWithdrawn: boolean): Promise<void> => {
    await withLedger((store) => withdraw(store, kept, toWithdrawn, instant()))
    if (toWithdrawn) tell(say.withdrawn, () => void change(false))
  }
  return (
    <li class={withdrawn ? 'withdrawn' : undefined}>
      <details>
        <summary>
          <span>{summaryOf(kept.reading, language)}</span>
          <small>
            {dateText({ at: timeIn(zone, kept.moment), zone }, language)} · {ledger.channels[kept.reading.channel]}
          </small>
        </summary>
        {text === null ? (
          <p class="notes">{say.evidenceGone}</p>
        ) : (
          <EvidenceText text={text} readings={[kept.reading]} />
        )}
        <button class="button quiet" type="button" onClick={() => void change(!withdrawn)}>
          {withdrawn ? say.restore : say.notRight}
        </button>
      </details>
    </li>
  )
}
