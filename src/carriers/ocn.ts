import { claim, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, KBPS, noChannels, noRules, providerList } from './shared.ts'

const app = reported('https://japarchive.com/doc/OCN', '2026-11-23')
const turbo = reported(
  'https://isdn-info.co.jp/sp/ocn/mobile_one/turbo_attention.html',
  '2026-11-23',
)

export const ocn = {
  id: 'ocn',
  names: {
    en: 'OCN Mobile ONE',
    ja: 'OCN モバイル ONE',
    'zh-Hans': 'OCN Mobile ONE',
    'zh-Hant': 'OCN Mobile ONE',
  },
  kind: 'mvno',
  hosts: claim(['docomo'], apnList),
  marks: {
    networks: claim(['440-10'], apnList),
    apns: claim(
      [
        { apn: 'lte.ocn.ne.jp', user: 'mobileid@ocn' },
        { apn: 'lte-d.ocn.ne.jp', user: 'mobileid@ocn' },
      ],
      apnList,
      providerList,
    ),
    senders: null,
  },
  channels: {
    ...noChannels,
    app: {
      name: 'OCN モバイル ONE',
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
    ...noRules,
    throttles: [claim({ speedBitsPerSecond: 200 * KBPS }, turbo)],
    alerts: [claim({ at: 'chosen', by: ['app'], optIn: true }, app)],
  },
  unit: null,
} satisfies Carrier
