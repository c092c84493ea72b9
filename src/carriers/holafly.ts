import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { noChannels, noMarks, noRules } from './shared.ts'

const usage = official(
  'https://esim.holafly.com/faq/choosing-buying-esim/what-happens-to-unused-data/',
  '2026-11-23',
)
const usedUp = official(
  'https://esim.holafly.com/ja/faq/using-an-esim/use-up-data-plan-exhaust-days-validity',
  '2026-11-23',
)

export const holafly = {
  id: 'holafly',
  names: { en: 'Holafly', ja: 'Holafly', 'zh-Hans': 'Holafly', 'zh-Hant': 'Holafly' },
  kind: 'travelEsim',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    portal: {
      name: 'Holafly Center',
      address: 'https://esim.holafly.com/',
      domains: ['holafly.com'],
      login: ['password'],
      account: null,
      path: [],
      tells: null,
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [usage],
    },
    app: {
      name: 'Holafly',
      android: null,
      ios: null,
      path: ['Purchases', 'Installed - In use'],
      tells: 'used',
      widget: null,
      verified: 'documented',
      sources: [usage],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'validity', counts: 'days' }, usedUp),
    carryOver: claim('none', usedUp),
    throttles: [claim({ speedBitsPerSecond: 0 }, usedUp)],
  },
  unit: null,
} satisfies Carrier
