import type { Secret } from '../core/secret.ts'

/**
 * Which browsers the server lets in. Each is known by a token that only it has; what is kept of it is a hash. No part of this is a
 * record: it is never exported or merged. Every method rejects with a `StoreProblem` and only with that.
 */
export interface Admissions {
  /** Lets one more browser in: its token. Of too many, the one that was not used for longest is let in no more. */
  admit(now: string): Promise<Secret<string>>
  /** Whether a token lets its browser in; that it was used is remembered. */
  isAdmitted(token: Secret<string>, now: string): Promise<boolean>
  /** The browser with this token is let in no more. */
  end(token: Secret<string>): Promise<void>
  /** Nobody is. */
  endAll(): Promise<void>
}

/** An admission that is not used for so long ends. */
export const ADMISSION_DAYS = 90
