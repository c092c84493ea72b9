import { claim, official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { docomo } from './docomo.ts'
import { GB, KBPS, MB } from './shared.ts'

const terms = official(
  'https://irumo.docomo.ne.jp/terms/app-terms-of-service/index.html',
  '2026-11-23',
)
const prices = reported('https://masamobile.co.jp/irumo/exceeded', '2026-11-23')

export const irumo = {
  ...docomo,
  id: 'irumo',
  names: { en: 'irumo', ja: 'irumo', 'zh-Hans': 'irumo', 'zh-Hant': 'irumo' },
  kind: 'subBrand',
  channels: {
    ...docomo.channels,
    app: {
      name: 'irumo',
      android: null,
      ios: null,
      path: [],
      tells: null,
      widget: null,
      verified: 'documented',
      sources: [terms],
    },
    hotline: null,
  },
  rules: {
    ...docomo.rules,
    cycle: claim({ kind: 'calendarMonth' }, prices),
    throttles: [
      claim({ speedBitsPerSecond: 300 * KBPS }, prices),
      claim({ speedBitsPerSecond: 128 * KBPS, plan: 'irumo 0.5GB' }, prices),
    ],
    plans: [
      claim({ name: 'irumo 0.5GB', bytes: 500 * MB, yen: 550 }, prices),
      claim({ name: 'irumo 3GB', bytes: 3 * GB, yen: 2167 }, prices),
      claim({ name: 'irumo 6GB', bytes: 6 * GB, yen: 2827 }, prices),
      claim({ name: 'irumo 9GB', bytes: 9 * GB, yen: 3377 }, prices),
    ],
    alerts: [],
  },
} satisfies Carrier
