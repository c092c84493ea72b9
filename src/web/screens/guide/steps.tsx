import type { JSX } from 'preact'
import type { Carrier } from '../../../carriers/carrier.ts'
import type { Way } from '../../../guide/guide.ts'
import { tasksOf, type Step } from '../../../guide/steps.ts'
import { sayStep } from '../../../jobs/say-step.ts'
import { GUIDE_SENTENCES } from '../../../text/guide.ts'
import { meaningOf } from '../../../text/labels.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { copy } from '../../copy.ts'
import { language } from '../../language.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { pasteAddress } from './links.tsx'
import { PhraseList } from './phrases.tsx'

const [say, guide] = [WEB_GUIDE_SENTENCES[language], GUIDE_SENTENCES[language]]

/** A way as numbered steps, each with what can be pressed for it. */
export const Steps = ({ way, carrier }: { readonly way: Way; readonly carrier: Carrier }): JSX.Element => (
  <ol class="steps">
    {tasksOf(way.steps).map(({ steps, remarks }, index) => (
      <li key={index}>
        {isPhrase(steps[0]) ? (
          <>
            <p>{guide.steps[steps[0].kind]}</p>
            <PhraseList phrases={steps.filter(isPhrase).map(({ phrase }) => phrase)} />
          </>
        ) : (
          [...steps, ...remarks].map((step, place) => <StepView key={place} step={step} carrier={carrier} />)
        )}
      </li>
    ))}
  </ol>
)

const isPhrase = (step: Step): step is Extract<Step, { kind: 'say' | 'listen' }> =>
  step.kind === 'say' || step.kind === 'listen'

/** What to do, and what can be pressed for it. */
export function StepView({ step, carrier }: { readonly step: Step; readonly carrier: Carrier }): JSX.Element {
  const [sentence, ...more] = wordsOf(step)
  return (
    <>
      <p class={step.kind === 'hours' ? (step.open ? 'hours-open' : 'hours-closed') : undefined}>
        <Sentence text={sentence} own={ownWordsOf(step)} carrier={carrier} />
      </p>
      {more.map((text) => (
        <p key={text} class="notes">
          {text}
        </p>
      ))}
      <Actions step={step} carrier={carrier} />
    </>
  )
}

/** As everywhere, but for what is done in another way here. Numbers that can be pressed are not said twice. */
function wordsOf(step: Step): readonly [string, ...string[]] {
  switch (step.kind) {
    case 'keepPage':
    case 'letNokoriCheck':
    case 'pasteAnswer':
      return [say.steps[step.kind]]
    case 'tap':
      return [guide.steps.tap(step.label, null)]
    case 'otherLanguages':
      return [guide.steps.otherLanguages]
    default:
      return sayStep(step, language)
  }
}

/** The carrier's own words in a step, as they stand on its screen. */
function ownWordsOf(step: Step): string | null {
  switch (step.kind) {
    case 'openPage':
    case 'openApp':
      return step.name
    case 'tap':
      return step.label
    case 'logIn':
      return step.account
    default:
      return null
  }
}

/** A sentence in which the carrier's own words are large enough to compare with its screen, with their meaning above them. */
function Sentence({
  text,
  own,
  carrier,
}: {
  readonly text: string
  readonly own: string | null
  readonly carrier: Carrier
}): JSX.Element {
  const at = own === null ? -1 : text.indexOf(own)
  if (own === null || at < 0) return <>{text}</>
  const meaning = meaningOf(own, language)
  return (
    <>
      {text.slice(0, at)}
      <span class="own" translate={false} lang={languageOf(own, carrier)}>
        {meaning === null ? (
          own
        ) : (
          <ruby>
            {own}
            <rt lang={language}>{meaning}</rt>
          </ruby>
        )}
      </span>
      {text.slice(at + own.length)}
    </>
  )
}

/** Kana are Japanese; characters alone are what the carrier's people speak. */
const languageOf = (words: string, { kind }: Carrier): string | undefined =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words) || (/\p{Script=Han}/u.test(words) && kind !== 'foreign')
    ? 'ja'
    : /\p{Script=Han}/u.test(words)
      ? 'zh'
      : undefined

function Actions({ step, carrier }: { readonly step: Step; readonly carrier: Carrier }): JSX.Element | null {
  const actions = actionsOf(step, carrier)
  return actions.length === 0 ? null : <p class="beside">{actions}</p>
}

function actionsOf(step: Step, carrier: Carrier): JSX.Element[] {
  switch (step.kind) {
    case 'openPage':
      return step.address === null ? [] : [<Away key="page" href={step.address} text={say.openPage} />]
    case 'openApp':
      return [
        ...(step.android === null ? [] : [<Away key="android" href={PLAY + step.android} text="Google Play" />]),
        ...(step.ios === null ? [] : [<Away key="ios" href={APP_STORE + step.ios} text="App Store" />]),
      ]
    case 'dial':
      return [<Press key="dial" href={step.link} icon="phone" text={say.call(step.telephone.number)} />]
    case 'otherLanguages':
      return step.telephones.map(({ number, language: spoken }) => (
        <Press
          key={spoken + number}
          href={`tel:${number.replaceAll('-', '')}`}
          icon="phone"
          text={`${guide.languages[spoken]} ${number}`}
          isQuiet
        />
      ))
    case 'sendSms':
      return [
        <Press key="sms" href={step.link} icon="message" text={say.write(step.to)} />,
        <Copy key="copy" text={step.text} />,
      ]
    case 'dialCode':
      return [
        <Press key="dial" href={step.link} icon="phone" text={say.dial(step.code)} />,
        <Copy key="copy" text={step.code} />,
      ]
    case 'keepPage':
    case 'pasteAnswer':
      return [<Press key="paste" href={pasteAddress(carrier)} icon="paste" text={say.answer.paste} isQuiet />]
    default:
      return []
  }
}

const PLAY = 'https://play.google.com/store/apps/details?id='
const APP_STORE = 'https://apps.apple.com/jp/app/id'

const Press = ({
  href,
  icon,
  text,
  isQuiet = false,
}: {
  readonly href: string
  readonly icon: IconName
  readonly text: string
  readonly isQuiet?: boolean
}): JSX.Element => (
  <a class={isQuiet ? 'button quiet' : 'button'} href={href}>
    <Icon name={icon} />
    {text}
  </a>
)

/** Leads to a site of somebody else. */
const Away = ({ href, text }: { readonly href: string; readonly text: string }): JSX.Element => (
  <a class="button" href={href} target="_blank" rel="noopener noreferrer">
    <Icon name="open" />
    {text}
  </a>
)

const Copy = ({ text }: { readonly text: string }): JSX.Element => (
  <button class="button quiet" type="button" onClick={() => copy(text)}>
    {say.copy(text)}
  </button>
)
