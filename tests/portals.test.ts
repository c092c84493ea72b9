/** The simulated portals themselves: a person gets to the figure, every temptation counts, every fault shows. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { flatten } from '../src/reader/decide/flat.ts'
import { explainBytes } from '../src/reader/index.ts'
import { counted, HARMS } from './portals/counters.ts'
import { PORTALS } from './portals/index.ts'
import { Person } from './portals/person.ts'
import type { Portal } from './portals/portal.ts'
import { startPortal, type PortalOptions, type RunningPortal } from './portals/server.ts'
import { WALKS } from './portals/walks.ts'

type Walker = (person: Person, running: RunningPortal) => Promise<void>

async function at(portal: Portal, options: PortalOptions, walker: Walker): Promise<void> {
  const running = await startPortal(portal, { isOverLine: portal.isOpenByLine, pauseMilliseconds: 1, ...options })
  try {
    await walker(new Person(portal, running), running)
  } finally {
    await running.stop()
  }
}

async function walk(portal: Portal, person: Person, running: RunningPortal): Promise<void> {
  await person.open(running.address)
  for (const step of WALKS[portal.id] ?? assert.fail(`nobody knows the way at ${portal.id}`)) await person.take(step)
}

for (const portal of PORTALS)
  suite(`simulated portal ${portal.id}`, () => {
    test('shows its figure to a person, and has nothing to reproach them with', () =>
      at(portal, {}, async (person, running) => {
        await walk(portal, person, running)
        const { counters } = running
        assert.equal(counters.figuresShown, portal.stops === null ? 1 : 0, running.trail.join('\n'))
        assert.deepEqual(
          counted(counters, [...HARMS, 'failedLogins', 'wrongCodes', 'brokenForms', 'foreignRequests']),
          [],
        )
        assert.equal(counters.passwords, portal.stops?.stage === 'signIn' || portal.secret !== null ? 1 : 0)
        assert.equal(counters.codesSent, portal.code === null ? 0 : 1)
        if (portal.stops !== null || portal.needsScript === 'inside') return
        const read = await explainBytes(person.bytes, { contentType: person.contentType })
        const answer: Record<string, unknown> = { ...flatten(read.ok ? read.value.outcome : read) }
        for (const [figure, value] of Object.entries(portal.gives))
          if (figure !== 'buckets') assert.equal(answer[figure], value, figure)
      }))
  })
