import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { KBPS, noChannels, noMarks, noRules } from './shared.ts'

const prepaid = official('https://web.three.com.hk/prepaid/cs/index-en.html', '2026-11-23')
const dayPass = official('https://www.three.com.hk/', '2026-11-23')
const eSim = reported('https://esimdb.com/ja/blog/3hk-esim-recharge-process/', '2026-11-23')

export const threehk = {
  id: 'threehk',
  names: { en: '3HK', ja: '3香港', 'zh-Hans': '3香港', 'zh-Hant': '3香港' },
  kind: 'foreign',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    portal: {
      name: '3Care',
      address: 'https://www.three.com.hk/',
      domains: ['three.com.hk'],
      login: ['password'],
      account: null,
      path: [],
      tells: null,
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [eSim],
    },
    hotline: {
      numbers: [{ from: 'own', number: '1037', free: null, language: 'zh' }],
      hours: null,
      data: null,
      keys: null,
      verified: 'documented',
      sources: [dayPass],
    },
    sms: {
      kind: 'ussd',
      text: '##107#',
      to: null,
      abroad: true,
      verified: 'documented',
      sources: [eSim, prepaid],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'daily', zone: 'Asia/Hong_Kong' }, dayPass),
    throttles: [claim({ speedBitsPerSecond: 128 * KBPS }, dayPass)],
  },
  unit: null,
} satisfies Carrier
