import type { Doubt, Grant } from '../core/reading.ts'
import { CONTEXTS, type Surroundings } from './contexts.ts'
import { isStrong, type Site, type Tie } from './claim.ts'
import { isTransparent, pureLabel, type Clause, type DateSite, type Item, type Row } from './layout.ts'
import type { WordSense } from './lexicon.ts'
import { pairUp } from './pairs.ts'
import type { LexedAmount } from './token.ts'
import { TYING_RULES } from './rules.ts'

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
}

/** A state said in words: 使い切りました, 無制限, 速度制限中. */
export interface StateClaim {
  readonly sense: 'exhausted' | 'unlimited' | 'throttled' | 'unthrottled'
  readonly item: Item
  readonly bucket: BucketKey
  /** Nothing else stands in its row: counts only beside figures of the line. */
  readonly alone: boolean
}

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
  readonly printed: LexedAmount[]
}

const WHOLE_LINE: BucketKey = { grant: null, name: '', section: null }

/** Relates the figures, states and dates of a laid-out text to their labels. */
export function tie(rows: readonly Row[], text: string): Ties {
  pairUp(rows)
  const ties: Ties = { claims: [], states: [], dates: [], doubts: [], printed: [] }
  const page = { rows }
  const sections = new Sections(text)
  for (const row of rows) {
    sections.enter(row)
    const around: Surroundings = { heading: sections.heading, sells: sells(row), dated: isDated(row) }
    for (const cell of row.cells)
      for (const clause of cell.clauses) {
        for (const site of clause.sites) tieSite(site, page, around, sections, ties)
        tieStates(clause, around, sections, ties)
      }
    for (const cell of row.cells) for (const clause of cell.clauses) for (const date of clause.dates) tieDate(date, sections, ties)
  }
  return ties
}

function tieSite(site: Site, page: { rows: readonly Row[] }, around: Surroundings, sections: Sections, ties: Ties): void {
  const place = { start: site.item.token.start, end: site.item.token.end }
  if (site.item.token.kind === 'amount' && !site.item.token.amount!.refused) ties.printed.push(site.item.token.amount!)
  const found = site.part ? tieWhole(site, page) : firstTie(site, page)
  if (!found) {
    if (site.item.token.kind === 'amount') ties.doubts.push({ code: 'no-label', place })
    return
  }
  const context = CONTEXTS.find((candidate) => candidate.refuses(site, found, around))
  if (context) ties.doubts.push({ code: context.doubt, place })
  else ties.claims.push({ ...found, site, bucket: sections.bucketOf(found, site, ties.claims) })
}

function firstTie(site: Site, page: { rows: readonly Row[] }): Tie | null {
  for (const rule of TYING_RULES) {
    const found = rule.tie(site, page)
    if (found) return { ...found, rule: rule.name }
  }
  return null
}

/** Y of "X / Y" is the allowance of what X is a part of, whichever label X has. */
function tieWhole(site: Site, page: { rows: readonly Row[] }): Tie | null {
  const part = firstTie(site.part!, page)
  if (!part) return null
  const label = part.label && isStrong(part.role) ? { ...part.label, role: 'allowance' as const } : part.label
  return { role: 'allowance', label, rule: 'whole-of', strength: part.strength }
}

// ---- surroundings

function sells(row: Row): boolean {
  return row.cells.some((cell) => cell.clauses.some((clause) => clause.senses.has('offer') || clause.items.some((item) => item.token.kind === 'money')))
}

/** 2026年10月 | 5.2GB: the first thing in the row is a date without any word beside it. */
function isDated(row: Row): boolean {
  const clause = row.cells[0]?.clauses[0]
  const date = clause?.dates[0]
  return date !== undefined && date.index === 0 && date.before === null && date.after === null && (row.cells.length > 1 || clause!.sites.length > 0) && (date.token.date?.at?.length ?? 0) <= 10
}

const HEADING_SENSES: readonly WordSense[] = ['past', 'example', 'storage', 'otherService', 'offer', 'givenAway', 'notData']

/** Keeps track of the heading that rows stand under: it names their bucket, or makes them no balance. */
class Sections {
  heading: Set<WordSense> = new Set()
  bucket: BucketKey = WHOLE_LINE
  #block = -1
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  enter(row: Row): void {
    const newBlock = row.block !== this.#block
    this.#block = row.block
    const bare = row.cells.every((cell) => cell.clauses.every((clause) => clause.sites.length === 0))
    if (bare && row.cells.length === 1 && !this.#continues(row) && (newBlock || !isTransparent(row.cells[0]!))) this.bucket = WHOLE_LINE
    if (row.cells.length !== 1) return
    if (bare && !this.#continues(row)) {
      const clauses = isShort(row) ? row.cells[0]!.clauses : []
      const senses = HEADING_SENSES.filter((sense) => clauses.some((clause) => clause.senses.has(sense) && !(sense === 'past' && clause.senses.has('thisCycle'))))
      if (senses.length > 0 || !isTransparent(row.cells[0]!)) this.heading = new Set(senses)
    }
    const label = headingLabel(row)
    if (!label) return
    if (label.grant) this.bucket = { grant: label.grant, name: this.#named(row), section: row.index }
    else if (bare && !isStrong(label.role)) this.bucket = WHOLE_LINE
  }

  /** A label of a figure below it does not end a section; any other text that opens a block does. */
  #continues(row: Row): boolean {
    const label = pureLabel(row.cells[0])
    return label !== null && label.role !== null && label.grant === null
  }

  #named(row: Row): string {
    const { place } = row.cells[0]!
    return this.#text.slice(place.start, place.end).trim()
  }

  /** The bucket of a claim: its own label names it, else the heading; 合計 is always the line. */
  bucketOf(found: Tie, site: Site, claims: readonly Claim[]): BucketKey {
    const { label } = found
    if (label?.total && !label.grant) return WHOLE_LINE
    if (label?.period === 'today') return { grant: 'daily', name: this.#text.slice(label.place.start, label.place.end), section: null }
    if (label?.grant) {
      const place = label.namePlace ?? label.place
      return { grant: label.grant, name: this.#text.slice(place.start, place.end), section: null }
    }
    return this.#sameSubject(found, site, claims) ?? this.bucket
  }

  /** 国内流量共100GB，剩余80GB: a sentence goes on about the bucket that it named, as long as it tells another of its figures. */
  #sameSubject(found: Tie, site: Site, claims: readonly Claim[]): BucketKey | null {
    const last = claims.at(-1)
    if (!last?.bucket.grant || last.site.clause.cell !== site.clause.cell || last.role === found.role || !last.label?.grant) return null
    const goesOn = last.site.clause === site.clause || last.site.clause === site.clause.parent
    return goesOn && found.label !== null && found.label.namePlace === null ? last.bucket : null
  }
}

const isShort = (row: Row): boolean => row.cells[0]!.place.end - row.cells[0]!.place.start <= 40

/** The label of a row that is a heading: 追加データ, or データ追加20GB（30日間） as a topping is called. */
function headingLabel(row: Row): ReturnType<typeof pureLabel> {
  const [cell] = row.cells
  if (!cell || !isShort(row)) return null
  const label = pureLabel(cell)
  if (label) return label
  const first = cell.clauses[0]?.items[0]
  const names = first?.kind === 'label' && first.label!.grant !== null && !isStrong(first.label!.role)
  const only = cell.clauses.every((clause) => clause.items.every((item) => item.kind !== 'state' && (item.kind !== 'label' || !isStrong(item.label!.role))))
  const isProduct = cell.clauses.some((clause) => clause.items.some((item, i) => (first?.label?.grant === 'topUp' && item.token.kind === 'count') || (item.kind === 'figure' && clause.items[i + 1]?.label?.grant) || (item.kind === 'figure' && clause.parent !== null)))
  return names && only && isProduct ? first.label : null
}

// ---- states

const STATE_REFUSALS: readonly WordSense[] = ['condition', 'example', 'past', 'storage', 'otherService']

function tieStates(clause: Clause, around: Surroundings, sections: Sections, ties: Ties): void {
  for (const [i, item] of clause.items.entries()) {
    if (item.kind !== 'state') continue
    const sense = item.token.sense as StateClaim['sense']
    const unlimited = sense === 'unlimited' && isUnlimitedNow(clause, i, around)
    const refused = STATE_REFUSALS.some((veto) => clause.senses.has(veto) || around.heading.has(veto))
    if (refused || (sense === 'exhausted' && !aboutData(clause, sections)) || (sense === 'unlimited' && !unlimited)) continue
    const label = clause.items.slice(0, i).findLast((before) => before.kind === 'label')?.label
    const bucket = label?.grant ? { grant: label.grant, name: '', section: null } : sections.bucket
    ties.states.push({ sense, item, bucket, alone: unlimited === 'alone' })
  }
}

/** 使い切りました speaks of data unless the clause speaks of minutes, points or money. */
function aboutData(clause: Clause, sections: Sections): boolean {
  if (clause.senses.has('notData')) return false
  return clause.senses.has('data') || clause.senses.has('capacity') || clause.senses.has('volume') || clause.senses.has('remaining') || clause.senses.has('plan') || sections.bucket.grant !== null || clause.sites.length > 0
}

/** 無制限 is a fact about the line beside a label of data, perhaps one in a row of its own; in a plan's name, beside a price or about calls it is not. */
function isUnlimitedNow(clause: Clause, at: number, around: Surroundings): boolean | 'alone' {
  if (around.sells || clause.senses.has('notData')) return false
  const before = clause.items[at - 1]
  const after = clause.items[at + 1]
  if (after?.kind === 'label' && after.label!.role === 'planName') return false
  if (before?.kind === 'label') return true
  const rows = clause.cell.row.cells
  const beside = pureLabel(rows[rows.indexOf(clause.cell) - 1])
  if (beside) return true
  if (clause.items.length === 1 && rows.length === 1 && clause.cell.clauses.length === 1) return 'alone'
  return after?.kind === 'label' && after.label!.namePlace !== null && clause.items.length <= 6 && clause.senses.has('resets')
}

// ---- dates

function tieDate(site: DateSite, sections: Sections, ties: Ties): void {
  const place = { start: site.token.start, end: site.token.end }
  if (site.token.date!.at === null) {
    ties.doubts.push({ code: 'impossible-date', place })
    return
  }
  const sense = site.after === 'until' || site.after === 'asOf' ? site.after : (site.before ?? site.after)
  if (sense === 'asOf') ties.dates.push({ kind: 'asOf', site, bucket: WHOLE_LINE })
  if (sense !== 'expires' && sense !== 'until') return
  if (sections.heading.has('notData') || isAboutSomethingElse(site.clause)) return
  ties.dates.push({ kind: 'expires', site, bucket: bucketOfDate(site, sections, ties.claims) })
}

/** ポイント有効期限, and a date beside points or money without any data. */
function isAboutSomethingElse(clause: Clause): boolean {
  for (let at: Clause | null = clause; at; at = at.parent) {
    if (at.senses.has('notData') || at.senses.has('offer')) return true
    if (at.sites.length === 0 && at.items.some((item) => item.kind === 'foreign' && item.token.kind !== 'phone' && item.token.kind !== 'speed')) return !at.senses.has('data') && !at.senses.has('topUp')
  }
  return false
}

/** A date belongs to the figure of its row, else to the section, else to the figure right above. */
function bucketOfDate(site: DateSite, sections: Sections, claims: readonly Claim[]): BucketKey {
  const { row } = site.clause.cell
  const inRow = claims.filter((claim) => claim.site.clause.cell.row === row)
  const before = inRow.findLast((claim) => claim.site.item.token.end <= site.token.start)
  if (before ?? inRow[0]) return (before ?? inRow[0])!.bucket
  if (sections.bucket.grant) return sections.bucket
  const last = claims.at(-1)
  return last && last.site.clause.cell.row.block === row.block && last.site.clause.cell.row.index >= row.index - 2 ? last.bucket : WHOLE_LINE
}
