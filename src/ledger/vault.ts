import type { Failure, Outcome } from '../core/failure.ts'
import type { Credentials } from '../core/credentials.ts'
import type { Secret } from '../core/secret.ts'
import type { PortalState } from './portal-state.ts'

/**
 * Why what is sealed cannot be opened: nobody gave a passphrase; the one given is wrong; the key is in the keyring of the system, which
 * cannot be reached or has lost it; or what is kept is not what was written.
 */
export const SEAL_PROBLEMS = ['no-passphrase', 'wrong-passphrase', 'no-keyring', 'damaged'] as const
export type SealProblem = (typeof SEAL_PROBLEMS)[number]

/** An outcome of something that has to be unsealed; `seal` says why it could not be, only with the failure `sealed`. */
export type Unsealed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure; readonly seal?: SealProblem }

/** What is kept of a line's portal, as far as anyone may see it. */
export interface KeptPortal {
  readonly state: PortalState
  readonly hasCredentials: boolean
  readonly hasSession: boolean
}

/**
 * What the portal channel keeps of lines: sealed secrets, and where each line stands. No part of it is a record: it is never exported
 * or merged, and goes with its line. The key is asked for at most once a run, when first something has to be sealed or unsealed.
 * Every method rejects with a `StoreProblem` and only with that.
 */
export interface Vault {
  /** What opens it; null while nothing is sealed. */
  openedBy(): Promise<'keyring' | 'passphrase' | null>
  /** Opens it, where anything is sealed, so that a wrong passphrase is told before anything else is done. */
  open(): Promise<Unsealed<void>>
  /** From now on `next` opens it, and only that; `no-credentials` while nothing is sealed. */
  changePassphrase(next: Secret<string>): Promise<Unsealed<void>>
  /**
   * Gives a line its credentials: whether they are others than before. Others take away the session and a claim that is held, and let a
   * stopped portal be asked again; the same change nothing. `unsupported` for a line that was removed.
   */
  keepCredentials(lineId: string, credentials: Secret<Credentials>): Promise<Unsealed<{ readonly changed: boolean }>>
  /** Erases all that is kept of a line's portal, needing no key; whether there was any. With the last line the key goes. */
  forget(lineId: string): Promise<boolean>
  /** All lines of whose portal anything is kept, by line id. */
  portals(): Promise<ReadonlyMap<string, KeptPortal>>
  /**
   * The right to ask a line's portal, for one at a time among all processes; it holds until it is released, or the process has ended
   * for a minute. `too-soon` while somebody else has it, `unsupported` for a line that was removed.
   */
  claim(lineId: string): Promise<Outcome<Claim>>
}

/**
 * A line's portal in the hands of one run. All but `release` fail with `too-soon` once the claim is lost: because the line was given
 * other credentials, was forgotten or removed, or because the run stood still for so long that another took over.
 */
export interface Claim {
  /** As it was when claimed, or as last changed here. */
  readonly state: PortalState
  /** Replaces the state; resolves when that will survive the end of the process. */
  change(next: (state: PortalState) => PortalState): Promise<Outcome<PortalState>>
  /** `no-credentials` where there are none. */
  credentials(): Promise<Unsealed<Secret<Credentials>>>
  /** What `keepSession` was last given; null where there is none. */
  session(): Promise<Unsealed<Secret<string> | null>>
  /** Keeps what the portal knows the line by and where a login stands, sealed; null erases it. */
  keepSession(session: Secret<string> | null): Promise<Unsealed<void>>
  /** Lets others have it. */
  release(): Promise<void>
}
