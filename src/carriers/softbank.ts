import { reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'

const portal = reported('https://kotonova.com/918', '2026-11-23')
const portal2013 = reported('https://did2memo.net/2015/06/23/speed-limit-check', '2026-11-23')
const carriedOver = reported(
  'https://gapsis.jp/2014/09/sumahouda-kurikosi-kakudai.html',
  '2026-11-23',
)
// Prints 48,827,582 packets of 128 bytes as 5.83 GB, and 2^30 is the closer of the two bases.
const packets = reported('https://github.com/harupong/mysb', '2026-11-23')

export const softbank = {
  id: 'softbank',
  names: { en: 'SoftBank', ja: 'ソフトバンク', 'zh-Hans': '软银', 'zh-Hant': '軟銀' },
  unit: { base: 1024, source: packets },
  words: {
    remaining: [
      '通信速度低速化までの残りデータ量',
      '通信速度制限開始までの残りデータ量',
      '今月のパケット残量',
    ],
    used: [],
    allowance: [],
    sources: [portal, portal2013, packets],
  },
  buckets: [
    { words: ['データくりこし', 'くりこし分'], grant: 'carryOver', source: carriedOver },
    { words: ['追加データ'], grant: 'topUp', source: carriedOver },
  ],
} satisfies Carrier
