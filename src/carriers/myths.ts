import { official, reported, type Source } from '../core/source.ts'

/** Something that articles repeat and that does not work; what is true is in text/myths.ts. */
export interface Myth {
  readonly id: 'docomo104' | 'softbank151' | 'auone' | 'softbankonlinetools' | 'sms120' | 'ussd'
  /** What a person who read it would look up. */
  readonly words: readonly string[]
  /** Whose lines it speaks of; null for all. */
  readonly carrier: string | null
  readonly sources: readonly [Source, ...Source[]]
}

const directory = reported('https://news.livedoor.com/article/detail/30488333/', '2026-11-23')
const pin = official(
  'https://www.nttdocomo.co.jp/support/trouble/password/network/index.html',
  '2026-11-23',
)
const online = official('https://www.docomo.ne.jp/english/support/online/', '2026-11-23')
const apps = reported('https://iroha.corecon.co.jp/post-2983/', '2026-11-23')
const numbers = reported('https://denwa-kun.com/?p=2581', '2026-11-23')

export const MYTHS: readonly Myth[] = [
  { id: 'docomo104', words: ['104', 'docomo 104'], carrier: 'docomo', sources: [directory, pin] },
  {
    id: 'softbank151',
    words: ['151', 'softbank 151'],
    carrier: 'softbank',
    sources: [numbers, pin],
  },
  { id: 'auone', words: ['au one', 'au one アプリ'], carrier: 'au', sources: [apps] },
  {
    id: 'softbankonlinetools',
    words: ['SoftBank Online Tools', 'online tools'],
    carrier: 'softbank',
    sources: [apps],
  },
  {
    id: 'sms120',
    words: ['120#', '120', '1001', '120# 1001'],
    carrier: 'docomo',
    sources: [online],
  },
  { id: 'ussd', words: ['USSD', 'USSD code', 'USSD codes'], carrier: null, sources: [online] },
]
