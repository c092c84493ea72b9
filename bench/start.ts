/** Cold start of the bundled command reading one SMS, beside a program with nothing in it; run in pairs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBundle } from '../scripts/build.ts'
import { nodeFlagsOf, printStart, startBesideEmpty } from './measure.ts'

const bundle = await buildBundle()
const folder = mkdtempSync(join(tmpdir(), 'nokori-bench-'))
const sms = join(folder, 'sms.txt')
writeFileSync(sms, '【docomo】今月のデータ残量は3.25GBです。\n')
printStart('nokori read SMS', startBesideEmpty([...nodeFlagsOf(bundle), bundle, 'read', sms]))
rmSync(folder, { recursive: true })
