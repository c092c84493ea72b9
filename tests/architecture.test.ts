/** The rules of ARCHITECTURE.md that a machine can check: who imports what, what pure code may touch, what is generated. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { build, transformSync } from 'esbuild'
import manifest from '../package.json' with { type: 'json' }
import { generatedFiles } from '../scripts/generate.ts'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).sort()

interface FolderRule {
  /** Pure: no I/O, clock, randomness or `node:` module, so that the same code runs in a browser. */
  readonly pure: boolean
  /** Folders, or single files of a folder, that it may import from. */
  readonly imports: readonly string[]
  readonly packages: readonly string[]
}

/** Every folder of src. Imports point inward to core. */
const FOLDERS: Readonly<Record<string, FolderRule>> = {
  core: { pure: true, imports: [], packages: ['temporal-polyfill'] },
  carriers: { pure: true, imports: ['core'], packages: [] },
  reader: {
    pure: true,
    imports: ['core', 'carriers/carrier.ts'],
    packages: ['chardet', 'htmlparser2', 'postal-mime'],
  },
  guide: { pure: true, imports: ['core', 'carriers'], packages: [] },
  ledger: { pure: true, imports: ['core'], packages: ['@noble/hashes'] },
  forecast: { pure: true, imports: ['core'], packages: [] },
  advice: {
    pure: true,
    imports: ['core', 'carriers/rules.ts', 'ledger/standing.ts', 'ledger/records.ts', 'forecast', 'guide/pages.ts'],
    packages: [],
  },
  text: { pure: true, imports: ['core'], packages: [] },
  schema: {
    pure: true,
    imports: ['core', 'carriers/carrier.ts', 'carriers/channels.ts', 'reader/decide/flat.ts', 'ledger/records.ts'],
    packages: ['zod'],
  },
  store: { pure: false, imports: ['core', 'ledger'], packages: ['@napi-rs/keyring', 'idb', 'kysely'] },
  channels: {
    pure: false,
    imports: ['core', 'carriers/channels.ts', 'reader/open/charset.ts'],
    packages: ['domhandler', 'domutils', 'htmlparser2', 'iconv-lite', 'playwright-core', 'tough-cookie'],
  },
  demo: { pure: false, imports: ['core'], packages: [] },
  notify: { pure: false, imports: ['core'], packages: ['ical-generator'] },
  jobs: {
    pure: false,
    imports: [
      'core',
      'carriers',
      'reader',
      'guide',
      'channels',
      'demo/lines.ts',
      'ledger',
      'forecast',
      'advice',
      'schema',
      'notify',
      'text',
    ],
    packages: ['csv-stringify'],
  },
  server: { pure: false, imports: ['core', 'jobs', 'ledger', 'schema', 'text'], packages: ['zod'] },
  cli: {
    pure: false,
    imports: [
      'core',
      'carriers',
      'channels',
      'demo',
      'reader',
      'guide',
      'ledger',
      'forecast',
      'advice',
      'server',
      'store',
      'notify',
      'jobs',
      'text',
    ],
    packages: ['@clack/prompts', 'fast-string-width', 'fast-wrap-ansi'],
  },
  web: {
    pure: false,
    imports: [
      'core',
      'carriers',
      'reader',
      'guide',
      'ledger',
      'forecast',
      'advice',
      'store/indexeddb',
      'notify/calendar.ts',
      'jobs',
      'text',
    ],
    packages: ['@preact/signals', 'preact', 'temporal-polyfill', 'uplot'],
  },
}

/** Globals that reach outside. `Date` is allowed only where it is given its time. */
const IMPURE_GLOBALS = `
  process Buffer require module __dirname global globalThis window document navigator self
  console fetch XMLHttpRequest WebSocket localStorage sessionStorage indexedDB caches alert
  setTimeout setInterval setImmediate queueMicrotask performance crypto eval Function Worker
`
  .trim()
  .split(/\s+/u)

interface Import {
  readonly specifier: string
  readonly lazy: boolean
}

const readSource = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Imports of a file, types included, in whichever form they are written. */
function importsOf(path: string): Import[] {
  const source = readSource(path)
  const fixed = [...source.matchAll(/^(?:import|export)\b(?:[^'"]*?\bfrom)?\s*['"]([^'"]+)['"]/gmu)]
  const lazy = [...source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/gu)]
  return [
    ...fixed.map(([, specifier = '']) => ({ specifier, lazy: false })),
    ...lazy.map(([, specifier = '']) => ({ specifier, lazy: true })),
  ]
}

const folderOf = (path: string): string => path.split('/')[1] ?? ''
const ruleOf = (path: string): FolderRule =>
  FOLDERS[folderOf(path)] ?? assert.fail(`${path} is in a folder without a rule`)
const resolveImport = (path: string, specifier: string): string => relative(ROOT, join(ROOT, dirname(path), specifier))
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

test('every folder of src has a rule, and every rule a folder', () => {
  assert.deepEqual([...new Set(SOURCES.map(folderOf))].sort(), Object.keys(FOLDERS).sort())
})

test('imports point inward', () => {
  const wrong = SOURCES.flatMap((path) =>
    importsOf(path)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier }) => resolveImport(path, specifier))
      .filter((target) => folderOf(target) !== folderOf(path))
      .filter(
        (target) =>
          !ruleOf(path).imports.some((allowed) => target === `src/${allowed}` || target.startsWith(`src/${allowed}/`)),
      )
      .map((target) => `${path} imports ${target}`),
  )
  assert.deepEqual(wrong, [])
})

test('packages and node: modules only where they are allowed', () => {
  const wrong = SOURCES.flatMap((path) =>
    importsOf(path)
      .filter(({ specifier }) => !specifier.startsWith('.'))
      .filter(({ specifier }) =>
        specifier.startsWith('node:') ? ruleOf(path).pure : !ruleOf(path).packages.includes(packageOf(specifier)),
      )
      .map(({ specifier }) => `${path} imports ${specifier}`),
  )
  assert.deepEqual(wrong, [])
})

test('Temporal is reached in one place, and in the one that the app puts there', () => {
  const reached = SOURCES.filter((path) => importsOf(path).some(({ specifier }) => specifier === 'temporal-polyfill'))
  assert.deepEqual(reached, ['src/core/temporal.ts', 'src/web/temporal.ts'])
})

test('every job but asking portals runs in a browser, with the packages that it takes', async () => {
  const jobs = SOURCES.filter((path) => folderOf(path) === 'jobs')
  const needNode = await Promise.all(jobs.map(async (path) => ((await isForBrowsers(path)) ? [] : [path])))
  assert.deepEqual(needNode.flat(), ['src/jobs/check.ts', 'src/jobs/show.ts', 'src/jobs/visit.ts'])
})

/** Whether nothing that a file imports, or loads later, is a module of Node. */
const isForBrowsers = (path: string): Promise<boolean> =>
  build({
    entryPoints: [join(ROOT, path)],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  }).then(
    () => true,
    () => false,
  )

test('every import names its file, so that the checks above see it', () => {
  const wrong = SOURCES.filter((path) =>
    /\bimport\((?!\s*['"])|\brequire\(/u.test(transformed(path).replaceAll('import.meta', '')),
  )
  assert.deepEqual(wrong, [])
})

test('pure code touches no global that reaches outside', () => {
  const wrong = SOURCES.filter((path) => ruleOf(path).pure).flatMap((path) =>
    impurities(path).map((found) => `${path}: ${found}`),
  )
  assert.deepEqual(wrong, [])
})

test('the check for impure globals sees what it must, and only that', () => {
  const found = (source: string): string[] => impuritiesOf(source)
  assert.deepEqual(found('export const now = Date.now()'), ['Date.now'])
  assert.deepEqual(found('export const now = new Date()'), ['new Date()'])
  assert.deepEqual(found('export const seed = Math.random()'), ['Math.random'])
  assert.deepEqual(found('export const home = process.env'), ['process'])
  assert.deepEqual(
    found('export const then = new Date(0), word = "process", at = { fetch: Date.parse("2026-11-23") }'),
    [],
  )
})

function transformed(path: string): string {
  return transformSync(readSource(path), { loader: path.endsWith('x') ? 'tsx' : 'ts', legalComments: 'none' }).code
}

const impurities = (path: string): string[] => impuritiesOf(readSource(path))

/** Free globals are found by letting esbuild rename them: it knows strings, comments, properties and local names apart from them. */
function impuritiesOf(source: string): string[] {
  const define = Object.fromEntries(IMPURE_GLOBALS.map((name) => [name, `IMPURE_${name}`]))
  const dates = { Date: 'GLOBAL_Date', Math: 'GLOBAL_Math' }
  const { code } = transformSync(source, { loader: 'ts', legalComments: 'none', define: { ...define, ...dates } })
  return [
    ...[...code.matchAll(/\bIMPURE_(\w+)/gu)].map(([, name = '']) => name),
    ...(/\bGLOBAL_Date\.now\b/u.test(code) ? ['Date.now'] : []),
    ...(/\bnew GLOBAL_Date\(\)|(?<!new )\bGLOBAL_Date\(/u.test(code) ? ['new Date()'] : []),
    ...(/\bGLOBAL_Math\.random\b/u.test(code) ? ['Math.random'] : []),
  ]
}

test('reading starts without prompts, schemas, and what is known of carriers', () => {
  const loaded = new Set<string>()
  const packages = new Set<string>()
  const pending = ['src/cli/nokori.ts', 'src/cli/main.ts', 'src/cli/read.ts']
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (loaded.has(path)) continue
    loaded.add(path)
    for (const { specifier, lazy } of importsOf(path)) {
      if (lazy) continue
      if (specifier.startsWith('.')) pending.push(resolveImport(path, specifier))
      else packages.add(packageOf(specifier))
    }
  }
  assert.ok(loaded.has('src/reader/index.ts'))
  assert.ok(!loaded.has('src/carriers/index.ts') && !loaded.has('src/guide/guide.ts'))
  assert.ok(!packages.has('@clack/prompts') && !packages.has('zod'))
})

test('every dependency is used, and every package used is a dependency', () => {
  const imported = SOURCES.flatMap((path) => importsOf(path).map(({ specifier }) => specifier))
  const packages = new Set(imported.filter((name) => !name.startsWith('.') && !name.startsWith('node:')).map(packageOf))
  const { dependencies, optionalDependencies } = manifest
  assert.deepEqual([...packages].sort(), Object.keys({ ...dependencies, ...optionalDependencies }).sort())
})

test('generated files are current (npm run generate)', async () => {
  for (const [path, content] of await generatedFiles()) assert.equal(readSource(path), content, path)
})
