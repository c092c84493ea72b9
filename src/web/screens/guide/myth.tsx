import type { JSX } from 'preact'
import { CARRIERS } from '../../../carriers/index.ts'
import type { Myth } from '../../../carriers/myths.ts'
import { GUIDE_SENTENCES } from '../../../text/guide.ts'
import { CORRECTIONS } from '../../../text/myths.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { language } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'
import { pageAddress, Sources } from './links.tsx'

/** Something that is repeated and wrong, and what to do instead. `of`: the carrier on whose page it stands. */
export function MythCard({ myth, of }: { readonly myth: Myth; readonly of?: string }): JSX.Element {
  const { wrong, right } = CORRECTIONS[language][myth.id]
  const carrier = CARRIERS.find(({ id }) => id === myth.carrier && id !== of)
  return (
    <div class="card myth">
      {of === undefined && <p class="myth-title">{GUIDE_SENTENCES[language].myth}</p>}
      <p>
        <Icon name="close" />
        <span>{wrong}</span>
      </p>
      <p class="right">
        <Icon name="check" />
        <span>{right}</span>
      </p>
      {carrier !== undefined && (
        <a class="button quiet" href={pageAddress(carrier.id)}>
          {WEB_GUIDE_SENTENCES[language].instead(carrier.names[language])}
          <Icon name="forward" />
        </a>
      )}
      <Sources sources={myth.sources} />
    </div>
  )
}
