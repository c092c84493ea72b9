import type { InEachLanguage } from './language.ts'

/** What ends, and its last day, ready to print. */
export interface EndText {
  readonly with: 'reset' | 'expiry' | 'trip'
  readonly lastDay: string
}

/** One kind of alert: what is so, and what to do. */
interface AlertSentence<Facts extends readonly unknown[] = readonly []> {
  readonly what: (...facts: Facts) => string
  readonly next: string
}

/** What a person is told of a line without asking. Amounts, shares, prices and dates come in ready to print. */
export interface AlertSentences {
  readonly throttled: AlertSentence
  readonly usedUp: AlertSentence<readonly [end: EndText | null]>
  readonly runOut: AlertSentence<
    readonly [
      likely: { readonly date: string; readonly noticeDays: number; readonly chance: string; readonly end: EndText },
    ]
  >
  /** What `runOut` says, where little of the line was seen yet. */
  readonly uncertain: (what: string) => string
  /** `chance` where it is likely, null where it is only near. */
  readonly nextStep: AlertSentence<
    readonly [
      price: { readonly left: string; readonly chance: string | null; readonly now: string; readonly next: string },
    ]
  >
  readonly threshold: AlertSentence<readonly [left: string, threshold: string]>
  /** `supply`: its name as printed, or what a card calls data of its kind. */
  readonly expiring: AlertSentence<readonly [unused: string, supply: string, lastDay: string]>
  readonly channel: {
    readonly what: string
    /** The failure's own two sentences. */
    readonly next: (what: string, next: string) => string
  }
  readonly stale: Readonly<Record<'reset' | 'unread' | 'carrier', AlertSentence<readonly [date: string]>>>
  readonly backToNormal: AlertSentence<readonly [isRead: boolean]>
}

const en: AlertSentences = {
  throttled: { what: () => 'The speed is limited now.', next: 'Use Wi-Fi, or buy more data to be fast again.' },
  usedUp: {
    what: (end) => {
      if (end?.with === 'reset') return `No data is left; there is new data after ${end.lastDay}.`
      return end?.with === 'trip' ? `No data is left, and the trip lasts until ${end.lastDay}.` : 'No data is left.'
    },
    next: 'Use Wi-Fi or another line, or buy more data.',
  },
  runOut: {
    what: ({ date, noticeDays, chance, end }) => {
      const when = noticeDays === 0 ? 'today, if it has not already' : `around ${date}, in ${days(noticeDays)}`
      const ends = { reset: 'the cycle ends on', expiry: 'the data expires on', trip: 'the trip ends on' }[end.with]
      return `The data is likely (${chance}) to run out ${when}; ${ends} ${end.lastDay}.`
    },
    next: 'Keep videos and downloads for Wi-Fi, or plan to buy more data.',
  },
  uncertain: (what) => `${what} This is uncertain: little is known of how this line is used.`,
  nextStep: {
    what: ({ left, chance, now, next }) =>
      chance === null
        ? `Only ${left} more, and this cycle costs ${next} instead of ${now}.`
        : `${left} more, and this cycle costs ${next} instead of ${now}: that is likely (${chance}).`,
    next: 'To stay at the lower price, keep videos and downloads for Wi-Fi.',
  },
  threshold: {
    what: (left, threshold) => `${left} left: less than the ${threshold} that you set.`,
    next: 'Keep videos and downloads for Wi-Fi.',
  },
  expiring: {
    what: (unused, supply, lastDay) => `About ${unused} is likely to be lost after ${lastDay} (${supply}).`,
    next: 'Use it up by then: updates, maps and videos to keep offline.',
  },
  channel: {
    what: 'Nokori cannot check this line without you.',
    next: (what, next) => `${what} ${next}`,
  },
  stale: {
    reset: {
      what: (date) => `A new cycle has begun; the newest figures, of ${date}, are of the one before.`,
      next: 'Check the line, or paste what you see now.',
    },
    unread: {
      what: (date) => `The newest figures are of ${date}.`,
      next: 'Check the line, or paste what you see now.',
    },
    carrier: {
      what: (date) => `The carrier has not renewed its figures since ${date}.`,
      next: 'Look again later, or another way; until then more may be used than is shown.',
    },
  },
  backToNormal: {
    what: (isRead) =>
      isRead ? 'The speed is back to normal.' : 'There is data again, so the speed should be back to normal.',
    next: 'Nothing more to do.',
  },
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const ja: AlertSentences = {
  throttled: {
    what: () => '現在、速度制限中です。',
    next: 'Wi-Fi を使うか、データを追加購入すると元の速度に戻せます。',
  },
  usedUp: {
    what: (end) => {
      if (end?.with === 'reset') return `データ残量がありません。${end.lastDay}が過ぎると新しいデータ量になります。`
      return end?.with === 'trip'
        ? `データ残量がありません。旅行は${end.lastDay}までです。`
        : 'データ残量がありません。'
    },
    next: 'Wi-Fi や別の回線を使うか、データを追加購入してください。',
  },
  runOut: {
    what: ({ date, noticeDays, chance, end }) => {
      const when = noticeDays === 0 ? '今日中（すでに使い切った可能性もあります）' : `${noticeDays}日後の${date}ごろ`
      const ends = { reset: '今回の期間は', expiry: '有効期限は', trip: '旅行は' }[end.with]
      const until = end.with === 'expiry' ? 'です' : 'までです'
      return `データを使い切る見込みです：${when}、可能性 ${chance}。${ends}${end.lastDay}${until}。`
    },
    next: '動画やダウンロードは Wi-Fi で行うか、追加購入をご検討ください。',
  },
  uncertain: (what) => `${what}この回線の利用実績がまだ少ないため、確かではありません。`,
  nextStep: {
    what: ({ left, chance, now, next }) =>
      chance === null
        ? `あと ${left} で今回の料金が${now}から${next}に上がります。`
        : `あと ${left} で今回の料金が${now}から${next}に上がります。そうなる可能性は ${chance} です。`,
    next: '料金を抑えるには、動画やダウンロードを Wi-Fi で行ってください。',
  },
  threshold: {
    what: (left, threshold) => `残り ${left} です。設定した ${threshold} を下回りました。`,
    next: '動画やダウンロードは Wi-Fi で行ってください。',
  },
  expiring: {
    what: (unused, supply, lastDay) =>
      `${lastDay}を過ぎると、約 ${unused} が使われないまま失効する見込みです（${supply}）。`,
    next: 'それまでに、アップデートや、地図・動画の保存などにお使いください。',
  },
  channel: { what: 'この回線の確認には、ご本人の操作が必要です。', next: (what, next) => `${what}${next}` },
  stale: {
    reset: {
      what: (date) => `新しい期間が始まりました。最新の数値は、前の期間のもの（${date}時点）です。`,
      next: '回線を確認するか、表示されている内容を貼り付けてください。',
    },
    unread: {
      what: (date) => `最新の数値は${date}時点のものです。`,
      next: '回線を確認するか、表示されている内容を貼り付けてください。',
    },
    carrier: {
      what: (date) => `携帯会社の数値が${date}から更新されていません。`,
      next: '時間をおくか、別の方法で確認してください。実際の利用量は表示より多い可能性があります。',
    },
  },
  backToNormal: {
    what: (isRead) =>
      isRead ? '速度制限が解除されました。' : 'データ残量が増えたため、速度制限は解除されたはずです。',
    next: '必要な操作はありません。',
  },
}

const zhHans: AlertSentences = {
  throttled: { what: () => '目前已被限速。', next: '请使用 Wi-Fi，或加购流量以恢复网速。' },
  usedUp: {
    what: (end) => {
      if (end?.with === 'reset') return `流量已用完，${end.lastDay}过后会有新的流量。`
      return end?.with === 'trip' ? `流量已用完，而行程到${end.lastDay}才结束。` : '流量已用完。'
    },
    next: '请使用 Wi-Fi 或其他线路，或加购流量。',
  },
  runOut: {
    what: ({ date, noticeDays, chance, end }) => {
      const when = noticeDays === 0 ? '今天（也可能已经用完）' : `${noticeDays}天后，${date}前后`
      const ends = { reset: '本周期至', expiry: '流量有效期至', trip: '行程至' }[end.with]
      return `流量很可能（${chance}）会提前用完：${when}。${ends}${end.lastDay}。`
    },
    next: '看视频和下载请尽量用 Wi-Fi，或考虑加购流量。',
  },
  uncertain: (what) => `${what}这条线路的使用记录还很少，结果并不确定。`,
  nextStep: {
    what: ({ left, chance, now, next }) =>
      chance === null
        ? `再用 ${left}，本期费用就会从${now}升到${next}。`
        : `再用 ${left}，本期费用就会从${now}升到${next}，可能性为 ${chance}。`,
    next: '想保持较低的费用，看视频和下载请用 Wi-Fi。',
  },
  threshold: {
    what: (left, threshold) => `剩余 ${left}，已低于您设定的 ${threshold}。`,
    next: '看视频和下载请尽量用 Wi-Fi。',
  },
  expiring: {
    what: (unused, supply, lastDay) => `${lastDay}过后，预计约有 ${unused} 未使用就会失效（${supply}）。`,
    next: '请在此之前用掉，比如更新系统、下载离线地图或视频。',
  },
  channel: { what: '查询这条线路需要您本人操作。', next: (what, next) => `${what}${next}` },
  stale: {
    reset: {
      what: (date) => `新的周期已经开始，最新的数值（截至${date}）还是上一周期的。`,
      next: '请查询这条线路，或粘贴您现在看到的内容。',
    },
    unread: {
      what: (date) => `最新的数值截至${date}。`,
      next: '请查询这条线路，或粘贴您现在看到的内容。',
    },
    carrier: {
      what: (date) => `运营商的数值自${date}起没有更新。`,
      next: '请稍后再查，或换一种方式；实际用量可能比显示的多。',
    },
  },
  backToNormal: {
    what: (isRead) => (isRead ? '网速已恢复正常。' : '已有新的流量，网速应已恢复正常。'),
    next: '无需任何操作。',
  },
}

const zhHant: AlertSentences = {
  throttled: { what: () => '目前已降速。', next: '請使用 Wi-Fi，或加購數據量以恢復網速。' },
  usedUp: {
    what: (end) => {
      if (end?.with === 'reset') return `數據量已用完，${end.lastDay}過後會有新的數據量。`
      return end?.with === 'trip' ? `數據量已用完，而行程到${end.lastDay}才結束。` : '數據量已用完。'
    },
    next: '請使用 Wi-Fi 或其他門號，或加購數據量。',
  },
  runOut: {
    what: ({ date, noticeDays, chance, end }) => {
      const when = noticeDays === 0 ? '今天（也可能已經用完）' : `${noticeDays}天後，${date}前後`
      const ends = { reset: '本期至', expiry: '數據量有效期限至', trip: '行程至' }[end.with]
      return `數據量很可能（${chance}）會提早用完：${when}。${ends}${end.lastDay}。`
    },
    next: '看影片和下載請盡量用 Wi-Fi，或考慮加購數據量。',
  },
  uncertain: (what) => `${what}這個門號的使用紀錄還很少，結果並不確定。`,
  nextStep: {
    what: ({ left, chance, now, next }) =>
      chance === null
        ? `再用 ${left}，本期費用就會從${now}升到${next}。`
        : `再用 ${left}，本期費用就會從${now}升到${next}，可能性為 ${chance}。`,
    next: '想維持較低的費用，看影片和下載請用 Wi-Fi。',
  },
  threshold: {
    what: (left, threshold) => `剩餘 ${left}，已低於您設定的 ${threshold}。`,
    next: '看影片和下載請盡量用 Wi-Fi。',
  },
  expiring: {
    what: (unused, supply, lastDay) => `${lastDay}過後，預計約有 ${unused} 未使用就會失效（${supply}）。`,
    next: '請在此之前用掉，例如更新系統、下載離線地圖或影片。',
  },
  channel: { what: '查詢這個門號需要您本人操作。', next: (what, next) => `${what}${next}` },
  stale: {
    reset: {
      what: (date) => `新的一期已經開始，最新的數值（截至${date}）還是上一期的。`,
      next: '請查詢這個門號，或貼上您現在看到的內容。',
    },
    unread: {
      what: (date) => `最新的數值截至${date}。`,
      next: '請查詢這個門號，或貼上您現在看到的內容。',
    },
    carrier: {
      what: (date) => `電信業者的數值自${date}起沒有更新。`,
      next: '請稍後再查，或換一種方式；實際用量可能比顯示的多。',
    },
  },
  backToNormal: {
    what: (isRead) => (isRead ? '網速已恢復正常。' : '已有新的數據量，網速應已恢復正常。'),
    next: '無需任何操作。',
  },
}

/** The words of alerts. */
export const ALERT_SENTENCES: InEachLanguage<AlertSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
