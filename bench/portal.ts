/**
 * One check of a simulated portal (sign-in, two links, the figure) beside the same flow as somebody would write it for that site alone
 * with fetch and htmlparser2, in turn on one server; then 100 lines over 10 sites in one run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDocument } from 'htmlparser2'
import { fetchEvidence } from '../src/channels/portal/robot.ts'
import { httpEngine } from '../src/channels/portal/http.ts'
import { Secret } from '../src/core/secret.ts'
import { checkLines } from '../src/jobs/check.ts'
import { addLine, linesIn } from '../src/jobs/lines.ts'
import { UNSAID } from '../src/ledger/lines.ts'
import { explainBytes } from '../src/reader/index.ts'
import { openStoreAndVault } from '../src/store/vault/open.ts'
import { ASSETS } from '../tests/portals/counters.ts'
import { OWNER } from '../tests/portals/owner.ts'
import { startPortal, type RunningPortal } from '../tests/portals/server.ts'
import { portalOf } from '../tests/portals/visiting.ts'
import { median, print, rounded } from './measure.ts'

const PORTAL = portalOf('two-ways')
const [WARM_UP, ROUNDS] = [20, 100]
const [LINES, SITES] = [100, 10]

/** The flow for this one site: its pages, parsed, as the robot has to open them too. */
async function bare({ origins }: RunningPortal): Promise<void> {
  const door = await page(`${origins.portal}/`)
  const cookie = door.cookie
  const [, token = ''] = /name="_csrf" value="([^"]+)"/u.exec(door.text) ?? []
  await fetch(`${origins.portal}/sbid_auth/type1/login`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ _csrf: token, telnum: '09000001234', password: OWNER.password }),
    redirect: 'manual',
  })
  for (const path of ['/msb/d/top', '/msb/d/menu', '/msb/d/use', '/msb/d/MRERE0000'])
    await page(origins.portal + path, cookie)
}

async function page(address: string, cookie = ''): Promise<{ readonly text: string; readonly cookie: string }> {
  const answer = await fetch(address, { headers: { cookie } })
  const text = await answer.text()
  parseDocument(text)
  return { text, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie }
}

async function robot({ address, origins }: RunningPortal): Promise<void> {
  const sites = { domains: [], origins: [origins.portal] }
  const engine = await httpEngine(sites, null)
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
  if (!outcome.ok) throw new Error(outcome.failure.code)
}

async function inTurn(running: RunningPortal): Promise<readonly [bareMilliseconds: number, robotMilliseconds: number]> {
  const took: [number[], number[]] = [[], []]
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (const [index, flow] of [bare, robot].entries()) {
      const began = performance.now()
      await flow(running)
      if (round >= WARM_UP) took[index]!.push(performance.now() - began)
    }
  return [median(took[0]), median(took[1])]
}

/** All lines signed in, read and kept, in one run. */
async function manyLines(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nokori-bench-'))
  const portals = await Promise.all(Array.from({ length: SITES }, () => startPortal(PORTAL)))
  const unlocking = { passphrase: new Secret('bench'), ask: null, keyring: null }
  const { store, vault } = await openStoreAndVault(join(folder, 'ledger.sqlite'), unlocking)
  for (let index = 0; index < LINES; index += 1) {
    const portal = { address: portals[index % SITES]!.address, loginSites: [] }
    const line = await addLine(store, { ...UNSAID, name: `line ${index}`, portal }, new Date().toISOString())
    await vault.keepCredentials(line!.id, new Secret({ user: PORTAL.user!, password: OWNER.password }))
  }
  const began = performance.now()
  const { checked } = await checkLines(store, vault, await linesIn(store), {
    code: null,
    isForced: false,
    now: () => new Date().toISOString(),
    random: Math.random,
    progress: () => {},
    signal: new AbortController().signal,
    browser: () => Promise.resolve(null),
  })
  const milliseconds = performance.now() - began
  await store.close()
  await Promise.all(portals.map((portal) => portal.stop()))
  rmSync(folder, { recursive: true })
  const slowest = Math.max(...checked.map((each) => each.milliseconds))
  print(
    `${LINES} lines over ${SITES} sites in one run`,
    ['', ''],
    [
      ['read', `${checked.filter(({ outcome }) => outcome.ok).length}`],
      ['all', `${rounded(milliseconds)} ms`],
      ['the slowest line', `${rounded(slowest)} ms`],
      ['memory at most', `${rounded(process.resourceUsage().maxRSS / 1024)} MB, the ten portals included`],
    ],
  )
}

const running = await startPortal(PORTAL)
const [bareMilliseconds, robotMilliseconds] = await inTurn(running)
const assets = ASSETS.reduce((sum, asset) => sum + running.counters[asset], 0)
await running.stop()
print(
  'one check, median of 100 in turn, unlocking excluded',
  ['', 'ms', 'x', 'requests but documents'],
  [
    ['fetch + htmlparser2, for this site alone', rounded(bareMilliseconds), '1', ''],
    [
      'nokori, for any site',
      rounded(robotMilliseconds),
      (robotMilliseconds / bareMilliseconds).toFixed(2),
      `${assets}`,
    ],
  ],
)
await manyLines()
