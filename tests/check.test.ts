/** `nokori check` as a person and a script use it, against simulated portals: what is read, what is kept, what is remembered. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { nokori as run, type Run } from './nokori.ts'
import { browserPath } from './browser-path.ts'
import { counted, HARMS } from './portals/counters.ts'
import type { Fault } from './portals/faults.ts'
import { OWNER } from './portals/owner.ts'
import type { Portal } from './portals/portal.ts'
import { startPortal, type RunningPortal } from './portals/server.ts'
import { portalOf } from './portals/visiting.ts'

const folder = mkdtempSync(join(tmpdir(), 'nokori-check-'))
after(() => rmSync(folder, { recursive: true }))

const PASSPHRASE = 'seal-these-0000'

interface Home {
  readonly path: string
  readonly said: string[]
  readonly nokori: (
    args: readonly string[],
    input?: string,
    now?: string,
    environment?: Record<string, string>,
  ) => Promise<Run>
}

/** A ledger of its own; `said` is all that its commands printed. */
function home(name: string): Home {
  const path = join(folder, name)
  const said: string[] = []
  return {
    path,
    said,
    async nokori(args, input = '', now = '2026-11-26T12:00:00+09:00', environment = {}) {
      const own = { NOKORI_HOME: path, NOKORI_PASSPHRASE: PASSPHRASE, ...environment }
      const ran = await run([...args, '--now', now], input, own)
      said.push(ran.stdout, ran.stderr)
      return ran
    },
  }
}

const secrets = (password = OWNER.password): string => JSON.stringify({ password, pin: OWNER.pin })

/** A line whose portal is a running one. */
function add({ nokori }: Home, name: string, play: Portal, at: RunningPortal, password?: string): Promise<Run> {
  const number = play.numberSuffix === null ? [] : ['--line-number', play.numberSuffix]
  const sites = at.loginSites.flatMap((site) => ['--login-site', site])
  const user = ['--user', play.user ?? '', '--secrets-stdin']
  const portal = ['--portal', at.address, ...sites]
  return nokori(['add', name, '--carrier', 'docomo', ...portal, ...user, ...number], secrets(password))
}

/** Does something with a portal that runs. */
async function withPortal(
  id: string,
  fault: Fault | null,
  use: (play: Portal, running: RunningPortal) => Promise<void>,
): Promise<void> {
  const running = await startPortal(portalOf(id), { fault })
  try {
    await use(portalOf(id), running)
    assert.deepEqual(counted(running.counters, HARMS), [])
  } finally {
    await running.stop()
  }
}

interface Answer {
  readonly line: string
  readonly outcome: string
  readonly next: string | null
  readonly until: string | null
  readonly remainingBytes: number | null
  readonly engine: string | null
  readonly bytesReceived: number
  readonly milliseconds: number
  readonly reading: { readonly channel: string } | null
}
const answersIn = ({ stdout }: Run): Answer[] => JSON.parse(stdout) as Answer[]

test('what is left is read, shown, kept, and shown again without the portal', () =>
  withPortal('network-pin', null, async (play, running) => {
    const at = home('read')
    assert.equal((await add(at, 'main', play, running)).code, 0)
    const { code, stdout, stderr } = await at.nokori(['check'])
    assert.equal(code, 0, stderr)
    assert.match(stdout, /689,478 KB left/u)
    assert.match(stderr, /main · signing in/u)
    const [answer] = answersIn(await at.nokori(['check', 'main', '--json']))
    assert.deepEqual(
      [answer?.line, answer?.outcome, answer?.next, answer?.remainingBytes, answer?.engine, answer?.reading?.channel],
      ['main', 'reading', null, 689_478_000, 'http', 'portal'],
    )
    assert.ok(answer!.bytesReceived > 0)
    assert.match((await at.nokori(['status'])).stdout, /689,478 KB left[^]*web portal/u)
    assert.equal(running.counters.passwords, 1)
  }))

test('a page that its script draws is read in a browser, and at once the next time', () =>
  withPortal('script-only', null, async (play, running) => {
    const at = home('browser')
    const environment = { NOKORI_BROWSER: await browserPath() }
    await add(at, 'main', play, running)
    for (const _ of [1, 2]) {
      const [answer] = answersIn(await at.nokori(['check', 'main', '--json'], '', undefined, environment))
      assert.deepEqual([answer?.outcome, answer?.engine], ['reading', 'browser'])
      assert.equal(answer?.remainingBytes, play.gives.remainingBytes)
    }
    assert.equal(running.counters.passwords, 1)
    const nowhere = { NOKORI_BROWSER: join(folder, 'no such browser') }
    const [without] = answersIn(await at.nokori(['check', 'main', '--json'], '', undefined, nowhere))
    assert.equal(without?.outcome, 'unsupported')
  }))

test('a code is waited for over a restart, and no password is sent again', () =>
  withPortal('d-account', null, async (play, running) => {
    const at = home('code')
    await add(at, 'main', play, running)
    const waiting = await at.nokori(['check', 'main'])
    assert.equal(waiting.code, 3)
    assert.match(waiting.stdout, /nokori check main --code 123456/u)
    assert.equal((await at.nokori(['check', 'main', '--code', '000000'])).code, 3)
    const { code, stdout } = await at.nokori(['check', 'main', '--code', OWNER.code])
    assert.equal(code, 0, stdout)
    assert.match(stdout, /4,310,522 KB left/u)
    assert.equal(running.counters.passwords, 1)
    assert.equal((await at.nokori(['check', 'main'])).code, 0)
    assert.equal(running.counters.passwords, 1)
    assert.equal(running.counters.codesSent, 1)
  }))

test('a wrong password is sent once, until there is another', () =>
  withPortal('two-ways', null, async (play, running) => {
    const at = home('wrong')
    await add(at, 'main', play, running, 'not-this-0000')
    for (const flags of [[], ['--force'], []]) {
      const { code, stdout } = await at.nokori(['check', 'main', ...flags])
      assert.equal(code, 3)
      assert.match(stdout, /did not accept the password/u)
    }
    assert.equal(running.counters.failedLogins, 1)
    assert.match((await at.nokori(['status'])).stdout, /! main · Nokori cannot check this line without you/u)
    await at.nokori(['credentials', 'main', '--user', play.user ?? '', '--secrets-stdin'], secrets())
    assert.equal((await at.nokori(['check', 'main'])).code, 0)
    assert.doesNotMatch((await at.nokori(['status'])).stdout, /cannot check/u)
    assert.equal(running.counters.failedLogins, 1)
  }))

test('a carrier that is closed is asked again when it says so', () =>
  withPortal('two-ways', 'maintenance-until', async (play, running) => {
    const at = home('closed')
    await add(at, 'main', play, running)
    const { code, stdout } = await at.nokori(['check', 'main'])
    assert.equal(code, 4)
    assert.match(stdout, /under maintenance[^]*Not before 27 November 2026, 06:0/u)
    const { requests } = running.counters
    const [again] = answersIn(await at.nokori(['check', 'main', '--json']))
    assert.deepEqual([again?.outcome, again?.next, again?.engine], ['maintenance', 'retry-later', null])
    assert.equal(running.counters.requests, requests)
    await at.nokori(['check', 'main'], '', '2026-11-27T06:10:00+09:00')
    assert.equal(running.counters.requests, requests + 1)
  }))

test('a page that tells nothing any more is kept without a word about anybody', () =>
  withPortal('two-ways', 'redesign', async (play, running) => {
    const at = home('changed')
    await add(at, 'main', play, running)
    const { code, stdout } = await at.nokori(['check', 'main'])
    assert.equal(code, 4)
    const [file] = readdirSync(at.path).filter((name) => name.startsWith('changed-'))
    assert.ok(file !== undefined && stdout.includes(file))
    const snapshot = readFileSync(join(at.path, file), 'utf8')
    assert.match(snapshot, /title: ホーム/u)
    assert.doesNotMatch(snapshot, /12\.34/u)
  }))

test('several lines at once: all told, in their order, the worst deciding', () =>
  withPortal('two-lines', null, (play, running) =>
    withPortal('two-ways', 'terms', async (other, refusing) => {
      const at = home('several')
      await add(at, 'a', play, running)
      await add(at, 'b', other, refusing)
      await at.nokori(['add', 'c', '--carrier', 'docomo'])
      const ran = await at.nokori(['check', '--json'])
      assert.equal(ran.code, 3)
      assert.deepEqual(
        answersIn(ran).map(({ line, outcome, remainingBytes }) => [line, outcome, remainingBytes]),
        [
          ['a', 'reading', 1_790_000_000],
          ['b', 'needs-person', null],
        ],
      )
      const [without] = answersIn(await at.nokori(['check', 'c', '--json']))
      assert.equal(without?.outcome, 'no-credentials')
    }),
  ))

test('what was stored is erased when asked, and nothing is asked again', () =>
  withPortal('two-ways', null, async (play, running) => {
    const at = home('forget')
    await add(at, 'main', play, running)
    assert.equal((await at.nokori(['forget', 'main'])).code, 0)
    const [answer] = answersIn(await at.nokori(['check', 'main', '--json']))
    assert.equal(answer?.outcome, 'no-credentials')
    assert.equal(running.counters.requests, 0)
  }))

test('a timer checks, tells what is due once, and says nothing where nothing is', () =>
  withPortal('network-pin', null, async (play, running) => {
    const at = home('timer')
    const none = await at.nokori(['check', '--notify'])
    assert.deepEqual([none.code, none.stderr], [0, ''])
    await add(at, 'main', play, running)
    await at.nokori(['edit', 'main', '--alert-at', '1GB'])
    const told = await at.nokori(['check', '--notify'])
    assert.equal(told.code, 5)
    assert.match(told.stdout, /^main\n[^]*689\.48 MB left: less than the 1 GB that you set\.\n/u)
    const again = await at.nokori(['check', '--notify'])
    assert.deepEqual([again.code, again.stdout], [0, ''])
    assert.equal(running.counters.passwords, 1)
  }))

test('mistakes are told before anything is sent', async () => {
  const at = home('mistakes')
  assert.match((await at.nokori(['check'])).stderr, /No line has a sign-in yet/u)
  await at.nokori(['add', 'main', '--carrier', 'docomo'])
  assert.match((await at.nokori(['credentials', 'main', '--secrets-stdin'], '{}')).stderr, /--user ID/u)
  const bad = await at.nokori(['credentials', 'main', '--user', 'x', '--secrets-stdin'], '{"password":1}')
  assert.equal(bad.code, 2)
  assert.match(bad.stderr, /not a JSON object/u)
  const [nowhere] = answersIn(await at.nokori(['check', 'main', '--json']))
  assert.equal(nowhere?.outcome, 'no-credentials')
})

test('with the wrong passphrase nothing is opened', () =>
  withPortal('two-ways', null, async (play, running) => {
    const at = home('sealed')
    await add(at, 'main', play, running)
    const environment = { NOKORI_HOME: at.path, NOKORI_PASSPHRASE: 'another' }
    const { code, stdout } = await run(['check', 'main'], '', environment)
    assert.equal(code, 3)
    assert.match(stdout, /not the one with which/u)
    assert.equal(running.counters.requests, 0)
  }))

test('no secret is in anything that was printed or written', () => {
  const written = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  assert.ok(written.length > 5)
  for (const secret of [OWNER.password, PASSPHRASE, 'not-this-0000'])
    for (const bytes of written) assert.ok(!bytes.includes(secret), secret)
})
