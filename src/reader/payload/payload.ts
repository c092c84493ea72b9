import { UNLIMITED } from '../../core/amount.ts'
import type { Amount, Base } from '../../core/amount.ts'
import type { Doubt, DoubtCode, Figure, WallClock } from '../../core/reading.ts'
import type { Draft, DraftBucket, DraftFigures } from '../decide/draft.ts'
import { asNumber, asText, member, printed } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { wallClockFromStamp } from './stamps.ts'
import { amountFromText, bytesOf, digitsOf, knownAmount, unitOf } from './units.ts'

/** What one step of a field counts. `declared` says that the API's documentation fixes the base. */
export interface Measure {
  readonly unit: string
  readonly base: Base
  readonly declared: boolean
}

/** Plain bytes, as a documented API counts them. */
export const BYTES: Measure = { unit: 'B', base: 1000, declared: true }

/** A unit whose base the API documents ("MB at 1024"). */
export const declared = (unit: string, base: Base): Measure => ({ unit, base, declared: true })

/** A unit whose base nobody documents: 1000 until a carrier says otherwise. */
export const undeclared = (unit: string): Measure => ({ unit, base: 1000, declared: false })

/** Which member of an object holds which figure. */
export type Roles = Partial<Record<keyof DraftFigures, string>>

/** A field set only where it was said: what `Draft` and `DraftBucket` want. */
type Maybe<T> = { [K in keyof T]?: T[K] | undefined }

/** A payload while a shape reads it: finds objects by their keys and quotes figures with the place they stand at. */
export class Payload {
  readonly root: TreeNode
  /** The payload was cut off: what is missing might have been a newer month, another bucket or another line. */
  readonly isCut: boolean
  private readonly text: string
  private readonly rule: string
  private readonly objectsByKey: ReadonlyMap<string, readonly TreeNode[]>
  private doubts: Doubt[] = []

  constructor(
    root: TreeNode,
    text: string,
    rule = '',
    objectsByKey: ReadonlyMap<string, readonly TreeNode[]> = indexKeys(root),
  ) {
    this.root = root
    this.isCut = isCut(root, text)
    this.text = text
    this.rule = rule
    this.objectsByKey = objectsByKey
  }

  /** Name of an XML payload's root element, which the tree does not keep; "" for every other payload. */
  get rootName(): string {
    return /^<([^\s/>]{1,100})/.exec(this.text.slice(this.root.start, this.root.start + 101))?.[1] ?? ''
  }

  /** The same payload, quoted under the name of a shape. */
  under(rule: string): Payload {
    return new Payload(this.root, this.text, rule, this.objectsByKey)
  }

  /** Every object, at any depth and in order, that has all these keys. */
  having(first: string, ...others: string[]): readonly TreeNode[] {
    const found = this.objectsByKey.get(first) ?? []
    return others.length === 0 ? found : found.filter((node) => others.every((key) => member(node, key)))
  }

  has(first: string, ...others: string[]): boolean {
    return this.having(first, ...others).length > 0
  }

  /** A number, or a string that is one, in a unit the API documents. Negative, empty and absurd values are not said. */
  figure(node: TreeNode | null, measure: Measure): Figure | undefined {
    const unit = unitOf(measure.unit)
    if (!node || !unit || asNumber(node) === null) return undefined
    const digits = node.kind === 'string' ? String(node.value).trim() : printed(this.text, node)
    const bytes = bytesOf(digits.replace(/^\+/, ''), unit, measure.base)
    if (bytes === null) return this.doubt('implausible', node)
    return this.quote(
      knownAmount(bytes, printed(this.text, node), unit.base ?? measure.base, measure.declared || unit.base !== null),
      [node],
    )
  }

  /** A string that prints its own unit ("17.47GB"), or the part of one that is `shown`. */
  textFigure(
    node: TreeNode | null,
    base: Base = 1000,
    baseDeclared = false,
    shown = asText(node)?.trim(),
  ): Figure | undefined {
    const amount = shown ? amountFromText(shown.trim(), base, baseDeclared) : null
    return node && amount ? this.quote(amount, [node]) : undefined
  }

  /** A number beside a member or a word that names its unit; the number may use thousands separators. */
  figureIn(
    node: TreeNode | null,
    unit: TreeNode | string | null,
    base: Base = 1000,
    baseDeclared = false,
  ): Figure | undefined {
    const name = typeof unit === 'string' ? unit : asText(unit)
    if (!name || !unitOf(name)) return undefined
    if (asNumber(node) !== null) return this.figure(node, { unit: name, base, declared: baseDeclared })
    const digits = digitsOf(asText(node) ?? '')
    return digits === null ? undefined : this.textQuote(node, `${digits}${name}`, base, baseDeclared)
  }

  private textQuote(node: TreeNode | null, written: string, base: Base, baseDeclared: boolean): Figure | undefined {
    const amount = amountFromText(written, base, baseDeclared)
    return node && amount ? this.quote({ ...amount, shown: printed(this.text, node) }, [node]) : undefined
  }

  /** Download plus upload and the like; not said unless every part is. */
  sum(nodes: readonly (TreeNode | null)[], measure: Measure): Figure | undefined {
    const figures = nodes.map((node) => this.figure(node, measure))
    let bytes = 0
    for (const figure of figures) {
      if (figure?.amount.kind !== 'known') return undefined
      bytes += figure.amount.lowBytes
    }
    const parts = nodes.filter((node) => node !== null)
    const shown = parts.map((node) => printed(this.text, node)).join(' + ')
    const plain = bytesOf(String(bytes), { power: 0, base: null }, 1000)
    if (plain === null || parts.length === 0) return undefined
    return this.quote(knownAmount(plain, shown, measure.base, measure.declared), parts)
  }

  /** The figures of one object, by the names of its members. */
  figures(node: TreeNode | null, measure: Measure, { allowance, used, remaining }: Roles): DraftFigures {
    const one = (key: string | undefined) => (key === undefined ? undefined : this.figure(member(node, key), measure))
    return said({ allowance: one(allowance), used: one(used), remaining: one(remaining) })
  }

  unlimited(node: TreeNode): Figure {
    return this.quote(UNLIMITED, [node])
  }

  quote(amount: Amount, nodes: readonly TreeNode[]): Figure {
    const places = nodes.map(({ start, end }) => ({ start, end }))
    const label = nodes.map((node) => keyPath(this.root, node)).join(' + ')
    return { amount, provenance: { places, label, rule: this.rule } }
  }

  /** A date as machines print it; impossible ones are not said. A printed "Z" means UTC whatever `zone` says. */
  date(node: TreeNode | null, zone = 'Asia/Tokyo'): WallClock | undefined {
    const text = typeof node?.value === 'number' ? printed(this.text, node) : asText(node)
    return node && text ? this.wallClock(node, wallClockFromStamp(text), zone) : undefined
  }

  wallClock(node: TreeNode, at: string | null, zone = 'Asia/Tokyo'): WallClock | undefined {
    if (at === null) return this.doubt('impossible-date', node)
    return { at, zone: /(?:Z|\+00:00)$/.test(at) ? 'UTC' : zone, places: [{ start: node.start, end: node.end }] }
  }

  doubt(code: DoubtCode, { start, end }: TreeNode): undefined {
    this.doubts.push({ code, place: { start, end } })
    return undefined
  }

  /** A draft of what was said, with the doubts that came up since the last one. */
  draft(parts: Maybe<Omit<Draft, 'doubts'>>): Draft {
    const { doubts } = this
    this.doubts = []
    return { total: {}, buckets: [], ...said(parts), doubts }
  }

  /** The draft of a line of which only buckets are told: a single bucket for everything is the line. */
  draftOf(buckets: DraftBucket[], parts: Maybe<Omit<Draft, 'doubts' | 'buckets'>> = {}): Draft {
    const [only] = buckets
    const isWholeLine = buckets.length === 1 && only?.grant !== 'appOnly' && !this.isCut
    if (!only || !isWholeLine) return this.draft({ ...parts, buckets })
    const { allowance, used, remaining, expires, unlimited } = only
    return this.draft({ total: said({ allowance, used, remaining }), expires, unlimited, ...said(parts), buckets })
  }

  /** Drops drafts that say nothing, and names the lines where there are several. */
  lines(
    nodes: readonly TreeNode[],
    read: (node: TreeNode) => Draft,
    nameOf: (node: TreeNode) => string | null,
  ): Draft[] {
    const drafts = nodes
      .map((node) => ({ draft: read(node), name: nameOf(node) }))
      .filter(({ draft }) => saysSomething(draft))
    if (drafts.length < 2 && !this.isCut) return drafts.map(({ draft }) => draft)
    return drafts.map(({ draft, name }) => (name === null ? draft : { ...draft, line: name }))
  }
}

/** The members of an object that are not undefined. */
export const said = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/** A bucket of what was said; `grant` is unknown unless given. */
export const bucket = (parts: Maybe<DraftBucket>): DraftBucket => ({ name: '', grant: 'unknown', ...said(parts) })

/** True when a draft has anything that a reading would tell. */
export const saysSomething = ({ total, buckets, expires, unlimited, throttled }: Draft): boolean =>
  buckets.length > 0 ||
  Object.keys(total).length > 0 ||
  [expires, unlimited, throttled].some((each) => each !== undefined)

/** The last four characters of a number that names a line (phone number, ICCID), never more of it. */
export const lastFour = (node: TreeNode | null): string | null =>
  typeof node?.value === 'number' ? String(node.value).slice(-4) : (asText(node)?.slice(-4) ?? null)

/** The value of a boolean leaf, or of a text that is one ("true", あり, 否); undefined for everything else. */
export function asFlag(node: TreeNode | null): boolean | undefined {
  if (typeof node?.value === 'boolean') return node.value
  const text = asText(node) ?? ''
  if (/^(?:true|yes|あり|有|是|制限中|限速中)$/i.test(text)) return true
  return /^(?:false|no|なし|無し|无|無|否)$/i.test(text) ? false : undefined
}

/** True when an object or array on the right edge lacks its closing bracket. */
function isCut(root: TreeNode, text: string): boolean {
  for (let node: TreeNode | undefined = root; node !== undefined; node = node.members.at(-1)?.node) {
    const opening = text[node.start]
    const isBracketed = node.kind !== 'string' && (opening === '{' || opening === '[')
    const last = node.members.at(-1)?.node
    if (isBracketed && (!/[}\]]/.test(text[node.end - 1] ?? '') || last?.end === node.end)) return true
  }
  return false
}

function indexKeys(root: TreeNode): Map<string, TreeNode[]> {
  const objects = new Map<string, TreeNode[]>()
  const waiting = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'object')
      for (const key of new Set(node.members.map((each) => each.key))) note(objects, key, node)
    for (const each of node.members.toReversed()) waiting.push(each.node)
  }
  return objects
}

function note(objects: Map<string, TreeNode[]>, key: string, node: TreeNode): void {
  const known = objects.get(key)
  if (known) known.push(node)
  else objects.set(key, [node])
}

/**
 * The way from the root to a node: "data[1].remaining". Nodes stand in order, so each level is a binary search; by
 * their ends, since an XML attribute stands before the text that it belongs to.
 */
function keyPath(root: TreeNode, target: TreeNode): string {
  let path = ''
  for (let node = root; node !== target;) {
    const at = firstEndingFrom(node, target.end)
    const next = node.members[at]
    if (next === undefined) return path
    path += node.kind === 'array' ? `[${at}]` : path === '' ? next.key : `.${next.key}`
    node = next.node
  }
  return path
}

function firstEndingFrom({ members }: TreeNode, offset: number): number {
  let low = 0
  let high = members.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((members[middle]?.node.end ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}
