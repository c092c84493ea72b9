import { dateIn, zoneOf } from '../core/cycle.ts'
import type { Failure, FailureCode } from '../core/failure.ts'
import type { AlertSettings } from '../core/line.ts'
import type { Supply } from '../forecast/supply.ts'
import type { AlertGiven } from '../ledger/records.ts'
import type { Situation } from './situation.ts'

/** What ends the data of now, and its last day. */
export type End = NonNullable<Situation['end']>

/** A channel that waits for a person; `at` is the instant of the failure since which it waits, not of a later look at it. */
export interface Trouble {
  readonly failure: Failure
  readonly at: string
}

/** What there is to tell, with what a sentence about it needs. Bytes are whole, days YYYY-MM-DD in the line's zone. */
type AlertFacts =
  | { readonly kind: 'throttled' }
  /** Nothing is left. The same event as `runOut`, at its highest level. */
  | { readonly kind: 'usedUp'; readonly end: End | null }
  /** Likely to run out before the end. */
  | {
      readonly kind: 'runOut'
      /** 0 to 1. */
      readonly probability: number
      /** The likely day of it; never before today. */
      readonly date: string
      /** Days from today to it; 0: today, if not already. */
      readonly noticeDays: number
      readonly end: End
      /** Little of this line was seen yet: say that it is uncertain. */
      readonly restsOnPrior: boolean
    }
  /** Likely to cost more, or near to it. */
  | {
      readonly kind: 'nextStep'
      /** What can be used at the present price. */
      readonly upToBytes: number
      readonly leftBytes: number
      readonly yen: number
      readonly nextYen: number
      /** 0 to 1, that it costs more before the end; null where nobody knows. */
      readonly probability: number | null
      readonly end: End | null
    }
  /** Less is left than its owner wants to know of. */
  | {
      readonly kind: 'threshold'
      readonly threshold: AlertSettings['thresholds'][number]
      readonly leftBytes: number
      readonly end: End | null
    }
  /** Data that ends soon, and is likely to be left over. */
  | {
      readonly kind: 'expiring'
      readonly supply: Pick<Supply, 'grant' | 'name' | 'leftBytes'>
      readonly unusedBytes: number
      readonly lastDay: string
    }
  | { readonly kind: 'channel'; readonly code: FailureCode }
  /**
   * The newest figures are too old. `reset`: they are of a cycle that is over; `unread`: nobody looked since; `carrier`: somebody did,
   * and the carrier has not counted since.
   */
  | { readonly kind: 'stale'; readonly cause: 'reset' | 'unread' | 'carrier'; readonly moment: string }
  /** `isRead`: as read; else it follows from data that came since. */
  | { readonly kind: 'backToNormal'; readonly isRead: boolean }

/** Something to tell about a line, and which event it is: the same in every ledger. A higher level is worse. */
export type Alert = { readonly event: string; readonly level: number } & AlertFacts
/** Those of one kind. */
export type AlertOf<Kind extends Alert['kind']> = Extract<Alert, { kind: Kind }>

/** All that a cause looks at. */
export interface Asked {
  readonly situation: Situation
  readonly given: readonly AlertGiven[]
  readonly trouble: Trouble | null
}

/** The smallest top-up on sale is 100 MB: with less than that nobody has bought anything. */
export const BOUGHT_BYTES = 1e8

/** Whether this was told, as bad as that or worse. */
export const wasGiven = (given: readonly AlertGiven[], event: string, level = 1): boolean =>
  given.some((one) => one.event === event && one.level >= level)

/**
 * A name in events for the cycle that a line's figures are of: its last day; where nobody knows that, the month in which they were
 * counted, so that what is still so is told again once a month at most.
 */
export function cycleNameOf({ end, standing: { kept, line }, today }: Situation): string {
  const counted = kept === null ? today : dateIn(zoneOf(line.cycle), kept.moment)
  return end?.lastDay ?? counted.slice(0, 'YYYY-MM'.length)
}

/** An event that can come again within a cycle, by number: the first of which `isOver` does not hold. */
export function roundOf(name: string, isOver: (event: string, next: string) => boolean): string {
  let round = 1
  while (isOver(`${name}/${round}`, `${name}/${round + 1}`)) round += 1
  return `${name}/${round}`
}
