import { official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'

const dataCharge = official(
  'https://www.au.com/english/mobile/charge/data-option/data-charge/',
  '2026-11-23',
)
const extraOption = official(
  'https://www.au.com/english/mobile/charge/data-option/extra-option/',
  '2026-11-23',
)
const portal2025 = reported(
  'https://services.awaisora.com/2025/12/15/f0cecce5-5cb5-45ff-ab41-6204b2583cef',
  '2026-11-23',
)

export const au = {
  id: 'au',
  names: { en: 'au', ja: 'au', 'zh-Hans': 'au', 'zh-Hant': 'au' },
  unit: null,
  words: { remaining: ['データ残量'], used: [], allowance: [], sources: [portal2025] },
  buckets: [
    { words: ['データチャージ', 'Data Charge'], grant: 'topUp', source: dataCharge },
    { words: ['エクストラオプション', 'Extra Option'], grant: 'topUp', source: extraOption },
  ],
} satisfies Carrier
