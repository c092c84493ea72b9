import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { GB, KBPS, noChannels, noMarks, noRules } from './shared.ts'

const roaming = official(
  'https://magentapulse.t-mobile.com/us/en/customer-support/features/international/consumer-international-features/international-roaming',
  '2026-11-23',
)
const counters = reported(
  'https://ja.sync-computers.com/how-view-your-t-mobile-data-usage',
  '2026-11-23',
)

export const tmobileus = {
  id: 'tmobileus',
  names: {
    en: 'T-Mobile US',
    ja: 'T-Mobile US',
    'zh-Hans': 'T-Mobile US',
    'zh-Hant': 'T-Mobile US',
  },
  kind: 'foreign',
  hosts: null,
  marks: noMarks,
  channels: noChannels,
  rules: {
    ...noRules,
    throttles: [claim({ speedBitsPerSecond: 256 * KBPS }, roaming)],
    plans: [
      claim({ name: 'International data', bytes: 5 * GB, yen: null }, roaming),
      claim({ name: 'Experience Beyond', bytes: 15 * GB, yen: null }, roaming),
    ],
    alerts: [
      claim({ at: { usedShare: 0.8 }, by: ['sms'], optIn: false }, counters),
      claim({ at: { usedShare: 1 }, by: ['sms'], optIn: false }, counters),
    ],
  },
  unit: null,
} satisfies Carrier
