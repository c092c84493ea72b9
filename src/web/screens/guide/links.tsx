import type { ComponentChildren, JSX } from 'preact'
import { CARRIERS } from '../../../carriers/index.ts'
import type { Carrier } from '../../../carriers/carrier.ts'
import { lookedAt, type Source } from '../../../core/source.ts'
import type { Line } from '../../../core/line.ts'
import { dateText } from '../../../text/format.ts'
import { GUIDE_SENTENCES } from '../../../text/guide.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { language } from '../../language.ts'
import { overviews } from '../../ledger.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { addressOf } from '../../route.ts'

/** The address of a page of the guide. */
export const pageAddress = (...path: readonly string[]): string => addressOf({ screen: 'guide', path })

/** A row that leads on, with a word about it. */
export const RowLink = ({
  href,
  icon,
  title,
  note,
}: {
  readonly href: string
  readonly icon?: IconName
  readonly title: ComponentChildren
  readonly note?: ComponentChildren
}): JSX.Element => (
  <a class="row-link" href={href}>
    {icon !== undefined && <Icon name={icon} />}
    <span>
      {title}
      {note !== undefined && <small>{note}</small>}
    </span>
    <Icon name="forward" />
  </a>
)

/** Carriers side by side, by name. */
export const CarrierNames = ({ carriers }: { readonly carriers: readonly Carrier[] }): JSX.Element => (
  <ul class="names">
    {carriers.map(({ id, names }) => (
      <li key={id}>
        <a href={pageAddress(id)}>{names[language]}</a>
      </li>
    ))}
  </ul>
)

/** The carriers of a person's own lines, each with these lines. */
export function myCarriers(): { readonly carrier: Carrier; readonly lines: readonly Line[] }[] {
  const lines = [...overviews.value.values()].map(({ situation }) => situation.standing.line)
  return CARRIERS.flatMap((carrier) => {
    const own = lines.filter((line) => line.carrier === carrier.id)
    return own.length === 0 ? [] : [{ carrier, lines: own }]
  })
}

/** Where an answer is pasted: for the one line of that carrier, if there is one. */
export function pasteAddress(carrier: Carrier): string {
  const lines = myCarriers().find((mine) => mine.carrier === carrier)?.lines ?? []
  return addressOf({ screen: 'add', lineId: lines.length === 1 ? lines[0]!.id : null })
}

/** When somebody last looked, and who says so. */
export function checkedText(sources: readonly [Source, ...Source[]]): string {
  const { checked, kind } = lookedAt(sources)
  return GUIDE_SENTENCES[language].checked(dayOf(checked), kind)
}

const dayOf = (checked: string): string => dateText({ at: checked, zone: 'Asia/Tokyo' }, language)

/** Who says so, behind a word that opens the list. */
export function Sources({
  sources,
  summary = WEB_GUIDE_SENTENCES[language].sources,
}: {
  readonly sources: readonly Source[]
  readonly summary?: string
}): JSX.Element | null {
  const byAddress = new Map(sources.map((source) => [source.address, source]))
  if (byAddress.size === 0) return null
  return (
    <details class="sources">
      <summary>{summary}</summary>
      <ul>
        {[...byAddress.values()].map(({ address, checked, kind }) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noopener noreferrer" translate={false}>
              {address.replace(/^https?:\/\//u, '').replace(/\/$/u, '')}
            </a>
            <small>{GUIDE_SENTENCES[language].checked(dayOf(checked), kind)}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
