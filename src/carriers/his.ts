import { claim, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, noChannels, noRules } from './shared.ts'

const status = reported('https://his.mvno.ne.jp/checkout/status', '2026-11-23')

export const his = {
  id: 'his',
  names: { en: 'HIS Mobile', ja: 'HISモバイル', 'zh-Hans': 'HIS Mobile', 'zh-Hant': 'HIS Mobile' },
  kind: 'mvno',
  hosts: claim(['docomo'], apnList),
  marks: {
    networks: claim(['440-10'], apnList),
    apns: claim([{ apn: 'dm.jplat.net', user: 'his@his' }], apnList),
    senders: null,
  },
  channels: {
    ...noChannels,
    portal: {
      name: 'My HIS',
      address: 'https://his.mvno.ne.jp/hisso/signon/login.do',
      domains: ['his.mvno.ne.jp'],
      login: ['password'],
      account: null,
      path: [],
      tells: 'remaining',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [status],
    },
  },
  rules: noRules,
  unit: null,
} satisfies Carrier
