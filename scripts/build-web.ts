/**
 * Builds the web app into dist/web: a folder for each language, since a build holds the sentences of one, and at the root a page
 * that leads to the right one, and the service worker of all. Safe to run twice at once: the folder appears when it is whole.
 */
import { createHash } from 'node:crypto'
import { cp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { LANGUAGES, type Language } from '../src/text/language.ts'
import { WEB_SENTENCES } from '../src/text/web.ts'
import { appManifest } from '../src/web/app-manifest.ts'
import type { Files } from '../src/web/worker/files.ts'

const ROOT = join(import.meta.dirname, '..')
const WEB = join(ROOT, 'src/web')
const DIST = join(ROOT, 'dist/web')

/** Builds the app and answers with the folder that holds it. */
export async function buildWeb(): Promise<string> {
  const began = new Date()
  const work = join(ROOT, 'dist', `.building-web-${process.pid}`)
  await rm(work, { recursive: true, force: true })
  await cp(join(WEB, 'public'), work, { recursive: true })
  const folders: Record<string, Files> = {}
  for (const language of LANGUAGES) folders[`${language}/`] = await buildLanguage(language, join(work, language))
  folders[''] = await buildRoot(work)
  await buildWorker(work, folders)
  await compress(work)
  // A source saved meanwhile is newer than the build.
  await utimes(join(work, 'index.html'), began, began)
  const old = `${work}-old`
  await rename(DIST, old).catch(() => {})
  await rename(work, DIST)
  await rm(old, { recursive: true, force: true })
  return DIST
}

/** The app in one language. */
async function buildLanguage(language: Language, folder: string): Promise<Files> {
  const say = WEB_SENTENCES[language]
  const words = { LANGUAGE: language, TITLE: say.title, ABOUT: say.about, NEEDS_SCRIPT: say.needsScript }
  await build({
    ...SETTINGS,
    root: WEB,
    plugins: [onlyIn(language), inserting(words)],
    resolve: { alias: [{ find: /^\.\/temporal\.ts$/u, replacement: join(WEB, 'temporal.ts') }] },
    define: { NOKORI_LANGUAGE: JSON.stringify(language) },
    build: {
      ...SETTINGS.build,
      outDir: folder,
      rolldownOptions: { input: join(WEB, 'index.html'), output: { codeSplitting: { groups: [SHELL] } } },
    },
  })
  await writeFile(join(folder, 'app.webmanifest'), JSON.stringify(appManifest(language)))
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const shell = ['', 'app.webmanifest', ...[...page.matchAll(/"\.\/(assets\/[^"]+)"/gu)].map(([, file]) => file!)]
  const all = (await readdir(join(folder, 'assets'))).map((name) => `assets/${name}`)
  return { shell, rest: all.filter((name) => !shell.includes(name)) }
}

/** The page that leads to a language. */
async function buildRoot(work: string): Promise<Files> {
  await build({
    ...SETTINGS,
    root: join(WEB, 'root'),
    build: { ...SETTINGS.build, outDir: work, emptyOutDir: false },
  })
  const assets = await readdir(join(work, 'assets'))
  return { shell: ['', ...assets.map((name) => `assets/${name}`), 'icon.svg'], rest: [] }
}

/** Its version is what it serves, so that the same files are the same version. */
async function buildWorker(work: string, folders: Readonly<Record<string, Files>>): Promise<void> {
  const hash = createHash('sha256')
  for (const name of (await readdir(work, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file))
    .sort())
    hash.update(await readFile(name))
  await build({
    ...SETTINGS,
    root: join(WEB, 'worker'),
    define: {
      NOKORI_FILES: JSON.stringify(folders),
      NOKORI_BUILD: JSON.stringify(hash.digest('hex').slice(0, 16)),
    },
    build: {
      ...SETTINGS.build,
      outDir: work,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(WEB, 'worker/service-worker.ts'),
        output: { entryFileNames: 'service-worker.js', format: 'iife' },
      },
    },
  })
}

const SETTINGS = {
  configFile: false,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  build: {
    target: ['chrome111', 'safari16.4', 'firefox114'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    emptyOutDir: true,
  },
} as const satisfies InlineConfig

/** What the first screen needs comes in one piece, though later ones need parts of it too. */
const SHELL = {
  debugName: 'shell',
  name: (id: string, context: Rolldown.ChunkingContext): string | null => {
    const seen = new Set<string>()
    const isStatic = (module: string): boolean => {
      const info = seen.has(module) ? null : context.getModuleInfo(module)
      seen.add(module)
      return info !== null && (info.isEntry || info.importers.some(isStatic))
    }
    return isStatic(id) ? 'shell' : null
  },
}

/** Leaves the sentences of one language in each area of text. */
const onlyIn = (language: Language): Plugin => ({
  name: 'only-in',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/src/text/')) return null
    const names = { en: 'en', ja: 'ja', 'zh-Hans': 'zhHans', 'zh-Hant': 'zhHant' } satisfies Record<Language, string>
    return code.replace(
      "{ en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }",
      `{ '${language}': ${names[language]} } as never`,
    )
  },
})

/** Puts words into the page where it has their names: %TITLE%. */
const inserting = (words: Readonly<Record<string, string>>): Plugin => ({
  name: 'inserting',
  transformIndexHtml: {
    order: 'pre',
    handler: (page) => page.replace(/%([A-Z_]+)%/gu, (whole, name: string) => words[name] ?? whole),
  },
})

/** A server hands these out as they are: nothing is compressed while somebody waits. */
async function compress(work: string): Promise<void> {
  const [gzipped, brotlied] = [promisify(gzip), promisify(brotliCompress)]
  for (const entry of await readdir(work, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:html|js|css|svg|webmanifest)$/u.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const content = await readFile(path)
    await writeFile(`${path}.gz`, await gzipped(content, { level: 9 }))
    await writeFile(`${path}.br`, await brotlied(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
}

if (import.meta.main) await buildWeb()
