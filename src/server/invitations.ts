import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { Secret } from '../core/secret.ts'

/** Long enough to click, or to find the phone. */
export const INVITATION_MINUTES = 10
const MINUTE_MILLISECONDS = 60_000
const TOKEN_BYTES = 32
/**
 * A pairing code has to be read and typed. Each is for one browser and ends after so many wrong tries, whoever makes them, and only the
 * person at the terminal gets another: a guesser comes in once in 20 million codes.
 */
export const CODE_TRIES = 5
const CODE_DIGITS = 8

interface Invitation {
  readonly digest: Buffer
  readonly until: number
  triesLeft: number
}

/** What became of a pairing code that somebody typed; `lapsed`: none is in force. */
export type CodeResult = 'accepted' | 'wrong' | 'lapsed'

/** What lets a browser in: a one-time token in an address for this machine, a pairing code for others. Only in memory, and hashed. */
export class Invitations {
  readonly #now: () => number
  #token: Invitation | null = null
  #code: Invitation | null = null

  /** `now` in milliseconds, from a clock that nobody sets. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** A new token; the one before holds no more. */
  newToken(): Secret<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    this.#token = this.#invitationFor(token)
    return new Secret(token)
  }

  /** A new pairing code; the one before holds no more. */
  newCode(): Secret<string> {
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
    this.#code = this.#invitationFor(code)
    return new Secret(code)
  }

  /** Whether this is the token; it is good once. */
  acceptToken(given: string): boolean {
    if (!this.#holds(this.#token) || !isSame(this.#token, given)) return false
    this.#token = null
    return true
  }

  /** Whether this is the pairing code, in whatever way its digits are written; it is good once. */
  acceptCode(given: string): CodeResult {
    const code = this.#code
    if (!this.#holds(code)) return 'lapsed'
    if (isSame(code, given.normalize('NFKC').replaceAll(/\D/gu, ''))) {
      this.#code = null
      return 'accepted'
    }
    code.triesLeft -= 1
    if (code.triesLeft === 0) this.#code = null
    return 'wrong'
  }

  #invitationFor(text: string): Invitation {
    return {
      digest: digestOf(text),
      until: this.#now() + INVITATION_MINUTES * MINUTE_MILLISECONDS,
      triesLeft: CODE_TRIES,
    }
  }

  #holds(invitation: Invitation | null): invitation is Invitation {
    return invitation !== null && this.#now() < invitation.until
  }
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
const isSame = ({ digest }: Invitation, given: string): boolean => timingSafeEqual(digest, digestOf(given))
