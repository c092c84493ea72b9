import type { Outcome } from '../core/failure.ts'
import { failed, succeeded } from '../core/failure.ts'
import type { Channel, Place, Reading } from '../core/reading.ts'
import type { CarrierWords } from '../carriers/carrier.ts'
import { assemble } from './decide/assemble.ts'
import { decide, saysAnything } from './decide/decide.ts'
import type { Draft } from './decide/draft.ts'
import { layOut } from './tie/layout.ts'
import { lex } from './lex/lex.ts'
import { LEXICON, makeLexicon, type Lexicon } from './lex/lexicon.ts'
import { normalise } from './lex/normalise.ts'
import { openBytes, openText, type Hint } from './open/index.ts'
import type { Opened } from './open/opened.ts'
import { readableText } from './payload/generic.ts'
import { readPayload } from './payload/read-payload.ts'
import { tie } from './tie/tie.ts'
import type { Sense } from './words/senses.ts'

/** What the caller knows and the evidence may not say. */
export interface ReadOptions {
  /** Adds the carrier's own words and fixes its unit base. */
  readonly carrier?: CarrierWords
  readonly channel?: Channel
  /** ISO instant; completes dates that are printed without a year. */
  readonly now?: string
  /** ISO instant at which the evidence reached us. */
  readonly observedAt?: string
}

/** The evidence laid open beside what was read from it: every place points into `opened.text`. */
export interface Explained {
  readonly opened: Opened
  readonly outcome: Outcome<Reading[]>
}

/** Reads text, a pasted page or a payload. One reading per line. Fails with `unreadable` when it says nothing of data. Never throws. */
export function readText(text: string, options: ReadOptions = {}): Outcome<Reading[]> {
  return explainText(text, options).outcome
}

/** As `readText`, with the text that the places point into. */
export function explainText(text: string, options: ReadOptions = {}): Explained {
  return readOpened(openText(text), options)
}

/** As `explainText`, from the bytes of a file or an answer in any charset; mails too. */
export async function explainBytes(bytes: Uint8Array, options: ReadOptions & Hint = {}): Promise<Outcome<Explained>> {
  const opened = await openBytes(bytes, { contentType: options.contentType, fileName: options.fileName })
  return opened.ok ? succeeded(readOpened(opened.value, options)) : opened
}

function readOpened(opened: Opened, options: ReadOptions): Explained {
  if (opened.text.trim() === '') return { opened, outcome: failed('unreadable', 'empty') }
  const isPayload = opened.tree !== null
  let drafts = opened.tree ? readPayload(opened.tree, opened.text) : readPlain(opened.text, options, opened.sentAt)
  drafts = drafts.filter((draft) => saysAnything(draft, isPayload))
  // A payload whose keys say nothing may carry a sentence: a router's USSD answer.
  const sentences = opened.tree && drafts.length === 0 ? readableText(opened.tree, opened.text) : ''
  if (sentences !== '')
    drafts = readPlain(sentences, options, opened.sentAt).filter((draft) => saysAnything(draft, false))
  const readings = drafts.map((draft) => decide(draft, opened, options, isPayload && sentences === ''))
  return { opened, outcome: readings.length > 0 ? succeeded(readings) : failed('unreadable', 'no-figures') }
}

/** lex -> tie -> assemble on opened text. */
function readPlain(text: string, options: ReadOptions, sentAt: string | null): Draft[] {
  const normalised = normalise(text)
  const tokens = lex(normalised.text, text, {
    lexicon: lexiconOf(options.carrier),
    base: options.carrier?.unit?.value ?? null,
  })
  const lines = tie(layOut(tokens, normalised.text), normalised.text)
  const { origin } = normalised
  const back = (place: Place): Place => (origin ? { start: origin[place.start]!, end: origin[place.end]! } : place)
  const shown = (place: Place): string => {
    const { start, end } = back(place)
    return text.slice(start, end)
  }
  const today = (options.now ?? sentAt)?.slice(0, 10) ?? null
  const drafts = lines.map((ties) => ({
    ...assemble(ties, shown, today),
    ...(ties.line !== null && { line: ties.line }),
  }))
  return origin ? movePlaces(drafts, back) : drafts
}

/** A word as printed in the form in which the lexer meets it. */
const asRead = (word: string): string => word.normalize('NFKC').toLowerCase()

const lexicons = new WeakMap<CarrierWords, Lexicon>()

function lexiconOf(carrier: CarrierWords | undefined): Lexicon {
  if (!carrier) return LEXICON
  let lexicon = lexicons.get(carrier)
  if (!lexicon) {
    const { remaining = [], used = [], allowance = [] } = carrier.words ?? {}
    const words: Partial<Record<Sense, readonly string[]>> = {
      remaining: remaining.map(asRead),
      used: used.map(asRead),
      allowance: allowance.map(asRead),
    }
    for (const bucket of carrier.buckets ?? [])
      if (bucket.grant !== 'unknown')
        words[bucket.grant] = [...(words[bucket.grant] ?? []), ...bucket.words.map(asRead)]
    lexicons.set(carrier, (lexicon = makeLexicon(words)))
  }
  return lexicon
}

/** Places in normalised text as places in the text that the person sees. */
function movePlaces<T>(value: T, back: (place: Place) => Place): T {
  if (Array.isArray(value)) return value.map((each) => movePlaces(each, back)) as T
  if (value === null || typeof value !== 'object') return value
  if ('start' in value && 'end' in value) return back(value as unknown as Place) as T
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, movePlaces(each, back)])) as T
}
