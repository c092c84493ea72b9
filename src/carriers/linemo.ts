import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { apnList, GB, KBPS, MBPS } from './shared.ts'
import { softbank } from './softbank.ts'

const faq = official('https://linemo.jp/support/faq/view/27421', '2026-11-23')
const bestPlan = reported('https://kotomobile.jp/?p=1118', '2026-11-23')
const topUp = reported('https://kotomobile.jp/?p=2985', '2026-11-23')
const carryOver = reported('https://kotomobile.jp/kurikoshi', '2026-11-23')
const bestPlanV = reported('https://netgakko.jp/softbank/linemo-data', '2026-11-23')
const usedUpSms = reported('https://syachu.net/2025063001', '2026-11-23')

export const linemo = {
  ...softbank,
  id: 'linemo',
  names: { en: 'LINEMO', ja: 'LINEMO', 'zh-Hans': 'LINEMO', 'zh-Hant': 'LINEMO' },
  kind: 'subBrand',
  marks: { ...softbank.marks, apns: claim([{ apn: 'plus.acs.jp', user: 'lm' }], apnList) },
  channels: {
    ...softbank.channels,
    portal: {
      ...softbank.channels.portal,
      name: 'My Menu',
      address: null,
      domains: ['linemo.jp', 'softbank.jp'],
      login: ['password', 'line'],
      path: [],
      wifiOff: true,
      sources: [faq, bestPlan],
    },
    app: null,
    hotline: null,
  },
  rules: {
    ...softbank.rules,
    cycle: claim({ kind: 'calendarMonth' }, topUp),
    carryOver: claim('none', carryOver),
    throttles: [
      claim({ speedBitsPerSecond: 300 * KBPS, plan: 'ベストプラン' }, bestPlan),
      claim(
        { speedBitsPerSecond: 128 * KBPS, beyondBytes: 5 * GB, plan: 'ベストプラン' },
        bestPlan,
      ),
      claim({ speedBitsPerSecond: MBPS, plan: 'ベストプランV' }, bestPlanV),
    ],
    topUps: [claim({ bytes: GB, yen: 550, lasts: 'month' }, topUp)],
    plans: [
      claim(
        { name: 'ベストプラン', bytes: 10 * GB, yen: 2090, steps: [{ bytes: 3 * GB, yen: 990 }] },
        bestPlan,
      ),
      claim(
        {
          name: 'ベストプランV',
          bytes: 30 * GB,
          yen: 3960,
          steps: [{ bytes: 20 * GB, yen: 2970 }],
        },
        bestPlanV,
      ),
    ],
    alerts: [claim({ at: { leftBytes: 0 }, by: ['sms'], optIn: null }, usedUpSms)],
  },
  buckets: [
    ...softbank.buckets,
    { words: ['LINEギガフリー'], grant: 'appOnly', source: carryOver },
  ],
} satisfies Carrier
