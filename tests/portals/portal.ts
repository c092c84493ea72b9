/** What a simulated portal is made of, and what one request to it brings. */
import type { FailureCode } from '../../src/core/failure.ts'
import type { FlatLine } from '../../src/reader/decide/flat.ts'
import type { Counters, Harm } from './counters.ts'
import type { Fault } from './faults.ts'
import type { Session } from './sessions.ts'

/** Somebody who can sign in. */
export interface User {
  /** ID, phone number, mail address: each of them is known. */
  readonly ids: readonly string[]
  readonly password: string
  readonly pin: string
}

/** How far a visit comes, in this order. */
export const STAGES = ['door', 'script', 'signIn', 'code', 'inside', 'scriptInside', 'figure'] as const
export type Stage = (typeof STAGES)[number]

/** Words of a link to tap, the address of a frame or view to look at, or what to type into the form that has these fields. */
export type Step = string | Readonly<Record<string, string>>

/** One simulated portal: what it asks, what is right to find, and its pages. */
export interface Portal {
  readonly id: string
  readonly charset: 'utf-8' | 'euc-jp' | 'shift_jis'
  /** Where the charset is said. */
  readonly charsetIn: 'header' | 'meta'
  readonly compression: 'gzip' | 'br' | 'zstd' | null
  /** What its owner types as the user; null where nobody signs in. */
  readonly user: string | null
  /** What opens it beside the user's name. */
  readonly secret: 'password' | 'pin' | null
  /** The one-time code that it asks for; null where it asks for none. */
  readonly code: string | null
  /** What to tap, one after the other. */
  readonly path: readonly string[]
  /** Of which of several lines. */
  readonly numberSuffix: string | null
  /** Shows its figures over the line itself, without a sign-in. */
  readonly isOpenByLine: boolean
  /** The sign-in stands on an origin of its own. */
  readonly hasLoginSite: boolean
  /** Where nothing is to be seen without its script. */
  readonly needsScript: 'always' | 'inside' | null
  /** What it says of the owner's line; what is not stated must stay unknown. */
  readonly gives: Partial<FlatLine>
  /** Why no robot gets to the figure, though nothing is out of order. */
  readonly stops: { readonly stage: Stage; readonly outcome: FailureCode } | null
  /** How its owner gets to the figure. */
  readonly walk: readonly Step[]
  /** Addresses that do something, and what. */
  readonly actions: Readonly<Record<string, Harm>>
  /** Name of the hidden field of its forms that is checked. */
  readonly tokenName: string
  /** Scripts by their paths. */
  readonly scripts: Readonly<Record<string, string>>
  readonly reply: (visit: Visit) => Reply
}

/** One request. */
export interface Visit {
  readonly portal: Portal
  readonly site: 'portal' | 'login'
  readonly path: string
  readonly query: URLSearchParams
  readonly isPost: boolean
  /** Fields of a sent form; empty where none was sent. */
  readonly form: ReadonlyMap<string, string>
  readonly session: Session
  /** It came from a device that was trusted before. */
  readonly isTrusted: boolean
  /** It came over the line itself: Wi-Fi is off. */
  readonly isOverLine: boolean
  readonly fault: Fault | null
  readonly users: readonly User[]
  /** Wrong passwords in a row, by user. */
  readonly failures: Map<User | null, number>
  readonly counters: Counters
  readonly origins: Origins
}

/** `login` is `portal` where the sign-in has no origin of its own; `foreign` is somebody else's. */
export interface Origins {
  readonly portal: string
  readonly login: string
  readonly foreign: string
}

/** A page, or something less plain. */
export type Reply = string | Answer
export interface Answer {
  readonly html?: string
  /** Redirection. */
  readonly to?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly contentType?: string
}

/** A plain portal; each file of `sites/` says what differs. */
export const PLAIN = {
  charset: 'utf-8',
  charsetIn: 'header',
  compression: null,
  secret: 'password',
  code: null,
  numberSuffix: null,
  isOpenByLine: false,
  hasLoginSite: false,
  needsScript: null,
  stops: null,
  tokenName: '_csrf',
  scripts: {},
} as const satisfies Partial<Portal>
