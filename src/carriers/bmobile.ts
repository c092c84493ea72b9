import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, MB, noChannels, noRules } from './shared.ts'

const charge = official('https://www.bmobile.ne.jp/english/charge.html', '2026-11-23')

export const bmobile = {
  id: 'bmobile',
  names: {
    en: 'b-mobile VISITOR SIM',
    ja: 'b-mobile VISITOR SIM',
    'zh-Hans': 'b-mobile VISITOR SIM',
    'zh-Hant': 'b-mobile VISITOR SIM',
  },
  kind: 'visitor',
  hosts: claim(['docomo'], apnList),
  marks: {
    networks: claim(['440-10'], apnList),
    apns: claim([{ apn: 'bmobile.ne.jp', user: 'bmobile@4g' }], apnList),
    senders: null,
  },
  channels: {
    ...noChannels,
    portal: {
      name: 'Charge page',
      address: 'https://www.bmobile.ne.jp/english/charge.html',
      domains: ['bmobile.ne.jp'],
      login: ['line'],
      account: null,
      path: ['Remaining Data'],
      tells: 'remaining',
      wifiOff: true,
      lateHours: null,
      verified: 'documented',
      sources: [charge],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'validity', counts: 'days' }, charge),
    throttles: [claim({ speedBitsPerSecond: 0 }, charge)],
    topUps: [claim({ bytes: GB, yen: 500, lasts: { days: 1 } }, charge)],
    alerts: [claim({ at: { leftBytes: 500 * MB }, by: ['mail'], optIn: true }, charge)],
  },
  unit: null,
} satisfies Carrier
