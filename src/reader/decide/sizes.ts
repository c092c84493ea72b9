import type { Grant } from '../../core/reading.ts'
import { isStrong, type Site } from '../tie/claim.ts'
import { PACK } from '../tie/packs.ts'
import type { BucketKey, Claim, Ties } from '../tie/ties.ts'
import { exceeds } from './arithmetic.ts'
import { grantIn, sizeBeside } from './part-names.ts'
import { countOf, lineOf, remove, rowOf, type Group, type Weighed } from './weighed.ts'

/** データ追加20GB（30日間） or Japan 25GB - 30 days over 17.9 GB left: what the name of a bucket says that there was, or of the line that has only one. */
export function addSizesOfNames(groups: readonly Group[], ties: Ties): void {
  const { untold } = ties
  // A size has a figure of its own.
  if (countOf(groups) + untold.length < 2) return
  for (const group of groups) {
    const { section } = group.key
    const left = section !== null || untold.length === 1 || group.weighed.some(hasTwoSites) ? leftOf(group) : undefined
    const beside = left ? sizeBeside(left.claim.site) : null
    if (!left || (beside && isClaimed(beside, groups))) continue
    const row = section ?? (untold.length === 1 ? left.claim.pack?.section : null)
    if (row == null && !beside) continue
    const inName = group.weighed.filter((each) => (beside ? each.claim.site === beside : rowOf(each) === row))
    const site = beside ?? inName[0]?.claim.site ?? untold.find(({ clause }) => clause.cell.row.index === row)
    if (site && (beside || namesBought(site, group.key))) addSize(site, left, group, inName)
  }
  addSizeBelow(groups, ties)
}

const leftOf = ({ weighed }: Group): Weighed | undefined => weighed.find(({ role }) => role === 'remaining')
const hasTwoSites = ({ claim }: Weighed): boolean => claim.site.clause.sites.length === 2

const isClaimed = (site: Site, groups: readonly Group[]): boolean =>
  groups.some(({ weighed }) => weighed.some(({ claim, role }) => claim.site === site && isStrong(role)))

function addSize(site: Site, left: Weighed, group: Group, inName: readonly Weighed[]): void {
  if (inName.some(({ role }) => role !== 'piece') || inName.length > 1) return
  const amount = site.item.token.amount!
  const others = group.weighed.filter((each) => !inName.includes(each))
  if (others.some(({ role }) => role !== 'remaining' && role !== 'used')) return
  if (others.some((each) => exceeds(each.amount.bytes, amount.bytes))) return
  for (const each of inName) remove(group, each)
  const { bucket, pack } = left.claim
  const claim: Claim = { role: 'allowance', label: null, rule: 'size-in-name', strength: 1, site, bucket, pack }
  group.weighed.push({ claim, role: 'allowance', amount })
}

/**
 * データ残量 43.75GB, データ追加60GB（90日間）, 有効期限 1月8日: the name of the only thing that was bought right below what is left of it, with
 * an end. Without one it may be on sale.
 */
function addSizeBelow(groups: readonly Group[], { untold, dates }: Ties): void {
  if (dates.length === 0 || (groups.length === 1 && untold.length === 0)) return
  const line = lineOf(groups)
  const [left] = line?.weighed ?? []
  if (!line || left?.role !== 'remaining') return
  if (groups.some(({ weighed }) => weighed.some((each) => each !== left && isStrong(each.role)))) return
  const pieces = groups.flatMap(({ weighed }) => weighed.filter(({ role }) => role === 'piece'))
  const [site, second] = [...pieces.map(({ claim }) => claim.site), ...untold].filter(isTopping)
  if (!site || second || !standsBelow(site, left) || !hasEnd(left, site, dates)) return
  for (const group of groups)
    for (const each of group.weighed.filter(({ claim }) => claim.site === site)) remove(group, each)
  addSize(site, left, line, [])
}

const isTopping = (site: Site): boolean =>
  site.clause.cell.row.figures === 1 && hasDays(site) && grantIn(site) === 'topUp'

function standsBelow({ clause: { cell } }: Site, left: Weighed): boolean {
  const rows = cell.row.index - rowOf(left)
  return rows > 0 && rows <= FARTHEST_NAME && cell.row.block === left.claim.site.clause.cell.row.block
}

const FARTHEST_NAME = 2

/** One date that ends something, between the two or right below. */
function hasEnd(left: Weighed, { clause: { cell } }: Site, dates: Ties['dates']): boolean {
  const ends = dates.filter(({ kind, site: { clause } }) => {
    const { index } = clause.cell.row
    return kind === 'expires' && index > rowOf(left) && index <= cell.row.index + 1
  })
  return ends.length === 1
}

const hasDays = ({ clause: { cell } }: Site): boolean =>
  cell.clauses.some(({ items }) => items.some(({ token }) => token.kind === 'count'))

/**
 * One size, and for how long it was bought. Without days it is one behind the name of what was added, or of a pack among others: of the
 * line's only figure the words before it may have meant anything.
 */
function namesBought(site: Site, { grant, name }: BucketKey): boolean {
  const { row, clauses } = site.clause.cell
  if (row.figures !== 1) return false
  if (hasDays(site)) return true
  const isPack = grant !== null && (ADDED.has(grant) || PACK.test(name))
  return isPack && clauses.some(({ items }) => items.at(-1) === site.item)
}

const ADDED: ReadonlySet<Grant> = new Set<Grant>(['topUp', 'gift', 'unknown'])
