import type { Bucket, Figure, Figures, Reading } from '../core/reading.ts'

/** What stands for a hidden character: one for one, so that every place keeps pointing at what it pointed at. */
const HIDDEN = '*'
/** Of a telephone number so many digits stay, by which a person knows it. */
const SHOWN_DIGITS = 4

/** Digits as printed: full-width ones too. */
const DIGIT = '[0-9０-９]'
/** What may stand between the digits of one number. */
const GAP = '[-‐‑–—－ー().（） \\u3000]'
const numberOf = (least: number, most: number): string => `(?:${DIGIT}${GAP}{0,2}){${least - 1},${most - 1}}${DIGIT}`
const whole = (source: string): RegExp =>
  new RegExp(`(?<!${DIGIT}|${DIGIT}[.,．，])(?:${source})(?!${DIGIT}|[.,．，]${DIGIT})`, 'gu')

/** 090-1234-5678, 03-1234-5678, +81 90 1234 5678, tel:+819012345678; abroad too. No amount begins with "0" and another digit. */
const TELEPHONE = whole(`[+＋]${GAP}{0,2}${numberOf(9, 14)}|[0０]${GAP}{0,2}${numberOf(9, 10)}`)
/** A SIM card (ICCID: 19 or 20 digits from 89) and a device or subscriber (IMEI, IMSI: 15 digits, more than any amount has). */
const CARD_OR_DEVICE = whole(`[8８]${GAP}{0,2}[9９]${GAP}{0,2}${numberOf(17, 18)}|${numberOf(15, 15)}`)
const MAIL = /[\p{L}\p{N}._%+-]{1,64}[@＠][\p{L}\p{N}.-]{1,253}\.\p{L}{2,24}/gu

const NAME = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Latin}々ヶー・]'
/** Not the spoken three of はってんさんギガ. */
const SAN = 'さん(?!ギガ|メガ|キロ|テラ|てん|[じび]ゅう|ぜん|びゃく|[0-9０-９])'
/** The name before a mark: one or two words right before it. */
const NAMED_BEFORE = new RegExp(
  `(?<!${NAME})(${NAME}{1,20}(?:[ \\u3000]${NAME}{1,20})?)(?=[ \\u3000]?(?:様|さま|${SAN}|先生|女士|小姐|殿(?!${NAME})))`,
  'gu',
)
const NAMED_AFTER =
  /(?<=\b(?:Dear|Mr\.?|Mrs\.?|Ms\.?|Hi|Hello)[ \u3000])\p{L}[\p{L}'’.-]{0,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,2}/gu
/** "customerName":"…" of a payload, 契約者名: … of a page: a field that holds who somebody is or where they live. */
const PERSON_FIELD =
  /(?<=["']?(?:(?:full|first|last|family|given|user|customer|contractor|subscriber|owner|kana)_?name(?:_?kana)?|(?:street|postal|home)?_?address\d?|氏名|お名前|名前|契約者名|契約者氏名|ご契約者様?|フリガナ|住所|姓名|机主|機主)["']?[ \t]{0,4}[:：=\t][ \t]{0,4}["']?)[^"'\n\t,，、;；<>{}]{1,60}/giu
/** Nobody's name. */
const NOBODY =
  /(?:お客|御客|皆|みな|各|お得意|お子|Customer|User|Subscriber|Member|Guest|Sir|Madam|All|There|尊敬的)$/iu

/** Hides telephone numbers (but their last four digits), marked names, fields of persons, mail addresses and numbers of cards and devices. Keeps length. */
export function mask(text: string): string {
  return text
    .replace(MAIL, (found) => hide(found, /[^@＠.]/gu))
    .replace(CARD_OR_DEVICE, (found) => hideDigits(found, 0))
    .replace(TELEPHONE, (found) => hideDigits(found, SHOWN_DIGITS))
    .replace(NAMED_BEFORE, hideName)
    .replace(NAMED_AFTER, hideName)
    .replace(PERSON_FIELD, (found) => hide(found, /[^ \u3000]/gu))
}

const hide = (found: string, what: RegExp): string =>
  found.replace(what, (character) => HIDDEN.repeat(character.length))

const hideName = (name: string): string => (NOBODY.test(name) ? name : hide(name, /[^ \u3000]/gu))

function hideDigits(found: string, shown: number): string {
  const digits = found.match(/[0-9０-９]/gu)?.length ?? 0
  let seen = 0
  return found.replace(/[0-9０-９]/gu, (digit) => (++seen > digits - shown ? digit : HIDDEN))
}

/** A reading whose words are masked as its evidence is; figures and places stay. */
export function maskReading(reading: Reading): Reading {
  return {
    ...reading,
    line: reading.line === null ? null : mask(reading.line),
    total: maskFigures(reading.total),
    buckets: reading.buckets.map((bucket): Bucket => ({ ...bucket, ...maskFigures(bucket), name: mask(bucket.name) })),
  }
}

const maskFigures = ({ allowance, used, remaining }: Figures): Figures => ({
  allowance: maskLabel(allowance),
  used: maskLabel(used),
  remaining: maskLabel(remaining),
})

const maskLabel = ({ amount, provenance }: Figure): Figure => ({
  amount,
  provenance: provenance && { ...provenance, label: mask(provenance.label) },
})
