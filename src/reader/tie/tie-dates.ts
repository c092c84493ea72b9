import { betweenCommas, type Clause, type DateSite, type Row } from './layout.ts'
import { placeOfToken } from '../lex/token.ts'
import { HIGHEST_TABLE } from './in-table.ts'
import type { Page } from './claim.ts'
import type { Sections } from './sections.ts'
import { WHOLE_LINE, type BucketKey, type Claim, type Ties } from './ties.ts'

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

export function tieDate(site: DateSite, page: Page, sections: Sections, ties: Ties): void {
  const place = placeOfToken(site.token)
  if (site.token.date!.at === null) {
    ties.doubts.push({ code: 'impossible-date', place })
    return
  }
  const beside = site.after === 'until' || site.after === 'asOf' ? site.after : (site.before ?? site.after)
  const sense = beside ?? (isInColumnOfEnds(site, page) ? 'expires' : null)
  if (sense === 'asOf') ties.dates.push({ kind: 'asOf', site, bucket: WHOLE_LINE, pack: null })
  if (sense !== 'expires' && sense !== 'until') return
  if (sense === 'until' && (endsCount(site) || (site.before === 'until' && !isBesideClaim(site, ties)))) return
  if (
    isAboutSomethingElse(site) ||
    (sections.heading.has('notData') && site.clause.sites.length === 0 && !isBelowClaim(site, ties))
  )
    return
  if (!standsAbove(site, page))
    ties.dates.push({ kind: 'expires', site, bucket: bucketOfDate(site, sections, ties.claims), pack: sections.pack })
}

/** 儲值卡 / 數據餘額 3,890MB / 有效期至: right below a figure of data, the date is the figure's. */
const isBelowClaim = ({ clause }: DateSite, { claims }: Ties): boolean =>
  claims.at(-1)?.site.clause.cell.row.index === clause.cell.row.index - 1

/** "5GB until Nov 30", "Days left: 11 (until Dec 7)" below a figure: elsewhere "until" may end anything. */
const isBesideClaim = (site: DateSite, ties: Ties): boolean =>
  ties.claims.some((claim) => claim.site.clause.cell.row === site.clause.cell.row) ||
  (isBelowClaim(site, ties) && (site.clause.items.length === 0 || site.clause.senses.has('neutral')))

/** 11月20日までの累計通信量: how far the count goes, and no end. */
const endsCount = ({ clause, index }: DateSite): boolean => {
  const role = clause.items[index]?.label?.role
  return role === 'used' || role === 'volume'
}

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
function isAboutSomethingElse(site: DateSite): boolean {
  for (let at: Clause | null = site.clause; at; at = at.parent) {
    const beside = at === site.clause ? betweenCommas(at.items, site.index) : at.items
    if (beside.some((item) => item.token.kind === 'speed')) return true
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
  // What is none of it has no end.
  const last = claims.findLast((claim) => claim.rule !== 'none-of-it')
  return last && last.site.clause.cell.row.block === row.block && last.site.clause.cell.row.index >= row.index - 2
    ? last.bucket
    : WHOLE_LINE
}
