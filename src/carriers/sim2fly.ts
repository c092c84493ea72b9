import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { GB, noChannels, noMarks, noRules } from './shared.ts'

const terms = official(
  'https://www.ais.th/en/consumers/package/international/roaming/sim2fly/terms-conditions-2799-baht-15-gb',
  '2026-11-23',
)

export const sim2fly = {
  id: 'sim2fly',
  names: {
    en: 'AIS SIM2Fly',
    ja: 'AIS SIM2Fly',
    'zh-Hans': 'AIS SIM2Fly',
    'zh-Hant': 'AIS SIM2Fly',
  },
  kind: 'foreign',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    sms: {
      kind: 'ussd',
      text: '*111*6#',
      to: null,
      abroad: null,
      verified: 'documented',
      sources: [terms],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'validity', counts: 'hours' }, terms),
    throttles: [claim({ speedBitsPerSecond: 0 }, terms)],
    plans: [claim({ name: 'SIM2Fly Global', bytes: 15 * GB, yen: null }, terms)],
  },
  unit: null,
} satisfies Carrier
