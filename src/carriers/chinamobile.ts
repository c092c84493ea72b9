import { claim, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { noChannels, noMarks, noRules } from './shared.ts'

const codes = reported('https://www.yunzhuji.net/kahao/637346.html', '2026-11-23')

export const chinamobile = {
  id: 'chinamobile',
  names: {
    en: 'China Mobile',
    ja: '中国移動',
    'zh-Hans': '中国移动',
    'zh-Hant': '中國移動',
  },
  kind: 'foreign',
  hosts: null,
  marks: { ...noMarks, senders: claim(['10086'], codes) },
  channels: {
    ...noChannels,
    app: {
      name: '中国移动',
      android: null,
      ios: null,
      path: ['套餐余量'],
      tells: 'remaining',
      widget: null,
      verified: 'documented',
      sources: [codes],
    },
    sms: {
      kind: 'sms',
      text: 'CXLL',
      to: '10086',
      abroad: null,
      verified: 'documented',
      sources: [codes],
    },
  },
  rules: {
    ...noRules,
    alerts: [claim({ at: 'chosen', by: ['app'], optIn: true }, codes)],
  },
  unit: null,
} satisfies Carrier
