import { official, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'

const online = official('https://www.docomo.ne.jp/english/support/online/', '2026-11-23')
const portal2015 = reported('https://did2memo.net/2015/06/23/speed-limit-check', '2026-11-23')
const noticeMail = reported('https://novlog.me/nw/docomo-data-volume-arrival/', '2026-11-23')
const topUps = reported('https://appliko.jp/data-kurikoshi/', '2026-11-23')

export const docomo = {
  id: 'docomo',
  names: { en: 'docomo', ja: 'ドコモ', 'zh-Hans': 'docomo', 'zh-Hant': 'docomo' },
  unit: null,
  words: {
    remaining: ['速度低下(128kbps通信)までの残りデータ通信量', 'データ量残り'],
    used: ['1か月間合計データ通信量', 'Data volume used this month'],
    allowance: [],
    sources: [portal2015, noticeMail, online],
  },
  buckets: [{ words: ['1GB追加オプション', 'スピードモード'], grant: 'topUp', source: topUps }],
} satisfies Carrier
