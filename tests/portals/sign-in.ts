/** The door of a portal: names, passwords, codes, and what counts. */
import { gateOf } from './gates.ts'
import { html } from './markup.ts'
import type { Answer, Reply, User, Visit } from './portal.ts'

/** Wrong passwords in a row that lock an account. */
const MOST_FAILURES = 3

const LOCKED_WORDS =
  'パスワードを連続して間違えたため、アカウントがロックされました。お手数ですが、24時間後に再度お試しいただくか、店舗にお越しください。'

/** Who is meant by what was typed; a phone number counts with and without its strokes. */
export const userOf = ({ users }: Visit, typed = ''): User | null =>
  users.find(({ ids }) =>
    ids.some((id) => id === typed || (/^[\d-]+$/u.test(id) && id.replaceAll('-', '') === typed)),
  ) ?? null

/** What becomes of who gives a password or PIN: the way in, the same door with a word about it, or none any more. */
export function signedIn(
  visit: Visit,
  user: User | null,
  given: string | undefined,
  { right, wrong, kind = 'password' }: { right: () => Reply; wrong: Reply; kind?: 'password' | 'pin' },
): Reply {
  const result = tried(visit, user, given, kind)
  if (result === 'locked') return html(visit, 'ログインできません', `<p>${LOCKED_WORDS}</p>`)
  return result === 'right' ? right() : wrong
}

/** Takes a password or PIN, and says what is to be made of it. */
function tried(visit: Visit, user: User | null, given = '', kind: 'password' | 'pin'): 'right' | 'wrong' | 'locked' {
  const { counters, failures, fault, form, session } = visit
  counters.passwords += 1
  const before = failures.get(user) ?? 0
  if (fault === 'locked' || before >= MOST_FAILURES) return 'locked'
  const isRight = user !== null && given === user[kind] && fault !== 'wrong-password'
  // Nobody can read the picture of a simulated portal.
  if (isRight && !(fault === 'captcha' || form.has('captcha'))) {
    failures.delete(user)
    Object.assign(session, { user, isProven: true })
    return 'right'
  }
  if (!isRight) counters.failedLogins += 1
  failures.set(user, before + 1)
  return before + 1 >= MOST_FAILURES ? 'locked' : 'wrong'
}

/** Sends a one-time code. */
export function sendCode({ session, counters, portal }: Visit): void {
  counters.codesSent += 1
  session.code = portal.code
}

/** Whether a one-time code is the one that was sent; each counts once. */
export function isCode({ session, counters }: Visit, given: string): boolean {
  const isRight = session.code !== null && given === session.code
  if (isRight) session.code = null
  else counters.wrongCodes += 1
  return isRight
}

/** Lets in, to the first page or to what a fault has put before it. */
export function enter({ session, fault }: Visit, to: string, cookies: readonly string[] = []): Answer {
  Object.assign(session, { isIn: true, gate: gateOf(fault), goesTo: to })
  return { to, cookies }
}
