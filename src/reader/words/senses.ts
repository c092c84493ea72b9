import { NAMED_GRANTS } from '../../core/reading.ts'

/**
 * What a word can mean to the grammar. One word has one sense; where a longer word contains a shorter one, the longer wins
 * (利用可能 is not 利用), so a trap is disarmed by adding the longer word with its own sense.
 */
export const SENSES = [
  // Roles that a figure can have, strong: the word alone says so.
  'remaining',
  'used',
  'allowance',
  // Roles, weak: they need the rest of the evidence to agree.
  'available', // 利用可能データ量: what is left, or what there was to begin with
  'capacity', // データ容量: an allowance, or the thing that is left or used
  'volume', // 通信量: used, unless another word says otherwise
  'planName', // プラン: an amount beside it is part of a name
  // What the figure is about.
  'data',
  'held', // クーポン: data by a name under which what is left of it is printed
  'apart', // パスケット: such a name of what does not count with the rest
  'aside', // プラスエリアモード: of what has a limit of its own and does not count with the rest
  'total', // 合計: of the whole line
  'thisCycle', // 今月
  ...NAMED_GRANTS,
  // States.
  'exhausted', // 使い切りました
  'unlimited',
  'throttled', // 速度制限中
  'unthrottled', // 速度制限なし
  // Relations.
  'glue', // は, is: between a label and its figure
  'outOf', // 20GB中 3.2GB: after the whole
  'of', // 3.2 of 20 GB: before the whole
  'part', // うち: the figures after it are parts of the one before
  'included', // 含: as part, but not a bucket of its own
  'over', // を超える: the figure is a bound
  'under', // 未満
  'within', // 以内, まで
  'upTo', // 最大 before a figure
  'perTime', // /日, 毎月: a rate of a plan
  // Dates.
  'expires', // 有効期限
  'until', // まで after a date
  'asOf', // 現在, 時点
  'resets', // リセット, 付与日
  // What makes a figure no balance of now.
  'example', // 例えば
  'condition', // 場合
  'past', // 先月
  'today', // 本日の利用: use of one day
  'recent', // 直近3日間
  'overage', // 套餐外, 低速利用: counts for nothing that was bought
  'offer', // キャンペーン, 購入
  'storage', // 空き容量, disk
  'notData', // 通話, ポイント
  'givenAway', // 贈りました
  'otherLine', // ご家族の: a line that is not this one
  'priceStep', // 次の料金段階: a distance to it is no balance
  'otherService', // VPN, クラウド
  'announced', // データ残量をお知らせします: its figure is in the next sentence
  'correction', // 正しくは: what was said before does not hold
  'neutral', // 利用明細: contains a role's word and is none
] as const
export type Sense = (typeof SENSES)[number]

/** The words of one language, or those a carrier adds. Written in lower case after NFKC; Latin words match whole words only. */
export type Words = Partial<Record<Sense, readonly string[]>>

/** Words written one after the other with "|" between them. */
export const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim())
