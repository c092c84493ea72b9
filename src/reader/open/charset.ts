import { analyse } from 'chardet'

/** What bytes say, and in which charset (a WHATWG name such as "shift_jis"). */
export interface Decoded {
  readonly text: string
  readonly charset: string
}

/** What the channel says about the bytes. */
export interface Declaration {
  /** Charset label as in an HTTP header; any spelling. */
  readonly declared?: string | undefined
}

/** Charsets of the languages we read, tried besides what chardet proposes: it is unsure below a dozen characters. */
const CHARSETS = ['shift_jis', 'euc-jp', 'gb18030', 'big5']

/** Detection looks at this many bytes, from the first one that is not ASCII. */
const SAMPLE_BYTES = 64 * 1024
const DECLARATION_BYTES = 4 * 1024
const MOST_PROPOSED = 8

/** First bytes of PNG, JPEG, GIF, ZIP (and Office), gzip, PDF, SQLite. */
const MAGIC = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'PK\x03\x04', '\x1f\x8b', '%PDF-', 'SQLite format 3']

/** Tab, line feed, form feed, carriage return, and the escape of ISO-2022-JP. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])

/** Replacement characters, and controls that no text has: decoding went wrong. */
const DAMAGE = /[\ufffd\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/
const EVERY_DAMAGE = new RegExp(DAMAGE, 'g')
const DAMAGE_WEIGHT = 10

/** Kana and the characters that texts about a line's data have; what was decoded wrongly has few of them. */
const FAMILIAR = /[ぁ-んァ-ヶー、。残量用使月日分年時高速通信流剩余餘已套餐您的数數据據本国國]/g

/**
 * Text of bytes: by byte order mark, declared charset, ISO-2022-JP escapes, UTF-8, then by likelihood.
 * A declaration (`declared` from HTTP, a `<meta>`, an XML declaration) that gives broken text is overruled.
 * Null when the bytes are no text. Linear; never throws.
 */
export function decode(bytes: Uint8Array, { declared }: Declaration = {}): Decoded | null {
  const head = asLatin1(bytes.subarray(0, DECLARATION_BYTES))
  if (MAGIC.some((magic) => head.startsWith(magic))) return null
  const unicode = byteOrderMark(bytes) ?? charsetByNuls(bytes.subarray(0, SAMPLE_BYTES))
  if (unicode !== null) return decodeAs(unicode, bytes)
  if (isBinary(bytes.subarray(0, SAMPLE_BYTES))) return null

  const declarations = [declared, declaredInside(head)].filter((label) => label !== undefined)
  for (const label of declarations) {
    const decoded = decodeAs(label, bytes)
    if (decoded !== null && isBelievable(decoded)) return decoded
  }
  if (/\x1b[$(]/.test(asLatin1(bytes.subarray(0, SAMPLE_BYTES)))) {
    const decoded = decodeAs('iso-2022-jp', bytes)
    if (decoded !== null && !DAMAGE.test(decoded.text)) return decoded
  }
  return decodeStrictly('utf-8', bytes) ?? decodeAs(likeliest(bytes, declarations), bytes)
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: its ASCII characters have their NULs all on one side. */
function charsetByNuls(sample: Uint8Array): string | null {
  if (!sample.includes(0)) return null
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  if (even + odd < 2 || (even + odd) * 100 < sample.length) return null
  const charset = even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : null
  const text = charset === null ? undefined : decodeAs(charset, sample.subarray(0, sample.length & ~1))?.text
  return text === undefined || DAMAGE.test(text) ? null : charset
}

/** More than one byte in twenty is a control that text does not use. */
function isBinary(sample: Uint8Array): boolean {
  let controls = 0
  for (const byte of sample) if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) controls += 1
  return controls * 20 > sample.length
}

function declaredInside(head: string): string | undefined {
  const xml = /^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]+)/i.exec(head)
  const meta = /<meta\s[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?([\w:.-]+)/i.exec(head)
  return xml?.[1] ?? meta?.[1]
}

/**
 * Servers say ISO-8859-1 (windows-1252) without knowing, and any bytes decode as it, so it only stands for
 * want of better. UTF-16 would have been known by its NULs.
 */
const isBelievable = ({ text, charset }: Decoded): boolean =>
  charset !== 'windows-1252' && !charset.startsWith('utf-16') && !DAMAGE.test(text)

function likeliest(bytes: Uint8Array, declarations: readonly string[]): string {
  const start = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  )
  const sample = bytes.subarray(start, start + SAMPLE_BYTES)
  const proposed = analyse(sample)
    .slice(0, MOST_PROPOSED)
    .map(({ name }) => name)
  let best = { charset: 'utf-8', score: Number.NEGATIVE_INFINITY }
  for (const charset of new Set([...declarations, 'utf-8', ...proposed, ...CHARSETS])) {
    const decoded = decodeAs(charset, sample)
    if (decoded === null || decoded.charset.startsWith('utf-16')) continue
    const score = count(decoded.text, FAMILIAR) - DAMAGE_WEIGHT * count(decoded.text, EVERY_DAMAGE)
    if (score > best.score) best = { charset, score }
  }
  return best.charset
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Null when the charset is not known. */
function decodeAs(charset: string, bytes: Uint8Array): Decoded | null {
  try {
    const decoder = new TextDecoder(charset)
    return { text: decoder.decode(bytes), charset: decoder.encoding }
  } catch {
    return null
  }
}

function decodeStrictly(charset: string, bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), charset }
  } catch {
    return null
  }
}

const asLatin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
