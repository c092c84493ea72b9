import type { Grant } from '../../core/reading.ts'
import type { WordSense } from '../lex/lexicon.ts'
import type { Cell, Row } from './layout.ts'
import type { Page } from './claim.ts'
import type { BucketKey } from './ties.ts'

/** Words that make a row no heading of a pack that one has. */
const REFUSALS: readonly WordSense[] = [
  'condition',
  'example',
  'past',
  'storage',
  'otherService',
  'otherLine',
  'notData',
  'expires',
  'asOf',
  'upTo',
  'perTime',
]

const DURATION = /(?:日間?|時間|days?|hours?|天|か月|ヶ月|カ月|months?)$/
/** Words for something bought. */
export const PACK = /\b(?:pack|pass|bundle|package)\b|流量包|數據包|数据包/

const LONGEST_HEADING = 60
const FARTHEST_FIGURE = 3

/**
 * Japan 25GB - 30 days, with 17.9 GB left below it: a row that is nothing but the name of something bought, whichever words it has.
 * Null where it is none.
 */
export function packHeading(row: Row, { rows }: Page, text: string): BucketKey | null {
  const [cell] = row.cells
  if (row.cells.length !== 1 || row.saysRole || !cell || !hasBalanceBelow(row, rows)) return null
  if (REFUSALS.some((sense) => row.senses.has(sense))) return null
  // キャンペーン 1GB over 残り 0.5GB was not offered, but taken.
  const isNamed = !row.senses.has('offer') && isName(cell, text)
  return isNamed || isSized(row, rows) ? keyOf(row, cell, text) : null
}

function hasBalanceBelow({ index }: Row, rows: Page['rows']): boolean {
  for (let i = index + 1; i <= index + FARTHEST_FIGURE && i < rows.length; i++)
    if (rows[i]!.saysRole && rows[i]!.figures > 0 && !rows[i]!.senses.has('total')) return true
  return false
}

/** In one walk: most rows of a page come by here. */
function isName({ place, clauses }: Cell, text: string): boolean {
  if (place.end - place.start > LONGEST_HEADING) return false
  let [sizes, lasts, isNamed, hasGrant] = [0, false, clauses[0]?.items[0]?.kind === 'other', false]
  for (const { items, dates } of clauses) {
    if (dates.length > 0) return false
    for (const { kind, token, label } of items) {
      const isCount = token.kind === 'count'
      if (kind === 'state' || kind === 'percent' || (kind === 'foreign' && !isCount)) return false
      if (token.kind === 'amount' && !token.amount!.refused) sizes += 1
      if ((isCount || label?.period === 'recent') && DURATION.test(text.slice(token.start, token.end))) lasts = true
      if (label?.grant) hasGrant = true
      if (kind !== 'other' && !(label?.grant && (label.grant !== 'plan' || label.spaced) && label.role === null))
        isNamed = false
    }
  }
  // Greater China roaming data
  if (isNamed && hasGrant) return true
  return (sizes === 1 && lasts) || (sizes <= 1 && PACK.test(text.slice(place.start, place.end)))
}

/** ギガ活 300MB over 残り 120MB: a name and a size alone, no plan's, that what is left of it fits into. */
function isSized({ index, cells: [cell] }: Row, rows: Page['rows']): boolean {
  const [clause, second] = cell!.clauses
  const left = rows[index + 1]?.cells[0]?.clauses[0]
  const [size] = clause?.sites ?? []
  if (second || !size || !left || left.sites.length !== 1 || clause!.items.at(-1) !== size.item || size.index === 0)
    return false
  const isBare = left.items.every(
    ({ kind, label }) => kind === 'figure' || (label?.role === 'remaining' && !label.namePlace),
  )
  const names = clause!.items.every(({ kind, label }) => kind === 'figure' || kind === 'other' || label?.role === null)
  return (
    isBare &&
    left.items.length === 2 &&
    names &&
    left.sites[0]!.item.token.amount!.bytes <= size.item.token.amount!.bytes
  )
}

function keyOf(row: Row, cell: Cell, text: string): BucketKey {
  const grant: Grant =
    cell.clauses.flatMap((clause) => clause.items).find((item) => item.label?.grant)?.label?.grant ?? 'unknown'
  const name = text.slice(cell.place.start, cell.place.end).trim()
  return { grant, name, section: row.index, place: { start: cell.place.start, end: cell.place.start + name.length } }
}
