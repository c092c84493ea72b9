import type { InEachLanguage } from './language.ts'

type End = 'reset' | 'expiry' | 'trip'

/** How a line stands and what is likely. Amounts, dates, prices and shares come in ready to print. */
export interface StatusSentences {
  readonly nothingRead: string
  readonly computed: string
  readonly sum: string
  readonly outdated: Readonly<Record<'reset' | 'expiry', string>>
  readonly seen: (age: string, channel: string) => string
  readonly seenAhead: (date: string) => string
  readonly ends: Readonly<Record<End, (date: string) => string>>
  /** Sure, likely, doubtful, unlikely, and no longer. */
  readonly lasts: (until: string) => string
  readonly likelyLasts: (until: string, risk: string) => string
  readonly mayRunOut: (around: string, risk: string) => string
  readonly likelyRunsOut: (around: string, risk: string) => string
  readonly wasOut: (around: string, risk: string) => string
  readonly uncertain: string
  readonly perDay: (amount: string, until: string) => string
  readonly likelyUse: (low: string, high: string, until: string) => string
  readonly nextStep: (left: string, price: string) => string
  readonly nothingKnown: string
  readonly order: string
  readonly supply: (name: string, left: string, until: string | null) => string
  readonly leftOver: (amount: string) => string
  readonly usedUp: (risk: string) => string
  readonly chart: Readonly<Record<'left' | 'used', string>>
  readonly chartKey: Readonly<Record<'middle' | 'spread', string>>
}

const en: StatusSentences = {
  nothingRead: 'Nothing was read yet',
  computed: 'computed from the allowance and what was used',
  sum: 'the sum of its parts',
  outdated: {
    reset: 'These figures are of the last cycle; new data has begun since. Read the line again.',
    expiry: 'This data has ended. Read the line again.',
  },
  seen: (age, channel) => `${age}, ${channel}`,
  seenAhead: (date) => `as of ${date}`,
  ends: {
    reset: (date) => `new data after ${date}`,
    expiry: (date) => `ends with ${date}`,
    trip: (date) => `trip until ${date}`,
  },
  lasts: (until) => `Will last until ${until}.`,
  likelyLasts: (until, risk) => `Will likely last until ${until} (${risk} that it runs out).`,
  mayRunOut: (around, risk) => `May run out around ${around} (${risk}).`,
  likelyRunsOut: (around, risk) => `Will likely run out around ${around} (${risk}).`,
  wasOut: (around, risk) => `Has likely run out since, around ${around} (${risk}).`,
  uncertain: 'Uncertain: only a few days of this line were seen.',
  perDay: (amount, until) => `${amount} a day lasts until ${until}.`,
  likelyUse: (low, high, until) => `Likely use until ${until}: ${low} to ${high}.`,
  nextStep: (left, price) => `${left} more, and the price becomes ${price}.`,
  nothingKnown: 'Too little is known for a forecast.',
  order: 'Used in this order',
  supply: (name, left, until) => `${name}: ${left}${until === null ? '' : `, until ${until}`}`,
  leftOver: (amount) => `${amount} of it will likely be lost`,
  usedUp: (risk) => `${risk} that all of it is used`,
  chart: { left: 'What is left', used: 'What is used' },
  chartKey: { middle: 'middle', spread: '8 in 10 futures' },
}

const ja: StatusSentences = {
  nothingRead: 'まだ何も読み取っていません',
  computed: '容量と使用量から計算',
  sum: '内訳の合計',
  outdated: {
    reset: 'これは前の周期の残量です。データはすでに更新されています。もう一度読み取ってください。',
    expiry: 'このデータの期限は過ぎました。もう一度読み取ってください。',
  },
  seen: (age, channel) => `${age}、${channel}`,
  seenAhead: (date) => `${date}時点`,
  ends: {
    reset: (date) => `${date}の翌日に更新`,
    expiry: (date) => `${date}まで`,
    trip: (date) => `旅行は${date}まで`,
  },
  lasts: (until) => `${until}までもちます。`,
  likelyLasts: (until, risk) => `${until}までもつ見込みです（使い切る確率 ${risk}）。`,
  mayRunOut: (around, risk) => `${around}ごろ使い切るおそれがあります（${risk}）。`,
  likelyRunsOut: (around, risk) => `${around}ごろ使い切る見込みです（${risk}）。`,
  wasOut: (around, risk) => `その後、${around}ごろ使い切ったとみられます（${risk}）。`,
  uncertain: 'まだ数日分しか記録がないため、確かではありません。',
  perDay: (amount, until) => `1日 ${amount} までなら ${until} までもちます。`,
  likelyUse: (low, high, until) => `${until}までの使用見込み：${low} ～ ${high}。`,
  nextStep: (left, price) => `あと ${left} 使うと料金が ${price} になります。`,
  nothingKnown: '予測するには情報が足りません。',
  order: '使われる順番',
  supply: (name, left, until) => `${name}：${left}${until === null ? '' : `（${until}まで）`}`,
  leftOver: (amount) => `${amount} は使われずに消える見込み`,
  usedUp: (risk) => `使い切る確率 ${risk}`,
  chart: { left: '残量', used: '使用量' },
  chartKey: { middle: '中央', spread: '10回中8回の範囲' },
}

const zhHans: StatusSentences = {
  nothingRead: '还没有读数',
  computed: '由总量和已用量算出',
  sum: '各部分之和',
  outdated: {
    reset: '这是上一周期的数值，流量已重新开始计算。请重新读取。',
    expiry: '这些流量已过期。请重新读取。',
  },
  seen: (age, channel) => `${age}，${channel}`,
  seenAhead: (date) => `截至${date}`,
  ends: {
    reset: (date) => `${date}之后重新计算`,
    expiry: (date) => `到${date}为止`,
    trip: (date) => `行程到${date}`,
  },
  lasts: (until) => `够用到${until}。`,
  likelyLasts: (until, risk) => `应该够用到${until}（用完的可能 ${risk}）。`,
  mayRunOut: (around, risk) => `可能在${around}前后用完（${risk}）。`,
  likelyRunsOut: (around, risk) => `很可能在${around}前后用完（${risk}）。`,
  wasOut: (around, risk) => `此后很可能已在${around}前后用完（${risk}）。`,
  uncertain: '只有几天的记录，尚不确定。',
  perDay: (amount, until) => `每天不超过 ${amount} 可用到${until}。`,
  likelyUse: (low, high, until) => `到${until}预计使用 ${low} 至 ${high}。`,
  nextStep: (left, price) => `再用 ${left}，价格将变为 ${price}。`,
  nothingKnown: '所知太少，无法预测。',
  order: '使用顺序',
  supply: (name, left, until) => `${name}：${left}${until === null ? '' : `，到${until}`}`,
  leftOver: (amount) => `其中 ${amount} 很可能作废`,
  usedUp: (risk) => `全部用完的可能 ${risk}`,
  chart: { left: '剩余流量', used: '已用流量' },
  chartKey: { middle: '中位', spread: '十次中八次的范围' },
}

const zhHant: StatusSentences = {
  nothingRead: '還沒有讀數',
  computed: '由總量和已用量算出',
  sum: '各部分的總和',
  outdated: {
    reset: '這是上一週期的數值，數據量已重新計算。請重新讀取。',
    expiry: '這些數據量已到期。請重新讀取。',
  },
  seen: (age, channel) => `${age}，${channel}`,
  seenAhead: (date) => `截至${date}`,
  ends: {
    reset: (date) => `${date}之後重新計算`,
    expiry: (date) => `到${date}為止`,
    trip: (date) => `行程到${date}`,
  },
  lasts: (until) => `夠用到${until}。`,
  likelyLasts: (until, risk) => `應該夠用到${until}（用完的機率 ${risk}）。`,
  mayRunOut: (around, risk) => `可能在${around}前後用完（${risk}）。`,
  likelyRunsOut: (around, risk) => `很可能在${around}前後用完（${risk}）。`,
  wasOut: (around, risk) => `此後很可能已在${around}前後用完（${risk}）。`,
  uncertain: '只有幾天的紀錄，尚不確定。',
  perDay: (amount, until) => `每天不超過 ${amount} 可用到${until}。`,
  likelyUse: (low, high, until) => `到${until}預計使用 ${low} 至 ${high}。`,
  nextStep: (left, price) => `再用 ${left}，價格將變為 ${price}。`,
  nothingKnown: '所知太少，無法預測。',
  order: '使用順序',
  supply: (name, left, until) => `${name}：${left}${until === null ? '' : `，到${until}`}`,
  leftOver: (amount) => `其中 ${amount} 很可能作廢`,
  usedUp: (risk) => `全部用完的機率 ${risk}`,
  chart: { left: '剩餘數據量', used: '已用數據量' },
  chartKey: { middle: '中位', spread: '十次中八次的範圍' },
}

/** The words of `status` and `forecast`. */
export const STATUS_SENTENCES: InEachLanguage<StatusSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
