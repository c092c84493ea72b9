import { watch, type Seen } from '../channels/portal/watch.ts'
import { succeeded } from '../core/failure.ts'
import type { Line } from '../core/line.ts'
import { Secret } from '../core/secret.ts'
import { afterCheck } from '../ledger/portal-state.ts'
import { StoreProblem, type Store } from '../ledger/store.ts'
import type { Claim, Vault } from '../ledger/vault.ts'
import { flatten } from '../reader/decide/flat.ts'
import {
  portalOf,
  refused,
  sessionIn,
  settled,
  UNASKED,
  type Checked,
  type CheckedLines,
  type CheckOptions,
  type PortalOf,
  type Result,
} from './check.ts'
import { keepPage, readingIn } from './portal-page.ts'

/** How a line's portal is to be shown. */
export interface ShowOptions extends Pick<CheckOptions, 'now' | 'random' | 'progress' | 'signal'> {
  /** The browser whose window it is; null where there is none. */
  readonly browserPath: string | null
  readonly hasDisplay: boolean
}

/**
 * Shows a person their carrier's portal, where they sign in themselves, and keeps what is read over their shoulder; one line after the
 * other, each in a window of its own. Nothing that is stored is needed; but where a sign-in is, the session that they opened is kept for
 * later checks as well.
 */
export async function showLines(
  store: Store,
  vault: Vault,
  lines: readonly Line[],
  options: ShowOptions,
): Promise<CheckedLines> {
  const checked: Checked[] = []
  for (const line of lines) {
    if (options.signal.aborted) break
    const found = await settled(line, () => resultOf(store, vault, line, options))
    if (found instanceof StoreProblem) return { checked, problem: found }
    checked.push(found)
  }
  return { checked, problem: null }
}

async function resultOf(store: Store, vault: Vault, line: Line, options: ShowOptions): Promise<Result> {
  const portal = portalOf(line)
  if (portal === null) return refused({ code: 'unsupported' })
  const kept = (await vault.portals()).get(line.id)
  const claimed = kept?.hasCredentials === true ? await vault.claim(line.id) : null
  if (claimed?.ok === false) return refused(claimed.failure)
  const claim = claimed?.value ?? null
  try {
    return await show(store, claim, line, portal, options)
  } finally {
    await claim?.release()
  }
}

async function show(
  store: Store,
  claim: Claim | null,
  line: Line,
  portal: PortalOf,
  options: ShowOptions,
): Promise<Result> {
  const { now, signal, browserPath, hasDisplay } = options
  if (browserPath === null) return refused({ code: 'unsupported' }, { window: 'no-browser' })
  const session = claim && (await sessionIn(claim))
  const seen = await watch(browserPath, {
    ...portal,
    session: session?.isIn === true ? session.cookies : null,
    tells: async (page) => {
      const found = await readingIn(page, line, now())
      return found && JSON.stringify(flatten(succeeded([found.reading])))
    },
    opened: () => options.progress(line, 'showing'),
    signal,
  })
  if (seen === null) return refused({ code: 'unsupported' }, { window: hasDisplay ? 'no-start' : 'no-display' })
  const { outcome: found, bytesReceived, lastPage } = seen
  const asked = { engine: 'browser', bytesReceived } as const
  if (signal.aborted) return refused({ code: 'too-soon' }, asked)
  if (!found.ok) {
    const window = found.failure.code === 'unreachable' ? null : 'closed'
    return refused(found.failure, { ...asked, window, page: lastPage })
  }
  const outcome = await keepPage(store, line, found.value, now())
  if (claim !== null) await keepSession(claim, seen, session?.engine ?? 'http', options)
  return { ...UNASKED, ...asked, outcome }
}

/** The person is in, and whatever stood in the way is settled. */
async function keepSession(
  claim: Claim,
  { session: cookies }: Seen,
  engine: 'http' | 'browser',
  { now, random }: ShowOptions,
): Promise<void> {
  await claim.keepSession(new Secret(JSON.stringify({ cookies, isIn: true, engine, codePage: null })))
  await claim.change((state) => afterCheck(state, { failure: null, loggedIn: false, until: null }, now(), random()))
}
