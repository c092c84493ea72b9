/** The robot at every simulated portal, and with every fault: the right figure or the right name of what stands in the way, and no harm. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { httpEngine } from '../src/channels/portal/http.ts'
import type { PortalPage } from '../src/channels/portal/page.ts'
import { fetchEvidence, type Brought, type Errand } from '../src/channels/portal/robot.ts'
import { explainBytes } from '../src/reader/index.ts'
import { PLAYS } from './portals/plays.ts'
import { OWNER, startPortal, type Fault, type PortalPlay, type Running } from './portals/site.ts'

const NOW = '2026-11-26T03:00:00.000Z'

interface Visited {
  readonly brought: Brought
  readonly session: string
  readonly figures: { remainingBytes: number | null; usedBytes: number | null } | null
}

async function figuresOf({ bytes, contentType }: PortalPage['evidence']): Promise<Visited['figures']> {
  const read = await explainBytes(bytes, { contentType })
  const reading = read.ok && read.value.outcome.ok ? read.value.outcome.value[0] : undefined
  if (reading === undefined) return null
  const { remaining, used } = reading.total
  const exact = ({ amount }: typeof remaining): number | null => (amount.kind === 'known' ? amount.lowBytes : null)
  return { remainingBytes: exact(remaining), usedBytes: exact(used) }
}

async function visit(
  play: PortalPlay,
  { address }: Running,
  rest: Partial<Errand> & { session?: string | null } = {},
): Promise<Visited> {
  const { session = null, ...errand } = rest
  const sites = { domains: [], origins: [address] }
  const engine = await httpEngine(sites, session)
  const brought = await fetchEvidence(engine, {
    address: `${address}/`,
    sites,
    path: play.path,
    isOpenByLine: play.isOpenByLine ?? false,
    secrets: { user: play.user, password: OWNER.password, pin: play.pin ?? null },
    hasSession: session !== null,
    numberSuffix: play.numberSuffix ?? null,
    code: null,
    now: NOW,
    reads: async (evidence) => (await figuresOf(evidence)) !== null,
    maySignIn: () => Promise.resolve(true),
    progress: () => {},
    ...errand,
  })
  const figures = brought.outcome.ok ? await figuresOf(brought.outcome.value.evidence) : null
  return { brought, session: await engine.session(), figures }
}

const codeOf = ({ brought: { outcome } }: Visited): string => (outcome.ok ? 'reading' : outcome.failure.code)

function assertHarmless({ counters }: Running, failedLogins = 0): void {
  assert.deepEqual(counters.harmful, [])
  assert.equal(counters.assets, 0)
  assert.equal(counters.others, 0)
  assert.equal(counters.failedLogins, failedLogins)
}

for (const play of PLAYS)
  suite(`portal ${play.id}`, () => {
    test('gives its figure, and again from the kept session without a sign-in', async () => {
      const running = await startPortal(play)
      try {
        let visited = await visit(play, running)
        if (play.asksForCode === true) {
          assert.equal(codeOf(visited), 'needs-code')
          const page = visited.brought.codePage
          assert.ok(page)
          visited = await visit(play, running, { session: visited.session, code: { code: OWNER.code, page } })
        }
        assert.equal(codeOf(visited), 'reading')
        for (const [figure, bytes] of Object.entries(play.gives))
          assert.equal(visited.figures?.[figure as 'usedBytes'], bytes, figure)
        const passwords = play.isOpenByLine === true ? 0 : 1
        assert.equal(running.counters.passwords, passwords)
        const again = await visit(play, running, { session: visited.session })
        assert.deepEqual([codeOf(again), again.figures], ['reading', visited.figures])
        assert.equal(running.counters.passwords, passwords)
        assertHarmless(running)
      } finally {
        await running.stop()
      }
    })

    test('a wrong password is sent once', async () => {
      if (play.isOpenByLine === true) return
      const running = await startPortal(play)
      try {
        const visited = await visit(play, running, {
          secrets: { user: play.user, password: 'not this one', pin: '0000' },
        })
        assert.equal(codeOf(visited), 'wrong-credentials')
        assert.equal(running.counters.passwords, 1)
        assertHarmless(running, 1)
      } finally {
        await running.stop()
      }
    })

    const faults: [Fault, string][] = [
      ['maintenance', 'maintenance'],
      ['maintenancePage', 'maintenance'],
      ['locked', 'locked'],
      ['terms', 'needs-person'],
      ['captcha', 'needs-person'],
      ['newPassword', 'needs-person'],
      ['approval', 'needs-person'],
      ['redesign', 'changed'],
      ['reset', 'unreachable'],
      ['error', 'unreachable'],
      ['truncated', 'unreachable'],
      ['loop', 'unreachable'],
      ['foreign', 'changed'],
    ]
    const general = new Set<Fault>([
      'maintenance',
      'maintenancePage',
      'redesign',
      'reset',
      'error',
      'truncated',
      'loop',
    ])
    for (const [fault, code] of faults.filter(([each]) => play.isOpenByLine !== true || general.has(each)))
      test(`${fault} is ${code}`, async () => {
        const running = await startPortal(play, fault)
        try {
          const visited = await visit(play, running)
          assert.equal(codeOf(visited), code)
          assert.ok(running.counters.passwords <= 1)
          if (code === 'maintenance') assert.equal(visited.brought.until, '2026-11-26T21:00:00.000Z')
          assertHarmless(running, fault === 'locked' ? 1 : 0)
        } finally {
          await running.stop()
        }
      })
  })

test('without a stored sign-in nothing is typed', async () => {
  const running = await startPortal(PLAYS[0]!)
  try {
    assert.equal(codeOf(await visit(PLAYS[0]!, running, { secrets: null })), 'no-credentials')
    assert.equal(running.counters.passwords, 0)
  } finally {
    await running.stop()
  }
})

test('a sign-in that may not be made is too soon', async () => {
  const running = await startPortal(PLAYS[0]!)
  try {
    assert.equal(codeOf(await visit(PLAYS[0]!, running, { maySignIn: () => Promise.resolve(false) })), 'too-soon')
    assert.equal(running.counters.passwords, 0)
  } finally {
    await running.stop()
  }
})
