import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS, mccList, MB } from './shared.ts'

const miniFit = official(
  'https://www.softbank.jp/en/mobile/price_plan/data/minifit-plan-plus',
  '2026-11-23',
)
const support = official('https://www.softbank.jp/mobile/support/lost/', '2026-11-23')
const portal = reported('https://kotonova.com/918', '2026-11-23')
const portal2013 = reported('https://did2memo.net/2015/06/23/speed-limit-check', '2026-11-23')
const pieChart = reported('https://github.com/miya/mysb-reminder', '2026-11-23')
const apps = reported('https://iroha.corecon.co.jp/post-2983/', '2026-11-23')
const numbers = reported('https://denwa-kun.com/?p=2581', '2026-11-23')
const abroad = reported('http://gsm-rentafone.co.jp/e/rental-support-faq.php', '2026-11-23')
const securityCode = reported(
  'https://services.awaisora.com/2025/09/24/111ca24d-c01a-4b47-a2e7-ce0232f4a033',
  '2026-11-23',
)
const closing = reported('https://sbapp.net/appnews/iphone/simebi-8724', '2026-11-23')
const merihari = reported('https://phone-cierge.com/softbank-plan_meriharimuseigen/', '2026-11-23')
const mail2013 = reported('http://asunote.jp/2013/06/mail-from-softbank/', '2026-11-23')
const thresholds = reported('https://leadtofuture.com/1235.html', '2026-11-23')
const carriedOver = reported(
  'https://gapsis.jp/2014/09/sumahouda-kurikosi-kakudai.html',
  '2026-11-23',
)
// Prints 48,827,582 packets of 128 bytes as 5.83 GB, and 2^30 is the closer of the two bases.
const packets = reported('https://github.com/harupong/mysb', '2026-11-23')

export const softbank = {
  id: 'softbank',
  names: { en: 'SoftBank', ja: 'ソフトバンク', 'zh-Hans': '软银', 'zh-Hant': '軟銀' },
  kind: 'operator',
  hosts: claim(['softbank'], mccList),
  marks: {
    networks: claim(['440-20', '440-21', '441-01'], mccList),
    apns: claim([{ apn: 'plus.4g', user: 'plus' }], apnList),
    senders: null,
  },
  channels: {
    portal: {
      name: 'My SoftBank',
      address: 'https://my.softbank.jp/',
      domains: ['softbank.jp'],
      login: ['password', 'code'],
      account: '携帯電話番号',
      path: ['メニュー', 'データ使用の管理', 'ご利用状況の確認'],
      tells: 'both',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [portal, portal2013, pieChart, securityCode],
    },
    app: {
      name: 'My SoftBank',
      android: null,
      ios: null,
      path: [],
      tells: 'both',
      widget: null,
      verified: 'documented',
      sources: [apps],
    },
    hotline: {
      numbers: [
        { from: 'own', number: '157', free: null, language: 'ja' },
        { from: 'other', number: '0800-919-0157', free: true, language: 'ja' },
        { from: 'abroad', number: '+81926870025', free: null, language: 'ja' },
      ],
      hours: { opens: '10:00', closes: '19:00', zone: 'Asia/Tokyo' },
      data: null,
      keys: null,
      verified: 'documented',
      sources: [support, numbers, abroad],
    },
    sms: null,
    api: null,
  },
  rules: {
    cycle: claim({ kind: 'closingDay', days: [10, 20, 31] }, portal, closing),
    carryOver: null,
    order: null,
    throttles: [claim({ speedBitsPerSecond: 128 * KBPS }, miniFit)],
    topUps: [claim({ name: '追加データ', bytes: GB, yen: 1100, lasts: 'nextMonth' }, merihari)],
    plans: [
      claim(
        {
          name: 'メリハリ無制限',
          bytes: null,
          yen: 7238,
          steps: [{ bytes: 3 * GB, yen: 5588 }],
        },
        merihari,
      ),
    ],
    alerts: [
      claim({ at: { leftBytes: GB }, by: ['sms'], optIn: null }, mail2013, thresholds),
      claim({ at: { leftBytes: 200 * MB }, by: ['mail'], optIn: true }, thresholds),
    ],
  },
  unit: claim(1024, packets),
  words: {
    remaining: [
      '通信速度低速化までの残りデータ量',
      '通信速度制限開始までの残りデータ量',
      '今月のパケット残量',
    ],
    sources: [portal, portal2013, packets],
  },
  buckets: [
    { words: ['データくりこし', 'くりこし分'], grant: 'carryOver', source: carriedOver },
    { words: ['追加データ'], grant: 'topUp', source: carriedOver },
  ],
} satisfies Carrier
