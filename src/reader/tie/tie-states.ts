import {
  isOfUnlimited,
  isValue,
  labelToLeft,
  pureLabel,
  type Clause,
  type DateSite,
  type Item,
  type Row,
} from './layout.ts'
import type { WordSense } from '../lex/lexicon.ts'
import type { Page } from './claim.ts'
import type { Surroundings } from './contexts.ts'
import type { Sections } from './sections.ts'
import { WHOLE_LINE, type StateClaim, type Ties } from './ties.ts'

export const hasPrice = (clause: Clause): boolean =>
  clause.senses.has('offer') || clause.items.some((item) => item.token.kind === 'money')

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
const STATE_REFUSALS: ReadonlySet<string> = new Set(['condition', 'example', 'storage', 'otherService', 'otherLine'])

/** 100% used is nothing left. */
function isAllUsed(clause: Clause, at: number): boolean {
  const item = clause.items[at]!
  if (item.kind !== 'percent' || item.token.amount?.mantissa !== 100 || item.token.amount.decimals > 0) return false
  return [clause.items[at - 1], clause.items[at + 1]].some((beside) => beside?.label?.role === 'used')
}

export function tieStates(clause: Clause, page: Page, around: Surroundings, sections: Sections, ties: Ties): void {
  if (!clause.saysState) return
  for (let i = 0; i < clause.items.length; i++) {
    const item = clause.items[i]!
    if (item.token.kind === 'speed' && !isConditional(clause, i, sections) && !clause.senses.has('offer'))
      ties.speeds.push({ item, row: clause.cell.row })
    if (item.kind !== 'state' && !isAllUsed(clause, i)) continue
    const sense = item.kind === 'state' ? (item.token.sense as StateClaim['sense']) : 'exhausted'
    const unlimited = sense === 'unlimited' && isUnlimitedNow(clause, i, around, page, sections)
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
    const bucket =
      unlimited === 'title' ? WHOLE_LINE : label?.grant ? sections.named(label) : (beside?.bucket ?? sections.bucket)
    ties.states.push({
      sense,
      item,
      bucket,
      stands: typeof unlimited === 'string' ? unlimited : null,
      row: clause.cell.row,
    })
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
function isUnlimitedNow(
  clause: Clause,
  at: number,
  around: Surroundings,
  page: Page,
  sections: Sections,
): boolean | 'alone' | 'title' {
  if (
    around.sells ||
    isOverPrices(page, clause.cell.row) ||
    clause.cell.clauses.some(hasPrice) ||
    isOfSomethingElse(clause, at) ||
    clause.items.some(
      (item) =>
        (item.token.kind === 'count' &&
          !clause.senses.has('resets') &&
          !isLabelled(clause, at) &&
          !isRunning(clause, at, page)) ||
        item.token.sense === 'upTo' ||
        item.token.sense === 'perTime',
    )
  )
    return false
  const before = clause.items[at - 1]
  const after = clause.items[at + 1]
  // You have unlimited data on your plan
  if (before?.label?.role === 'remaining' && before.label.spaced) return true
  if (sections.isOwnPlan(clause, at)) return true
  if (after?.label?.role === 'planName') return sections.givesReason(after)
  // 32.40GB / 無制限
  if (clause.sites.some((site) => site.index === at - 2 && isOfUnlimited(site))) return true
  // データ使い放題で使えます: perhaps an advertisement.
  if (before?.kind === 'label' && (before.label!.role !== null || after?.label?.role !== 'available')) return true
  if (labelToLeft(clause.cell) || isNamedToLeft(clause)) return true
  const nothingElse = clause.items.every(
    (item) =>
      item.kind === 'state' ||
      (item.kind === 'label' && (item.label!.role === null || item.label!.role === 'available')) ||
      (item.kind === 'other' && item.token.end - item.token.start <= 6),
  )
  if (
    nothingElse &&
    (clause.items.length === 1 || clause.senses.has('data') || after?.label?.role === 'available') &&
    clause.cell.row.cells.length === 1 &&
    clause.cell.clauses.length === 1 &&
    !isStep(page, clause.cell.row)
  )
    return 'alone'
  if (isTitle(clause, page)) return 'title'
  return (
    after?.kind === 'label' &&
    after.label!.namePlace !== null &&
    clause.items.length <= 6 &&
    clause.senses.has('resets')
  )
}

/** 通話使い放題, but not データ無制限プランのため、お支払いは…: what comes after a comma speaks of something else. */
function isOfSomethingElse({ senses, items }: Clause, at: number): boolean {
  if (!senses.has('notData')) return false
  const comma = items.findIndex(({ kind }, i) => i > at && kind === 'comma')
  return comma < 0 || !items.some(({ token }, i) => i > comma && token.sense === 'notData')
}

/** Japan – Unlimited data, above what was used of it: the name of a product, short and without a figure. */
function isTitle({ items, senses, cell: { row, clauses, place } }: Clause, { rows }: Page): boolean {
  const names = items.every(
    ({ kind, label }) =>
      kind === 'state' || kind === 'other' || kind === 'mark' || label?.role === null || label?.role === 'planName',
  )
  return (
    names &&
    row.cells.length === 1 &&
    clauses.length === 1 &&
    place.end - place.start <= LONGEST_TITLE &&
    !senses.has('offer') &&
    rows.slice(0, row.index).every(({ figures }) => figures === 0)
  )
}

const LONGEST_TITLE = 30

/** Plan: Unlimited data - 10 days, 残りデータ量 使い放題（24時間）: the days are those of what is unlimited. */
const isLabelled = ({ items }: Clause, at: number): boolean =>
  items[at - 1]?.label?.role === 'remaining' || (at === 1 && items[0]!.label?.role === 'planName')

/** データ使い放題（24時間） with 残り12時間 behind it, or 11月27日 10:32まで below it, 利用中 between: a pass that was bought and runs. */
function isRunning({ items, cell: { row, clauses } }: Clause, at: number, { rows }: Page): boolean {
  const left = items.findIndex(({ label }, i) => i > at && label?.role === 'remaining')
  if (left > 0 && items[left + 1]?.token.kind === 'count') return true
  if (row.cells.length > 1 || clauses.some((clause) => clause.sites.length > 0)) return false
  for (let above = row, below = rows[row.index + 1]; below?.above === above; below = rows[above.index + 1]) {
    if (below.figures > 0 || below.senses.has('offer') || below.index > row.index + 2) return false
    if (below.cells.some((cell) => cell.clauses.some(({ dates }) => dates.some(endsSomething)))) return true
    above = below
  }
  return false
}

const endsSomething = ({ before, after }: DateSite): boolean =>
  before === 'expires' || after === 'expires' || after === 'until'

/** eSIM データ無制限 over 5日間 2,900円: a product that is sold by days. */
function isOverPrices(page: Page, row: Row): boolean {
  const below = page.rows[row.index + 1]
  if (below?.block !== row.block) return false
  const items = below.cells.flatMap((cell) => cell.clauses.flatMap((clause) => clause.items))
  return items.some(({ token }) => token.kind === 'money') && items.some(({ token }) => token.kind === 'count')
}

const hasLabel = (row: Row): boolean =>
  row.cells.some((cell) => cell.clauses.some((clause) => clause.items.some((item) => item.label?.period)))

/** 使い放題MAX+ 5G names a network. */
const hasSize = (row: Row): boolean =>
  row.cells.some((cell) => cell.clauses.some((clause) => clause.sites.some((site) => !site.item.token.amount!.network)))

/** スマホのデータ容量 | 使い放題: whichever words stand before the label. */
function isNamedToLeft({ items, cell: { row, clauses } }: Clause): boolean {
  const [first, second] = row.cells
  const label = first!.clauses.length === 1 ? first!.clauses[0]!.items.at(-1)?.label : null
  const isShort = first!.place.end - first!.place.start <= LONGEST_TITLE
  return (
    second?.clauses === clauses &&
    items.length === 1 &&
    row.figures === 0 &&
    isShort &&
    (label?.role === 'capacity' || label?.role === 'volume')
  )
}

const names = ({ label }: Item): boolean => label !== null && (label.grant !== null || label.thisCycle)

/** 3GB, 20GB, 無制限: the last of a plan's steps, not what the line has. */
function isStep(page: Page, row: Row): boolean {
  const [above, next] = [page.rows[row.index - 1], page.rows[row.index - 2]]
  if (!above || !hasSize(above) || above.saysRole || hasLabel(above)) return false
  // 海外 0.00 GB, 今月 72.3GB: of something.
  if (above.cells.some((cell) => cell.clauses.some((clause) => clause.items.some(names)))) return false
  return !(isValue(above.cells[0]) && pureLabel(next?.cells[0])?.role)
}
