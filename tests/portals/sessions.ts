/** Who is at a portal: one session for each cookie. */
import type { Gate } from './gates.ts'
import type { User } from './portal.ts'

export interface Session {
  readonly id: string
  /** Must come back with every form. */
  readonly token: string
  /** Who said to be there. */
  user: User | null
  /** They proved it by a password or PIN. */
  isProven: boolean
  /** They are in. */
  isIn: boolean
  /** The code that was sent to them. */
  code: string | null
  /** What they must get past before anything else. */
  gate: Gate | null
  /** Where they were going when they came in. */
  goesTo: string
  /** It broke off once already. */
  hasEnded: boolean
}

const COOKIE = 'JSESSIONID'
const DEVICE = 'DEVICE_ID'
const YEAR_SECONDS = 31_536_000

/** Sets the cookie of a trusted device. */
export const trustCookie = (): string => `${DEVICE}=trusted-1; Path=/; HttpOnly; Max-Age=${YEAR_SECONDS}`

export class Sessions {
  #count = 0
  readonly #byId = new Map<string, Session>()

  /** The session of a request, a new one where it has none that is known. */
  of(cookies: ReadonlyMap<string, string>): Session {
    return this.#byId.get(cookies.get(COOKIE) ?? '') ?? this.#open()
  }

  isTrusted(cookies: ReadonlyMap<string, string>): boolean {
    return cookies.get(DEVICE) === 'trusted-1'
  }

  /** What to set after a request; null where the cookie is as it was. Whoever has just come in gets a new session. */
  cookieAfter(cookies: ReadonlyMap<string, string>, session: Session, wasIn: boolean): string | null {
    const now = session.isIn && !wasIn ? this.#open(session) : session
    return cookies.get(COOKIE) === now.id ? null : `${COOKIE}=${now.id}; Path=/; HttpOnly`
  }

  endAll(): void {
    this.#byId.clear()
  }

  #open(before?: Session): Session {
    this.#count += 1
    const id = `s${this.#count}x${(this.#count * 7919) % 10_007}`
    const fresh = { user: null, isProven: false, isIn: false, code: null, gate: null, goesTo: '/', hasEnded: false }
    const session: Session = { ...fresh, ...before, id, token: `t${this.#count}-${(this.#count * 6101) % 9973}` }
    if (before !== undefined) this.#byId.delete(before.id)
    this.#byId.set(id, session)
    return session
  }
}
