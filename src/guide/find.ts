import { CARRIER_KINDS, type Carrier } from '../carriers/carrier.ts'
import { CARRIERS } from '../carriers/index.ts'
import { MYTHS, type Myth } from '../carriers/myths.ts'
import { PAGES, type ManagingPage } from './pages.ts'

/** What somebody may have meant by a few words. */
export interface Found {
  readonly carriers: readonly Carrier[]
  readonly myths: readonly Myth[]
  readonly pages: readonly ManagingPage[]
}

/**
 * Looks a word up: an id or a name ("docomo", ドコモ), what the phone shows ("440-10", "spmode.ne.jp"), who sent a message
 * ("10086"), something that is repeated and wrong ("104"), or a page about making data last ("video").
 */
export function find(words: string): Found {
  const wanted = folded(words)
  const named = CARRIERS.filter((carrier) => namesOf(carrier).some((name) => folded(name) === wanted))
  const carriers =
    named.length > 0 ? named : CARRIERS.filter((carrier) => marksOf(carrier).some((mark) => folded(mark) === wanted))
  const myths = MYTHS.filter(({ words: known }) => known.some((word) => folded(word) === wanted))
  return { carriers, myths, pages: PAGES.filter(({ id }) => id === wanted) }
}

/** A word without what people write differently: width, case, the kana that it is written in, macrons, blanks and strokes. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(MACRON, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s・_-]/gu, '')
    .replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint(kana.codePointAt(0)! - HIRAGANA_BEFORE_KATAKANA))

const MACRON = '\u0304'
const HIRAGANA_BEFORE_KATAKANA = 0x60

/** Every carrier, those that run a network before those that ride on it. */
export const CARRIERS_BY_KIND: readonly Carrier[] = CARRIER_KINDS.flatMap((kind) =>
  CARRIERS.filter((carrier) => carrier.kind === kind),
)

/** What a carrier is called. */
export const namesOf = ({ id, names }: Carrier): string[] => [...new Set([id, ...Object.values(names)])]

/** What a phone shows of its lines. */
export const marksOf = ({ marks }: Carrier): string[] => [
  ...(marks.networks?.value ?? []),
  ...(marks.apns?.value.map(({ apn }) => apn) ?? []),
  ...(marks.senders?.value ?? []),
]
