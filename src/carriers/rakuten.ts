import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS, mccList, providerList } from './shared.ts'

const faq = official('https://network.mobile.rakuten.co.jp/faq/detail/10001093', '2026-11-23')
const traffic = official('https://network.mobile.rakuten.co.jp/guide/data-traffic/', '2026-11-23')
const page2026 = official('https://megalodon.jp/ref/2026-0228-1517-48/', '2026-11-23')
const english = reported(
  'https://en.hotrorakuten.com/posts/huong-dan-tra-cuoc-rakuten-mobile',
  '2026-11-23',
)
const abroad = reported('https://appllio.com/rakuten-mobile-overseas', '2026-11-23')
const dashboard = reported('https://github.com/MT472562/RakutenMobileSystem', '2026-11-23')
const prices = reported('https://setuyakulife.xsrv.jp/rakuten-mobile-3gb-over', '2026-11-23')

export const rakuten = {
  id: 'rakuten',
  names: {
    en: 'Rakuten Mobile',
    ja: '楽天モバイル',
    'zh-Hans': '乐天移动',
    'zh-Hant': '樂天行動',
  },
  kind: 'operator',
  hosts: claim(['rakuten', 'au'], mccList, providerList),
  marks: {
    networks: claim(['440-11', '440-53'], mccList, providerList),
    apns: claim([{ apn: 'rakuten.jp' }], apnList),
    senders: null,
  },
  channels: {
    portal: {
      name: 'my 楽天モバイル',
      address: 'https://portal.mobile.rakuten.co.jp/dashboard',
      domains: ['rakuten.co.jp', 'rakuten.com'],
      login: ['password', 'code'],
      account: '楽天ID',
      path: ['ホーム', 'データ利用量'],
      tells: 'used',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [faq, dashboard, english],
    },
    app: {
      name: 'my 楽天モバイル',
      android: 'jp.co.rakuten.mobile.ecare',
      ios: '1473535769',
      path: ['ホーム', 'データ利用量'],
      tells: 'used',
      widget: null,
      verified: 'documented',
      sources: [traffic, faq],
    },
    hotline: null,
    sms: null,
    api: null,
  },
  rules: {
    cycle: claim({ kind: 'calendarMonth' }, faq),
    carryOver: null,
    order: null,
    throttles: [claim({ speedBitsPerSecond: 128 * KBPS, plan: '海外' }, abroad)],
    topUps: [
      claim(
        { name: '海外データチャージ', bytes: GB, yen: 500, lasts: { days: 31 }, only: 'roaming' },
        page2026,
      ),
    ],
    plans: [
      claim(
        {
          name: 'Rakuten最強プラン',
          bytes: null,
          yen: 3278,
          steps: [
            { bytes: 3 * GB, yen: 1078 },
            { bytes: 20 * GB, yen: 2178 },
          ],
        },
        prices,
      ),
    ],
    alerts: [claim({ at: 'chosen', by: ['app'], optIn: true }, traffic)],
  },
  unit: null,
} satisfies Carrier
