import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { noChannels, noMarks, noRules } from './shared.ts'

const periods = official('https://getnomad.app/ja/documents/data-plan-detail-bics', '2026-11-23')
const addOns = official('https://www.getnomad.app/help-center/en/articles/11744232', '2026-11-23')

export const nomad = {
  id: 'nomad',
  names: { en: 'Nomad', ja: 'Nomad', 'zh-Hans': 'Nomad', 'zh-Hant': 'Nomad' },
  kind: 'travelEsim',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    app: {
      name: 'Nomad',
      android: null,
      ios: null,
      path: [],
      tells: null,
      widget: null,
      verified: 'documented',
      sources: [addOns],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'validity', counts: 'hours' }, periods),
  },
  unit: null,
} satisfies Carrier
