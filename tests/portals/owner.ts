/** Who owns the simulated lines. Nobody: numbers and secrets are made up. A test greps all that is written for `SECRETS`. */
import type { User } from './portal.ts'

/** What the owner of the simulated lines signs in with. */
export const OWNER = {
  user: 'd-owner-0000',
  phone: '090-0000-1234',
  mail: 'owner@line.example',
  password: 'Correct-Horse-9!',
  pin: '7391',
  /** The one-time code that every portal sends. */
  code: '482913',
  /** The one that has three digits. */
  securityNumber: '731',
}

/** The other number on the owner's account. */
export const OTHER_NUMBER = '080-0000-9876'

/** The owner as a portal knows them. */
export const OWNER_AS_USER: User = {
  ids: [OWNER.user, OWNER.phone, OWNER.mail],
  password: OWNER.password,
  pin: OWNER.pin,
}

/** Somebody else with an account at the same portal. */
export const SOMEBODY: User = { ids: ['d-somebody-0001'], password: 'Another-Horse-8!', pin: '2846' }

/** Long enough to be told from anything else that is written. */
export const SECRETS: readonly string[] = [OWNER.password, SOMEBODY.password]
