import { claim, official, reported } from '../core/source.ts'
import { au } from './au.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS } from './shared.ts'

const topping = official('https://povo.jp/en/topping-list/detail/3G_30d/', '2026-11-23')
const limited = official('https://povo.jp/en/24h_list/', '2026-11-23')
const order = official('https://faq.povo.jp/print/faq/766', '2026-11-23')
const autoCharge = official('https://povo.jp/subscription_auto-charge_diff', '2026-11-23')
const codes = official('https://povo.jp/spec/topping/24h_limit_tickets', '2026-11-23')
const device = reported('https://github.com/search?q=com.kddi.kdla.jp&type=code', '2026-11-23')

export const povo = {
  id: 'povo',
  names: { en: 'povo', ja: 'povo2.0', 'zh-Hans': 'povo', 'zh-Hant': 'povo' },
  kind: 'subBrand',
  hosts: au.hosts,
  marks: {
    networks: au.marks.networks,
    apns: claim([{ apn: 'povo.jp' }], apnList),
    senders: claim(['databonus@bonus.povo.jp'], codes),
  },
  channels: {
    portal: null,
    app: {
      name: 'povo2.0',
      android: 'com.kddi.kdla.jp',
      ios: null,
      path: [],
      tells: 'remaining',
      widget: null,
      verified: 'documented',
      sources: [limited, device],
    },
    hotline: null,
    sms: null,
    api: null,
  },
  rules: {
    cycle: claim({ kind: 'validity', counts: 'hours' }, topping),
    carryOver: null,
    order: claim(['gift', 'topUp'], order),
    throttles: [claim({ speedBitsPerSecond: 128 * KBPS }, topping)],
    topUps: [claim({ bytes: 3 * GB, yen: 990, lasts: { days: 30 } }, autoCharge)],
    plans: [],
    alerts: [claim({ at: 'fixed', by: ['mail', 'sms'], optIn: null }, limited)],
  },
  unit: null,
  buckets: [{ words: ['トッピング'], grant: 'topUp', source: topping }],
} satisfies Carrier
