/** Every simulated portal: a person gets to the figure, every temptation counts, every fault shows. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { flatten } from '../src/reader/decide/flat.ts'
import { explainBytes } from '../src/reader/index.ts'
import { counted, HARMS } from './portals/counters.ts'
import { SIGNS } from './portals/fault-signs.ts'
import { faultsOf, placesOf } from './portals/faults.ts'
import { PORTALS } from './portals/index.ts'
import type { Portal } from './portals/portal.ts'
import { addressOf, at, lookAround, walk } from './portals/visiting.ts'

/** What lets in further first, what shows out last. */
const rank = ({ actions }: Portal, path: string): number =>
  ['termsAccepted', '', 'logouts'].indexOf(/termsAccepted|logouts/u.exec(actions[path] ?? '')?.[0] ?? '')

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
        assert.equal(counters.passwords, portal.secret === null ? 0 : 1)
        assert.equal(counters.codesSent, portal.code === null ? 0 : 1)
        if (portal.stops !== null || portal.needsScript === 'inside') return
        const read = await explainBytes(person.bytes, { contentType: person.contentType })
        assert.partialDeepStrictEqual(flatten(read.ok ? read.value.outcome : read), portal.gives)
      }))

    test('every temptation stands on a page, and counts', () =>
      at(portal, {}, async (person, running) => {
        await walk(portal, person, running)
        await lookAround(portal, person, running)
        const { counters } = running
        const paths = Object.keys(portal.actions).toSorted((a, b) => rank(portal, a) - rank(portal, b))
        for (const path of paths) {
          const harm = portal.actions[path]!
          const before = counters[harm]
          await person.open(addressOf(person, path))
          assert.equal(counters[harm], before + 1, path)
          if (harm === 'termsAccepted') await lookAround(portal, person, running)
        }
      }))

    for (const fault of faultsOf(portal))
      for (const place of placesOf(portal, fault))
        test(`${fault} shows, at the ${place}`, () =>
          at(portal, { fault, at: place }, async (person, running) => {
            let error: Error | null = null
            await walk(portal, person, running).catch((reason: Error) => (error = reason))
            if (portal.secret !== null && place === 'inside') assert.equal(running.counters.passwords, 1)
            await SIGNS[fault]({ person, running, portal, error })
          }))
  })
