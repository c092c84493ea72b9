/** Cold start of the bundled command reading one SMS, beside a program with nothing in it; run in pairs. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBundle } from '../scripts/build.ts'
import { median, nodeFlagsOf, print } from './measure.ts'

const PAIRS = 25

const bundle = await buildBundle()
const nodeFlags = nodeFlagsOf(bundle)
const folder = mkdtempSync(join(tmpdir(), 'nokori-bench-'))
const empty = join(folder, 'empty.mjs')
const sms = join(folder, 'sms.txt')
writeFileSync(empty, '')
writeFileSync(sms, '【docomo】今月のデータ残量は3.25GBです。\n')

function millisecondsOf(...args: string[]): number {
  const began = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
  return performance.now() - began
}

const pairs = Array.from({ length: PAIRS + 1 }, () => ({
  empty: millisecondsOf(empty),
  read: millisecondsOf(...nodeFlags, bundle, 'read', sms),
})).slice(1)
rmSync(folder, { recursive: true })

const [emptyTime, readTime] = [median(pairs.map((pair) => pair.empty)), median(pairs.map((pair) => pair.read))]
const ratio = median(pairs.map(({ empty: nothing, read }) => read / nothing))
print(
  `cold start, median of ${PAIRS} pairs`,
  ['', 'ms', 'x'],
  [
    ['an empty .mjs', emptyTime.toFixed(1), '1'],
    ['nokori read SMS', readTime.toFixed(1), ratio.toFixed(2)],
  ],
)
