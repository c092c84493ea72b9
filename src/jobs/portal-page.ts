import type { PortalPage } from '../channels/portal/page.ts'
import { CARRIERS } from '../carriers/index.ts'
import type { Amount } from '../core/amount.ts'
import { failed, succeeded, type Outcome } from '../core/failure.ts'
import type { Line } from '../core/line.ts'
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
  line: Line,
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
  const reading = readingOf(line, explained.value.outcome.value)
  if (reading === null || !saysEnough(reading)) return null
  return { reading: { ...reading, carrier: reading.carrier ?? line.carrier }, text: explained.value.opened.text }
}

/** Of several lines the one with the number's end; a page that names another line is not this one's. */
function readingOf({ numberSuffix }: Line, readings: readonly Reading[]): Reading | null {
  const own = readings.filter(
    ({ line }) => numberSuffix === null || line === null || line.endsWith(numberSuffix) || numberSuffix.endsWith(line),
  )
  const named = own.filter(({ line }) => line !== null)
  if (named.length === 1) return named[0]!
  return own.length === 1 && readings.length === 1 ? own[0]! : null
}

const isSaid = ({ kind }: Amount): boolean => kind !== 'unknown'

/** Sizes alone are an offer's; what is left or was used is a line's. */
const saysEnough = ({ total, buckets, unlimited, throttled }: Reading): boolean =>
  unlimited === true ||
  throttled === true ||
  [total, ...buckets].some(({ remaining, used }) => isSaid(remaining.amount) || isSaid(used.amount))
