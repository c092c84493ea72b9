import type { Carrier } from './carrier.ts'
import { noChannels, noMarks, noRules } from './shared.ts'

export const ubigi = {
  id: 'ubigi',
  names: { en: 'Ubigi', ja: 'Ubigi', 'zh-Hans': 'Ubigi', 'zh-Hant': 'Ubigi' },
  kind: 'travelEsim',
  hosts: null,
  marks: noMarks,
  channels: noChannels,
  rules: noRules,
  unit: null,
} satisfies Carrier
