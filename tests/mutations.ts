import { encodeDoubleByte, encodeIso2022jp, encodeUtf16, encodeUtf8 } from './encoding.ts'

/** A number from 0 up to 1, the next of a fixed sequence. */
export type Random = () => number

/** Changes a text; null where it has nothing to change. */
export type Mutation = (text: string, random: Random) => string | null

/** Changes a page into bytes; null where its characters do not exist in the charset. */
export type Encoding = (page: string) => { readonly bytes: Uint8Array; readonly contentType: string } | null

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomFrom(seed: string): Random {
  let state = 0
  for (let index = 0; index < seed.length; index += 1) state = Math.imul(state ^ seed.charCodeAt(index), 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const below = (random: Random, count: number): number => Math.floor(random() * count)
const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T
const changed = (before: string, after: string): string | null => (before === after ? null : after)
const replaced = (
  text: string,
  pattern: RegExp | string,
  by: string | ((...found: string[]) => string),
): string | null => changed(text, typeof by === 'string' ? text.replaceAll(pattern, by) : text.replaceAll(pattern, by))

const UNIT = '(?:[KMGT]i?B|ギガバイト|ギガ|メガバイト)'
const AMOUNT = new RegExp(`(\\d[\\d,.]*)( ?)(${UNIT})`, 'g')

const shifted = (text: string, pattern: RegExp, by: number): string | null =>
  replaced(text, pattern, (char) => String.fromCharCode((char ?? '').charCodeAt(0) + by))

/** Offers that stand beside a balance on every portal; none is one. */
const ADVERTS = [
  'データ追加 1GB 550円（税込）',
  '【広告】今なら20GBプランが月額2,970円！',
  'Add 1GB - JPY 550',
  '流量加油包 5GB 仅需30元，立即办理',
  'おすすめ：毎月3GBまで990円/月〜',
] as const

const HALF_KANA = new Map(
  Array.from({ length: 0xff9f - 0xff66 }, (_, index) => String.fromCharCode(0xff66 + index)).map((half) => [
    half.normalize('NFKC'),
    half,
  ]),
)
const VOICED = new Map(
  [...'カキクケコサシスセソタチツテトハヒフヘホ'].map((char) => [`${char}\u3099`.normalize('NFC'), char]),
)
const SEMIVOICED = new Map([...'ハヒフヘホ'].map((char) => [`${char}\u309a`.normalize('NFC'), char]))

function halfWidthKanaOf(char: string): string {
  const voiced = VOICED.get(char)
  if (voiced !== undefined) return `${HALF_KANA.get(voiced)}ﾞ`
  const semivoiced = SEMIVOICED.get(char)
  return semivoiced === undefined ? (HALF_KANA.get(char) ?? char) : `${HALF_KANA.get(semivoiced)}ﾟ`
}

/** Labels that say the same and stand in the same place of a sentence. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['データ残量', '残データ量'],
  ['残りデータ量', 'データ残量'],
  ['残データ量', '残りデータ量'],
  ['残データ容量', 'データ残量'],
  ['データ使用量', 'データ利用量'],
  ['データ利用量', 'データ使用量'],
  ['ご利用データ量', 'データ使用量'],
  ['利用済み', '使用済み'],
  ['使用済み', '利用済み'],
  ['有効期限', '利用期限'],
  ['Remaining data', 'Data remaining'],
  ['Data remaining', 'Data left'],
  ['data left', 'data remaining'],
  ['剩余', '还剩'],
  ['剩餘', '尚餘'],
  ['已用', '已使用'],
]

const LABELLED_LINE = /^[ ・　]*[^\d\s：:][^\d：:\n]{0,20}[：: 　]+\d[\d.,]* ?[KMGT]B$/

/** The blocks of a text, and what an empty line between two of them would be put in place of. */
const BLOCK_BORDER = /\n[ \t]*\n/g

function insertedBetween(text: string, block: string, random: Random): string | null {
  const borders = [...text.matchAll(BLOCK_BORDER)]
  if (borders.length === 0) return null
  const { index } = oneOf(random, borders)
  return `${text.slice(0, index)}\n\n${block}${text.slice(index)}`
}

/** Texts that say the same as before. */
export const SAME_TEXT = {
  itself: (text) => text,
  crlf: (text) => replaced(text, '\n', '\r\n'),
  blankLinesAround: (text) => `\n\n${text}\n\n\n`,
  blanksAtLineEnds: (text) => replaced(text, /(?=\n)/g, '  '),
  fullWidthColon: (text) => replaced(text, /(?<!\d):(?![\d/])/g, '：'),
  halfWidthColon: (text) => replaced(text, /(?<!\d)：/g, ':'),
  colonAndBlank: (text) => replaced(text, /(?<!\d)：/g, ' : '),
  tabForColon: (text) => replaced(text, /(?<=^[^\d：:\t\n]{1,20})：(?=\d[\d.,]* ?[KMGT]B$)/gm, '\t'),
  blanksForColon: (text) => replaced(text, /(?<=^[^\d：:\t\n]{1,20})：(?=\d[\d.,]* ?[KMGT]B$)/gm, '  '),
  fullWidthDigits: (text) => shifted(text, /[0-9]/g, 0xfee0),
  halfWidthDigits: (text) => shifted(text, /[０-９]/g, -0xfee0),
  fullWidthUnits: (text) =>
    replaced(text, /(?<=\d ?)[KMGT]B/g, (unit) =>
      (unit ?? '').replaceAll(/./g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
    ),
  smallUnits: (text) => replaced(text, /(?<=\d ?)[KMGT]B/g, (unit) => (unit ?? '').toLowerCase()),
  spokenUnits: (text) => (/[ぁ-ん]/.test(text) ? replaced(text, /(?<=\d) ?GB/g, 'ギガバイト') : null),
  blankBeforeUnit: (text) => replaced(text, AMOUNT, '$1 $3'),
  noBlankBeforeUnit: (text) => replaced(text, AMOUNT, '$1$3'),
  thousands: (text) =>
    replaced(text, /(?<![\d.,])\d{4,9}(?= ?[KMGT]?B\b)/g, (digits) => Number(digits).toLocaleString('en')),
  noThousands: (text) =>
    replaced(text, /(?<![\d,])\d{1,3}(?:,\d{3})+(?= ?[KMGT]?B\b)/g, (digits) => (digits ?? '').replaceAll(',', '')),
  halfWidthKana: (text) => replaced(text, /[ァ-ヴー]/g, (char) => halfWidthKanaOf(char ?? '')),
  halfWidthBrackets: (text) => changed(text, text.replaceAll('（', '(').replaceAll('）', ')')),
  fullWidthBrackets: (text) => changed(text, text.replaceAll('(', '（').replaceAll(')', '）')),
  noBreakBlanks: (text) => replaced(text, ' ', '\u00a0'),
  ideographicBlanks: (text) => replaced(text, / (?=[\d\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/gu, '\u3000'),
  zeroWidthBeforeUnit: (text) => replaced(text, AMOUNT, '$1\u200b$2$3'),
  zeroWidthInLabels: (text, random) => {
    const places = [...text.matchAll(/(?<=\p{sc=Han})(?=\p{sc=Han}|\p{sc=Kana})/gu)]
    if (places.length === 0) return null
    const { index } = oneOf(random, places)
    return `${text.slice(0, index)}\u200b${text.slice(index)}`
  },
  emojiBeforeLines: (text) => replaced(text, /^(?=\S)/gm, '📶 '),
  emojiAtEnd: (text) => `${text.trimEnd()} 😊`,
  bullets: (text) => (text.includes('\n') ? replaced(text, /^(?=\S)/gm, '・') : null),
  advertBefore: (text, random) => `${oneOf(random, ADVERTS)}\n\n${text}`,
  advertAfter: (text, random) => `${text.trimEnd()}\n\n${oneOf(random, ADVERTS)}`,
  advertBetween: (text, random) => insertedBetween(text, oneOf(random, ADVERTS), random),
  navigation: (text) => `ホーム\nデータ\n料金\nお手続き\nメニュー\n\n${text}`,
  footer: (text) => `${text.trimEnd()}\n\nページトップへ\nよくあるご質問\n会社概要\n© 2026 Example`,
  pastMonths: (text) => `${text.trimEnd()}\n\n過去の利用実績\n2026年10月\t7.77GB\n2026年9月\t6.66GB`,
  synonyms: (text) => {
    const found = SYNONYMS.find(([from]) => text.includes(from))
    return found ? text.replaceAll(found[0], found[1]) : null
  },
  orderOfLines: (text) => {
    const lines = text.split('\n')
    const from = lines.findIndex(
      (line, index) => LABELLED_LINE.test(line) && LABELLED_LINE.test(lines[index + 1] ?? ''),
    )
    if (from < 0) return null
    return [...lines.slice(0, from), lines[from + 1], lines[from], ...lines.slice(from + 2)].join('\n')
  },
} as const satisfies Record<string, Mutation>

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const page = (body: string): string =>
  `<!doctype html>\n<html lang="ja"><head><meta charset="utf-8"><title>My page</title></head>\n<body>\n${body}\n</body></html>`
/** Tables where cells stood side by side, else `wrap` around each line; a section for each block. */
const sections = (text: string, wrap: (line: string) => string): string =>
  page(
    escaped(text)
      .trim()
      .split(/\n(?:[ \t]*\n)+/)
      .map(
        (block) =>
          `<section>\n${block
            .split('\n')
            .map((line) => (line.includes('\t') ? tableRow(line) : wrap(line)))
            .join('\n')}\n</section>`,
      )
      .join('\n')
      .replaceAll('</table>\n<table>', '\n'),
  )
const tableRow = (line: string): string =>
  `<table><tr>${line
    .split('\t')
    .map((cell) => `<td>${cell}</td>`)
    .join('')}</tr></table>`

/** Without a date, which would complete the dates in the text. */
const mail = (headers: string, body: string): string =>
  `From: Support <info@carrier.example>\r\nTo: taro@example.jp\r\nSubject: Notice\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}\r\n`
const base64 = (text: string): string => Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n')
/** Without soft line breaks, as careless senders write it. */
const quotedPrintable = (text: string): string =>
  Array.from(encodeUtf8(text), (byte) => {
    if (byte === 0x0a) return '\r\n'
    const isPlain = byte > 0x20 && byte < 0x7f && byte !== 0x3d
    return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')

/** A text as a page or a mail that shows it. */
export const WRAPPED = {
  paragraphs: (text) => sections(text, (line) => `<p>${line}</p>`),
  divisions: (text) => sections(text, (line) => `<div class="row"><span>${line}</span></div>`),
  lineBreaks: (text) => sections(text, (line) => `${line}<br>`),
  list: (text) => sections(text, (line) => `<ul><li>${line}</li></ul>`),
  boldNumbers: (text) => sections(text, (line) => `<p>${line.replaceAll(/\d[\d.,]*/g, '<b>$&</b>')}</p>`),
  splitNumbers: (text) =>
    sections(
      text,
      (line) =>
        `<p>${line.replaceAll(/(\d+)(\.\d+)( ?)([KMGT]B)/g, '<span>$1</span><span>$2</span>$3<small>$4</small>')}</p>`,
    ),
  preformatted: (text) => page(`<pre>${escaped(text)}</pre>`),
  mailInBase64: (text) =>
    mail('Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64', base64(text)),
  mailInQuotedPrintable: (text) =>
    mail(
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
      quotedPrintable(text),
    ),
  mailWithPage: (text) =>
    mail(
      'Content-Type: multipart/alternative; boundary=part',
      `--part\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(sections(text, (line) => `<p>${line}</p>`))}\r\n--part--`,
    ),
} as const satisfies Record<string, Mutation>

const BODY = /(<body[^>]*>)([\s\S]*?)(<\/body>|$)/i
/** The body's markup with every digit another one, as an older copy of the page would have. */
const staleBody = (html: string): string =>
  (BODY.exec(html)?.[2] ?? '')
    .replaceAll(/<(script|style|template)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '')
    .replaceAll(/\d(?![^<]*>)/g, (digit) => String((Number(digit) + 3) % 10))
const atBodyStart = (html: string, added: string): string | null =>
  BODY.test(html)
    ? html.replace(BODY, (_, open: string, body: string, close: string) => open + added + body + close)
    : null
const atBodyEnd = (html: string, added: string): string | null =>
  BODY.test(html)
    ? html.replace(BODY, (_, open: string, body: string, close: string) => open + body + added + close)
    : null
/** Changes what stands between tags, outside of scripts and styles. */
function inTexts(html: string, change: (text: string) => string): string | null {
  let skipped = ''
  const parts = html.split(/(<!--[\s\S]*?-->|<[^>]*>)/)
  return changed(
    html,
    parts
      .map((part, index) => {
        if (index % 2 === 1) {
          const name = /^<(\/?)(script|style|title|svg|textarea)\b/i.exec(part)
          if (name) skipped = name[1] === '' ? (name[2] ?? '') : ''
          return part
        }
        return skipped === '' ? change(part) : part
      })
      .join(''),
  )
}

/** Pages that show the same as before. */
export const SAME_PAGE = {
  staleDisplayNone: (html) => atBodyStart(html, `<div style="display:none">${staleBody(html)}</div>`),
  staleVisibilityHidden: (html) => atBodyEnd(html, `<div style="visibility: hidden">${staleBody(html)}</div>`),
  staleAriaHidden: (html) => atBodyStart(html, `<div aria-hidden="true">${staleBody(html)}</div>`),
  staleHidden: (html) => atBodyEnd(html, `<div hidden>${staleBody(html)}</div>`),
  staleTemplate: (html) => atBodyStart(html, `<template>${staleBody(html)}</template>`),
  staleComment: (html) => atBodyStart(html, `<!--${staleBody(html).replaceAll('--', '- ')}-->`),
  staleScript: (html) =>
    atBodyStart(html, `<script>var stale=${JSON.stringify(staleBody(html)).replaceAll('</', '<\\/')}</script>`),
  staleNoscript: (html) => atBodyEnd(html, `<noscript>${staleBody(html)}</noscript>`),
  staleClass: (html) =>
    atBodyStart(
      html,
      `<style>.stale { color: red; display: none }</style><div class="card stale">${staleBody(html)}</div>`,
    ),
  advertFirst: (html, random) => atBodyStart(html, `<div class="banner"><p>${oneOf(random, ADVERTS)}</p></div><hr>`),
  advertLast: (html, random) =>
    atBodyEnd(html, `<hr><section class="banner"><p>${oneOf(random, ADVERTS)}</p></section>`),
  advertBeforeHeading: (html, random) =>
    /<h[23]/i.test(html) ? html.replace(/(?=<h[23])/i, `<section><p>${oneOf(random, ADVERTS)}</p></section>`) : null,
  navigation: (html) =>
    atBodyStart(html, '<nav><ul><li>ホーム</li><li>データ</li><li>料金</li><li>お手続き</li></ul></nav>'),
  footer: (html) => atBodyEnd(html, '<footer><p>ページトップへ</p><p>よくあるご質問</p><p>© 2026 Example</p></footer>'),
  boldTexts: (html) => inTexts(html, (text) => text.replaceAll(/\S(?:.*\S)?/g, '<b>$&</b>')),
  splitNumbers: (html) =>
    inTexts(html, (text) =>
      text.replaceAll(
        /(\d+)(\.\d+)( ?)([KMGT]B)/g,
        '<span class="n">$1</span><span class="f">$2</span>$3<small>$4</small>',
      ),
    ),
  references: (html) =>
    inTexts(html, (text) => text.replaceAll(/[\d\p{sc=Han}]/gu, (char) => `&#x${char.codePointAt(0)?.toString(16)};`)),
  noBreakBlanks: (html) => inTexts(html, (text) => text.replaceAll(/(?<=\S) (?=\S)/g, '&nbsp;')),
  capitalTags: (html) => replaced(html, /<\/?[a-z][a-z0-9]*/g, (tag) => (tag ?? '').toUpperCase()),
  newAttributes: (html) => replaced(html, /<(div|p|span|td|th|li|dd|dt|tr)\b/g, '<$1 data-v-1a2b3c="" data-rev="77GB"'),
  newClasses: (html) => replaced(html, /class="[^"]*"/g, 'class="css-1x7k2"'),
  crlf: (html) => replaced(html, /\r?\n/g, '\r\n'),
  noWhiteBetweenTags: (html) => replaced(html, />\s+</g, '><'),
  whiteBetweenTags: (html) => replaced(html, /(?<=<\/(?:div|p|tr|li|section|table|ul|dl)>)(?=<)/g, '\n    '),
  oneMoreWrapper: (html) => changed(html, html.replace(BODY, '$1<div id="app"><main>$2</main></div>$3')),
  definitionsAsTable: (html) =>
    /<dl/i.test(html)
      ? html
          .replaceAll(/<dl[^>]*>/gi, '<table>')
          .replaceAll(/<\/dl>/gi, '</table>')
          .replaceAll(/<dt[^>]*>([\s\S]*?)<\/dt>\s*<dd[^>]*>([\s\S]*?)<\/dd>/gi, '<tr><th>$1</th><td>$2</td></tr>')
      : null,
  orderOfRows: (html) => {
    // Only rows with as many cells, none of them a header's or joined over rows.
    const rows =
      /(<tr[^>]*>(?:\s*<t[hd](?![^>]*rowspan)[^>]*>(?:(?!<\/?t)[\s\S])*<\/t[hd]>)+\s*<\/tr>)\s*(<tr[^>]*>(?:\s*<t[hd](?![^>]*rowspan)[^>]*>(?:(?!<\/?t)[\s\S])*<\/t[hd]>)+\s*<\/tr>)/gi
    const found = [...html.matchAll(rows)].find(
      ([, first = '', second = '']) => isDataRow(first) && isDataRow(second) && cellsIn(first) === cellsIn(second),
    )
    return found ? html.replace(found[0], () => `${found[2]}\n${found[1]}`) : null
  },
} as const satisfies Record<string, Mutation>

const isDataRow = (row: string): boolean => /<td/i.test(row) && /\d\s*(?:<[^>]*>\s*)*[KMGT]B/.test(row)
const cellsIn = (row: string): number => row.match(/<t[hd]/gi)?.length ?? 0

const declaring = (html: string, charset: string): string => html.replace(/charset=["']?[\w-]+/i, `charset=${charset}`)
const undeclared = (html: string): string => html.replace(/<meta[^>]*charset[^>]*>/i, '')
const asHtml = (bytes: Uint8Array | null, charset?: string): ReturnType<Encoding> =>
  bytes && { bytes, contentType: charset === undefined ? 'text/html' : `text/html; charset=${charset}` }

/** The same page in other bytes. */
export const ENCODINGS = {
  shiftJisInMeta: (html) => asHtml(encodeDoubleByte(declaring(html, 'Shift_JIS'), 'shift_jis')),
  shiftJisInHeader: (html) => asHtml(encodeDoubleByte(undeclared(html), 'shift_jis'), 'Shift_JIS'),
  shiftJisUndeclared: (html) => asHtml(encodeDoubleByte(undeclared(html), 'shift_jis')),
  eucJpInMeta: (html) => asHtml(encodeDoubleByte(declaring(html, 'EUC-JP'), 'euc-jp')),
  eucJpUndeclared: (html) => asHtml(encodeDoubleByte(undeclared(html), 'euc-jp')),
  eucJpDeclaredWrongly: (html) => asHtml(encodeDoubleByte(declaring(html, 'utf-8'), 'euc-jp'), 'utf-8'),
  iso2022jp: (html) => asHtml(encodeIso2022jp(declaring(html, 'ISO-2022-JP'))),
  utf16Little: (html) => asHtml(encodeUtf16(html, 'little')),
  utf16Big: (html) => asHtml(encodeUtf16(html, 'big')),
  utf8WithMark: (html) => asHtml(encodeUtf8(`\ufeff${html}`)),
  utf8Undeclared: (html) => asHtml(encodeUtf8(undeclared(html))),
  utf8DeclaredAsLatin1: (html) => asHtml(encodeUtf8(undeclared(html)), 'ISO-8859-1'),
} as const satisfies Record<string, Encoding>

/** A run of letters of one script, a number, date, clock or phone number, or one other character. */
const PIECE = /\d+(?:(?:[.,:/-]|[年月日] ?)\d+)*|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々]+|\p{L}[\p{L}\p{M}'’]*|\s+|[^]/gu
/** Words in a row with blanks between them. */
const PHRASE = /[\p{L}\p{M}ー々'’](?:[\p{L}\p{M}ー々'’]| (?=\p{L}))*/gu
const UNIT_FIRST = new RegExp(`^ ?(?:${UNIT}|[GM]\\b) ?`)

interface Phrase {
  readonly start: number
  readonly end: number
}

/** The phrases of a text that may be labels: what stands right behind a digit is its unit or counter, then a phrase. */
function phrasesOf(text: string): Phrase[] {
  return [...text.matchAll(PHRASE)].flatMap(({ 0: phrase, index }) => {
    const unit = /\d ?$/.test(text.slice(Math.max(0, index - 2), index)) ? (UNIT_FIRST.exec(phrase)?.[0] ?? phrase) : ''
    return unit.length < phrase.length ? [{ start: index + unit.length, end: index + phrase.length }] : []
  })
}

/** The text with other words for its phrases. */
function rephrased(text: string, phrases: readonly Phrase[], by: () => string): string {
  let end = 0
  const parts = phrases.map((phrase) => {
    const kept = text.slice(end, phrase.start)
    end = phrase.end
    return kept + by()
  })
  return parts.join('') + text.slice(end)
}

/** What was taken out of a text: the rest, and where it was. */
const without = (text: string, start: number, end: number): string => text.slice(0, start) + text.slice(end)

function onePhrase(text: string, random: Random, word: string): string | null {
  const phrases = phrasesOf(text)
  return phrases.length === 0 ? null : rephrased(text, [oneOf(random, phrases)], () => word)
}

function pieceBorder(text: string, random: Random): number {
  const borders = [...text.matchAll(PIECE)].map(({ index }) => index).slice(1)
  return borders.length === 0 ? text.length : oneOf(random, borders)
}

/** Texts that lost what a figure needs. */
export const LESS_TEXT = {
  phraseDropped: (text, random) => onePhrase(text, random, ''),
  phraseUnknown: (text, random) => onePhrase(text, random, oneOf(random, UNKNOWN_WORDS)),
  unitDropped: (text, random) => {
    const amounts = [...text.matchAll(AMOUNT)]
    if (amounts.length === 0) return null
    const { 0: amount, 3: unit = '', index } = oneOf(random, amounts)
    return without(text, index + amount.length - unit.length, index + amount.length)
  },
  lineDropped: (text, random) => {
    const lines = text.split('\n')
    if (lines.length < 2) return null
    return lines.toSpliced(below(random, lines.length), 1).join('\n')
  },
  cutAtStart: (text, random) => text.slice(pieceBorder(text, random)),
  cutAtEnd: (text, random) => text.slice(0, pieceBorder(text, random)),
  cutInTheMiddle: (text, random) => {
    const [start, end] = [pieceBorder(text, random), pieceBorder(text, random)].sort((a, b) => a - b) as [
      number,
      number,
    ]
    const makesNumber = /[\d.,]$/.test(text.slice(0, start)) && /^[\d.,]/.test(text.slice(end))
    return makesNumber ? null : changed(text, without(text, start, end))
  },
  noLabels: (text) =>
    changed(
      text,
      rephrased(text, phrasesOf(text), () => ''),
    ),
  unknownLabels: (text, random) =>
    changed(
      text,
      rephrased(text, phrasesOf(text), () => oneOf(random, UNKNOWN_WORDS)),
    ),
  noUnits: (text) => replaced(text, AMOUNT, '$1'),
} as const satisfies Record<string, Mutation>

const UNKNOWN_WORDS = ['ほげふが', 'フーバー', '壬癸', 'Zorp', 'Quux'] as const
