import type { JSX } from 'preact'
import type { Carrier } from '../../../carriers/carrier.ts'
import { MYTHS } from '../../../carriers/myths.ts'
import { guide, needsOf, type Way } from '../../../guide/guide.ts'
import { ruleLines } from '../../../jobs/rule-lines.ts'
import { GUIDE_SENTENCES } from '../../../text/guide.ts'
import { RULE_SENTENCES } from '../../../text/rules.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { language } from '../../language.ts'
import { instant } from '../../ledger.ts'
import { Icon } from '../../parts/icon.tsx'
import { HOST_NAMES } from './hosts.ts'
import { checkedText, pageAddress, pasteAddress, RowLink, Sources } from './links.tsx'
import { MythCard } from './myth.tsx'
import { CallFrom, situation, SituationForm } from './situation.tsx'
import { Steps } from './steps.tsx'

const [say, words] = [WEB_GUIDE_SENTENCES[language], GUIDE_SENTENCES[language]]

/** All that the guide knows of a carrier: the ways to see what is left, best first, and what is true of its lines. */
export function CarrierPage({ carrier }: { readonly carrier: Carrier }): JSX.Element {
  const { names, kind, hosts } = carrier
  const known = guide(carrier, situation.value, instant())
  const ways = known.flatMap((each) => (each.kind === 'way' ? [each.way] : []))
  const none = known.flatMap((each) => (each.kind === 'none' ? [each] : []))
  const unknown = known.flatMap((each) => (each.kind === 'unknown' ? [words.channels[each.channel]] : []))
  return (
    <section class="guide">
      <header>
        <h1>{words.title(names[language])}</h1>
        <p class="carrier">
          {[
            words.kinds[kind],
            ...(hosts === null
              ? []
              : [say.onNetwork(hosts.value.map((host) => HOST_NAMES[host]).join(words.separator))]),
          ].join(' · ')}
        </p>
      </header>
      {ways.length > 0 ? <SituationForm /> : <p>{say.nothingKnown}</p>}
      {ways.map((way, index) => (
        <WayCard key={way.channel} way={way} carrier={carrier} isFirst={index === 0} />
      ))}
      <div class="notes unknown">
        {none.map(({ channel }) => (
          <p key={channel}>{words.none(words.channels[channel])}</p>
        ))}
        {unknown.length > 0 && <p>{words.unknown(unknown.join(words.separator))}</p>}
        <Sources sources={none.flatMap(({ sources }) => sources)} />
      </div>
      <div class="card answer">
        <h2>{say.answer.title}</h2>
        <p>{say.answer.how}</p>
        <a class="button" href={pasteAddress(carrier)}>
          <Icon name="paste" />
          {say.answer.paste}
        </a>
      </div>
      <Rules carrier={carrier} />
      {ways.length > 0 && (
        <>
          <h2>{words.beforeYouFly}</h2>
          <ul class="points">
            {words.beforeYouFlySteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
      <Myths carrier={carrier} />
      <Marks carrier={carrier} />
      <ul class="row-links">
        <li>
          <RowLink href={pageAddress('no-data')} icon="alert" title={say.noData.title} />
        </li>
        <li>
          <RowLink href={pageAddress('phrases')} icon="speak" title={say.phrases.title} />
        </li>
        <li>
          <RowLink href={pageAddress('which')} icon="search" title={say.which.title} />
        </li>
      </ul>
    </section>
  )
}

/** One way, open where it is the best. */
function WayCard({
  way,
  carrier,
  isFirst,
}: {
  readonly way: Way
  readonly carrier: Carrier
  readonly isFirst: boolean
}): JSX.Element {
  const origins = new Set(carrier.channels.hotline?.numbers.map(({ from }) => from))
  const lacking = needsOf(way).find((need) => situation.value[need] === false)
  return (
    <details class="card way" open={isFirst}>
      <summary>
        <h2>{words.channels[way.channel]}</h2>
        {lacking !== undefined ? (
          <span class="badge">{say.lacks[lacking]}</span>
        ) : (
          isFirst && <span class="badge badge-best">{say.best}</span>
        )}
      </summary>
      {way.channel === 'hotline' && origins.size > 1 && <CallFrom />}
      <Steps way={way} carrier={carrier} />
      <Sources sources={way.sources} summary={`${words.verified[way.verified]} · ${checkedText(way.sources)}`} />
    </details>
  )
}

function Myths({ carrier }: { readonly carrier: Carrier }): JSX.Element | null {
  const myths = MYTHS.filter((myth) => myth.carrier === carrier.id)
  if (myths.length === 0) return null
  return (
    <>
      <h2>{words.myth}</h2>
      {myths.map((myth) => (
        <MythCard key={myth.id} myth={myth} of={carrier.id} />
      ))}
    </>
  )
}

function Rules({ carrier }: { readonly carrier: Carrier }): JSX.Element | null {
  const lines = ruleLines(carrier, language)
  if (lines.length === 0) return null
  return (
    <>
      <h2>{RULE_SENTENCES[language].title}</h2>
      <ul class="points">
        {lines.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Sources sources={lines.flatMap(({ sources }) => sources)} />
    </>
  )
}

/** What a phone shows of its lines. */
function Marks({ carrier: { marks } }: { readonly carrier: Carrier }): JSX.Element | null {
  const rows = [
    ['networks', marks.networks?.value ?? []],
    ['apns', (marks.apns?.value ?? []).map((each) => ('user' in each ? `${each.apn} (${each.user})` : each.apn))],
    ['senders', marks.senders?.value ?? []],
  ] as const
  if (rows.every(([, values]) => values.length === 0)) return null
  return (
    <>
      <h2>{say.marks.title}</h2>
      <dl class="rows marks">
        {rows
          .filter(([, values]) => values.length > 0)
          .map(([key, values]) => (
            <div key={key}>
              <dt>{say.marks[key]}</dt>
              <dd translate={false}>
                {values.map((value) => (
                  <span key={value}>{value}</span>
                ))}
              </dd>
            </div>
          ))}
      </dl>
      <Sources sources={[marks.networks, marks.apns, marks.senders].flatMap((mark) => mark?.sources ?? [])} />
    </>
  )
}
