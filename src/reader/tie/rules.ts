import type { Grant } from '../../core/reading.ts'
import { isOfUnlimited, isValue, labelToLeft, pureLabel, type Item } from './layout.ts'
import { isStrong, type Label, type Page, type Site, type Tie } from './claim.ts'
import { inClause, isFigure, isOfLabel, labelAfter, labelBefore } from './in-clause.ts'
import { inLines, isState } from './in-lines.ts'
import { inTable, onlyWeak } from './in-table.ts'
import {
  labelOfPiece,
  monthInList,
  rowAbove,
  announcedLabel,
  grantAbove,
  previousSite,
  hasPercent,
  endsInRole,
  LONGEST_LIST,
  fromLeft,
  isEmpty,
  isOtherSubject,
  isPeriod,
  isMember,
  isMenu,
  isOfOtherTime,
  isRest,
  grantLabel,
} from './lists.ts'

/**
 * One way in which layout or grammar ties a figure to its label. `example` yields `gives` through this very rule,
 * `counterExample` yields nothing at all; both are tests.
 */
export interface TyingRule {
  readonly name: string
  readonly example: string
  readonly gives: string
  readonly counterExample: string
  tie(site: Site, page: Page): Omit<Tie, 'rule'> | null
}

/** Tried in this order; the first that ties a figure wins. */
export const TYING_RULES: readonly TyingRule[] = [
  {
    name: 'percent-of',
    example: '80% of your 1.5GB data has been used. 0.3GB left',
    gives: 'allowance 1500000000',
    counterExample: '80% off 1.5GB',
    tie(site) {
      const { clause } = site
      const isShare = clause.hasPercent && isOfShare(site)
      if (isBracketOfGone(site) || isBracketOfShare(site)) return { role: 'allowance', label: null, strength: 3 }
      if (!isShare && !(clause.senses.has('exhausted') && isAllGone(site))) return null
      const label =
        labelAfter(site)?.label ??
        labelBefore(site)?.label ??
        clause.items.findLast((item, i) => i < site.index && item.kind === 'label')?.label ??
        null
      return (isShare && roleBefore(site) === 'remaining') ||
        clause.items.some((item) => item.label?.role === 'used' || item.token.sense === 'exhausted')
        ? { role: 'allowance', label, strength: 3 }
        : null
    },
  },
  {
    name: 'held',
    example: 'バンドルクーポン（2026年11月付与）\t1,260MB ※2026年12月末まで',
    gives: 'plan remaining 1260000000',
    counterExample: 'バンドルクーポン 1,260MB を追加',
    tie(site, page) {
      const { clause, index } = site
      const label = index === 0 ? labelToLeft(clause.cell) : clause.items[index - 1]!.label
      const isBare = index + 1 === clause.items.length && !site.whole && !site.part
      // 追加クーポン 100MB, and 購入する below it.
      const { row } = clause.cell
      const below = page.rows[row.index + 1]
      if (below?.block === row.block && below.figures === 0 && below.senses.has('offer')) return null
      return label?.held && label.grant !== null && label.role === null && isBare
        ? { role: 'remaining', label: { ...label, role: 'remaining', period: null }, strength: 2 }
        : null
    },
  },
  {
    name: 'list-under-heading',
    example: 'データ残量\n基本データ 3GB\n追加データ 1GB',
    gives: 'plan remaining 3000000000',
    counterExample: 'データ残量\n\n基本データ 3GB',
    tie(site, page) {
      const { row } = site.clause.cell
      const own = grantLabel(site)
      if (!own || isRest(page.rows[row.index + 1]) || isMenu(site, own, page)) return null
      const alone = ![page.rows[row.index - 1], page.rows[row.index + 1]].some(isMember)
      for (let i = row.index - 1; i >= 0; i--) {
        const above = page.rows[i]!
        const heading = above.cells.length === 1 ? pureLabel(above.cells[0]) : null
        const touches = above.block === page.rows[i + 1]!.block || row.cells.length > 1
        if (heading && touches && isStrong(heading.role) && heading.grant === null && !hasPercent(above)) {
          // 残りデータ量 without its figure, then 規定データ量 5GB, くりこしデータ量 0.4GB, ご利用データ量 3.49GB.
          if (own.role !== null && own.role !== 'sum' && endsInRole(row, page)) return null
          if (heading.role === 'used' && own.role !== null && own.role !== 'sum') return null
          // 残データ量 without its figure, then 当月データ 15GB: nobody knows what of it.
          if (alone && own.grant === null && own.role !== 'sum' && heading.role === 'remaining')
            return { role: 'piece', label: own, strength: 1 }
          // 先月分 below データ残量 is what is left of it, if it adds up.
          if (own.period === 'past') return { role: 'piece', label: { ...own, grant: 'carryOver' }, strength: 1 }
          return {
            role: heading.role,
            label: {
              ...own,
              role: heading.role,
              grant: own.grant ?? ((own.thisCycle && !alone) || own.role === 'planName' ? 'plan' : null),
              period: heading.period,
            },
            strength: 2,
          }
        }
        if (!touches || !(isMember(above) || isOfOtherTime(above) || isState(above.cells[0]!))) return null
      }
      return null
    },
  },
  {
    name: 'none-of-it',
    example: 'データ残量 18.36GB\n追加データ量 0GB',
    gives: 'topUp remaining 0',
    counterExample: 'データ使用量\n追加データ量 0GB',
    tie(site, page) {
      if (site.item.token.amount!.bytes !== 0 || site.clause.senses.has('included')) return null
      const label = grantLabel(site) ?? grantAbove(site, page)
      if (!label || !ADDED.has(label.grant) || label.period === 'today') return null
      const { row } = site.clause.cell
      for (let i = row.index; i >= Math.max(0, row.index - LONGEST_LIST); i--) {
        const above = page.rows[i]!
        if (above.saysRole && above.senses.has('remaining'))
          return { role: 'remaining', label: { ...label, role: 'remaining' }, strength: 2 }
        if (above.saysRole && above.figures === 0) return null
      }
      return null
    },
  },
  {
    name: 'line-under-heading',
    example: 'データ残量 10.5GB\n各回線のデータ利用量\n回線1 4.2GB\n回線2 1.1GB',
    gives: 'unknown used 4200000000',
    counterExample: '各回線のデータ利用量\n回線1 4.2GB\n回線2 1.1GB',
    tie({ clause: { items, cell } }) {
      if (!cell.row.line || items.some(({ label }) => label?.role)) return null
      let { above } = cell.row
      while (above?.line) above = above.above
      const [heading, other] = above?.cells ?? []
      const label = heading && !other && above!.figures === 0 ? pureLabel(heading) : null
      return label && (label.role === 'used' || label.role === 'remaining') && label.grant === null
        ? { role: label.role, label, strength: 2 }
        : null
    },
  },
  {
    name: 'plan-size',
    example: '3.02 GB left\nPlan: 5 GB for 30 days',
    gives: 'allowance 5000000000',
    counterExample: 'Plan: 5 GB for 30 days',
    tie(site, page) {
      const label = planOf(site) ?? planInRow(site, page)
      return label === null ? null : { role: 'capacity', label, strength: 1 }
    },
  },
  {
    name: 'of-unlimited',
    example: '当月データ量\n55.3GB / 無制限',
    gives: 'used 55300000000',
    counterExample: 'データ容量\n20GB / 無制限プラン',
    tie(site, page) {
      if (!isOfUnlimited(site)) return null
      const { cell } = site.clause
      const label = labelBefore(site)?.label ?? labelToLeft(cell) ?? pureLabel(rowAbove(page, cell))
      if (label?.role === 'used') return { role: 'used', label, strength: 2 }
      if (isStrong(label?.role) || label?.role === 'available') return null
      // 20GB / 無制限, and 0.5GB / 無制限から, may be plans to choose from.
      const isCounted = site.item.token.amount!.decimals > 0 && (label || site.clause.items.length === 3)
      return isCounted ? { role: 'used', label, strength: 1 } : null
    },
  },
  {
    name: 'label-before',
    example: '残りデータ量：3.25GB',
    gives: 'remaining 3250000000',
    counterExample: '残りデータ量のご確認はマイページから。3.25GB',
    tie: (site) => inClause(site, 'before'),
  },
  {
    name: 'label-after',
    example: '3.25GB残っています',
    gives: 'remaining 3250000000',
    counterExample: '3.25GB、残り',
    tie: (site) => inClause(site, 'after'),
  },
  {
    name: 'topic',
    example: '現在のデータ残量は、3.25ギガバイトです。',
    gives: 'remaining 3250000000',
    counterExample: 'データ残量 残り5日、3.25GB',
    tie: (site) => topic(site),
  },
  {
    name: 'announced',
    example: 'データ残量をお知らせします。現在、3.25GBです。',
    gives: 'remaining 3250000000',
    counterExample: 'データ残量をお知らせします。3.25GBを超えると低速です。',
    tie(site, page) {
      const label = announcedLabel(site, page)
      return label?.role ? { role: label.role, label, strength: 2 } : null
    },
  },
  {
    name: 'whole-alone',
    example: '残り\n24.07GB\n今月\n（30GB中）',
    gives: 'allowance 30000000000',
    counterExample: '30GBの中から選べます',
    tie(site) {
      const { items } = site.clause
      const isWhole =
        items[site.index + 1]?.token.sense === 'outOf' && items.length <= site.index + 2 && !site.part && !site.whole
      return isWhole && items.slice(0, site.index).every((item) => item.kind === 'label' && !isStrong(item.label!.role))
        ? { role: 'allowance', label: null, strength: 2 }
        : null
    },
  },
  {
    name: 'share-above',
    example: '残り 85%\n17.0GB / 20.0GB',
    gives: 'remaining 17000000000',
    counterExample: '残り 85%\n3.0GB / 20.0GB',
    tie(site, page) {
      const { row } = site.clause.cell
      const whole = site.whole?.item.token.amount
      if (!whole || !isValue(site.clause.cell)) return null
      for (const near of [page.rows[row.index - 1], page.rows[row.index + 1]]) {
        const clause = near?.block === row.block && near.cells.length === 1 ? near.cells[0]!.clauses[0] : undefined
        const share = clause?.items.find((item) => item.kind === 'percent')?.token.amount
        const label = pureLabel(near?.cells[0])
        if (!share || !label || (label.role !== 'remaining' && label.role !== 'used')) continue
        const percent = (site.item.token.amount!.bytes / whole.bytes) * 100
        if (Math.abs(percent - share.mantissa / 10 ** share.decimals) <= 1)
          return { role: label.role, label, strength: 2 }
      }
      return null
    },
  },
  {
    name: 'paired-labels',
    example: '使用量／総容量\n0.87GB／3GB',
    gives: 'used 870000000',
    counterExample: '種別／備考\n0.87GB／3GB',
    tie(site, page) {
      const { cell } = site.clause
      const pair = site.whole ?? site.part
      const labels =
        pair?.clause === site.clause
          ? (labelPair(site.clause.items) ?? labelPair(rowAbove(page, cell)?.clauses[0]?.items))
          : null
      const label = labels?.[site.whole ? 0 : 1]
      return label && isStrong(labels[0].role) ? { role: label.role!, label, strength: 2 } : null
    },
  },
  {
    name: 'list-goes-on',
    example: '今月のデータ残量は6GB、繰り越し分は2GBです',
    gives: 'carryOver remaining 2000000000',
    counterExample: '繰り越し分は2GBです',
    tie(site, page) {
      const beside = site.clause.items[site.index - 1]
      const own = (beside?.kind === 'comma' ? site.clause.items[site.index - 2] : beside)?.label
      const next = site.clause.items[site.index + 1]
      if (!own?.grant || own.role !== null || site.whole || site.part || (next && next.kind !== 'comma')) return null
      // 另有定向流量30GB，剩余29.1GB: its own rest follows.
      if (site.clause.items[site.index + 2]?.label?.role === 'remaining') return null
      const before = beforeList(site, page)
      const tie = before && (inClause(before, 'before') ?? topic(before))
      return tie?.role === 'remaining' && tie.strength === 3
        ? { role: tie.role, label: { ...own, role: tie.role }, strength: 2 }
        : null
    },
  },
  {
    name: 'part-named-after',
    example: '残り 5.2GB。残りのうち1.2GBは繰越分です',
    gives: 'carryOver remaining 1200000000',
    counterExample: '5.2GBのうち1.2GBは繰越分です',
    tie({ clause: { items }, index }) {
      const [whole, named] = [items[index - 2]?.label, items[index + 1]?.label]
      return isOfLabel(items, index) && whole?.role === 'remaining' && named?.grant && named.role === null
        ? { role: 'remaining', label: { ...named, role: 'remaining' }, strength: 2 }
        : null
    },
  },
  {
    name: 'part-of',
    example: '残り 5.2GB（うち繰越 1.2GB）',
    gives: 'carryOver remaining 1200000000',
    counterExample: '（うち繰越 1.2GB）',
    tie(site, page) {
      const { clause, index } = site
      const senses = [clause.items[0], clause.items[index - 2], clause.items[index + 1]].map(
        (item) => item?.token.sense,
      )
      if (!senses.includes('part') && senses[2] !== 'included') return null
      const own = clause.items[index - 1]
      const outer =
        clause.parent?.sites.findLast((candidate) => candidate.index < clause.parentIndex) ??
        previousSite(clause.items[0]?.token.sense === 'part' ? clause.sites[0]! : site, page)
      const tie =
        outer && (inClause(outer, 'before') ?? inClause(outer, 'after') ?? inLines(outer, page) ?? fromLeft(outer))
      if (!tie || !PARTED.has(tie.role) || own?.kind !== 'label' || own.label!.grant === null) return null
      return { role: tie.role, label: own.label, strength: tie.role === 'capacity' ? 1 : 2 }
    },
  },
  {
    name: 'list-of-subjects',
    example: '残り：\n通話 20分\nデータ 3.25GB',
    gives: 'remaining 3250000000',
    counterExample: '残り：\nおすすめ\nデータ 3.25GB',
    tie(site, page) {
      const { row } = site.clause.cell
      const beside = [site.clause.items[site.index - 1], site.clause.items[site.index + 1]].find(
        (item) => item?.label,
      )?.label
      if (!beside || beside.role !== null || beside.grant !== null || beside.namePlace === null) return null
      let above = row.index - 1
      if (isPeriod(page.rows[above])) above--
      const isFirst = above >= row.index - 2 && !isOtherSubject(page.rows[above])
      while (page.rows[above]?.block === row.block && isOtherSubject(page.rows[above])) above--
      const heading = page.rows[above]?.block === row.block ? pureLabel(page.rows[above]!.cells[0]) : null
      // データ使用量, and モバイルデータ 12.6GB under it.
      if (heading?.role === 'used' && heading.grant === null && heading.period === null && isFirst)
        return { role: 'used', label: { ...heading, namePlace: beside.namePlace }, strength: 2 }
      const isBare = heading?.role === 'remaining' && heading.namePlace === null && above < row.index - 1
      return isBare ? { role: 'remaining', label: { ...heading, namePlace: beside.namePlace }, strength: 2 } : null
    },
  },
  {
    name: 'column',
    example: '種別\t容量\t残量\n基本データ\t20GB\t3.25GB',
    gives: 'plan remaining 3250000000',
    counterExample: '種別\t期間\n基本データ\t3.25GB',
    tie: (site, page) => inTable(site, page),
  },
  {
    name: 'cell-beside',
    example: 'データ残量\t3.25GB',
    gives: 'remaining 3250000000',
    counterExample: 'データ残量\t確認する\t3.25GB',
    tie(site) {
      const { cell } = site.clause
      if (!isValue(cell) && !onlyWeak(cell)) return null
      // 残容量 | 4.4GB（基本 2.0GB／繰越 2.4GB）, and Data usage | Boost 1 GB
      const grant = site.clause.items[site.index - 1]?.label?.grant
      if (grant && (site.clause.parent || grant === 'topUp')) return null
      // Two tabs in a row set columns in pasted text.
      const cells = cell.row.cells.filter((each) => each === cell || !isEmpty(each))
      const at = cells.indexOf(cell)
      if (cells.length > 2 && cells.length < cell.row.cells.length) return null
      const label = pureLabel(cells[at - 1]) ?? (cells.length === 2 && at === 0 ? pureLabel(cells[1]) : null)
      return label?.role ? { role: label.role, label, strength: isStrong(label.role) ? 3 : 1 } : null
    },
  },
  {
    name: 'next-line',
    example: 'データ残量\n3.25GB',
    gives: 'remaining 3250000000',
    counterExample: 'ご利用データ量\n3.25GB\nデータ残量',
    tie: (site, page) => inLines(site, page),
  },
  {
    name: 'month-in-list',
    example: '通信量\n本日 0.52GB\n今月 12.3GB',
    gives: 'used 12300000000',
    counterExample: '通信量\n今月 20GB\n繰越 3GB',
    tie(site, page) {
      const label = monthInList(site, page)
      return label ? { role: 'used', label, strength: 2 } : null
    },
  },
  {
    name: 'sum',
    example: '使用量 3GB\n残り 2GB\n合計 5GB',
    gives: 'allowance 5000000000',
    counterExample: '合計 5GB',
    tie(site) {
      const found = labelBefore(site)
      return found?.label.role === 'sum' ? { role: 'sum', label: found.label, strength: 1 } : null
    },
  },
  {
    name: 'breakdown',
    example: 'データ残量 7.85GB\n2026年11月分 5.00GB\n2026年10月分 2.85GB',
    gives: 'unknown remaining 5000000000',
    counterExample: '2026年11月分 5.00GB\n2026年10月分 2.85GB',
    tie(site) {
      const beside = labelOfPiece(site)
      if (beside && (!beside.role || !isStrong(beside.role))) return { role: 'piece', label: beside, strength: 1 }
      const dated =
        site.index === 0 &&
        site.clause.cell.row.cells[0] === site.clause.cell &&
        site.clause.dates.some((date) => date.index === 0)
      return dated || site.clause.month !== null ? { role: 'piece', label: null, strength: 1 } : null
    },
  },
]

/** ご契約プラン 3GB, Plan: 5 GB for 30 days, コース：3GB/月コース, ご契約プラン irumo（3GB）: the plan that a line has, with its size alone. */
function planOf(site: Site): Label | null {
  const { clause, index } = site
  const { items, parent, parentIndex } = clause
  // Most figures have no plan beside them.
  if (!clause.senses.has('planName') && !parent?.senses.has('planName')) return null
  const isNamed = parent !== null && items.length === 1 && parent.items.length === parentIndex && parentIndex > 1
  const [first] = parent?.items ?? []
  if (isNamed && first?.label?.role === 'planName' && parent.items.every(({ kind }, i) => i === 0 || kind === 'other'))
    return first.label
  const isAlone = items.every(
    ({ kind, token, label }, i) =>
      i === index ||
      i === index - 1 ||
      (i < index
        ? kind === 'other' || token.kind === 'number'
        : kind === 'slash' || token.kind === 'count' || token.sense === 'perTime' || label?.role === 'planName'),
  )
  const label = isAlone ? items[index - 1]?.label : null
  return label?.role === 'planName' ? label : planBeside(site)
}

/** The size in the name of the plan that something is left or used of: 3GBプランの残り 1.2GB, 套餐（5GB/7天）剩余 1GB, plan Japan 3GB has 1 GB left. */
function planBeside({ clause, index, whole, part }: Site): Label | null {
  const { items, parent, parentIndex } = clause
  if (whole || part || isStrong(items[index - 1]?.label?.role)) return null
  const isLast = items.slice(index + 1).every(isDuration)
  if (parent !== null) {
    const named = parent.items[parentIndex - 1]?.label
    const isWhole = isLast && items.slice(0, index).every(({ kind }) => kind === 'other')
    return isWhole && named?.role === 'planName' && saysBalance(parent.items, parentIndex) ? named : null
  }
  const after = items.findIndex((item, i) => i > index && !isDuration(item))
  const own = items[after]?.label
  // 使用 2GB プラン 5GB: the plan's size stands behind its name.
  const beyond = items[after + 1]
  const isNext = (end: number): boolean =>
    beyond?.kind === 'colon' || (beyond?.kind === 'figure' && beyond.token.start <= end + 1)
  const isOwn = own?.role === 'planName' && !isNext(own.place.end)
  if ((isOwn || own?.ofPlan) && saysBalance(items, index + 1)) return own
  const before = items.findLastIndex(({ kind }, i) => i < index && kind !== 'other')
  const named = items[before]?.label
  return named?.role === 'planName' && saysBalance(items, index + 1) ? named : null
}

/** 10 GB plan, 6GB/月コース: a row of its own near what is left or used; DATA 3 GB between rows of a plan: its size, where a row beside it says how long that lasts. */
function planInRow({ item, clause, index, whole, part }: Site, { rows }: Page): Label | null {
  const { items, parent, cell } = clause
  const { row } = cell
  if (whole || part || parent !== null || row.cells.length > 1 || cell.clauses.length > 1 || row.figures > 1)
    return null
  if (!clause.senses.has('planName') && !(items.length === 2 && items[0]!.label?.spaced)) return null
  const isNear = rows
    .slice(Math.max(0, row.index - NEAR_ROWS), row.index + NEAR_ROWS + 1)
    .some((each) => each !== row && each.block === row.block && each.saysRole && each.figures > 0)
  if (!isNear) return null
  const rest = items.slice(index + 1).filter((each) => !isDuration(each))
  const named = rest.at(-1)?.label
  if (named?.role === 'planName')
    return [...items.slice(0, index), ...rest.slice(0, -1)].every(({ kind }) => kind === 'other') ? named : null
  const [own, ...others] = items
  const isData = own?.label?.role === null && own.label.grant === null && own.label.spaced && others.length === 1
  const lasts = [rows[row.index - 1], rows[row.index + 1]].some(
    (each) => each?.figures === 0 && each.cells[0]!.clauses[0]?.items.at(-1)?.token.kind === 'count',
  )
  return isData && lasts && item.token.amount!.decimals === 0 ? own.label : null
}

/** So far from a figure stands what it is of. */
const NEAR_ROWS = 4

/** A figure with its role after a place, before anything is on sale. */
const saysBalance = (items: readonly Item[], from: number): boolean => {
  const rest = items.slice(from)
  return (
    rest.some(({ kind }) => kind === 'figure') &&
    rest.some(({ label }) => label?.role === 'remaining' || label?.role === 'used') &&
    rest.every(({ token }) => token.kind !== 'money')
  )
}

const isDuration = ({ kind, token }: Item): boolean =>
  kind === 'slash' || token.kind === 'count' || token.sense === 'perTime'

/** 80% of your 5GB, 80%之5GB, 5GBの80%, 5GBのうち80%. */
function isOfShare({ clause: { items }, index }: Site): boolean {
  const next = items[index + 1]
  if (next?.token.sense === 'outOf' && (next.kind === 'percent' || items[index + 2]?.kind === 'percent')) return true
  const share = items.findLastIndex(
    (item, i) => i < index && (item.kind === 'percent' || item.kind === 'comma' || isFigure(item)),
  )
  return (
    items[share]?.kind === 'percent' && items.some(({ token }, i) => i >= share && i < index && token.sense === 'of')
  )
}

/** 今月の50GBを使い切りました, 200MB高速流量已用完, you have used all 5GB of your data, used up all of your 5GB. */
function isAllGone({ clause: { items }, index }: Site): boolean {
  if (items.some((item) => item.label?.period === 'past')) return false
  const [before, next, afterNext] = [items[index - 1], items[index + 1], items[index + 2]]
  const isBareLabel = next?.label?.role === null
  if (next?.token.sense === 'exhausted') return true
  if (isBareLabel && next.label?.grant === null && afterNext?.token.sense === 'exhausted') return true
  // 已用完今日200MB高速流量
  const verb = before?.label && before.label.role === null ? items[index - 2] : before
  if (verb?.token.sense === 'exhausted' && ((verb === before && next?.token.sense === 'of') || isBareLabel)) return true
  const gone = items.findLastIndex(
    (item, i) => i < index && (item.token.sense === 'exhausted' || item.kind === 'comma' || isFigure(item)),
  )
  return (
    items[gone]?.token.sense === 'exhausted' &&
    items.some(({ token }, i) => i > gone && i < index && token.sense === 'of')
  )
}

/** The role of the nearest label before a figure, in its clause or before its bracket. */
const roleBefore = ({ clause: { items, parent, parentIndex }, index }: Site): Label['role'] =>
  (
    items.findLast((item, i) => i < index && item.kind === 'label') ??
    parent?.items.findLast((item, i) => i < parentIndex && item.kind === 'label')
  )?.label?.role ?? null

/** データ容量(3GB)を使い切りました: the size alone in a bracket. */
function isBracketOfGone({ clause: { parent, parentIndex, items } }: Site): boolean {
  const before = parent?.items[parentIndex - 1]?.label
  return items.length === 1 && parent?.items[parentIndex]?.token.sense === 'exhausted' && before?.role !== undefined
}

/** You have used 90% of your data (3 GB), データ容量（5GB）の80%を使用: the size alone in a bracket behind its name. */
function isBracketOfShare({ clause: { parent, parentIndex, items } }: Site): boolean {
  if (items.length !== 1 || !parent || parent.items[parentIndex - 1]?.kind !== 'label') return false
  const [share, of] = [parent.items[parentIndex - 3], parent.items[parentIndex - 2]]
  const isNamed = share?.kind === 'percent' && of?.token.sense === 'of'
  const after = parent.items[parentIndex]
  return (
    (isNamed || (after?.kind === 'percent' && after.token.sense === 'outOf')) &&
    parent.items.some(({ label }) => label?.role === 'used' || label?.role === 'remaining')
  )
}

function topic(site: Site): Omit<Tie, 'rule'> | null {
  const { items } = site.clause
  // 残量は、20GB中、7.3GB: the comma stands before the whole.
  const at = site.whole?.clause === site.clause ? Math.min(site.whole.index, site.index) : site.index
  const label = items[at - 2]
  if (items[at - 1]?.kind !== 'comma' || label?.kind !== 'label' || isFigure(items[at - 3])) return null
  const { role, grant, namePlace, place } = label.label!
  // 使用国际漫游日包，500MB: a verb with its object, not a label.
  if (grant !== null && namePlace !== null && namePlace.start > place.start && namePlace.end === place.end) return null
  return isStrong(role) || role === 'sum' ? { role, label: label.label, strength: 3 } : null
}

/** Two labels with a slash between: 使用量／総容量. */
function labelPair(items: readonly Item[] | undefined): readonly [Label, Label] | null {
  const at =
    items?.findIndex(
      (item, i) => item.kind === 'slash' && items[i - 1]?.kind === 'label' && items[i + 1]?.kind === 'label',
    ) ?? -1
  if (at < 0) return null
  const [first, second] = [items![at - 1]!.label!, items![at + 1]!.label!]
  if (!isStrong(first.role) || second.role === null) return null
  return [first, isStrong(second.role) ? second : { ...second, role: 'allowance' }]
}

/** Roles whose parts are buckets: 今月のデータ量 33.2GB（うちくりこし 3.2GB） too, where it is the allowance. */
const PARTED: ReadonlySet<string> = new Set(['remaining', 'allowance', 'capacity'])

/** Grants of which there may be none: of nothing that was added nothing is left. */
const ADDED: ReadonlySet<Grant | null> = new Set<Grant | null>(['topUp', 'carryOver', 'gift'])

/** The figure that a list of buckets goes on from, past the list's earlier members. */
function beforeList(site: Site, page: Page): Site | undefined {
  let before = previousSite(site, page)
  for (let i = 0; i < 6 && before && grantLabel(before) && !inClause(before, 'before') && !topic(before); i++)
    before = previousSite(before, page)
  return before?.clause.cell === site.clause.cell ? before : undefined
}
