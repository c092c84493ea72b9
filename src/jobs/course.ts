import { cycleAt, dayIn, zoneOf } from '../core/cycle.ts'
import type { Amount } from '../core/amount.ts'
import { usableOf } from '../ledger/usable.ts'
import { fanAhead, type Surveyed } from './situations.ts'

/** Bytes at an instant, in milliseconds since 1970. */
export interface Seen {
  readonly at: number
  readonly bytes: number
}

/** Bytes at an instant to come: nine in ten futures lie above `lowBytes`, nine in ten below `highBytes`. */
export interface Ahead {
  readonly at: number
  readonly lowBytes: number
  readonly middleBytes: number
  readonly highBytes: number
}

/** How a line has gone in its cycle and how it is likely to go on, for a chart: instants in milliseconds since 1970, oldest first. */
export interface Course {
  /** What the bytes are of. */
  readonly measure: 'left' | 'used'
  readonly seen: readonly Seen[]
  readonly ahead: readonly Ahead[]
  /** What the cycle began with; null where nobody says. */
  readonly allowanceBytes: number | null
}

/** Without a cycle so much of the past is shown. */
const PAST_MILLISECONDS = 30 * 86_400_000

/** A line's course; null where nothing of it is known. What has ended has none. */
export function courseOf(surveyed: Surveyed): Course | null {
  const { situation, readings, question } = surveyed
  const { line, kept, outdated, allowance } = situation.standing
  if (kept === null || outdated !== null) return null
  const measure = question?.supplies ? 'left' : 'used'
  const from = beginOf(surveyed)
  const seen = readings
    .filter(({ moment }) => moment >= from && moment <= kept.moment)
    .map(({ moment, reading }) => ({
      at: Date.parse(moment),
      amount: measure === 'left' ? usableOf(reading, line.plan, moment).amount : reading.total.used.amount,
    }))
    .flatMap(({ at, amount }) => (amount.kind === 'known' ? [{ at, bytes: middleOf(amount) }] : []))
    .reverse()
  const last = seen.at(-1)
  if (last === undefined) return null
  const zone = zoneOf(line.cycle)
  const already = measure === 'used' ? last.bytes : 0
  const ahead = fanAhead(surveyed).map(({ date, lowBytes, middleBytes, highBytes }) => ({
    at: Date.parse(dayIn(zone, date).to),
    lowBytes: already + lowBytes,
    middleBytes: already + middleBytes,
    highBytes: already + highBytes,
  }))
  return { measure, seen, ahead, allowanceBytes: allowance.kind === 'known' ? allowance.highBytes : null }
}

/** The instant from which readings are of the same data. */
function beginOf({ situation: { standing } }: Surveyed): string {
  const { line, kept } = standing
  const cycle = line.cycle && cycleAt(line.cycle, kept!.moment)
  return cycle?.from ?? new Date(Date.parse(kept!.moment) - PAST_MILLISECONDS).toISOString()
}

const middleOf = ({ lowBytes, highBytes }: Extract<Amount, { kind: 'known' }>): number => (lowBytes + highBytes) / 2
