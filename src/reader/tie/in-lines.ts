import { isTransparent, isValue, pureLabel, type Cell, type Row } from './layout.ts'
import { HIGHEST_TABLE } from './in-table.ts'
import { isPeriod } from './lists.ts'
import { isStrong, type Label, type Page, type Site, type Tie } from './claim.ts'

type LineKind = 'label' | 'value' | 'skip' | 'end'

function lineKind(row: Row | undefined, { rows }: Page): LineKind {
  if (!row) return 'end'
  const [cell] = row.cells
  if (row.cells.length !== 1 || !cell) return 'end'
  if (isNumber(cell) && isPrintedAgain(cell, rows[row.index + 1])) return 'skip'
  if (isValue(cell) || isState(cell) || isNumber(cell)) return 'value'
  // データ残量 内訳: a heading of what follows, and no label of what stands above it.
  if (row.figures === 0 && cell.clauses.at(-1)?.items.at(-1)?.token.sense === 'part') return 'end'
  // チャージ残量を含む
  if (row.figures === 0 && row.senses.has('included')) return 'skip'
  const label = pureLabel(cell)
  // 残り34% has its own value; 今月 alone labels nothing.
  const hasOwn = cell.clauses.some((clause) => clause.items.some((item) => item.kind === 'percent'))
  const saysWhenOnly = label?.role === null && label.grant === null && label.thisCycle && label.namePlace === null
  if (label && (hasOwn || saysWhenOnly)) return 'skip'
  if (label && (label.grant !== null || (label.role !== null && label.role !== 'planName'))) return 'label'
  return isTransparent(cell) || isPeriod(row) ? 'skip' : 'end'
}

/** A figure that lost its unit still stands where a figure stands. */
const isNumber = (cell: Cell): boolean =>
  cell.clauses.length === 1 &&
  cell.otherLength === 0 &&
  cell.clauses[0]!.items.length === 1 &&
  cell.clauses[0]!.items[0]!.kind === 'figure'

/** 7.15 in the middle of a ring, and 7.15 GB below it. */
function isPrintedAgain({ clauses }: Cell, below: Row | undefined): boolean {
  const [own, again] = [clauses[0]!.items[0]!.token, below?.cells[0]?.clauses[0]?.items[0]?.token]
  return (
    own.kind === 'number' &&
    again?.kind === 'amount' &&
    own.amount!.mantissa === again.amount!.mantissa &&
    own.amount!.decimals === again.amount!.decimals
  )
}

/** 無制限 may stand where a figure would. */
export const isState = (cell: Cell): boolean =>
  cell.clauses.length === 1 &&
  cell.clauses[0]!.items.length === 1 &&
  cell.clauses[0]!.items[0]!.token.sense === 'unlimited'

/** A label on a line of its own and its figure on the next, or the other way round: the run of such lines shows which. */
export function inLines(site: Site, page: Page): Omit<Tie, 'rule'> | null {
  const { row } = site.clause.cell
  if (lineKind(row, page) !== 'value') return null
  const run = runAround(page, row, true)
  const used = run.some((line) => line.kind === 'label') ? run : runAround(page, row, false)
  const at = used.findIndex((line) => line.row === row)
  const first = used[0]!.kind
  const last = used.at(-1)!.kind
  let neighbour: Row | undefined
  if (first === 'label' && last === 'value') neighbour = used[at - 1]?.kind === 'label' ? used[at - 1]!.row : undefined
  else if (first === 'value' && last === 'label')
    neighbour = used[at + 1]?.kind === 'label' ? used[at + 1]!.row : undefined
  else if (first === 'label' && last === 'label') neighbour = betweenLabels(used, at)
  const label = neighbour && ownOrHeading(neighbour, used)
  return label?.role ? { role: label.role, label, strength: isStrong(label.role) ? 2 : 1 } : null
}

/** 残り, then データ容量, then the figure: the two lines are one label. */
const isWeakOfData = (label: Label | null): label is Label =>
  (label?.role === 'capacity' || label?.role === 'volume') && label.grant === null

/** データ残量, then 合計, then the figure: the total of what the line above says. */
function ownOrHeading(row: Row, run: readonly Line[]): Label | null {
  const label = pureLabel(row.cells[0])
  const above = run[run.findIndex((line) => line.row === row) - 1]
  const heading = above?.kind === 'label' ? pureLabel(above.row.cells[0]) : null
  if (!heading || !isStrong(heading.role)) return label
  if (label?.role === 'sum') return { ...heading, total: true }
  const isOne = isWeakOfData(label) && heading.namePlace === null && above!.row.index === row.index - 1
  return isOne ? { ...label, role: heading.role } : label
}

interface Line {
  readonly row: Row
  readonly kind: LineKind
}

function runAround(page: Page, row: Row, sameBlock: boolean): Line[] {
  const run: Line[] = [{ row, kind: 'value' }]
  for (let i = row.index - 1; i >= Math.max(0, row.index - HIGHEST_TABLE); i--) {
    const above = page.rows[i]!
    const kind = lineKind(above, page)
    // 主回線 080-0000-0911 has its figure below it.
    if (above.hasPhone && run[0]!.kind === 'value' && run[0]!.row !== row && run[0]!.row.above === above) run.shift()
    if (kind === 'end' || (sameBlock && above.block !== row.block)) break
    if (kind !== 'skip') run.unshift({ row: above, kind })
  }
  for (let i = row.index + 1; i < Math.min(page.rows.length, row.index + HIGHEST_TABLE); i++) {
    const below = page.rows[i]!
    const kind = lineKind(below, page)
    if (kind === 'end' || (sameBlock && below.block !== row.block)) break
    if (kind !== 'skip') run.push({ row: below, kind })
  }
  // ドコモ MAX / 無制限 above データ使用量: a state whose label is not in the run is no figure of it.
  while (run.length > 1 && run[0]!.row !== row && isState(run[0]!.row.cells[0]!) && run[1]!.kind === 'label')
    run.shift()
  // The name of the next bucket is no label of the figure above it.
  while (pureLabel(run.at(-1)!.row.cells[0])?.role === null) run.pop()
  return run
}

/** L V L could be either way round, unless only one of the two labels can be a figure's. */
function betweenLabels(run: readonly Line[], at: number): Row | undefined {
  const before = run[at - 1]
  const after = run[at + 1]
  if (before?.kind !== 'label' || after?.kind !== 'label' || run.length !== 3) return undefined
  const strongBefore = isStrong(pureLabel(before.row.cells[0])!.role)
  const strongAfter = isStrong(pureLabel(after.row.cells[0])!.role)
  if (strongBefore === strongAfter) return undefined
  if (strongBefore) return before.row
  // A label below its figure touches it.
  return after.row.index === run[at]!.row.index + 1 ? after.row : undefined
}
