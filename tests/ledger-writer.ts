/** `node ledger-writer.ts FILE NUMBER COUNT`: keeps readings one by one and says the id of each once it is kept. */
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { writeSync } from 'node:fs'
import { bytes, kept, reading } from './ledger-samples.ts'

const [path = '', number = '', count = ''] = process.argv.slice(2)
const store = await openSqliteStore(path)
for (let index = 0; index < Number(count); index += 1) {
  const seen = new Date(Date.UTC(2026, 10, 23) + index * 60_000).toISOString()
  const record = kept(seen, reading({ used: bytes(index) }), `line ${number}`)
  await store.keep([record])
  writeSync(1, `${record.id}\n`)
}
await store.close()
