import { claim, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS, noChannels, noRules } from './shared.ts'

const speeds = reported('https://itechdigmedia.com/', '2026-11-23')

export const aeon = {
  id: 'aeon',
  names: {
    en: 'AEON Mobile',
    ja: 'イオンモバイル',
    'zh-Hans': '永旺移动',
    'zh-Hant': '永旺行動',
  },
  kind: 'mvno',
  hosts: claim(['docomo', 'au'], apnList),
  marks: {
    networks: claim(['440-10', '440-51'], apnList),
    apns: claim(
      [
        { apn: 'i-aeonmobile.com', user: 'user' },
        { apn: 'n-aeonmobile.com', user: 'user' },
      ],
      apnList,
    ),
    senders: null,
  },
  channels: noChannels,
  rules: {
    ...noRules,
    throttles: [claim({ speedBitsPerSecond: 200 * KBPS }, speeds)],
    topUps: [claim({ bytes: GB, yen: 528, lasts: null }, speeds)],
  },
  unit: null,
} satisfies Carrier
