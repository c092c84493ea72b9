import { Secret } from '../core/secret.ts'
import { ADMISSION_DAYS } from '../ledger/admissions.ts'

const DAY_SECONDS = 86_400

/** The cookie that holds a browser's token. Its name has the port, since servers of one machine share their cookies. */
export const cookieName = (isSecure: boolean, port: number): string => `${isSecure ? '__Host-' : ''}nokori-${port}`

/** Gives a browser its token, out of reach of scripts and of other sites; null takes it away. */
export function cookie(name: string, token: Secret<string> | null, isSecure: boolean): string {
  const [value, seconds] = token === null ? ['', 0] : [token.reveal(), ADMISSION_DAYS * DAY_SECONDS]
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${seconds}`, 'HttpOnly', 'SameSite=Strict']
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ')
}

/** The token that a browser sends along; null where it sends none. */
export function tokenIn(header: string | undefined, name: string): Secret<string> | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('=', 2))
  const value = pairs.find(([each]) => each === name)?.[1] ?? ''
  return value === '' ? null : new Secret(value)
}
