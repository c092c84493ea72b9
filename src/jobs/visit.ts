import { httpEngine } from '../channels/portal/http.ts'
import type { SharedBrowser } from '../channels/portal/browser.ts'
import type { Engine, PortalPage } from '../channels/portal/page.ts'
import { fetchEvidence, type Brought, type Errand } from '../channels/portal/robot.ts'

export type EngineName = 'http' | 'browser'

/** What is sealed of a visit, to go on from. */
export interface Session {
  readonly cookies: string
  /** They opened the door; else they only know who knocked. */
  readonly isIn: boolean
  /** What the portal needs: it is asked in that way at once. */
  readonly engine: EngineName
  /** The page that waits for a code. */
  readonly codePage: PortalPage | null
}

/** What is used on the way. */
export interface Means {
  /** The browser for pages that need their script, started when first asked for; null where there is none. */
  readonly browser: () => Promise<SharedBrowser | null>
  /** Ends the visit at once. */
  readonly signal: AbortSignal
}

/** One going to a portal. */
export interface Visit {
  readonly brought: Brought
  readonly cookies: string
  readonly engine: EngineName
  readonly bytesReceived: number
}

/** Goes to a portal by plain requests, and on in a browser where a page needs its script. The errand is asked for before each. */
export async function visitPortal(errand: () => Errand, session: Session | null, means: Means): Promise<Visit> {
  const { sites } = errand()
  const inBrowser = async (cookies: string): Promise<Visit | null> => {
    const engine = await (await means.browser())?.engine(sites, cookies, means.signal)
    return engine === undefined ? null : going('browser', engine, errand())
  }
  const known = session?.engine === 'browser' ? await inBrowser(session.cookies) : null
  if (known !== null) return known
  const plain = await going('http', await httpEngine(sites, session?.cookies ?? null, means.signal), errand())
  const drawn = needsBrowser(plain) ? await inBrowser(plain.cookies) : null
  return drawn === null ? plain : { ...drawn, bytesReceived: plain.bytesReceived + drawn.bytesReceived }
}

const needsBrowser = ({ brought: { outcome } }: Visit): boolean => !outcome.ok && outcome.failure.code === 'unsupported'

async function going(name: EngineName, engine: Engine, errand: Errand): Promise<Visit> {
  try {
    const brought = await fetchEvidence(engine, errand)
    return { brought, cookies: await engine.session(), engine: name, bytesReceived: engine.bytesReceived }
  } finally {
    await engine.close()
  }
}
