/** What every store must do; each kind of store runs it in a test file of its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { merge } from '../src/ledger/merge.ts'
import { signed } from '../src/ledger/identity.ts'
import type { Deletion, LedgerRecord } from '../src/ledger/records.ts'
import type { Store } from '../src/ledger/store.ts'
import { records } from './ledger-arbitraries.ts'
import { bytes, GB, kept, reading } from './ledger-samples.ts'
import { foundIn, lookUps, nextToIn } from './look-ups.ts'

/** Opens the store of a name: a new one, or the same again. */
export type OpenStore = (name: string) => Promise<Store>

const everything = async (store: Store): Promise<LedgerRecord[]> => {
  const all: LedgerRecord[] = []
  for await (const record of store.all()) all.push(record)
  return all
}

const left = (gigabytes: number, seen: string, line = 'line'): ReturnType<typeof kept> =>
  kept(seen, reading({ remaining: bytes(gigabytes * GB) }), line)

export function storeSuite(kind: string, open: OpenStore): void {
  let number = 0
  const openNew = (): Promise<Store> => open(`${(number += 1)}`)

  test(`${kind}: keeping is merging, in any order and any number of pieces`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(records, { maxLength: 4 }), async (pieces) => {
        const store = await openNew()
        for (const piece of pieces) await store.keep(piece)
        assert.deepEqual(await everything(store), merge(...pieces))
        for (const piece of pieces.toReversed()) assert.equal(await store.keep(piece), 0)
        assert.deepEqual(await everything(store), merge(...pieces.toReversed()))
        await store.close()
      }),
      { numRuns: 40, seed: 1 },
    )
  })

  test(`${kind}: what was kept is there when it is opened again`, async () => {
    const store = await open('again')
    const record = left(3, '2026-11-23T00:00:00Z')
    assert.equal(await store.keep([record]), 1)
    await store.close()
    const again = await open('again')
    assert.deepEqual(await everything(again), [record])
    await again.close()
  })

  test(`${kind}: readings come newest first, a page at a time`, async () => {
    const store = await openNew()
    const days = [...Array(7).keys()].map((day) => left(day, `2026-11-0${day + 1}T00:00:00Z`))
    await store.keep([...days.slice(3), ...days.slice(0, 3), left(9, '2026-11-05T00:00:00Z', 'other')])
    const first = await store.find('reading', { lineId: 'line', limit: 3 })
    const second = await store.find('reading', { lineId: 'line', limit: 3, before: first.at(-1)! })
    const third = await store.find('reading', { lineId: 'line', limit: 3, before: second.at(-1)! })
    assert.deepEqual([...first, ...second, ...third], days.toReversed())
    assert.equal(await store.count('reading'), 8)
    assert.deepEqual(await store.find('edit'), [])
    await store.close()
  })

  test(`${kind}: readings next to instants, and records by their ids`, async () => {
    const store = await openNew()
    const days = [...Array(5).keys()].map((day) => left(day, `2026-11-0${day + 1}T12:00:00Z`))
    await store.keep([...days, left(9, '2026-11-03T18:00:00Z', 'other')])
    const instants = ['01T00:00:00', '03T12:00:00', '04T00:00:00', '09T00:00:00'].map((at) => `2026-11-${at}.000Z`)
    assert.deepEqual(new Set(await store.nextTo('line', instants, 'before')), new Set([days[1], days[2], days[4]]))
    assert.deepEqual(new Set(await store.nextTo('line', instants, 'from')), new Set([days[0], days[2], days[3]]))
    const without = [days[1]!.id, days[4]!.id]
    assert.deepEqual(
      new Set(await store.nextTo('line', instants, 'before', without)),
      new Set([days[0], days[2], days[3]]),
    )
    assert.deepEqual(await store.nextTo('line', [], 'from'), [])
    assert.deepEqual(await store.nextTo('nobody', instants, 'before'), [])
    const ids = [days[3]!.id, 'nobody', days[0]!.id]
    assert.deepEqual(new Set(await store.byIds('reading', ids)), new Set([days[0], days[3]]))
    assert.deepEqual(await store.byIds('evidence', ids), [])
    assert.deepEqual(await store.byIds('reading', []), [])
    await store.close()
  })

  test(`${kind}: what is looked up is what a search through everything finds`, async () => {
    const store = await openNew()
    const [sample = []] = fc.sample(fc.array(records, { minLength: 40, maxLength: 40 }), { numRuns: 1, seed: 1 })
    const all = merge(sample.flat().filter((record) => record.kind !== 'deletion'))
    await store.keep(all)
    await fc.assert(
      fc.asyncProperty(lookUps(all), async ({ query, near }) => {
        assert.deepEqual(await store.find(query.kind, query), foundIn(all, query))
        const { lineId, instants, side, without } = near
        assert.deepEqual(new Set(await store.nextTo(lineId, instants, side, without)), new Set(nextToIn(all, near)))
      }),
      { numRuns: 300, seed: 1 },
    )
    await store.close()
  })

  test(`${kind}: a record is found by the beginning of its id, among its kind`, async () => {
    const store = await openNew()
    const all = [...Array(50).keys()].map((minute) => left(1, `2026-11-23T00:${String(minute).padStart(2, '0')}:00Z`))
    await store.keep(all)
    const wanted = all[7]!
    assert.deepEqual(await store.startingWith('reading', wanted.id.slice(0, 16), 2), [wanted])
    assert.deepEqual(await store.startingWith('withdrawal', wanted.id, 2), [])
    assert.equal((await store.startingWith('reading', '', 2)).length, 2)
    await store.close()
  })

  test(`${kind}: a removed line is erased, and stays so`, async () => {
    const store = await openNew()
    const [mine, other] = [left(3, '2026-11-23T00:00:00Z'), left(4, '2026-11-23T00:00:00Z', 'other')]
    const deletion = signed<Deletion>({ kind: 'deletion', lineId: 'line', at: '2026-11-24T00:00:00.000Z' })
    await store.keep([mine, other])
    await store.keep([deletion])
    assert.equal(await store.keep([mine]), 0)
    assert.deepEqual(new Set(await everything(store)), new Set([other, deletion]))
    await store.close()
  })

  test(`${kind}: it has an identity of its own, for good`, async () => {
    const [store, other] = [await open('identity'), await openNew()]
    const identity = await store.identity()
    assert.ok(identity.length >= 16)
    assert.notEqual(identity, await other.identity())
    await store.close()
    const again = await open('identity')
    assert.equal(await again.identity(), identity)
    await again.close()
    await other.close()
  })

  test(`${kind}: records come in the order in which they were kept, a page at a time`, async () => {
    const store = await openNew()
    assert.deepEqual(await store.since(0, 10), { records: [], cursor: 0 })
    const days = [5, 1, 4, 2, 3].map((day) => left(day, `2026-11-0${day}T00:00:00Z`))
    await store.keep(days.slice(0, 2))
    await store.keep(days.slice(2))
    const [first, second] = [await store.since(0, 2), await store.since(0, 3)]
    assert.deepEqual([first.records.length, second.records.length], [2, 3])
    const rest = await store.since(first.cursor, 10)
    assert.deepEqual(new Set([...first.records, ...rest.records]), new Set(days))
    assert.deepEqual(new Set(first.records), new Set(days.slice(0, 2)))
    const end = await store.since(rest.cursor, 10)
    assert.deepEqual(end, { records: [], cursor: rest.cursor })
    await store.keep(days)
    assert.deepEqual(await store.since(end.cursor, 10), end)
    await store.close()
  })

  test(`${kind}: a record that replaces another comes again`, async () => {
    const store = await openNew()
    const [early, other] = [left(3, '2026-11-23T00:00:00Z'), left(4, '2026-11-24T00:00:00Z')]
    const late = { ...early, at: '2026-11-25T00:00:00.000Z' }
    await store.keep([early, other])
    const { cursor } = await store.since(0, 10)
    await store.keep([late])
    assert.deepEqual((await store.since(cursor, 10)).records, [late])
    assert.deepEqual((await store.since(0, 10)).records, [other, late])
    await store.keep([early])
    assert.deepEqual((await store.since(0, 10)).records, [other, late])
    await store.close()
  })

  test(`${kind}: no cursor passes over a deletion, nor over what is kept after one`, async () => {
    const store = await openNew()
    const deletion = signed<Deletion>({ kind: 'deletion', lineId: 'line', at: '2026-11-24T00:00:00.000Z' })
    const later = left(4, '2026-11-25T00:00:00Z', 'other')
    await store.keep([left(3, '2026-11-22T00:00:00Z'), left(3, '2026-11-23T00:00:00Z')])
    const { cursor } = await store.since(0, 10)
    await store.keep([deletion])
    const after = await store.since(cursor, 10)
    assert.deepEqual(after.records, [deletion])
    await store.keep([later])
    assert.deepEqual((await store.since(after.cursor, 10)).records, [later])
    assert.deepEqual((await store.since(0, 10)).records, [deletion, later])
    await store.close()
  })

  test(`${kind}: who follows it page by page has all of it, whatever is kept meanwhile`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ piece: records, limit: fc.integer({ min: 1, max: 5 }) }), { maxLength: 6 }),
        async (steps) => {
          const store = await openNew()
          let [followed, cursor]: [LedgerRecord[], number] = [[], 0]
          const follow = async (limit: number): Promise<number> => {
            const page = await store.since(cursor, limit)
            assert.ok(page.records.length <= limit)
            followed = merge(followed, page.records)
            cursor = page.cursor
            return page.records.length
          }
          for (const { piece, limit } of steps) {
            await store.keep(piece)
            await follow(limit)
          }
          while ((await follow(3)) > 0);
          assert.deepEqual(followed, await everything(store))
          await store.close()
        },
      ),
      { numRuns: 30, seed: 1 },
    )
  })

  test(`${kind}: what is written is read as it was, whatever it holds`, async () => {
    const store = await openNew()
    const names = ['a\0b 残り', '😀\u2028"\\', '𠮷野家', "'; drop table records; --"]
    const odd = names.map((name, hour) => kept(`2026-11-23T0${hour}:00:00Z`, reading({}, { line: name })))
    await store.keep(odd)
    assert.deepEqual(
      (await store.find('reading')).map((each) => each.reading.line),
      names.toReversed(),
    )
    await store.close()
  })
}
