/** Bundles the command into dist/nokori.mjs and lazily loaded chunks beside it. Safe to run twice at once. */
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import manifest from '../package.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const ENTRY = 'nokori.mjs'
/** Chunks of an older bundle stay for a while: a command that still runs may yet load them. */
const KEPT_MILLISECONDS = 24 * 3600 * 1000

/** Chunks are named by their content and moved before the entry, so every entry that can be started finds its chunks. */
export async function buildBundle(): Promise<string> {
  const began = new Date()
  const work = join(DIST, `.building-${process.pid}`)
  await mkdir(work, { recursive: true })
  await build({
    entryPoints: { nokori: join(ROOT, 'src/cli/nokori.ts') },
    outdir: work,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    keepNames: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    chunkNames: 'chunk-[hash]',
    legalComments: 'none',
    define: { NOKORI_VERSION: JSON.stringify(manifest.version) },
    logLevel: 'error',
    // Packages in CommonJS call `require` for Node's own modules.
    banner: {
      js: `import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);`,
    },
  })
  const chunks = (await readdir(work)).filter((name) => name !== ENTRY)
  for (const name of chunks) await rename(join(work, name), join(DIST, name))
  await utimes(join(work, ENTRY), began, began)
  await rename(join(work, ENTRY), join(DIST, ENTRY))
  await rm(work, { recursive: true })
  await removeOldChunks(new Set(chunks), began.getTime())
  return join(DIST, ENTRY)
}

async function removeOldChunks(current: ReadonlySet<string>, now: number): Promise<void> {
  for (const name of await readdir(DIST)) {
    if (!name.startsWith('chunk-') || current.has(name)) continue
    const path = join(DIST, name)
    const modified = await stat(path).then(
      (found) => found.mtimeMs,
      () => now,
    )
    if (now - modified > KEPT_MILLISECONDS) await rm(path, { force: true })
  }
}

if (import.meta.main) await buildBundle()
