import { UNKNOWN, type Amount } from '../core/amount.ts'
import { cycleAt, dateIn, extentOf, timeIn, zoneOf, type CycleClock } from '../core/cycle.ts'
import type { Line, PriceStep } from '../core/line.ts'
import type { Reading, WallClock } from '../core/reading.ts'
import { isFromDevice } from './observation.ts'
import type { KeptReading } from './records.ts'
import { usableOf, type Usable } from './usable.ts'

/** Where a line stands now, as far as its readings tell. */
export interface Standing {
  readonly line: Line
  /** Of the present cycle, if any is, the newest reading that says what can be used; see `mostTelling`. Null where there is none. */
  readonly kept: KeptReading | null
  /** What that reading said could be used; it holds no longer where `outdated` says why. */
  readonly usable: Usable
  /** The data that it was about has begun anew since, or ended. */
  readonly outdated: 'reset' | 'expiry' | null
  readonly used: Amount
  readonly allowance: Amount
  /** As the newest reading that speaks of it says; null too where data came after a limited speed, and nobody says that it is over. */
  readonly throttled: boolean | null
  /** The last moment at which what is left can be used, as printed or by the line's clock. */
  readonly until: Pick<WallClock, 'at' | 'zone'> | null
  /** Of a plan whose price depends on use: how much more at the present price, and the price after that. */
  readonly nextStep: { readonly leftBytes: number; readonly yen: number } | null
}

/** What a line's readings say at an instant; `readings` newest first, without those withdrawn. */
export function standingOf(line: Line, readings: readonly KeptReading[], now: string): Standing {
  const past = readings.filter(({ moment }) => moment <= now)
  const current = past.filter((each) => outdatedAt(each, line.cycle, now) === null)
  const kept = mostTelling(current.length > 0 ? current : past, line, now)
  if (kept === null) return { line, kept, ...NOTHING }
  const { reading } = kept
  const used = current.find((each) => each.reading.total.used.amount.kind === 'known')
  return {
    line,
    kept,
    usable: usableOf(reading, line.plan, now),
    outdated: outdatedAt(kept, line.cycle, now),
    used: reading.total.used.amount,
    allowance: allowanceOf(reading, line),
    throttled: throttledOf(current, line, now),
    until: untilOf(reading, line.cycle, now),
    nextStep: nextStepOf(line.plan?.steps ?? [], used?.reading.total.used.amount ?? UNKNOWN),
  }
}

/** The newest that says what can be used, the carrier's own word before a device's count, which has its own beginning; else the newest. */
function mostTelling(readings: readonly KeptReading[], { plan }: Line, now: string): KeptReading | null {
  const telling = readings.filter(({ reading }) => usableOf(reading, plan, now).amount.kind !== 'unknown')
  return telling.find(({ reading }) => !isFromDevice(reading)) ?? telling[0] ?? readings[0] ?? null
}

function throttledOf(readings: readonly KeptReading[], { plan }: Line, now: string): boolean | null {
  const index = readings.findIndex(({ reading }) => reading.throttled !== null)
  if (readings[index]?.reading.throttled !== true) return readings[index]?.reading.throttled ?? null
  const [left, ...newer] = readings
    .slice(0, index + 1)
    .map(({ reading }) => usableOf(reading, plan, now).amount)
    .reverse()
  const leftBytes = left?.kind === 'known' ? left.highBytes : 0
  return newer.some((amount) => amount.kind === 'known' && amount.lowBytes > leftBytes) ? null : true
}

const NOTHING = {
  usable: { amount: UNKNOWN, basis: null },
  outdated: null,
  used: UNKNOWN,
  allowance: UNKNOWN,
  throttled: null,
  until: null,
  nextStep: null,
} as const

const allowanceOf = ({ total, buckets }: Reading, { plan }: Line): Amount =>
  total.allowance.amount.kind === 'unknown' && buckets.length === 0
    ? (plan?.allowance ?? UNKNOWN)
    : total.allowance.amount

/** How the data of a reading has ended at an instant; null while it lasts, or where nobody knows. */
function outdatedAt({ reading, moment }: KeptReading, clock: CycleClock | null, now: string): Standing['outdated'] {
  const expires = reading.expires && extentOf(reading.expires)
  if (expires && expires.to <= now) return 'expiry'
  const end = cycleEndOf(reading, clock, moment)
  return end === null || now < end ? null : ((clock && cycleAt(clock, moment))?.endsWith ?? 'reset')
}

/** When the cycle of a reading ends: as printed, else by the line's clock; null where neither says. */
export function cycleEndOf(reading: Reading, clock: CycleClock | null, moment: string): string | null {
  const printed = reading.cycleEnd && extentOf(reading.cycleEnd)
  return (printed ?? (clock && cycleAt(clock, moment)))?.to ?? null
}

function untilOf({ expires, cycleEnd, buckets }: Reading, clock: CycleClock | null, now: string): Standing['until'] {
  const printed = expires ?? cycleEnd
  if (printed) return printed
  const cycle = clock && cycleAt(clock, now)
  if (cycle) return lastMomentOf(cycle.to, clock)
  return buckets.length === 1 ? buckets[0]!.expires : null
}

/** As people write ends: the last day, or the time where the end is by the clock. */
function lastMomentOf(to: string, clock: CycleClock): Pick<WallClock, 'at' | 'zone'> {
  const zone = zoneOf(clock)
  if (clock.kind === 'hours') return { at: timeIn(zone, to), zone }
  return { at: dateIn(zone, new Date(Date.parse(to) - 1).toISOString()), zone }
}

function nextStepOf(steps: readonly PriceStep[], used: Amount): Standing['nextStep'] {
  if (used.kind !== 'known') return null
  const index = steps.findIndex(({ upToBytes }) => upToBytes === null || used.highBytes < upToBytes)
  const [step, next] = [steps[index], steps[index + 1]]
  return step?.upToBytes == null || !next ? null : { leftBytes: step.upToBytes - used.highBytes, yen: next.yen }
}
