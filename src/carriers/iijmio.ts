import { claim, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS, noChannels } from './shared.ts'

const memberPage = reported('https://alpha-intl.net/59436', '2026-11-23')
const charge = reported('https://masamobile.co.jp/iijmio/charge/', '2026-11-23')
const share = reported('https://mio-navi.com/iijmio-merit-date-share/', '2026-11-23')
const speeds = reported('https://itechdigmedia.com/', '2026-11-23')
const widget = reported('https://github.com/yyyywaiwai/IIJWidget', '2026-11-23')
const couponApi = reported('https://github.com/HFJWR/Celluar_Usage', '2026-11-23')

export const iijmio = {
  id: 'iijmio',
  names: { en: 'IIJmio', ja: 'IIJmio', 'zh-Hans': 'IIJmio', 'zh-Hant': 'IIJmio' },
  kind: 'mvno',
  hosts: claim(['docomo', 'au'], apnList),
  marks: {
    networks: claim(['440-10', '440-51', '440-03'], apnList),
    apns: claim([{ apn: 'iijmio.jp', user: 'mio@iij' }], apnList),
    senders: null,
  },
  channels: {
    ...noChannels,
    portal: {
      name: '会員専用ページ',
      address: null,
      domains: ['iijmio.jp'],
      login: ['password'],
      account: 'mioID',
      path: [],
      tells: 'remaining',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [memberPage, widget],
    },
    api: claim('none', couponApi),
  },
  rules: {
    cycle: claim({ kind: 'calendarMonth' }, memberPage),
    carryOver: claim('nextMonth', share),
    order: null,
    throttles: [claim({ speedBitsPerSecond: 300 * KBPS }, speeds)],
    topUps: [claim({ bytes: GB, yen: 220, lasts: 'month' }, charge)],
    plans: [],
    alerts: [],
  },
  unit: null,
} satisfies Carrier
