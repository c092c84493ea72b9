import type { Figure } from '../core/reading.ts'
import type { Draft, DraftBucket, DraftFigures } from './draft.ts'
import { asNumber, asText, member } from './open/tree.ts'
import type { TreeNode } from './open/tree.ts'
import { asFlag, bucket, lastFour, saysSomething, undeclared } from './payload.ts'
import type { Payload } from './payload.ts'
import { wallClockFromStamp } from './stamps.ts'
import { amountFromText } from './units.ts'

type Role = keyof DraftFigures

/** Words that decide what a figure is, whatever noun stands beside them: "remainingQuota", "quotaUsed". */
const PARTICIPLES: Readonly<Record<string, Role>> = {
  remaining: 'remaining',
  remain: 'remaining',
  remains: 'remaining',
  left: 'remaining',
  available: 'remaining',
  unused: 'remaining',
  used: 'used',
  consumed: 'used',
  spent: 'used',
}
/** Nouns that name a figure unless a participle does; the last one is the head: a "usageLimit" is a limit. */
const NOUNS: Readonly<Record<string, Role>> = {
  balance: 'remaining',
  usage: 'used',
  consumption: 'used',
  total: 'allowance',
  quota: 'allowance',
  allowance: 'allowance',
  capacity: 'allowance',
  limit: 'allowance',
  allocated: 'allowance',
  included: 'allowance',
}
/** The same in Japanese and Chinese keys, longest first where one contains another. */
const CJK_ROLES: readonly [RegExp, Role][] = [
  [/残|剩余|剩餘|余量|可用/, 'remaining'],
  [/已用|已使用|使用量|利用量|使用済/, 'used'],
  [/总量|總量|总流量|総量|容量|上限|総データ/, 'allowance'],
]

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** A key with one of these is about something else than the data left in this cycle. */
const ELSEWHERE = words(
  'price cost fee charge charged bill billing invoice yen jpy usd eur currency money credit cash ' +
    'voice call calls sms mms text texts message messages minute minutes min mins second seconds ' +
    'percent percentage pct ratio rate point points speed kbps mbps bps throughput ' +
    'day days daily today hour hours hourly ' +
    'week weekly month duration time storage disk drive cloud memory ram heap cache backup mailbox ' +
    'file files vpn wifi wifree ' +
    'history hist histories log logs previous last past yesterday threshold alert warning notify realtime session ' +
    'download downloaded upload uploaded rx tx count catalog catalogue offer offers gift reset token card auth',
)
const CJK_ELSEWHERE =
  /通話|料金|金額|円|ポイント|履歴|先月|前月|昨日|本日|话费|語音|语音|短信|余额|元|分钟|積分|积分|上月|今日/

/** A catalogue entry has one of these; with nothing used or left beside it, its amount is what is for sale. */
const PRICES = words('price cost fee yen jpy usd eur currency')

/** Rows with one of these are a history. */
const ROW_DATES = ['date', 'day', 'month', 'timestamp', 'datetime']

const KEY_UNITS = words('byte bytes octets kb mb gb tb kib mib gib tib')
const UNIT_KEYS = ['unit', 'units', 'unitType', 'unit_type', 'dataUnit', 'data_unit', 'uom']
const VALUE_KEYS = ['value', 'amount', 'units', 'quantity']
const NAME_KEYS = ['name', 'title', 'label', 'planName', 'plan_name']
const LINE_KEYS = ['msisdn', 'phoneNumber', 'phone_number', 'phone', 'iccid']

/** What expires of these is not the data. */
const EXPIRES_ELSEWHERE = words('token session card auth cookie password cache offer gift contract in')

const EXPIRY = /^(?:expir(?:y|es|ed|e|ation)|periodend)$/
const CJK_EXPIRY = /有効期限|有效期|到期/
const THROTTLED = words('throttled throttling squeezed regulation regulated')
const ENDLESS = /^(?:unlimited|illimité|unbegrenzt|無制限|使い放題|不限量|无限)$/i

/** An object with more members is a table of something, not somebody's balance. */
const MOST_MEMBERS = 500

/** One object of the payload and what it says by itself. */
interface Section {
  readonly node: TreeNode
  readonly name: string
  readonly parent: Section | null
  readonly figures: DraftFigures
  expires: Draft['expires']
  unlimited: boolean | undefined
  throttled: boolean | undefined
  /** It, or an object inside it, names a role or says throttled or unlimited: its dates are about data too. */
  isAboutData: boolean
}

/**
 * Reads a payload that no shape knows, from what its keys say in English, Japanese or Chinese. A figure needs a role in
 * its key and a unit in its key, beside it or in its own text; without a unit it stays unknown and is a doubt.
 */
export function readGeneric(payload: Payload): Draft[] {
  const sections = sectionsOf(payload)
  const speaking = sections.filter(({ figures }) => Object.keys(figures).length > 0)
  const lines = speaking.filter(({ node }) => lineOf(node) !== null)
  if (lines.length > 1 && lines.length === speaking.length) {
    return lines.map((section) => ({
      ...draftOf(payload, [section], [section]),
      line: lineOf(section.node) ?? section.name,
    }))
  }
  const draft = draftOf(payload, sections, speaking)
  return saysSomething(draft) || draft.doubts.length > 0 ? [draft] : []
}

function draftOf(payload: Payload, sections: readonly Section[], speaking: readonly Section[]): Draft {
  const [first] = speaking
  const isWhole = first && speaking.every((each) => isWithin(each, first)) && !(payload.isCut && first.parent)
  const whole = isWhole ? first : undefined
  const flags = new Set(sections.map(({ throttled }) => throttled).filter((flag) => flag !== undefined))
  return payload.draft({
    total: whole?.figures,
    buckets: speaking.filter((each) => each !== whole).map(bucketOf),
    expires: whole
      ? inherited(whole, 'expires')
      : only(sections.map(({ isAboutData, expires }) => (isAboutData ? expires : undefined))),
    unlimited: whole ? inherited(whole, 'unlimited') : only(sections.map(({ unlimited }) => unlimited)),
    throttled: flags.size === 1 ? [...flags][0] : undefined,
  })
}

const bucketOf = ({ name, figures, expires, unlimited }: Section): DraftBucket =>
  bucket({ name, ...figures, expires, unlimited })

function isWithin(section: Section | null, outer: Section): boolean {
  for (let each = section; each !== null; each = each.parent) if (each === outer) return true
  return false
}

/** What the section says, or else the nearest object around it. */
function inherited<K extends 'expires' | 'unlimited'>(section: Section, key: K): Section[K] | undefined {
  for (let each: Section | null = section; each !== null; each = each.parent) {
    if (each[key] !== undefined) return each[key]
  }
  return undefined
}

const only = <T>(values: readonly (T | undefined)[]): T | undefined => {
  const [value, ...others] = values.filter((each) => each !== undefined)
  return others.length === 0 ? value : undefined
}

interface Visit {
  readonly node: TreeNode
  readonly key: string
  readonly parent: Section | null
  readonly inArray: boolean
}

/** Every object that is about data of now, outer before inner. */
function sectionsOf(payload: Payload): Section[] {
  const sections: Section[] = []
  const waiting: Visit[] = [{ node: payload.root, key: '', parent: null, inArray: false }]
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { node, key, inArray } = visit
    if (isElsewhere(key) || (inArray && ROW_DATES.some((date) => member(node, date)))) continue
    const section = node.kind === 'object' ? sectionOf(payload, visit) : visit.parent
    if (section && section !== visit.parent) sections.push(section)
    for (const each of node.members.toReversed()) {
      const isList = node.kind === 'array'
      if (each.node.members.length === 0) continue
      waiting.push({ node: each.node, key: isList ? key : each.key, parent: section, inArray: isList })
    }
  }
  return sections
}

function sectionOf(payload: Payload, { node, key, parent }: Visit): Section {
  const name = NAME_KEYS.map((each) => asText(member(node, each))).find((text) => text !== null) ?? key
  const section: Section = {
    node,
    name,
    parent,
    figures: {},
    expires: undefined,
    unlimited: undefined,
    throttled: undefined,
    isAboutData: false,
  }
  if (node.members.length > MOST_MEMBERS || isForSale(node)) return section
  for (const each of node.members) readMember(payload, section, each.key, each.node)
  section.expires = expiryOf(payload, node)
  return section
}

function markAboutData(section: Section): void {
  for (let each: Section | null = section; each !== null && !each.isAboutData; each = each.parent)
    each.isAboutData = true
}

function readMember(payload: Payload, section: Section, key: string, node: TreeNode): void {
  const keyWords = split(key)
  if (typeof node.value === 'boolean') return readFlag(section, keyWords, node)
  if (keyWords.includes('category') && /^unlimited$/i.test(asText(node) ?? '')) {
    section.unlimited = true
    markAboutData(section)
  }
  const role = roleOf(key)
  if (role === null || isElsewhere(key)) return
  const quantity = node.kind === 'object' ? VALUE_KEYS.map((each) => member(node, each)).find(isFigureLike) : node
  if (!quantity || !isFigureLike(quantity)) return
  markAboutData(section)
  if (ENDLESS.test(asText(quantity) ?? '')) section.unlimited = true
  const figure = figureOf(payload, quantity, key, node.kind === 'object' ? node : section.node)
  if (figure) settle(payload, section.figures, role, figure, quantity)
}

const isFigureLike = (node: TreeNode | null): boolean =>
  asNumber(node) !== null || amountFromText(asText(node) ?? '') !== null || ENDLESS.test(asText(node) ?? '')

function readFlag(section: Section, keyWords: readonly string[], node: TreeNode): void {
  if (keyWords.some((word) => THROTTLED.has(word))) section.throttled = asFlag(node)
  else if (!keyWords.includes('unlimited') || keyWords.some((word) => ELSEWHERE.has(word))) return
  else section.unlimited = asFlag(node)
  markAboutData(section)
}

/** The unit is in the text, in the key ("usedGb") or beside it (`unit`, `usedUnit`). */
function figureOf(payload: Payload, node: TreeNode, key: string, owner: TreeNode): Figure | undefined {
  if (ENDLESS.test(asText(node) ?? '')) return payload.unlimited(node)
  if (asNumber(node) === null) return payload.textFigure(node)
  const inKey = split(key).find((word) => KEY_UNITS.has(word))
  if (inKey !== undefined) return payload.figure(node, undeclared(inKey))
  const beside = [...UNIT_KEYS, `${key}Unit`, `${key}_unit`]
    .map((each) => member(owner, each))
    .find((each) => asText(each))
  if (!beside) return payload.doubt('no-unit', node)
  return payload.figureIn(node, beside)
}

/** Two figures for one role: the same in another unit is kept once, a different one leaves the role unsaid. */
function settle(payload: Payload, figures: DraftFigures, role: Role, figure: Figure, node: TreeNode): void {
  const known = figures[role]
  if (known === undefined) figures[role] = figure
  else if (!nearlySame(known, figure)) {
    delete figures[role]
    payload.doubt('two-figures', node)
  }
}

/** Within what counting by 1000 or by 1024 can make of one figure in two units. */
function nearlySame({ amount: one }: Figure, { amount: other }: Figure): boolean {
  if (one.kind !== 'known' || other.kind !== 'known') return one.kind === other.kind
  return Math.abs(one.lowBytes - other.lowBytes) <= 0.05 * Math.max(one.lowBytes, other.lowBytes)
}

function expiryOf(payload: Payload, node: TreeNode): Draft['expires'] {
  const dates = node.members.filter(({ key, node: value }) => isExpiry(key) && wallClockFromStamp(asText(value) ?? ''))
  const [date, ...others] = dates
  return date && others.length === 0 ? payload.date(date.node) : undefined
}

function isExpiry(key: string): boolean {
  const keyWords = split(key)
  if (keyWords.some((word) => EXPIRES_ELSEWHERE.has(word))) return false
  if (CJK_EXPIRY.test(key) || keyWords.some((word) => EXPIRY.test(word))) return true
  if (keyWords.includes('valid')) return keyWords.some((word) => ['to', 'until', 'till', 'through'].includes(word))
  return keyWords.includes('end') && (keyWords.includes('date') || keyWords.includes('period'))
}

/** The role that a key names; null for none, and where two words disagree ("allocatedUsage"). */
export function roleOf(key: string): Role | null {
  const keyWords = split(key)
  const participles = new Set(keyWords.map((word) => valueOf(PARTICIPLES, word)).filter((role) => role !== null))
  const [participle = null, ...others] = participles
  if (participle !== null) return others.length === 0 ? participle : null
  const nouns = keyWords.filter((word) => valueOf(NOUNS, word) !== null)
  const head = valueOf(NOUNS, nouns.at(-1) ?? '')
  if (head === 'used' && nouns.some((word) => word === 'allocated' || word === 'included')) return null
  if (head !== null) return head
  return CJK_ROLES.find(([pattern]) => pattern.test(key))?.[1] ?? null
}

const valueOf = <T>(table: Readonly<Record<string, T>>, word: string): T | null =>
  Object.hasOwn(table, word) ? (table[word] ?? null) : null

/** The words of a key: camelCase, snake_case, kebab-case, in lower case. */
const split = (key: string): string[] =>
  (key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase())

const isElsewhere = (key: string): boolean => split(key).some((word) => ELSEWHERE.has(word)) || CJK_ELSEWHERE.test(key)

function isForSale(node: TreeNode): boolean {
  const isPriced = node.members.some(({ key }) => split(key).some((word) => PRICES.has(word)))
  return isPriced && !node.members.some(({ key }) => ['used', 'remaining'].includes(roleOf(key) ?? ''))
}

const lineOf = (node: TreeNode): string | null =>
  LINE_KEYS.map((key) => lastFour(member(node, key))).find((text) => text !== null) ?? null
