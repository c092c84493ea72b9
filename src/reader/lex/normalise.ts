/** Text in the form the lexer reads, and the way back to the places of the original. */
export interface Normalised {
  readonly text: string
  /** Offset in the original for each offset of `text` (one longer than `text`); null when the two have equal offsets. */
  readonly origin: Uint32Array | null
}

/**
 * Lower case, without accents, full-width forms made narrow, half-width katakana made wide, ㎇ spelt out, odd blanks made plain, zero-width characters dropped.
 * Circled and superscript digits stay: ① and ¹ are list marks and footnotes, not figures.
 */
export function normalise(raw: string): Normalised {
  const text = raw.includes('\t') ? raw.replace(SLASH_CELL, ' $1 ') : raw
  if (SPACED_OUT.test(text)) return closeUp(text, BLANK_INSIDE)
  if (text.includes(' . ') && SPACED_DIGITS.test(text)) return closeUp(text, BLANK_IN_NUMBER)
  const length = text.length
  let i = 0
  let capitals = false
  for (; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x41 && code <= 0x5a) capitals = true
    else if (!isPlain(code)) return rewrite(text)
  }
  return { text: capitals ? text.toLowerCase() : text, origin: null }
}

const isPlain = (code: number): boolean =>
  (code < 0x80 && !(code >= 0x41 && code <= 0x5a) && code !== 0x0d && code !== 0x0b && code !== 0x0c) ||
  (code >= 0x3001 && code <= 0x337f) ||
  (code >= 0x3400 && code <= 0x9fff)

/** 21.4GB / 33GB with the stroke in a cell of its own is still one statement; lengths stay. */
const SLASH_CELL = /\t([/／])\t/g

/** Character recognition sets blanks between Japanese characters, or between digits: 残 り デ ー タ 量 15 .42 GB, 1 9 . 5 GB. */
const SPACED_OUT = /(?:[\u3040-\u30ff\u4e00-\u9fff] ){3}[\u3040-\u30ff\u4e00-\u9fff]/
const SPACED_DIGITS = /\b\d \d \. \d/
const BLANK_IN_NUMBER = /(?<=\d) ?(?=\.) | (?=\.\d)|(?<=\d\.) (?=\d)|(?<=\b\d) (?=\d \. \d)|(?<= \.) (?=\d)/g
const BLANK_INSIDE = new RegExp(
  `(?<=[\\u3040-\\u30ff\\u4e00-\\u9fff（）：、。]) (?=[\\u3040-\\u30ff\\u4e00-\\u9fff（）：、。])|${BLANK_IN_NUMBER.source}`,
  'g',
)

/** The same text without those blanks, line by line where they are the rule. */
function closeUp(text: string, blank: RegExp): Normalised {
  const kept: string[] = []
  const origins: number[] = []
  let offset = 0
  for (const line of text.split(/(?<=\n)/)) {
    let from = 0
    for (const { index, 0: found } of line.matchAll(blank)) {
      kept.push(line.slice(from, index))
      for (let i = from; i < index; i++) origins.push(offset + i)
      from = index + found.length
    }
    kept.push(line.slice(from))
    for (let i = from; i < line.length; i++) origins.push(offset + i)
    offset += line.length
  }
  origins.push(text.length)
  const closed = kept.join('')
  const inner = rewrite(closed)
  const origin = inner.origin ? inner.origin.map((at) => origins[at]!) : Uint32Array.from(origins)
  return { text: inner.text, origin }
}

const isAccented = (code: number): boolean => (code >= 0xc0 && code <= 0x24f) || (code >= 0x1e00 && code <= 0x1eff)

/** Messages are often sent without accents: consommé and consomme are one word. */
export const withoutAccent = (char: string): string => char.normalize('NFD')[0]!.toLowerCase()

const ZERO_WIDTH = new Set([0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad, 0x200e, 0x200f, 0xfe0f])

function rewrite(text: string): Normalised {
  const parts: string[] = []
  let run = 0
  let same = true
  const origins: number[] = []
  const flush = (end: number): void => {
    if (end > run) parts.push(text.slice(run, end).toLowerCase())
    run = end
  }
  let i = 0
  // Lower-casing keeps lengths for every letter that is left.
  while (i < text.length) {
    const code = text.charCodeAt(i)
    const replacement = isPlain(code) || (code >= 0x41 && code <= 0x5a) ? null : replace(text, i, code)
    if (replacement === null) {
      i++
      continue
    }
    flush(i)
    parts.push(replacement.text)
    run = i += replacement.length
    if (replacement.text.length !== replacement.length) same = false
  }
  flush(text.length)
  const joined = parts.join('')
  if (same && joined.length === text.length) return { text: joined, origin: null }
  // Rare: rebuild with the map, character by character.
  let out = ''
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    const replacement = isPlain(code) ? null : replace(text, at, code)
    const piece = replacement?.text ?? lower(text[at]!)
    for (let k = 0; k < piece.length; k++) origins.push(at)
    out += piece
    at += replacement?.length ?? 1
  }
  origins.push(text.length)
  return { text: out, origin: Uint32Array.from(origins) }
}

const lower = (char: string): string => {
  const small = char.toLowerCase()
  return small.length === 1 ? small : char
}

/** What stands for the character at `i`, and how many characters it replaces; null where it stays (but for its case). */
function replace(text: string, i: number, code: number): { text: string; length: number } | null {
  if (code >= 0xff01 && code <= 0xff5e) return { text: lower(String.fromCharCode(code - 0xfee0)), length: 1 }
  if (code === 0x0d) return { text: text.charCodeAt(i + 1) === 0x0a ? '' : '\n', length: 1 }
  if (
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x0b ||
    code === 0x0c ||
    code === 0
  )
    return { text: ' ', length: 1 }
  if (ZERO_WIDTH.has(code) || (code >= 0x300 && code <= 0x36f)) return { text: '', length: 1 }
  if (isAccented(code)) return { text: withoutAccent(text[i]!), length: 1 }
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return { text: '\n', length: 1 }
  if (code >= 0xff61 && code <= 0xff9f) {
    let end = i + 1
    while (end < text.length && end - i < 64 && text.charCodeAt(end) >= 0xff61 && text.charCodeAt(end) <= 0xff9f) end++
    return { text: text.slice(i, end).normalize('NFKC'), length: end - i }
  }
  if (code >= 0x3371 && code <= 0x33df) return { text: text[i]!.normalize('NFKC').toLowerCase(), length: 1 }
  if (code >= 0x0e50 && code <= 0x0e59) return { text: String.fromCharCode(code - 0x0e50 + 0x30), length: 1 }
  if (code === 0x2044 || code === 0x2215) return { text: '/', length: 1 }
  if (code === 0x2212 || code === 0x2010 || code === 0x2011 || code === 0x2012 || code === 0x2013)
    return { text: '-', length: 1 }
  if (code === 0xffe5) return { text: '¥', length: 1 }
  if (code === 0x2019) return { text: "'", length: 1 }
  return null
}
