import { exactBytes } from '../../core/amount.ts'
import type { WallClock } from '../../core/reading.ts'
import { completeYear } from '../lex/dates.ts'
import { FIGURE_ROLES, type Site } from '../tie/claim.ts'
import type { DateClaim, Ties } from '../tie/ties.ts'
import { placeOfToken } from '../lex/token.ts'
import type { Draft, DraftBucket } from './draft.ts'
import { isEmpty, lineOf, placeOf, rowOf, sameBucket, type Group } from './weighed.ts'

const ZONE = 'Asia/Tokyo'

export function wallClock(date: DateClaim, from: string | null): WallClock | null {
  const at = completeYear(date.site.token.date!.at!, from, date.kind === 'asOf' ? 'before' : 'after')
  return at === null ? null : { at, zone: ZONE, places: [placeOfToken(date.site.token)] }
}

/** Where a page has buckets, a date is the line's only right after a figure of the line. */
function isOfLine(date: DateClaim, groups: readonly Group[], ties: Ties, draft: Draft): boolean {
  const { row } = date.site.clause.cell
  if (isOfOffer(date, ties, draft)) return false
  const line = lineOf(groups)
  const inRow = line?.weighed.filter((each) => rowOf(each) === row.index) ?? []
  // The figure beside it was given up: then so is its date.
  if (
    inRow.length > 0 &&
    !inRow.some((each) =>
      FIGURE_ROLES.some((role) => line!.draft[role]?.provenance?.places[0]?.start === placeOf(each.claim).start),
    )
  )
    return false
  if (groups.every((group) => group.key.grant === null || group.key.grant === 'daily' || isEmpty(group.draft)))
    return true
  return groups.some(
    (group) =>
      group.key.grant === null &&
      group.weighed.some((each) => row.index - rowOf(each) >= 0 && row.index - rowOf(each) <= 2),
  )
}

/** 10GB増量 12/31まで: the figure at or above the date is an offer's, or none of its block is the line's. */
function isOfOffer(
  { site: { clause, token } }: DateClaim,
  { printed, claims, states }: Ties,
  { total }: Draft,
): boolean {
  const { block, index } = clause.cell.row
  const figures = printed.filter((site) => site.clause.cell.row.block === block && !isConditional(site))
  const told = new Set(claims.map((claim) => claim.site))
  const above =
    figures.findLast((site) => site.item.token.end <= token.start) ??
    figures.findLast((site) => site.clause.cell.row.index <= index)
  const isSize = total.allowance !== undefined && exactBytes(total.allowance.amount) === above?.item.token.amount?.bytes
  if (above && !told.has(above) && !isSize) return !isSaidSince(above.clause.cell.row.index, index, states)
  return (
    figures.length > 0 && !figures.some((site) => told.has(site)) && !states.some((state) => state.row.block === block)
  )
}

/** Turns it on for 1 GB whenever less than 100 MB remains: no offer that a date could be of. */
const isConditional = ({ clause, index }: Site): boolean =>
  clause.senses.has('condition') ||
  [clause.items[index - 1], clause.items[index + 1]].some(
    (item) => item?.token.sense === 'over' || item?.token.sense === 'under',
  )

const isSaidSince = (from: number, to: number, states: Ties['states']): boolean =>
  states.some((state) => state.row.index > from && state.row.index <= to)

/** The bucket that a date is about; the line, when it is about the line or about what was bought for it; nothing, when it is about a bucket that has no figures. */
function ownerOf(
  { bucket, site, pack }: DateClaim,
  groups: readonly Group[],
  draft: Draft,
): DraftBucket | Draft | null {
  const inPack = bucket.grant === null && pack ? groups.find((each) => each.key === pack && !isEmpty(each.draft)) : null
  if (inPack) return inPack.draft
  if (bucket.grant === null) return pieceAbove(site.clause.cell.row.index, groups) ?? draft
  // What is for a day, or for other devices, does not end by itself.
  if (bucket.grant === 'daily' || bucket.grant === 'tethering') return draft
  const group = groups.find((each) => sameBucket(each.key, bucket) && !isEmpty(each.draft))
  return (
    group?.draft ?? (bucket.grant === 'topUp' || bucket.grant === 'plan' || bucket.grant === 'roaming' ? draft : null)
  )
}

/** 月間データ容量 1.87GB became a bucket because it is part of a sum: so does the date below it. */
function pieceAbove(row: number, groups: readonly Group[]): DraftBucket | null {
  const near = groups
    .flatMap((group) => group.weighed.map((each) => ({ group, isPart: each.isPart, distance: row - rowOf(each) })))
    .filter(({ distance }) => distance >= 0 && distance <= 2)
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.isPart ? near[0].group.draft : null
}

/** Below a figure that nothing explains: that may be a bucket, and the line's date another. */
function isBelowUntold({ site }: DateClaim, { printed, untold }: Ties): boolean {
  const { block, index } = site.clause.cell.row
  const above = printed.findLast(({ clause: { cell } }) => cell.row.block === block && cell.row.index <= index)
  return above !== undefined && untold.includes(above)
}

export function applyDates(ties: Ties, groups: Group[], draft: Draft, from: string | null): void {
  const contradicted = new Set<DraftBucket | Draft>()
  for (const date of ties.dates) {
    const clock = date.kind === 'expires' ? wallClock(date, from) : null
    if (!clock) continue
    const owner = ownerOf(date, groups, draft)
    if (!owner) continue
    if (owner === draft && !isOfLine(date, groups, ties, draft)) {
      if (isBelowUntold(date, ties)) contradicted.add(draft)
      continue
    }
    if (owner.expires && owner.expires.at !== clock.at) contradicted.add(owner)
    owner.expires ??= clock
  }
  for (const owner of contradicted) delete owner.expires
}
