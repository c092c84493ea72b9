import { hasSites, isValue, pureLabel, type Cell, type Row } from './layout.ts'
import { isStrong, type Label, type Page, type Site, type Tie } from './claim.ts'
import { isSize } from './in-clause.ts'

export function inTable(site: Site, page: Page): Omit<Tie, 'rule'> | null {
  const { cell } = site.clause
  const { row } = cell
  const at = row.cells.indexOf(cell)
  if (row.cells.length < 2 || !onlyWeak(cell)) return null
  const header = headerLabel(page, row, at)
  const side = rowLabel(row, at)
  if (!header?.role || (side?.role === 'volume' && !isStrong(header.role))) return null
  // 通信量（KB） over 当月累計通信量 | 2,000,000: the row says more.
  const namesRow = side?.role === 'allowance' && hasTwin(page, row)
  if (side && isStrong(side.role) && isSize(header.role) && !isStrong(header.role) && !namesRow)
    return { role: side.role, label: { ...side, unitPower: side.unitPower ?? header.unitPower }, strength: 2 }
  if ((side?.role === 'used' || side?.role === 'remaining') && side.role !== header.role) return null
  // 期間 | 通信量 over 今月 | 18.05GB
  if (header.role === 'volume' && side?.thisCycle && side.role === null && side.grant === null)
    return { role: 'used', label: { ...header, thisCycle: true, total: true }, strength: 2 }
  const named = side?.grant ? side : header
  const label: Label = {
    ...header,
    grant: named.grant,
    namePlace: named.namePlace,
    period: header.period ?? side?.period ?? null,
    total: header.total || (side?.total ?? false),
  }
  const isNumbered = row.cells[0]!.clauses.some((clause) => clause.items.some((item) => item.token.kind === 'phone'))
  if (label.grant === null && !label.total && !isNumbered && hasTwin(page, row)) {
    label.grant = side && (side.thisCycle || isSize(side.role)) ? 'plan' : 'unknown'
    label.namePlace = row.cells[0] === cell ? null : row.cells[0]!.place
  }
  if (label.unitPower === null && site.item.token.kind === 'number') label.unitPower = unitAbove(page, row)
  return { role: header.role, label, strength: isStrong(header.role) ? 2 : 1 }
}

/** データ容量照会（単位：GB） above a table of bare numbers. */
function unitAbove({ rows }: Page, { index, block }: Row): number | null {
  for (let i = index - 1; i >= Math.max(0, index - HIGHEST_TABLE) && rows[i]!.block === block; i--)
    if (rows[i]!.unitPower !== null) return rows[i]!.unitPower
  return null
}

/** Whether the table has another row of figures: then each row is a bucket, and only 合計 is the line. */
function hasTwin(page: Page, row: Row): boolean {
  return [page.rows[row.index - 1], page.rows[row.index + 1]].some(
    (other) => other?.block === row.block && other.cells.length === row.cells.length && hasSites(other),
  )
}

/** The label at the left end of a table's row. */
function rowLabel(row: Row, at: number): Label | null {
  for (let i = at - 1; i >= 0; i--) {
    const label = pureLabel(row.cells[i])
    if (label) return label
  }
  return null
}

/** How many rows above a figure its header may stand. */
export const HIGHEST_TABLE = 60

/** The label above a figure in the nearest row that is all labels and has as many cells; below it when there is none above. */
function headerLabel(page: Page, row: Row, at: number): Label | null {
  for (let i = row.index - 1; i >= Math.max(0, row.index - HIGHEST_TABLE); i--) {
    const above = page.rows[i]!
    const shift = row.cells.length - above.cells.length
    const corner =
      shift === 1 &&
      row.cells[0]!.clauses.every((clause) => clause.sites.length === 0) &&
      pureLabel(above.cells[0])?.role
    if (!(shift === 0 || corner) || above.cells.length < 2) {
      if (above.block !== row.block || above.cells.length < 2) break
      continue
    }
    if (isHeader(above)) return pureLabel(above.cells[at - shift])
  }
  const below = page.rows[row.index + 1]
  return below &&
    below.block === row.block &&
    below.cells.length === row.cells.length &&
    isHeader(below) &&
    row.cells.every((cell) => isValue(cell))
    ? pureLabel(below.cells[at])
    : null
}

const isHeader = (row: Row): boolean =>
  row.cells.every((cell) =>
    cell.clauses.every((clause) => clause.sites.length === 0 && clause.items.every((item) => item.kind !== 'foreign')),
  ) && row.cells.some((cell) => pureLabel(cell)?.role)

/** Whether the labels of a cell are all weak: 通信量 3.2GB may have its role in the header. */
export function onlyWeak(cell: Cell): boolean {
  return cell.clauses.every((clause) =>
    clause.items.every((item) => item.kind !== 'label' || !isStrong(item.label!.role)),
  )
}
