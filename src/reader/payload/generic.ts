import { exactBytes } from '../../core/amount.ts'
import type { Figure, Grant } from '../../core/reading.ts'
import type { Draft, DraftBucket, DraftFigures } from '../decide/draft.ts'
import {
  grantOf,
  isDated,
  isElsewhere,
  isExpiry,
  isHardware,
  isLineList,
  isLineNumber,
  isPrice,
  isProseElsewhere,
  isRowDate,
  isSummary,
  isThrottledKey,
  isUnlimitedKey,
  namesOther,
  roleOf,
  sensesOf,
  unitIn,
  wordsOf,
} from './keys.ts'
import type { Role } from './keys.ts'
import { asNumber, asText, member } from '../open/tree.ts'
import type { Member, TreeNode } from '../open/tree.ts'
import { asFlag, bucket, lastFour, said, saysSomething } from './payload.ts'
import type { Payload } from './payload.ts'
import { wallClockFromStamp } from './stamps.ts'
import { amountFromText, digitsOf, unitOf } from './units.ts'

const UNIT_KEYS = ['unit', 'units', 'unitType', 'unit_type', 'dataUnit', 'data_unit', 'unitOfMeasure', 'uom']
const VALUE_KEYS = ['value', 'amount', 'units', 'quantity']
/** What else holds the figure inside an object that is named by a role: {"remaining": {"data": "3GB"}}. */
const VALUE_WORDS: ReadonlySet<string> = new Set(['data', 'internet', 'mobile', 'cellular', 'volume', 'traffic'])
const NAME_KEYS = [
  'name',
  'title',
  'label',
  'item',
  'planName',
  'plan_name',
  'bundleName',
  'packageName',
  'productName',
]
const KIND_KEYS = ['type', 'kind', 'category', 'service', 'serviceType', 'usageType', 'resourceType', 'period']

const ENDLESS = /^(?:unlimited|illimité|unbegrenzt|ilimitado|illimitato|無制限|使い放題|不限量|无限|無限|∞)$/i

/** An object with more members is a table of something, not somebody's balance. */
const MOST_MEMBERS = 500

/** One object of the payload, or the members of one that name the same grant, and what it says by itself. */
interface Section {
  readonly node: TreeNode
  readonly key: string
  readonly name: string
  readonly parent: Section | null
  /** The object that stands for a line of its own, where it or something around it does. */
  readonly line: TreeNode | null
  readonly grant: Grant | null
  /** It, or something around it, is a bucket of a kind that is not the line: roaming, carried over. */
  readonly isSpecial: boolean
  /** It stands in a list of several. */
  readonly isRow: boolean
  readonly isForSale: boolean
  /** What names the unit of the numbers in it, where it or something around it does. */
  readonly unit: TreeNode | null
  readonly figures: DraftFigures
  expires: Draft['expires']
  unlimited: boolean | undefined
  throttled: boolean | undefined
  /** It, or an object inside it, names a role or says throttled or unlimited: its dates are about data too. */
  isAboutData: boolean
}

/**
 * Reads a payload that no shape knows, from what its keys say in English, Japanese or Chinese; one draft per line. A
 * figure needs a role in its key and a unit in its key, beside it or in its own text; without a unit it stays unknown
 * and is a doubt.
 */
export function readGeneric(payload: Payload): Draft[] {
  const sections = sectionsOf(payload)
  const byLine = Map.groupBy(sections, ({ line }) => line)
  const lines = [...byLine].filter(([, own]) => own.some(isSpeaking))
  if (lines.filter(([line]) => line !== null).length > 1) {
    return lines.map(([line, own]) => said({ ...draftOf(payload, own), line: lineName(line) }))
  }
  const draft = draftOf(payload, sections)
  return saysSomething(draft) || draft.doubts.length > 0 ? [draft] : []
}

/** What the line as a whole is said to have, and the sections that said it. */
interface Whole {
  readonly figures: DraftFigures
  readonly main: Section
  readonly parts: readonly Section[]
}

function draftOf(payload: Payload, sections: readonly Section[]): Draft {
  const speaking = sections.filter(isSpeaking)
  const whole = payload.isCut
    ? enclosing(speaking, false)
    : (merged(speaking) ?? enclosing(speaking) ?? summary(speaking))
  const general = sections.filter((each) => !each.isSpecial && (!each.isForSale || isSpeaking(each)))
  const flags = new Set(sections.map(({ throttled }) => throttled).filter((flag) => flag !== undefined))
  return payload.draft({
    total: whole?.figures,
    buckets: speaking.filter((each) => !whole?.parts.includes(each)).map(bucketOf),
    expires: whole
      ? inherited(whole.main, 'expires')
      : only(general.map(({ isAboutData, expires }) => (isAboutData ? expires : undefined))),
    unlimited: whole ? inherited(whole.main, 'unlimited') : only(general.map(({ unlimited }) => unlimited)),
    throttled: flags.size === 1 ? [...flags][0] : undefined,
  })
}

/** Says figures that are somebody's: an allowance alone, with a price or in a list, is what is for sale. */
function isSpeaking({ figures, isForSale, isRow }: Section): boolean {
  if (figures.used ?? figures.remaining) return true
  return figures.allowance !== undefined && !isForSale && !isRow
}

const wholeOf = (section: Section): Whole => ({ figures: section.figures, main: section, parts: [section] })

/** The section around all others. In a cut payload only the outermost object can be it. */
function enclosing(speaking: readonly Section[], mayBeInner = true): Whole | null {
  const [first] = speaking
  if (!first || first.isSpecial || (first.parent && !mayBeInner)) return null
  return speaking.every((each) => isWithin(each, first)) ? wholeOf(first) : null
}

/** {"summary": {…}, "buckets": […]}. */
function summary(speaking: readonly Section[]): Whole | null {
  const [first, ...others] = speaking.filter(({ key, isSpecial, isRow }) => isSummary(key) && !isSpecial && !isRow)
  return first && others.length === 0 ? wholeOf(first) : null
}

/** {"plan": {"allowance": …}, "usage": {"used": …}}: one says what there was and the other what became of it. */
function merged(speaking: readonly Section[]): Whole | null {
  const [one, other, ...more] = speaking
  if (!one || !other || more.length > 0 || speaking.some(({ isSpecial, isRow }) => isSpecial || isRow)) return null
  const [plan, main] = one.figures.allowance ? [one, other] : [other, one]
  const { allowance, used, remaining } = plan.figures
  if (!allowance || used || remaining || main.figures.allowance) return null
  const most = exactBytes(allowance.amount)
  const left = main.figures.remaining ? exactBytes(main.figures.remaining.amount) : null
  if (most !== null && left !== null && left > most * 1.05) return null
  return { figures: { ...main.figures, allowance }, main, parts: [plan, main] }
}

const bucketOf = ({ name, grant, figures, expires, unlimited }: Section): DraftBucket =>
  bucket({ name, grant: grant ?? 'unknown', ...figures, expires, unlimited })

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
  /** In an array, or one of several elements of the same name. */
  readonly inList: boolean
  /** The list has other entries too. */
  readonly isRow: boolean
}

/** Every object that is about data of now, outer before inner. */
function sectionsOf(payload: Payload): Section[] {
  const sections: Section[] = []
  const waiting: Visit[] = [{ node: payload.root, key: payload.rootName, parent: null, inList: false, isRow: false }]
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { node, key, inList } = visit
    if (isElsewhere(key) || isOther(node) || (inList && isHistory(node)) || (visit.parent && isPair(node))) continue
    const own = node.kind === 'array' ? [] : readSection(payload, visit)
    for (const each of own) sections.push(each)
    for (const each of inside(visit, own[0] ?? visit.parent)) waiting.push(each)
  }
  return sections
}

function inside({ node, key }: Visit, parent: Section | null): Visit[] {
  const isArray = node.kind === 'array'
  const times = new Map<string, number>()
  for (const each of node.members) times.set(each.key, (times.get(each.key) ?? 0) + 1)
  return node.members
    .filter((each) => each.node.members.length > 0)
    .map((each) => {
      const isRow = (times.get(each.key) ?? 0) > 1
      return { node: each.node, key: isArray ? key : each.key, parent, inList: isArray || isRow, isRow }
    })
    .reverse()
}

/** A row of a history has a date or month of its own; that of a period of days is no date. */
function isHistory(node: TreeNode): boolean {
  if (node.kind === 'array') return false
  if (isDated(nameOf(node) ?? '')) return true
  return node.members.some(({ key, node: value }) => {
    if (!isRowDate(key)) return false
    return value.members.length > 0 || !/^[a-z ]*$|^\d+ ?(?:days?|日間|天)$/i.test(asText(value) ?? '0')
  })
}

/** Something else by its name, kind or members: a cloud drive, last month, voice, a computer. */
function isOther(node: TreeNode): boolean {
  if (node.kind === 'array') return false
  if (node.members.some(({ key }) => isHardware(key))) return true
  const kinds = KIND_KEYS.map((key) => asText(member(node, key)) ?? '')
  return [...kinds, nameOf(node) ?? ''].some(namesOther) || kinds.some((kind) => sensesOf(kind).includes('daily'))
}

const nameOf = (node: TreeNode): string | null =>
  NAME_KEYS.map((key) => asText(member(node, key))).find((text) => text !== null) ?? null

/** The section of an object, then one for each grant that its own members name ("carryOverRemaining"). */
function readSection(payload: Payload, visit: Visit): Section[] {
  const section = sectionOf(visit)
  const { node } = section
  if (node.members.length > MOST_MEMBERS || sells(node)) return [section]
  const byGrant = new Map<Grant | null, Section>([[null, section]])
  const members = [...node.members, ...pairsIn(node, section)]
  const owners = members.map(({ key }) => ownerOf(byGrant, section, key))
  for (const [index, each] of members.entries()) readMember(payload, owners[index] ?? section, each.key, each.node)
  for (const owner of byGrant.values()) {
    const own = members.filter((_, index) => owners[index] === owner)
    owner.expires = expiryOf(payload, owner, own)
    if (inherited(owner, 'unlimited') === true) forgetZeros(owner.figures)
  }
  return [...byGrant.values()]
}

/** {"label": "データ残量", "value": "3.2GB"}: a member whose key is written as a value. */
function isPair(node: TreeNode): boolean {
  const name = nameOf(node)
  const isValued = VALUE_KEYS.some((key) => member(node, key))
  return name !== null && isValued && roleOf(name) !== null && !node.members.some(({ key }) => roleOf(key))
}

/** The pairs in a list of the object or among its members, under their names; at the top also the object itself. */
function pairsIn(node: TreeNode, { parent }: Section): Member[] {
  const lists = node.members.filter(({ key }) => !isElsewhere(key)).map((each) => each.node)
  const rows = lists.flatMap((each) => (each.kind === 'array' ? each.members.map((row) => row.node) : [each]))
  const pairs = [...rows, ...(parent === null ? [node] : [])].filter(isPair)
  const present = pairs.filter((pair) => !isHistory(pair) && !isOther(pair))
  return present.map((pair) => ({ key: nameOf(pair) ?? '', node: pair }))
}

function sectionOf({ node, key, parent, inList, isRow }: Visit): Section {
  const name = nameOf(node)
  const isLine = (inList && isLineList(key)) || ((inList || !parent?.line) && lineNumber(node) !== null)
  const byName = name === null ? null : grantOf(name)
  const grant = grantOf(key) ?? grantOf(asText(member(node, 'category') ?? member(node, 'type')) ?? '') ?? byName
  // Everything that a seller of travel eSIMs sells is roaming, so a name with that word may be the line's own.
  const isOwn = grant === null || grant === 'plan' || (grant === byName && (grant === 'roaming' || grant === 'daily'))
  return {
    node,
    key,
    name: name ?? key,
    parent,
    line: isLine ? node : (parent?.line ?? null),
    grant: grant ?? (parent?.isSpecial ? parent.grant : null),
    isSpecial: !isOwn || (parent?.isSpecial ?? false),
    isRow: !isLine && (isRow || (parent?.isRow ?? false)),
    isForSale: sells(node) || (parent?.isForSale ?? false),
    unit: unitBeside(node, UNIT_KEYS) ?? parent?.unit ?? null,
    figures: {},
    expires: undefined,
    unlimited: undefined,
    throttled: undefined,
    isAboutData: false,
  }
}

/** Members that name another grant than their object make a bucket of their own. */
function ownerOf(byGrant: Map<Grant | null, Section>, section: Section, key: string): Section {
  const names = roleOf(key) !== null || isExpiry(key, false)
  const grant = names && !isElsewhere(key) ? grantOf(key) : null
  if (grant === null || grant === section.grant) return section
  const known = byGrant.get(grant)
  if (known) return known
  const isSpecial = section.isSpecial || grant !== 'plan'
  const part = { ...section, parent: section, grant, isSpecial, name: key, figures: {} }
  byGrant.set(grant, part)
  return part
}

function markAboutData(section: Section): void {
  for (let each: Section | null = section; each !== null && !each.isAboutData; each = each.parent)
    each.isAboutData = true
}

function readMember(payload: Payload, section: Section, key: string, node: TreeNode): void {
  if (readFlag(section, key, node)) return markAboutData(section)
  const role = roleOf(key)
  if (role === null || isElsewhere(key) || isTotalOfOneRole(section, role, key)) return
  const inner = node.kind === 'object' ? valueInside(node) : null
  const quantity = node.kind === 'object' ? (inner?.node ?? null) : node
  if (!quantity || !isFigureLike(quantity)) return
  markAboutData(section)
  if (ENDLESS.test(asText(quantity) ?? '')) section.unlimited = true
  const unit = unitBeside(node, UNIT_KEYS) ?? unitBeside(section.node, [`${key}Unit`, `${key}_unit`]) ?? section.unit
  const figure = figureOf(payload, quantity, unitIn(inner?.key ?? '') ?? unitIn(key), unit)
  if (figure) settle(payload, section.figures, role, figure, quantity)
}

/** {"usage": {"total": "5GB"}} may be all that was used or all that there is. */
function isTotalOfOneRole({ key, node }: Section, role: Role, memberKey: string): boolean {
  const around = roleOf(key)
  if (role !== 'allowance' || !wordsOf(memberKey).includes('total') || !around || around === 'allowance') return false
  return !node.members.some((each) => ['used', 'remaining'].includes(roleOf(each.key) ?? ''))
}

const valueInside = (node: TreeNode) =>
  node.members.find(({ key, node: value }) => {
    const isValue = VALUE_KEYS.includes(key) || wordsOf(key).every((word) => VALUE_WORDS.has(word) || unitIn(word))
    return isValue && /[a-z]/i.test(key) && isFigureLike(value)
  })

const unitBeside = (node: TreeNode, keys: readonly string[]): TreeNode | null =>
  keys.map((key) => member(node, key)).find((each) => asText(each)) ?? null

function isFigureLike(node: TreeNode): boolean {
  const text = asText(node) ?? ''
  return asNumber(node) !== null || digitsOf(text) !== null || amountFromText(text) !== null || ENDLESS.test(text)
}

/** True when the member says throttled or unlimited. */
function readFlag(section: Section, key: string, node: TreeNode): boolean {
  const flag = asFlag(node)
  if (flag !== undefined && isThrottledKey(key)) section.throttled = flag
  else if (flag !== undefined && isUnlimitedKey(key)) section.unlimited = flag
  else if (wordsOf(key).includes('category') && /^unlimited$/i.test(asText(node) ?? '')) section.unlimited = true
  else return false
  return true
}

/** The unit is in the text, in the key ("usedGb"), beside it (`unit`, `usedUnit`) or in the nearest object around. */
function figureOf(payload: Payload, node: TreeNode, inKey: string | null, beside: TreeNode | null): Figure | undefined {
  const text = asText(node) ?? ''
  if (ENDLESS.test(text)) return payload.unlimited(node)
  if (asNumber(node) === null && digitsOf(text) === null) return payload.textFigure(node)
  if (inKey === null) return beside ? payload.figureIn(node, beside) : payload.doubt('no-unit', node)
  const other = unitOf(asText(beside) ?? '')
  if (other && other.power !== unitOf(inKey)?.power) return payload.doubt('no-unit', node)
  return payload.figureIn(node, inKey)
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

/** An unlimited plan answers 0 of 0, which is not "empty". */
function forgetZeros(figures: DraftFigures): void {
  for (const role of ['allowance', 'remaining'] as const) {
    if (figures[role] && exactBytes(figures[role].amount) === 0) delete figures[role]
  }
}

function expiryOf(payload: Payload, { figures }: Section, members: TreeNode['members']): Draft['expires'] {
  const hasBalance = (figures.remaining ?? figures.allowance) !== undefined
  const dates = members.filter(({ key, node }) => isExpiry(key, hasBalance) && wallClockFromStamp(asText(node) ?? ''))
  const [date, ...others] = dates
  return date && others.length === 0 ? payload.date(date.node) : undefined
}

function sells(node: TreeNode): boolean {
  if (node.members.length > MOST_MEMBERS || !node.members.some(({ key }) => isPrice(key))) return false
  return !node.members.some(({ key }) => ['used', 'remaining'].includes(roleOf(key) ?? ''))
}

const lineNumber = (node: TreeNode): string | null =>
  node.members
    .filter(({ key }) => isLineNumber(key))
    .map(({ node: value }) => lastFour(value))
    .find((text) => text !== null && /^\d{4}$/.test(text)) ?? null

const lineName = (node: TreeNode | null): string | undefined =>
  (node && (lineNumber(node) ?? nameOf(node))) ?? undefined

const PHRASE = { letter: /\p{L}/u, unspaced: /\p{Lo}/u, blank: /\s/ }

/**
 * The phrases of a payload for the text grammar, where its keys say nothing: {"message": "残り3.2GBです"}. As long as
 * `text`, the payload itself, so that places stay valid: each phrase stands where it stood, on a line of its own, and
 * all else is blank. "" when there is no phrase.
 */
export function readableText(root: TreeNode, text: string): string {
  const pieces: string[] = []
  let at = 0
  for (const node of phrasesOf(root)) {
    const phrase = String(node.value)
      .replace(/\r\n?/g, '\n')
      .slice(0, node.end - node.start)
    if (node.start <= at) continue
    pieces.push(`${' '.repeat(node.start - at - 1)}\n`, phrase, ' '.repeat(node.end - node.start - phrase.length))
    at = node.end
  }
  if (at === 0) return ''
  return at === text.length ? pieces.join('') : `${pieces.join('')}\n${' '.repeat(text.length - at - 1)}`
}

function phrasesOf(root: TreeNode): TreeNode[] {
  const phrases: TreeNode[] = []
  const waiting = [{ key: '', node: root }]
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const { key, node } = each
    if (isProseElsewhere(key)) continue
    if (isPhrase(node)) phrases.push(node)
    for (const inner of node.members) waiting.push({ key: inner.key || key, node: inner.node })
  }
  return phrases.sort((one, other) => one.start - other.start)
}

function isPhrase({ kind, value }: TreeNode): boolean {
  if (kind !== 'string') return false
  const text = String(value)
  return PHRASE.unspaced.test(text) || (PHRASE.blank.test(text.trim()) && PHRASE.letter.test(text))
}
