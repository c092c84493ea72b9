import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { CARRIER_KINDS } from '../../../carriers/carrier.ts'
import { CARRIERS } from '../../../carriers/index.ts'
import { PAGES } from '../../../guide/pages.ts'
import { search, type Hits } from '../../../guide/search.ts'
import { GUIDE_SENTENCES } from '../../../text/guide.ts'
import { PAGE_SENTENCES } from '../../../text/pages.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { WEB_SENTENCES } from '../../../text/web.ts'
import { language } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'
import { CarrierNames, myCarriers, pageAddress, RowLink } from './links.tsx'
import { PageRows } from './managing.tsx'
import { MythCard } from './myth.tsx'
import { PhraseList } from './phrases.tsx'

const [say, guide] = [WEB_GUIDE_SENTENCES[language], GUIDE_SENTENCES[language]]
const TITLES = { pages: PAGE_SENTENCES[language].titles, phrases: guide.phrases }

/** What is being looked for; it stays while what was found is looked at. */
const typed = signal('')

/** The guide's front page: a search over all of it, then everything that it has. */
export const GuideHome = (): JSX.Element => (
  <section class="guide">
    <h1>{WEB_SENTENCES[language].guide.title}</h1>
    <label class="search">
      <span class="hidden">{say.search}</span>
      <Icon name="search" />
      <input
        type="search"
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        enterKeyHint="search"
        placeholder={say.searchHint}
        value={typed.value}
        onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
      />
    </label>
    {typed.value.trim() === '' ? <Contents /> : <FoundList hits={search(typed.value, TITLES)} />}
  </section>
)

const Contents = (): JSX.Element => {
  const mine = myCarriers()
  return (
    <>
      <a class="first" href={pageAddress('no-data')}>
        <Icon name="alert" />
        <span>
          <strong>{say.noData.title}</strong>
          <small>{say.noData.lead}</small>
        </span>
        <Icon name="forward" />
      </a>
      <ul class="row-links">
        <li>
          <RowLink href={pageAddress('which')} icon="search" title={say.which.title} />
        </li>
        <li>
          <RowLink href={pageAddress('phrases')} icon="speak" title={say.phrases.title} />
        </li>
      </ul>
      {mine.length > 0 && (
        <>
          <h2>{say.mine}</h2>
          <ul class="row-links">
            {mine.map(({ carrier, lines }) => (
              <li key={carrier.id}>
                <RowLink
                  href={pageAddress(carrier.id)}
                  title={carrier.names[language]}
                  note={lines.map(({ name }) => name).join(guide.separator)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say.saving}</h2>
      <PageRows pages={PAGES} />
      <h2>{say.carriers}</h2>
      {CARRIER_KINDS.map((kind) => (
        <section key={kind}>
          <h3>{guide.kinds[kind]}</h3>
          <CarrierNames carriers={CARRIERS.filter((carrier) => carrier.kind === kind)} />
        </section>
      ))}
    </>
  )
}

function FoundList({ hits }: { readonly hits: Hits }): JSX.Element {
  const { carriers, myths, pages, phrases } = hits
  const count = carriers.length + myths.length + pages.length + phrases.length
  return (
    <>
      <p class="notes" role="status">
        {count === 0 ? guide.nothingFound(typed.value.trim()) : say.found(count)}
      </p>
      {myths.map((myth) => (
        <MythCard key={myth.id} myth={myth} />
      ))}
      {carriers.length > 0 && (
        <ul class="row-links">
          {carriers.map(({ carrier, by }) => (
            <li key={carrier.id}>
              <RowLink
                href={pageAddress(carrier.id)}
                title={carrier.names[language]}
                note={by === carrier.names[language] || by === carrier.id ? undefined : by}
              />
            </li>
          ))}
        </ul>
      )}
      {pages.length > 0 && <PageRows pages={pages} />}
      {phrases.length > 0 && <PhraseList phrases={phrases} />}
      {count === 0 && (
        <ul class="row-links">
          <li>
            <RowLink href={pageAddress('which')} icon="search" title={say.which.title} />
          </li>
        </ul>
      )}
    </>
  )
}
