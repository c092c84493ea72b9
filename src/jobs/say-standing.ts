import type { Situation } from '../advice/situation.ts'
import { timeIn, zoneOf } from '../core/cycle.ts'
import { dateText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { STATUS_SENTENCES } from '../text/status.ts'

const MINUTE_MILLISECONDS = 60_000

/** Until when: the cycle, the data or the trip; null where nobody knows. */
export function endText({ standing, end }: Situation, language: Language): string | null {
  const { line, until, outdated } = standing
  const zone = zoneOf(line.cycle)
  if (end !== null) return STATUS_SENTENCES[language].ends[end.with](dateText({ at: end.lastDay, zone }, language))
  return until === null || outdated !== null ? null : READ_SENTENCES[language].until(dateText(until, language))
}

/** How old the figures are and from where; null where nothing was read. */
export function ageText({ standing: { kept, line }, now }: Situation, language: Language): string | null {
  if (kept === null) return null
  const say = STATUS_SENTENCES[language]
  const zone = zoneOf(line.cycle)
  const minutes = Math.floor((Date.parse(now) - Date.parse(kept.moment)) / MINUTE_MILLISECONDS)
  const age =
    minutes >= 0
      ? READ_SENTENCES[language].age(minutes)
      : say.seenAhead(dateText({ at: timeIn(zone, kept.moment), zone }, language))
  return say.seen(age, LEDGER_SENTENCES[language].channels[kept.reading.channel])
}

/** How the figure came to be where the carrier does not state it; null where it does. */
export function basisText({ standing: { usable } }: Situation, language: Language): string | null {
  if (usable.amount.kind !== 'known') return null
  const say = STATUS_SENTENCES[language]
  return usable.basis === 'computed' ? say.computed : usable.basis === 'sum' ? say.sum : null
}
