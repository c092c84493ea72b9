/** Ledgers that are kept in step, over a way on which anything may be lost. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { bringInStep, pieceAfter, type Bookmark, type Bookmarks, type Remote, type Reply } from '../src/jobs/sync.ts'
import { takeIn } from '../src/jobs/take-in.ts'
import { digestOf, signed } from '../src/ledger/identity.ts'
import { editsOf } from '../src/ledger/lines.ts'
import { merge } from '../src/ledger/merge.ts'
import type { KeptEvidence, LedgerRecord } from '../src/ledger/records.ts'
import type { Store } from '../src/ledger/store.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { records } from './ledger-arbitraries.ts'
import { bytes, kept, reading } from './ledger-samples.ts'
import { openMemoryStore } from './memory-store.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nokori-sync-'))
})
after(() => rm(folder, { recursive: true }))

const NEVER = new AbortController().signal
let number = 0
const nextName = (): string => `sync ${(number += 1)}`
const openServer = (): Promise<Store> => openSqliteStore(join(folder, nextName(), 'ledger.sqlite'))

const everything = async (store: Store): Promise<LedgerRecord[]> => {
  const all: LedgerRecord[] = []
  for await (const record of store.all()) all.push(record)
  return all
}

/** Bookmarks, with all that was ever written. */
function newBookmarks(): Bookmarks & { readonly written: Bookmark[] } {
  const written: Bookmark[] = []
  return {
    written,
    read: async () => written.at(-1) ?? null,
    write: async (bookmark) => void written.push(bookmark),
  }
}

/** What happens on the way to the other side: the question is lost, the answer is lost, or neither. */
type Loss = 'question' | 'answer' | null
interface Way {
  readonly remote: Remote
  /** Records that went each way. */
  readonly carried: { pulled: number; pushed: number }
}

/** The other side as the server has it; `onWay` is asked before each question. */
function wayTo(store: Store, onWay: () => Promise<Loss> = async () => null): Way {
  const carried = { pulled: 0, pushed: 0 }
  const ask = async <T>(act: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    const loss = await onWay()
    const reply: Reply<T> = loss === 'question' ? { kind: 'away' } : await act()
    return loss === 'answer' ? { kind: 'away' } : reply
  }
  const isMeant = async (identity: string): Promise<boolean> => identity === (await store.identity())
  const remote: Remote = {
    identity: () => ask(async () => ({ kind: 'answer', value: await store.identity() })),
    pull: (identity, cursor) =>
      ask(async () => {
        if (!(await isMeant(identity))) return { kind: 'other' }
        const piece = await pieceAfter(store, cursor)
        carried.pulled += piece.records.length
        return { kind: 'answer', value: piece }
      }),
    push: (identity, given, cursor) =>
      ask(async () => {
        if (!(await isMeant(identity))) return { kind: 'other' }
        carried.pushed += given.length
        const followed = await takeIn(store, structuredClone(given), cursor)
        return followed === null ? { kind: 'unfit' } : { kind: 'answer', value: followed }
      }),
  }
  return { remote, carried }
}

interface Client {
  readonly store: Store
  readonly bookmarks: ReturnType<typeof newBookmarks>
}
const newClient = (): Client => ({ store: openMemoryStore(nextName()), bookmarks: newBookmarks() })

const sync = ({ store, bookmarks }: Client, { remote }: Way): Promise<string> =>
  bringInStep(store, remote, bookmarks, NEVER)

const loss = fc.constantFrom<Loss>(null, null, null, 'question', 'answer')
const step = fc.oneof(
  fc.record({ kind: fc.constant('keep' as const), side: fc.nat({ max: 2 }), piece: records }),
  fc.record({
    kind: fc.constant('sync' as const),
    side: fc.nat({ max: 1 }),
    losses: fc.array(loss, { maxLength: 6 }),
    /** Kept here and there while the other side is being asked for the nth time. */
    meanwhile: fc.array(records, { maxLength: 4 }),
  }),
  /** The app ended before the last bookmarks were on the disk. */
  fc.record({ kind: fc.constant('crash' as const), side: fc.nat({ max: 1 }), lost: fc.nat({ max: 3 }) }),
)

test('in whatever order things are kept, lost and brought in step, all ledgers end equal and nothing is missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const server = await openServer()
      const clients = [newClient(), newClient()]
      const given: LedgerRecord[][] = []
      const keep = async (store: Store, piece: LedgerRecord[]): Promise<void> => {
        given.push(piece)
        await store.keep(piece)
      }
      for (const each of steps) {
        if (each.kind === 'keep') await keep(clients[each.side]?.store ?? server, each.piece)
        else if (each.kind === 'crash') clients[each.side]!.bookmarks.written.splice(-each.lost, each.lost)
        else {
          const client = clients[each.side]!
          const [losses, meanwhile] = [[...each.losses], [...each.meanwhile]]
          const onWay = async (): Promise<Loss> => {
            await keep(meanwhile.length % 2 === 0 ? client.store : server, meanwhile.pop() ?? [])
            return losses.pop() ?? null
          }
          const end = await sync(client, wayTo(server, onWay))
          assert.ok(end === 'inStep' || end === 'away')
        }
      }
      for (const client of [...clients, ...clients]) assert.equal(await sync(client, wayTo(server)), 'inStep')
      const all = merge(...given)
      for (const store of [server, ...clients.map((client) => client.store)])
        assert.deepEqual(await everything(store), all)
      await server.close()
    }),
    { numRuns: 60, seed: 1 },
  )
})

const readings = (count: number, line: string): LedgerRecord[] =>
  [...Array(count).keys()].map((index) =>
    kept(new Date(Date.UTC(2026, 10, 1) + index * 60_000).toISOString(), reading({ used: bytes(index) }), line),
  )

test('many records go each way once, and then none', async () => {
  const [server, here, there] = [await openServer(), newClient(), newClient()]
  await here.store.keep(readings(700, 'here'))
  const [one, other] = [wayTo(server), wayTo(server)]
  assert.equal(await sync(here, one), 'inStep')
  assert.deepEqual(one.carried, { pulled: 0, pushed: 700 })
  await server.keep(readings(300, 'server'))
  assert.equal(await sync(there, other), 'inStep')
  assert.deepEqual(other.carried, { pulled: 1000, pushed: 0 })
  assert.equal(await sync(here, one), 'inStep')
  assert.deepEqual(one.carried, { pulled: 300, pushed: 700 })
  assert.equal(await sync(there, other), 'inStep')
  assert.deepEqual(other.carried, { pulled: 1000, pushed: 0 })
  assert.deepEqual(await everything(here.store), await everything(there.store))
  await server.close()
})

test('what is kept on either side meanwhile comes along', async () => {
  const [server, client] = [await openServer(), newClient()]
  const pieces = [...Array(6).keys()].map((side) => readings(3, `line ${side}`))
  await client.store.keep(pieces[0]!)
  let asked = 0
  const onWay = async (): Promise<Loss> => {
    asked += 1
    if (asked < pieces.length) await (asked % 2 === 0 ? client.store : server).keep(pieces[asked]!)
    return null
  }
  assert.equal(await sync(client, wayTo(server, onWay)), 'inStep')
  const met = pieces.slice(0, asked)
  assert.ok(met.length > 3)
  assert.deepEqual(await everything(client.store), merge(...met))
  assert.deepEqual(await everything(server), merge(...met))
  await server.close()
})

const evidence = (characters: number): LedgerRecord => {
  const text = '残'.repeat(characters)
  const about = { lineId: 'line', at: '2026-11-23T00:00:00.000Z' }
  return signed<KeptEvidence>({ kind: 'evidence', ...about, digest: digestOf(text), text })
}

test('a piece is no larger than can be carried, unless a single record is', async () => {
  const client = newClient()
  const large = [...Array(20).keys()].map((index) => evidence(200_000 + index))
  await client.store.keep(large)
  const found: LedgerRecord[] = []
  for (let piece = await pieceAfter(client.store, 0); piece.records.length > 0;) {
    assert.ok(piece.records.length === 1 || JSON.stringify(piece.records).length <= 1_000_000)
    found.push(...piece.records)
    piece = await pieceAfter(client.store, piece.cursor)
  }
  assert.deepEqual(found, large)
})

test('a record that is not taken stays where it is, and holds up no other', async () => {
  const [server, client] = [await openServer(), newClient()]
  const good = readings(9, 'line')
  const bad = { ...editsOf('line', { name: 'docomo' }, '2026-11-23T00:00:00.000Z')[0]!, id: '0'.repeat(64) }
  await client.store.keep([...good.slice(0, 4), bad, ...good.slice(4)])
  assert.equal(await sync(client, wayTo(server)), 'inStep')
  assert.deepEqual(await everything(server), merge(good))
  assert.deepEqual(await everything(client.store), merge(good, [bad]))
  const again = wayTo(server)
  await sync(client, again)
  assert.equal(again.carried.pushed, 0)
  await server.close()
})

test('another ledger in place of the first is begun anew; so is an own ledger that was made anew', async () => {
  const [first, second, client] = [await openServer(), await openServer(), newClient()]
  await client.store.keep(readings(3, 'own'))
  await sync(client, wayTo(first))
  await second.keep(readings(5, 'second'))
  assert.equal(await sync(client, wayTo(second)), 'inStep')
  assert.deepEqual(await everything(second), merge(readings(3, 'own'), readings(5, 'second')))
  assert.deepEqual(await everything(client.store), await everything(second))
  const renewed = { store: openMemoryStore(nextName()), bookmarks: client.bookmarks }
  assert.equal(await sync(renewed, wayTo(second)), 'inStep')
  assert.deepEqual(await everything(renewed.store), await everything(second))
  await first.close()
  await second.close()
})

test('who is refused, finds nobody or is stopped says so, and moves no bookmark', async () => {
  const [server, client] = [await openServer(), newClient()]
  await client.store.keep(readings(3, 'own'))
  const { remote } = wayTo(server)
  const refusing: Remote = { ...remote, pull: async () => ({ kind: 'refused' }) }
  assert.equal(await bringInStep(client.store, refusing, client.bookmarks, NEVER), 'refused')
  const nowhere: Remote = { ...remote, identity: async () => ({ kind: 'none' }) }
  assert.equal(await bringInStep(client.store, nowhere, client.bookmarks, NEVER), 'none')
  assert.equal(await bringInStep(client.store, remote, client.bookmarks, AbortSignal.abort()), 'away')
  const fickle: Remote = { ...remote, pull: async () => ({ kind: 'other' }) }
  assert.equal(await bringInStep(client.store, fickle, client.bookmarks, NEVER), 'away')
  assert.deepEqual(client.bookmarks.written, [])
  assert.equal(await server.count('reading'), 0)
  await server.close()
})
