import type { Grant, Place } from '../../core/reading.ts'
import {
  isTransparent,
  labelToLeft,
  pureLabel,
  type Cell,
  type Clause,
  type DateSite,
  type Item,
  type Row,
} from './layout.ts'
import type { WordSense } from '../lex/lexicon.ts'
import { SenseSet } from '../lex/sense-set.ts'
import { isStrong, type Label, type Page, type Site, type Tie } from './claim.ts'
import { packHeading } from './packs.ts'
import { WHOLE_LINE, type BucketKey, type Claim } from './ties.ts'

const HEADING_SENSES: readonly WordSense[] = [
  'past',
  'example',
  'storage',
  'otherService',
  'otherLine',
  'offer',
  'givenAway',
  'notData',
  'priceStep',
]

/** Words for data in a label of one word, データ残量, too. */
const DATA_NAMED = /データ|ギガ|パケット|通信量|流量|數據|数据|\bdata\b/i

/** お子さまの回線: a heading of one line that is not the reader's. */
const ONE_LINE = /(?:回線|副卡|'s line)\s*$/i

/** データチャージサイト, 追加データ購入のお知らせ: the whole page's title names no bucket in it. */
const TITLE = /(?:サイト|ページ|お知らせ|ご案内|照会|を除く[)）]?)\s*$/

/** What says right before 無制限 that the plan is the reader's. */
const OWN_PLAN_BEFORE =
  /(?:\b(?:your|my) (?:current )?(?:data )?plan (?:includes|has|comes with|gives you|offers) |\b(?:you are|you're|i am|i'm) (?:now |currently )?on (?:the |an |our )?|您(?:的|现在的|現在的|当前的|當前的)?(?:套餐|方案)[为為是]|您(?:现在|現在|目前)?使用的是)$/
/** And right behind it. */
const OWN_PLAN_BEHIND =
  /^(?:の?(?:データ)?(?:料金)?プラン)(?:を|に|で)?(?:ご)?(?:契約|利用|加入)(?:中|です|になって|いただいて|されて|して)(?!の|.{0,6}か[?。])/
const LONGEST_STATE = 20
const LONGEST_SUBJECT = 40

/** 対象月, ご利用期間, billing period: what a month or its days stand beside. */
const PERIOD =
  /^(?:ご?利用|対象|集計|請求|照会)(?:年?月|期間)|^(?:billing |usage )?(?:month|period)$|^(?:账期|帳期|使用月份|月份)$/

/** A plan's state, alone in its row. */
const PLAN_THAT_IS_OVER =
  /^(?:status ?: ?|ステータス ?: ?|状態 ?: ?|状态 ?: ?|狀態 ?: ?)?(?:expired|ended|inactive|archived|deactivated|期限切れ|有効期限切れ|終了済み|利用終了|已过期|已過期|已失效|已结束|已結束)$/

const BILL =
  /明細|請求書|請求内訳|(?:料金|請求額?|金額)(?:が|の)?確定|bill is ready|\bbill for\b|invoice|\bstatement\b|帳單|账单|賬單/
const LONGEST_TITLE = 40

/** Keeps track of the heading that rows stand under: it names their bucket, or makes them no balance. */
export class Sections {
  heading = new SenseSet()
  bucket: BucketKey = WHOLE_LINE
  pack: BucketKey | null = null
  isBill = false
  /** 10月のご利用実績: the month of the heading. */
  month: number | null = null
  #block = -1
  /** The block of the heading has figures already: the next block may be about something else. */
  #isSpent = false
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  enter(row: Row, page: Page): void {
    this.#notePack(row, page)
    const opensBlock = row.block !== this.#block
    this.#block = row.block
    if (opensBlock && this.#isSpent && this.#speaksOfData(row)) this.#leave()
    this.#isSpent = (this.#isSpent && !opensBlock) || row.figures > 0 || hasPrices(row)
    if (row.cells.length !== 1) return this.#noteMonth(row)
    this.isBill ||= this.#isTitleOfBill(row)
    const bare = row.figures === 0
    const goesOn = bare && (this.#continues(row) || isTransparent(row.cells[0]!))
    if (bare && !this.#continues(row) && (opensBlock || !goesOn)) this.bucket = WHOLE_LINE
    this.#noteHeading(row, bare, goesOn, opensBlock)
    const label = headingLabel(row) ?? productLabel(row, page.rows[row.index + 1])
    const { start, end } = row.cells[0]!.place
    if (!label || isStrong(label.role) || row.senses.has('included') || TITLE.test(this.#text.slice(start, end))) return
    const below = page.rows[row.index + 1]
    // データを追加 above 1GB 550円 sells it.
    if (bare && label.grant === 'topUp' && below !== undefined && hasPrices(below)) this.bucket = WHOLE_LINE
    else if (bare && isCycleData(row.cells[0]!, label))
      this.bucket = this.#named('plan', row.cells[0]!.place, row.index)
    else if (label.grant)
      this.bucket = { ...this.#named(label.grant, row.cells[0]!.place, row.index), apart: label.apart }
    else if (bare) this.bucket = WHOLE_LINE
  }

  /** 対象月 | 2026年10月, above what was used in it. */
  #noteMonth({ figures, cells: [name, month, more] }: Row): void {
    const found = figures === 0 && !more && month ? monthOf(month) : null
    if (found !== null && PERIOD.test(this.#text.slice(name!.place.start, name!.place.end))) this.month = found
  }

  /** A pack's name reaches until the next one, or until something is on sale. */
  #notePack(row: Row, page: Page): void {
    const pack = packHeading(row, page, this.#text)
    if (pack || (row.figures === 0 && row.senses.has('offer'))) this.pack = pack
    if (pack) this.bucket = WHOLE_LINE
  }

  /** ご請求明細（2026年9月）, 10月账单：流量18GB, and no link to bills. */
  #isTitleOfBill({ figures, cells: [cell] }: Row): boolean {
    const { start, end } = cell!.place
    if (figures === 0 && end - start > LONGEST_TITLE) return false
    const head = this.#text.slice(start, Math.min(end, start + LONGEST_TITLE))
    const title = figures === 0 ? head : head.slice(0, Math.max(0, head.indexOf(':')))
    if (!BILL.test(title)) return false
    return cell!.clauses.some(({ month, dates }) => month !== null || dates.length > 0) || /\d月/.test(title)
  }

  /** 高速データ残容量, ご利用可能な通信量: a label that says by itself what it is about. */
  #speaksOfData({ cells: [cell] }: Row): boolean {
    const { start, end } = cell!.place
    return (
      cell!.clauses.some((clause) => clause.items.some((item) => item.label?.role && !item.label.grant)) &&
      DATA_NAMED.test(this.#text.slice(start, end))
    )
  }

  #leave(): void {
    this.bucket = WHOLE_LINE
    this.heading = new SenseSet()
  }

  /** iPhoneストレージ / iPhone / 使用済み: under the heading of something else, more of its names change nothing. */
  #isElsewhere(): boolean {
    return this.heading.has('storage') || this.heading.has('otherService') || this.heading.has('otherLine')
  }

  /** A short row without figures says what the rows below are about; one with figures may say so too, of storage and of other services. */
  #noteHeading(row: Row, bare: boolean, goesOn: boolean, opensBlock: boolean): void {
    const { place } = row.cells[0]!
    if (row.senses.has('example') && this.#text.slice(place.end - 1, place.end + 1).includes(':'))
      this.heading.add('example')
    const counts = isShort(row) || row.senses.has('example')
    const senses = new SenseSet()
    if (counts)
      for (const sense of HEADING_SENSES)
        if (row.senses.has(sense) && !this.#saysOtherwise(row, sense)) senses.add(sense)
    if (bare && isState(row) && this.#isOver(place)) senses.add('past')
    // データ残量（11月1日時点）below what was used last month.
    if (bare && row.cells[0]!.clauses.some(({ dates }) => dates.some(isOfNow))) {
      this.heading = senses
      return
    }
    const isDetail =
      !opensBlock && this.#isElsewhere() && !row.saysRole && !DATA_NAMED.test(this.#text.slice(place.start, place.end))
    const month = bare && counts ? monthOf(row.cells[0]!) : null
    if (bare && (!goesOn || !senses.isEmpty || month !== null) && !(isDetail && senses.isEmpty)) {
      this.heading = senses
      this.month = month
    }
    if (bare || hasPrices(row)) return
    for (const sense of ['storage', 'otherService'] as const)
      if (senses.has(sense) && (row.saysRole || row.figures > 1 || !row.senses.has('storage'))) this.heading.add(sense)
  }

  #isOver({ start, end }: Place): boolean {
    return PLAN_THAT_IS_OVER.test(this.#text.slice(start, end))
  }

  /** 先月と今月, and "his" or ご家族 that is no heading of one line. */
  #saysOtherwise(row: Row, sense: WordSense): boolean {
    const { start, end } = row.cells[0]!.place
    return (
      (sense === 'past' && (row.senses.has('thisCycle') || isBesideThisCycle(row))) ||
      (sense === 'otherLine' && !ONE_LINE.test(this.#text.slice(start, end)))
    )
  }

  /** 10GBを超えたため: it happened, unlike 10GBを超えると. */
  givesReason({ token }: Item): boolean {
    return /^[^、。\n]{0,8}(?:ため|ので)/.test(this.#text.slice(token.start, token.start + 12))
  }

  /** Your plan includes unlimited data, 無制限プランをご契約です: of the plan that the reader has, and no other. */
  isOwnPlan({ cell: { place }, items }: Clause, at: number): boolean {
    const { start, end } = items[at]!.token
    const after = items[at + 1]
    // unlimited YouTube, unlimited hotspot data
    if (after && after.kind !== 'comma' && (!after.label || after.label.grant !== null)) return false
    const from = Math.max(place.start, start - LONGEST_SUBJECT)
    const isNamed = OWN_PLAN_BEFORE.test(this.#text.slice(from, start))
    return isNamed || OWN_PLAN_BEHIND.test(this.#text.slice(end, end + LONGEST_SUBJECT))
  }

  /** データ残量がありません, remaining data is zero: one word, with what it is about in it. */
  startsWithData({ token }: Item): boolean {
    return /^(?:データ|パケット|ギガ|残量|残り|data |remaining data|hit |reached )/.test(
      this.#text.slice(token.start, token.end),
    )
  }

  named(label: Label): BucketKey {
    return label.grant ? this.#named(label.grant, label.namePlace ?? label.place, null) : WHOLE_LINE
  }

  /** 回線1 4.2GB: one of several lines. */
  lineOf({ clause }: Site, { start, end }: Place): BucketKey {
    return {
      grant: 'unknown',
      name: this.#text.slice(start, end),
      section: clause.cell.row.index,
      place: { start, end },
    }
  }

  /** A label of a figure below it does not end a section; any other text that opens a block does. */
  #continues(row: Row): boolean {
    const label = pureLabel(row.cells[0])
    return label !== null && label.role !== null && label.role !== 'planName' && label.grant === null
  }

  #named(grant: Grant, { start, end }: Place, section: number | null): BucketKey {
    const closes = /[（(]/.test(this.#text.slice(start, end)) && /^[)）]/.test(this.#text[end] ?? '')
    const name = this.#text.slice(start, closes ? end + 1 : end)
    const blanks = name.length - name.trimStart().length
    return {
      grant,
      name: name.trim(),
      section,
      place: { start: start + blanks, end: start + blanks + name.trim().length },
    }
  }

  /** The bucket of a claim: its own label names it, else the heading; 合計 is always the line. */
  bucketOf(found: Tie, site: Site, claims: readonly Claim[]): BucketKey {
    const { label } = found
    if (label?.total && (!label.grant || label.grant === 'plan' || label.grant === 'roaming')) return WHOLE_LINE
    if (label?.held && label.grant && found.rule === 'held')
      return this.#named(label.grant, { start: label.place.start, end: this.#nameEnd(label, site) }, null)
    if (label?.period === 'today') return this.#named('daily', label.place, null)
    const named = nameOfRest(site)
    if (named) return this.#named(named.grant ?? 'plan', named.place, null)
    const outer = site.clause.parent?.items
      .slice(0, site.clause.parentIndex)
      .findLast((item) => item.kind === 'label')?.label
    if (label && !label.grant && !label.total && outer?.grant)
      return this.#named(outer.grant, outer.namePlace ?? outer.place, null)
    // データ追加20GB（30日間） is the heading itself.
    if (label?.grant && this.bucket.section === site.clause.cell.row.index && this.bucket.grant === label.grant)
      return this.bucket
    if (label?.grant) return this.#named(label.grant, nameOf(label), null)
    const { cell } = site.clause
    const side = nameToLeft(cell)
    if (
      label &&
      side &&
      side !== label &&
      !label.total &&
      !isStrong(side.role) &&
      side.role !== 'volume' &&
      (side.grant || side.thisCycle)
    )
      return this.#named(side.grant ?? 'plan', side.place, cell.row.index)
    return this.#sameSubject(found, site, claims) ?? this.bucket
  }

  /** バンドルクーポン（2026年11月付与） is not that of October: what stands before the figure is the name. */
  #nameEnd(label: Label, { clause: { cell, items }, index }: Site): number {
    const left = cell.row.cells[cell.row.cells.indexOf(cell) - 1]
    const end = index > 0 ? items[index]!.token.start : (left?.place.end ?? label.place.end)
    return label.place.start + this.#text.slice(label.place.start, end).replace(/[\s::]+$/, '').length
  }

  /** 国内流量共100GB，剩余80GB: a sentence goes on about the bucket that it named, as long as it tells another of its figures. */
  #sameSubject(found: Tie, site: Site, claims: readonly Claim[]): BucketKey | null {
    const last = claims.at(-1)
    if (
      !last?.bucket.grant ||
      last.bucket.section !== null ||
      // 今日已用0.3GB，本月剩余12.7GB: what is left is not of today.
      last.label?.period === 'today' ||
      (last.bucket.grant === 'daily' &&
        (found.label?.thisCycle ||
          // 今日高速流量500MB，已用320MB，剩余180MB, but not 今日已用320MB，剩余12GB.
          (last.role === 'used' && found.role === 'remaining' && claims.at(-2)?.bucket.grant !== 'daily'))) ||
      last.site.clause.cell !== site.clause.cell ||
      last.role === found.role
    )
      return null
    const goesOn = last.site.clause === site.clause || last.site.clause === site.clause.parent
    return goesOn && found.label !== null && found.label.namePlace === null ? last.bucket : null
  }
}

/** 海外 | 1.62 GB 利用 | 残り 0.38 GB, テザリングオプション | 残り 28GB: the name at the left end, past figures with labels of their own. */
function nameToLeft(cell: Cell): Label | null {
  const { cells } = cell.row
  const [first] = cells
  if (!first || first === cell) return null
  const beside = labelToLeft(cell)
  if (beside || (first !== cells[cells.indexOf(cell) - 1] && hasBare(cell))) return beside
  return first.clauses.every(({ sites }) => sites.length === 0) ? (pureLabel(first) ?? namedBy(first)) : null
}

/** 当月データ 10GB（残り 7.12GB）: both are of what stands before the bracket. */
function nameOfRest({ clause, index, whole, part }: Site): Label | null {
  const outer =
    whole && clause.parent === whole.clause ? whole : part?.clause.parent === clause ? { clause, index } : null
  const label = outer?.clause.items[outer.index - 1]?.label
  return label && !isStrong(label.role) && (label.grant || label.thisCycle) ? label : null
}

const hasBare = ({ clauses }: Cell): boolean =>
  clauses.every(({ items }) => items.every(({ label }) => !isStrong(label?.role)))

/** バンドルクーポン（今月分） and （先月分） are two. */
const nameOf = (label: Label): Place =>
  label.namePlace === null || label.period !== null || (label.thisCycle && label.role === null)
    ? label.place
    : label.namePlace

const hasPrices = (row: Row): boolean =>
  row.cells.some((cell) => cell.clauses.some((clause) => clause.items.some((item) => item.kind === 'foreign')))

const isOfNow = ({ before, after }: DateSite): boolean => before === 'asOf' || after === 'asOf'

/** A word or two, and no label. */
const isState = ({ cells: [cell] }: Row): boolean =>
  cell!.place.end - cell!.place.start <= LONGEST_STATE &&
  cell!.clauses.length === 1 &&
  cell!.clauses[0]!.items.length <= 3 &&
  cell!.clauses[0]!.items[0]?.kind !== 'label'

const isShort = (row: Row): boolean => row.cells[0]!.place.end - row.cells[0]!.place.start <= 40

/** 漫遊數據通行證 日本: a bare row that begins with a bucket's name. */
function namedBy(cell: Cell): Label | null {
  if (cell.clauses.length !== 1) return null
  const { items } = cell.clauses[0]!
  const first = namingItem(cell.clauses[0]!)
  if (!first?.label?.grant) return null
  const bare =
    cell.otherLength <= 16 &&
    items.every((item) => item.kind === 'label' || item.kind === 'other') &&
    cell.clauses.every((clause) => clause.dates.length === 0)
  return bare && items.every((item) => !item.label?.role) ? first.label : null
}

/** 月間データ, 今月のデータ: what the plan gives, where other data has headings too. */
const isCycleData = (cell: Cell, label: Label): boolean =>
  label.thisCycle &&
  !label.role &&
  !label.grant &&
  label.namePlace !== null &&
  cell.otherLength === 0 &&
  cell.clauses.length === 1 &&
  cell.clauses[0]!.items.length === 1

/** The first item, or データシェア・テザリング: what stands with that is of it. */
function namingItem({ items, senses }: Clause): Item | undefined {
  const [first] = items
  if (first?.label?.grant || !(senses.has('tethering') || senses.has('roaming'))) return first
  return items.find(({ label }) => label?.grant === 'tethering' || label?.grant === 'roaming') ?? first
}

/** The label of a row that is a heading: 追加データ, or データ追加20GB（30日間） as a topping is called. */
function headingLabel(row: Row): Label | null {
  const [cell] = row.cells
  if (!cell || !isShort(row) || cell.clauses.some((clause) => clause.senses.has('expires'))) return null
  const label = pureLabel(cell) ?? namedBy(cell)
  if (label) return label
  const outer = cell.clauses.length === 1 ? cell.clauses[0] : cell.clauses.find(({ parent }) => parent === null)
  const first = outer && namingItem(outer)
  if (first?.kind !== 'label' || first.label!.grant === null || isStrong(first.label!.role)) return null
  // テザリング（上限60GB）
  const isLimit = (item: Item, { parent }: Clause): boolean =>
    parent?.sites.length === 0 && item.label?.role === 'allowance'
  const only = cell.clauses.every((clause) =>
    clause.items.every((item) => item.kind !== 'state' && (!isStrong(item.label?.role) || isLimit(item, clause))),
  )
  const isProduct = cell.clauses.some((clause) =>
    clause.items.some(
      (item, i) =>
        (first?.label?.grant === 'topUp' && item.token.kind === 'count') ||
        (item.kind === 'figure' && clause.items[i + 1]?.label?.grant) ||
        (item.kind === 'figure' && LIMITS.has(clause.items[i + 1]?.token.sense ?? '')) ||
        (item.kind === 'figure' && clause.parent !== null),
    ),
  )
  return only && isProduct ? first.label : null
}

/** 海外データ通信 30GBまで. */
const LIMITS: ReadonlySet<string> = new Set(['until', 'within'])

/** データボーナス 3.5GB with 残り 3.50GB below it: a product's name and size, when what is left fits into it. */
function productLabel(row: Row, below: Row | undefined): Label | null {
  const [clause, second] = row.cells[0]!.clauses
  const left = below?.cells[0]?.clauses[0]
  if (clause?.sites.length !== 1 || second || left?.sites.length !== 1) return null
  const [name, size] = clause.items.filter((item) => item.kind !== 'other')
  if (!name?.label || clause.items.at(-1) !== size || size?.kind !== 'figure') return null
  const isProduct =
    (name.label.grant === 'topUp' || name.label.grant === 'gift' || name.label.grant === 'roaming') && !name.label.role
  const label = left.items.find((item) => item.label)?.label
  const fits = left.sites[0]!.item.token.amount!.bytes <= size.token.amount!.bytes
  return isProduct && fits && label?.role === 'remaining' && label.grant === null && label.namePlace === null
    ? name.label
    : null
}

/** 10月のデータ使用量, 2026年10月, 10月1日〜10月31日: a month, or the days of one cycle, which is called by the month in which it ends. */
function monthOf({ clauses }: Cell): number | null {
  for (const { month, dates, items } of clauses) {
    if (month !== null) return month
    if (dates.length === 0 || dates.length > 2) continue
    const [first, last] = [dates[0]!.token.date?.at ?? '', dates[1]?.token.date?.at ?? '']
    if (dates.length === 1 && /^\d{4}-\d{2}$/.test(first)) return monthIn(first)
    const isRange = dates.length === 2 && items.some(({ kind }, i) => kind === 'mark' && i === dates[1]!.index - 1)
    if (isRange && (monthIn(last) - monthIn(first) + 12) % 12 <= 1) return monthIn(last)
  }
  return null
}

const monthIn = (at: string): number => Number(at.slice('YYYY-'.length, 'YYYY-MM'.length))

/** 今月, and 先月 below it: two tabs. */
const isBesideThisCycle = ({ above }: Row): boolean => above?.figures === 0 && above.senses.has('thisCycle')
