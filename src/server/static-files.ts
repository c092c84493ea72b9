import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { accepts, refusal, type Answer } from './answer.ts'

/** One file of the app, ready to be sent. */
export interface StaticFile {
  readonly type: string
  readonly body: Buffer
  /** The same compressed, by coding, the smallest first. */
  readonly compressed: readonly (readonly [coding: string, body: Buffer])[]
  readonly etag: string
  /** Its name changes with its content. */
  readonly isHashed: boolean
}

/** The files of a folder by their paths on the server. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const CODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const
/** As the build names what may be kept for ever: assets/home-B2Hv0wbe.js */
const HASHED = /(?:^|\/)assets\/[^/]+-[\w-]{8}\.\w+$/u
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * Reads a folder into memory; null where there is none, or nothing to open in it. So a build that takes the place of this one while the
 * server runs never makes an app of two halves, and no path that is asked for ever touches the disk.
 */
export async function readStaticFiles(folder: string): Promise<StaticFiles | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const contents = new Map<string, Buffer>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    contents.set(`/${relative(folder, path).replaceAll(sep, '/')}`, await readFile(path))
  }
  const names = [...contents.keys()].filter((name) => !isCompressed(name, contents))
  return contents.has('/index.html') ? new Map(names.map((name) => [encodeURI(name), fileOf(name, contents)])) : null
}

const isCompressed = (name: string, contents: ReadonlyMap<string, Buffer>): boolean =>
  CODINGS.some(([, ending]) => name.endsWith(ending) && contents.has(name.slice(0, -ending.length)))

function fileOf(name: string, contents: ReadonlyMap<string, Buffer>): StaticFile {
  const body = contents.get(name)!
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    body,
    compressed: CODINGS.flatMap(([coding, ending]) => {
      const smaller = contents.get(name + ending)
      return smaller === undefined ? [] : [[coding, smaller] as const]
    }),
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
    isHashed: HASHED.test(name),
  }
}

/** The file at a path; of a folder its page. */
export function answerFile(files: StaticFiles, path: string, headers: IncomingHttpHeaders): Answer {
  const file = files.get(path.endsWith('/') ? `${path}index.html` : path)
  if (file === undefined) {
    const isFolder = files.has(`${path}/index.html`)
    return isFolder ? { status: 308, headers: { location: `${path}/` } } : refusal(404, 'not-found')
  }
  const kept = { 'cache-control': file.isHashed ? FOREVER : 'no-cache', etag: file.etag, vary: 'accept-encoding' }
  if (headers['if-none-match']?.includes(file.etag) === true) return { status: 304, headers: kept }
  const [coding, body] = file.compressed.find(([each]) => accepts(headers['accept-encoding'], each)) ?? [
    null,
    file.body,
  ]
  const coded = coding === null ? {} : { 'content-encoding': coding }
  return { status: 200, headers: { 'content-type': file.type, ...kept, ...coded }, body }
}
