import type { InEachLanguage } from './language.ts'

type Page = 'video' | 'background' | 'wifi' | 'maps' | 'alerts' | 'plan'

/** What to do, and the figures that speak for it. Amounts, dates, prices, shares and speeds come in ready to print. */
export interface AdviceSentences {
  readonly next: string
  readonly readAgain: Readonly<Record<'nothingRead' | 'reset' | 'expiry', string>>
  readonly fine: (until: string) => string
  /** `by` null: now. */
  readonly topUp: (what: string, by: string | null, price: string | null) => string
  readonly pieces: (count: number, amount: string, name: string | null) => string
  readonly topUpWhy: (before: string, after: string) => string
  readonly topUpLasts: (until: string) => string
  readonly priceOf: (date: string) => string
  readonly wait: (until: string, days: number) => string
  readonly waitAt: (speed: string) => string
  readonly waitStopped: string
  readonly waitUnknown: string
  readonly useLess: (perDay: string, usual: string, until: string) => string
  readonly savesMost: (pages: string) => string
  readonly pages: Readonly<Record<Page, string>>
  readonly perHour: (amount: string) => string
  readonly stayBelow: (perDay: string, until: string, price: string) => string
  readonly stayBelowWhy: (risk: string, saves: string | null) => string
  readonly useBeforeItEnds: (amount: string, name: string, until: string) => string
  readonly changePlan: (name: string, yen: string, present: string) => string
  readonly runsOut: (share: string) => string
  readonly fitsLargest: Readonly<Record<'yes' | 'no' | 'unknown', string>>
  readonly pricesOld: (date: string) => string
  readonly uncertain: string
}

const en: AdviceSentences = {
  next: 'Next',
  readAgain: {
    nothingRead: 'Read this line once: paste its SMS or page.',
    reset: 'Read this line again: new data has begun.',
    expiry: 'Read this line again: its data has ended.',
  },
  fine: (until) => `Nothing to do until ${until}.`,
  topUp: (what, by, price) =>
    `Buy ${what} ${by === null ? 'now' : `by ${by}`}${price === null ? ', price unknown' : ` for ${price}`}.`,
  pieces: (count, amount, name) => `${count > 1 ? `${count} × ` : ''}${amount}${name === null ? '' : ` (${name})`}`,
  topUpWhy: (before, after) => `The risk of running out falls from ${before} to ${after}.`,
  topUpLasts: (until) => `It can be used until ${until}.`,
  priceOf: (date) => `Price as of ${date}.`,
  wait: (until, days) => `Wait: new data after ${until}, ${days === 1 ? 'one day' : `${days} days`} without.`,
  waitAt: (speed) => `Meanwhile at ${speed}: messages and maps work, slowly.`,
  waitStopped: 'Meanwhile data stops.',
  waitUnknown: 'How fast it is meanwhile is not known.',
  useLess: (perDay, usual, until) => `Use at most ${perDay} a day until ${until}, instead of the usual ${usual}.`,
  savesMost: (pages) => `Saves most: ${pages}.`,
  pages: {
    video: 'lower video quality',
    background: 'no data in the background',
    wifi: 'Wi-Fi',
    maps: 'maps downloaded beforehand',
    alerts: 'alerts',
    plan: 'another plan',
  },
  perHour: (amount) => `up to ${amount} an hour`,
  stayBelow: (perDay, until, price) => `At most ${perDay} a day until ${until} keeps the price below ${price}.`,
  stayBelowWhy: (risk, saves) => `${risk} that it rises${saves === null ? '' : `; staying below saves ${saves}`}.`,
  useBeforeItEnds: (amount, name, until) => `Use ${name} first: about ${amount} of it will be lost after ${until}.`,
  changePlan: (name, yen, present) =>
    `${name} would cost about ${yen} a month, top-ups included, instead of ${present}.`,
  runsOut: (share) => `It runs out in ${share} of months.`,
  fitsLargest: {
    yes: 'The largest of your last months fits into it as well.',
    no: 'By the largest of your last months alone another plan would be chosen.',
    unknown: 'No whole month was seen yet.',
  },
  pricesOld: (date) => `Its price was last checked on ${date} and may have changed.`,
  uncertain: 'Uncertain: only a few days of this line were seen.',
}

const ja: AdviceSentences = {
  next: '次にすること',
  readAgain: {
    nothingRead: 'SMS やページを貼り付けて、一度読み取ってください。',
    reset: 'データが更新されました。もう一度読み取ってください。',
    expiry: 'データの期限が過ぎました。もう一度読み取ってください。',
  },
  fine: (until) => `${until}まで何もしなくて大丈夫です。`,
  topUp: (what, by, price) => `${by === null ? '今すぐ' : `${by}までに`}${what}を追加（${price ?? '料金不明'}）。`,
  pieces: (count, amount, name) => `${name ?? ''}${name === null ? '' : ' '}${amount}${count > 1 ? ` × ${count}` : ''}`,
  topUpWhy: (before, after) => `使い切る確率が ${before} から ${after} に下がります。`,
  topUpLasts: (until) => `${until}まで使えます。`,
  priceOf: (date) => `料金は${date}時点。`,
  wait: (until, days) => `待つ：${until}の翌日に更新、データなしは${days}日。`,
  waitAt: (speed) => `その間は ${speed}。メッセージや地図はゆっくりなら使えます。`,
  waitStopped: 'その間、データ通信は止まります。',
  waitUnknown: 'その間の速度は分かっていません。',
  useLess: (perDay, usual, until) => `${until}まで1日 ${perDay} 以内に（ふだんは ${usual}）。`,
  savesMost: (pages) => `効果の大きい順：${pages}。`,
  pages: {
    video: '動画の画質を下げる',
    background: '裏での通信を止める',
    wifi: 'Wi-Fi を使う',
    maps: '地図を先に保存する',
    alerts: '通知',
    plan: 'プランの見直し',
  },
  perHour: (amount) => `1時間で最大 ${amount}`,
  stayBelow: (perDay, until, price) => `${until}まで1日 ${perDay} 以内なら、料金は ${price} に上がりません。`,
  stayBelowWhy: (risk, saves) => `上がる確率は ${risk}${saves === null ? '' : `。抑えれば ${saves} 安くなります`}。`,
  useBeforeItEnds: (amount, name, until) => `${name}を先に：約 ${amount} が${until}を過ぎると消えます。`,
  changePlan: (name, yen, present) => `${name}なら、追加を含めて月に約 ${yen}（今は ${present}）。`,
  runsOut: (share) => `${share} の月で使い切ります。`,
  fitsLargest: {
    yes: '直近で最も使った月も収まります。',
    no: '直近で最も使った月だけで選ぶと、別のプランになります。',
    unknown: '1か月を通した記録がまだありません。',
  },
  pricesOld: (date) => `料金は${date}に確認したもので、変わっている可能性があります。`,
  uncertain: 'まだ数日分しか記録がないため、確かではありません。',
}

const zhHans: AdviceSentences = {
  next: '下一步',
  readAgain: {
    nothingRead: '请先读取一次：粘贴短信或网页。',
    reset: '流量已重新计算，请再读取一次。',
    expiry: '流量已过期，请再读取一次。',
  },
  fine: (until) => `到${until}为止无需操作。`,
  topUp: (what, by, price) => `请${by === null ? '现在' : `在${by}之前`}加购${what}（${price ?? '价格不详'}）。`,
  pieces: (count, amount, name) => `${name ?? ''}${name === null ? '' : ' '}${amount}${count > 1 ? ` × ${count}` : ''}`,
  topUpWhy: (before, after) => `用完的可能从 ${before} 降到 ${after}。`,
  topUpLasts: (until) => `可用到${until}。`,
  priceOf: (date) => `价格截至${date}。`,
  wait: (until, days) => `等待：${until}之后重新计算，有${days}天没有流量。`,
  waitAt: (speed) => `期间速度为 ${speed}，收发消息和看地图会较慢。`,
  waitStopped: '期间无法上网。',
  waitUnknown: '期间的速度不详。',
  useLess: (perDay, usual, until) => `到${until}为止每天不超过 ${perDay}（平时 ${usual}）。`,
  savesMost: (pages) => `最省流量的办法：${pages}。`,
  pages: {
    video: '降低视频画质',
    background: '关闭后台数据',
    wifi: '使用 Wi-Fi',
    maps: '事先下载地图',
    alerts: '提醒',
    plan: '更换套餐',
  },
  perHour: (amount) => `每小时最多 ${amount}`,
  stayBelow: (perDay, until, price) => `到${until}为止每天不超过 ${perDay}，价格就不会升到 ${price}。`,
  stayBelowWhy: (risk, saves) => `上升的可能为 ${risk}${saves === null ? '' : `，控制住可省 ${saves}`}。`,
  useBeforeItEnds: (amount, name, until) => `先用${name}：约 ${amount} 过了${until}就作废。`,
  changePlan: (name, yen, present) => `换成${name}，连同加购每月约 ${yen}（现在 ${present}）。`,
  runsOut: (share) => `${share} 的月份会用完。`,
  fitsLargest: {
    yes: '最近用得最多的一个月也够用。',
    no: '只看最近用得最多的一个月，会选另一个套餐。',
    unknown: '还没有完整一个月的记录。',
  },
  pricesOld: (date) => `价格最后核对于${date}，可能已变动。`,
  uncertain: '只有几天的记录，尚不确定。',
}

const zhHant: AdviceSentences = {
  next: '下一步',
  readAgain: {
    nothingRead: '請先讀取一次：貼上簡訊或網頁。',
    reset: '數據量已重新計算，請再讀取一次。',
    expiry: '數據量已到期，請再讀取一次。',
  },
  fine: (until) => `到${until}為止無需操作。`,
  topUp: (what, by, price) => `請${by === null ? '現在' : `在${by}之前`}加購${what}（${price ?? '價格不詳'}）。`,
  pieces: (count, amount, name) => `${name ?? ''}${name === null ? '' : ' '}${amount}${count > 1 ? ` × ${count}` : ''}`,
  topUpWhy: (before, after) => `用完的機率從 ${before} 降到 ${after}。`,
  topUpLasts: (until) => `可用到${until}。`,
  priceOf: (date) => `價格截至${date}。`,
  wait: (until, days) => `等待：${until}之後重新計算，有${days}天沒有數據量。`,
  waitAt: (speed) => `期間速度為 ${speed}，收發訊息和看地圖會較慢。`,
  waitStopped: '期間無法上網。',
  waitUnknown: '期間的速度不詳。',
  useLess: (perDay, usual, until) => `到${until}為止每天不超過 ${perDay}（平時 ${usual}）。`,
  savesMost: (pages) => `最省數據量的辦法：${pages}。`,
  pages: {
    video: '降低影片畫質',
    background: '關閉背景數據',
    wifi: '使用 Wi-Fi',
    maps: '事先下載地圖',
    alerts: '提醒',
    plan: '更換方案',
  },
  perHour: (amount) => `每小時最多 ${amount}`,
  stayBelow: (perDay, until, price) => `到${until}為止每天不超過 ${perDay}，價格就不會升到 ${price}。`,
  stayBelowWhy: (risk, saves) => `上升的機率為 ${risk}${saves === null ? '' : `，控制住可省 ${saves}`}。`,
  useBeforeItEnds: (amount, name, until) => `先用${name}：約 ${amount} 過了${until}就作廢。`,
  changePlan: (name, yen, present) => `換成${name}，連同加購每月約 ${yen}（現在 ${present}）。`,
  runsOut: (share) => `${share} 的月份會用完。`,
  fitsLargest: {
    yes: '最近用得最多的一個月也夠用。',
    no: '只看最近用得最多的一個月，會選另一個方案。',
    unknown: '還沒有完整一個月的紀錄。',
  },
  pricesOld: (date) => `價格最後核對於${date}，可能已變動。`,
  uncertain: '只有幾天的紀錄，尚不確定。',
}

/** The words of advice. */
export const ADVICE_SENTENCES: InEachLanguage<AdviceSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
