import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { noChannels, noMarks, noRules } from './shared.ts'

const help = official('https://airalo.com/help/using-managing-esims/', '2026-11-23')
const validity = official(
  'https://airalo.com/help/using-managing-esims/ZSEEHBT5HW6F/',
  '2026-11-23',
)
const partners = official('https://developers.partners.airalo.com', '2026-11-23')

export const airalo = {
  id: 'airalo',
  names: { en: 'Airalo', ja: 'Airalo', 'zh-Hans': 'Airalo', 'zh-Hant': 'Airalo' },
  kind: 'travelEsim',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    portal: {
      name: 'Airalo',
      address: 'https://www.airalo.com/my-esims',
      domains: ['airalo.com'],
      login: ['password'],
      account: null,
      path: ['My eSIMs', 'Details'],
      tells: 'remaining',
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [help],
    },
    app: {
      name: 'Airalo',
      android: null,
      ios: null,
      path: ['My eSIMs', 'Details'],
      tells: 'remaining',
      widget: true,
      verified: 'documented',
      sources: [help],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'validity', counts: 'hours' }, validity),
    carryOver: claim('none', validity),
  },
  // 2 GB is sold as 2,048 MB.
  unit: claim(1024, partners),
} satisfies Carrier
