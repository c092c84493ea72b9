import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS, MB, mccList } from './shared.ts'

const epg = official('https://au.com/english/support/faq/eservice/epg00002247', '2026-11-23')
const billing = official(
  'https://www.au.com/english/support/faq/ebilling-statement/epg00000001/',
  '2026-11-23',
)
const dataCharge = official(
  'https://www.au.com/english/mobile/charge/data-option/data-charge/',
  '2026-11-23',
)
const extraOption = official(
  'https://www.au.com/english/mobile/charge/data-option/extra-option/',
  '2026-11-23',
)
const magazine = reported('https://tokusengai.com/_ct/17196229', '2026-11-23')
const apps = reported('https://iroha.corecon.co.jp/post-2983/', '2026-11-23')
const plans2025 = reported(
  'https://k-tai.watch.impress.co.jp/docs/column/value/2064722.html',
  '2026-11-23',
)
const miniPlan = reported('https://news.mynavi.jp/article/20230110-2559236/', '2026-11-23')
const portal2025 = reported(
  'https://services.awaisora.com/2025/12/15/f0cecce5-5cb5-45ff-ab41-6204b2583cef',
  '2026-11-23',
)

export const au = {
  id: 'au',
  names: { en: 'au', ja: 'au', 'zh-Hans': 'au', 'zh-Hant': 'au' },
  kind: 'operator',
  hosts: claim(['au'], mccList),
  marks: {
    networks: claim(['440-50', '440-51', '440-52', '440-53'], mccList),
    apns: claim(
      ['uno', 'au', 'uad5gn', 'au5g'].map((name) => ({ apn: `${name}.au-net.ne.jp` })),
      apnList,
    ),
    senders: null,
  },
  channels: {
    portal: {
      name: 'My au',
      address: 'https://my.au.com/',
      domains: ['au.com', 'auone.jp'],
      login: ['password', 'code'],
      account: 'au ID',
      path: [],
      tells: 'remaining',
      wifiOff: false,
      lateHours: 24,
      verified: 'documented',
      sources: [magazine],
    },
    app: {
      name: 'My au',
      android: null,
      ios: null,
      path: [],
      tells: 'remaining',
      widget: null,
      verified: 'documented',
      sources: [apps],
    },
    hotline: {
      numbers: [
        { from: 'own', number: '157', free: true, language: 'ja' },
        { from: 'other', number: '0077-7-111', free: true, language: 'ja' },
        { from: 'other', number: '0120-959-472', free: true, language: 'en' },
        { from: 'other', number: '0120-959-476', free: true, language: 'zh' },
        { from: 'other', number: '0120-959-478', free: true, language: 'ko' },
        { from: 'other', number: '0120-959-473', free: true, language: 'pt' },
        { from: 'other', number: '0120-933-961', free: true, language: 'vi' },
        { from: 'other', number: '0120-933-952', free: true, language: 'tl' },
      ],
      hours: { opens: '09:00', closes: '20:00', zone: 'Asia/Tokyo' },
      data: null,
      keys: null,
      verified: 'documented',
      sources: [billing],
    },
    sms: null,
    api: null,
  },
  rules: {
    cycle: claim({ kind: 'calendarMonth' }, epg),
    carryOver: null,
    order: claim(['plan', 'topUp'], dataCharge),
    throttles: [
      claim({ speedBitsPerSecond: 128 * KBPS }, epg),
      claim({ speedBitsPerSecond: 300 * KBPS, plan: 'スマホミニプラン' }, epg),
    ],
    topUps: [
      claim(
        { name: 'データチャージ', bytes: 500 * MB, yen: null, lasts: { days: 62 } },
        dataCharge,
      ),
      claim({ name: 'データチャージ', bytes: GB, yen: null, lasts: { days: 62 } }, dataCharge),
      claim({ name: 'エクストラオプション', bytes: GB, yen: null, lasts: 'month' }, extraOption),
    ],
    plans: [
      claim({ name: '使い放題MAX+ マネ活2', bytes: null, yen: 9108 }, plans2025),
      claim({ name: 'auバリューリンク マネ活2', bytes: null, yen: 9328 }, plans2025),
      claim(
        {
          name: 'スマホミニプラン',
          bytes: 4 * GB,
          yen: 6215,
          steps: [1, 2, 3].map((size, i) => ({ bytes: size * GB, yen: [3465, 4565, 5665][i]! })),
        },
        miniPlan,
      ),
    ],
    alerts: [claim({ at: 'fixed', by: ['sms', 'mail'], optIn: null }, extraOption)],
  },
  unit: null,
  words: { remaining: ['データ残量'], sources: [portal2025] },
  buckets: [
    { words: ['データチャージ', 'Data Charge'], grant: 'topUp', source: dataCharge },
    { words: ['エクストラオプション', 'Extra Option'], grant: 'topUp', source: extraOption },
  ],
} satisfies Carrier
