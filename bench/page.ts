/** Time to read a page beside the time htmlparser2 takes for nothing but its parse: events only, and to a tree. */
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parseDocument, Parser } from 'htmlparser2'
import { openPage } from '../src/reader/open/page.ts'
import { readText } from '../src/reader/index.ts'
import { fixturePaths, medianMilliseconds, print, type Row } from './measure.ts'

const LARGEST = 5
const LARGE_CHARACTERS = 280_000
const BODY = /<body[^>]*>([\s\S]*)<\/body>/i

const pages = fixturePaths('.html')
  .filter((path) => !/\.(?:sjis|eucjp)\.html$/.test(path))
  .map((path) => ({ name: `${basename(dirname(path))}/${basename(path)}`, html: readFileSync(path, 'utf8') }))
  .sort((a, b) => b.html.length - a.html.length)
  .slice(0, LARGEST)

/** A page as large as portals have them: the menus and scripts around one balance are most of it. */
function largePage(): string {
  const menus = pages
    .map(({ html }) => BODY.exec(html)?.[1] ?? '')
    .join('\n')
    .replaceAll(/\d/g, '')
  const script = `<script>${'window.settings=window.settings||{};'.repeat(400)}</script>`
  let body = '<div class="card"><p>データ残量</p><p><span>3</span><span>.25</span><small>GB</small></p></div>'
  while (body.length < LARGE_CHARACTERS) body += `\n<nav class="menu" data-id="${body.length}">${menus}</nav>${script}`
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`
}

const milliseconds = (number: number): string => number.toFixed(3)

function measure({ name, html }: { name: string; html: string }): Row {
  const rounds = html.length > 100_000 ? 30 : 300
  const events = medianMilliseconds(rounds, () => new Parser({}).end(html))
  const tree = medianMilliseconds(rounds, () => parseDocument(html))
  const open = medianMilliseconds(rounds, () => openPage(html))
  const read = medianMilliseconds(rounds, () => readText(html))
  const kilobytes = `${Math.round(Buffer.byteLength(html) / 1000)} kB`
  return [
    name,
    kilobytes,
    ...[events, tree, open, read].map(milliseconds),
    (read / events).toFixed(2),
    (read / tree).toFixed(2),
  ]
}

print(
  'milliseconds per page',
  ['', 'size', 'Parser', 'parseDocument', 'openPage', 'readText', 'x Parser', 'x parseDocument'],
  [...pages, { name: 'generated', html: largePage() }].map(measure),
)
