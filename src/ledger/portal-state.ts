import type { Failure, FailureCode } from '../core/failure.ts'

/** What is remembered of a line's portal from run to run. Nothing of it is secret, and everything here is decided without a clock. */
export interface PortalState {
  /** Which credentials the line has: 0 before the first, one more whenever others take their place. */
  readonly credentialsRevision: number
  /** Credentials that the portal refused or locked: they are not sent again. */
  readonly stopped: { readonly code: 'wrong-credentials' | 'locked'; readonly credentialsRevision: number } | null
  /** When a password was last sent, in UTC, and which. */
  readonly lastLogin: { readonly at: string; readonly credentialsRevision: number } | null
  /** How often in a row the portal was closed or out of reach. */
  readonly failuresInARow: number
  /** Not before this instant, in UTC, and why not. */
  readonly wait: { readonly code: 'maintenance' | 'unreachable'; readonly until: string } | null
  /** What the last check ended with, and the instant at which it first did; null after a reading. */
  readonly trouble: { readonly failure: Failure; readonly at: string } | null
}

/** Of a line whose portal was never asked. */
export const UNTRIED: PortalState = {
  credentialsRevision: 0,
  stopped: null,
  lastLogin: null,
  failuresInARow: 0,
  wait: null,
  trouble: null,
}

/** Whether something may be done now; if not, why, and from which instant on (null: not before a person has acted). */
export type Permission =
  | { readonly may: true }
  | {
      readonly may: false
      readonly code: 'wrong-credentials' | 'locked' | 'maintenance' | 'too-soon'
      readonly until: string | null
    }

/** How a check ended. */
export interface CheckEnd {
  /** Null: with a reading. */
  readonly failure: Failure | null
  /** A password was sent. */
  readonly loggedIn: boolean
  /** The instant at which the portal says that its maintenance ends; null where it does not say. */
  readonly until: string | null
}

const MINUTE_MILLISECONDS = 60_000
const LOGIN_EVERY_MILLISECONDS = 30 * MINUTE_MILLISECONDS
/** However long a maintenance is said to last, once a day is looked. */
const LONGEST_WAIT_MILLISECONDS = 24 * 60 * MINUTE_MILLISECONDS
/** After the end that was stated, not everybody at once. */
const AFTER_MAINTENANCE_MILLISECONDS = 5 * MINUTE_MILLISECONDS
/** The first wait doubles with every failure, up to the longest. */
const BACK_OFF = {
  unreachable: { first: MINUTE_MILLISECONDS, longest: 60 * MINUTE_MILLISECONDS },
  maintenance: { first: 10 * MINUTE_MILLISECONDS, longest: 120 * MINUTE_MILLISECONDS },
} as const

/** What says nothing about the portal, since it was not asked. */
const UNASKED: readonly FailureCode[] = ['too-soon', 'sealed', 'no-credentials', 'unsupported']

/**
 * Whether a line's portal may be asked at `now`. Refused credentials stop it until they are replaced, `forced` or not; `forced` is a
 * person's word that a lock is off, and that no wait is wanted.
 */
export function mayCheck(state: PortalState, now: string, forced: boolean): Permission {
  const stop = stopOf(state, forced)
  if (stop !== null) return stop
  if (state.wait === null || forced) return { may: true }
  const { code, until } = state.wait
  const left = Date.parse(until) - Date.parse(now)
  if (left <= 0 || left > LONGEST_WAIT_MILLISECONDS) return { may: true }
  return { may: false, code: code === 'maintenance' ? code : 'too-soon', until }
}

/**
 * Whether a password may be sent at `now`: once in 30 minutes, unless `forced`, or unless the last one was refused and has been
 * replaced. A login that lies in the future, since the clock was set back, counts for an hour at most.
 */
export function mayLogIn(state: PortalState, now: string, forced: boolean): Permission {
  const stop = stopOf(state, forced)
  if (stop !== null) return stop
  const { lastLogin, stopped, credentialsRevision } = state
  if (lastLogin === null || forced) return { may: true }
  const refused = stopped?.credentialsRevision === lastLogin.credentialsRevision
  if (refused && lastLogin.credentialsRevision !== credentialsRevision) return { may: true }
  const until = Date.parse(lastLogin.at) + LOGIN_EVERY_MILLISECONDS
  const left = until - Date.parse(now)
  if (left <= 0 || left > 2 * LOGIN_EVERY_MILLISECONDS) return { may: true }
  return { may: false, code: 'too-soon', until: new Date(until).toISOString() }
}

function stopOf({ stopped, credentialsRevision }: PortalState, forced: boolean): Permission | null {
  if (stopped?.credentialsRevision !== credentialsRevision) return null
  return stopped.code === 'locked' && forced ? null : { may: false, code: stopped.code, until: null }
}

/** The line was given other credentials. What was wrong with the old ones is no trouble any more; a closed portal still is. */
export const withNewCredentials = (state: PortalState): PortalState => ({
  ...state,
  credentialsRevision: state.credentialsRevision + 1,
  trouble: state.wait === null ? null : state.trouble,
})

/** A password is about to be sent. To be kept before it is, so that a run that dies meanwhile has still counted. */
export const withLogin = (state: PortalState, now: string): PortalState => ({
  ...state,
  lastLogin: { at: now, credentialsRevision: state.credentialsRevision },
})

/** A check has ended at `now`; `random`, uniform in [0, 1), spreads the waits. */
export function afterCheck(state: PortalState, end: CheckEnd, now: string, random: number): PortalState {
  const code = end.failure?.code ?? null
  if (code !== null && UNASKED.includes(code)) return state
  const waits = code === 'maintenance' || code === 'unreachable'
  const failuresInARow = waits ? state.failuresInARow + 1 : 0
  const began = state.trouble?.failure.code === code ? state.trouble.at : now
  return {
    ...state,
    stopped: stoppedAfter(state, end),
    failuresInARow,
    wait: waits ? { code, until: waitUntil(code, failuresInARow, end.until, now, random) } : null,
    trouble: end.failure === null ? null : { failure: end.failure, at: began },
  }
}

/** Only a login that led somewhere shows that the credentials are good: a person may have logged in by other means. */
function stoppedAfter(state: PortalState, { failure, loggedIn }: CheckEnd): PortalState['stopped'] {
  const code = failure?.code ?? null
  if (code === 'wrong-credentials' || code === 'locked') return { code, credentialsRevision: state.credentialsRevision }
  return loggedIn && (code === null || code === 'changed') ? null : state.stopped
}

function waitUntil(
  code: keyof typeof BACK_OFF,
  failuresInARow: number,
  statedEnd: string | null,
  now: string,
  random: number,
): string {
  const at = Date.parse(now)
  const end = code === 'maintenance' && statedEnd !== null ? Date.parse(statedEnd) : Number.NaN
  const { first, longest } = BACK_OFF[code]
  const backOff = Math.min(first * 2 ** (failuresInARow - 1), longest)
  const wait = end > at ? end - at + random * AFTER_MAINTENANCE_MILLISECONDS : (backOff * (1 + random)) / 2
  return new Date(at + Math.min(wait, LONGEST_WAIT_MILLISECONDS)).toISOString()
}
