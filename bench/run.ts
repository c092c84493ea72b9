/** `npm run bench [NAME…]`: all benchmarks, or those named, each in a process of its own. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ALL = [
  'text',
  'page',
  'linear',
  'start',
  'batch',
  'guide',
  'forecast',
  'store',
  'indexeddb',
  'portal',
  'browser',
  'web',
]

const named = process.argv.slice(2)
for (const name of named.length > 0 ? named : ALL) {
  if (!ALL.includes(name)) throw new Error(`no benchmark "${name}": ${ALL.join(', ')}`)
  spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' })
}
