import type { Grant } from '../../core/reading.ts'
import { NAMED_GRANTS } from '../../core/reading.ts'
import type { DraftFigures } from '../decide/draft.ts'
import { isSpacedLetter, LEXICON } from '../lex/lexicon.ts'
import type { WordSense } from '../lex/lexicon.ts'
import { unitOf } from './units.ts'

/** What the keys and names of a payload that no shape knows say. English is read word by word, the rest by `words/`. */

/** What a key makes of its number. */
export type Role = keyof DraftFigures

/** Words that decide what a figure is, whatever noun stands beside them: "remainingQuota", "quotaUsed". */
const PARTICIPLES: Readonly<Record<string, Role>> = {
  remaining: 'remaining',
  remain: 'remaining',
  remains: 'remaining',
  remainder: 'remaining',
  left: 'remaining',
  available: 'remaining',
  unused: 'remaining',
  residual: 'remaining',
  surplus: 'remaining',
  used: 'used',
  consumed: 'used',
  spent: 'used',
  initial: 'allowance',
  opening: 'allowance',
  original: 'allowance',
}
/**
 * Nouns that name a figure unless a participle does; the last one is the head: a "usageLimit" is a limit.
 * Capacity is a head only by itself: "useCapacity" is 利用容量, what was used.
 */
const NOUNS: Readonly<Record<string, Role>> = {
  balance: 'remaining',
  rest: 'remaining',
  usage: 'used',
  consumption: 'used',
  use: 'used',
  total: 'allowance',
  quota: 'allowance',
  allowance: 'allowance',
  entitlement: 'allowance',
  allotment: 'allowance',
  capacity: 'allowance',
  limit: 'allowance',
  cap: 'allowance',
  allocated: 'allowance',
  allowed: 'allowance',
  assigned: 'allowance',
  granted: 'allowance',
  included: 'allowance',
}
/** Written without a capital or a hyphen after them: "remainflow", "totaldata". */
const GLUED = /^(remaining|remain|unused|used|total)(?=[a-z]{3})/

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** A key with one of these is about something else than the data left in this cycle. */
const ELSEWHERE = words(
  'price cost fee charge charged bill billing invoice yen jpy usd eur currency money credit cash payment ' +
    'voice call calls sms mms text texts message messages minute minutes min mins second seconds ' +
    'percent percentage pct ratio rate point points speed throttle kbps mbps bps throughput bit bits kbit mbit gbit ' +
    'day days daily today hour hours hourly ' +
    'week weekly month duration time storage disk drive cloud memory ram heap cache backup mailbox ' +
    'file files vpn wifi wifree ' +
    'history hist histories log logs previous prev prior last past yesterday recent threshold alert warning notify ' +
    'average avg mean forecast projected predicted estimated expected peak max over overage excess fup fair ' +
    'realtime session download downloaded upload uploaded rx tx count catalog catalogue offer offers gift gifts reset ' +
    'token card auth app apps application applications devices hosts clients ' +
    'january february march april june july august september october november december',
)
/** What the words of all languages say of figures that are no balance of this cycle. */
const ELSEWHERE_SENSES: readonly WordSense[] = [
  'past',
  'today',
  'recent',
  'daily',
  'storage',
  'notData',
  'givenAway',
  'otherService',
  'otherLine',
  'offer',
  'example',
  'condition',
  'over',
  'priceStep',
]
/** 10月利用量, "2026-10", "Nov": of a month that may be any. */
const DATED = new RegExp(
  /\d\s?月|^\d{4}[-/.]?\d{2}(?!\d*[a-z])/.source +
    /|^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?)\b/.source +
    /|^(?:sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/.source,
  'i',
)
/** Of one direction, of a few days, or at a speed that nobody counts. */
const CJK_ELSEWHERE = /低速|直近|上り|下り|上行|下行/
/** "High speed" does not make it a speed, "this month" is none of the past, and "carry over" is no excess. */
const HARMLESS: readonly [RegExp, string][] = [
  [/\bhigh speed\b/, 'highspeed'],
  [/\b(?:this|current) month\b/, 'current'],
  [/\b(?:carry|carried|roll|rolled|left) over\b/, 'rollover'],
]

/** Keys of texts, which may be messages to the person. */
const PROSE = words('text texts message messages sms alert warning notify')

/** A catalogue entry has one of these; with nothing used or left beside it, its amount is what is for sale. */
const PRICES = words('price cost fee yen jpy usd eur currency')

/** What expires of these is not the data. */
const EXPIRES_ELSEWHERE = words(
  'token session card auth cookie password cache offer gift contract in campaign promotion promo coupon payment ' +
    'billing certificate document passport device points alert',
)
const EXPIRY = /^(?:expir(?:y|es|ed|e|ation|ing)|periodend)$/

const THROTTLED = words('throttled throttling squeezed regulation regulated')
const CJK_THROTTLED = /^(?:通信)?速度制限中?$|^(?:是否|已)?(?:限速|降速)$/

const ROW_DATES = words('date day month year week timestamp datetime period yyyymm ym')
const BESIDE_ROW_DATES = words('usage use used using billing bill target cycle statement record report data of for')
const CJK_ROW_DATE = /^(?:対象|ご?利用|使用|請求|账单|帳單|统计)?(?:年月日?|月|日付?|期間|月份|日期|账期|帳期)$/

const LINE_NUMBERS = words('msisdn phone mobile tel telephone iccid subscriber imsi line sim')
const CJK_LINE_NUMBER = /電話番号|回線番号|手机号|手機號|号码|號碼/
const LINE_LISTS = words('lines members subscribers sims esims users line member subscriber sim esim user')
const CJK_LINE_LIST = /^(?:ご?契約|ご?利用)?回線(?:一覧|リスト|情報)?$/

/** The words of a key: camelCase, snake_case, kebab-case, in lower case; "MBytes" and "GiB" are one word each. */
export function wordsOf(key: string): string[] {
  const found = key.match(/[KMGT]i?B(?:ytes?)?(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []
  return found.flatMap((word) => word.toLowerCase().replace(GLUED, '$1 ').split(' '))
}

/** The words with what would mislead taken out. */
function plainWords(key: string): string[] {
  const joined = wordsOf(key).join(' ')
  return HARMLESS.reduce((text, [pattern, plain]) => text.replace(pattern, plain), joined).split(' ')
}

/** What the words of all languages mean, in order; the words of a key count as written with blanks. */
export function sensesOf(text: string): WordSense[] {
  const plain = `${text} ${wordsOf(text).join(' ')}`.normalize('NFKC').toLowerCase()
  const senses: WordSense[] = []
  const found: { meaning: WordSense | null } = { meaning: null }
  for (let at = 0; at < plain.length;) {
    const end = LEXICON.match(plain, at, found)
    if (end > at && found.meaning !== null) {
      senses.push(found.meaning)
      at = end
    } else if (isSpacedLetter(plain.charCodeAt(at))) {
      while (isSpacedLetter(plain.charCodeAt(at))) at++
    } else at++
  }
  return senses
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

/** True for a key or name that is a month or begins with one. */
export const isDated = (key: string): boolean => DATED.test(key)

/** True for a key about something else: money, voice, storage, another day or month. */
export const isElsewhere = (key: string): boolean =>
  isDated(key) ||
  CJK_ELSEWHERE.test(key) ||
  plainWords(key).some((word) => ELSEWHERE.has(word)) ||
  sensesOf(key).some((sense) => ELSEWHERE_SENSES.includes(sense))

/** As `isElsewhere`, for texts: what an SMS or an alert says is what we look for. */
export const isProseElsewhere = (key: string): boolean =>
  isDated(key) || plainWords(key).some((word) => ELSEWHERE.has(word) && !PROSE.has(word))

/** True for a name or kind of something that is no data of this cycle: "Cloud storage", "last_month", "VOICE". */
export function namesOther(name: string): boolean {
  const senses = sensesOf(name)
  if (senses.some((sense) => ['storage', 'otherService', 'past', 'recent', 'today'].includes(sense))) return true
  return /wi-?fi/i.test(name) || (senses.includes('notData') && !senses.includes('data'))
}

/** The role that a key names; null for none, and where two words disagree ("allocatedUsage"). */
export function roleOf(key: string): Role | null {
  if (!isAscii(key)) return roleInCjk(key)
  const keyWords = wordsOf(key)
  const participles = new Set(keyWords.map((word) => valueOf(PARTICIPLES, word)).filter((role) => role !== null))
  const [participle = null, ...others] = participles
  const nouns = keyWords.filter((word) => valueOf(NOUNS, word) !== null)
  const head = valueOf(NOUNS, nouns.findLast((word) => word !== 'capacity') ?? nouns.at(-1) ?? '')
  const isTorn = others.length > 0 || (participle === 'allowance' && head === 'used')
  if (participle !== null) return isTorn ? null : participle
  if (head === 'used' && nouns.some((word) => word === 'allocated' || word === 'included')) return null
  return head
}

/** 残 wins wherever it stands; else the last word is the head: 利用上限 is a limit. 利用可能 could be either. */
function roleInCjk(key: string): Role | null {
  const senses = sensesOf(key)
  if (senses.includes('remaining') || /未使用|未利用/.test(key)) return 'remaining'
  if (senses.includes('available')) return /^(?:可用|可使用)/.test(key) ? 'remaining' : null
  const role = senses.findLast((sense) => sense === 'used' || sense === 'allowance')
  if (role === 'used' || role === 'allowance') return role
  if (senses.includes('capacity')) return 'allowance'
  return senses.includes('volume') ? 'used' : null
}

const valueOf = <T>(table: Readonly<Record<string, T>>, word: string): T | null =>
  Object.hasOwn(table, word) ? (table[word] ?? null) : null

/** How data was granted, as a key or name says; what is renewed every month is the plan's. */
export function grantOf(name: string): Grant | null {
  const senses: readonly string[] = sensesOf(name)
  const grant = NAMED_GRANTS.find((each) => each !== 'plan' && senses.includes(each))
  return grant ?? (senses.includes('plan') || /^monthly$/i.test(name) ? 'plan' : null)
}

/** The unit that a key's own words spell ("usedGb", "remaining_mbytes"); "to" and "go" are no units here. */
export const unitIn = (key: string): string | null =>
  wordsOf(key).find((word) => /^.b$|^.ib$|bytes?$|octets?$/.test(word) && unitOf(word)) ?? null

/** True for the key of an end of validity; beside figures of data (`hasBalance`) "endTime" is one too. */
export function isExpiry(key: string, hasBalance: boolean): boolean {
  const keyWords = wordsOf(key)
  if (keyWords.some((word) => EXPIRES_ELSEWHERE.has(word))) return false
  if (keyWords.some((word) => EXPIRY.test(word))) return true
  if (!isAscii(key)) return sensesOf(key).includes('expires')
  if (keyWords.includes('valid')) return keyWords.some((word) => ['to', 'until', 'till', 'through'].includes(word))
  if (!keyWords.includes('end')) return false
  return ['date', 'period'].some((word) => keyWords.includes(word)) || (hasBalance && keyWords.includes('time'))
}

/** A key whose flag says that speed is limited now. */
export const isThrottledKey = (key: string): boolean => {
  const keyWords = wordsOf(key)
  const isSpeed = keyWords.includes('speed') && keyWords.some((word) => word === 'restricted' || word === 'limited')
  return isSpeed || keyWords.some((word) => THROTTLED.has(word)) || CJK_THROTTLED.test(key)
}

/** A key whose flag says that data has no end. */
export const isUnlimitedKey = (key: string): boolean =>
  (wordsOf(key).includes('unlimited') && !isElsewhere(key)) ||
  /^(?:データ)?(?:無制限|使い放題|不限量|无限流量)$/.test(key)

/** True for the key that dates a row of a history: "date", "usageMonth", 対象月. */
export function isRowDate(key: string): boolean {
  const keyWords = wordsOf(key)
  const isDate = keyWords.some((word) => ROW_DATES.has(word))
  const isOnlyDate = keyWords.every((word) => ROW_DATES.has(word) || BESIDE_ROW_DATES.has(word))
  return (isDate && isOnlyDate) || CJK_ROW_DATE.test(key)
}

/** True for the key of a phone number, an ICCID or the like. */
export const isLineNumber = (key: string): boolean => {
  const keyWords = wordsOf(key)
  const isNumber = keyWords.every((word) => LINE_NUMBERS.has(word) || word === 'number' || word === 'no')
  return (keyWords.length > 0 && isNumber) || CJK_LINE_NUMBER.test(key)
}

/** True for the key of a list of which each entry is a line of its own. */
export const isLineList = (key: string): boolean => LINE_LISTS.has(wordsOf(key).at(-1) ?? '') || CJK_LINE_LIST.test(key)

/** A key with a word for money: what stands beside it is for sale. */
export const isPrice = (key: string): boolean => wordsOf(key).some((word) => PRICES.has(word))

/** True for the key of the line's own totals beside its buckets: "summary", "total", 合計. */
export const isSummary = (key: string): boolean =>
  wordsOf(key).some((word) => ['summary', 'total', 'totals', 'overall', 'aggregate', 'overview'].includes(word)) ||
  (!isAscii(key) && sensesOf(key).includes('total'))

const HARDWARE = words('ram cpu filesystem mount disk')

/** True for a key that tells of a computer, whose used and available bytes are not the line's. */
export const isHardware = (key: string): boolean => wordsOf(key).some((word) => HARDWARE.has(word))
