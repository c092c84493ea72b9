import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import { decode } from './charset.ts'
import { isMail } from './is-mail.ts'
import type { Opened } from './opened.ts'
import { openPage } from './page.ts'
import { parseParameters } from './parameters.ts'
import { openScreen } from './screen.ts'
import { parseJsonish, parseXml, type TreeNode } from './tree.ts'
import { parseYaml } from './yaml.ts'

/** What is known about bytes besides themselves. */
export interface Hint {
  /** As in HTTP: "text/html; charset=Shift_JIS". */
  readonly contentType?: string | undefined
  readonly fileName?: string | undefined
}

const MOST_BYTES = 64 * 1024 * 1024
const HEAD_CHARACTERS = 4 * 1024
/** Comments and declarations that may stand before the first tag. */
const MOST_DECLARATIONS = 20

/** `{`, `[`, quotes, a comment, `name = {`, `callback({`, `key: {` or `key: 1,`: what a payload begins with. */
const PAYLOAD_START =
  /^\s*(?:[{["'/]|(?:(?:var|let|const) )?[\w$.]{1,64} ?[=(:] ?[{["']|[\w$.]{1,64}: ?[\d.]{1,20}(?:,|\n\s*[\w$.]{1,64}:)|[\w$.]{1,64}:[ \t]{0,4}[^\s:]{0,40}\n[ \t]{0,16}[\w$.]{1,64}:)/
/** Tags that a pasted piece of a page begins with. */
const HTML_ROOTS: ReadonlySet<string> = new Set(
  (
    'html head body meta link title style script div span p br b strong a font center table tbody tr td th ul ol li ' +
    'dl dt dd h1 h2 h3 h4 h5 h6 section article main form input label img'
  ).split(' '),
)
const HTML_END = /<\/(?:div|span|p|table|td|tr|li|ul|ol|dl|dd|dt|h[1-6]|section|article|html|strong|font)\s*>/i
const LINE_BREAK_TAG = /<br\s?\/?>/i

/**
 * Lays pasted text open: HTML, XML and JSON (and what people paste for it) are known by how they begin, a screen dump by
 * its root; everything else stays as it is, with "\n" for every line end. Never throws.
 */
export function openText(text: string): Opened {
  const tree =
    (PAYLOAD_START.test(text) ? (parseJsonish(text) ?? parseYaml(text)) : null) ??
    (text.includes('=') ? parseParameters(text) : null)
  if (tree !== null && tree.members.length > 0) return opened('payload', text, tree)
  return (
    (text.includes('<') ? openTags(text) : null) ??
    opened('text', text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
  )
}

/**
 * Lays the bytes of a file or an answer open: charset, mail, then as `openText`.
 * `unreadable`: `empty`, `too-large` (over 64 MB), `not-text` (a picture, an archive), `broken` (a mail).
 */
export async function openBytes(bytes: Uint8Array, hint: Hint = {}): Promise<Outcome<Opened>> {
  if (bytes.length === 0) return failed('unreadable', 'empty')
  if (bytes.length > MOST_BYTES) return failed('unreadable', 'too-large')
  const charset = /charset\s{0,9}=\s{0,9}["']?([\w:.-]+)/i.exec(hint.contentType ?? '')?.[1]
  const decoded = decode(bytes, { declared: charset })
  if (decoded === null) return failed('unreadable', 'not-text')
  if (decoded.text.trim() === '') return failed('unreadable', 'empty')
  if (isNamedMail(hint) || isMail(decoded.text.slice(0, HEAD_CHARACTERS))) {
    // Loaded when there is a mail: the parser is larger than everything else together.
    const { openMail } = await import('./mail.ts')
    return openMail(bytes)
  }
  return succeeded({ ...openText(decoded.text), charset: decoded.charset })
}

const isNamedMail = ({ contentType, fileName }: Hint): boolean =>
  /^\s*(?:message\/rfc822|multipart\/related)/i.test(contentType ?? '') || /\.(?:eml|mhtml?)$/i.test(fileName ?? '')

/** Null when the angle brackets are no tags. */
function openTags(text: string): Opened | null {
  const root = rootName(text)
  if (root === 'hierarchy') return opened('screen', openScreen(text))
  if (
    HTML_ROOTS.has(root.toLowerCase()) ||
    HTML_END.test(text) ||
    (!text.includes('\n') && LINE_BREAK_TAG.test(text))
  ) {
    const page = openPage(text)
    return { ...opened('page', page.text), frames: page.frames }
  }
  const tree = root === '' ? null : parseXml(text)
  return tree === null ? null : opened('payload', text, tree)
}

/** Name of the first tag when the text begins with one, "html" for HTML's doctype; else "". */
function rootName(text: string): string {
  let at = text.length - text.trimStart().length
  for (let tags = 0; tags < MOST_DECLARATIONS && text[at] === '<'; tags += 1) {
    const name = /[A-Za-z][\w:.-]{0,99}/y
    name.lastIndex = at + 1
    const found = name.exec(text)
    if (found !== null) return found[0]
    if (/^<!doctype html\b/i.test(text.slice(at, at + 20))) return 'html'
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) + 2 : endOfDeclaration(text, at)
    if (end < at + 2) return ''
    at = end + 1
    while (/\s/.test(text[at] ?? '')) at += 1
  }
  return ''
}

/** The offset of the ">" that ends `<?…>` or `<!…[…]>`, or -1. */
function endOfDeclaration(text: string, at: number): number {
  if (text[at + 1] !== '?' && text[at + 1] !== '!') return -1
  const end = text.indexOf('>', at)
  const subset = text.indexOf('[', at)
  return text[at + 1] === '?' || subset < 0 || subset > end ? end : text.indexOf(']>', subset) + 1
}

const opened = (kind: Opened['kind'], text: string, tree: TreeNode | null = null): Opened => ({
  kind,
  text,
  tree,
  frames: [],
  sentAt: kind === 'text' ? pastedDate(text) : null,
  charset: null,
})

/** From: and Date: above a mail that somebody pasted with its headers. */
const PASTED_HEADERS = /^(?:[A-Z][A-Za-z-]{1,30}: [^\n]{0,500}\n){1,30}/
const PASTED_DATE = /^Date: ([^\n]{10,60}(?:[+-]\d{4}|GMT|UTC|Z))/m

/** When a pasted mail was sent, in UTC; null for anything else, and for a date without a zone. */
function pastedDate(text: string): string | null {
  const date = text.includes('Date: ') ? PASTED_DATE.exec(PASTED_HEADERS.exec(text)?.[0] ?? '')?.[1] : undefined
  const time = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
