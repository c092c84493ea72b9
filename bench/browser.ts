/**
 * One check of a simulated portal that its script draws: in the browser that all lines share, a fresh context for each, beside one full
 * Chromium launched for the check in Playwright's default way, with the flow written for that site alone. In turn, on one server; then
 * several lines at once. Memory is the proportional share (PSS) of all processes of the browsers, looked at all the while.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { openBrowser, type SharedBrowser } from '../src/channels/portal/browser.ts'
import { findBrowser } from '../src/channels/portal/find-browser.ts'
import { fetchEvidence } from '../src/channels/portal/robot.ts'
import { explainBytes } from '../src/reader/index.ts'
import { browserPath } from '../tests/browser-path.ts'
import { OWNER } from '../tests/portals/owner.ts'
import { startPortal, type RunningPortal } from '../tests/portals/server.ts'
import { portalOf } from '../tests/portals/visiting.ts'
import { median, print, rounded, type Row } from './measure.ts'

const PORTAL = portalOf('script-only')
const FIGURE = '8.08 GB'
const [WARM_UP, AT_ONCE] = [1, 8]
const GLANCE_MILLISECONDS = 20

/** The flow for this one site, as the documentation of Playwright writes it; the browser is launched for it and closed. */
async function launched(path: string, { address }: RunningPortal): Promise<void> {
  const browser = await chromium.launch({ executablePath: path })
  const page = await browser.newPage()
  await page.goto(address)
  await page.fill('[name=username]', PORTAL.user!)
  await page.fill('[name=password]', OWNER.password)
  await page.click('text=ログイン >> visible=true >> nth=-1')
  await page.click('text="データ残量"')
  const figure = await page.textContent('dd')
  if (figure !== FIGURE) throw new Error(`found ${figure}`)
  await browser.close()
}

/** Any site, in the browser that is there. */
async function shared(browser: SharedBrowser, { address, origins }: RunningPortal): Promise<void> {
  const sites = { domains: [], origins: [origins.portal] }
  const engine = await browser.engine(sites, null)
  const { outcome } = await fetchEvidence(engine, {
    address,
    sites,
    path: PORTAL.path,
    isOpenByLine: false,
    credentials: { user: PORTAL.user!, password: OWNER.password },
    hasSession: false,
    numberSuffix: null,
    code: null,
    now: new Date().toISOString(),
    reads: async ({ evidence: { bytes, contentType } }) => {
      const read = await explainBytes(bytes, { contentType })
      return read.ok && read.value.outcome.ok
    },
    maySignIn: () => Promise.resolve(true),
    progress: () => {},
  })
  await engine.close()
  if (!outcome.ok) throw new Error(outcome.failure.code)
}

/** The most memory that the children of this process, and theirs, take while something runs. */
async function mostBytes(work: () => Promise<unknown>): Promise<number> {
  let most = 0
  const timer = setInterval(() => (most = Math.max(most, pssOf(process.pid))), GLANCE_MILLISECONDS)
  await work()
  clearInterval(timer)
  return most
}

function pssOf(root: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/u.test(each))) {
    const parent = /\) \S (\d+)/u.exec(contentOf(`/proc/${name}/stat`))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)
    return parent !== undefined && (parent === root || isBelow(parent))
  }
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => {
    const kilobytes = /^Pss:\s+(\d+)/mu.exec(contentOf(`/proc/${pid}/smaps_rollup`))?.[1]
    return sum + Number(kilobytes ?? 0) * 1024
  }, 0)
}

/** Empty where the process has gone. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** All at once, until the last is done. */
const together = (flow: () => Promise<void>) => (): Promise<unknown> =>
  Promise.all(Array.from({ length: AT_ONCE }, flow))

interface Measured {
  readonly milliseconds: number
  readonly bytes: number
}

/** The median of the rounds, in turn, so that whatever else the machine does slows all alike. */
async function inTurn(works: readonly (() => Promise<unknown>)[], rounds: number): Promise<Measured[]> {
  const took = works.map((): Measured[] => [])
  for (let round = -WARM_UP; round < rounds; round += 1)
    for (const [index, work] of works.entries()) {
      const time = await milliseconds(work)
      const bytes = await mostBytes(work)
      if (round >= 0) took[index]!.push({ milliseconds: time, bytes })
    }
  return took.map((all) => ({
    milliseconds: median(all.map((each) => each.milliseconds)),
    bytes: median(all.map((each) => each.bytes)),
  }))
}

const NAMES = ['a full Chromium for each, for this site alone', 'nokori, one for all, for any site']

const rowsOf = (measured: readonly Measured[], checks: number): Row[] =>
  measured.map(({ milliseconds: time, bytes }, index) => [
    NAMES[index]!,
    rounded(time / checks),
    (measured[0]!.milliseconds / time).toFixed(1),
    rounded(bytes / 1e6),
    (bytes / measured[0]!.bytes).toFixed(2),
  ])

const full = findBrowser(process.env, process.platform, true)
const browser = full === null ? null : await openBrowser(await browserPath())
if (full === null || browser === null) {
  process.stdout.write('no Chromium with a window is installed: not measured\n')
  process.exit()
}
const running = await startPortal(PORTAL)
const flows = [() => launched(full, running), () => shared(browser, running)]
const head = ['', 'ms a check', 'times as fast', 'MB', 'of its memory']
print('one check in a browser, median of 7 in turn', head, rowsOf(await inTurn(flows, 7), 1))
print(`${AT_ONCE} checks at once, median of 3 in turn`, head, rowsOf(await inTurn(flows.map(together), 3), AT_ONCE))
await browser.close()
await running.stop()
