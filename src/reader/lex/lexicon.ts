import { withoutAccent } from './normalise.ts'
import { SENSES, type Sense, type Words } from '../words/senses.ts'
import { en } from '../words/en.ts'
import { ja } from '../words/ja.ts'
import { other } from '../words/other.ts'
import { zh } from '../words/zh.ts'
import {
  COUNT_AFTER,
  MONTH_AFTER,
  MONTH_NAMES,
  MONEY_AFTER,
  MONEY_BEFORE,
  PACKET_NAMES,
  SPEED_NAMES,
  TRANSFER_NAMES,
  UNIT_NAMES,
} from '../words/units.ts'

/** What may follow a number: a unit of data, of speed, of money, a counter, or a per cent sign. */
export interface UnitMeaning {
  readonly kind: 'amount' | 'speed' | 'transfer' | 'packets' | 'money' | 'count' | 'month' | 'percent'
  readonly power: number
  /** The name itself says 1024. */
  readonly binary: boolean
  /** A bare letter, a unit only beside a label. */
  readonly weak: boolean
  /** French "Go", "To": a unit only with a capital, or "15 to 20" would be terabytes. */
  readonly capital: boolean
}

const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/gu

/** As `normalise` leaves the text. */
const withoutAccents = (word: string): string => word.replace(ACCENTED, withoutAccent)

/** Room for the nodes: about twice as many as there are. */
const MOST_NODES = 1 << 15

/**
 * Words by longest match. A trie of first children and siblings in flat arrays, small enough to stay near the processor: most of
 * the time of reading once went into its steps.
 */
export class Trie<T> {
  /** Node of each first character, 0 where no word begins: nearly every position of a text is refused here. */
  readonly #roots = new Uint16Array(65536)
  /** By node: its character, its first child and its next sibling, 0 for none. Node 0 is no node. */
  readonly #codes = new Uint16Array(MOST_NODES)
  readonly #children = new Uint16Array(MOST_NODES)
  readonly #siblings = new Uint16Array(MOST_NODES)
  /** By node: what the word that ends there means. */
  readonly #meanings: (T | null)[] = [null]
  /** By node: 1 where the last letter belongs to a script that writes blanks between words. */
  readonly #spaced = new Uint8Array(MOST_NODES)

  add(printed: string, meaning: T): void {
    const word = withoutAccents(printed)
    let node = (this.#roots[word.charCodeAt(0)] ||= this.#newNode(word.charCodeAt(0)))
    for (let i = 1; i < word.length; i++)
      node = this.#childOf(node, word.charCodeAt(i)) || this.#addChild(node, word.charCodeAt(i))
    this.#meanings[node] ??= meaning
    this.#spaced[node] = isSpacedLetter(word.charCodeAt(word.length - 1)) ? 1 : 0
  }

  /** End of the longest word at `start`, written to `found`; -1 when none. Words of spaced scripts end at a word's end. */
  match(text: string, start: number, found: { meaning: T | null }): number {
    let node = this.#roots[text.charCodeAt(start)] ?? 0
    let end = -1
    for (let i = start + 1; node !== 0; i++) {
      const meaning = this.#meanings[node]!
      if (meaning !== null && !(this.#spaced[node] === 1 && isSpacedLetter(text.charCodeAt(i)))) {
        end = i
        found.meaning = meaning
      }
      if (i >= text.length) break
      node = this.#childOf(node, text.charCodeAt(i))
    }
    return end
  }

  #childOf(node: number, code: number): number {
    let child = this.#children[node]!
    while (child !== 0 && this.#codes[child] !== code) child = this.#siblings[child]!
    return child
  }

  #addChild(node: number, code: number): number {
    const child = this.#newNode(code)
    let last = this.#children[node]!
    if (last === 0) return (this.#children[node] = child)
    // Behind its siblings: what is added first is met most.
    while (this.#siblings[last] !== 0) last = this.#siblings[last]!
    return (this.#siblings[last] = child)
  }

  #newNode(code: number): number {
    const node = this.#meanings.push(null) - 1
    if (node >= MOST_NODES) throw new Error('too many words for the table')
    this.#codes[node] = code
    return node
  }
}

/** Latin, Greek and Cyrillic letters: scripts in which a word ends at a blank. */
export function isSpacedLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x52f) ||
    (code >= 0x1e00 && code <= 0x1eff)
  )
}

const CAPITAL_UNITS = new Set(['go', 'mo', 'ko', 'to'])

/** Everything that gives a number before it a kind. */
export const UNITS = new Trie<UnitMeaning>()
for (const { power, binary = false, weak = false, names } of UNIT_NAMES)
  for (const name of names) UNITS.add(name, { kind: 'amount', power, binary, weak, capital: CAPITAL_UNITS.has(name) })
const plainUnit = (kind: UnitMeaning['kind']): UnitMeaning => ({
  kind,
  power: 0,
  binary: false,
  weak: false,
  capital: false,
})
for (const name of PACKET_NAMES) UNITS.add(name, plainUnit('packets'))
for (const name of TRANSFER_NAMES) UNITS.add(name, plainUnit('transfer'))
for (const name of SPEED_NAMES) UNITS.add(name, plainUnit('speed'))
for (const name of MONEY_AFTER) UNITS.add(name, plainUnit('money'))
for (const name of MONTH_AFTER) UNITS.add(name, plainUnit('month'))
for (const name of COUNT_AFTER) UNITS.add(name, plainUnit('count'))
for (const name of ['%', 'パーセント', 'percent', 'per cent', '割', '퍼센트']) UNITS.add(name, plainUnit('percent'))

/** Every sense, and the two that only the lexer needs: a currency sign before a number, a month's name. */
export type WordSense = Sense | 'money' | 'month'

/** Words to senses. */
export type Lexicon = Trie<WordSense>

/** The words of all languages together, a carrier's own first. */
export function makeLexicon(extra: Words = {}): Lexicon {
  const lexicon: Lexicon = new Trie()
  for (const words of [extra, ja, zh, en, other] as readonly Words[])
    for (const sense of SENSES) for (const word of words[sense] ?? []) lexicon.add(word, sense)
  for (const sign of MONEY_BEFORE) lexicon.add(sign, 'money')
  for (const name of MONTH_NAMES) lexicon.add(name, 'month')
  return lexicon
}

/** The words without any carrier's own. */
export const LEXICON = makeLexicon()
