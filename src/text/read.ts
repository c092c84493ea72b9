import type { DoubtCode, Grant } from '../core/reading.ts'
import type { InEachLanguage } from './language.ts'

/** Everything that a card says about a reading. Amounts, dates and labels come in ready to print. */
export interface ReadSentences {
  readonly left: (amount: string) => string
  readonly nothingLeft: string
  readonly unlimited: string
  readonly leftNotSaid: string
  readonly leftOf: (left: string, allowance: string) => string
  readonly usedOf: (used: string, allowance: string) => string
  readonly used: (amount: string) => string
  readonly allowance: (amount: string) => string
  readonly notSaid: string
  /** Between things that are said in one breath. */
  readonly separator: string
  /** The short form of `validUntil`, for tables. */
  readonly until: (date: string) => string
  /** `wholeDay`: no time of day was printed, so the date itself still counts. */
  readonly validUntil: (date: string, wholeDay: boolean) => string
  readonly cycleEnds: (date: string) => string
  readonly throttled: string
  readonly line: (name: string) => string
  /** Only parts are stated, no total. */
  readonly onlyParts: string
  readonly buckets: string
  readonly shared: string
  readonly grants: Readonly<Record<Grant, string>>
  readonly figures: Readonly<Record<'remaining' | 'used' | 'allowance' | 'expires' | 'asOf' | 'cycleEnd', string>>
  readonly asOf: (date: string, age: string | null) => string
  readonly age: (minutes: number) => string
  readonly noStamp: string
  readonly certainty: Readonly<Record<'sure' | 'fairlySure' | 'unsure', string>>
  readonly readFrom: string
  /** Where in the evidence: lines are counted from 1. */
  readonly atLine: (number: number) => string
  readonly quoted: (text: string) => string
  readonly assumedUnit: string
  readonly notUnderstood: string
  readonly doubts: Readonly<Record<DoubtCode, string>>
  readonly andMore: (count: number) => string
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** Picks the largest whole unit of an age. */
const inLargestUnit = <T>(
  minutes: number,
  say: { minutes: (n: number) => T; hours: (n: number) => T; days: (n: number) => T },
): T =>
  minutes < 60
    ? say.minutes(minutes)
    : minutes < 48 * 60
      ? say.hours(Math.floor(minutes / 60))
      : say.days(Math.floor(minutes / 1440))

const en: ReadSentences = {
  left: (amount) => `${amount} left`,
  nothingLeft: 'Nothing left (0 MB)',
  unlimited: 'Unlimited data',
  leftNotSaid: 'How much is left is not said',
  leftOf: (left, allowance) => `${left} left of ${allowance}`,
  notSaid: 'not said',
  separator: ', ',
  until: (date) => `until ${date}`,
  usedOf: (used, allowance) => `${used} used of ${allowance}`,
  used: (amount) => `${amount} used`,
  allowance: (amount) => `of ${amount}`,
  validUntil: (date, wholeDay) => `Valid until ${wholeDay ? 'the end of ' : ''}${date}`,
  cycleEnds: (date) => `The cycle ends on ${date}`,
  throttled: 'The speed is limited now',
  line: (name) => `Line ${name}`,
  onlyParts: 'No total is stated, only its parts',
  buckets: 'Made up of',
  shared: 'shared',
  grants: {
    plan: 'Plan',
    carryOver: 'Carried over',
    topUp: 'Top-up',
    gift: 'Gift',
    daily: 'Daily',
    roaming: 'Roaming',
    appOnly: 'Some apps only',
    tethering: 'Tethering',
    unknown: 'Other',
  },
  figures: {
    remaining: 'left',
    used: 'used',
    allowance: 'allowance',
    expires: 'valid until',
    asOf: 'as of',
    cycleEnd: 'end of cycle',
  },
  asOf: (date, age) => `As of ${date}${age === null ? '' : ` (${age})`}`,
  age: (minutes) =>
    minutes < 1
      ? 'just now'
      : `${inLargestUnit(minutes, { minutes: (n) => plural(n, 'minute'), hours: (n) => plural(n, 'hour'), days: (n) => plural(n, 'day') })} ago`,
  noStamp: 'The text does not say when these figures were counted',
  certainty: {
    sure: 'Clear: the text says so itself',
    fairlySure: 'Fairly clear: worth a glance at the text',
    unsure: 'Not certain: please compare with the text',
  },
  readFrom: 'Read from',
  atLine: (number) => `line\u00A0${number}`,
  quoted: (text) => `“${text}”`,
  assumedUnit: 'Counted as 1 GB = 1,000 MB; the carrier does not say',
  notUnderstood: 'Left out',
  doubts: {
    'no-label': 'no word explains it',
    'no-unit': 'no unit',
    'two-figures': 'contradicts another figure',
    'does-not-add-up': 'does not add up',
    implausible: 'cannot be real',
    'impossible-date': 'no such date',
    'not-a-balance': 'a price, limit, example or past month',
    frame: 'part of the page that was not saved',
  },
  andMore: (count) => `and ${count} more`,
}

const ja: ReadSentences = {
  left: (amount) => `残り ${amount}`,
  nothingLeft: '残りはありません（0 MB）',
  unlimited: 'データ使い放題（無制限）',
  leftNotSaid: '残量は書かれていません',
  leftOf: (left, allowance) => `残り ${left}／${allowance}`,
  notSaid: '記載なし',
  separator: '、',
  until: (date) => `${date}まで`,
  usedOf: (used, allowance) => `${allowance} のうち ${used} を利用済み`,
  used: (amount) => `${amount} 利用済み`,
  allowance: (amount) => `全 ${amount}`,
  validUntil: (date) => `${date}まで有効`,
  cycleEnds: (date) => `今回の期間は${date}まで`,
  throttled: '現在、速度制限中です',
  line: (name) => `回線 ${name}`,
  onlyParts: '合計は書かれておらず、内訳だけがあります',
  buckets: '内訳',
  shared: 'シェア',
  grants: {
    plan: '基本データ量',
    carryOver: '繰り越し',
    topUp: '追加データ',
    gift: 'プレゼント',
    daily: '1日分',
    roaming: 'ローミング',
    appOnly: '一部アプリ専用',
    tethering: 'テザリング',
    unknown: 'その他',
  },
  figures: {
    remaining: '残量',
    used: '利用量',
    allowance: '容量',
    expires: '有効期限',
    asOf: '更新日時',
    cycleEnd: '期間終了',
  },
  asOf: (date, age) => `${date}時点${age === null ? '' : `（${age}）`}`,
  age: (minutes) =>
    minutes < 1
      ? 'たった今'
      : `${inLargestUnit(minutes, { minutes: (n) => `${n}分`, hours: (n) => `${n}時間`, days: (n) => `${n}日` })}前`,
  noStamp: 'いつ時点の数値かは書かれていません',
  certainty: {
    sure: '確実です：文面にはっきり書かれています',
    fairlySure: 'ほぼ確実です：念のため文面もご確認ください',
    unsure: '確実ではありません：文面と見比べてください',
  },
  readFrom: '読み取った箇所',
  atLine: (number) => `${number}行目`,
  quoted: (text) => `「${text}」`,
  assumedUnit: '1 GB = 1,000 MB として計算しています（携帯会社の記載はありません）',
  notUnderstood: '読み取らなかったもの',
  doubts: {
    'no-label': '何の量か説明がない',
    'no-unit': '単位がない',
    'two-figures': 'ほかの数値と食い違う',
    'does-not-add-up': '合計が合わない',
    implausible: 'あり得ない数値',
    'impossible-date': '存在しない日付',
    'not-a-balance': '料金・上限・例・過去の月など',
    frame: '保存されていないページの一部',
  },
  andMore: (count) => `ほか${count}件`,
}

const zhHans: ReadSentences = {
  left: (amount) => `剩余 ${amount}`,
  nothingLeft: '已用完（剩余 0 MB）',
  unlimited: '流量不限量',
  leftNotSaid: '文中没有写明剩余流量',
  leftOf: (left, allowance) => `剩余 ${left}／${allowance}`,
  notSaid: '未写明',
  separator: '，',
  until: (date) => `至${date}`,
  usedOf: (used, allowance) => `已用 ${used}，共 ${allowance}`,
  used: (amount) => `已用 ${amount}`,
  allowance: (amount) => `共 ${amount}`,
  validUntil: (date, wholeDay) => `有效期至${date}${wholeDay ? '（含截止日）' : ''}`,
  cycleEnds: (date) => `本周期至${date}结束`,
  throttled: '目前已被限速',
  line: (name) => `线路 ${name}`,
  onlyParts: '文中没有写明合计，只有明细',
  buckets: '明细',
  shared: '共享',
  grants: {
    plan: '套餐流量',
    carryOver: '上月结转',
    topUp: '加油包',
    gift: '赠送流量',
    daily: '当日流量',
    roaming: '漫游流量',
    appOnly: '定向流量',
    tethering: '热点流量',
    unknown: '其他',
  },
  figures: {
    remaining: '剩余',
    used: '已用',
    allowance: '总量',
    expires: '有效期至',
    asOf: '统计时间',
    cycleEnd: '周期结束',
  },
  asOf: (date, age) => `截至${date}${age === null ? '' : `（${age}）`}`,
  age: (minutes) =>
    minutes < 1
      ? '刚刚'
      : `${inLargestUnit(minutes, { minutes: (n) => `${n}分钟`, hours: (n) => `${n}小时`, days: (n) => `${n}天` })}前`,
  noStamp: '文中没有写明统计时间',
  certainty: {
    sure: '确定：原文写得很清楚',
    fairlySure: '基本确定：建议再看一眼原文',
    unsure: '不太确定：请与原文核对',
  },
  readFrom: '读自',
  atLine: (number) => `第${number}行`,
  quoted: (text) => `“${text}”`,
  assumedUnit: '按 1 GB = 1,000 MB 计算（运营商未说明）',
  notUnderstood: '未采用的内容',
  doubts: {
    'no-label': '没有说明含义',
    'no-unit': '没有单位',
    'two-figures': '与另一数值矛盾',
    'does-not-add-up': '加起来与总量不符',
    implausible: '不可能的数值',
    'impossible-date': '不存在的日期',
    'not-a-balance': '价格、上限、举例或过往月份',
    frame: '页面中未保存的部分',
  },
  andMore: (count) => `另有${count}处`,
}

const zhHant: ReadSentences = {
  left: (amount) => `剩餘 ${amount}`,
  nothingLeft: '已用完（剩餘 0 MB）',
  unlimited: '上網吃到飽（無限量）',
  leftNotSaid: '內容沒有寫明剩餘數據量',
  leftOf: (left, allowance) => `剩餘 ${left}／${allowance}`,
  notSaid: '未寫明',
  separator: '，',
  until: (date) => `至${date}`,
  usedOf: (used, allowance) => `已使用 ${used}，共 ${allowance}`,
  used: (amount) => `已使用 ${amount}`,
  allowance: (amount) => `共 ${amount}`,
  validUntil: (date, wholeDay) => `有效期限至${date}${wholeDay ? '（含截止日）' : ''}`,
  cycleEnds: (date) => `本期至${date}結束`,
  throttled: '目前已降速',
  line: (name) => `門號 ${name}`,
  onlyParts: '內容沒有寫明合計，只有明細',
  buckets: '明細',
  shared: '共享',
  grants: {
    plan: '方案數據量',
    carryOver: '上月結轉',
    topUp: '加購數據量',
    gift: '贈送數據量',
    daily: '當日數據量',
    roaming: '漫遊數據量',
    appOnly: '限特定 App',
    tethering: '熱點分享',
    unknown: '其他',
  },
  figures: {
    remaining: '剩餘',
    used: '已使用',
    allowance: '總量',
    expires: '有效期限',
    asOf: '統計時間',
    cycleEnd: '本期結束',
  },
  asOf: (date, age) => `截至${date}${age === null ? '' : `（${age}）`}`,
  age: (minutes) =>
    minutes < 1
      ? '剛剛'
      : `${inLargestUnit(minutes, { minutes: (n) => `${n}分鐘`, hours: (n) => `${n}小時`, days: (n) => `${n}天` })}前`,
  noStamp: '內容沒有寫明統計時間',
  certainty: {
    sure: '確定：原文寫得很清楚',
    fairlySure: '大致確定：建議再看一下原文',
    unsure: '不太確定：請與原文核對',
  },
  readFrom: '讀取自',
  atLine: (number) => `第${number}行`,
  quoted: (text) => `「${text}」`,
  assumedUnit: '以 1 GB = 1,000 MB 計算（電信業者未說明）',
  notUnderstood: '未採用的內容',
  doubts: {
    'no-label': '沒有說明意義',
    'no-unit': '沒有單位',
    'two-figures': '與另一數值矛盾',
    'does-not-add-up': '加總與總量不符',
    implausible: '不可能的數值',
    'impossible-date': '不存在的日期',
    'not-a-balance': '價格、上限、舉例或過往月份',
    frame: '頁面中未儲存的部分',
  },
  andMore: (count) => `另有${count}處`,
}

/** The words of cards and explanations. */
export const READ_SENTENCES: InEachLanguage<ReadSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
