import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { noChannels, noMarks, noRules } from './shared.ts'

const topUp = official(
  'https://eshop.hk.chinamobile.com/en/corporate_information/Data_N_VAS/DataTopup.html',
  '2026-11-23',
)

export const cmhk = {
  id: 'cmhk',
  names: {
    en: 'China Mobile Hong Kong',
    ja: '中国移動香港',
    'zh-Hans': '中国移动香港',
    'zh-Hant': '中國移動香港',
  },
  kind: 'foreign',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    portal: {
      name: 'My Account',
      address: 'https://www.hk.chinamobile.com/',
      domains: ['hk.chinamobile.com'],
      login: ['password'],
      account: null,
      path: ['Manage Account', 'My Account', 'Usage Enquiry'],
      tells: null,
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [topUp],
    },
    app: {
      name: 'MyLink',
      android: null,
      ios: null,
      path: ['Home', 'Usage Enquiry'],
      tells: null,
      widget: null,
      verified: 'documented',
      sources: [topUp],
    },
    hotline: {
      numbers: [{ from: 'own', number: '12580', free: null, language: 'zh' }],
      hours: { opens: '00:00', closes: '24:00', zone: 'Asia/Hong_Kong' },
      data: null,
      keys: null,
      verified: 'documented',
      sources: [topUp],
    },
  },
  rules: {
    ...noRules,
    throttles: [claim({ speedBitsPerSecond: 0 }, topUp)],
    alerts: [
      claim({ at: { usedShare: 0.9 }, by: ['sms', 'mail'], optIn: null }, topUp),
      claim({ at: { usedShare: 1 }, by: ['sms', 'mail'], optIn: null }, topUp),
    ],
  },
  unit: null,
} satisfies Carrier
