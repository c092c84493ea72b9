/** Several lines in one run: what breaks for one is no loss of the others. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { httpEngine } from '../src/channels/portal/http.ts'
import { Secret } from '../src/core/secret.ts'
import { checkLines, type CheckedLines, type CheckOptions, type CheckStep } from '../src/jobs/check.ts'
import { addLine, linesIn } from '../src/jobs/lines.ts'
import { UNSAID } from '../src/ledger/lines.ts'
import { StoreProblem } from '../src/ledger/store.ts'
import { openStoreAndVault } from '../src/store/vault/open.ts'
import { NOW } from './portals/faults.ts'
import { OWNER } from './portals/owner.ts'
import { startPortal } from './portals/server.ts'
import { portalOf } from './portals/visiting.ts'

const folder = mkdtempSync(join(tmpdir(), 'nokori-check-lines-'))
after(() => rmSync(folder, { recursive: true }))

/** Checks lines at one portal each, all at once. */
async function check(portals: Readonly<Record<string, string>>, options: Partial<CheckOptions>): Promise<CheckedLines> {
  const path = join(mkdtempSync(join(folder, 'run-')), 'ledger.sqlite')
  const { store, vault } = await openStoreAndVault(path, { passphrase: new Secret('0000'), ask: null, keyring: null })
  const running = []
  for (const [name, id] of Object.entries(portals)) {
    const portal = portalOf(id)
    const place = await startPortal(portal)
    running.push(place)
    const line = await addLine(store, { ...UNSAID, name, portal: { address: place.address, loginSites: [] } }, NOW)
    await vault.keepCredentials(line!.id, new Secret({ user: portal.user!, password: OWNER.password }))
  }
  try {
    return await checkLines(store, vault, await linesIn(store), {
      code: null,
      isForced: false,
      now: () => NOW,
      random: () => 0,
      progress: () => {},
      signal: new AbortController().signal,
      browser: () => Promise.resolve(null),
      ...options,
    })
  } finally {
    await store.close()
    for (const place of running) await place.stop()
  }
}

const outcomesIn = ({ checked }: CheckedLines): string[] =>
  checked.map(({ line, outcome }) => `${line.name}: ${outcome.ok ? 'reading' : outcome.failure.code}`)

test('a line at which we break, or whose ledger cannot be written, takes no other with it', async () => {
  const problem = new StoreProblem('full', 'ledger.sqlite')
  const found = await check(
    { breaks: 'two-ways', full: 'toppings', reads: 'used-only' },
    {
      progress({ name }) {
        if (name === 'breaks') throw new RangeError('Maximum call stack size exceeded')
        if (name === 'full') throw problem
      },
    },
  )
  assert.deepEqual(outcomesIn(found), ['breaks: changed', 'reads: reading'])
  assert.equal(found.problem, problem)
})

test('what was opened for a line is closed, however its visit ends', async () => {
  const steps: CheckStep[] = []
  let open = 0
  const found = await check(
    { breaks: 'script-only' },
    {
      progress(_, step) {
        steps.push(step)
        if (open > 0) throw new RangeError('Maximum call stack size exceeded')
      },
      browser: () =>
        Promise.resolve({
          async engine(sites, session) {
            open += 1
            return Object.assign(await httpEngine(sites, session), {
              close: () => Promise.resolve(void (open -= 1)),
            })
          },
          close: () => Promise.resolve(),
        }),
    },
  )
  assert.deepEqual(outcomesIn(found), ['breaks: changed'])
  assert.deepEqual(steps, ['opening', 'opening'])
  assert.equal(open, 0)
})
