import { isStrong, type Label, type Site, type Tie } from './claim.ts'
import { hasSites, isTransparent, isValue, labelToLeft, pureLabel, type Cell, type Item, type Row } from './layout.ts'

/** Everything a rule may look at. */
export interface Page {
  readonly rows: readonly Row[]
}

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

/** A label found beside a figure, and whether anything that we do not understand stands between. */
interface Found {
  readonly label: Label
  readonly tight: boolean
}

/** Tried in this order; the first that ties a figure wins. */
export const TYING_RULES: readonly TyingRule[] = [
  {
    name: 'percent-of',
    example: '80% of your 1.5GB data has been used. 0.3GB left',
    gives: 'allowance 1500000000',
    counterExample: '80% off 1.5GB',
    tie(site) {
      const { items } = site.clause
      const share = items.findLast(
        (item, i) =>
          i < site.index &&
          (item.kind === 'percent' || item.kind === 'comma' || isFigure(item) || item.token.sense === 'exhausted'),
      )
      const beforeOf =
        (share?.kind === 'percent' || share?.token.sense === 'exhausted') &&
        items.slice(items.indexOf(share), site.index).some((item) => item.token.sense === 'of')
      const afterOutOf = items[site.index + 1]?.token.sense === 'outOf' && items[site.index + 2]?.kind === 'percent'
      // 今月の50GBを使い切りました
      const allGone = items[site.index + 1]?.token.sense === 'exhausted'
      if (!beforeOf && !afterOutOf && !allGone) return null
      const label =
        labelAfter(site)?.label ??
        labelBefore(site)?.label ??
        items.findLast((item, i) => i < site.index && item.kind === 'label')?.label ??
        null
      return site.clause.items.some((item) => item.label?.role === 'used' || item.token.sense === 'exhausted')
        ? { role: 'allowance', label, strength: 3 }
        : null
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
      const before = beforeList(site, page)
      const tie = before && (inClause(before, 'before') ?? topic(before))
      return tie?.role === 'remaining' && tie.strength === 3
        ? { role: tie.role, label: { ...own, role: tie.role }, strength: 2 }
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
        clause.parent?.sites.findLast((candidate) => candidate.index < clause.parentIndex) ?? previousSite(site, page)
      const tie = outer && (inClause(outer, 'before') ?? inClause(outer, 'after') ?? inLines(outer, page))
      if (tie?.role !== 'remaining' || own?.kind !== 'label' || own.label!.grant === null) return null
      return { role: tie.role, label: own.label, strength: 2 }
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
      while (page.rows[above]?.block === row.block && isOtherSubject(page.rows[above]!)) above--
      const heading = page.rows[above]?.block === row.block ? pureLabel(page.rows[above]!.cells[0]) : null
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
    name: 'list-under-heading',
    example: 'データ残量\n基本データ 3GB\n追加データ 1GB',
    gives: 'plan remaining 3000000000',
    counterExample: 'データ残量\n\n基本データ 3GB',
    tie(site, page) {
      const { row } = site.clause.cell
      const own = grantLabel(site)
      if (!own) return null
      const alone = ![page.rows[row.index - 1], page.rows[row.index + 1]].some(isMember)
      for (let i = row.index - 1; i >= 0; i--) {
        const above = page.rows[i]!
        const heading = above.cells.length === 1 ? pureLabel(above.cells[0]) : null
        const touches = above.block === page.rows[i + 1]!.block || row.cells.length > 1
        if (heading && touches && isStrong(heading.role) && heading.grant === null) {
          if (heading.role === 'used' && own.role !== null && own.role !== 'sum') return null
          // 残データ量 without its figure, then 当月データ 15GB: not what is left.
          if (alone && own.grant === null && own.role !== 'sum' && heading.role === 'remaining') return null
          return {
            role: heading.role,
            label: {
              ...own,
              role: heading.role,
              grant: own.grant ?? (own.thisCycle && !alone ? 'plan' : null),
              period: heading.period,
            },
            strength: 2,
          }
        }
        if (!touches || !isMember(above)) return null
      }
      return null
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
      const { cell } = site.clause
      const beside = site.clause.items[site.index - 1]?.label ?? labelToLeft(cell)
      if (beside && (!beside.role || !isStrong(beside.role))) return { role: 'piece', label: beside, strength: 1 }
      const dated =
        site.index === 0 &&
        site.clause.cell.row.cells[0] === site.clause.cell &&
        site.clause.dates.some((date) => date.index === 0)
      return dated || site.clause.month !== null ? { role: 'piece', label: null, strength: 1 } : null
    },
  },
]

function topic(site: Site): Omit<Tie, 'rule'> | null {
  const { items } = site.clause
  const label = items[site.index - 2]
  if (items[site.index - 1]?.kind !== 'comma' || label?.kind !== 'label' || isFigure(items[site.index - 3])) return null
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

const rowAbove = (page: Page, cell: Cell): Cell | undefined => {
  const above = page.rows[cell.row.index - 1]
  return cell.row.cells.length === 1 && above?.cells.length === 1 ? above.cells[0] : undefined
}

/** The figure that a list of buckets goes on from, past the list's earlier members. */
function beforeList(site: Site, page: Page): Site | undefined {
  let before = previousSite(site, page)
  for (let i = 0; i < 6 && before && grantLabel(before) && !inClause(before, 'before') && !topic(before); i++)
    before = previousSite(before, page)
  return before?.clause.cell === site.clause.cell ? before : undefined
}

/** The figure right before this one: in its clause, or the last of the clause before in the same cell. */
function previousSite(site: Site, page: Page): Site | undefined {
  const own = site.clause.sites.indexOf(site)
  if (own > 0) return site.clause.sites[own - 1]
  const { cell } = site.clause
  return (
    cell.clauses[cell.clauses.indexOf(site.clause) - 1]?.sites.at(-1) ??
    (cell.clauses[0] === site.clause ? rowAbove(page, cell)?.clauses.at(-1)?.sites.at(-1) : undefined)
  )
}

const isFigure = (item: Item | undefined): boolean => item?.kind === 'figure' || item?.kind === 'foreign'

const isEmpty = (cell: Cell): boolean => cell.clauses.every((clause) => clause.items.length === 0)

/** 通話 20分, SMS 5通: what is left of something else than data. */
const isOtherSubject = (row: Row): boolean =>
  !hasSites(row) && row.cells.some((cell) => cell.clauses.some((clause) => clause.senses.has('notData')))

/** Whether a row is one of a list of buckets with their figures. */
const isMember = (row: Row | undefined): boolean =>
  row !== undefined &&
  row.cells.some((cell) => cell.clauses.some((clause) => clause.sites.some((site) => grantLabel(site) !== null)))

/** A label beside the figure that names a bucket and no role, or a weak one: 基本データ 3GB. */
function grantLabel(site: Site): Label | null {
  const { cell } = site.clause
  const beside = site.clause.items[site.index - 1]
  const label = beside?.kind === 'label' ? beside.label : labelToLeft(cell)
  const names = label && (label.grant !== null || label.thisCycle || label.role === 'sum')
  return names && !isStrong(label.role) && label.role !== 'available' ? label : null
}

/** Whether the labels of a cell are all weak: 通信量 3.2GB may have its role in the header. */
function onlyWeak(cell: Cell): boolean {
  return cell.clauses.every((clause) =>
    clause.items.every((item) => item.kind !== 'label' || !isStrong(item.label!.role)),
  )
}

// ---- inside one clause

function inClause(site: Site, side: 'before' | 'after'): Omit<Tie, 'rule'> | null {
  const before = labelBefore(site)
  const after = labelAfter(site)
  const chosen = choose(site, before, after)
  if (!chosen || chosen.label.role === 'sum' || (chosen === before) !== (side === 'before')) return null
  const role = chosen.label.role!
  return { role, label: chosen.label, strength: isStrong(role) && chosen.tight ? 3 : 1 }
}

/** Which of the labels on the two sides is the figure's own; null when that cannot be told. */
function choose(site: Site, before: Found | null, after: Found | null): Found | null {
  if (!before) return after && !belongsToNext(site, after) ? after : null
  if (!after || after.label.role === before.label.role) return before
  if (belongsToPrevious(site, before)) return after
  if (belongsToNext(site, after)) return before
  const strongBefore = isStrong(before.label.role)
  const strongAfter = isStrong(after.label.role)
  if (strongBefore !== strongAfter) return strongBefore ? before : after
  if (!strongBefore) return before
  return before.tight === after.tight ? null : before.tight ? before : after
}

function labelBefore(site: Site): Found | null {
  const { items } = site.clause
  let tight = true
  let other = 0
  for (let i = site.index - 1; i >= 0; i--) {
    const item = items[i]!
    if (item.kind === 'label') {
      if (item.label!.role !== null) return { label: withGrantBetween(items, i, site.index), tight }
      continue
    }
    // used 80% of your 5GB package: the label is the per cent's.
    if (item.kind === 'percent' && items[i + 1]?.token.sense === 'of') return null
    if (item.kind === 'percent' || item.kind === 'colon' || item === site.whole?.item) continue
    if (
      item.kind === 'relation' &&
      (item.token.sense === 'outOf' ||
        item.token.sense === 'of' ||
        item.token.sense === 'upTo' ||
        item.token.sense === 'part' ||
        item.token.sense === 'within')
    )
      continue
    if (item.kind !== 'other') return null
    tight = false
    other += item.token.end - item.token.start
    if (other > LONGEST_GAP) return null
  }
  return site.clause.parent && other === 0 ? labelOfBracket(site) : null
}

/** 利用量 80%（16GB／20GB）: a bracket without words of its own has those before it. */
function labelOfBracket(site: Site): Found | null {
  const { parent, parentIndex, items } = site.clause
  if (items.some((item) => item.kind === 'label' || item.kind === 'relation')) return null
  for (let i = parentIndex - 1; i >= 0; i--) {
    const item = parent!.items[i]!
    if (item.kind === 'label') return item.label!.role !== null ? { label: item.label!, tight: true } : null
    if (item.kind !== 'percent' && item.kind !== 'colon' && item.kind !== 'mark' && item.token.kind !== 'packets')
      return null
  }
  return null
}

const LONGEST_GAP = 12

/** 残り 基本 3GB: the words between a role and its figure may name the bucket. */
function withGrantBetween(items: readonly Item[], at: number, end: number): Label {
  const label = items[at]!.label!
  for (let i = at + 1; i < end; i++) {
    const between = items[i]!.label
    if (between?.grant) return { ...label, grant: between.grant, namePlace: between.namePlace }
  }
  if (label.grant !== null || label.total) return label
  for (let i = at - 1; i >= 0; i--) {
    const before = items[i]!
    if (before.kind === 'comma' || isFigure(before)) return label
    if (before.label?.grant && !isStrong(before.label.role))
      return { ...label, grant: before.label.grant, namePlace: before.label.namePlace }
  }
  return label
}

/** 国内流量 17.7GB 剩余: the bucket is named before the figure, its role after. */
function withGrantBefore(items: readonly Item[], at: number, label: Label): Label {
  const before = items[at - 1]?.label
  return before?.grant && label.grant === null && !isStrong(before.role)
    ? { ...label, grant: before.grant, namePlace: before.namePlace }
    : label
}

function labelAfter(site: Site): Found | null {
  const { items } = site.clause
  if (site.whole && site.whole.clause !== site.clause && site.whole.index > 0) {
    const found = labelBefore(site.whole)
    if (found && !isSize(found.label.role)) return found
  }
  if (site.whole?.clause === site.clause)
    for (let i = site.index + 1; i < site.whole.index; i++) {
      const between = items[i]!.label
      if (between?.role && !isSize(between.role))
        return { label: withGrantBefore(items, site.index, between), tight: true }
    }
  let tight = true
  let other = 0
  const own = site.whole?.clause === site.clause && site.whole.index > site.index ? site.whole.index : site.index
  for (let i = own + 1; i < items.length; i++) {
    const item = items[i]!
    if (item.kind === 'label') {
      // 5GB 已使用90%: the label is the per cent's.
      if ((site.whole && isSize(item.label!.role)) || items[i + 1]?.kind === 'percent') return null
      if (item.label!.role !== null) return { label: withGrantBefore(items, site.index, item.label!), tight }
      continue
    }
    if (item.kind === 'relation' && item.token.sense === 'of') continue
    if (item.kind !== 'other') return null
    tight = false
    other += item.token.end - item.token.start
    if (other > 4) return null
  }
  return null
}

/** Roles that the whole of "X of Y" may have beside it: "of 1.5GB daily limit", "of your 3GB plan". */
const isSize = (role: Label['role']): boolean =>
  role === 'allowance' || role === 'capacity' || role === 'planName' || role === 'volume' || role === 'sum'

/** "1.2GB used 0.3GB left" against "残り 3GB 利用 17GB": who owns a label between two figures shows at the ends of the row of them. */
function belongsToNext(site: Site, after: Found): boolean {
  const { items } = site.clause
  const at = items.findIndex((item) => item.kind === 'label' && item.token.end === after.label.place.end)
  const next = items[at + 1]
  if (at < 0 || !isFigure(next)) return false
  return !labelsFollow(items, site)
}

function belongsToPrevious(site: Site, before: Found): boolean {
  const { items } = site.clause
  const at = items.findIndex((item) => item.token.end === before.label.place.end)
  return at > 0 && isFigure(items[at - 1]) && labelsFollow(items, site)
}

/** Whether in this stretch between commas figures come first and a label last. */
function labelsFollow(items: readonly Item[], site: Site): boolean {
  let first = site.index
  while (first > 0 && items[first - 1]!.kind !== 'comma') first--
  let last = site.index
  while (last + 1 < items.length && items[last + 1]!.kind !== 'comma') last++
  while (first < last && items[first]!.kind !== 'figure' && items[first]!.label?.role == null) first++
  while (last > first && !isFigure(items[last]) && items[last]!.label?.role == null) last--
  return items[first]!.kind === 'figure' && items[last]!.kind === 'label'
}

// ---- tables

function inTable(site: Site, page: Page): Omit<Tie, 'rule'> | null {
  const { cell } = site.clause
  const { row } = cell
  const at = row.cells.indexOf(cell)
  if (row.cells.length < 2 || !onlyWeak(cell)) return null
  const header = headerLabel(page, row, at)
  const side = rowLabel(row, at)
  if (!header?.role || (side?.role === 'volume' && !isStrong(header.role))) return null
  if ((side?.role === 'used' || side?.role === 'remaining') && side.role !== header.role) return null
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
  return { role: header.role, label, strength: isStrong(header.role) ? 2 : 1 }
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

const HIGHEST_TABLE = 60

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

// ---- lines

type LineKind = 'label' | 'value' | 'skip' | 'end'

function lineKind(row: Row | undefined): LineKind {
  if (!row) return 'end'
  const [cell] = row.cells
  if (row.cells.length !== 1 || !cell) return 'end'
  if (isValue(cell) || isState(cell) || isNumber(cell)) return 'value'
  const role = pureLabel(cell)?.role
  if (role && role !== 'planName') return 'label'
  return isTransparent(cell) ? 'skip' : 'end'
}

/** A figure that lost its unit still stands where a figure stands. */
const isNumber = (cell: Cell): boolean =>
  cell.clauses.length === 1 &&
  cell.otherLength === 0 &&
  cell.clauses[0]!.items.length === 1 &&
  cell.clauses[0]!.items[0]!.kind === 'figure'

/** 無制限 may stand where a figure would. */
const isState = (cell: Cell): boolean =>
  cell.clauses.length === 1 &&
  cell.clauses[0]!.items.length === 1 &&
  cell.clauses[0]!.items[0]!.token.sense === 'unlimited'

/** A label on a line of its own and its figure on the next, or the other way round: the run of such lines shows which. */
function inLines(site: Site, page: Page): Omit<Tie, 'rule'> | null {
  const { row } = site.clause.cell
  if (lineKind(row) !== 'value') return null
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

/** データ残量, then 合計, then the figure: the total of what the line above says. */
function ownOrHeading(row: Row, run: readonly Line[]): Label | null {
  const label = pureLabel(row.cells[0])
  const above = run[run.findIndex((line) => line.row === row) - 1]
  const heading = label?.role === 'sum' && above?.kind === 'label' ? pureLabel(above.row.cells[0]) : null
  return heading && isStrong(heading.role) ? { ...heading, total: true } : label
}

interface Line {
  readonly row: Row
  readonly kind: LineKind
}

function runAround(page: Page, row: Row, sameBlock: boolean): Line[] {
  const run: Line[] = [{ row, kind: 'value' }]
  for (let i = row.index - 1; i >= Math.max(0, row.index - HIGHEST_TABLE); i--) {
    const above = page.rows[i]!
    const kind = lineKind(above)
    if (kind === 'end' || (sameBlock && above.block !== row.block)) break
    if (kind !== 'skip') run.unshift({ row: above, kind })
  }
  for (let i = row.index + 1; i < Math.min(page.rows.length, row.index + HIGHEST_TABLE); i++) {
    const below = page.rows[i]!
    const kind = lineKind(below)
    if (kind === 'end' || (sameBlock && below.block !== row.block)) break
    if (kind !== 'skip') run.push({ row: below, kind })
  }
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
  return strongBefore ? before.row : after.row
}
