import type { InEachLanguage } from './language.ts'

/** What stands in a person's calendar. Names, amounts and shares come in ready to print. */
export interface RemindSentences {
  readonly calendar: string
  readonly expiry: (line: string, amount: string, name: string) => string
  readonly expiryNote: string
  readonly runOut: (line: string, risk: string) => string
  readonly runOutNote: (left: string) => string
  readonly topUp: (line: string, name: string) => string
  readonly topUpNote: string
  readonly tripEnd: (line: string) => string
  readonly tripEndNote: string
  readonly written: (count: number, path: string) => string
  readonly nothing: string
}

const en: RemindSentences = {
  calendar: 'Nokori: mobile data',
  expiry: (line, amount, name) => `${line}: ${amount} end today (${name})`,
  expiryNote: 'What is not used today is lost.',
  runOut: (line, risk) => `${line}: likely out of data (${risk})`,
  runOutNote: (left) => `${left} were left when it was last read. Read it again for a better date.`,
  topUp: (line, name) => `${line}: top up by today (${name})`,
  topUpNote: 'After today it likely runs out.',
  tripEnd: (line) => `${line}: last day of the trip`,
  tripEndNote: 'Data bought now is no longer needed tomorrow.',
  written: (count, path) => `${count} ${count === 1 ? 'event' : 'events'} written to ${path}`,
  nothing: 'There is nothing to be reminded of.',
}

const ja: RemindSentences = {
  calendar: 'Nokori：データ残量',
  expiry: (line, amount, name) => `${line}：${amount} は今日まで（${name}）`,
  expiryNote: '今日使わなかった分は消えます。',
  runOut: (line, risk) => `${line}：このころ使い切る見込み（${risk}）`,
  runOutNote: (left) => `最後に読み取った残量は ${left} です。読み取り直すと日付がより確かになります。`,
  topUp: (line, name) => `${line}：データ追加は今日までに（${name}）`,
  topUpNote: '今日を過ぎると使い切る見込みです。',
  tripEnd: (line) => `${line}：旅行の最終日`,
  tripEndNote: '今から買うデータは明日には不要です。',
  written: (count, path) => `${path} に予定を${count}件書き出しました。`,
  nothing: '書き出す予定はありません。',
}

const zhHans: RemindSentences = {
  calendar: 'Nokori：流量',
  expiry: (line, amount, name) => `${line}：${amount} 今天到期（${name}）`,
  expiryNote: '今天没用完的部分将作废。',
  runOut: (line, risk) => `${line}：流量很可能在此时用完（${risk}）`,
  runOutNote: (left) => `最近一次读到剩余 ${left}。重新读取可得到更准的日期。`,
  topUp: (line, name) => `${line}：请在今天之内加购（${name}）`,
  topUpNote: '过了今天很可能用完。',
  tripEnd: (line) => `${line}：行程最后一天`,
  tripEndNote: '现在购买的流量明天就用不到了。',
  written: (count, path) => `已将${count}个日程写入 ${path}`,
  nothing: '没有需要提醒的事。',
}

const zhHant: RemindSentences = {
  calendar: 'Nokori：數據量',
  expiry: (line, amount, name) => `${line}：${amount} 今天到期（${name}）`,
  expiryNote: '今天沒用完的部分將作廢。',
  runOut: (line, risk) => `${line}：數據量很可能在此時用完（${risk}）`,
  runOutNote: (left) => `最近一次讀到剩餘 ${left}。重新讀取可得到更準的日期。`,
  topUp: (line, name) => `${line}：請在今天之內加購（${name}）`,
  topUpNote: '過了今天很可能用完。',
  tripEnd: (line) => `${line}：行程最後一天`,
  tripEndNote: '現在購買的數據量明天就用不到了。',
  written: (count, path) => `已將${count}個行程寫入 ${path}`,
  nothing: '沒有需要提醒的事。',
}

/** The words of the calendar file. */
export const REMIND_SENTENCES: InEachLanguage<RemindSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
