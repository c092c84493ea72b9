import type { LexedDate } from './token.ts'

const YEAR_FIRST = /(\d{4})[ ]?(?:[/.-]|年)[ ]{0,2}(\d{1,2})[ ]?(?:[/.-]|月)[ ]{0,2}(\d{1,2})(?!\d)(?:[ ]?日)?/y
const YEAR_MONTH = /(\d{4})[ ]?年[ ]{0,2}(\d{1,2})[ ]?月(?:末日?|底|分)?/y
const YEAR_SLASH_MONTH = /(20\d{2})\/(\d{1,2})(?![\d/.,])/y
const MONTH_END = /(\d{1,2})[ ]?月(?:末日?|底)/y
const MONTH_DAY = /(\d{1,2})[ ]?月[ ]{0,2}(\d{1,2})[ ]?(?:日|号|號)/y
const MONTH_SLASH_DAY = /(\d{1,2})\/(\d{1,2})(?![\d/,]|\.\d)/y
const YEAR_LAST = /(\d{1,2})([./-])(\d{1,2})\2(2[05]\d{2})(?!\d)/y
const DAY_NAME_YEAR =
  /(\d{1,2})(?:st|nd|rd|th)?[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:[ ,-]{1,2}((?:20)?\d{2}))?(?![\da-z])/y
const CLOSED_DATE = /(\d{1,2})(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(20\d{2})(?!\d)/y
const NAME_DAY_YEAR =
  /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[ ](\d{1,2})(?:st|nd|rd|th)?(?!\d|\.\d|[ ]?(?:gb|mb))(?:,?[ ](20\d{2}))?/y
const NAME_YEAR = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[ ](20\d{2})(?!\d)/y
/** Years of the Republic of China, as Taiwan counts them. */
const MINGUO = /(1[0-4]\d)[ ]?年[ ]?(\d{1,2})[ ]?月[ ]?(\d{1,2})[ ]?日/y
const REIWA = /令和[ ]?(\d{1,2})年[ ]?(\d{1,2})月(?:[ ]?(\d{1,2})日)?/y
/** 6 décembre 2026, 6. Dezember 2026, 6 de diciembre de 2026. */
const DAY_OTHER_NAME_YEAR = new RegExp(
  `(\\d{1,2})(?:er|\\.|º)?[ ](?:de |di )?(${[
    'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre',
    'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
    'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
    'janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro',
    'januar|februar|marz|april|juni|juli|august|september|oktober|november|dezember|januari|februari|maart|mei',
  ].join('|')})(?:[ ](?:de |del )?(20\\d{2}))?(?![a-z\\d])`,
  'y',
)
/** 5 ธ.ค. 2569, 5 ธันวาคม 2569. */
const DAY_THAI_NAME_YEAR =
  /(\d{1,2}) ?(ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)(?: ?(?:พ\.ศ\. ?)?(2[05]\d{2}|\d{2})(?!\d))?/y
/** 十二月五日, 二〇二六年十二月五日, 令和八年十二月五日. */
const KANJI_DATE =
  /(?:([〇零一二三四五六七八九]{4})年|令和([元一二三四五六七八九十]{1,3})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号號]/y
const WEEKDAY =
  /[ ]?[(（](?:[日月火水木金土祝・]{1,3}|周[一二三四五六日]|星期[一二三四五六日]|[a-z]{2,9}\.?)[)）]|,?[ ](?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}(?![a-z])/y
const CLOCK =
  /(?:[ \t,]{1,3}|t|の|,? at )?(午前|午後|上午|下午|am |pm )?[ ]?(\d{1,2})(?:[:](\d{2})(?:[:](\d{2})(?:\.\d{1,9})?)?|[ ]?(?:時(?!間)|时(?!间)|點|点)[ ]?(?:(\d{1,2})[ ]?分)?)(?!\d)(?:[ ]?(am|pm)(?![a-z]))?/y
/** 23日 9:30: of the month that it is. */
const DAY_CLOCK = /\d{1,2}日[ ]?\d{1,2}:\d{2}(?!\d)/y
/** 2359h, 0900hrs. */
const HOURS_TOGETHER = /(?:[01]\d|2[0-4])[0-5]\dh(?:rs|ours)?(?![a-z])/y
const OFFSET = /(z|[+-]\d{2}:?\d{2})(?![\d:])/y

/** English months by their first three letters, in order. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const OTHER_MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev)/,
  /^(?:mar|maa)/,
  /^(?:apr|avr|abr)/,
  /^(?:mai|may|mag|mei)/,
  /^(?:juin|jun|giu)/,
  /^(?:juil|jul|lug)/,
  /^(?:aou|ago|aug)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^nov/,
  /^(?:dec|dic|dez)/,
]
const THAI_MONTHS = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ')
const THAI_MONTH_NAMES = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(
  ' ',
)
const KANJI_DIGITS = '〇一二三四五六七八九'

/** What stands at an offset: a date, and where it ends. */
export interface FoundDate {
  readonly date: LexedDate
  readonly end: number
}

/** Reads the date that begins at `start` (at a digit, printed or in kanji, at 令 or at a month's name), with its time and offset if they follow; null when there is none. */
export function dateAt(text: string, start: number): FoundDate | null {
  const day = dayAt(text, start)
  if (!day) return null
  let { end } = day
  const weekday = run(WEEKDAY, text, end)
  if (weekday) end = WEEKDAY.lastIndex
  if (day.at === null || day.at.length === 7) return { date: { at: day.at }, end }
  const clock = run(CLOCK, text, end)
  if (!clock) return { date: { at: day.at }, end }
  end = CLOCK.lastIndex
  const time = timeOf(clock)
  if (time === null) return { date: { at: null }, end }
  const offset = run(OFFSET, text, end)
  if (!offset) return { date: { at: `${day.at}T${time}` }, end }
  return { date: { at: `${day.at}T${time}${isoOffset(offset[1]!)}` }, end: OFFSET.lastIndex }
}

/** Where a time of day that begins at `start` ends ("23:59", "午後4:42", "19点28分"); -1 when there is none. */
export function timeEndAt(text: string, start: number): number {
  if (text[start + 4] === 'h' && run(HOURS_TOGETHER, text, start)) return HOURS_TOGETHER.lastIndex
  const [second, third] = [text[start + 1] ?? '', text[start + 2] ?? '']
  if ((second === '日' || third === '日') && run(DAY_CLOCK, text, start)) return DAY_CLOCK.lastIndex
  if (!CLOCK_FOLLOWERS.has(second) && !CLOCK_FOLLOWERS.has(third)) return -1
  const clock = run(CLOCK, text, start)
  return clock && (clock[3] !== undefined || clock[5] !== undefined || /[時时]/.test(clock[0])) ? CLOCK.lastIndex : -1
}

/** What stands behind an hour. */
const CLOCK_FOLLOWERS = new Set(':時时點点 ')

function run(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function dayAt(text: string, start: number): { at: string | null; end: number } | null {
  const code = text.charCodeAt(start)
  if (code === 0x4ee4) {
    const found = run(REIWA, text, start)
    return found
      ? dateOf(String(2018 + Number(found[1])), found[2]!, found[3], REIWA.lastIndex)
      : kanjiDateAt(text, start)
  }
  if (code >= FIRST_KANJI) return kanjiDateAt(text, start)
  if (code < 0x30 || code > 0x39) {
    const month = run(NAME_YEAR, text, start)
    if (month) return dateOf(month[2], monthNumber(month[1]!), undefined, NAME_YEAR.lastIndex)
    const found = run(NAME_DAY_YEAR, text, start)
    return found && dateOf(found[3], monthNumber(found[1]!), found[2], NAME_DAY_YEAR.lastIndex)
  }
  let end = start
  while (end - start < 5 && isDigit(text.charCodeAt(end))) end++
  if (end - start === 4) return yearAt(text, start)
  if (end - start === 3) {
    const found = run(MINGUO, text, start)
    return found && dateOf(String(1911 + Number(found[1])), found[2]!, found[3], MINGUO.lastIndex)
  }
  return end - start < 3 ? dayOrMonthAt(text, start, end) : null
}

const FIRST_KANJI = 0x3007

function kanjiDateAt(text: string, start: number): { at: string | null; end: number } | null {
  const found = run(KANJI_DATE, text, start)
  if (!found) return null
  const [, digits, reiwa, month, day] = found
  const year = digits
    ? [...digits].map((char) => KANJI_DIGITS.indexOf(char === '零' ? '〇' : char)).join('')
    : reiwa && String(2018 + kanjiNumber(reiwa))
  return dateOf(year, String(kanjiNumber(month!)), String(kanjiNumber(day!)), KANJI_DATE.lastIndex)
}

/** 二十三; 元 is the first year. NaN for what is no number. */
function kanjiNumber(printed: string): number {
  if (printed === '元') return 1
  const [, tens = '', ten, ones = ''] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(printed) ?? []
  if (ten === undefined || (tens !== '' && ten === '' && ones !== '')) return Number.NaN
  const digit = (char: string): number => KANJI_DIGITS.indexOf(char)
  if (ten === '') return digit(tens || ones)
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

function yearAt(text: string, start: number): { at: string | null; end: number } | null {
  let found = run(YEAR_FIRST, text, start)
  if (found) return dateOf(found[1], found[2]!, found[3], YEAR_FIRST.lastIndex)
  found = run(YEAR_MONTH, text, start)
  if (found) return dateOf(found[1], found[2]!, undefined, YEAR_MONTH.lastIndex)
  found = run(YEAR_SLASH_MONTH, text, start)
  return found && dateOf(found[1], found[2]!, undefined, YEAR_SLASH_MONTH.lastIndex)
}

/** What stands behind one or two digits tells which form of date this may be: most figures are none, and that is seen at once. */
function dayOrMonthAt(text: string, start: number, end: number): { at: string | null; end: number } | null {
  const next = text[text[end] === ' ' ? end + 1 : end] ?? ''
  if (next === '月') {
    const day = run(MONTH_DAY, text, start)
    if (day) return dateOf(undefined, day[1]!, day[2], MONTH_DAY.lastIndex)
    const month = run(MONTH_END, text, start)
    return month && dateOf(undefined, month[1]!, undefined, MONTH_END.lastIndex)
  }
  // 3.25GB has no second point.
  if (next === '/' || next === '-' || (next === '.' && (text[end + 2] === '.' || text[end + 3] === '.'))) {
    const found = run(YEAR_LAST, text, start)
    if (found) return dayMonthYear(found, text.slice(Math.max(0, start - NEARBY), start))
  }
  if (next === '-' || DAY_FOLLOWERS.has(next)) {
    const closed = run(CLOSED_DATE, text, start)
    if (closed) return dateOf(closed[3], monthNumber(closed[2]!), closed[1], CLOSED_DATE.lastIndex)
    const found = run(DAY_NAME_YEAR, text, start)
    if (found) return dateOf(found[3], monthNumber(found[2]!), found[1], DAY_NAME_YEAR.lastIndex)
  }
  const other = DAY_OTHER_FOLLOWERS.has(next) ? run(DAY_OTHER_NAME_YEAR, text, start) : null
  if (other) {
    const month = OTHER_MONTHS.findIndex((name) => name.test(other[2]!)) + 1
    return dateOf(other[3], String(month), other[1], DAY_OTHER_NAME_YEAR.lastIndex)
  }
  const thai =
    next >= 'ก' && next <= 'ฮ'
      ? run(DAY_THAI_NAME_YEAR, text, start)
      : next === 'เ'
        ? run(DAY_THAI_NAME_YEAR, text, start)
        : null
  if (thai) {
    const month = Math.max(THAI_MONTHS.indexOf(thai[2]!), THAI_MONTH_NAMES.indexOf(thai[2]!)) + 1
    const year = thai[3]?.length === 2 ? `25${thai[3]}` : thai[3]
    return dateOf(year, String(month), thai[1], DAY_THAI_NAME_YEAR.lastIndex)
  }
  const found = next === '/' ? run(MONTH_SLASH_DAY, text, start) : null
  return found && inRange(Number(found[1]), 1, 12) && inRange(Number(found[2]), 1, 31)
    ? dateOf(undefined, found[1]!, found[2], MONTH_SLASH_DAY.lastIndex)
    : null
}

/** First letters of months and of st, nd, rd, th: not that of GB. */
const DAY_FOLLOWERS = new Set('jfmasondrt')
/** First letters of months in other languages, of de and of er. */
const DAY_OTHER_FOLLOWERS = new Set('.ºdejfmasonlg')

const monthNumber = (name: string): string => String(MONTHS.indexOf(name) + 1)
const inRange = (value: number, low: number, high: number): boolean => value >= low && value <= high
const two = (digits: string): string => digits.padStart(2, '0')

/** How far before a date a word tells its language. */
const NEARBY = 120
/** Words, without their accents, or letters of languages that write the day first and no other way. */
const DAY_FIRST =
  /\b(?:vous|votre|jusqu'?au|valable|expire le|hasta|caduca|vence|gultig|bis zum|ihre?|dein|fino al|scade|scadenza|ate|valido|geldig|han dung|han su dung|quy khach|hsd|berlaku|hingga|kuota|sisa)\b|[\u0400-\u04ff\u0e00-\u0e7f]/

/** 28/02/2027 and 13.06.2023 have one meaning; 05/06/2026 has two, but for the language before it, and is read where both are one day. */
function dayMonthYear(found: RegExpExecArray, before: string): { at: string | null; end: number } {
  const [, first, separator, second, year] = found as unknown as [string, string, string, string, string]
  const end = YEAR_LAST.lastIndex
  if (Number(second) > 12) return dateOf(year, first, second, end)
  if (Number(first) > 12 || first === second || separator === '.' || DAY_FIRST.test(before))
    return dateOf(year, second, first, end)
  return { at: null, end }
}

function dateOf(
  year: string | undefined,
  month: string,
  dayOfMonth: string | undefined,
  end: number,
): { at: string | null; end: number } {
  const fullYear = year === undefined ? '----' : commonYear(year)
  if (!inRange(Number(month), 1, 12)) return { at: null, end }
  if (dayOfMonth === undefined) return { at: `${fullYear}-${two(month)}`, end }
  const last =
    year === undefined
      ? Number(month) === 2
        ? 29
        : daysIn(2000, Number(month))
      : daysIn(Number(fullYear), Number(month))
  return { at: inRange(Number(dayOfMonth), 1, last) ? `${fullYear}-${two(month)}-${two(dayOfMonth)}` : null, end }
}

/** 26 and 2569, as Thailand counts, are 2026. */
const commonYear = (year: string): string =>
  year.length === 2 ? `20${year}` : Number(year) >= 2500 ? String(Number(year) - 543) : year

/** Days of a month in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** 午後4:42 is 16:42; 午後12:00 is noon and 午前12:00 the midnight that begins the day; 午後13:42 is no time. */
function timeOf(clock: RegExpExecArray): string | null {
  const half = (clock[1] ?? clock[6] ?? '').trim()
  const minute = clock[3] ?? clock[5] ?? '0'
  let hour = Number(clock[2])
  if (half !== '') {
    if (hour > 12) return null
    const afternoon = half === '午後' || half === '下午' || half === 'pm'
    hour = (hour % 12) + (afternoon ? 12 : 0)
  }
  if (hour > 24 || Number(minute) > 59 || (hour === 24 && Number(minute) > 0)) return null
  const seconds = clock[4]
  return `${two(String(hour))}:${two(minute)}${seconds === undefined ? '' : `:${seconds}`}`
}

const isoOffset = (offset: string): string =>
  offset === 'z' ? 'Z' : offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`

/**
 * A date without a year, completed from a day (YYYY-MM-DD…): to the first such day or month on or after it, as ends are meant, or
 * to the last on or before it, as what was counted is; unchanged when it has a year.
 */
export function completeYear(at: string, from: string | null, side: 'after' | 'before' = 'after'): string | null {
  if (!at.startsWith('----')) return at
  if (from === null) return null
  const year = Number(from.slice(0, 4))
  const monthDay = at.slice(4)
  const [wanted, known] = [monthDay.slice(0, 6), from.slice(4, 4 + Math.min(6, monthDay.length))]
  const full = `${side === 'after' ? (wanted < known ? year + 1 : year) : wanted > known ? year - 1 : year}${monthDay}`
  return Number(full.slice(8, 10)) <= daysIn(Number(full.slice(0, 4)), Number(full.slice(5, 7))) ? full : null
}
