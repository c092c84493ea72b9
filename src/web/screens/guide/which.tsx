import type { JSX } from 'preact'
import type { Host } from '../../../carriers/carrier.ts'
import { CARRIERS } from '../../../carriers/index.ts'
import {
  CLUES,
  nextTurn,
  OTHER,
  UNSEEN,
  type Answer,
  type Bought,
  type Candidate,
  type Clue,
  type Turn,
} from '../../../guide/which.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { language } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'
import { HOST_NAMES } from './hosts.ts'
import { CarrierNames, pageAddress, RowLink } from './links.tsx'

const say = WEB_GUIDE_SENTENCES[language].which
/** More carriers than that are no answer. */
const A_FEW = 4

/** Finds out which SIM it is, one short question at a time. The answers stand in the address, so that going back is going back. */
export function Which({ answered }: { readonly answered: readonly string[] }): JSX.Element {
  const answers = answersOf(answered)
  const turn = nextTurn(answers)
  return (
    <section class="guide">
      <h1>{say.title}</h1>
      {answers.length === 0 ? <p class="lead">{say.lead}</p> : <Answers answers={answers} />}
      {turn.kind === 'ask' ? <Question turn={turn} answers={answers} /> : <Told turn={turn} answers={answers} />}
    </section>
  )
}

const answersOf = (parts: readonly string[]): Answer[] =>
  parts.flatMap((part) => {
    const [, name, value] = /^(\w+)=(.+)$/u.exec(part) ?? []
    const clue = CLUES.find((each) => each === name)
    return clue === undefined || value === undefined ? [] : [{ clue, value }]
  })

const withAnswers = (answers: readonly Answer[]): string =>
  pageAddress('which', ...answers.map(({ clue, value }) => `${clue}=${value}`))

/** What an answer is called among the others of its question. */
function nameOf({ clue, value }: Answer): string {
  if (value === UNSEEN) return say.unseen[clue]
  if (value === OTHER) return say.other
  if (clue === 'host') return HOST_NAMES[value as Host] ?? value
  return clue === 'bought' ? (say.bought[value as Bought] ?? value) : value
}

/** What was answered so far; each leads back to its question. */
const Answers = ({ answers }: { readonly answers: readonly Answer[] }): JSX.Element => (
  <nav aria-label={say.answers}>
    <ul class="row-links answers">
      {answers.map((answer, index) => (
        <li key={answer.clue}>
          <a class="row-link" href={withAnswers(answers.slice(0, index))}>
            <span>
              <small>{say.question[answer.clue]}</small>
              {nameOf(answer)}
              <span class="hidden">{say.change}</span>
            </span>
            <Icon name="edit" />
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

function Question({
  turn: { clue, values, canBeOther },
  answers,
}: {
  readonly turn: Extract<Turn, { kind: 'ask' }>
  readonly answers: readonly Answer[]
}): JSX.Element {
  return (
    <>
      <h2>{say.question[clue]}</h2>
      <p class="notes">{say.hint[clue]}</p>
      <ul class="row-links">
        {[...values, ...(canBeOther ? [OTHER] : []), UNSEEN].map((value) => (
          <li key={value}>
            <RowLink href={withAnswers([...answers, { clue, value }])} title={nameOf({ clue, value })} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Told({
  turn: { likely, possible, unseen },
  answers,
}: {
  readonly turn: Extract<Turn, { kind: 'told' }>
  readonly answers: readonly Answer[]
}): JSX.Element {
  const isTold = likely.length > 0 && likely.length <= A_FEW && likely[0]!.reasons.length > 0
  return (
    <>
      <h2>{!isTold ? say.cannotTell : likely.length === 1 ? say.probably : say.oneOf}</h2>
      {likely.length === 0 && <p>{say.noneFits}</p>}
      {isTold && (
        <ul class="row-links">
          {likely.map((candidate) => (
            <li key={candidate.carrier.id}>
              <Likely {...candidate} />
            </li>
          ))}
        </ul>
      )}
      {(!isTold || likely.length > 1) && <LookNext unseen={unseen} answers={answers} />}
      {!isTold && likely.length > 0 && likely.length < CARRIERS.length && (
        <>
          <h2>{say.fitting}</h2>
          <CarrierNames carriers={likely.map(({ carrier }) => carrier)} />
        </>
      )}
      {possible.length > 0 && (
        <>
          <h2>{say.possible}</h2>
          <CarrierNames carriers={possible.map(({ carrier }) => carrier)} />
        </>
      )}
      <a class="button quiet" href={pageAddress('which')}>
        {say.again}
      </a>
    </>
  )
}

const Likely = ({ carrier, reasons }: Candidate): JSX.Element => (
  <RowLink
    href={pageAddress(carrier.id)}
    title={<strong>{carrier.names[language]}</strong>}
    note={reasons.map((answer) => (
      <span key={answer.clue} class="reason">
        <Icon name="check" />
        {say.answered[answer.clue](nameOf(answer))}
      </span>
    ))}
  />
)

/** What would tell more. */
const LookNext = ({
  unseen,
  answers,
}: {
  readonly unseen: readonly Clue[]
  readonly answers: readonly Answer[]
}): JSX.Element => (
  <>
    <h2>{say.lookNext}</h2>
    {unseen.length > 0 && (
      <ul class="row-links">
        {unseen.map((clue) => (
          <li key={clue}>
            <RowLink
              href={withAnswers(answers.filter((answer) => answer.clue !== clue))}
              title={say.question[clue]}
              note={say.hint[clue]}
            />
          </li>
        ))}
      </ul>
    )}
    <p>{say.lookElsewhere}</p>
  </>
)
