import type { Carrier } from '../carriers/carrier.ts'
import { MYTHS, type Myth } from '../carriers/myths.ts'
import { CARRIERS_BY_KIND, folded, marksOf, namesOf } from './find.ts'
import { PAGES, type ManagingPage, type PageId } from './pages.ts'
import { PHRASE_IDS, PHRASES, type PhraseId } from './phrases.ts'

/** What pages and phrases are called in the reader's language. */
export interface Titles {
  readonly pages: Readonly<Record<PageId, string>>
  readonly phrases: Readonly<Record<PhraseId, string>>
}

/** What was found while somebody types, the closest first. */
export interface Hits {
  /** Each with the word that it was found by. */
  readonly carriers: readonly { readonly carrier: Carrier; readonly by: string }[]
  readonly myths: readonly Myth[]
  readonly pages: readonly ManagingPage[]
  readonly phrases: readonly PhraseId[]
}

/** As `find`, for somebody who is still typing: the beginning of a word is enough, and from two characters on any part of it. */
export function search(typed: string, titles: Titles): Hits {
  const wanted = folded(typed)
  if (wanted === '') return { carriers: [], myths: [], pages: [], phrases: [] }
  const carriers = closest(wanted, CARRIERS_BY_KIND, wordsOf)
  const nearest = carriers[0]?.distance ?? HOLDS
  return {
    carriers: carriers.map(({ thing, by }) => ({ carrier: thing, by })),
    // Whoever has typed "docomo" so far means docomo, not what is said of it.
    myths: things(
      closest(wanted, MYTHS, ({ words }) => words).filter(
        ({ distance }) => distance === IS || (distance === BEGINS && distance < nearest),
      ),
    ),
    pages: things(closest(wanted, PAGES, ({ id }) => [titles.pages[id], id])),
    phrases: things(closest(wanted, PHRASE_IDS, (id) => [titles.phrases[id], ...Object.values(PHRASES[id])])),
  }
}

/** Names, marks, and what a carrier's channels are called and reached by. */
function wordsOf(carrier: Carrier): string[] {
  const { portal, app, hotline, sms } = carrier.channels
  return [
    ...namesOf(carrier),
    ...marksOf(carrier),
    ...[portal?.name, app?.name].filter((name) => name !== undefined),
    ...(hotline?.numbers.map(({ number }) => number) ?? []),
    ...(sms !== null && 'text' in sms ? [sms.text] : []),
  ]
}

/** How far a word is from what was typed. */
const [IS, BEGINS, PART_BEGINS, HOLDS] = [0, 1, 2, 3]

interface Hit<Thing> {
  readonly thing: Thing
  readonly by: string
  readonly distance: number
}

const things = <Thing>(hits: readonly Hit<Thing>[]): Thing[] => hits.map(({ thing }) => thing)

/** Those that have a word which fits, each by the word that fits best. */
function closest<Thing>(
  wanted: string,
  all: readonly Thing[],
  words: (thing: Thing) => readonly string[],
): Hit<Thing>[] {
  return all
    .flatMap((thing) => {
      const hits = words(thing).flatMap((by) => {
        const distance = distanceOf(wanted, by)
        return distance === null ? [] : [{ thing, by, distance }]
      })
      return hits.sort((a, b) => a.distance - b.distance).slice(0, 1)
    })
    .sort((a, b) => a.distance - b.distance)
}

function distanceOf(wanted: string, word: string): number | null {
  const whole = folded(word)
  if (whole === wanted) return IS
  if (whole.startsWith(wanted)) return BEGINS
  if (word.split(/[\s・_.@-]+/u).some((part) => folded(part).startsWith(wanted))) return PART_BEGINS
  return [...wanted].length > 1 && whole.includes(wanted) ? HOLDS : null
}
