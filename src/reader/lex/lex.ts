import { MOST_BYTES, type Base } from '../../core/amount.ts'
import { dateAt, timeEndAt, MONTHS } from './dates.ts'
import { isSpacedLetter, UNITS, type Lexicon, type UnitMeaning, type WordSense } from './lexicon.ts'
import { numeralMayEndAt, spokenNumberBefore } from './numerals.ts'
import type { LexedAmount, LexedDate, Token, TokenKind } from './token.ts'

/** What a carrier adds to the lexer. */
export interface LexOptions {
  readonly lexicon: Lexicon
  /** What the carrier means by GB; null when nobody declared it, and 1000 is assumed. */
  readonly base: Base | null
}

/**
 * Cuts normalised text into tokens, left to right, each character looked at a bounded number of times.
 * `original` is the text before lower-casing, needed for "Go" and "To"; it may have other offsets only where the two differ in length.
 */
export function lex(text: string, original: string, options: LexOptions): Token[] {
  return new Lexer(text, original.length === text.length ? original : text, options).run()
}

const PHONE =
  /(?:\+81[- ]?|0)\d{1,4}[- (]{1,2}[\dx*●〇]{2,4}[-) ]{1,2}[\dx*●〇]{3,4}(?!\d)|0[5789]0[\dx*●〇]{8}(?!\d)|1\d{2}[*x]{4}\d{4}|\d{3}-\d{3}-\d{4}(?!\d)/y
/** +886-2-0000-0000: its dashes are no minus. */
const PHONE_ABROAD = /\+\d{1,3}(?:[- ]\(?[\d*]{1,8}\)?){2,5}(?![\d.])/y
const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)|\d+(?:[.,]\d+)?/y
const SPLIT_FRACTION = /(?: ?\. ?|\t\.\t?|\n\.\n?)(\d{1,3})(?!\d)/y
const SPOKEN_POINT = /(?:点|點|てん|ポイント| point )(\d{1,3})(?!\d)/y
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'。、，）】」]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/y
/** What may stand behind あと: a particle, a word for about or only, a number that is said, the name of data. あとり is something else. */
const GOES_ON_FROM_ATO =
  /(?=[ぁ-ゖァ-ヺ])(?!は|が|も|で|に|の|を|わずか|すこし|おおよそ|おおむね|およそ|ちょうど|ちょっと|ど[のれ]|いく|いち|いっ|まだ|さん|よん|ご|ろ[くっ]|なな|しち|はち|きゅう|く|じゅ|じっ|ひゃく|せん|サン|ヨン|ゴ|ロク|ナナ|キュウ|ジュ|たった|たぶん|だいたい|ほんの|ほぼ|せいぜい|ギガ|データ|メガ|パケット)/y
/** October usage, October's data usage, October alone in its line: of a label, or a heading. */
const BEHIND_MONTH = /(?:'s)? (?:(?:mobile )?data )?(?:usage|used|use|summary|statement|report)\b|[ \t]*(?:\n|$)/y
const RIGHT_BEFORE_FIGURE = /^(?:[\d :\t]|\n ?\d)/
/** 2ギガ半, 2 gigs and a half; 2ギガ半分 is something else. */
const HALF_AFTER = /半(?!分|月|年|日|額)| and a half(?![a-z])/y
/** 3、ギガ: as it is said. */
const GAP_TO_UNIT = /、(?=[ギメ]ガ)|[ \t]{0,2}/y
const GAP_OVER_LAYOUT = /[ \t]*[\n\t][ ]*/y

/** Decoration that neither joins nor separates. */
const SKIPPED = ' ・■□●○◆◇▼▽▲△▶►•*※#_"\'`´“”…"◎★☆✓✔>【】'
const MARKS: readonly (readonly [kind: TokenKind, characters: string])[] = [
  ['sentence', '。!?;；'],
  ['comma', '、,，､'],
  ['open', '(（［[〔【「『<《{〈'],
  ['close', ')）］]〕】」』>》}〉'],
  ['colon', ':：'],
  ['mark', '+-=~〜～→⇒±'],
  ['slash', '/'],
  ['cell', '|│¦'],
]
const IS_SKIPPED = MARKS.length + 1
/** By character: one more than its place in `MARKS`, `IS_SKIPPED`, or 0 where it means nothing. */
const SIGNS = new Uint8Array(65536)
SIGNS.fill(IS_SKIPPED, 0x2500, 0x27c0)
SIGNS.fill(IS_SKIPPED, 0x2b00, 0x2c00)
SIGNS.fill(IS_SKIPPED, 0xd83c, 0xd83f)
SIGNS.fill(IS_SKIPPED, 0xdc00, 0xe000)
for (const char of SKIPPED) SIGNS[char.charCodeAt(0)] = IS_SKIPPED
for (const [i, [, characters]] of MARKS.entries()) for (const char of characters) SIGNS[char.charCodeAt(0)] = i + 1
/** What a date may begin with besides a digit: the names of months, 令和, a numeral in kanji. */
const DATE_STARTS = new Uint8Array(65536)
for (const start of [...MONTHS, ...'令〇零一二三四五六七八九十']) DATE_STARTS[start.charCodeAt(0)] = 1

class Lexer {
  readonly #text: string
  readonly #original: string
  readonly #options: LexOptions
  readonly #tokens: Token[] = []
  readonly #word: { meaning: WordSense | null } = { meaning: null }
  readonly #unit: { meaning: UnitMeaning | null } = { meaning: null }
  #at = 0

  constructor(text: string, original: string, options: LexOptions) {
    this.#text = text
    this.#original = original
    this.#options = options
  }

  run(): Token[] {
    const text = this.#text
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at)
      if (code === 0x0a) this.#lineEnd()
      else if (code === 0x09) this.#push('cell', this.#at + 1)
      else if (code === 0x20 && text.charCodeAt(this.#at + 1) === 0x20 && text.charCodeAt(this.#at + 2) === 0x20)
        this.#wideGap()
      else if (code >= 0x30 && code <= 0x39) this.#digits()
      else if (!this.#wordAt(code)) this.#sign(code)
    }
    return this.#tokens
  }

  #push(
    kind: TokenKind,
    end: number,
    sense: WordSense | '' = '',
    amount: LexedAmount | null = null,
    date: LexedDate | null = null,
  ): void {
    this.#tokens.push({ kind, start: this.#at, end, sense, amount, date })
    this.#at = end
  }

  /** Characters that mean nothing: runs of them are one token. */
  #other(end: number): void {
    const last = this.#tokens.at(-1)
    if (last?.kind === 'other' && last.end === this.#at) {
      last.end = end
      this.#at = end
    } else this.#push('other', end)
  }

  #lineEnd(): void {
    const text = this.#text
    let end = this.#at
    let lines = 0
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === 0x0a) lines++
      else if (code !== 0x20 && code !== 0x09) break
    }
    while (text.charCodeAt(end - 1) !== 0x0a) end--
    this.#push(lines > 1 ? 'block' : 'line', end)
  }

  #wideGap(): void {
    let end = this.#at
    while (this.#text.charCodeAt(end) === 0x20) end++
    const before = this.#tokens.at(-1)?.kind
    if (before === undefined || before === 'line' || before === 'block' || before === 'cell') this.#at = end
    else this.#push('cell', end)
  }

  #wordAt(code: number): boolean {
    const text = this.#text
    const spaced = isSpacedLetter(code)
    if (spaced && this.#at > 0 && isSpacedLetter(text.charCodeAt(this.#at - 1))) return false
    if (spaced && this.#addressAt(code)) return true
    if (DATE_STARTS[code] === 1 && this.#dateAt()) return true
    if (this.#spokenAmount()) return true
    const end = this.#options.lexicon.match(text, this.#at, this.#word)
    if (end < 0) return spaced && this.#unitAlone()
    // 残 is a label only right before its figure; in 残業 and 残念 it is not.
    if (end === this.#at + 1 && code === 0x6b8b && !RIGHT_BEFORE_FIGURE.test(text.slice(end, end + 4))) return false
    // あと3GB, and no name such as あとり.
    if (end === this.#at + 2 && code === 0x3042 && this.#goesOnFromAto(end)) return false
    if (this.#word.meaning === 'month') return this.#monthName(end)
    this.#push('word', end, this.#word.meaning!)
    return true
  }

  #goesOnFromAto(end: number): boolean {
    GOES_ON_FROM_ATO.lastIndex = end
    return GOES_ON_FROM_ATO.test(this.#text)
  }

  /** "(GB)" in a label or a table's header. */
  #unitAlone(): boolean {
    const end = UNITS.match(this.#text, this.#at, this.#unit)
    const unit = this.#unit.meaning
    if (end < 0 || unit!.kind !== 'amount' || unit!.weak || unit!.capital || unit!.power === 0) return false
    const base = unit!.binary ? 1024 : (this.#options.base ?? 1000)
    this.#push('unit', end, '', {
      bytes: NaN,
      mantissa: 0,
      decimals: 0,
      power: unit!.power,
      base,
      baseDeclared: unit!.binary,
      weak: false,
      network: false,
      refused: false,
    })
    return true
  }

  #addressAt(code: number): boolean {
    if (code !== 0x68 && code !== 0x77) return false
    ADDRESS.lastIndex = this.#at
    if (!ADDRESS.test(this.#text)) return false
    this.#push('other', ADDRESS.lastIndex)
    return true
  }

  #dateAt(): boolean {
    const found = dateAt(this.#text, this.#at)
    if (!found) return false
    this.#push('date', found.end, '', null, found.date)
    return true
  }

  #monthName(end: number): boolean {
    BEHIND_MONTH.lastIndex = end
    if (!BEHIND_MONTH.test(this.#text)) return false
    const month = MONTHS.indexOf(this.#text.slice(this.#at, this.#at + 3)) + 1
    this.#push('month', end, '', bare(month, 0, false))
    return true
  }

  /** A unit without digits before it: the number may be spelt out. */
  #spokenAmount(): boolean {
    if (this.#at === 0 || !numeralMayEndAt(this.#text, this.#at)) return false
    const unitEnd = UNITS.match(this.#text, this.#at, this.#unit)
    const unit = this.#unit.meaning
    if (unitEnd < 0 || !(unit!.kind === 'percent' || (unit!.kind === 'amount' && unit!.power >= 2))) return false
    if (unit!.weak && !/[〇零一二三四五六七八九十百个半]/.test(this.#text[this.#at - 1] ?? '')) return false
    const spoken = spokenNumberBefore(this.#text, this.#at)
    if (!spoken) return false
    while ((this.#tokens.at(-1)?.end ?? 0) > spoken.start) {
      const last = this.#tokens.at(-1)!
      if (last.start >= spoken.start) this.#tokens.pop()
      else if (last.kind === 'other') last.end = spoken.start
      else return false
    }
    this.#at = spoken.start
    if (unit!.kind === 'percent') this.#percent(unitEnd, bare(spoken.mantissa, spoken.decimals, false))
    else this.#amount(spoken.mantissa, spoken.decimals, unit!, unitEnd, false)
    return true
  }

  /** 5GBの80% is a share out of what stands before it, 80%之5GB one of what stands after, and 80%に到達 one that is reached. */
  #percent(end: number, share: LexedAmount): void {
    const isOutOf = /[の的之] ?$/.test(this.#text.slice(Math.max(0, this.#at - 2), this.#at))
    const [, of, reached] = /^(?: ?([的之])|(に到?達))/.exec(this.#text.slice(end, end + 3)) ?? []
    this.#push('percent', end, isOutOf ? 'outOf' : of ? 'of' : reached ? 'over' : '', share)
  }

  #sign(code: number): void {
    if (code === 0x2b && this.#phoneAbroad()) return
    const sign = SIGNS[code]!
    if (sign === IS_SKIPPED && code !== 0x203b) this.#at++
    else if (sign > 0 && sign < IS_SKIPPED) this.#mark(MARKS[sign - 1]![0], code)
    else if (code === 0x2e && /\s|$/.test(this.#text[this.#at + 1] ?? '')) this.#push('sentence', this.#at + 1)
    // 残量 1.2GB ※実際と異なる場合があります: a note begins. ※1 points to one.
    else if (code === 0x203b && /\p{L}/u.test(this.#text[this.#at + 1] ?? '')) this.#push('sentence', this.#at + 1)
    else if (sign === IS_SKIPPED) this.#at++
    else if (isSpacedLetter(code)) this.#other(this.#letterRunEnd())
    else this.#other(this.#at + 1)
  }

  #mark(kind: TokenKind, code: number): void {
    const last = this.#tokens.at(-1)?.kind
    if (kind === 'cell' && last === 'cell') {
      this.#tokens.at(-1)!.end = ++this.#at
      return
    }
    // 5.75GB | / 20GB: the stroke joins what the columns of a screen part.
    if (kind === 'slash' && last === 'cell') this.#tokens.pop()
    // 残量=3.7GB
    this.#push(code === 0x3d && last === 'word' ? 'colon' : kind, this.#at + 1)
  }

  /** An unknown word of a spaced script, with the digits inside it ("iphone15"). */
  #letterRunEnd(): number {
    const text = this.#text
    let end = this.#at + 1
    while (end < text.length) {
      const code = text.charCodeAt(end)
      const digit = code >= 0x30 && code <= 0x39
      // "povo2.0" is one name.
      const inside = code === 0x2e && /\d\.\d/.test(text.slice(end - 1, end + 2))
      if (!isSpacedLetter(code) && !digit && code !== 0x27 && !inside) break
      end++
    }
    return end
  }

  #digits(): void {
    const text = this.#text
    const start = this.#at
    const wordEnd = this.#options.lexicon.match(text, start, this.#word)
    if (wordEnd > 0) return this.#push('word', wordEnd, this.#word.meaning!)
    if (this.#phone()) return
    const money = this.#afterMoneySign()
    if (!money && this.#dateNotAmount()) return
    const clockEnd = timeEndAt(text, start)
    if (clockEnd > 0 && !money) return this.#push('time', clockEnd)
    NUMBER.lastIndex = start
    NUMBER.test(text)
    const end = NUMBER.lastIndex
    if (money) return this.#push('money', end)
    this.#number(text.slice(start, end), end)
  }

  #phone(): boolean {
    const code = this.#text.charCodeAt(this.#at)
    if (code > 0x31 && this.#text.charCodeAt(this.#at + 3) !== 0x2d) return false
    PHONE.lastIndex = this.#at
    if (!PHONE.test(this.#text)) return false
    this.#push('phone', PHONE.lastIndex)
    return true
  }

  #phoneAbroad(): boolean {
    PHONE_ABROAD.lastIndex = this.#at
    if (!PHONE_ABROAD.test(this.#text)) return false
    this.#push('phone', PHONE_ABROAD.lastIndex)
    return true
  }

  #afterMoneySign(): boolean {
    const last = this.#tokens.at(-1)
    return last?.sense === 'money' && last.end >= this.#at - 1
  }

  /** 11/30 is a date unless a unit follows (3/20 GB). */
  #dateNotAmount(): boolean {
    const found = dateAt(this.#text, this.#at)
    if (!found) return false
    if (
      found.date.at?.startsWith('----') &&
      this.#text.indexOf('/', this.#at) < found.end &&
      this.#unitAfter(found.end)
    )
      return false
    this.#push('date', found.end, '', null, found.date)
    return true
  }

  #unitAfter(end: number): boolean {
    GAP_TO_UNIT.lastIndex = end
    GAP_TO_UNIT.exec(this.#text)
    return UNITS.match(this.#text, GAP_TO_UNIT.lastIndex, this.#unit) > 0 && this.#unit.meaning!.kind === 'amount'
  }

  /** 回線1 4.2GB, sim2 4.2GB: which line it is. */
  #numbersLine({ start }: Token): boolean {
    return this.#text.endsWith('回線', start) || this.#text.endsWith('sim', start)
  }

  #number(printed: string, end: number): void {
    const number = decimalOf(printed)
    const last = this.#tokens.at(-1)
    // "1 0.5GB": digits with a blank between are one figure badly copied, or two; either way not this one.
    if (last?.kind === 'number' && last.end === this.#at - 1 && !this.#numbersLine(last)) number.refused = true
    let { mantissa, decimals } = number
    let unit = this.#unitFor(end)
    if (decimals === 0) {
      // 5点2ギガ, and "15 .42 GB" as character recognition prints it: only when a unit of data follows the whole.
      for (const pattern of [SPOKEN_POINT, SPLIT_FRACTION]) {
        pattern.lastIndex = end
        const fraction = unit?.meaning.kind === 'amount' ? null : pattern.exec(this.#text)
        const later = fraction && this.#unitFor(pattern.lastIndex)
        if (later?.meaning.kind === 'amount') {
          mantissa = mantissa * 10 ** fraction![1]!.length + Number(fraction![1])
          decimals = fraction![1]!.length
          unit = later
        }
      }
    }
    if (!unit) return this.#bareNumber(mantissa, decimals, end, number.refused)
    if (unit.meaning.kind === 'transfer') return this.#push('word', unit.end, 'storage')
    if (unit.meaning.kind === 'month')
      return this.#push('month', unit.end, '', bare(mantissa, decimals, number.refused))
    if (unit.meaning.kind === 'percent') return this.#percent(unit.end, bare(mantissa, decimals, number.refused))
    if (unit.meaning.kind !== 'amount') return this.#push(unit.meaning.kind, unit.end)
    HALF_AFTER.lastIndex = unit.end
    if (decimals === 0 && HALF_AFTER.test(this.#text))
      return this.#amount(mantissa * 10 + 5, 1, unit.meaning, HALF_AFTER.lastIndex, number.refused)
    this.#amount(mantissa, decimals, unit.meaning, unit.end, number.refused)
  }

  /** The unit after a number: beside it, or alone in the next cell or line when the number is alone in its own. */
  #unitFor(end: number): { meaning: UnitMeaning; end: number } | null {
    const text = this.#text
    GAP_TO_UNIT.lastIndex = end
    GAP_TO_UNIT.exec(text)
    let from = GAP_TO_UNIT.lastIndex
    let unitEnd = UNITS.match(text, from, this.#unit)
    if (unitEnd < 0 && this.#beginsCell()) {
      GAP_OVER_LAYOUT.lastIndex = end
      if (!GAP_OVER_LAYOUT.test(text)) return null
      from = GAP_OVER_LAYOUT.lastIndex
      unitEnd = UNITS.match(text, from, this.#unit)
      if (unitEnd < 0 || this.#unit.meaning!.kind !== 'amount' || !/[\n\t/ ]|$/.test(text[unitEnd] ?? '')) return null
    }
    if (unitEnd < 0) return null
    const meaning = this.#unit.meaning!
    if (meaning.capital && !/[A-ZÀ-Ý]/.test(this.#original[from]!)) return null
    // "3 b", "2 o": a lone letter after a blank is no byte.
    if (meaning.kind === 'amount' && meaning.power === 0 && unitEnd - from === 1 && from > end) return null
    return { meaning, end: unitEnd }
  }

  #beginsCell(): boolean {
    const before = this.#tokens.at(-1)?.kind
    return before === undefined || before === 'line' || before === 'block' || before === 'cell' || before === 'slash'
  }

  #bareNumber(mantissa: number, decimals: number, end: number, refused: boolean): void {
    if (isSpacedLetter(this.#text.charCodeAt(end))) return this.#other(this.#letterRunEnd())
    this.#push('number', end, '', bare(mantissa, decimals, refused || this.#isSigned()))
  }

  #amount(mantissa: number, decimals: number, unit: UnitMeaning, end: number, refused: boolean): void {
    const base = unit.binary ? 1024 : (this.#options.base ?? 1000)
    const bytes = bytesOf(mantissa, decimals, unit.power, base)
    const amount: LexedAmount = {
      bytes,
      mantissa,
      decimals,
      power: unit.power,
      base,
      baseDeclared: unit.binary || this.#options.base !== null || unit.power === 0,
      weak: unit.weak,
      network: unit.weak && unit.power === 3 && decimals === 0 && mantissa >= 3 && mantissa <= 5,
      // No line is sold by the terabyte: that is a disk, or a plan's advertisement.
      refused:
        refused || this.#isSigned() || unit.power > 3 || !(bytes <= MOST_BYTES) || isSentinel(mantissa, decimals),
    }
    if (amount.network && isNetworkName(this.#text, end)) return this.#push('other', end)
    if (!this.#joinsLast(amount, end)) this.#push('amount', end, '', amount)
  }

  /** 3ギガ250メガ and 3GBと250MB are one amount. */
  #joinsLast(amount: LexedAmount, end: number): boolean {
    const tokens = this.#tokens
    const between = tokens.at(-1)
    const joiner =
      between &&
      (between.kind === 'comma' ||
        (between.kind === 'word' && /^(?:と|and)$/.test(this.#text.slice(between.start, between.end))))
        ? between
        : undefined
    const last = joiner ? tokens.at(-2) : between
    const first = last?.amount
    if (!last || !first || last.kind !== 'amount') return false
    if (joiner ? joiner.start - last.end > 1 || this.#at - joiner.end > 1 : this.#at - last.end > 2) return false
    // 3GB 500MB alone may be two columns; 3ギガ、500メガ and 3 gigabytes, 500 megabytes are how one amount is said, and 残り 3GB 500MB how it is printed.
    const isSaid = /[ガカ기吉]|giga/.test(this.#text.slice(last.start, last.end))
    const isLabelled =
      !joiner && this.#at === last.end + 1 && this.#text[last.end] === ' ' && LABELLING.has(tokens.at(-2)?.kind)
    if (this.#at > last.end && !isSaid && !isLabelled && joiner?.kind !== 'word') return false
    if (first.decimals > 0 || first.power !== amount.power + 1 || amount.mantissa >= 1024 || first.weak !== amount.weak)
      return false
    if (joiner) tokens.pop()
    last.end = end
    last.amount = { ...first, bytes: first.bytes + amount.bytes, refused: first.refused || amount.refused }
    this.#at = end
    return true
  }

  /** -1 GB, +80GB, ±: an offer or a mistake, never a balance. A dash between words (残り - 3GB) is none. */
  #isSigned(): boolean {
    const before = this.#text[this.#at - 1]
    return (
      (before === '-' || before === '+' || before === '±' || before === '−') &&
      !/[\p{L}\d)）:]/u.test(this.#text[this.#at - 2] ?? '')
    )
  }
}

/** What stands right before a figure that is told in a sentence. */
const LABELLING: ReadonlySet<TokenKind | undefined> = new Set<TokenKind>(['word', 'colon'])

/** A number that has no unit yet. */
const bare = (mantissa: number, decimals: number, refused: boolean): LexedAmount => ({
  bytes: NaN,
  mantissa,
  decimals,
  power: 0,
  base: 1000,
  baseDeclared: false,
  weak: false,
  network: false,
  refused,
})

/** Whole bytes of mantissa / 10^decimals units of base^power, rounded to the nearest. */
export function bytesOf(mantissa: number, decimals: number, power: number, base: Base): number {
  return Math.round((mantissa * base ** power) / 10 ** decimals)
}

/** "1,234.5" and "1,17" as integers of their last digit. More digits than a double holds exactly are refused. */
function decimalOf(printed: string): { mantissa: number; decimals: number; refused: boolean } {
  const comma = printed.lastIndexOf(',')
  const grouped =
    comma >= 0 && (printed.includes('.') || (printed.length - comma === 4 && comma <= 11 && printed[0] !== '0'))
  const plain = grouped ? printed.replaceAll(',', '') : printed.replace(',', '.')
  const point = plain.indexOf('.')
  const digits = point < 0 ? plain : plain.slice(0, point) + plain.slice(point + 1)
  return { mantissa: Number(digits), decimals: point < 0 ? 0 : plain.length - point - 1, refused: digits.length > 15 }
}

const NETWORK_NAME =
  /[ -]?(?:\/|lte|通信|データ|數據|数据|網|网|回線|エリア|対応|ネット|スマホ|端末|プラン|及|通用|功能|叠加|用户|手机|手機|network|net|sa|wi-fi|sim|home|ワイド|契約|サービス|基本)/y

/** 5Gエリア, 4G/LTE, 5G數據8GB: a generation of the network, not gigabytes. */
function isNetworkName(text: string, end: number): boolean {
  NETWORK_NAME.lastIndex = end
  return NETWORK_NAME.test(text)
}

/** 99999 and its like stand for "no figure" or "no limit". */
function isSentinel(mantissa: number, decimals: number): boolean {
  return decimals === 0 && mantissa >= 99_999 && /^9+$/.test(String(mantissa))
}
