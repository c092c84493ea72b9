import type { JSX } from 'preact'
import type { Carrier } from '../../../carriers/carrier.ts'
import { CARRIERS } from '../../../carriers/index.ts'
import { MYTHS } from '../../../carriers/myths.ts'
import { waysWithoutData, type Way } from '../../../guide/guide.ts'
import type { Step } from '../../../guide/steps.ts'
import { PAGE_SENTENCES } from '../../../text/pages.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { language } from '../../language.ts'
import { instant } from '../../ledger.ts'
import { Icon } from '../../parts/icon.tsx'
import { addressOf } from '../../route.ts'
import { myCarriers, pageAddress, RowLink } from './links.tsx'
import { MythCard } from './myth.tsx'
import { PhraseList } from './phrases.tsx'
import { situation } from './situation.tsx'
import { StepView } from './steps.tsx'

const [say, pages] = [WEB_GUIDE_SENTENCES[language].noData, PAGE_SENTENCES[language]]

/** What can be done while there is no data at all. */
export function NoData(): JSX.Element {
  const now = instant()
  const mine = myCarriers().map(({ carrier }) => carrier)
  const reached = CARRIERS.flatMap((carrier) => {
    const ways = waysWithoutData(carrier, situation.value, now)
    return ways.length === 0 ? [] : [{ carrier, ways }]
  })
  const own = reached.filter(({ carrier }) => mine.includes(carrier))
  const others = reached.filter(({ carrier }) => !mine.includes(carrier))
  return (
    <section class="guide">
      <h1>{say.title}</h1>
      <p class="lead">{say.works}</p>
      <h2>{say.ask.title}</h2>
      <p>{say.ask.how}</p>
      {own.map((each) => (
        <Reached key={each.carrier.id} {...each} />
      ))}
      <details class="card" open={own.length === 0}>
        <summary>{own.length === 0 ? WEB_GUIDE_SENTENCES[language].carriers : say.ask.others}</summary>
        {others.map((each) => (
          <Reached key={each.carrier.id} {...each} />
        ))}
      </details>
      <h2>{say.look.title}</h2>
      <p>{say.look.how}</p>
      <a class="button" href={addressOf({ screen: 'add', lineId: null })}>
        <Icon name="paste" />
        {WEB_GUIDE_SENTENCES[language].answer.paste}
      </a>
      <h2>{say.wifi.title}</h2>
      <p>{say.wifi.how}</p>
      <PhraseList phrases={['wifiHere', 'wifiPassword']} />
      <p class="notes">{pages.tips.openWifi}</p>
      <h2>{say.slow.title}</h2>
      <p>{say.slow.how}</p>
      <ul class="row-links">
        <li>
          <RowLink href={pageAddress('page', 'background')} title={pages.titles.background} />
        </li>
        <li>
          <RowLink href={pageAddress('which')} icon="search" title={WEB_GUIDE_SENTENCES[language].which.title} />
        </li>
      </ul>
      {MYTHS.filter(({ carrier }) => carrier === null).map((myth) => (
        <MythCard key={myth.id} myth={myth} />
      ))}
    </section>
  )
}

/** A carrier with its numbers and codes. */
const Reached = ({ carrier, ways }: { readonly carrier: Carrier; readonly ways: readonly Way[] }): JSX.Element => (
  <div class="reached">
    <h3>
      <a href={pageAddress(carrier.id)}>{carrier.names[language]}</a>
    </h3>
    {ways
      .flatMap(({ steps }) => steps)
      .filter(({ kind }) => ASKING.has(kind))
      .map((step, index) => (
        <StepView key={index} step={step} carrier={carrier} />
      ))}
  </div>
)

/** What is done to ask; the rest stands on the carrier's page. */
const ASKING: ReadonlySet<Step['kind']> = new Set([
  'dial',
  'hours',
  'otherLanguages',
  'sendSms',
  'dialCode',
  'mayFailAbroad',
])
