/** Lines a second and peak memory of the bundled command, over more and more lines. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buildBundle } from '../scripts/build.ts'
import { nodeFlagsOf, print, rounded, shortTexts, type Row } from './measure.ts'

const COUNTS = process.argv.slice(2).map(Number).filter(Boolean)
const WRITE_LINES = 1000

const bundle = await buildBundle()
const nodeFlags = nodeFlagsOf(bundle)
/** The command's own peak, told by itself at its end. */
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))`
const texts = shortTexts()

async function run(count: number, flags: readonly string[]): Promise<Row> {
  const began = performance.now()
  const command = spawn(process.execPath, [...nodeFlags, '--import', TELL_PEAK, bundle, 'read', '--batch', ...flags])
  let answers = 0
  let errors = ''
  command.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 0x0a) answers += 1
  })
  command.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const closed = once(command, 'close')
  for (let sent = 0; sent < count; sent += WRITE_LINES) {
    const lines = Array.from({ length: Math.min(WRITE_LINES, count - sent) }, (_, index) =>
      JSON.stringify({ id: sent + index, text: texts[(sent + index) % texts.length] }),
    )
    if (!command.stdin.write(`${lines.join('\n')}\n`)) await once(command.stdin, 'drain')
  }
  command.stdin.end()
  await closed
  const seconds = (performance.now() - began) / 1000
  if (answers !== count) throw new Error(`${answers} answers to ${count} lines: ${errors}`)
  const peak = Number(/peak (\d+)/.exec(errors)?.[1]) / 1024
  return [
    ['read --batch', ...flags].join(' '),
    rounded(count),
    rounded(seconds * 1000),
    rounded(count / seconds),
    rounded(peak),
  ]
}

const rows: Row[] = []
for (const flags of [[], ['--full']])
  for (const count of COUNTS.length > 0 ? COUNTS : [10_000, 100_000, 1_000_000]) rows.push(await run(count, flags))
print('the bundled command, its start included', ['', 'lines', 'ms', 'lines/s', 'peak MB'], rows)
