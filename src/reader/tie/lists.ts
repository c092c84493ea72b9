import type { WordSense } from '../lex/lexicon.ts'
import { isFinerThanGiven } from '../lex/token.ts'
import { hasSites, isValue, labelToLeft, pureLabel, type Cell, type Item, type Row } from './layout.ts'
import { isStrong, type Label, type Page, type Site, type Tie } from './claim.ts'

// What stands around a figure in a list: its own name, the rows of its kind, the figure before it.

/** The label right before a figure, past its whole: 当月分 15.00GB中 9.35GB. */
export function labelOfPiece({ clause: { items, cell }, index, whole }: Site): Label | null {
  const isPast = whole !== null && items[index - 2] === whole.item && items[index - 1]!.token.sense === 'outOf'
  const before = items[isPast ? index - 3 : index - 1]
  return before?.label ?? labelToLeft(cell)
}

export const rowAbove = (page: Page, cell: Cell): Cell | undefined => {
  const above = page.rows[cell.row.index - 1]
  return cell.row.cells.length === 1 && above?.cells.length === 1 ? above.cells[0] : undefined
}

/** データ残量をお知らせします, and in the next sentence nothing but its figure. */
export function announcedLabel({ clause }: Site, page: Page): Label | null {
  const { cell, items, parent } = clause
  if (parent) return null
  const at = cell.clauses.indexOf(clause)
  const before = at > 0 ? cell.clauses[at - 1] : rowAbove(page, cell)?.clauses.at(-1)
  if (
    !before?.senses.has('announced') ||
    !items.every(isBare) ||
    NO_ANNOUNCEMENT.some((sense) => before.senses.has(sense))
  )
    return null
  const [label, verb] = before.items.slice(-2)
  return verb?.token.sense === 'announced' && isStrong(label?.label?.role) ? label.label : null
}

const NO_ANNOUNCEMENT: readonly WordSense[] = ['condition', 'example', 'past', 'otherLine', 'storage', 'upTo']

/** What may stand beside an announced figure: its whole, 現在の. */
const isBare = ({ kind, label }: Item): boolean =>
  kind === 'figure' || kind === 'comma' || kind === 'slash' || (label?.role === null && label.grant === null)

/** 追加データ量, and 0GB on the next line. */
export function grantAbove({ clause: { cell } }: Site, page: Page): Label | null {
  const label = isValue(cell) ? pureLabel(rowAbove(page, cell)) : null
  return label && label.grant !== null && !isStrong(label.role) && label.role !== 'available' ? label : null
}

/** The figure right before this one: in its clause, or the last of the clause before in the same cell. */
export function previousSite(site: Site, page: Page): Site | undefined {
  const own = site.clause.sites.indexOf(site)
  if (own > 0) return site.clause.sites[own - 1]
  const { cell } = site.clause
  return (
    cell.clauses[cell.clauses.indexOf(site.clause) - 1]?.sites.at(-1) ??
    (cell.clauses[0] === site.clause ? lastCellAbove(page, cell)?.clauses.at(-1)?.sites.at(-1) : undefined)
  )
}

/** 残り41% is no heading: it has its own value. */
export const hasPercent = (row: Row): boolean =>
  row.cells.some((cell) => cell.clauses.some((clause) => clause.items.some((item) => item.kind === 'percent')))

/** Whether a list goes on to a figure with a role of its own. */
export function endsInRole(row: Row, page: Page): boolean {
  let below = page.rows[row.index + 1]
  for (let i = 0; i < LONGEST_LIST && below?.block === row.block && isMember(below); i++)
    below = page.rows[below.index + 1]
  return (
    below?.block === row.block && below.saysRole && (below.figures > 0 || isValue(page.rows[below.index + 1]?.cells[0]))
  )
}

export const LONGEST_LIST = 12

/** The tie of a figure that stands alone in the cell right of its label. */
export function fromLeft({ clause: { cell } }: Site): Omit<Tie, 'rule'> | null {
  const label = isValue(cell) ? labelToLeft(cell) : null
  return label?.role ? { role: label.role, label, strength: 2 } : null
}

/** 今月のデータ量 | 33.2GB over （うちくりこし 3.2GB）. */
const lastCellAbove = (page: Page, { row }: Cell): Cell | undefined =>
  row.cells.length === 1 ? page.rows[row.index - 1]?.cells.at(-1) : undefined

export const isEmpty = (cell: Cell): boolean => cell.clauses.every((clause) => clause.items.length === 0)

/** 通話 20分, SMS 5通: what is left of something else than data. */
export const isOtherSubject = (row: Row | undefined): boolean =>
  row !== undefined &&
  !hasSites(row) &&
  row.cells.some((cell) => cell.clauses.some((clause) => clause.senses.has('notData')))

/** 11月1日～11月26日 */
export const isPeriod = (row: Row | undefined): boolean =>
  row !== undefined &&
  row.cells.length === 1 &&
  row.cells[0]!.clauses.every((clause) => clause.dates.length > 0 && clause.items.every((item) => item.kind === 'mark'))

/** Whether a row is one of a list of buckets with their figures. */
export const isMember = (row: Row | undefined): boolean =>
  row !== undefined &&
  row.cells.some((cell) => cell.clauses.some((clause) => clause.sites.some((site) => grantLabel(site) !== null)))

/** データ使用量, データチャージ 0.5GB, データチャージ 1GB: nothing but sizes to add, as a menu offers them. */
export function isMenu({ item, clause }: Site, own: Label, { rows }: Page): boolean {
  if (!isSizeToAdd(item, own)) return false
  const { row } = clause.cell
  const sizes = [rows[row.index - 1], rows[row.index + 1]].flatMap((other) => (isMember(other) ? sitesOf(other!) : []))
  // What was bought has an end.
  if (
    row.cells.some((cell) => cell.clauses.some(({ dates }) => dates.length > 0)) ||
    rows[row.index + 1]?.senses.has('expires')
  )
    return false
  return sizes.every((site) => isSizeToAdd(site.item, grantLabel(site)))
}

const isSizeToAdd = ({ token }: Item, label: Label | null): boolean =>
  label?.grant === 'topUp' && label.role === null && token.amount!.bytes > 0 && !isFinerThanGiven(token.amount!)

const sitesOf = (row: Row): readonly Site[] =>
  row.cells.flatMap((cell) => cell.clauses.flatMap((clause) => clause.sites))

/** 本日 0.12GB, 昨日 1.2GB: one of a list by time. */
export const isOfOtherTime = (row: Row): boolean =>
  row.cells.some((cell) =>
    cell.clauses.some(({ sites, items }) => sites.length > 0 && items.some((item) => item.label?.period)),
  )

/** 今月 | 12.3GB below 通信量 and beside 本日 | 0.52GB: what routers count by time was used. */
export function monthInList(site: Site, page: Page): Label | null {
  const { cell } = site.clause
  const { row } = cell
  const beside = site.clause.items[site.index - 1]?.label ?? labelToLeft(cell)
  const own = beside ?? (isValue(cell) ? pureLabel(rowAbove(page, cell)) : null)
  if (!own?.thisCycle || own.role !== null || own.grant !== null || own.namePlace !== null) return null
  let isByTime = [1, 2].some((below) => {
    const later = page.rows[row.index + below]
    return later?.block === row.block && saysPeriod(later, UNDER_A_MONTH)
  })
  for (let i = row.index - 1; i >= Math.max(0, row.index - LONGEST_LIST); i--) {
    const above = page.rows[i]!
    const heading = above.cells.length === 1 ? pureLabel(above.cells[0]) : null
    if (heading?.role === 'volume' && heading.grant === null && heading.period === null) return isByTime ? own : null
    isByTime ||= saysPeriod(above, UNDER_A_MONTH)
    if (!saysPeriod(above, OTHER_TIMES) && heading !== own && !isValue(above.cells[0])) return null
  }
  return null
}

/** 当月分 and 前月分 may be what there is of each; of a day there is only what was used. */
const UNDER_A_MONTH: readonly Label['period'][] = ['today', 'recent']
const OTHER_TIMES: readonly Label['period'][] = [...UNDER_A_MONTH, 'past']

const saysPeriod = (row: Row, periods: readonly Label['period'][]): boolean =>
  row.cells.some((cell) =>
    cell.clauses.some(({ items }) => items.some(({ label }) => label?.period && periods.includes(label.period))),
  )

/** プラン 2.15GB: no plan has that size. */
const isRestOfPlan = ({ role, spaced }: Label, { item, clause }: Site): boolean =>
  role === 'planName' && !spaced && item.token.amount!.decimals > 0 && clause.items.length === 2

/** A label beside the figure that names a bucket and no role, or a weak one: 基本データ 3GB. */
export function grantLabel(site: Site): Label | null {
  const { cell } = site.clause
  const beside = site.clause.items[site.index - 1]
  const label = beside?.kind === 'label' ? beside.label : labelToLeft(cell)
  const names = label && (label.grant !== null || label.thisCycle || label.role === 'sum' || isRestOfPlan(label, site))
  return names && !isStrong(label.role) && label.role !== 'available' ? label : null
}

/** 残り 12.3GB: below データ追加20GB（30日間） that is its rest, and the row above no member of a list. */
export const isRest = (row: Row | undefined): boolean => {
  const [label, figure] = row?.cells[0]?.clauses[0]?.items ?? []
  return label?.label?.role === 'remaining' && label.label.namePlace === null && figure?.kind === 'figure'
}
