import type { DoubtCode } from '../../core/reading.ts'
import { isStrong, type Site, type Tie } from './claim.ts'
import { isCap } from './pairs.ts'
import { betweenCommas, isValue, pureLabel, type Clause, type Item } from './layout.ts'
import type { WordSense } from '../lex/lexicon.ts'
import type { SenseSet } from '../lex/sense-set.ts'

/** What a site's surroundings say, gathered once a row by `tie`. */
export interface Surroundings {
  /** Senses of the heading that the row stands under. */
  readonly heading: SenseSet
  /** The clause, or another cell of its row, has a price or words that sell something. */
  readonly sells: boolean
  /** A row above is the title of a month's bill. */
  readonly billed: boolean
  /** The row begins with a month or a day, as the rows of a history do. */
  readonly dated: boolean
}

/** A way of writing an amount of data that is no balance of this line now, whatever label it has. */
export interface Context {
  readonly name: string
  readonly example: string
  /** A text that looks alike and is a balance. */
  readonly counterExample: string
  readonly doubt: DoubtCode
  refuses(site: Site, tie: Tie, around: Surroundings): boolean
}

/** Tried in this order; the first that refuses gives the doubt. Each example and counter-example is a test. */
export const CONTEXTS: readonly Context[] = [
  {
    name: 'sentinel',
    example: 'データ残量 99999MB',
    counterExample: 'データ残量 9999MB',
    doubt: 'implausible',
    refuses: (site) => site.item.token.amount!.refused,
  },
  {
    name: 'bare-letter',
    example: '5G 利用可能エリア 残り 5G 対応',
    counterExample: '残りデータ 8G',
    doubt: 'no-unit',
    refuses(site, tie) {
      const { weak, network } = site.item.token.amount!
      // バッテリー残量87% 4G
      if (network && site.clause.hasPercent) return true
      if (
        weak &&
        ((tie.rule !== 'label-before' &&
          tie.rule !== 'label-after' &&
          tie.rule !== 'topic' &&
          !(tie.rule === 'next-line' && site.item.token.amount!.decimals > 0) &&
          tie.rule !== 'whole-of') ||
          tie.strength < 2 ||
          !isStrong(tie.role) ||
          (tie.label?.spaced && tie.label.namePlace === null))
      )
        return true
      return (
        network &&
        (tie.rule !== 'label-before' ||
          tie.strength < 3 ||
          next(site)?.kind === 'other' ||
          site.clause.sites.some((other) => other !== site && !other.item.token.amount!.network))
      )
    },
  },
  {
    name: 'bound',
    example: 'データ残量が1GB未満です',
    counterExample: 'データ残量が1GBになりました',
    doubt: 'not-a-balance',
    refuses(site, tie) {
      const after = (next(site) ?? behindBracket(site))?.token.sense
      const before = previous(site)
      if (after === 'over' || after === 'under') return true
      if ((after === 'within' || after === 'until') && !site.part) return true
      if (tie.rule === 'label-before' && afterLimit(site)) return true
      return (
        before?.kind === 'relation' &&
        (before.token.sense === 'upTo' || before.token.sense === 'over' || before.token.sense === 'under') &&
        !site.part
      )
    },
  },
  {
    name: 'dangling',
    example: 'データ残量\n/ 30GB',
    counterExample: 'データ残量\n12GB / 30GB',
    doubt: 'not-a-balance',
    refuses: (site, tie) =>
      !site.part &&
      tie.rule !== 'percent-of' &&
      (previous(site)?.kind === 'slash' ||
        previous(site)?.token.sense === 'of' ||
        (next(site)?.token.sense === 'outOf' && tie.rule !== 'whole-alone')),
  },
  {
    name: 'below-bare-figure',
    example: '640MB\n2GB 残り',
    counterExample: 'データ使用量\n640MB\n2GB 残り',
    doubt: 'not-a-balance',
    // 640MB, and 2GB remaining, where "of" was lost: the role is that of one of the two.
    refuses: ({ clause, index, whole, part }, tie) => {
      const { above } = clause.cell.row
      return (
        tie.rule === 'label-after' &&
        !whole &&
        !part &&
        clause.items.slice(0, index).every(({ kind }) => kind === 'other') &&
        above?.cells.length === 1 &&
        isValue(above.cells[0]) &&
        !pureLabel(above.above?.cells[0])
      )
    },
  },
  {
    name: 'beside-share',
    example: 'ご利用データ量が7GB80%に到達しました',
    counterExample: 'ご利用データ量が5.6GB（80%）に到達しました',
    doubt: 'not-a-balance',
    // Whether that is the share, or what it is a share of, stands nowhere.
    refuses(site) {
      const beside = site.clause.items.find((item, i) => i > site.index && item.kind !== 'other')
      return beside?.kind === 'percent' && beside.token.sense === 'over'
    },
  },
  {
    name: 'range',
    example: 'データ使用量 1GB〜3GB',
    counterExample: 'データ使用量 3GB',
    doubt: 'not-a-balance',
    refuses: (site) =>
      (isMark(next(site)) && afterNext(site)?.kind === 'figure') ||
      (isMark(previous(site)) && site.clause.items[site.index - 2]?.kind === 'figure'),
  },
  {
    name: 'rate',
    example: 'データ容量 3GB/月 使用できます',
    counterExample: 'データ残量 3GB',
    doubt: 'not-a-balance',
    // 契約容量 100GB/月 beside what is left or used of it is the allowance; alone it is dropped later.
    // 動画を見ると1時間に約1.5GB使用します
    refuses: (site, tie) =>
      (tie.rule === 'label-after' && tie.role === 'used' && previous(site)?.token.kind === 'count') ||
      (next(site)?.token.sense === 'perTime' &&
        tie.rule !== 'plan-size' &&
        !(tie.role === 'allowance' && tie.strength === 3)) ||
      (next(site)?.kind === 'slash' && afterNext(site)?.kind === 'foreign' && tie.rule !== 'plan-size'),
  },
  {
    name: 'included',
    example: '剩余流量（含上月结转剩余10MB）',
    counterExample: '剩余20MB，上月结转流量剩余10MB',
    doubt: 'not-a-balance',
    refuses: (site) => site.clause.parent !== null && hasSense(site.clause, 'included'),
  },
  {
    name: 'cap',
    example: '繰り越し分 9GB（上限50GB）',
    counterExample: '残りデータ量 7GB（上限50GB）',
    doubt: 'not-a-balance',
    refuses: (site) => isCap(site),
  },
  {
    name: 'example',
    example: '例えば、残り3GBのときは',
    counterExample: '残り3GBです',
    doubt: 'not-a-balance',
    refuses: (site, _tie, around) => hasSense(site.clause, 'example') || around.heading.has('example'),
  },
  {
    name: 'condition',
    example: 'データ残量が1GBになった場合、メールでお知らせします',
    counterExample: 'データ残量が1GBになりました',
    doubt: 'not-a-balance',
    // データ残量が1GBであることをお知らせします
    refuses: (site) =>
      hasSense(site.clause, 'condition') ||
      (site.clause.senses.has('announced') &&
        site.clause.items.some(({ token }, i) => i > site.index && token.sense === 'announced')),
  },
  {
    name: 'another-time',
    example: '先月のデータ使用量 5GB',
    counterExample: '先月からの繰越データ残量 5GB',
    doubt: 'not-a-balance',
    refuses(site, tie, around) {
      if (tie.role === 'piece' || tie.rule === 'held') return false
      if (tie.role === 'used' && isPastBehind(site)) return true
      if (tie.role === 'used' && next(site)?.label?.grant === 'daily' && next(site)?.label?.role === null) return true
      // What was used today counts only beside what is left of today: see `refuseDayUse`.
      if (tie.label?.period && tie.label.period !== 'today') return true
      if (pastBefore(site)) return true
      return around.heading.has('past') && !(tie.role === 'remaining' && tie.label?.grant)
    },
  },
  {
    name: 'overage',
    example: '套餐外流量已使用1.20GB',
    counterExample: '套餐内流量已使用1.20GB',
    doubt: 'not-a-balance',
    refuses: (_site, tie) => tie.label?.overage ?? false,
  },
  {
    name: 'history',
    example: '2026年10月\t使用量 5GB',
    counterExample: '使用量 5GB（10月31日現在）',
    doubt: 'not-a-balance',
    refuses: (site, tie, around) =>
      around.dated && tie.role !== 'remaining' && tie.role !== 'piece' && !(tie.label?.thisCycle && isBesideSpan(site)),
  },
  {
    name: 'billed',
    example: 'ご請求明細（2026年9月）\n基本料 2,178円\nデータ使用量（9月）6.21GB',
    counterExample: 'ご利用料金 2,178円\nデータ使用量（9月）6.21GB',
    doubt: 'not-a-balance',
    refuses: (_site, tie, around) => around.billed && tie.role !== 'remaining',
  },
  {
    name: 'storage',
    example: 'ストレージ残り 36GB',
    counterExample: 'データ残り 36GB',
    doubt: 'not-a-balance',
    refuses: (site, _tie, around) =>
      around.heading.has('storage') ||
      around.heading.has('otherService') ||
      saidBefore(site, 'storage') ||
      saidBefore(site, 'otherService'),
  },
  {
    name: 'other-line',
    example: 'ご家族（長男様）のデータ残量が1GBになりました',
    counterExample: 'データ残量が1GBになりました',
    doubt: 'not-a-balance',
    refuses: (site, _tie, around) => around.heading.has('otherLine') || hasSense(site.clause, 'otherLine'),
  },
  {
    name: 'price-step',
    example: '次の料金段階（2GB超）まであと 0.38GB',
    counterExample: '速度制限まであと 0.38GB',
    doubt: 'not-a-balance',
    refuses: (site, tie, around) =>
      hasSense(site.clause, 'priceStep') || (around.heading.has('priceStep') && tie.rule === 'label-before'),
  },
  {
    name: 'step-ahead',
    example: 'あと0.8GBのご利用で20GBとなり、月額料金が3,278円になります',
    counterExample: 'あと0.8GBです。20GBの月額料金は3,278円です',
    doubt: 'not-a-balance',
    refuses: ({ clause: { items, sites }, index, whole, part }) =>
      sites.length > 1 &&
      !whole &&
      !part &&
      items.some(({ token }, i) => i > index && token.kind === 'money') &&
      betweenCommas(items, index).filter(({ kind }) => kind === 'figure').length > 1,
  },
  {
    name: 'part-of-use',
    example: 'データ利用実績（うち余りくりこし0GB）',
    counterExample: 'データ残量（うち余りくりこし0GB）',
    doubt: 'not-a-balance',
    refuses: ({ clause: { items, parent } }, tie) =>
      parent !== null &&
      items[0]?.token.sense === 'part' &&
      tie.role === 'remaining' &&
      parent.items.some(({ label }) => label?.role === 'used') &&
      !parent.items.some(({ label }) => label?.role === 'remaining'),
  },
  {
    name: 'given-away',
    example: '使用量1GBを贈る',
    counterExample: 'プレゼントされたデータ 残り1GB',
    doubt: 'not-a-balance',
    // あと5GBで特典プレゼント
    refuses: (site, tie) =>
      (tie.rule === 'label-before' && tie.label?.namePlace === null && next(site)?.label?.grant === 'gift') ||
      (hasSense(site.clause, 'givenAway') && (tie.strength < 3 || next(site)?.token.sense === 'givenAway')),
  },
  {
    name: 'offer',
    example: 'データ追加 上限 1GB 550円',
    counterExample: 'データ残量 1GB 追加購入 550円',
    doubt: 'not-a-balance',
    refuses(site, tie, around) {
      const isBalance = tie.role === 'remaining' || tie.role === 'used'
      const after = next(site)?.token
      // 残りデータ量を0.5GB増やす
      if (after?.sense === 'offer' && after.start === site.item.token.end) return true
      const isSure = tie.strength === 3 && tie.rule !== 'cell-beside'
      return (around.sells && !(isSure && isBalance)) || (!isBalance && pricedBefore(site))
    },
  },
  {
    name: 'added',
    example: 'データ容量1GBを追加しました',
    counterExample: 'データ容量 3GB データ残量 1GB',
    doubt: 'not-a-balance',
    // 追加購入回数 2回目（累計1.0GB）: bought so far, and not used.
    refuses: (site, tie) =>
      (tie.role === 'used' && site.clause.parent?.items.some(({ label }) => label?.grant === 'topUp' && !label.role)) ||
      (!(tie.role === 'remaining' || tie.role === 'used') &&
        next(site)?.label?.grant === 'topUp' &&
        next(site)?.label?.role === null &&
        // 7.3GB／10GB 追加データ 0GB: a label of the next figure.
        afterNext(site)?.kind !== 'figure'),
  },
  {
    name: 'arithmetic',
    example: '先月残3GB+今月5GB-使用量2GB=6GB',
    counterExample: '使用量 2GB',
    doubt: 'not-a-balance',
    // データ容量3GB→残量1GB→残りわずか: signs of arithmetic stand before a figure or its label.
    refuses: ({ clause: { items, sites } }) =>
      sites.length > 1 && items.filter((item, i) => isMark(item) && isTerm(items[i + 1])).length > 1,
  },
]

/** 11月1日～11月28日 under 期間: as far as this cycle has come. */
const isBesideSpan = ({ clause }: Site): boolean =>
  clause.cell.row.cells[0]!.clauses.flatMap(({ dates }) => dates).length === 2

/** Whether a word stood before the figure in its cell, or anywhere in a short one. */
function saidBefore(site: Site, sense: WordSense): boolean {
  const { clauses, place, row } = site.clause.cell
  if (!row.senses.has(sense)) return false
  const before = row.cells.slice(0, row.cells.indexOf(site.clause.cell))
  if (before.some((cell) => cell.clauses.some((clause) => clause.senses.has(sense)))) return true
  return clauses.some(
    (clause) =>
      clause.senses.has(sense) &&
      (place.end - place.start <= SHORT_CELL || clauses.indexOf(clause) <= clauses.indexOf(site.clause)),
  )
}

/** スピードモードは1GBあたり1,100円。設定上限：3GB: a sentence with a price goes before. */
function pricedBefore(site: Site): boolean {
  const { clauses } = site.clause.cell
  return clauses
    .slice(0, clauses.indexOf(site.clause))
    .some((clause) => clause.items.some((item) => item.token.kind === 'money'))
}

const SHORT_CELL = 60

/** 10GBまであと6.6GB: the distance to a figure, not what is left. */
function afterLimit(site: Site): boolean {
  const { items } = site.clause
  return items.some(({ token }, i) => i < site.index && token.sense === 'until' && items[i - 1]?.kind === 'figure')
}

/** 10%（300MB）を下回りました: what is said of a bracket is said of what stands in it. */
const behindBracket = ({ clause }: Site): Item | undefined => clause.parent?.items[clause.parentIndex]

const next = (site: Site): Item | undefined => site.clause.items[site.index + 1]
const afterNext = (site: Site): Item | undefined => site.clause.items[site.index + 2]
const previous = (site: Site): Item | undefined => site.clause.items[site.index - 1]
const isMark = (item: Item | undefined): boolean => item?.kind === 'mark'
const isTerm = (item: Item | undefined): boolean => item?.kind === 'figure' || item?.kind === 'label'

function hasSense(clause: Clause, sense: WordSense): boolean {
  for (let at: Clause | null = clause; at; at = at.parent) if (at.senses.has(sense)) return true
  return false
}

/** You used 12 GB last month, and no "12 GB this month, 9 GB last month"; in October may be now. */
function isPastBehind(site: Site): boolean {
  const label = next(site)?.label
  return (
    label?.period === 'past' &&
    label.month === null &&
    label.spaced &&
    label.role === null &&
    afterNext(site)?.kind !== 'figure'
  )
}

/** 先月は5GB使用しました: a word for another time stands before the figure in its clause. */
function pastBefore(site: Site): boolean {
  for (let i = 0; i < site.index; i++) {
    const label = site.clause.items[i]!.label
    if (label?.period === 'past') return true
  }
  return false
}
