import { official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { noChannels, noMarks, noRules } from './shared.ts'

const prepaid = official(
  'https://www.hkcsl.com/en/csl-indonesians-hemat-60-day-local-prepaid-sim/',
  '2026-11-23',
)

export const csl = {
  id: 'csl',
  names: { en: 'csl', ja: 'csl', 'zh-Hans': 'csl', 'zh-Hant': 'csl' },
  kind: 'foreign',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    sms: {
      kind: 'ussd',
      text: '*101#',
      to: null,
      abroad: null,
      verified: 'documented',
      sources: [prepaid],
    },
  },
  rules: noRules,
  unit: null,
} satisfies Carrier
