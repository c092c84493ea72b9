/** A number said in words: mantissa / 10^decimals, and where it begins. */
export interface SpokenNumber {
  readonly mantissa: number
  readonly decimals: number
  readonly start: number
}

type Part = { readonly digit: number } | { readonly times: number } | { readonly plus: number } | 'point'

const digit = (value: number): Part => ({ digit: value })
const times = (value: number): Part => ({ times: value })

/** Japanese and Chinese numerals as written in kanji, hiragana, katakana and as digits. */
const EAST: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...'〇零一二三四五六七八九'.split('').map((char, i): [string, Part] => [char, digit(Math.max(0, i - 1))]),
  ...'0123456789'.split('').map((char, i): [string, Part] => [char, digit(i)]),
  ...Object.entries({
    両: 2,
    两: 2,
    兩: 2,
    いち: 1,
    いっ: 1,
    に: 2,
    にい: 2,
    にー: 2,
    ごー: 5,
    さん: 3,
    よん: 4,
    し: 4,
    よ: 4,
    ご: 5,
    ろく: 6,
    ろっ: 6,
    なな: 7,
    しち: 7,
    はち: 8,
    はっ: 8,
    きゅう: 9,
    きゅー: 9,
    く: 9,
    ぜろ: 0,
    れい: 0,
    まる: 0,
  }).map(([word, value]): [string, Part] => [word, digit(value)]),
  ...Object.entries({
    十: 10,
    百: 100,
    千: 1000,
    じゅう: 10,
    じゅっ: 10,
    じっ: 10,
    ひゃく: 100,
    びゃく: 100,
    ぴゃく: 100,
    せん: 1000,
    ぜん: 1000,
  }).map(([word, value]): [string, Part] => [word, times(value)]),
  ...['点', '點', 'てん', '.', '・', 'コンマ', 'こんま'].map((word): [string, Part] => [word, 'point']),
])

const ENGLISH_UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const ENGLISH: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...ENGLISH_UNITS.map((word, value): [string, Part] => [word, value < 10 ? digit(value) : { plus: value }]),
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, i): [string, Part] => [
    word,
    { plus: (i + 2) * 10 },
  ]),
  ['oh', digit(0)],
  ['hundred', times(100)],
  ['thousand', times(1000)],
  ['point', 'point'],
])

const LONGEST_RUN = 40
/** Every character that a numeral is written with; what is before the last run of them is no part of the number. */
const NUMERAL_CHARACTERS = new Set([...[...EAST.keys()].join(''), ...'、 -'])
const KATAKANA_FROM = 'ァ'.charCodeAt(0)

const isNumeral = (char: string): boolean =>
  NUMERAL_CHARACTERS.has(char) ||
  (char.charCodeAt(0) >= KATAKANA_FROM && char <= 'ー' && NUMERAL_CHARACTERS.has(hiragana(char)))

const NUMERAL_ENDS = new Uint8Array(65536)
for (const word of [...EAST.keys(), ...ENGLISH.keys()]) {
  const code = word.charCodeAt(word.length - 1)
  NUMERAL_ENDS[code] = 1
  if (code >= 0x3041 && code <= 0x3096) NUMERAL_ENDS[code + 0x60] = 1
}
/** What may stand between the words of a number, or between it and its unit. */
const JOINTS = new Uint8Array(65536)
for (const joint of ' 、个ー半-・a') JOINTS[joint.charCodeAt(0)] = 1

/** Whether a number said in words could end before this place: nearly every position of a text is refused here. */
export function numeralMayEndAt(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1)
  if (JOINTS[last] !== 1) return NUMERAL_ENDS[last] === 1
  const before = text.charCodeAt(end - 2)
  return NUMERAL_ENDS[before] === 1 || JOINTS[before] === 1
}

/** The number said in words that ends at `end`, right before a unit; null when there is none or it could be two different numbers. */
export function spokenNumberBefore(text: string, end: number): SpokenNumber | null {
  const piece = HALF_ALONE.exec(text.slice(Math.max(0, end - 'x半个 '.length), end))?.[0]
  if (piece) return { mantissa: 5, decimals: 1, start: end - piece.length }
  const half = HALF.exec(text.slice(Math.max(0, end - 'and a half '.length), end))?.[0] ?? ''
  let stop = end - half.length
  while (stop > 0 && (text[stop - 1] === ' ' || text[stop - 1] === '个') && end - half.length - stop < 2) stop--
  const number = /[a-z]/.test(text[stop - 1] ?? '') ? englishBefore(text, stop) : eastBefore(text, stop)
  if (number === null || half === '') return number
  return number.decimals > 0 ? null : { ...number, mantissa: number.mantissa * 10 + 5, decimals: 1 }
}

/** 还有半个G; 一半个 and 两个半个 are something else. */
const HALF_ALONE = /(?<![\d〇零一二三四五六七八九十百千两兩个])半个 ?$/

/** 八个半G, two and a half gigabytes. */
const HALF = /(?:个半|and a half) ?$/

function eastBefore(text: string, end: number): SpokenNumber | null {
  // Longest stretch that is a well-formed numeral wins; a shorter one is the number only when the rest is a particle (までに|さん).
  let from = end
  while (from > 0 && end - from < LONGEST_RUN && isNumeral(text[from - 1]!)) from--
  for (let start = from; start < end; start++) {
    if (text[start] === '、' || text[start] === ' ' || text[start] === '-' || text[start] === '・') continue
    const run = hiragana(text.slice(start, end))
    const number = eastNumber(run) ?? eastNumber(run.replaceAll('・', ''))
    if (!number) continue
    // に・てん・ご is one number: its end alone is none.
    if (text[start - 1] === '・' || text[start - 1] === '-') return null
    // A digit or numeral right before means that we saw only the tail of something else.
    if (start > 0 && /[0-9.,〇零一二三四五六七八九十百千]/.test(text[start - 1]!)) return null
    return { ...number, start }
  }
  return null
}

function eastNumber(run: string): { mantissa: number; decimals: number } | null {
  const parts = eastParts(run)
  return parts && evaluate(parts)
}

const hiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60)).replace(/[ 、-]/g, '')

/** Splits a run into numeral words, every character used; null when it is not one. Longest word first; no numeral needs going back. */
function eastParts(run: string): Part[] | null {
  const parts: Part[] = []
  for (let i = 0; i < run.length;) {
    let length = Math.min(4, run.length - i)
    let part: Part | undefined
    while (length > 0 && !(part = EAST.get(run.slice(i, i + length)))) length--
    if (!part) return null
    parts.push(part)
    i += length
  }
  return parts
}

function englishBefore(text: string, end: number): SpokenNumber | null {
  const from = Math.max(0, end - 80)
  const words = text.slice(from, end)
  const parts: Part[] = []
  let start = end
  for (const found of [...words.matchAll(/[a-z]+|[^a-z\s-]/g)].reverse()) {
    // half a gig
    if (found[0] === 'half' && words.slice(found.index, found.index + 6) === 'half a' && parts.length === 0)
      return { mantissa: 5, decimals: 1, start: from + found.index }
    const part = ENGLISH.get(found[0])
    if (!part) {
      if (found[0] === 'a' && parts.length === 0) continue
      if (found[0] !== 'and' || parts.length === 0) break
      continue
    }
    parts.unshift(part)
    start = from + found.index
  }
  const number = parts.length > 0 ? evaluate(parts) : null
  return number && { ...number, start }
}

/** A numeral is well formed when its multipliers descend and no two bare digits stand side by side before the point: 二十三, not 二三. */
function evaluate(parts: readonly Part[]): { mantissa: number; decimals: number } | null {
  const point = parts.indexOf('point')
  const whole = wholeOf(point < 0 ? parts : parts.slice(0, point))
  if (whole === null) return null
  if (point < 0) return { mantissa: whole, decimals: 0 }
  const fraction = parts.slice(point + 1)
  if (fraction.length === 0 || fraction.length > 6) return null
  let mantissa = whole
  for (const part of fraction) {
    if (part === 'point' || !('digit' in part)) return null
    mantissa = mantissa * 10 + part.digit
  }
  return { mantissa, decimals: fraction.length }
}

function wholeOf(parts: readonly Part[]): number | null {
  if (parts.length === 0) return null
  let sum = 0
  let pending: number | null = null
  let smallest = Infinity
  for (const part of parts) {
    if (part === 'point') return null
    if ('digit' in part) {
      if (pending !== null && (pending % 10 !== 0 || pending === 0 || pending > 90)) return null
      pending = (pending ?? 0) + part.digit
    } else if ('plus' in part) {
      if (pending !== null) return null
      pending = part.plus
    } else {
      if (part.times >= smallest) return null
      smallest = part.times
      sum += (pending ?? 1) * part.times
      pending = null
    }
  }
  return sum + (pending ?? 0)
}
