import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { failed, succeeded, type Outcome } from '../core/failure.ts'

// Importing node:fs as a module loads its promises and streams too: a tenth of an empty program's start.
const { createReadStream, readdirSync, readFileSync, statSync } = process.getBuiltinModule('node:fs')

/** Evidence larger than this is refused before it is read: no page about one line comes near it. */
export const MOST_EVIDENCE_BYTES = 64 * 1024 * 1024

/** Something to read: where it is, and how to get at its bytes. */
export interface Evidence {
  /** The path as given, or null for what comes in on stdin. */
  readonly path: string | null
  readonly bytes: () => Promise<Outcome<Buffer>>
}

/** What the arguments name, or the first path that names nothing. */
export type Found =
  | { readonly ok: true; readonly evidence: Evidence[] }
  | { readonly ok: false; readonly path: string; readonly why: 'missing' | 'empty' }

/** What the arguments name: files, folders (every file below, sorted, links not followed), "-" or nothing for stdin. */
export function findEvidence(paths: readonly string[], stdin: () => AsyncIterable<Buffer>): Found {
  const evidence: Evidence[] = []
  for (const path of paths.length === 0 ? ['-'] : paths) {
    if (path === '-') {
      evidence.push({ path: null, bytes: () => collect(stdin()) })
      continue
    }
    const entry = statSync(path, { throwIfNoEntry: false })
    if (entry === undefined) return { ok: false, path, why: 'missing' }
    const files = entry.isDirectory() ? filesBelow(path) : [path]
    if (files.length === 0) return { ok: false, path, why: 'empty' }
    evidence.push(...files.map((file) => ({ path: file, bytes: () => collectFile(file) })))
  }
  return { ok: true, evidence }
}

/** `readdirSync` with `recursive` would follow links, and a link to a folder above has no end. */
function filesBelow(top: string): string[] {
  const files: string[] = []
  const folders = [top]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder)) {
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) folders.push(join(folder, entry.name))
      else if (entry.isFile()) files.push(join(folder, entry.name))
    }
  }
  return files.sort()
}

/** A folder that may not be opened holds nothing for us. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** A file that vanished or may not be read is unreadable like any other. */
async function collectFile(path: string): Promise<Outcome<Buffer>> {
  try {
    const entry = statSync(path)
    if (entry.size > MOST_EVIDENCE_BYTES) return failed('unreadable', 'too-large')
    return entry.isFile() ? succeeded(readFileSync(path)) : await collect(createReadStream(path))
  } catch {
    return failed('unreadable', 'broken')
  }
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Outcome<Buffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MOST_EVIDENCE_BYTES) return failed('unreadable', 'too-large')
    chunks.push(chunk)
  }
  return succeeded(Buffer.concat(chunks, size))
}
