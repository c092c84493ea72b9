/** Situations as advice and alerts see them, with figures that can be worked out by hand. */
import { daysBetween } from '../src/advice/dates.ts'
import type { Situation } from '../src/advice/situation.ts'
import type { Carrier } from '../src/carriers/carrier.ts'
import { CARRIERS } from '../src/carriers/index.ts'
import { UNKNOWN, UNLIMITED } from '../src/core/amount.ts'
import type { Line, Plan } from '../src/core/line.ts'
import type { Outlook } from '../src/forecast/outlook.ts'
import { probabilityAbove } from '../src/forecast/outlook.ts'
import type { Supply } from '../src/forecast/supply.ts'
import { UNSAID } from '../src/ledger/lines.ts'
import { bytes, GB, kept, reading } from './ledger-samples.ts'

export const TODAY = '2026-11-20'
/** Nine in the morning in Japan: 15 of the day's 24 hours are to come. */
export const NOW = '2026-11-20T00:00:00.000Z'
const REST_OF_TODAY = 15 / 24

export const carrierOf = (id: string): Carrier => CARRIERS.find((carrier) => carrier.id === id)!

/** Nineteen levels of use that rise evenly: the probability of more than x can be read off a straight line. */
export const usesFrom = (lowBytes: number, highBytes: number): number[] =>
  Array.from({ length: 19 }, (_, index) => lowBytes + ((highBytes - lowBytes) * index) / 18)

export const supply = (
  leftBytes: number,
  lastDay: string | null = null,
  grant: Supply['grant'] = 'plan',
  name = '',
): Supply => ({ grant, name, leftBytes, lastDay })

export interface Sketch {
  readonly carrier?: string
  readonly plan?: Plan | null
  readonly supplies?: readonly Supply[] | null
  readonly useBytes?: readonly number[]
  readonly runOutDate?: string | null
  /** That of all supplies together, where nothing else is said: as if none ended before the last day. */
  readonly risk?: number
  readonly lastDay?: string
  readonly ends?: 'reset' | 'expiry' | 'trip'
  readonly lastingBytesPerDay?: number
  readonly unusedBytes?: readonly number[]
  readonly monthUseBytes?: readonly number[] | null
  readonly pastMonthsBytes?: readonly number[]
  readonly usedBytes?: number
  readonly nextStep?: { readonly leftBytes: number; readonly yen: number } | null
  readonly outdated?: 'reset' | 'expiry' | null
  readonly throttled?: boolean | null
  readonly unlimited?: boolean
  readonly restsOnPrior?: boolean
  readonly today?: string
  readonly now?: string
  readonly line?: Partial<Line>
  readonly seen?: string
}

/** What is left is the sum of the supplies; what is likely follows from the uses. */
export function situation(sketch: Sketch): Situation {
  const { supplies = [supply(5 * GB)], useBytes = usesFrom(0, 10 * GB), lastDay = '2026-11-30', today = TODAY } = sketch
  const { ends = 'reset', now = NOW, unlimited = false } = sketch
  const left = supplies === null ? null : supplies.reduce((sum, { leftBytes }) => sum + leftBytes, 0)
  const together = left === null ? null : left === 0 ? 1 : probabilityAbove(useBytes, left)
  const risk = sketch.risk ?? together
  const line: Line = {
    ...UNSAID,
    id: 'line',
    name: 'mine',
    carrier: sketch.carrier ?? null,
    plan: sketch.plan ?? null,
    cycle: { kind: 'calendarMonth', zone: 'Asia/Tokyo' },
    ...sketch.line,
  }
  const amount = unlimited ? UNLIMITED : left === null ? UNKNOWN : bytes(left)
  const outlook: Outlook = {
    today,
    lastDay,
    useBytes,
    runOutProbability: risk,
    runOutDate: risk === null ? null : sketch.runOutDate === undefined ? '2026-11-26' : sketch.runOutDate,
    lastingBytesPerDay:
      left === null
        ? null
        : (sketch.lastingBytesPerDay ?? Math.floor(left / (daysBetween(TODAY, lastDay) + REST_OF_TODAY))),
    supplies: (supplies ?? []).map((each, index) => ({
      supply: each,
      usedUpProbability: 0.5,
      unusedBytes: sketch.unusedBytes?.[index] ?? 0,
    })),
    restsOnPrior: sketch.restsOnPrior ?? false,
  }
  return {
    now,
    today,
    standing: {
      line,
      kept: kept(sketch.seen ?? now, reading({ remaining: amount })),
      usable: { amount, basis: 'stated' },
      outdated: sketch.outdated ?? null,
      used: sketch.usedBytes === undefined ? UNKNOWN : bytes(sketch.usedBytes),
      allowance: sketch.plan?.allowance ?? UNKNOWN,
      throttled: sketch.throttled ?? null,
      until: null,
      nextStep: sketch.nextStep ?? null,
    },
    outlook,
    end: { lastDay, with: ends },
    monthUseBytes: sketch.monthUseBytes ?? null,
    pastMonthsBytes: sketch.pastMonthsBytes ?? [],
    rules: sketch.carrier === undefined ? null : carrierOf(sketch.carrier).rules,
  }
}
