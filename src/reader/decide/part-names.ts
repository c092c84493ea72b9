import type { Grant, Place } from '../../core/reading.ts'
import type { WordSense } from '../lex/lexicon.ts'
import { isStrong, type Site } from '../tie/claim.ts'
import { isValue, type Cell, type Item, type Row } from '../tie/layout.ts'
import type { Weighed } from './weighed.ts'

/** What a part is called: by its label, unless that says a role alone, else by what stands before it in its row, or above it. */
export function partNameOf({ claim: { label, site } }: Weighed): Place {
  const { row } = site.clause.cell
  const [first] = row.cells
  if (label && (!isStrong(label.role) || label.thisCycle || label.namePlace)) return label.place
  if (isStrong(label?.role) && first !== site.clause.cell) return first!.place
  const above = nameAbove(site)
  if (above) return above.place
  const { start } = site.item.token
  const from = site.clause.parent ? site.clause.items[0]!.token.start : first!.place.start
  // 当月付与 5.0GB 残 3.5GB, データ購入 残り 2.0GB
  const end = Math.min(
    start,
    sizeInName(site)?.item.token.start ?? start,
    label !== null && isStrong(label.role) && label.place.start > from ? label.place.start : start,
  )
  return from < start ? { start: from, end } : (label?.place ?? { start, end: start })
}

export const grantIn = (site: Site): Grant | null =>
  [...site.clause.items, ...(nameAbove(site)?.clauses.flatMap(({ items }) => items) ?? [])].find(
    (item) => item.label?.grant,
  )?.label?.grant ?? null

/** データギフト, and 2.35GB below it, or 残り 2.35GB, perhaps with its end between them. */
export function nameAbove({ clause: { cell } }: Site): Cell | null {
  const { row } = cell
  const isBare = row.cells.length === 1 && cell.clauses.every(({ items }) => items.every(isPartOfValue))
  if (!isBare) return null
  const { above } = row
  const beyond = above && isOnlyDate(above) ? nameIn(above.above) : null
  return beyond ?? nameIn(above)
}

function nameIn(row: Row | null): Cell | null {
  const [name, second] = row?.cells ?? []
  return name && !second && !isOfRole(name) && !isValue(name) ? name : null
}

const isOnlyDate = ({ cells, figures }: Row): boolean =>
  figures === 0 &&
  cells.every(({ clauses }) => clauses.every(({ dates, items }) => dates.length > 0 && items.length === 0))

const isPartOfValue = ({ kind, label }: Item): boolean =>
  kind === 'figure' || kind === 'slash' || (label?.role === 'remaining' && label.namePlace === null)

const isOfRole = (cell: Cell): boolean =>
  cell.clauses.some(
    ({ items, senses }) =>
      senses.has('part') ||
      items.some(({ label }) => label?.total || label?.role === 'remaining' || label?.role === 'used'),
  )

/** データ追加3GB（30日間） 0.2GB, 月間データ容量（5GB） above 3.20GB: the size of what was given, in the name of what is left. */
export function sizeInName(site: Site): Site | null {
  if (site.whole || site.part) return null
  const beside = sizeBeside(site)
  const sizes = beside ? [beside] : sizesOf(nameAbove(site))
  return sizes.length === 1 && fitsInto(site, sizes[0]!) ? sizes[0]! : null
}

/** In brackets, or with its days; any other figure above may be of something else. */
function sizesOf(name: Cell | null): Site[] {
  const hasDays = name?.clauses.some(({ items }) => items.some(({ token }) => token.kind === 'count'))
  return (name?.clauses ?? []).flatMap(({ sites, parent }) => (hasDays || parent !== null ? sites : []))
}

/** データ追加3GB（30日間） 0.2GB, 当月付与 5.0GB 残 3.5GB: in its clause. */
export function sizeBeside(site: Site): Site | null {
  const { sites, items } = site.clause
  const [first, second] = sites
  if (second !== site || items.at(-1) !== site.item || site.whole || site.part || !fitsInto(site, first!)) return null
  const between = items.slice(first!.index + 1, site.index)
  const isRest = ({ token, label }: Item): boolean =>
    token.kind === 'count' || (label?.role === 'remaining' && !label.namePlace)
  return between.length > 0 && between.every(isRest) ? first! : null
}

const fitsInto = ({ item: { token } }: Site, size: Site): boolean =>
  size.item.token.kind === 'amount' && size.item.token.amount!.bytes >= token.amount!.bytes

/** Gigaプラス 2.50GB, 回線1 4.2GB, パケットギフト・その他 500MB: words stand before the figure in its row, and no role among them. */
export function namesItself(site: Site): boolean {
  const { cell, items, parent, senses } = site.clause
  const { token } = site.item
  const [first, second] = cell.row.cells
  if (parent || site.part || token.amount!.refused || (first !== cell && second !== cell)) return false
  if (token.start - first!.place.start > LONGEST_NAME || NO_BUCKETS.some((sense) => senses.has(sense))) return false
  const above = items.length === 1 && first === cell ? nameAbove(site) : null
  const named = above ? namesIn(above) : second === cell ? itemsOf(first!) : items.slice(0, site.index)
  const hasSize = sizeInName(site) !== null
  return (
    (above !== null || named.length > 0) &&
    named.every(
      ({ kind, token: { kind: of }, label }) =>
        kind === 'other' ||
        of === 'phone' ||
        (hasSize && (of === 'count' || of === 'amount')) ||
        (second === cell && of === 'number') ||
        (label && (!isStrong(label.role) || (above !== null && label.role === 'allowance'))),
    )
  )
}

const itemsOf = ({ clauses }: Cell): Item[] => clauses.flatMap(({ items }) => items)

const namesIn = ({ clauses }: Cell): Item[] =>
  clauses.filter(({ sites }) => sites.length === 0).flatMap(({ items }) => items)

/** 動画 0.80GB, ギフト可能 2.5GB: shares of use, or what may be done with data. */
const NO_BUCKETS: readonly WordSense[] = ['notData', 'storage', 'otherService', 'givenAway', 'upTo', 'condition']

const LONGEST_NAME = 30
