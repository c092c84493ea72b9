import type { Doubt, Grant, Place } from '../core/reading.ts'
import { CONTEXTS, type Surroundings } from './contexts.ts'
import { isStrong, type Label, type Site, type Tie } from './claim.ts'
import {
  hasSites,
  isTransparent,
  isValue,
  labelToLeft,
  pureLabel,
  type Cell,
  type Clause,
  type DateSite,
  type Item,
  type Row,
} from './layout.ts'
import type { WordSense } from './lexicon.ts'
import { pairUp } from './pairs.ts'
import { SenseSet } from './sense-set.ts'
import { TYING_RULES, type Page } from './rules.ts'
import { placeOfToken } from './token.ts'

/** A figure that a label explains. */
export interface Claim extends Tie {
  readonly site: Site
  readonly bucket: BucketKey
}

/** Which bucket a claim is about; `grant` null means the line as a whole. */
export interface BucketKey {
  readonly grant: Grant | null
  readonly name: string
  /** Which heading named it; null when the label itself did. */
  readonly section: number | null
  /** Where the name stands; null when there is none. */
  readonly place: Place | null
}

/** A state said in words: 使い切りました, 無制限, 速度制限中. */
export interface StateClaim {
  readonly sense: 'exhausted' | 'unlimited' | 'throttled' | 'unthrottled'
  readonly item: Item
  readonly bucket: BucketKey
  /** Nothing else stands in its row: counts only beside figures of the line. */
  readonly alone: boolean
  readonly row: Row
}

/** A date that ends a bucket or the line, or that its figures are of. */
export interface DateClaim {
  readonly kind: 'expires' | 'asOf'
  readonly site: DateSite
  readonly bucket: BucketKey
}

/** All that the text says, each with its place, before anything is weighed. */
export interface Ties {
  readonly claims: Claim[]
  readonly states: StateClaim[]
  readonly dates: DateClaim[]
  readonly doubts: Doubt[]
  /** Every amount printed with a unit, tied or not. */
  readonly printed: Site[]
  /** Figures of data that nothing explains, offers aside: one of them may be another bucket. */
  readonly untold: Site[]
  /** Speeds that are said to hold now, or at least not under a condition. */
  readonly speeds: { readonly item: Item; readonly row: Row }[]
}

const WHOLE_LINE: BucketKey = { grant: null, name: '', section: null, place: null }

/** What the text says about one line. */
export interface LineTies extends Ties {
  /** The last four digits of its number; null where the text does not tell lines apart. */
  readonly line: string | null
}

const noTies = (line: string | null): LineTies => ({
  line,
  claims: [],
  states: [],
  dates: [],
  doubts: [],
  printed: [],
  untold: [],
  speeds: [],
})

/** Relates the figures, states and dates of a laid-out text to their labels: one set for each line that it tells of. */
export function tie(rows: readonly Row[], text: string): LineTies[] {
  pairUp(rows)
  const page = { rows }
  const sections = new Sections(text)
  const lines = [noTies(null)]
  for (const row of rows) {
    const number = mobileNumberIn(row, text)
    if (number !== null) lines.push(noTies(number))
    const ties = lines.at(-1)!
    sections.enter(row, rows[row.index + 1])
    const dated = isDated(row)
    for (const cell of row.cells)
      for (const clause of cell.clauses) {
        const around: Surroundings = { heading: sections.heading, sells: sells(clause), dated }
        for (const site of clause.sites) tieSite(site, page, around, sections, ties)
        tieStates(clause, page, around, sections, ties)
      }
    for (const cell of row.cells)
      for (const clause of cell.clauses) for (const date of clause.dates) tieDate(date, page, sections, ties)
  }
  return tellApart(lines)
}

/** Several numbers with figures of their own are several lines; one number, or one that only heads the page, changes nothing. */
function tellApart(lines: readonly LineTies[]): LineTies[] {
  const byNumber = new Map<string | null, LineTies>()
  for (const each of lines) {
    const known = byNumber.get(each.line)
    byNumber.set(each.line, known ? joined([known, each]) : each)
  }
  const told = [...byNumber.values()].filter((each) => each.claims.length > 0 || each.states.length > 0)
  if (told.filter((each) => each.line !== null).length > 1) return told
  return [{ ...joined(lines), line: null }]
}

function joined(several: readonly LineTies[]): LineTies {
  const [first] = several
  if (several.length === 1) return first!
  return {
    line: first!.line,
    claims: several.flatMap((each) => each.claims),
    states: several.flatMap((each) => each.states),
    dates: several.flatMap((each) => each.dates),
    doubts: several.flatMap((each) => each.doubts),
    printed: several.flatMap((each) => each.printed),
    untold: several.flatMap((each) => each.untold),
    speeds: several.flatMap((each) => each.speeds),
  }
}

/** Last four digits of a mobile number (060 to 090) that a row has; service numbers are none. */
function mobileNumberIn(row: Row, text: string): string | null {
  for (const cell of row.cells)
    for (const clause of cell.clauses)
      for (const item of clause.items) {
        if (item.token.kind !== 'phone') continue
        const number = text.slice(item.token.start, item.token.end)
        if (/^0[6-9]0/.test(number)) return number.slice(-4)
      }
  return null
}

/** A text that tells more figures than this is a table of something else, and more doubts help nobody. */
const MOST_CLAIMS = 200
const MOST_DOUBTS = 100

function tieSite(site: Site, page: Page, around: Surroundings, sections: Sections, ties: Ties): void {
  if (ties.claims.length >= MOST_CLAIMS || ties.doubts.length >= MOST_DOUBTS) return
  const place = placeOfToken(site.item.token)
  if (site.item.token.kind === 'amount' && !site.item.token.amount!.refused) ties.printed.push(site)
  const found = site.part ? tieWhole(site, page) : firstTie(site, page)
  if (!found) {
    if (site.item.token.kind === 'amount') {
      ties.doubts.push({ code: 'no-label', place })
      if (!around.sells && !site.item.token.amount!.weak) ties.untold.push(site)
    }
    return
  }
  const context = CONTEXTS.find((candidate) => candidate.refuses(site, found, around))
  if (context?.name === 'bound' && found.label?.grant) ties.untold.push(site)
  if (context) ties.doubts.push({ code: context.doubt, place })
  else ties.claims.push({ ...found, site, bucket: sections.bucketOf(found, site, ties.claims) })
}

function firstTie(site: Site, page: Page): Tie | null {
  for (const rule of TYING_RULES) {
    const found = rule.tie(site, page)
    if (found) return { ...found, rule: rule.name }
  }
  return null
}

/** Y of "X / Y" is the allowance of what X is a part of, whichever label X has. */
function tieWhole(site: Site, page: Page): Tie | null {
  const part = firstTie(site.part!, page)
  if (!part) return null
  const label = part.label && isStrong(part.role) ? { ...part.label, role: 'allowance' as const } : part.label
  return { role: 'allowance', label, rule: 'whole-of', strength: part.strength }
}

// ---- surroundings

const hasPrice = (clause: Clause): boolean =>
  clause.senses.has('offer') || clause.items.some((item) => item.token.kind === 'money')

function sells(clause: Clause): boolean {
  const { cell } = clause
  return (
    cell.clauses.some(
      (other) => (other === clause || other.parent === clause || other === clause.parent) && hasPrice(other),
    ) || cell.row.cells.some((other) => other !== cell && other.clauses.some(hasPrice))
  )
}

/** 2026年10月 | 5.2GB: the first thing in the row is a date without any word beside it. */
function isDated(row: Row): boolean {
  const clause = row.cells[0]?.clauses[0]
  const date = clause?.dates[0]
  return (
    date !== undefined &&
    date.index === 0 &&
    date.before === null &&
    date.after === null &&
    (row.cells.length > 1 || clause!.sites.length > 0) &&
    (date.token.date?.at?.length ?? 0) <= 10
  )
}

const HEADING_SENSES: readonly WordSense[] = [
  'past',
  'example',
  'storage',
  'otherService',
  'offer',
  'givenAway',
  'notData',
]

/** データチャージサイト, 追加データ購入のお知らせ: the whole page's title names no bucket in it. */
const TITLE = /(?:サイト|ページ|お知らせ|ご案内|照会)\s*$/

/** Keeps track of the heading that rows stand under: it names their bucket, or makes them no balance. */
class Sections {
  heading = new SenseSet()
  bucket: BucketKey = WHOLE_LINE
  #block = -1
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  enter(row: Row, below: Row | undefined): void {
    const opensBlock = row.block !== this.#block
    this.#block = row.block
    if (row.cells.length !== 1) return
    const bare = row.figures === 0
    const goesOn = bare && (this.#continues(row) || isTransparent(row.cells[0]!))
    if (bare && !this.#continues(row) && (opensBlock || !goesOn)) this.bucket = WHOLE_LINE
    this.#noteHeading(row, bare, goesOn)
    const label = headingLabel(row) ?? productLabel(row, below)
    const { start, end } = row.cells[0]!.place
    if (!label || isStrong(label.role) || TITLE.test(this.#text.slice(start, end))) return
    if (bare && isCycleData(row.cells[0]!, label)) this.bucket = this.#named('plan', row.cells[0]!.place, row.index)
    else if (label.grant) this.bucket = this.#named(label.grant, row.cells[0]!.place, row.index)
    else if (bare) this.bucket = WHOLE_LINE
  }

  /** A short row without figures says what the rows below are about; one with figures may say so too, of storage and of other services. */
  #noteHeading(row: Row, bare: boolean, goesOn: boolean): void {
    const { place } = row.cells[0]!
    if (row.senses.has('example') && this.#text.slice(place.end - 1, place.end + 1).includes(':'))
      this.heading.add('example')
    const counts = isShort(row) || row.senses.has('example')
    const senses = new SenseSet()
    if (counts)
      for (const sense of HEADING_SENSES)
        if (row.senses.has(sense) && !(sense === 'past' && row.senses.has('thisCycle'))) senses.add(sense)
    if (bare && (!goesOn || !senses.isEmpty)) this.heading = senses
    if (bare || hasPrices(row)) return
    for (const sense of ['storage', 'otherService'] as const)
      if (senses.has(sense) && (row.saysRole || !row.senses.has('storage'))) this.heading.add(sense)
  }

  /** 10GBを超えたため: it happened, unlike 10GBを超えると. */
  givesReason({ token }: Item): boolean {
    return /^[^、。\n]{0,8}(?:ため|ので)/.test(this.#text.slice(token.start, token.start + 12))
  }

  /** データ残量がありません is one word, with what it is about in it. */
  startsWithData({ token }: Item): boolean {
    return /^(?:データ|パケット)/.test(this.#text.slice(token.start, token.end))
  }

  named(label: Label): BucketKey {
    return label.grant ? this.#named(label.grant, label.namePlace ?? label.place, null) : WHOLE_LINE
  }

  /** A label of a figure below it does not end a section; any other text that opens a block does. */
  #continues(row: Row): boolean {
    const label = pureLabel(row.cells[0])
    return label !== null && label.role !== null && label.role !== 'planName' && label.grant === null
  }

  #named(grant: Grant, { start, end }: Place, section: number | null): BucketKey {
    const name = this.#text.slice(start, end)
    const blanks = name.length - name.trimStart().length
    return {
      grant,
      name: name.trim(),
      section,
      place: { start: start + blanks, end: start + blanks + name.trim().length },
    }
  }

  /** The bucket of a claim: its own label names it, else the heading; 合計 is always the line. */
  bucketOf(found: Tie, site: Site, claims: readonly Claim[]): BucketKey {
    const { label } = found
    if (label?.total && (!label.grant || label.grant === 'plan' || label.grant === 'roaming')) return WHOLE_LINE
    if (label?.period === 'today') return this.#named('daily', label.place, null)
    const outer = site.clause.parent?.items
      .slice(0, site.clause.parentIndex)
      .findLast((item) => item.kind === 'label')?.label
    if (label && !label.grant && !label.total && outer?.grant)
      return this.#named(outer.grant, outer.namePlace ?? outer.place, null)
    if (label?.grant) return this.#named(label.grant, label.namePlace ?? label.place, null)
    const { cell } = site.clause
    const side = labelToLeft(cell)
    if (
      label &&
      side &&
      !label.total &&
      !isStrong(side.role) &&
      side.role !== 'volume' &&
      (side.grant || side.thisCycle)
    )
      return this.#named(side.grant ?? 'plan', side.place, cell.row.index)
    return this.#sameSubject(found, site, claims) ?? this.bucket
  }

  /** 国内流量共100GB，剩余80GB: a sentence goes on about the bucket that it named, as long as it tells another of its figures. */
  #sameSubject(found: Tie, site: Site, claims: readonly Claim[]): BucketKey | null {
    const last = claims.at(-1)
    if (
      !last?.bucket.grant ||
      last.bucket.section !== null ||
      last.site.clause.cell !== site.clause.cell ||
      last.role === found.role
    )
      return null
    const goesOn = last.site.clause === site.clause || last.site.clause === site.clause.parent
    return goesOn && found.label !== null && found.label.namePlace === null ? last.bucket : null
  }
}

const hasPrices = (row: Row): boolean =>
  row.cells.some((cell) => cell.clauses.some((clause) => clause.items.some((item) => item.kind === 'foreign')))

const isShort = (row: Row): boolean => row.cells[0]!.place.end - row.cells[0]!.place.start <= 40

/** 漫遊數據通行證 日本: a bare row that begins with a bucket's name. */
function namedBy(cell: Cell): Label | null {
  if (cell.clauses.length !== 1) return null
  const { items } = cell.clauses[0]!
  const [first] = items
  if (!first?.label?.grant) return null
  const bare =
    cell.otherLength <= 16 &&
    items.every((item) => item.kind === 'label' || item.kind === 'other') &&
    cell.clauses.every((clause) => clause.dates.length === 0)
  return bare && items.every((item) => !item.label?.role) ? first.label : null
}

/** 月間データ, 今月のデータ: what the plan gives, where other data has headings too. */
const isCycleData = (cell: Cell, label: Label): boolean =>
  label.thisCycle &&
  !label.role &&
  !label.grant &&
  label.namePlace !== null &&
  cell.otherLength === 0 &&
  cell.clauses.length === 1 &&
  cell.clauses[0]!.items.length === 1

/** The label of a row that is a heading: 追加データ, or データ追加20GB（30日間） as a topping is called. */
function headingLabel(row: Row): Label | null {
  const [cell] = row.cells
  if (!cell || !isShort(row) || cell.clauses.some((clause) => clause.senses.has('expires'))) return null
  const label = pureLabel(cell) ?? namedBy(cell)
  if (label) return label
  const first = cell.clauses[0]?.items[0]
  const names = first?.kind === 'label' && first.label!.grant !== null && !isStrong(first.label!.role)
  const only = cell.clauses.every((clause) =>
    clause.items.every((item) => item.kind !== 'state' && (item.kind !== 'label' || !isStrong(item.label!.role))),
  )
  const isProduct = cell.clauses.some((clause) =>
    clause.items.some(
      (item, i) =>
        (first?.label?.grant === 'topUp' && item.token.kind === 'count') ||
        (item.kind === 'figure' && clause.items[i + 1]?.label?.grant) ||
        (item.kind === 'figure' && clause.parent !== null),
    ),
  )
  return names && only && isProduct ? first.label : null
}

/** データボーナス 3.5GB with 残り 3.50GB below it: a product's name and size, when what is left fits into it. */
function productLabel(row: Row, below: Row | undefined): Label | null {
  const [clause] = row.cells[0]!.clauses
  const [name, size] = (clause?.items ?? []).filter((item) => item.kind !== 'other')
  const left = below?.cells[0]?.clauses[0]
  if (
    !name?.label ||
    clause!.sites.length !== 1 ||
    clause!.items.at(-1) !== size ||
    row.cells[0]!.clauses.length > 1 ||
    size?.kind !== 'figure' ||
    left?.sites.length !== 1
  )
    return null
  const isProduct =
    (name.label.grant === 'topUp' || name.label.grant === 'gift' || name.label.grant === 'roaming') && !name.label.role
  const label = left.items.find((item) => item.label)?.label
  const fits = left.sites[0]!.item.token.amount!.bytes <= size.token.amount!.bytes
  return isProduct && fits && label?.role === 'remaining' && label.grant === null && label.namePlace === null
    ? name.label
    : null
}

// ---- states

/** A condition (or an example, another service) before the state or beside it; after a comma it speaks of something else: 已用完，可能受到影响. */
function isConditional(clause: Clause, at: number, sections: Sections): boolean {
  const comma = clause.items.findIndex((item, i) => i > at && item.kind === 'comma')
  return clause.items
    .slice(0, comma < 0 ? undefined : comma)
    .some(
      (item, i) =>
        STATE_REFUSALS.has(item.token.sense) ||
        (i < at && ((item.token.sense === 'over' && !sections.givesReason(item)) || item.label?.period === 'past')),
    )
}

const HEADINGS_WITHOUT_STATES: readonly WordSense[] = ['past', 'example', 'storage', 'otherService']
const STATE_REFUSALS: ReadonlySet<string> = new Set(['condition', 'example', 'storage', 'otherService'])

/** 100% used is nothing left. */
function isAllUsed(clause: Clause, at: number): boolean {
  const item = clause.items[at]!
  if (item.kind !== 'percent' || item.token.amount?.mantissa !== 100 || item.token.amount.decimals > 0) return false
  return [clause.items[at - 1], clause.items[at + 1]].some((beside) => beside?.label?.role === 'used')
}

function tieStates(clause: Clause, page: Page, around: Surroundings, sections: Sections, ties: Ties): void {
  for (const [i, item] of clause.items.entries()) {
    if (item.token.kind === 'speed' && !isConditional(clause, i, sections) && !clause.senses.has('offer'))
      ties.speeds.push({ item, row: clause.cell.row })
    if (item.kind !== 'state' && !isAllUsed(clause, i)) continue
    const sense = item.kind === 'state' ? (item.token.sense as StateClaim['sense']) : 'exhausted'
    const unlimited = sense === 'unlimited' && isUnlimitedNow(clause, i, around, page)
    const refused =
      isConditional(clause, i, sections) || HEADINGS_WITHOUT_STATES.some((said) => around.heading.has(said))
    if (
      refused ||
      (sense === 'exhausted' && !aboutData(clause, item, sections)) ||
      (sense === 'unlimited' && !unlimited)
    )
      continue
    const label = clause.items.slice(0, i).findLast((before) => before.kind === 'label')?.label
    const beside = ties.claims.findLast((claim) => claim.site.clause === clause)
    const bucket = label?.grant ? sections.named(label) : (beside?.bucket ?? sections.bucket)
    ties.states.push({ sense, item, bucket, alone: unlimited === 'alone', row: clause.cell.row })
  }
}

const ABOUT_DATA: readonly WordSense[] = [
  'data',
  'allowance',
  'capacity',
  'volume',
  'remaining',
  'used',
  'plan',
  'topUp',
  'roaming',
]

/** 使い切りました speaks of data unless the clause speaks of minutes, points or money. */
function aboutData(clause: Clause, state: Item, sections: Sections): boolean {
  if (clause.senses.has('notData')) return false
  return (
    sections.startsWithData(state) ||
    ABOUT_DATA.some((sense) => clause.senses.has(sense)) ||
    sections.bucket.grant !== null ||
    clause.sites.length > 0
  )
}

/** 無制限 is a fact about the line beside a label of data, perhaps one in a row of its own; in a plan's name, beside a price or about calls it is not. */
function isUnlimitedNow(clause: Clause, at: number, around: Surroundings, page: Page): boolean | 'alone' {
  if (
    around.sells ||
    clause.cell.clauses.some(hasPrice) ||
    clause.senses.has('notData') ||
    clause.items.some(
      (item) =>
        (item.token.kind === 'count' && !clause.senses.has('resets')) ||
        item.token.sense === 'upTo' ||
        item.token.sense === 'perTime',
    )
  )
    return false
  const before = clause.items[at - 1]
  const after = clause.items[at + 1]
  if (after?.kind === 'label' && after.label!.role === 'planName') return false
  if (before?.kind === 'label') return true
  if (labelToLeft(clause.cell)) return true
  const nothingElse = clause.items.every(
    (item) =>
      item.kind === 'state' ||
      (item.kind === 'label' && item.label!.role === null) ||
      (item.kind === 'other' && item.token.end - item.token.start <= 6),
  )
  if (
    nothingElse &&
    (clause.items.length === 1 || clause.senses.has('data')) &&
    clause.cell.row.cells.length === 1 &&
    clause.cell.clauses.length === 1 &&
    !isStep(page, clause.cell.row)
  )
    return 'alone'
  return (
    after?.kind === 'label' &&
    after.label!.namePlace !== null &&
    clause.items.length <= 6 &&
    clause.senses.has('resets')
  )
}

/** 3GB, 20GB, 無制限: the last of a plan's steps, not what the line has. */
function isStep(page: Page, row: Row): boolean {
  const [above, next] = [page.rows[row.index - 1], page.rows[row.index - 2]]
  if (!above || !hasSites(above) || above.saysRole) return false
  return !(isValue(above.cells[0]) && pureLabel(next?.cells[0])?.role)
}

// ---- dates

/** A date that opens a block over figures may be of the first of them, of all, or of none. */
function standsAbove(site: DateSite, { rows }: Page): boolean {
  const { row } = site.clause.cell
  let first = row.index
  while (rows[first - 1]?.block === row.block && row.index - first < LONGEST_BLOCK) first--
  const below = rows[first + 1]
  return !hasFigures(row) && isDate(rows[first]!) && below?.block === row.block && hasFigures(below)
}

const LONGEST_BLOCK = 40
const hasFigures = (row: Row): boolean => row.figures > 0
const isDate = (row: Row): boolean =>
  !hasFigures(row) &&
  row.cells.some((cell) =>
    cell.clauses.some((clause) => clause.dates.some((date) => date.before !== 'asOf' && date.after !== 'asOf')),
  )

function tieDate(site: DateSite, page: Page, sections: Sections, ties: Ties): void {
  const place = placeOfToken(site.token)
  if (site.token.date!.at === null) {
    ties.doubts.push({ code: 'impossible-date', place })
    return
  }
  const beside = site.after === 'until' || site.after === 'asOf' ? site.after : (site.before ?? site.after)
  const sense = beside ?? (isInColumnOfEnds(site, page) ? 'expires' : null)
  if (sense === 'asOf') ties.dates.push({ kind: 'asOf', site, bucket: WHOLE_LINE })
  if (sense !== 'expires' && sense !== 'until') return
  if (sense === 'until' && endsCount(site)) return
  if (sections.heading.has('notData') || isAboutSomethingElse(site.clause)) return
  if (!standsAbove(site, page))
    ties.dates.push({ kind: 'expires', site, bucket: bucketOfDate(site, sections, ties.claims) })
}

/** 11月20日までの累計通信量: how far the count goes, and no end. */
const endsCount = ({ clause, index }: DateSite): boolean => {
  const role = clause.items[index]?.label?.role
  return role === 'used' || role === 'volume'
}

const HIGHEST_TABLE = 40

/** A date in a column that is headed 有効期限. */
function isInColumnOfEnds({ clause: { cell } }: DateSite, { rows }: Page): boolean {
  const { row } = cell
  const column = row.cells.indexOf(cell)
  if (column === 0) return false
  for (let i = row.index - 1; i >= Math.max(0, row.index - HIGHEST_TABLE); i--) {
    const above = rows[i]!
    if (above.block !== row.block) return false
    if (above.figures > 0) continue
    const header = above.cells.length === row.cells.length ? above.cells[column] : undefined
    return header?.clauses.some((each) => each.senses.has('expires')) ?? false
  }
  return false
}

/** ポイント有効期限, and a date beside points or money without any data. */
function isAboutSomethingElse(clause: Clause): boolean {
  for (let at: Clause | null = clause; at; at = at.parent) {
    if (at.items.some((item) => item.token.kind === 'speed')) return true
    if (at.sites.length === 0 && (at.senses.has('notData') || at.senses.has('offer'))) return true
    if (
      at.sites.length === 0 &&
      at.items.some((item) => item.kind === 'foreign' && item.token.kind !== 'phone' && item.token.kind !== 'speed')
    )
      return !at.senses.has('data') && !at.senses.has('topUp')
  }
  return false
}

/** A date belongs to the figure of its row, else to the section, else to the figure right above. */
function bucketOfDate(site: DateSite, sections: Sections, claims: readonly Claim[]): BucketKey {
  const { row } = site.clause.cell
  const named = site.clause.items.slice(0, site.index).findLast((item) => item.label?.grant)?.label
  if (named?.grant && site.clause.sites.length === 0) return sections.named(named)
  const inRow = claims.filter((claim) => claim.site.clause.cell.row === row)
  const before = inRow.findLast((claim) => claim.site.item.token.end <= site.token.start)
  if (before ?? inRow[0]) return (before ?? inRow[0])!.bucket
  if (sections.bucket.grant) return sections.bucket
  const last = claims.at(-1)
  return last && last.site.clause.cell.row.block === row.block && last.site.clause.cell.row.index >= row.index - 2
    ? last.bucket
    : WHOLE_LINE
}
