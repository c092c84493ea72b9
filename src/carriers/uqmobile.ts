import { claim, reported } from '../core/source.ts'
import { au } from './au.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, MB, noChannels } from './shared.ts'

const chargeSite = reported('https://l-kyojin01.jp/archive/9671', '2026-11-23')
const charge = reported('https://l-kyojin01.jp/archive/4703', '2026-11-23')
const screens = reported('https://kkyssim.com/uqmobile-datacharge/', '2026-11-23')
const app = reported('https://www.adventure-note.com/data-carryovers/', '2026-11-23')
const plans = reported(
  'https://services.awaisora.com/2025/10/01/9fab2b1a-6cfe-47a1-83fc-2ea02adc1518',
  '2026-11-23',
)

export const uqmobile = {
  id: 'uqmobile',
  names: { en: 'UQ mobile', ja: 'UQ mobile', 'zh-Hans': 'UQ mobile', 'zh-Hant': 'UQ mobile' },
  kind: 'subBrand',
  hosts: au.hosts,
  marks: {
    ...au.marks,
    apns: claim([{ apn: 'uqmobile.jp', user: 'uq@uqmobile.jp' }], apnList),
  },
  channels: {
    ...noChannels,
    portal: {
      name: 'データチャージサイト',
      address: null,
      domains: ['auone.jp', 'uqwimax.jp'],
      login: ['password'],
      account: 'my UQ mobile ID',
      path: [],
      tells: 'remaining',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [chargeSite],
    },
    app: {
      name: 'My UQ mobile',
      android: null,
      ios: null,
      path: [],
      tells: 'remaining',
      widget: null,
      verified: 'documented',
      sources: [app],
    },
  },
  rules: {
    cycle: null,
    carryOver: claim('nextMonth', chargeSite),
    order: claim(['carryOver', 'plan', 'topUp'], chargeSite),
    throttles: [],
    topUps: [
      claim({ bytes: 100 * MB, yen: null, lasts: { days: 90 } }, charge),
      claim({ bytes: 500 * MB, yen: null, lasts: { days: 90 } }, charge),
    ],
    plans: [claim({ name: 'トクトクプラン2', bytes: 30 * GB, yen: 4048 }, plans)],
    alerts: [],
  },
  // A charge of 1,000 MB is shown as 0.97 GB.
  unit: claim(1024, screens),
  buckets: [{ words: ['くりこし'], grant: 'carryOver', source: chargeSite }],
} satisfies Carrier
