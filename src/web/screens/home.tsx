import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import { CARRIERS } from '../../carriers/index.ts'
import type { Line } from '../../core/line.ts'
import type { Overview } from '../../jobs/overview.ts'
import { sayAdvice } from '../../jobs/say-advice.ts'
import { sayAlert } from '../../jobs/say-alert.ts'
import { prospects } from '../../jobs/say-prospects.ts'
import { ageText, basisText, endText } from '../../jobs/say-standing.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { dismiss } from '../alerts.ts'
import { syncState } from '../in-step.ts'
import { language } from '../language.ts'
import { due, ledgerName, lines, overviews, type LineView } from '../ledger.ts'
import { Figure } from '../parts/figure.tsx'
import { Icon } from '../parts/icon.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import { Sparkline } from '../parts/sparkline.tsx'
import { addressOf } from '../route.ts'
import { Welcome } from './welcome.tsx'

const say = WEB_SENTENCES[language]

/** More than a screen holds: cards further down are drawn once those are seen. */
const DRAWN_AT_ONCE = 6

/** Every line at a glance: what is left, until when, whether it lasts, and the one thing to do next. */
export function Home(): JSX.Element | null {
  const drawn = useSignal(DRAWN_AT_ONCE)
  const count = overviews.value.size
  useEffect(() => {
    const timer = setTimeout(() => {
      if (drawn.value < count) drawn.value += DRAWN_AT_ONCE
    })
    return () => clearTimeout(timer)
  }, [drawn.value, count])
  if (lines.value?.length === 0 && ledgerName.value === 'own') return <Welcome />
  const known = [...overviews.value.values()]
  const isWhole = known.length === lines.value?.length && drawn.value >= known.length
  return (
    <>
      <h1 class="hidden">{say.home}</h1>
      <Due />
      {syncState.value === 'refused' && (
        <p class="notice">
          <Icon name="alert" />
          <a href={addressOf({ screen: 'settings' })}>{say.server.states.refused}</a>
        </p>
      )}
      <ul class="cards">
        {known.slice(0, drawn.value).map((overview) => (
          <li key={overview.situation.standing.line.id}>{cardOf(overview)}</li>
        ))}
      </ul>
      {isWhole && (
        <p class="after-cards">
          <a class="button quiet" href={addressOf({ screen: 'newLine' })}>
            <Icon name="add" />
            {say.newLine}
          </a>
        </p>
      )}
    </>
  )
}

/** What is due to be told, the most urgent first. */
function Due(): JSX.Element | null {
  if (due.value.length === 0) return null
  return (
    <section class="due" aria-label={say.due}>
      {due.value.flatMap(({ situation, alerts }) =>
        alerts.map((alert) => {
          const { line } = situation.standing
          return (
            <div key={`${line.id} ${alert.event}`} class={alert.kind === 'backToNormal' ? 'notice good' : 'notice'}>
              <Icon name={alert.kind === 'backToNormal' ? 'check' : 'alert'} />
              <a href={addressOf({ screen: 'line', lineId: line.id })}>
                <strong>{line.name}</strong> {sayAlert(alert, situation, language).what}
              </a>
              <button
                class="dismiss"
                type="button"
                aria-label={say.dismiss(line.name)}
                onClick={() => void dismiss(line, alert)}
              >
                <Icon name="close" />
              </button>
            </div>
          )
        }),
      )}
    </section>
  )
}

/** Drawn once for as long as nothing changes: of many cards few change at a time. */
function cardOf(view: LineView): JSX.Element {
  const drawn = cards.get(view) ?? <LineCard overview={view} />
  cards.set(view, drawn)
  return drawn
}

const cards = new WeakMap<LineView, JSX.Element>()

function LineCard({ overview }: { overview: LineView }): JSX.Element {
  const { situation, advice, course } = overview
  const { standing } = situation
  const { line } = standing
  const [next] = advice
  const notes = [
    standing.outdated === null ? endText(situation, language) : null,
    basisText(situation, language),
  ].filter((note) => note !== null)
  return (
    <article class="card line-card">
      <header>
        <h2>
          <a class="whole" href={addressOf({ screen: 'line', lineId: line.id })}>
            {line.name}
          </a>
        </h2>
        <p class="carrier">{carrierName(line)}</p>
      </header>
      <div class="glance">
        <Figure standing={standing} isOld={isOld(overview)} />
        {course !== null && <Sparkline course={course} />}
      </div>
      <ShareBar standing={standing} />
      {notes.length > 0 && <p class="notes">{notes.join(' · ')}</p>}
      {prospects(situation, language)
        .slice(0, 1)
        .map((text) => (
          <p key={text} class="prospect">
            {text}
          </p>
        ))}
      <p class={isOld(overview) ? 'age old' : 'age'}>{ageText(situation, language)}</p>
      {next !== undefined && next.kind !== 'fine' && (
        <p class="next">
          <Icon name="next" />
          <span>{sayAdvice(next, situation, language)[0]}</span>
        </p>
      )}
    </article>
  )
}

/** Whether the figures are so old that they are to be read again before anything rests on them. */
export const isOld = ({ advice }: Overview): boolean =>
  advice.some((each) => each.kind === 'readAgain' && each.why === 'old')

/** The carrier's name; nothing for a brand that Nokori does not know. */
export const carrierName = ({ carrier }: Line): string =>
  CARRIERS.find(({ id }) => id === carrier)?.names[language] ?? carrier ?? ''
