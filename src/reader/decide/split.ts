import type { Doubt, Place } from '../../core/reading.ts'
import { isStrong, type FigureRole, type Role, type Site } from '../tie/claim.ts'
import type { Claim } from '../tie/ties.ts'
import { moveToBucket } from './breakdown.ts'
import { placeOfToken } from '../lex/token.ts'
import { addExactly, addUpTo, distinct, fits, isSame } from './arithmetic.ts'
import { groupFor, lineOf, placeOf, remove, rowOf, type Group, type Weighed } from './weighed.ts'

/**
 * パスケット残高 2GB beside データ残量 12GB: where two figures claim one role of the line, those with a name of their own
 * that we do not know are buckets of that name.
 */
export function splitNames(groups: Group[], unexplained: readonly Site[], shown: (place: Place) => string): void {
  const line = lineOf(groups)
  if (!line || (groups.length < 2 && line.weighed.length < 2 && unexplained.length === 0)) return
  for (const role of ['remaining', 'used'] as const) {
    const claims = line.weighed.filter((each) => each.role === role)
    // グループ使用量 9.5GB beside what each of its lines used.
    if (
      claims.some((each) =>
        addUpTo(
          claims.filter((other) => other !== each),
          each,
        ),
      )
    )
      continue
    const isAlone =
      distinct(claims).length < 2 &&
      !claims.some((each) => hasNeighbour(each.claim, unexplained) || standsAmongBuckets(each.claim, groups))
    if (isAlone) continue
    // データ利用量 1.92GB, Rakuten Link利用量 0.11GB: of what was used in all, the other is a share.
    const isShare = role === 'used' && claims.some((each) => nameOf(each.claim) === null)
    for (const each of claims) {
      const name = nameOf(each.claim)
      if (!name) continue
      remove(line, each)
      if (isShare && !each.claim.site.whole) continue
      const bucket = groupFor(groups, {
        grant: 'unknown',
        name: shown(name),
        section: each.claim.site.clause.cell.row.index,
        place: null,
      })
      bucket.weighed.push(each)
      const { whole } = each.claim.site
      for (const part of line.weighed.filter((other) => whole && other.claim.site === whole)) {
        remove(line, part)
        bucket.weighed.push(part)
      }
    }
  }
}

/** Japan 25GB - 30 days, 17.9 GB left; World 1GB - 7 days, 0.8 GB left: several packs are as many buckets, one pack is the line. */
export function splitPacks(groups: Group[]): void {
  const line = lineOf(groups)
  if (!line?.weighed.some(({ claim }) => claim.pack)) return
  const inPacks = line.weighed.filter(({ claim, role }) => claim.pack && isStrong(role) && !claim.label?.total)
  const sections = new Set(inPacks.map(({ claim }) => claim.pack!.section))
  const others = groups.filter(({ key }) => key.section !== null && !sections.has(key.section))
  if (sections.size === 0 || sections.size + others.length < 2) return
  for (const each of inPacks) {
    remove(line, each)
    groupFor(groups, each.claim.pack!).weighed.push(each)
  }
}

/** Whether a figure of data right above or below was not explained: a row of the same kind with another name. */
function hasNeighbour({ site }: Claim, unexplained: readonly Site[]): boolean {
  const { row } = site.clause.cell
  return unexplained.some(
    (other) =>
      other.clause.cell.row.block === row.block &&
      other.clause.cell.row !== row &&
      Math.abs(other.clause.cell.row.index - row.index) <= 1 &&
      other.clause.items[0]?.kind === 'other',
  )
}

/** 通用流量剩余 3.2GB，夜间流量剩余 5GB: one of a list of buckets in one sentence. */
const standsAmongBuckets = ({ site }: Claim, groups: readonly Group[]): boolean =>
  groups.some(
    ({ key, weighed }) =>
      key.grant !== null &&
      weighed.some((each) => each.claim.site.clause.cell === site.clause.cell && each.claim.label?.total !== true),
  )

/** The unknown words right before a claim's label, or before its figure at the start of its row. */
function nameOf({ label, site }: Claim): Place | null {
  if (label?.prefix) return label.prefix
  const first = site.clause.items[0]
  const isName = first?.kind === 'other' && first.token.kind === 'other' && site.index === 1
  return isName ? placeOfToken(first.token) : null
}

/** 合計は8.5GB beside 今月のデータ残量は6GB: the total is the line's, the other its plan's. */
export function splitTotals(groups: Group[], shown: (place: Place) => string): void {
  const line = lineOf(groups)
  if (!line || (groups.length < 2 && line.weighed.length < 2)) return
  const parts = groups.filter((group) => group !== line && group.key.grant !== 'appOnly')
  // 当前可用23.5GB，其中国内20GB、定向3.5GB: what can be used is what is left where all that is left adds up to it.
  const others = groups.filter((group) => group !== line)
  for (const each of line.weighed.filter(({ role }) => role === 'available'))
    if (sumOf('remaining', line, others, each)) replace(line, each, { ...each, role: 'remaining', isTotal: true })
    else if (isRestOfSum(each, line)) replace(line, each, { ...each, role: 'remaining' })
  for (const sum of line.weighed.filter((each) => each.role === 'sum')) {
    if (isUseOfSum(sum, line)) {
      replace(line, sum, { ...sum, role: 'used', isTotal: true })
      continue
    }
    const role = ROLES_OF_SUMS.find(
      (candidate) => sumOf(candidate, line, parts, sum) || sumOf(candidate, line, parts, sum, 'piece'),
    )
    if (role) replace(line, sum, { ...sum, role })
  }
  for (const plan of parts.filter((group) => group.key.grant === 'plan')) {
    const size = plan.weighed.find(
      (each) =>
        (each.role === 'capacity' || each.role === 'allowance' || each.role === 'piece') &&
        sumOf('allowance', line, [], each),
    )
    if (!size) continue
    remove(plan, size)
    line.weighed.push({ ...size, role: 'allowance' })
  }
  for (const role of ['remaining', 'used'] as const) markTotal(line, parts, role)
  for (const role of ['remaining', 'used'] as const) {
    const totals = line.weighed.filter(
      (each) =>
        (each.role === role ||
          (role === 'remaining' && each.role === 'available' && isSumOfRemaining(each, line, parts))) &&
        (each.claim.label?.total || each.claim.role === 'sum' || each.isTotal),
    )
    const [total] = totals
    if (!total || !totals.every((each) => isSame(each.amount, total.amount))) continue
    for (const other of line.weighed.filter((each) => each.role === role && !isSame(each.amount, total.amount))) {
      if (other.isPart && !other.claim.label?.thisCycle && other.amount.bytes < total.amount.bytes) {
        moveToBucket({ each: other, group: line }, role, false, groups, shown)
        continue
      }
      remove(line, other)
      if (other.claim.label?.thisCycle && other.amount.bytes < total.amount.bytes)
        groupFor(groups, {
          grant: 'plan',
          name: '',
          section: null,
          place: other.claim.label?.place ?? null,
        }).weighed.push(other)
    }
    replace(line, total, { ...total, role })
  }
}

const replace = (line: Group, old: Weighed, each: Weighed): void => {
  line.weighed[line.weighed.indexOf(old)] = each
}

/** 利用可能 6.7GB, 利用済み 3.3GB, 合計 10GB. */
const isRestOfSum = (available: Weighed, { weighed }: Group): boolean =>
  weighed.some(
    (gone) =>
      gone.role === 'used' &&
      weighed.some((sum) => sum.role === 'sum' && fits(available.amount, gone.amount, sum.amount)),
  )

/** 合計 5.60GB, 上限 10GB, 残り 4.40GB: the sum is of what was used. */
const isUseOfSum = (sum: Weighed, { weighed }: Group): boolean =>
  sum.amount.decimals > 0 &&
  weighed.every(({ role }) => role !== 'used') &&
  weighed.some(
    (left) =>
      left.role === 'remaining' &&
      weighed.some(
        (whole) =>
          (whole.role === 'allowance' || whole.role === 'available' || whole.role === 'capacity') &&
          addExactly(left.amount, sum.amount, whole.amount),
      ),
  )

const ROLES_OF_SUMS: readonly FigureRole[] = ['allowance', 'remaining', 'used']

/** 合わせて6.0GBお使いいただけます is a total only where the rest adds up to it; else 利用可能 is what there was. */
function isSumOfRemaining(total: Weighed, line: Group, parts: readonly Group[]): boolean {
  return sumOf('remaining', line, parts, total) || line.weighed.every((each) => each.role !== 'remaining')
}

/** データ残量 6.73GB, 月間データ容量残量 6.23GB, データチャージ残量 0.50GB: the figure that the others add up to is the total, they are its parts. */
function markTotal(line: Group, parts: readonly Group[], role: FigureRole): void {
  const own = distinct(line.weighed.filter((each) => each.role === role))
  if (own.length < 2) return
  const buckets = parts
    .map((part) => distinct(part.weighed.filter((each) => each.role === role)))
    .filter((each) => each.length === 1)
    .map(([each]) => each!)
  const total = own.find((candidate) => addUpTo([...own.filter((each) => each !== candidate), ...buckets], candidate))
  if (!total) return
  for (const each of line.weighed)
    if (each.role === role && each.claim.label)
      Object.assign(each, { isTotal: isSame(each.amount, total.amount), isPart: !isSame(each.amount, total.amount) })
}

/** Whether a total is what this role's figures add up to: the allowance of used + remaining, or a sum of buckets, perhaps with those of another role. */
function sumOf(role: FigureRole, line: Group, parts: readonly Group[], sum: Weighed, also?: Role): boolean {
  const of = (group: Group, wanted: FigureRole): Weighed[] =>
    group.weighed.filter((each) => each.role === wanted || (each.role === also && group !== line))
  if (role === 'allowance')
    return of(line, 'remaining').some((left) =>
      of(line, 'used').some((gone) => fits(left.amount, gone.amount, sum.amount)),
    )
  const figures: Weighed[] = []
  for (const each of [...of(line, role), ...parts.flatMap((part) => of(part, role))])
    if (
      !figures.some(
        (other) => other.claim.bucket.grant === each.claim.bucket.grant && isSame(other.amount, each.amount),
      )
    )
      figures.push(each)
  return addUpTo(figures, sum)
}

/** 残り 27.54GB / 30GB, データ増量, 5GB, 利用 2.46GB: what makes the line's figures add up is the line's, whichever name stands above it. */
export function returnToLine(groups: readonly Group[]): void {
  if (groups.length < 2) return
  const line = lineOf(groups)
  const one = (role: FigureRole) => {
    const found = distinct(line?.weighed.filter((each) => each.role === role) ?? [])
    return found.length === 1 ? found[0]! : null
  }
  const [left, gone, whole] = [one('remaining'), one('used'), one('allowance')]
  if (!line || !whole || (left === null) === (gone === null)) return
  for (const group of groups.filter((each) => each !== line && each.key.section !== null)) {
    const missing = group.weighed.find(({ role, amount }) =>
      left
        ? role === 'used' && fits(left.amount, amount, whole.amount)
        : role === 'remaining' && fits(amount, gone!.amount, whole.amount),
    )
    if (!missing || group.weighed.some((each) => each !== missing && isStrong(each.role))) continue
    remove(group, missing)
    line.weighed.push(missing)
    return
  }
}

/** 基本データ量 20GB beside 残りデータ量 12.4GB: where no other data is told of, what the plan gives is what the line has. */
export function returnBaseSize(groups: readonly Group[], untold: readonly Site[]): void {
  if (groups.length !== 2) return
  const line = lineOf(groups)
  const plan = groups.find((group) => group !== line)
  const [size, more] = plan?.weighed ?? []
  if (!line || untold.length > 0 || plan?.key.grant !== 'plan' || size?.role !== 'capacity' || more) return
  const told = line.weighed.filter(({ role }) => role === 'remaining' || role === 'used')
  // As large as what is left, it may be what is left of the plan.
  const isSize = told.length > 0 && told.every(({ amount }) => size.amount.bytes > amount.bytes)
  if (!isSize || told.length < line.weighed.length) return
  remove(plan, size)
  line.weighed.push({ ...size, role: 'allowance' })
}

/**
 * 残量 118.40GB, データ追加120GB, 残量 0.85GB, データ追加1GB: names that stand below their figures look like headings of the
 * next ones. They show by what is over: a figure above the first name, and a last name without any.
 */
export function refuseNamesBelow(groups: readonly Group[], doubts: Doubt[]): void {
  if (groups.length < 2) return
  // データ追加3GB（30日間） 0.2GB has its figure beside it.
  const products = groups.filter((group) =>
    group.weighed.some(
      (each) => rowOf(each) === group.key.section && !each.isPart && each.claim.site.clause.cell.row.figures === 1,
    ),
  )
  const last = products.at(-1)
  const first = products[0]?.key.section
  if (products.length < 2 || first == null || !last?.weighed.every((each) => rowOf(each) === last.key.section)) return
  const { block } = last.weighed[0]!.claim.site.clause.cell.row
  const line = lineOf(groups)
  const over = (line?.weighed ?? []).filter(
    ({ role, claim }) =>
      role === 'remaining' &&
      !claim.label?.total &&
      // A name stands beside it.
      claim.site.clause.cell.row.cells[0] === claim.site.clause.cell &&
      claim.site.clause.cell.row.block === block &&
      claim.site.clause.cell.row.index < first,
  )
  if (!line || over.length === 0) return
  for (const each of over) remove(line, each)
  for (const { claim } of [...over, ...products.flatMap((group) => group.weighed.splice(0))])
    doubts.push({ code: 'two-figures', place: placeOf(claim) })
}

/** 残量 9GB, 永久不滅ギガ残量 23GB, 上限 100GB: a limit below another bucket is that bucket's, or nobody knows whose. */
export function refuseStrayLimit(groups: readonly Group[], doubts: Doubt[]): void {
  const line = lineOf(groups)
  if (!line || groups.length < 2) return
  const lefts = line.weighed.filter(({ role }) => role === 'remaining')
  const between = (limit: Weighed): boolean =>
    groups.some(
      (group) =>
        group !== line &&
        group.weighed.some(
          (each) =>
            each.role === 'remaining' &&
            rowOf(each) <= rowOf(limit) &&
            lefts.length > 0 &&
            lefts.every((left) => rowOf(left) < rowOf(each)) &&
            blockOf(each) === blockOf(limit),
        ),
    )
  for (const limit of line.weighed.filter(({ role, claim }) => role === 'allowance' && claim.rule === 'label-before'))
    if (!limit.claim.label?.total && !limit.claim.label?.thisCycle && between(limit)) {
      remove(line, limit)
      doubts.push({ code: 'no-label', place: placeOf(limit.claim) })
    }
}

const blockOf = ({ claim }: Weighed): number => claim.site.clause.cell.row.block
