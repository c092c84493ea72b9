import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { KBPS, noChannels, noMarks, noRules } from './shared.ts'

const card = official('https://www.cuniq.com/prepaidtnc/', '2026-11-23')
const web2014 = reported('https://fastboot.hatenablog.com/entry/2014/08/13/151102', '2026-11-23')

/** Its Hong Kong brand CUniq sells the travel cards. */
export const chinaunicom = {
  id: 'chinaunicom',
  names: {
    en: 'China Unicom',
    ja: '中国聯通',
    'zh-Hans': '中国联通',
    'zh-Hant': '中國聯通',
  },
  kind: 'foreign',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    portal: {
      name: 'China Unicom Hong Kong',
      address: null,
      domains: ['chinaunicom.com.hk'],
      login: ['password'],
      account: null,
      path: [],
      tells: null,
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [web2014],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'validity', counts: 'days' }, card),
    throttles: [claim({ speedBitsPerSecond: 128 * KBPS }, card)],
  },
  unit: null,
} satisfies Carrier
