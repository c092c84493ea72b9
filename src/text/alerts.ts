import type { InEachLanguage } from './language.ts'

/** What is told of a line that its owner asked to be told of. Amounts, dates, prices and shares come in ready to print. */
export interface AlertSentences {
  readonly runOut: (line: string, date: string, days: number, risk: string) => string
  readonly isOut: (line: string) => string
  readonly before: Readonly<Record<'reset' | 'expiry' | 'trip', (date: string) => string>>
  readonly threshold: (line: string, left: string, threshold: string) => string
  readonly throttled: (line: string) => string
  readonly backToNormal: (line: string) => string
  readonly expiring: (line: string, amount: string, name: string, date: string) => string
  readonly nextStep: (line: string, left: string, price: string) => string
  readonly stale: (line: string, days: number) => string
  readonly channel: (line: string, what: string) => string
}

const en: AlertSentences = {
  runOut: (line, date, days, risk) =>
    `${line}: likely to run out around ${date}${days === 0 ? ', today' : days === 1 ? ', tomorrow' : `, in ${days} days`} (${risk})`,
  isOut: (line) => `${line}: nothing is left`,
  before: {
    reset: (date) => `New data comes after ${date}.`,
    expiry: (date) => `It could be used until ${date}.`,
    trip: (date) => `You need it until ${date}.`,
  },
  threshold: (line, left, threshold) => `${line}: ${left} left, less than ${threshold}`,
  throttled: (line) => `${line}: the speed is limited now`,
  backToNormal: (line) => `${line}: the speed is back to normal`,
  expiring: (line, amount, name, date) => `${line}: ${amount} of ${name} will be lost after ${date}`,
  nextStep: (line, left, price) => `${line}: ${left} more, and the price becomes ${price}`,
  stale: (line, days) => `${line}: its figures are ${days} days old`,
  channel: (line, what) => `${line}: ${what}`,
}

const ja: AlertSentences = {
  runOut: (line, date, days, risk) =>
    `${line}：${date}ごろ（${days === 0 ? '今日' : days === 1 ? '明日' : `${days}日後`}）使い切る見込み（${risk}）`,
  isOut: (line) => `${line}：残量がありません`,
  before: {
    reset: (date) => `${date}の翌日に更新されます。`,
    expiry: (date) => `本来は${date}まで使えるデータです。`,
    trip: (date) => `${date}まで必要です。`,
  },
  threshold: (line, left, threshold) => `${line}：残り ${left}（${threshold} を下回りました）`,
  throttled: (line) => `${line}：現在、速度制限中です`,
  backToNormal: (line) => `${line}：通常の速度に戻りました`,
  expiring: (line, amount, name, date) => `${line}：${name}のうち ${amount} が${date}を過ぎると消えます`,
  nextStep: (line, left, price) => `${line}：あと ${left} で料金が ${price} になります`,
  stale: (line, days) => `${line}：残量の数値は${days}日前のものです`,
  channel: (line, what) => `${line}：${what}`,
}

const zhHans: AlertSentences = {
  runOut: (line, date, days, risk) =>
    `${line}：很可能在${date}前后（${days === 0 ? '今天' : days === 1 ? '明天' : `${days}天后`}）用完（${risk}）`,
  isOut: (line) => `${line}：流量已用完`,
  before: {
    reset: (date) => `${date}之后重新计算。`,
    expiry: (date) => `本可用到${date}。`,
    trip: (date) => `需要用到${date}。`,
  },
  threshold: (line, left, threshold) => `${line}：剩余 ${left}，低于 ${threshold}`,
  throttled: (line) => `${line}：目前已限速`,
  backToNormal: (line) => `${line}：已恢复正常速度`,
  expiring: (line, amount, name, date) => `${line}：${name}中有 ${amount} 过了${date}就作废`,
  nextStep: (line, left, price) => `${line}：再用 ${left}，价格将变为 ${price}`,
  stale: (line, days) => `${line}：数值已是${days}天前的`,
  channel: (line, what) => `${line}：${what}`,
}

const zhHant: AlertSentences = {
  runOut: (line, date, days, risk) =>
    `${line}：很可能在${date}前後（${days === 0 ? '今天' : days === 1 ? '明天' : `${days}天後`}）用完（${risk}）`,
  isOut: (line) => `${line}：數據量已用完`,
  before: {
    reset: (date) => `${date}之後重新計算。`,
    expiry: (date) => `本可用到${date}。`,
    trip: (date) => `需要用到${date}。`,
  },
  threshold: (line, left, threshold) => `${line}：剩餘 ${left}，低於 ${threshold}`,
  throttled: (line) => `${line}：目前已降速`,
  backToNormal: (line) => `${line}：已恢復正常速度`,
  expiring: (line, amount, name, date) => `${line}：${name}中有 ${amount} 過了${date}就作廢`,
  nextStep: (line, left, price) => `${line}：再用 ${left}，價格將變為 ${price}`,
  stale: (line, days) => `${line}：數值已是${days}天前的`,
  channel: (line, what) => `${line}：${what}`,
}

/** The words of alerts. */
export const ALERT_SENTENCES: InEachLanguage<AlertSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
