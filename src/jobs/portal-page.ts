import { isForbidden } from '../channels/portal/forbidden.ts'
import type { PortalPage } from '../channels/portal/page.ts'
import { CARRIERS } from '../carriers/index.ts'
import type { Amount } from '../core/amount.ts'
import { failed, succeeded, type Outcome } from '../core/failure.ts'
import type { Line } from '../core/line.ts'
import { isNumberOf, phoneNumbersIn } from '../core/phone-number.ts'
import type { Place, Reading } from '../core/reading.ts'
import type { KeptReading } from '../ledger/records.ts'
import type { Store } from '../ledger/store.ts'
import { explainBytes } from '../reader/index.ts'
import { keepReading } from './readings.ts'

/** A reading with the text that it was read from. */
export interface ReadPage {
  readonly reading: Reading
  readonly text: string
}
export interface Kept extends ReadPage {
  readonly kept: KeptReading
}

/** Reads what a page says of a line, and keeps it. */
export async function keepPage(store: Store, line: Line, page: PortalPage, now: string): Promise<Outcome<Kept>> {
  const found = await readingIn(page, line, now)
  if (found === null) return failed('changed')
  const { kept } = await keepReading(store, line, found.reading, found.text, now)
  return succeeded({ kept, ...found })
}

/** What a page says of a line, where it says what is left of it or was used. */
export async function readingIn(
  page: PortalPage,
  line: Pick<Line, 'carrier' | 'numberSuffix'>,
  now: string,
): Promise<ReadPage | null> {
  const { bytes, contentType } = page.evidence
  const carrier = CARRIERS.find(({ id }) => id === line.carrier)
  const explained = await explainBytes(bytes, {
    contentType,
    now,
    observedAt: now,
    channel: 'portal',
    ...(carrier === undefined ? {} : { carrier }),
  })
  if (!explained.ok || !explained.value.outcome.ok) return null
  const { text } = explained.value.opened
  const reading = readingOf(line, explained.value.outcome.value, text)
  if (reading === null || !saysEnough(reading) || isOffered(reading, text, page)) return null
  return { reading: { ...reading, carrier: reading.carrier ?? line.carrier }, text }
}

/** Of several lines the one with the number's end; what a page says of another number is not this one's. */
function readingOf(
  { numberSuffix }: Pick<Line, 'numberSuffix'>,
  readings: readonly Reading[],
  text: string,
): Reading | null {
  const own = readings.filter(({ line }) => numberSuffix === null || line === null || isNumberOf(line, numberSuffix))
  const named = own.filter(({ line }) => line !== null)
  if (named.length === 1) return named[0]!
  const [only] = own
  if (only === undefined || readings.length > 1) return null
  return numberSuffix === null || isUnder(numberSuffix, only, text) ? only : null
}

/** Whether the number that stands last before a figure, else the first one after it, is the line's; or none stands there. */
function isUnder(numberSuffix: string, reading: Reading, text: string): boolean {
  const first = Math.min(...placesIn(reading).map(({ start }) => start))
  const numbers = phoneNumbersIn(text)
  const number = numbers.findLast(({ start }) => start < first) ?? numbers[0]
  return number === undefined || isNumberOf(number.ending, numberSuffix)
}

/** Whether a figure stands in the words of something that buys or changes: 残りデータ量を1GB増やす. */
function isOffered(reading: Reading, text: string, { links, forms }: PortalPage): boolean {
  const offers = [...links, ...forms.flatMap(({ buttons }) => buttons)]
    .filter(({ words, address }) => isForbidden(words, address ?? ''))
    .map(({ words }) => unspaced(words))
  return placesIn(reading).some(({ start, end }) => {
    const before = unspaced(text.slice(Math.max(0, start - LONGEST_OFFER), start))
    const figure = unspaced(text.slice(start, end))
    const after = unspaced(text.slice(end, end + LONGEST_OFFER))
    return offers.some((words) => {
      const at = words.indexOf(figure)
      const isMore = at >= 0 && words.length > figure.length
      return isMore && before.endsWith(words.slice(0, at)) && after.startsWith(words.slice(at + figure.length))
    })
  })
}

const LONGEST_OFFER = 200

const unspaced = (words: string): string => words.replace(/\s+/gu, '')

const placesIn = ({ total, buckets }: Reading): Place[] =>
  [total, ...buckets]
    .flatMap(({ remaining, used, allowance }) => [remaining, used, allowance])
    .flatMap(({ provenance }) => provenance?.places ?? [])

const isSaid = ({ kind }: Amount): boolean => kind !== 'unknown'

/** Sizes alone are an offer's; what is left or was used is a line's. */
const saysEnough = ({ total, buckets, unlimited, throttled }: Reading): boolean =>
  unlimited === true ||
  throttled === true ||
  [total, ...buckets].some(({ remaining, used }) => isSaid(remaining.amount) || isSaid(used.amount))
