import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS, MB, mccList } from './shared.ts'

const online = official('https://www.docomo.ne.jp/english/support/online/', '2026-11-23')
const notice = official(
  'https://www.docomo.ne.jp/english/support/online/confirmation/notice/',
  '2026-11-23',
)
const passkeys = official('https://id.smt.docomo.ne.jp/src/utility/passkeys.html', '2026-11-23')
const manual = official(
  'https://www.docomo.ne.jp/mydocomo/appli/contents/operations_manual/data.html',
  '2026-11-23',
)
const pin = official(
  'https://www.nttdocomo.co.jp/support/trouble/password/network/index.html',
  '2026-11-23',
)
const hearty = official(
  'https://www.nttdocomo.co.jp/english/charge/discount/hearty/application/',
  '2026-11-23',
)
const mini = official('https://www.docomo.ne.jp/charge/docomo_mini/', '2026-11-23')
const magazine = reported('https://tokusengai.com/_ct/17196229', '2026-11-23')
const portal2015 = reported('https://did2memo.net/2015/06/23/speed-limit-check', '2026-11-23')
const noticeMail = reported('https://novlog.me/nw/docomo-data-volume-arrival/', '2026-11-23')
const stepMail = reported('https://pcvogel.sarakura.net/2020/02/29/32014', '2026-11-23')
const capMail = reported('http://www.gapsis.jp/2018/03/jougen-toutatsu-mail.html', '2026-11-23')
const topUps = reported('https://appliko.jp/data-kurikoshi/', '2026-11-23')
const max = reported('https://gold-ant.info/chsjitdeny-02', '2026-11-23')
const apis = reported('https://github.com/api-evangelist/ntt-docomo', '2026-11-23')

export const docomo = {
  id: 'docomo',
  names: { en: 'docomo', ja: 'ドコモ', 'zh-Hans': 'docomo', 'zh-Hant': 'docomo' },
  kind: 'operator',
  hosts: claim(['docomo'], mccList),
  marks: {
    networks: claim(['440-10'], mccList),
    apns: claim([{ apn: 'spmode.ne.jp' }, { apn: 'mopera.net' }], apnList),
    senders: null,
  },
  channels: {
    portal: {
      name: 'My docomo',
      address: 'https://www.docomo.ne.jp/mydocomo/data/',
      domains: ['docomo.ne.jp', 'mydocomo.com'],
      login: ['password', 'code', 'passkey', 'networkPin'],
      account: 'dアカウント',
      path: ['データ通信量'],
      tells: 'both',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [online, notice, passkeys, magazine],
    },
    app: {
      name: 'My docomo',
      android: 'com.nttdocomo.android.mydocomo',
      ios: null,
      path: ['データ通信量'],
      tells: 'both',
      widget: true,
      verified: 'documented',
      sources: [manual, magazine],
    },
    hotline: {
      numbers: [
        { from: 'own', number: '151', free: true, language: 'ja' },
        { from: 'other', number: '0120-800-000', free: true, language: 'ja' },
      ],
      hours: { opens: '09:00', closes: '20:00', zone: 'Asia/Tokyo' },
      data: null,
      keys: null,
      verified: 'documented',
      sources: [pin, hearty],
    },
    sms: claim('none', online),
    api: claim('none', apis),
  },
  rules: {
    cycle: claim({ kind: 'calendarMonth' }, capMail),
    carryOver: claim('none', topUps),
    order: claim(['topUp', 'plan'], topUps),
    throttles: [claim({ speedBitsPerSecond: 128 * KBPS }, capMail)],
    topUps: [
      claim({ name: '1GB追加オプション', bytes: GB, yen: 1100, lasts: 'nextMonth' }, topUps),
      claim({ name: 'スピードモード', bytes: GB, yen: 1100, lasts: 'nextMonth' }, topUps),
    ],
    plans: [
      claim({ name: 'ドコモ mini 4GB', bytes: 4 * GB, yen: 2750 }, mini),
      claim({ name: 'ドコモ mini 10GB', bytes: 10 * GB, yen: 3850 }, mini),
      claim(
        {
          name: 'ドコモ MAX',
          bytes: null,
          yen: 8448,
          steps: [
            { bytes: GB, yen: 5698 },
            { bytes: 3 * GB, yen: 6798 },
          ],
        },
        max,
      ),
    ],
    alerts: [
      claim(
        {
          at: 'fixed',
          by: ['mail'],
          optIn: true,
          path: ['ご契約内容の確認・変更', 'データ量到達通知サービス'],
        },
        online,
        noticeMail,
      ),
      claim({ at: { leftBytes: 200 * MB }, by: ['mail'], optIn: null }, stepMail),
    ],
  },
  unit: null,
  words: {
    remaining: ['速度低下(128kbps通信)までの残りデータ通信量', 'データ量残り'],
    used: ['1か月間合計データ通信量', 'Data volume used this month'],
    sources: [portal2015, noticeMail, online],
  },
  buckets: [{ words: ['1GB追加オプション', 'スピードモード'], grant: 'topUp', source: topUps }],
} satisfies Carrier
