/**
 * Bundles the command into dist/nokori.mjs and one file for each module that it loads when needed, and writes
 * dist/carriers.json with its schema. Safe to run twice at once.
 */
import { copyFile, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'
import manifest from '../package.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const ENTRY = 'nokori.mjs'
/** Files of an older bundle stay for a while: a command that still runs may yet load them. */
const KEPT_MILLISECONDS = 3600 * 1000
const PART = /^part-/

/** Parts are named by their build and moved before the entry, so every entry that can be started finds its parts. */
export async function buildBundle(): Promise<string> {
  const began = new Date()
  const id = `${began.getTime()}-${process.pid}`
  const work = join(DIST, `.building-${id}`)
  await mkdir(work, { recursive: true })
  await buildParts(work, id)
  const parts = (await readdir(work)).filter((name) => name !== ENTRY)
  for (const name of parts) await rename(join(work, name), join(DIST, name))
  await writeCarriers(work)
  await utimes(join(work, ENTRY), began, began)
  await rename(join(work, ENTRY), join(DIST, ENTRY))
  await rm(work, { recursive: true })
  await removeOldParts(new Set(parts), began.getTime())
  return join(DIST, ENTRY)
}

/**
 * Every module that is imported when needed becomes a file that holds all it needs: a start then opens three files, where shared
 * chunks would make it a dozen, and each costs a millisecond.
 */
async function buildParts(work: string, id: string): Promise<void> {
  const outputs = new Map([[join(ROOT, 'src/cli/nokori.ts'), ENTRY]])
  const apart: Plugin = {
    name: 'apart',
    setup(bundle) {
      bundle.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        if (kind !== 'dynamic-import') return undefined
        const source = join(resolveDir, path)
        const name = relative(join(ROOT, 'src'), source).replaceAll('/', '-').replace(/\.ts$/u, '')
        if (!outputs.has(source)) outputs.set(source, `part-${name}-${id}.mjs`)
        return { path: `./${outputs.get(source)!}`, external: true }
      })
    },
  }
  // A map goes on with what is added while it is walked: parts of parts.
  for (const [source, name] of outputs)
    await build({
      entryPoints: [source],
      outfile: join(work, name),
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      legalComments: 'none',
      define: { NOKORI_VERSION: JSON.stringify(manifest.version) },
      logLevel: 'error',
      plugins: [apart],
      // Ready-made machine code, one package a platform: it stays in node_modules.
      external: Object.keys(manifest.optionalDependencies),
      // Packages in CommonJS call `require` for Node's own modules.
      banner: {
        js: `import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);`,
      },
    })
}

/** What is known of carriers, for other programs. */
async function writeCarriers(work: string): Promise<void> {
  const { CARRIERS } = await import('../src/carriers/index.ts')
  await writeFile(join(work, 'carriers.json'), `${JSON.stringify(CARRIERS, null, 2)}\n`)
  await rename(join(work, 'carriers.json'), join(DIST, 'carriers.json'))
  await copyFile(join(ROOT, 'src/schema/carriers.schema.json'), join(DIST, 'carriers.schema.json'))
}

async function removeOldParts(current: ReadonlySet<string>, now: number): Promise<void> {
  for (const name of await readdir(DIST)) {
    if (!PART.test(name) || current.has(name)) continue
    const path = join(DIST, name)
    const modified = await stat(path).then(
      (found) => found.mtimeMs,
      () => now,
    )
    if (now - modified > KEPT_MILLISECONDS) await rm(path, { force: true })
  }
}

if (import.meta.main) await buildBundle()
