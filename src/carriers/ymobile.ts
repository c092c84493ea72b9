import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS, MB, MBPS } from './shared.ts'
import { softbank } from './softbank.ts'

const terms = official('https://www.ymobile.jp/jusetsu/mvno2/jusetsu04/', '2026-11-23')
const store = official('https://www.ymobile.jp/store/sp/ymsim/', '2026-11-23')
const portal = reported('https://www.luft.co.jp/media/ecautions-to-avoid-overlooking', '2026-11-23')
const voice = reported('https://crusie-n-more.com/ymobagiga', '2026-11-23')
const support = reported('https://services.awaisora.com/?p=136555', '2026-11-23')
const otherPhones = reported('https://l-kyojin01.jp/archive/3833', '2026-11-23')
const simple3 = reported(
  'https://under-the-snow.pages.dev/posts/ymobile-simple-l-vs-simple3-m-comparison',
  '2026-11-23',
)

const plan = (name: string, gigabytes: number, yen: number, atOneGigabyte: number | null) =>
  claim(
    {
      name,
      bytes: gigabytes * GB,
      yen,
      ...(atOneGigabyte && { steps: [{ bytes: GB, yen: atOneGigabyte }] }),
    },
    terms,
  )

export const ymobile = {
  ...softbank,
  id: 'ymobile',
  names: { en: 'Y!mobile', ja: 'ワイモバイル', 'zh-Hans': 'Y!mobile', 'zh-Hant': 'Y!mobile' },
  kind: 'subBrand',
  marks: { ...softbank.marks, apns: claim([{ apn: 'plus.acs.jp', user: 'ym' }], apnList) },
  channels: {
    ...softbank.channels,
    portal: {
      ...softbank.channels.portal,
      name: 'My Y!mobile',
      address: 'https://my.ymobile.jp/',
      domains: ['ymobile.jp', 'softbank.jp'],
      path: [],
      sources: [portal, voice],
    },
    app: { ...softbank.channels.app, name: 'My Y!mobile' },
    hotline: {
      numbers: [
        { from: 'own', number: '151', free: true, language: 'ja' },
        { from: 'other', number: '0120-921-156', free: true, language: 'ja' },
      ],
      hours: null,
      data: null,
      keys: null,
      verified: 'documented',
      sources: [support, otherPhones],
    },
  },
  rules: {
    ...softbank.rules,
    cycle: claim({ kind: 'calendarMonth' }, terms),
    carryOver: claim('nextMonth', terms, store),
    throttles: [
      claim({ speedBitsPerSecond: MBPS }, terms),
      claim({ speedBitsPerSecond: 300 * KBPS, plan: 'シンプル2 S' }, terms),
      claim({ speedBitsPerSecond: 128 * KBPS, beyondBytes: 2 * GB, plan: 'シンプル2 S' }, terms),
      claim({ speedBitsPerSecond: 128 * KBPS, beyondBytes: 10 * GB, plan: 'シンプル2 M' }, terms),
      claim({ speedBitsPerSecond: 128 * KBPS, beyondBytes: 15 * GB, plan: 'シンプル2 L' }, terms),
    ],
    topUps: [claim({ bytes: 500 * MB, yen: 550, lasts: 'month' }, terms)],
    plans: [
      plan('シンプル2 S', 4, 2365, null),
      plan('シンプル2 M', 20, 4015, 2915),
      plan('シンプル2 L', 30, 5115, 2915),
      claim({ name: 'シンプル3 M', bytes: 30 * GB, yen: 4158 }, simple3),
    ],
    alerts: [],
  },
} satisfies Carrier
