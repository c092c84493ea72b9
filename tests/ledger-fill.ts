/** `node ledger-fill.ts FILE`: keeps readings until there is no room, and says what became of them. */
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StoreProblem } from '../src/ledger/store.ts'
import { faultsIn } from '../src/store/sqlite/check.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { bytes, kept, reading } from './ledger-samples.ts'

const [path = ''] = process.argv.slice(2)
const room = join(dirname(path), 'room')
const say = (answer: object): void => void process.stdout.write(JSON.stringify(answer))
const record = (index: number): ReturnType<typeof kept> =>
  kept(new Date(Date.UTC(2026, 10, 23) + index * 60_000).toISOString(), reading({ used: bytes(index) }))

try {
  const store = await openSqliteStore(path)
  writeFileSync(room, Buffer.alloc(300_000))
  let acknowledged = 0
  let problem: string | null = null
  while (problem === null)
    try {
      await store.keep([record(acknowledged)])
      acknowledged += 1
    } catch (error) {
      problem = error instanceof StoreProblem ? error.code : String(error)
    }
  const found = await store.count('reading')
  rmSync(room)
  await store.keep([record(acknowledged)])
  const afterSpace = await store.count('reading')
  await store.close()
  say({ problem, acknowledged, found, faults: await faultsIn(path), afterSpace })
} catch (error) {
  say({ problem: error instanceof StoreProblem ? error.code : String(error) })
}
