import type { InEachLanguage } from './language.ts'

type Page = 'video' | 'background' | 'wifi' | 'maps' | 'alerts' | 'plan'

/** What to do, and the figures that speak for it. Amounts, dates, prices, shares and speeds come in ready to print. */
export interface AdviceSentences {
  readonly next: string
  readonly readAgain: Readonly<Record<'nothingRead' | 'unsaid' | 'reset' | 'expiry' | 'old', string>>
  readonly fine: (until: string) => string
  /** `by` null: now. */
  readonly topUp: (what: string, by: string | null, price: string | null) => string
  readonly pieces: (count: number, amount: string, name: string | null) => string
  readonly topUpWhy: (before: string, after: string) => string
  readonly topUpLasts: (until: string) => string
  readonly topUpEndUnknown: string
  readonly priceOf: (date: string) => string
  readonly wait: (until: string, days: number) => string
  readonly waitAt: (speed: string) => string
  readonly waitStopped: string
  readonly waitUnknown: string
  readonly waitSaves: (yen: string) => string
  /** `less` null: the usual lasts as well. */
  readonly useLess: (perDay: string, until: string, less: string | null) => string
  readonly usually: (usual: string) => string
  readonly savesMost: (pages: string) => string
  readonly pages: Readonly<Record<Page, string>>
  readonly perHour: (amount: string) => string
  readonly stayBelow: (perDay: string, until: string, price: string) => string
  readonly stayBelowWhy: (risk: string, saves: string | null) => string
  readonly useBeforeItEnds: (amount: string, name: string, until: string) => string
  readonly turn: Readonly<Record<'now' | 'later', string>>
  /** `yen` and `present` with top-ups where their price is known; `yen` null: the plan's price is not known. */
  readonly changePlan: (name: string, yen: string | null, present: string) => string
  readonly beforeDiscounts: string
  readonly topUpsIn: (yen: string) => string
  readonly topUpsUnknown: string
  readonly runsOut: (share: string, presentShare: string) => string
  readonly hardlyAny: string
  readonly fitsLargest: Readonly<Record<'yes' | 'no' | 'unknown', string>>
  readonly pricesOld: (date: string) => string
  readonly uncertain: string
}

const en: AdviceSentences = {
  next: 'Next',
  readAgain: {
    nothingRead: 'Read this line once: paste its SMS or page.',
    unsaid: 'Read this line again: what was read does not say what is left.',
    reset: 'Read this line again: new data has begun.',
    expiry: 'Read this line again: its data has ended.',
    old: 'Read this line again: its figures are old.',
  },
  fine: (until) => `Nothing to do until ${until}.`,
  topUp: (what, by, price) =>
    `Buy ${what} ${by === null ? 'now' : `by ${by}`}${price === null ? ', price unknown' : ` for ${price}`}.`,
  pieces: (count, amount, name) => `${count > 1 ? `${count} × ` : ''}${amount}${name === null ? '' : ` (${name})`}`,
  topUpWhy: (before, after) => `The risk of running out falls from ${before} to ${after}.`,
  topUpLasts: (until) => `It can be used until ${until}.`,
  topUpEndUnknown: 'How long it can be used is not known.',
  priceOf: (date) => `Price as of ${date}.`,
  wait: (until, days) => `Wait: new data after ${until}, ${days === 1 ? 'one day' : `${days} days`} without.`,
  waitAt: (speed) => `Meanwhile at ${speed}: messages and maps work, slowly.`,
  waitStopped: 'Meanwhile data stops.',
  waitUnknown: 'How fast it is meanwhile is not known.',
  waitSaves: (yen) => `Buying more instead costs ${yen}.`,
  useLess: (perDay, until, less) =>
    `Use at most ${perDay} a day until ${until}${less === null ? '' : `, about ${less} less than usual`}.`,
  usually: (usual) => `Usually it is ${usual} a day.`,
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
  useBeforeItEnds: (amount, name, until) => `Use ${name} while it lasts: about ${amount} will be lost after ${until}.`,
  turn: {
    now: 'The carrier uses it first.',
    later: 'The carrier uses other data before it.',
  },
  changePlan: (name, yen, present) =>
    yen === null
      ? `Ask what ${name} costs: the present plan comes to about ${present} a month and keeps running out.`
      : `${name} would cost about ${yen} a month instead of ${present}.`,
  beforeDiscounts: 'Before discounts.',
  topUpsIn: (yen) => `Of today's cost, ${yen} is for top-ups.`,
  topUpsUnknown: 'Without top-ups, whose price is not known.',
  runsOut: (share, presentShare) => `Months that run out: ${share} instead of ${presentShare}.`,
  hardlyAny: 'hardly any',
  fitsLargest: {
    yes: 'The largest of your last months leads to the same plan.',
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
    unsaid: '残量が書かれていませんでした。残量の分かるページなどを読み取ってください。',
    reset: 'データが更新されました。もう一度読み取ってください。',
    expiry: 'データの期限が過ぎました。もう一度読み取ってください。',
    old: '前回の読み取りから時間がたっています。もう一度読み取ってください。',
  },
  fine: (until) => `${until}まで何もしなくて大丈夫です。`,
  topUp: (what, by, price) => `${by === null ? '今すぐ' : `${by}までに`}${what}を追加（${price ?? '料金不明'}）。`,
  pieces: (count, amount, name) => `${name ?? ''}${name === null ? '' : ' '}${amount}${count > 1 ? ` × ${count}` : ''}`,
  topUpWhy: (before, after) => `使い切る確率が ${before} から ${after} に下がります。`,
  topUpLasts: (until) => `${until}まで使えます。`,
  topUpEndUnknown: 'いつまで使えるかは分かっていません。',
  priceOf: (date) => `料金は${date}時点。`,
  wait: (until, days) => `待つ：${until}の翌日に更新、データなしは${days}日。`,
  waitAt: (speed) => `その間は ${speed}。メッセージや地図はゆっくりなら使えます。`,
  waitStopped: 'その間、データ通信は止まります。',
  waitUnknown: 'その間の速度は分かっていません。',
  waitSaves: (yen) => `追加する場合は ${yen} かかります。`,
  useLess: (perDay, until, less) =>
    `${until}まで1日 ${perDay} 以内に${less === null ? '' : `（ふだんより約 ${less} 少なく）`}。`,
  usually: (usual) => `ふだんは1日 ${usual} です。`,
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
  useBeforeItEnds: (amount, name, until) => `${name}は期限までに：約 ${amount} が${until}を過ぎると消えます。`,
  turn: {
    now: 'このデータから先に使われます。',
    later: 'ほかのデータが先に使われます。',
  },
  changePlan: (name, yen, present) =>
    yen === null
      ? `${name}の料金を確認してください：今のプランは月に約 ${present} で、足りない月が続きます。`
      : `${name}なら月に約 ${yen}（今は ${present}）。`,
  beforeDiscounts: '割引前の料金です。',
  topUpsIn: (yen) => `今の料金のうち ${yen} は追加分です。`,
  topUpsUnknown: '追加分は料金が不明のため含みません。',
  runsOut: (share, presentShare) => `足りなくなる月：${share}（今は ${presentShare}）。`,
  hardlyAny: 'ほぼなし',
  fitsLargest: {
    yes: '直近で最も使った月から選んでも、同じプランになります。',
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
    unsaid: '读到的内容没有写明剩余流量，请读取写明余量的短信或网页。',
    reset: '流量已重新计算，请再读取一次。',
    expiry: '流量已过期，请再读取一次。',
    old: '上次读取已有些日子，请再读取一次。',
  },
  fine: (until) => `到${until}为止无需操作。`,
  topUp: (what, by, price) => `请${by === null ? '现在' : `在${by}之前`}加购${what}（${price ?? '价格不详'}）。`,
  pieces: (count, amount, name) => `${name ?? ''}${name === null ? '' : ' '}${amount}${count > 1 ? ` × ${count}` : ''}`,
  topUpWhy: (before, after) => `用完的可能从 ${before} 降到 ${after}。`,
  topUpLasts: (until) => `可用到${until}。`,
  topUpEndUnknown: '有效期不详。',
  priceOf: (date) => `价格截至${date}。`,
  wait: (until, days) => `等待：${until}之后重新计算，有${days}天没有流量。`,
  waitAt: (speed) => `期间速度为 ${speed}，收发消息和看地图会较慢。`,
  waitStopped: '期间无法上网。',
  waitUnknown: '期间的速度不详。',
  waitSaves: (yen) => `如果加购，需要 ${yen}。`,
  useLess: (perDay, until, less) =>
    `到${until}为止每天不超过 ${perDay}${less === null ? '' : `，比平时少约 ${less}`}。`,
  usually: (usual) => `平时每天 ${usual}。`,
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
  useBeforeItEnds: (amount, name, until) => `趁早用${name}：约 ${amount} 过了${until}就作废。`,
  turn: {
    now: '运营商会先扣这部分流量。',
    later: '运营商会先扣其他流量。',
  },
  changePlan: (name, yen, present) =>
    yen === null
      ? `请查询${name}的价格：现在的套餐每月约 ${present}，而且经常不够用。`
      : `换成${name}每月约 ${yen}（现在 ${present}）。`,
  beforeDiscounts: '价格未计优惠。',
  topUpsIn: (yen) => `现在的费用中有 ${yen} 用于加购。`,
  topUpsUnknown: '加购价格不详，未计入。',
  runsOut: (share, presentShare) => `不够用的月份：${share}（现在 ${presentShare}）。`,
  hardlyAny: '几乎没有',
  fitsLargest: {
    yes: '按最近用得最多的一个月来选，也是这个套餐。',
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
    unsaid: '讀到的內容沒有寫明剩餘數據量，請讀取寫明餘量的簡訊或網頁。',
    reset: '數據量已重新計算，請再讀取一次。',
    expiry: '數據量已到期，請再讀取一次。',
    old: '上次讀取已有些日子，請再讀取一次。',
  },
  fine: (until) => `到${until}為止無需操作。`,
  topUp: (what, by, price) => `請${by === null ? '現在' : `在${by}之前`}加購${what}（${price ?? '價格不詳'}）。`,
  pieces: (count, amount, name) => `${name ?? ''}${name === null ? '' : ' '}${amount}${count > 1 ? ` × ${count}` : ''}`,
  topUpWhy: (before, after) => `用完的機率從 ${before} 降到 ${after}。`,
  topUpLasts: (until) => `可用到${until}。`,
  topUpEndUnknown: '有效期不詳。',
  priceOf: (date) => `價格截至${date}。`,
  wait: (until, days) => `等待：${until}之後重新計算，有${days}天沒有數據量。`,
  waitAt: (speed) => `期間速度為 ${speed}，收發訊息和看地圖會較慢。`,
  waitStopped: '期間無法上網。',
  waitUnknown: '期間的速度不詳。',
  waitSaves: (yen) => `如果加購，需要 ${yen}。`,
  useLess: (perDay, until, less) =>
    `到${until}為止每天不超過 ${perDay}${less === null ? '' : `，比平時少約 ${less}`}。`,
  usually: (usual) => `平時每天 ${usual}。`,
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
  useBeforeItEnds: (amount, name, until) => `趁早用${name}：約 ${amount} 過了${until}就作廢。`,
  turn: {
    now: '電信業者會先扣這部分數據量。',
    later: '電信業者會先扣其他數據量。',
  },
  changePlan: (name, yen, present) =>
    yen === null
      ? `請查詢${name}的價格：現在的方案每月約 ${present}，而且經常不夠用。`
      : `換成${name}每月約 ${yen}（現在 ${present}）。`,
  beforeDiscounts: '價格未計優惠。',
  topUpsIn: (yen) => `現在的費用中有 ${yen} 用於加購。`,
  topUpsUnknown: '加購價格不詳，未計入。',
  runsOut: (share, presentShare) => `不夠用的月份：${share}（現在 ${presentShare}）。`,
  hardlyAny: '幾乎沒有',
  fitsLargest: {
    yes: '按最近用得最多的一個月來選，也是這個方案。',
    no: '只看最近用得最多的一個月，會選另一個方案。',
    unknown: '還沒有完整一個月的紀錄。',
  },
  pricesOld: (date) => `價格最後核對於${date}，可能已變動。`,
  uncertain: '只有幾天的紀錄，尚不確定。',
}

/** The words of advice. */
export const ADVICE_SENTENCES: InEachLanguage<AdviceSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
