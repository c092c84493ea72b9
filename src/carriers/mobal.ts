import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { GB, KBPS, noChannels, noMarks, noRules } from './shared.ts'

const allowance = official(
  'https://helpdesk.mobal.com/support/solutions/articles/205000041476-increasing-your-data-allowance',
  '2026-11-23',
)
const reports = official('https://help.mobal.com/?p=4328', '2026-11-23')

export const mobal = {
  id: 'mobal',
  names: { en: 'Mobal', ja: 'Mobal', 'zh-Hans': 'Mobal', 'zh-Hant': 'Mobal' },
  kind: 'visitor',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    portal: {
      name: 'My Account',
      address: 'https://www.mobal.com/myaccount',
      domains: ['mobal.com'],
      login: ['password'],
      account: null,
      path: ['Services', 'More Information'],
      tells: 'used',
      wifiOff: false,
      // Usage reaches Mobal one to two months late.
      lateHours: 24 * 60,
      verified: 'documented',
      sources: [reports],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'calendarMonth' }, allowance),
    throttles: [claim({ speedBitsPerSecond: 200 * KBPS }, allowance)],
    plans: [claim({ name: 'Short-term voice + data', bytes: 7 * GB, yen: null }, allowance)],
  },
  unit: null,
} satisfies Carrier
