import { NAMED_GRANTS, type Grant } from '../../core/reading.ts'
import type { Place } from '../../core/reading.ts'
import { lineNameOf } from './line-names.ts'
import { isStrong, type Label, type Role, type Site } from './claim.ts'
import { MONTHS } from '../lex/dates.ts'
import { isSpacedLetter, type WordSense } from '../lex/lexicon.ts'
import { SenseSet } from '../lex/sense-set.ts'
import type { Token } from '../lex/token.ts'

/** What a clause is made of, in order. What means nothing to tying has gone or is `other`; dates and per cents are transparent and gone too. */
export interface Item {
  readonly kind:
    | 'figure'
    | 'foreign'
    | 'percent'
    | 'label'
    | 'state'
    | 'relation'
    | 'colon'
    | 'comma'
    | 'slash'
    | 'mark'
    | 'other'
  readonly token: Token
  readonly label: Label | null
}

/** A printed date and what the words around it make of it. */
export interface DateSite {
  readonly token: Token
  readonly clause: Clause
  /** How many items of the clause stand before it. */
  readonly index: number
  /** The nearest word before it that dates are labelled with and that no other date has used. */
  before: DateSense | null
  /** The word right after it. */
  after: DateSense | null
}
export type DateSense = 'expires' | 'until' | 'asOf' | 'resets'

/** A sentence inside one cell, or a bracket in it that holds figures: within it labels and figures belong together. */
export interface Clause {
  readonly cell: Cell
  readonly items: Item[]
  readonly sites: Site[]
  /** What its words mean, brackets included. */
  readonly senses: SenseSet
  readonly dates: DateSite[]
  /** 11月 at its beginning. */
  month: number | null
  hasPercent: boolean
  /** Whether it has a state, a speed or a per cent, which may say something without a figure. */
  saysState: boolean
  /** The clause whose bracket this is, and how many of its items stood before the bracket. */
  readonly parent: Clause | null
  /** How many brackets it stands in. */
  readonly depth: number
  readonly parentIndex: number
}

/** What stands between two cell borders of a row. */
export interface Cell {
  readonly row: Row
  readonly clauses: Clause[]
  readonly place: { start: number; end: number }
  /** How many characters in it mean nothing to us. */
  otherLength: number
  /** Answers of `pureLabel` and `isValue`, once asked: every figure nearby asks again. */
  label?: Label | null
  value?: boolean
}

/** One line of the opened text. */
export interface Row {
  readonly index: number
  /** The one before it in its block; null for the first. */
  readonly above: Row | null
  /** How many empty lines stand before it. */
  readonly block: number
  /** What all its words mean. */
  readonly senses: SenseSet
  /** How many numbers it has, with a unit or without. */
  figures: number
  /** Whether one of its labels says remaining, used or allowance. */
  saysRole: boolean
  /** Whether it has anything that is tied to a label: a number, a state, a speed, a per cent. Most rows of a page have not. */
  isTied: boolean
  hasPhone: boolean
  /** Power of the unit that it gives the table below it: （単位：GB）; null when it gives none. */
  unitPower: number | null
  /** Whether it has a stroke, a word or a bracket that may stand between a part and its whole. */
  hasRelation: boolean
  /** The name of one of several lines that it begins with and has figures of: 回線1. */
  line: Place | null
  readonly cells: Cell[]
}

const GRANTS: ReadonlySet<string> = new Set(NAMED_GRANTS)
const STATES: ReadonlySet<string> = new Set(['exhausted', 'unlimited', 'throttled', 'unthrottled'])
const RELATIONS: ReadonlySet<string> = new Set([
  'outOf',
  'of',
  'part',
  'included',
  'over',
  'under',
  'within',
  'upTo',
  'perTime',
  'until',
])
/** Roles by how much they say: in 残りの利用可能データ容量 remaining wins. */
const ROLE_RANK: Readonly<Record<Role, number>> = {
  remaining: 7,
  available: 6,
  used: 5,
  allowance: 4,
  capacity: 3,
  volume: 2,
  planName: 1,
  sum: 0,
  piece: 0,
}

const isRole = (sense: string): sense is Role => sense in ROLE_RANK

/** Words that labels are made of. */
const LABEL_SENSES: ReadonlySet<string> = new Set([
  ...Object.keys(ROLE_RANK),
  ...GRANTS,
  'data',
  'held',
  'apart',
  'aside',
  'total',
  'thisCycle',
  'past',
  'today',
  'recent',
  'overage',
])

/**
 * Longer than any sentence, row or nest of brackets that people write. What goes on longer is cut there, so that looking around
 * a figure takes a bounded time.
 */
const MOST_ITEMS = 60
const MOST_CLAUSES = 16
const MOST_CELLS = 40
const DEEPEST_BRACKET = 4

/** Lays tokens out as rows of cells of clauses. */
export function layOut(tokens: readonly Token[], text: string): Row[] {
  const builder = new Builder(text)
  for (let i = 0; i < tokens.length; i++) builder.take(tokens[i]!)
  return builder.finish()
}

class Builder {
  readonly #text: string
  readonly #rows: Row[] = []
  #row: Row = makeRow(0, 0, null)
  #cell: Cell | null = null
  #clause: Clause | null = null
  /** Words of a label that may still go on, and whether something that may stand inside a label came after them. */
  #phrase: Token[] | null = null
  /** "of" after a label's word: inside the label (amount of data), or before a figure (left of 5 GB). */
  #of: Token | null = null
  /** A word such as 有効期限 that waits for its date: in the same clause, the next cell or the next row. */
  #dateSense: DateSense | null = null
  /** 11月 before の waits for its label. */
  #month: number | null = null
  /** How far an "until" reaches that waits for its date. */
  #untilReach = -Infinity

  constructor(text: string) {
    this.#text = text
  }

  finish(): Row[] {
    this.#endRow(0)
    return this.#rows
  }

  take(token: Token): void {
    switch (token.kind) {
      case 'line':
        return this.#endRow(0)
      case 'block':
        return this.#endRow(1)
      case 'cell':
        if (!this.#cell && this.#text[token.start] === '\t') this.#emptyCell(token)
        return this.#endCell()
      case 'sentence':
        return this.#endClause()
      case 'word':
        return this.#word(token)
      case 'open':
        return this.#open()
      case 'close':
        return this.#close(token)
      case 'amount':
      case 'number':
        return this.#figure(token)
      case 'money':
      case 'speed':
      case 'count':
      case 'packets':
      case 'phone':
        return this.#item('foreign', token)
      case 'date':
        return this.#date(token)
      case 'percent':
        this.#item('percent', token)
        this.#clause!.hasPercent = true
        return
      case 'month':
        this.#endPhrase()
        this.#month = token.amount!.mantissa
        if (this.#current(token).items.length === 0) this.#clause!.month = this.#month
        return
      case 'time':
        this.#endPhrase()
        this.#current(token)
        // until 23:59 JST on 30 Nov
        if (token.start <= this.#untilReach) this.#untilReach = token.end + TIME_GAP
        return
      case 'colon':
        return this.#colon(token)
      case 'comma':
        // 残りの、データ量は、: as it is said.
        if (this.#phrase && this.#text[token.start - 1] === 'の') return
        return this.#item('comma', token)
      case 'slash':
      case 'mark':
        return this.#item(token.kind, token)
      case 'unit':
        return this.#labelUnit(token)
      case 'other':
        if (this.#current(token).depth === 0) this.#cell!.otherLength += token.end - token.start
        return this.#item('other', token)
    }
  }

  #word(token: Token): void {
    const sense = token.sense as WordSense
    const clause = this.#current(token)
    clause.senses.add(sense)
    if (sense === 'allowance' && this.#isGivenOn(clause, token)) return
    if (LABEL_SENSES.has(sense)) {
      if (this.#phrase) this.#phrase.push(token)
      else this.#phrase = [token]
      this.#of = null
    } else if (sense === 'glue') {
      // の and "of your" stand inside labels; は ends them.
      if (
        !'の'.includes(this.#text.slice(token.start, token.end)) &&
        !/^[a-z]/.test(this.#text.slice(token.start, token.end))
      )
        this.#endPhrase()
    } else if (STATES.has(sense)) this.#item('state', token)
    else if (sense === 'of' && this.#phrase) this.#of = token
    else if (RELATIONS.has(sense)) {
      if (sense !== 'until' || !this.#endsDate(clause)) this.#relation(token)
    } else if (sense === 'asOf' || sense === 'expires' || sense === 'resets') {
      this.#endPhrase()
      this.#dateWord(clause, sense)
    } else this.#item('other', token)
  }

  /** 2026年11月付与: when it was given, and no label. */
  #isGivenOn(clause: Clause, token: Token): boolean {
    if (this.#text.slice(token.start, token.end) !== '付与') return false
    this.#endPhrase()
    const last = clause.dates.at(-1)
    if (this.#month === null && last?.token.end !== token.start) return false
    if (this.#month === null) last!.after ??= 'resets'
    this.#month = null
    return true
  }

  /** "until" goes before its date. */
  #relation(token: Token): void {
    if (token.sense === 'until' && isSpacedLetter(this.#text.charCodeAt(token.start))) {
      this.#endPhrase()
      this.#untilReach = token.end + UNTIL_GAP
    } else this.#item('relation', token)
  }

  /** まで after a date is the date's. */
  #endsDate(clause: Clause): boolean {
    this.#endPhrase()
    const last = clause.dates.at(-1)
    if (!last || clause.items.length !== last.index) return false
    last.after ??= 'until'
    return true
  }

  #dateWord(clause: Clause, sense: DateSense): void {
    const last = clause.dates.at(-1)
    if (last && last.after === null && clause.items.length === last.index && this.#dateSense === null)
      last.after = sense
    this.#dateSense = sense
  }

  #date(token: Token): void {
    this.#endPhrase()
    const clause = this.#current(token)
    const last = clause.dates.at(-1)
    // 11月1日〜11月30日: what was said of the first is meant of the last.
    const isRangeEnd =
      last !== undefined && clause.items.length - last.index === 1 && clause.items.at(-1)!.kind === 'mark'
    clause.dates.push({
      token,
      clause,
      index: clause.items.length,
      before: isRangeEnd ? last.before : token.start <= this.#untilReach ? 'until' : this.#dateSense,
      after: null,
    })
    if (isRangeEnd) last.before = null
    this.#dateSense = null
  }

  #figure(token: Token): void {
    this.#endPhrase()
    const clause = this.#current(token)
    this.#row.figures++
    this.#row.isTied = true
    strokeBefore(clause.items, token, this.#text)
    if (usedUpBefore(clause.items, token, this.#text)) this.#row.saysRole = true
    const item: Item = { kind: 'figure', token, label: null }
    clause.sites.push({ item, clause, index: clause.items.length, whole: null, part: null })
    clause.items.push(item)
  }

  #item(kind: Item['kind'], token: Token): void {
    this.#endPhrase()
    this.#current(token).items.push({ kind, token, label: null })
    if (kind === 'state' || kind === 'percent' || token.kind === 'speed') {
      this.#row.isTied = true
      this.#clause!.saysState = true
    }
    if (token.kind === 'phone') this.#row.hasPhone = true
    if (kind === 'slash' || kind === 'relation') this.#row.hasRelation = true
  }

  /** 残り：3GB needs no mark; "6GB: remaining" must not be read backwards. */
  #colon(token: Token): void {
    this.#endPhrase()
    if (this.#current(token).items.at(-1)?.kind === 'figure') this.#item('colon', token)
  }

  /** "(GB)" in a label or a table's header: the unit of the bare numbers that it labels. */
  #labelUnit(token: Token): void {
    const clause = this.#current(token)
    this.#endPhrase()
    const last = clause.items.at(-1) ?? clause.parent?.items.at(-1)
    const labelled = last?.kind === 'figure' && last.token.kind === 'number' ? clause.parent?.items.at(-2) : last
    if (last?.token.sense === 'perTime') this.#row.unitPower = token.amount!.power
    if (labelled?.kind === 'label') labelled.label!.unitPower = token.amount!.power
    else clause.items.push({ kind: 'other', token, label: null })
  }

  #open(): void {
    this.#endPhrase()
    const parent = this.#clause
    if (parent && parent.depth < DEEPEST_BRACKET) this.#clause = makeClause(parent.cell, parent, parent.items.length)
  }

  #close(token: Token): void {
    this.#endPhrase()
    if (this.#cell) this.#cell.place.end = token.end
    const bracket = this.#clause
    if (!bracket?.parent) return
    // データ使用量（10月）
    const label = bracket.items.length === 0 ? bracket.parent.items.at(-1)?.label : null
    if (this.#month !== null && label) label.month ??= this.#month
    this.#month = null
    this.#leave(bracket)
    this.#clause = bracket.parent
  }

  /** A bracket with figures is a clause of its own; one without is part of what stands around it. */
  #leave(bracket: Clause): void {
    const parent = bracket.parent!
    parent.senses.addAll(bracket.senses)
    if (bracket.sites.length > 0) {
      parent.cell.clauses.push(bracket)
      parent.cell.row.hasRelation = true
    } else {
      parent.hasPercent ||= bracket.hasPercent
      parent.saysState ||= bracket.saysState
      parent.dates.push(...bracket.dates)
      // （限指定APP使用）: a role among words that we do not know is not the label's.
      const known = bracket.items.every((item) => item.token.kind !== 'other')
      for (const item of bracket.items)
        if (item.kind !== 'other' && (known || !item.label?.role)) append(parent.items, item)
    }
  }

  #current(token: Token): Clause {
    if (this.#row.cells.length >= MOST_CELLS || (this.#cell && this.#cell.clauses.length >= MOST_CLAUSES))
      this.#endRow(0)
    if (!this.#cell) {
      this.#cell = { row: this.#row, clauses: [], place: { start: token.start, end: token.end }, otherLength: 0 }
      this.#row.cells.push(this.#cell)
    }
    this.#cell.place.end = token.end
    if (this.#clause && this.#clause.items.length >= MOST_ITEMS) this.#endClause()
    return (this.#clause ??= makeClause(this.#cell, null, 0))
  }

  #endPhrase(): void {
    const phrase = this.#phrase
    if (!phrase) return
    this.#phrase = null
    const first = phrase[0]!
    const label = labelOf(
      this.#isAuxiliary(phrase) ? phrase.slice(1) : phrase,
      this.#month,
      isSpacedLetter(this.#text.charCodeAt(first.start)),
    )
    this.#month = null
    if (first.sense === 'past' && label.spaced) label.month ??= monthIn(this.#text.slice(first.start, first.end))
    const token: Token = phrase.length === 1 ? first : { ...first, end: phrase.at(-1)!.end }
    const { items } = this.#clause!
    const before = items.at(-1)
    if (before?.kind === 'other' && before.token.kind === 'other' && before.token.end === token.start)
      label.prefix = { start: unknownWordsStart(items), end: before.token.end }
    if (isStrong(label.role)) this.#row.saysRole = true
    append(items, { kind: 'label', token, label })
    if (this.#of) {
      items.push({ kind: 'relation', token: this.#of, label: null })
      this.#row.hasRelation = true
    }
    this.#of = null
  }

  /** You have consumed, you now have used: the verb goes on. */
  #isAuxiliary([first, second]: readonly Token[]): boolean {
    return first!.sense === 'remaining' && second?.sense === 'used' && this.#text.startsWith('you ', first!.start)
  }

  #endClause(): void {
    this.#endPhrase()
    let clause = this.#clause
    while (clause) {
      if (clause.parent) this.#leave(clause)
      else {
        this.#row.senses.addAll(clause.senses)
        this.#cell!.clauses.push(clause)
      }
      clause = clause.parent
    }
    this.#clause = null
  }

  /** A cell without text keeps its place among the columns. */
  #emptyCell(token: Token): void {
    this.#row.cells.push({
      row: this.#row,
      clauses: [],
      place: { start: token.start, end: token.start },
      otherLength: 0,
    })
  }

  #endCell(): void {
    this.#endClause()
    this.#cell = null
  }

  /** Whether the row is nothing but the label of a date on the next one. */
  get #waitsForDate(): boolean {
    return (
      this.#row.cells.length === 1 &&
      this.#row.cells[0]!.clauses.every(
        (clause) => clause.dates.length === 0 && clause.items.every((item) => item.kind === 'colon'),
      )
    )
  }

  #endRow(blocks: number): void {
    this.#endCell()
    this.#month = null
    if (this.#row.cells.length > 0) {
      if (this.#row.figures > 0) this.#row.line = lineNameOf(this.#row, this.#text)
      this.#rows.push(this.#row)
    }
    const last = this.#rows.at(-1)
    if (blocks > 0 || (last === this.#row && !this.#waitsForDate)) this.#dateSense = null
    this.#row = makeRow(this.#rows.length, this.#row.block + blocks, blocks === 0 ? (last ?? null) : null)
  }
}

/** In October, for October: 10. */
function monthIn(phrase: string): number | null {
  const month = MONTHS.indexOf(/^(?:in|for) ([a-z]{3})/.exec(phrase)?.[1] ?? '') + 1
  return month > 0 ? month : null
}

/** "until 7 Dec", "until the 7 Dec". */
const UNTIL_GAP = 5
const TIME_GAP = ' (Japan time) on the '.length

/** 3.5GB/月間10GB: a stroke between two figures, and no rate. */
function strokeBefore(items: Item[], figure: Token, text: string): void {
  const last = items.at(-1)
  if (last?.token.sense !== 'perTime' || last.token.end !== figure.start || text[last.token.start] !== '/') return
  items[items.length - 1] = { kind: 'slash', token: { ...last.token, sense: '' }, label: null }
}

/** You have used up 4.5GB out of 10GB: that much, and not all. */
function usedUpBefore(items: Item[], figure: Token, text: string): boolean {
  const last = items.at(-1)
  if (last?.token.sense !== 'exhausted' || !text.slice(last.token.start, figure.start).endsWith('used up '))
    return false
  const token: Token = { ...last.token, sense: 'used' }
  items[items.length - 1] = { kind: 'label', token, label: labelOf([token], null, true) }
  return true
}

/** Adds an item; labels that touch are one: 残りデータ量（国内） and データ残量：基本. */
function append(items: Item[], item: Item): void {
  const last = items.at(-1)
  if (item.label && last?.label && (isOpen(last.label) || isOpen(item.label)))
    items[items.length - 1] = {
      kind: 'label',
      token: { ...last.token, end: item.token.end },
      label: merged(last.label, item.label),
    }
  else items.push(item)
}

const makeRow = (index: number, block: number, above: Row | null): Row => ({
  index,
  block,
  above,
  cells: [],
  senses: new SenseSet(),
  figures: 0,
  saysRole: false,
  isTied: false,
  hasPhone: false,
  unitPower: null,
  hasRelation: false,
  line: null,
})

const makeClause = (cell: Cell, parent: Clause | null, parentIndex: number): Clause => ({
  cell,
  items: [],
  sites: [],
  senses: new SenseSet(),
  dates: [],
  month: null,
  hasPercent: false,
  saysState: false,
  parent,
  depth: parent ? parent.depth + 1 : 0,
  parentIndex,
})

/** A label without a role of its own can be the first or second half of one. */
const isOpen = ({ role }: Label): boolean => role === null || role === 'sum'

function labelOf(tokens: readonly Token[], month: number | null, spaced: boolean): Label {
  let role: Role | null = null
  let grant: Grant | null = null
  let total = false
  let held = false
  let apart = false
  let thisCycle = false
  let period: Label['period'] = null
  let overage = false
  let nameStart = -1
  let nameEnd = -1
  for (const { sense, start, end } of tokens) {
    if (isRole(sense)) {
      if (role === null || ROLE_RANK[sense] > ROLE_RANK[role]) role = sense
      continue
    }
    // 本日、残り 3GB: when somebody looked; 本日 0.12GB: of this day.
    if (sense === 'today' && end - start === 2 && tokens.length > 1) continue
    if (sense === 'past' || sense === 'today' || sense === 'recent') period = sense
    else if (sense === 'overage') overage = true
    else if (sense === 'total') total = true
    else if (sense === 'thisCycle') thisCycle = true
    else {
      if (sense === 'held') held = true
      if (sense === 'apart') held = apart = true
      if (sense === 'aside') apart = true
      if (GRANTS.has(sense) && (grant === null || grant === 'plan')) grant = sense as Grant
      if (nameStart < 0) nameStart = start
      nameEnd = end
    }
  }
  return {
    role: roleOf(role, period) ?? (total && grant === null ? 'sum' : null),
    grant: grant ?? (apart ? 'unknown' : null),
    total,
    held,
    apart,
    thisCycle,
    spaced,
    month,
    // 今月 | 先月 are two tabs.
    period: thisCycle ? null : period,
    overage,
    ofPlan: role !== null && isStrong(role) && tokens[0]!.sense === 'planName',
    place: { start: tokens[0]!.start, end: tokens.at(-1)!.end },
    prefix: null,
    namePlace: nameStart < 0 ? null : { start: nameStart, end: nameEnd },
    unitPower: null,
  }
}

/** 本日のご利用, 本日のご利用データ量: used. */
const roleOf = (role: Role | null, period: Label['period']): Role | null =>
  period === 'today' && (role === null || role === 'capacity' || role === 'volume') ? 'used' : role

const rank = (role: Role | null): number => (role === null ? -1 : ROLE_RANK[role])

/** Where the run of unknown words begins that a label follows: パートナー回線エリア高速データ残量. */
function unknownWordsStart(items: readonly Item[]): number {
  let at = items.length - 1
  while (at > 0 && items[at - 1]!.kind === 'other' && items[at]!.token.start - items[at - 1]!.token.end <= 3) at--
  return items[at]!.token.start
}

function merged(first: Label, second: Label): Label {
  const role = rank(second.role) > rank(first.role) ? second.role : first.role
  const grant = first.grant === null || (first.grant === 'plan' && second.grant !== null) ? second.grant : first.grant
  const named = first.grant === grant ? (first.namePlace ?? second.namePlace) : (second.namePlace ?? first.namePlace)
  return {
    role,
    grant,
    total: first.total || second.total,
    held: first.held || second.held,
    apart: first.apart || second.apart,
    thisCycle: first.thisCycle || second.thisCycle,
    spaced: first.spaced,
    month: first.month ?? second.month,
    period: first.period ?? second.period,
    overage: first.overage || second.overage,
    ofPlan: first.ofPlan || (first.role === 'planName' && isStrong(second.role)),
    place: { start: first.place.start, end: second.place.end },
    prefix: first.prefix,
    namePlace: named,
    unitPower: first.unitPower ?? second.unitPower,
  }
}

/** The items around one between commas. */
export function betweenCommas(items: readonly Item[], index: number): readonly Item[] {
  const from = items.findLastIndex(({ kind }, i) => i < index && kind === 'comma') + 1
  const to = items.findIndex(({ kind }, i) => i >= index && kind === 'comma')
  return items.slice(from, to < 0 ? undefined : to)
}

/** Whether any cell of a row has a printed figure. */
export const hasSites = (row: Row): boolean =>
  row.cells.some((cell) => cell.clauses.some((clause) => clause.sites.length > 0))

/** The label in the cell to the left, where that holds nothing else. */
export const labelToLeft = (cell: Cell): Label | null => pureLabel(cell.row.cells[cell.row.cells.indexOf(cell) - 1])

/** The only label of a cell that holds nothing else: a heading, a table's header, the left side of "label | figure". */
export function pureLabel(cell: Cell | undefined): Label | null {
  if (!cell) return null
  return cell.label === undefined ? (cell.label = findPureLabel(cell)) : cell.label
}

function findPureLabel(cell: Cell): Label | null {
  if (cell.otherLength > (endsInRole(cell) ? LONGEST_PREFIX : 2)) return null
  let found: Label | null = null
  for (const clause of cell.clauses) {
    // NEOプラン（20GB）データ残量
    if (clause.parent !== null && clause.sites.length === 1 && clause.items.length === 1 && endsInRole(cell)) continue
    if (
      clause.sites.length > 0 ||
      clause.senses.has('condition') ||
      clause.senses.has('announced') ||
      clause.senses.has('example') ||
      clause.senses.has('notData')
    )
      return null
    for (let i = 0; i < clause.items.length; i++) {
      const item = clause.items[i]!
      // くりこし分を含む残りデータ量
      const goesOn: boolean = found !== null && clause.items[i - 1]?.token.sense !== 'included'
      if (item.kind === 'label') found = goesOn ? outerLabel(found!, item.label!) : item.label
      else if ((item.kind === 'foreign' && item.token.kind !== 'speed') || item.kind === 'state') return null
    }
  }
  return found
}

/** テザリング・データシェア残量: of two labels the one with a role counts, and the bucket that the other names. */
function outerLabel(first: Label, second: Label): Label {
  if (first.role !== null && second.role === null) return first
  return first.role === null && first.grant !== null && second.grant === null ? merged(first, second) : second
}

const LONGEST_PREFIX = 24

/** 通信速度低速化までの残りデータ量: in Japanese and English what comes before a label's end says which one it is. */
function endsInRole(cell: Cell): boolean {
  const top = cell.clauses.length === 1 ? cell.clauses : cell.clauses.filter((each) => each.parent === null)
  const last = top[0]?.items.findLast((item) => item.kind !== 'colon')
  return (
    top.length === 1 && last?.kind === 'label' && isStrong(last.label!.role) && last.token.end >= cell.place.end - 1
  )
}

/** Whether a cell holds figures and no words for them: its label must stand elsewhere. */
export function isValue(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value ??= findsValue(cell))
}

function findsValue(cell: Cell): boolean {
  if (cell.otherLength > 2) return false
  let figures = 0
  for (const clause of cell.clauses) {
    for (const site of clause.sites) if (site.item.token.kind === 'amount') figures++
    if (clause.items.some((item, i) => NO_VALUES.has(item.kind) && !isRemark(clause, i))) return false
  }
  return figures > 0
}

/** 55.3GB / 無制限, 12.4 GB of unlimited: the only figure of its clause. */
export function isOfUnlimited({ clause: { items, sites }, index }: Site): boolean {
  const [joint, state] = [items[index + 1], items[index + 2]]
  return (
    state?.token.sense === 'unlimited' && sites.length === 1 && (joint!.kind === 'slash' || joint!.token.sense === 'of')
  )
}

const NO_VALUES: ReadonlySet<string> = new Set(['foreign', 'state', 'label'])

/** 845MB（繰り越し分を含みます）: what is in the figure, and no label of it; 31.7GB / 無制限. */
const isRemark = ({ items, sites }: Clause, at: number): boolean =>
  (items[at]!.label?.role === null && at > 0 && items[at + 1]?.token.sense === 'included') ||
  sites.some((site) => site.index === at - 2 && isOfUnlimited(site))

/** Whether a cell holds only what may stand between a label and its figure: dates, per cents, brackets. */
export function isTransparent(cell: Cell): boolean {
  return (
    cell.otherLength <= 2 &&
    cell.clauses.every((clause) =>
      clause.items.every(
        (item) =>
          item.kind === 'comma' ||
          item.kind === 'colon' ||
          item.kind === 'slash' ||
          item.kind === 'percent' ||
          (item.kind === 'other' && item.token.kind === 'word'),
      ),
    )
  )
}
