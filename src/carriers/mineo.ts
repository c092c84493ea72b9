import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, KBPS, MB, noChannels, providerList } from './shared.ts'

const packetCharge = official('https://mineo.jp/service/data/packet-charge', '2026-11-23')
const myPage = reported('https://simchange.jp/mineo-mypage/', '2026-11-23')
const carryOver = reported('https://appllio.com/mineo-data-carryover', '2026-11-23')

export const mineo = {
  id: 'mineo',
  names: { en: 'mineo', ja: 'mineo', 'zh-Hans': 'mineo', 'zh-Hant': 'mineo' },
  kind: 'mvno',
  hosts: claim(['docomo', 'au', 'softbank'], apnList, providerList),
  marks: {
    networks: claim(['440-10', '440-51', '440-20'], apnList, providerList),
    apns: claim(
      [
        { apn: 'mineo-d.jp', user: 'mineo@k-opti.com' },
        { apn: 'mineo.jp', user: 'mineo@k-opti.com' },
        { apn: 'mineo-s.jp', user: 'mineo@k-opti.com' },
      ],
      apnList,
      providerList,
    ),
    senders: null,
  },
  channels: {
    ...noChannels,
    portal: {
      name: 'mineo マイページ',
      address: null,
      domains: ['mineo.jp', 'eonet.jp'],
      login: ['password'],
      account: 'eoID',
      path: [],
      tells: 'remaining',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [myPage],
    },
  },
  rules: {
    cycle: claim({ kind: 'calendarMonth' }, carryOver),
    carryOver: claim('nextMonth', carryOver),
    order: claim(['carryOver', 'plan'], carryOver),
    throttles: [claim({ speedBitsPerSecond: 200 * KBPS }, packetCharge)],
    topUps: [claim({ bytes: 100 * MB, yen: 55, lasts: 'nextMonth' }, packetCharge)],
    plans: [],
    alerts: [],
  },
  unit: null,
} satisfies Carrier
