/** What can go wrong with a portal, and what is right to make of it. */
import type { FailureCode } from '../../src/core/failure.ts'
import { STAGES, type Portal, type Stage } from './portal.ts'

/** What a visit ends with. */
export type Result = 'reading' | FailureCode

interface FaultKind {
  /** Where it shows; "anywhere" is at the door or, where that was asked for, inside. */
  readonly stage: Stage | 'anywhere'
  /** Each of these names it rightly, the best first. */
  readonly outcomes: readonly Result[]
  /** Instant at which it says that it will be over. */
  readonly until?: string
  /** A password is sent before it shows. */
  readonly afterPassword?: true
  readonly failedLogins?: 1
}

/** An instant at which the dates on the pages are of this year, for whoever needs a clock. */
export const NOW = '2026-11-26T03:00:00.000Z'
/** 2026-11-27 6:00 in Tokyo. */
const MAINTENANCE_END = '2026-11-26T21:00:00.000Z'

const FAULT_KINDS = {
  'wrong-password': { stage: 'signIn', outcomes: ['wrong-credentials'], afterPassword: true, failedLogins: 1 },
  locked: { stage: 'signIn', outcomes: ['locked'], afterPassword: true },
  captcha: { stage: 'signIn', outcomes: ['needs-person'] },
  'foreign-form': { stage: 'signIn', outcomes: ['changed'] },
  'foreign-button': { stage: 'signIn', outcomes: ['changed'] },
  'foreign-redirect': { stage: 'signIn', outcomes: ['changed', 'unreachable'], afterPassword: true },
  terms: { stage: 'inside', outcomes: ['needs-person'] },
  'password-change': { stage: 'inside', outcomes: ['needs-person'] },
  'app-approval': { stage: 'inside', outcomes: ['needs-person'] },
  'passkey-promotion': { stage: 'inside', outcomes: ['reading', 'needs-person'] },
  redesign: { stage: 'figure', outcomes: ['changed'] },
  'session-ends': { stage: 'figure', outcomes: ['reading', 'unreachable', 'too-soon'] },
  maintenance: { stage: 'anywhere', outcomes: ['maintenance'] },
  'maintenance-until': { stage: 'anywhere', outcomes: ['maintenance'], until: MAINTENANCE_END },
  'maintenance-page': { stage: 'anywhere', outcomes: ['maintenance'], until: MAINTENANCE_END },
  slow: { stage: 'anywhere', outcomes: ['reading'] },
  reset: { stage: 'anywhere', outcomes: ['unreachable'] },
  error: { stage: 'anywhere', outcomes: ['unreachable'] },
  'truncated-gzip': { stage: 'anywhere', outcomes: ['unreachable'] },
  'cut-off': { stage: 'anywhere', outcomes: ['unreachable'] },
  'redirect-loop': { stage: 'anywhere', outcomes: ['unreachable'] },
} as const satisfies Record<string, FaultKind>
export type Fault = keyof typeof FAULT_KINDS
export const FAULTS = Object.keys(FAULT_KINDS) as Fault[]

/** How a portal is visited. */
export interface Way {
  readonly fault: Fault | null
  /** Where a fault of the network or the server shows. */
  readonly at: 'door' | 'inside'
  readonly engine: 'http' | 'browser'
  /** Over the line itself, with Wi-Fi off. */
  readonly isOverLine: boolean
}

/** What a visit must end with. */
export interface Expected {
  /** Each of these is right, the best first; a reading must say what the portal `gives`. */
  readonly outcomes: readonly Result[]
  /** The same, once the code was given; null where none is asked for on the way. */
  readonly afterCode: Omit<Expected, 'afterCode'> | null
  /** When a maintenance ends, an instant; null where it is not said. */
  readonly until: string | null
  /** At most so many passwords are sent. */
  readonly passwords: number
  readonly failedLogins: number
}

/** The faults that can show at a portal: not those that lie behind what stops everybody. */
export const faultsOf = ({ user, secret, stops }: Portal): Fault[] =>
  FAULTS.filter((fault) => {
    const { stage }: FaultKind = FAULT_KINDS[fault]
    if (stage === 'anywhere') return true
    if (user === null) return stage === 'figure'
    if (stops !== null && STAGES.indexOf(stage) > STAGES.indexOf(stops.stage)) return false
    return stage !== 'signIn' || (secret !== null && stops?.stage !== 'signIn')
  })

/** Where a fault can be told to show. */
export const placesOf = ({ user, stops }: Portal, fault: Fault): readonly Way['at'][] =>
  FAULT_KINDS[fault].stage === 'anywhere' && stops?.stage !== 'signIn' && user !== null ? ['door', 'inside'] : ['door']

interface Stop extends FaultKind {
  readonly stage: Stage
}

/** What a visit to a portal must end with: the first thing that stands in its way. */
export function expectedOf(portal: Portal, way: Partial<Way> = {}): Expected {
  const stops = stopsOf(portal, { fault: null, at: 'door', engine: 'http', isOverLine: false, ...way })
  const afterCode = stops[0]?.stage === 'code' ? resultOf(portal, stops.slice(1)) : null
  return { ...resultOf(portal, stops), afterCode }
}

function resultOf(portal: Portal, [stop, ...later]: readonly Stop[]): Omit<Expected, 'afterCode'> {
  const isSignedIn = stop === undefined || STAGES.indexOf(stop.stage) > STAGES.indexOf('signIn')
  const sends = portal.secret !== null && portal.user !== null && (isSignedIn || stop.afterPassword === true)
  return {
    outcomes: outcomesOf([stop, ...later].filter((each) => each !== undefined)),
    until: stop?.until ?? null,
    // Whoever comes back after a session broke off may have signed in once more.
    passwords: sends ? (stop?.outcomes.includes('too-soon') ? 2 : 1) : 0,
    failedLogins: stop?.failedLogins ?? 0,
  }
}

/** Whoever gets past the first meets what stands behind it. */
function outcomesOf([stop, ...later]: readonly Stop[]): readonly Result[] {
  if (stop === undefined) return ['reading']
  const past = stop.outcomes.includes('reading') ? outcomesOf(later) : []
  return [...new Set([...past, ...stop.outcomes.filter((outcome) => outcome !== 'reading')])]
}

function stopsOf(portal: Portal, { fault, at, engine, isOverLine }: Way): Stop[] {
  const stops: Stop[] = []
  if (engine === 'http' && portal.needsScript !== null)
    stops.push({ stage: portal.needsScript === 'always' ? 'script' : 'scriptInside', outcomes: ['unsupported'] })
  if (portal.code !== null) stops.push({ stage: 'code', outcomes: ['needs-code'] })
  if (portal.isOpenByLine && !isOverLine) stops.push({ stage: 'signIn', outcomes: ['needs-person'] })
  if (portal.stops !== null) stops.push({ stage: portal.stops.stage, outcomes: [portal.stops.outcome] })
  const kind: FaultKind | null = fault === null || fault === 'slow' ? null : FAULT_KINDS[fault]
  // A server in trouble has no page to stop anybody with.
  if (kind?.stage === 'anywhere') stops.unshift({ ...kind, stage: at })
  else if (kind !== null) stops.push({ ...kind, stage: kind.stage })
  return stops.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
}
