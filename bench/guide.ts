/** Cold start of `nokori guide`, how long the carriers take to load, and how much a phone would have to fetch of it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { buildBundle } from '../scripts/build.ts'
import { median, nodeFlagsOf, print, printStart, startBesideEmpty } from './measure.ts'

const LOADS = 15
const ROOT = join(import.meta.dirname, '..')

/** Everything of the guide, in one language or all: sentences of four languages are one module, so this is all of them. */
const GUIDE = `
  export * from './src/guide/find.ts'
  export * from './src/guide/guide.ts'
  export * from './src/text/guide.ts'
  export * from './src/text/labels.ts'
  export * from './src/text/myths.ts'
  export * from './src/text/pages.ts'
  export * from './src/text/rules.ts'`

async function bundled(contents: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]!.contents
}

async function loadMilliseconds(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'nokori-bench-'))
  const [carriers, timer] = [join(folder, 'carriers.mjs'), join(folder, 'timer.mjs')]
  writeFileSync(carriers, await bundled(`export { CARRIERS } from './src/carriers/index.ts'`))
  writeFileSync(
    timer,
    `const began = performance.now(); await import('./carriers.mjs'); console.log(performance.now() - began)`,
  )
  const runs = Array.from({ length: LOADS }, () =>
    Number(spawnSync(process.execPath, [timer], { encoding: 'utf8' }).stdout),
  )
  rmSync(folder, { recursive: true })
  return median(runs)
}

const bundle = await buildBundle()
printStart('nokori guide docomo', startBesideEmpty([...nodeFlagsOf(bundle), bundle, 'guide', 'docomo']))
print('carriers', ['', 'ms'], [['import of the bundled carriers', (await loadMilliseconds()).toFixed(1)]])
const bytes = gzipSync(await bundled(GUIDE), { level: 9 }).length
print('guide with all carriers and its four languages', ['', 'kB'], [['gzipped', (bytes / 1000).toFixed(1)]])
