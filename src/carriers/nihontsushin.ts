import { claim, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, noChannels, noRules } from './shared.ts'

const plans = reported('https://ryotyanblog.com/nihontuusin-de-tazyougen', '2026-11-23')

export const nihontsushin = {
  id: 'nihontsushin',
  names: {
    en: 'Nihon Tsushin SIM',
    ja: '日本通信SIM',
    'zh-Hans': '日本通信SIM',
    'zh-Hant': '日本通信SIM',
  },
  kind: 'mvno',
  hosts: claim(['docomo'], apnList),
  marks: {
    networks: claim(['440-10'], apnList),
    apns: claim([{ apn: 'dm.jplat.net', user: 'jci@jci' }], apnList),
    senders: null,
  },
  channels: noChannels,
  rules: {
    ...noRules,
    topUps: [claim({ name: 'データ上限値', bytes: GB, yen: 220, lasts: null }, plans)],
    plans: [claim({ name: 'シンプル290', bytes: GB, yen: 290 }, plans)],
  },
  unit: null,
} satisfies Carrier
