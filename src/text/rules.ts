import type { InEachLanguage } from './language.ts'

/** What is known of a carrier's lines, in sentences. Sizes, prices and days come in ready to print. */
export interface RuleSentences {
  readonly title: string
  readonly cycle: {
    readonly calendarMonth: string
    readonly closingDay: (days: string) => string
    readonly lastDay: string
    readonly validityHours: string
    readonly validityDays: string
    readonly daily: (zone: string) => string
  }
  readonly carryOver: (lasts: string) => string
  readonly noCarryOver: string
  /** Grants in the order in which they are used, ready to print. */
  readonly order: (grants: string) => string
  readonly lasts: {
    readonly month: string
    readonly nextMonth: string
    readonly days: (count: number) => string
  }
  readonly slower: (speed: string) => string
  readonly slowerBeyond: (speed: string, beyond: string) => string
  readonly stops: string
  readonly ofPlan: (plan: string, sentence: string) => string
  readonly topUp: (name: string, size: string, price: string, lasts: string) => string
  readonly topUpName: string
  readonly plan: (name: string, size: string, price: string) => string
  readonly step: (size: string, price: string) => string
  readonly unlimited: string
  readonly yen: (amount: string) => string
  readonly priceUnknown: string
  readonly alert: {
    readonly chosen: string
    readonly fixed: string
    readonly left: (size: string) => string
    readonly usedUp: string
    readonly used: (share: string) => string
  }
  readonly by: Readonly<Record<'sms' | 'mail' | 'app', string>>
  readonly alertBy: (when: string, by: string) => string
  readonly optIn: string
}

const en: RuleSentences = {
  title: 'Good to know',
  cycle: {
    calendarMonth: 'The data begins anew on the 1st of each month.',
    closingDay: (days) => `The data begins anew after the closing day of your bill: ${days}.`,
    lastDay: 'the last of the month',
    validityHours: 'The days count from the start in full 24 hours.',
    validityDays: 'The days are whole calendar days.',
    daily: (zone) => `The data begins anew every day at midnight in ${zone}.`,
  },
  carryOver: (lasts) => `Unused data of the plan is carried over (${lasts}).`,
  noCarryOver: 'Unused data of the plan is lost.',
  order: (grants) => `Used first to last: ${grants}.`,
  lasts: {
    month: 'to the end of this month',
    nextMonth: 'to the end of the next month',
    days: (count) => `for ${count} days`,
  },
  slower: (speed) => `Once it is used up: at most ${speed}.`,
  slowerBeyond: (speed, beyond) => `After ${beyond} more: at most ${speed}.`,
  stops: 'Once it is used up, the data stops.',
  ofPlan: (plan, sentence) => `${plan}: ${sentence}`,
  topUp: (name, size, price, lasts) => [`${name}: ${size}`, price, lasts].filter(Boolean).join(', '),
  topUpName: 'Top-up',
  plan: (name, size, price) => `${name}: ${size}, ${price}`,
  step: (size, price) => `up to ${size} ${price}`,
  unlimited: 'unlimited',
  yen: (amount) => `¥${amount}`,
  priceUnknown: 'price not known',
  alert: {
    chosen: 'an amount that you choose',
    fixed: 'an amount that the carrier fixes',
    left: (size) => `${size} left`,
    usedUp: 'all used',
    used: (share) => `${share} used`,
  },
  by: { sms: 'SMS', mail: 'mail', app: 'app' },
  alertBy: (when, by) => `Alert at ${when}, by ${by}.`,
  optIn: 'It has to be switched on:',
}

const ja: RuleSentences = {
  title: '知っておくと便利なこと',
  cycle: {
    calendarMonth: '毎月1日に新しいデータ容量になります。',
    closingDay: (days) => `請求の締め日の翌日に新しいデータ容量になります（締め日：${days}）。`,
    lastDay: '月末',
    validityHours: '開始から24時間ごとに1日と数えます。',
    validityDays: '暦の日で数えます。',
    daily: (zone) => `毎日、${zone} の午前0時に新しくなります。`,
  },
  carryOver: (lasts) => `余ったプランの容量は繰り越されます（${lasts}）。`,
  noCarryOver: '余ったプランの容量は繰り越されません。',
  order: (grants) => `使われる順：${grants}。`,
  lasts: {
    month: '当月末まで',
    nextMonth: '翌月末まで',
    days: (count) => `${count}日間`,
  },
  slower: (speed) => `使い切ると最大 ${speed} になります。`,
  slowerBeyond: (speed, beyond) => `さらに ${beyond} 使うと最大 ${speed} になります。`,
  stops: '使い切ると通信が止まります。',
  ofPlan: (plan, sentence) => `${plan}：${sentence}`,
  topUp: (name, size, price, lasts) => [`${name}：${size}`, price, lasts].filter(Boolean).join('、'),
  topUpName: 'データ追加',
  plan: (name, size, price) => `${name}：${size}、${price}`,
  step: (size, price) => `${size} まで ${price}`,
  unlimited: '無制限',
  yen: (amount) => `${amount}円`,
  priceUnknown: '料金は未確認',
  alert: {
    chosen: '自分で決めた量',
    fixed: '会社が決めた量',
    left: (size) => `残り ${size} `,
    usedUp: '使い切り',
    used: (share) => `${share} の使用`,
  },
  by: { sms: 'SMS', mail: 'メール', app: 'アプリ' },
  alertBy: (when, by) => `${when}で通知（${by}）。`,
  optIn: '申し込みが必要です：',
}

const zhHans: RuleSentences = {
  title: '值得知道',
  cycle: {
    calendarMonth: '每月 1 日重新计算流量。',
    closingDay: (days) => `账单截止日的次日重新计算流量（截止日：${days}）。`,
    lastDay: '月末',
    validityHours: '从开始起每满 24 小时算一天。',
    validityDays: '按日历天数计算。',
    daily: (zone) => `每天在 ${zone} 的零点重新计算。`,
  },
  carryOver: (lasts) => `套餐里没用完的流量会结转（${lasts}）。`,
  noCarryOver: '套餐里没用完的流量会作废。',
  order: (grants) => `使用顺序：${grants}。`,
  lasts: {
    month: '到本月末',
    nextMonth: '到下月末',
    days: (count) => `${count} 天内`,
  },
  slower: (speed) => `用完后最高 ${speed}。`,
  slowerBeyond: (speed, beyond) => `再用 ${beyond} 之后最高 ${speed}。`,
  stops: '用完后断网。',
  ofPlan: (plan, sentence) => `${plan}：${sentence}`,
  topUp: (name, size, price, lasts) => [`${name}：${size}`, price, lasts].filter(Boolean).join('，'),
  topUpName: '加购',
  plan: (name, size, price) => `${name}：${size}，${price}`,
  step: (size, price) => `${size} 以内 ${price}`,
  unlimited: '不限量',
  yen: (amount) => `${amount} 日元`,
  priceUnknown: '价格不明',
  alert: {
    chosen: '您自己设定的量',
    fixed: '运营商规定的量',
    left: (size) => `剩 ${size} `,
    usedUp: '全部用完',
    used: (share) => `用了 ${share} `,
  },
  by: { sms: '短信', mail: '邮件', app: 'App' },
  alertBy: (when, by) => `${when}时提醒（${by}）。`,
  optIn: '需要先开通：',
}

const zhHant: RuleSentences = {
  title: '值得知道',
  cycle: {
    calendarMonth: '每月 1 日重新計算數據量。',
    closingDay: (days) => `帳單截止日的隔天重新計算數據量（截止日：${days}）。`,
    lastDay: '月底',
    validityHours: '從開始起每滿 24 小時算一天。',
    validityDays: '按日曆天數計算。',
    daily: (zone) => `每天在 ${zone} 的零點重新計算。`,
  },
  carryOver: (lasts) => `方案裡沒用完的數據量會結轉（${lasts}）。`,
  noCarryOver: '方案裡沒用完的數據量會作廢。',
  order: (grants) => `使用順序：${grants}。`,
  lasts: {
    month: '到本月底',
    nextMonth: '到下月底',
    days: (count) => `${count} 天內`,
  },
  slower: (speed) => `用完後最高 ${speed}。`,
  slowerBeyond: (speed, beyond) => `再用 ${beyond} 之後最高 ${speed}。`,
  stops: '用完後斷網。',
  ofPlan: (plan, sentence) => `${plan}：${sentence}`,
  topUp: (name, size, price, lasts) => [`${name}：${size}`, price, lasts].filter(Boolean).join('，'),
  topUpName: '加購',
  plan: (name, size, price) => `${name}：${size}，${price}`,
  step: (size, price) => `${size} 以內 ${price}`,
  unlimited: '不限量',
  yen: (amount) => `${amount} 日圓`,
  priceUnknown: '價格不明',
  alert: {
    chosen: '您自己設定的量',
    fixed: '電信業者規定的量',
    left: (size) => `剩 ${size}`,
    usedUp: '全部用完',
    used: (share) => `用了 ${share}`,
  },
  by: { sms: '簡訊', mail: '郵件', app: 'App' },
  alertBy: (when, by) => `${when}時提醒（${by}）。`,
  optIn: '需要先開通：',
}

/** What is known of a carrier's lines. */
export const RULE_SENTENCES: InEachLanguage<RuleSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
