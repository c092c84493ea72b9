import type { Place } from '../../core/reading.ts'
import type { Site } from '../tie/claim.ts'
import { isValue } from '../tie/layout.ts'
import { addUpTo } from './arithmetic.ts'
import { countOf, groupFor, lineOf, moveWhole, remove, type Group } from './weighed.ts'

/**
 * データ残量 46.31GB, then three things bought with 残り 45.98GB, 0.13GB and 0.20GB: where all that is left adds up to what one figure
 * says, the others are its parts, and each is a bucket by the name beside or above it.
 */
export function splitParts(groups: Group[], shown: (place: Place) => string): void {
  const line = lineOf(groups)
  // Two parts and their whole are three figures; most texts have fewer.
  if (!line || countOf(groups) < 3) return
  const lefts = groups.flatMap((group) =>
    group.weighed.filter(({ role }) => role === 'remaining').map((each) => ({ group, each })),
  )
  if (lefts.length < 3) return
  const totals = line.weighed.filter(
    (each) =>
      each.role === 'remaining' &&
      addUpTo(
        lefts.map((left) => left.each).filter((left) => left !== each),
        each,
      ),
  )
  const total = totals.find(({ claim }) => claim.label?.total) ?? totals[0]
  if (!total) return
  for (const { group, each } of lefts.filter((left) => left.each !== total && !totals.includes(left.each))) {
    const isNamed = group !== line && lefts.find((left) => left.group === group)!.each === each
    const place = isNamed ? null : nameOf(each.claim.site)
    if (!place) continue
    remove(group, each)
    const grant = each.claim.site.clause.cell.row.cells[0]!.clauses[0]?.items[0]?.label?.grant ?? 'unknown'
    const section = each.claim.site.clause.cell.row.index
    const bucket = groupFor(groups, { grant, name: shown(place), section, place })
    bucket.weighed.push({ ...each, isPart: true })
    moveWhole(each, group, bucket)
  }
}

/** The first cell of the figure's row, else the row above in its block that tells nothing of its own. */
function nameOf({ clause: { cell, items } }: Site): Place | null {
  const [first] = cell.row.cells
  if (first && first !== cell) return first.place
  const { above } = cell.row
  const [name] = above?.cells ?? []
  const namesItself = items.some((item) => item.kind === 'other' || item.label?.grant)
  return !namesItself && name && above?.cells.length === 1 && !above.saysRole && !isValue(name) ? name.place : null
}
