import type { PortalPage } from '../channels/portal/page.ts'
import { CARRIERS } from '../carriers/index.ts'
import type { Amount } from '../core/amount.ts'
import { failed, succeeded, type Outcome } from '../core/failure.ts'
import type { Line } from '../core/line.ts'
import { isNumberOf, phoneNumbersIn } from '../core/phone-number.ts'
import type { Reading } from '../core/reading.ts'
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
export async function keepPage(
  store: Store,
  line: Line,
  evidence: PortalPage['evidence'],
  now: string,
): Promise<Outcome<Kept>> {
  const found = await readingIn(evidence, line, now)
  if (found === null) return failed('changed')
  const { kept } = await keepReading(store, line, found.reading, found.text, now)
  return succeeded({ kept, ...found })
}

/** What a page says of a line, where it says what is left of it or was used. */
export async function readingIn(
  { bytes, contentType }: PortalPage['evidence'],
  line: Pick<Line, 'carrier' | 'numberSuffix'>,
  now: string,
): Promise<ReadPage | null> {
  const carrier = CARRIERS.find(({ id }) => id === line.carrier)
  const explained = await explainBytes(bytes, {
    contentType,
    now,
    observedAt: now,
    channel: 'portal',
    ...(carrier === undefined ? {} : { carrier }),
  })
  if (!explained.ok || !explained.value.outcome.ok) return null
  const reading = readingOf(line, explained.value.outcome.value, explained.value.opened.text)
  if (reading === null || !saysEnough(reading)) return null
  return { reading: { ...reading, carrier: reading.carrier ?? line.carrier }, text: explained.value.opened.text }
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
function isUnder(numberSuffix: string, { total, buckets }: Reading, text: string): boolean {
  const starts = [total, ...buckets]
    .flatMap(({ remaining, used, allowance }) => [remaining, used, allowance])
    .flatMap(({ provenance }) => provenance?.places ?? [])
    .map(({ start }) => start)
  const numbers = phoneNumbersIn(text)
  const number = numbers.findLast(({ start }) => start < Math.min(...starts)) ?? numbers[0]
  return number === undefined || isNumberOf(number.ending, numberSuffix)
}

const isSaid = ({ kind }: Amount): boolean => kind !== 'unknown'

/** Sizes alone are an offer's; what is left or was used is a line's. */
const saysEnough = ({ total, buckets, unlimited, throttled }: Reading): boolean =>
  unlimited === true ||
  throttled === true ||
  [total, ...buckets].some(({ remaining, used }) => isSaid(remaining.amount) || isSaid(used.amount))
