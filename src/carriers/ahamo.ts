import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { docomo } from './docomo.ts'
import { GB, MBPS } from './shared.ts'

const guide = reported(
  'https://lifestyle.assist-all.co.jp/ahamo-plan-guide-fee-data-call-overseas',
  '2026-11-23',
)
const answers = reported(
  'https://services.awaisora.com/2025/10/08/69087583-d207-471d-9d68-c27894209c24',
  '2026-11-23',
)
const carryOver = reported('https://masamobile.co.jp/docomo/carryover/', '2026-11-23')
const passkeys = official('https://id.smt.docomo.ne.jp/src/utility/passkeys.html', '2026-11-23')

export const ahamo = {
  id: 'ahamo',
  names: { en: 'ahamo', ja: 'ahamo', 'zh-Hans': 'ahamo', 'zh-Hant': 'ahamo' },
  kind: 'subBrand',
  hosts: docomo.hosts,
  marks: docomo.marks,
  channels: {
    portal: {
      name: 'ahamo マイページ',
      address: null,
      domains: ['ahamo.com', 'docomo.ne.jp'],
      login: ['password', 'code', 'passkey'],
      account: 'dアカウント',
      path: [],
      tells: 'remaining',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [answers, passkeys],
    },
    app: {
      name: 'ahamo',
      android: null,
      ios: null,
      path: [],
      tells: 'remaining',
      widget: null,
      verified: 'documented',
      sources: [answers],
    },
    hotline: null,
    sms: docomo.channels.sms,
    api: docomo.channels.api,
  },
  rules: {
    cycle: docomo.rules.cycle,
    carryOver: claim('none', carryOver),
    order: null,
    throttles: [claim({ speedBitsPerSecond: MBPS }, answers)],
    topUps: [claim({ bytes: GB, yen: 550, lasts: null }, carryOver)],
    plans: [
      claim({ name: 'ahamo', bytes: 30 * GB, yen: 2970 }, guide),
      claim({ name: 'ahamo 大盛り', bytes: 110 * GB, yen: null }, guide),
    ],
    alerts: [],
  },
  unit: null,
} satisfies Carrier
