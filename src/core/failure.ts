/** What the caller does next: try again now or later, wait for a person, or give up. */
export type Next = 'retry-now' | 'retry-later' | 'after-a-person' | 'never'

/** Every reason why there is no reading, with what to do next. `text/` has the sentences. */
export const FAILURES = {
  'wrong-credentials': 'after-a-person',
  'needs-code': 'after-a-person',
  'needs-person': 'after-a-person',
  locked: 'after-a-person',
  maintenance: 'retry-later',
  unreachable: 'retry-later',
  'too-soon': 'retry-later',
  changed: 'never',
  unreadable: 'never',
  'no-credentials': 'after-a-person',
  sealed: 'after-a-person',
  unsupported: 'never',
} as const satisfies Record<string, Next>
export type FailureCode = keyof typeof FAILURES

/** Why evidence was unreadable. */
export const UNREADABLE_REASONS = ['empty', 'too-large', 'not-text', 'broken', 'no-figures'] as const
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number]

/** Why there is no reading; carries no part of the evidence. */
export interface Failure {
  readonly code: FailureCode
  /** Only with `unreadable`. */
  readonly reason?: UnreadableReason
}

/** A value, or the reason why there is none. Only programming mistakes throw. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** An outcome with a value. */
export const succeeded = <T>(value: T): Outcome<T> => ({ ok: true, value })
/** An outcome without one; `reason` only with `unreadable`. */
export const failed = (
  code: FailureCode,
  reason?: UnreadableReason,
): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: reason === undefined ? { code } : { code, reason },
})
