import { official, reported, type Source } from '../core/source.ts'

const MB = 1e6

/** What data can be saved by, each a page of tips. */
export const PAGE_IDS = ['alerts', 'background', 'wifi', 'plan', 'maps', 'video'] as const
export type PageId = (typeof PAGE_IDS)[number]

/** One thing to do or to know; its sentence is in text/pages.ts. */
export type TipId =
  | 'switchCarrierAlertOn'
  | 'phoneCounterDiffers'
  | 'androidDataSaver'
  | 'iosLowDataMode'
  | 'updatesOnWifi'
  | 'lineLoginNeedsWifiOff'
  | 'openWifi'
  | 'planByMost'
  | 'planSteps'
  | 'mapsBeforehand'
  | 'mapsFromOsm'
  | 'youtubeQuality'
  | 'netflixSaveData'
  | 'autoplayOff'

/** How much something takes; published figures differ widely, so each is a range over its sources. */
export interface Cost {
  readonly what:
    | 'youtube144'
    | 'youtube480'
    | 'youtube720'
    | 'youtube1080'
    | 'netflixSave'
    | 'netflixAutomatic'
    | 'mapTokyo'
    | 'mapKyoto'
    | 'mapOsaka'
    | 'mapSapporo'
  readonly per: 'hour' | 'download'
  readonly lowBytes: number
  readonly highBytes: number
  readonly sources: readonly [Source, ...Source[]]
}

/** A page about one way to make data last. */
export interface ManagingPage {
  readonly id: PageId
  readonly tips: readonly { readonly id: TipId; readonly sources: readonly Source[] }[]
  readonly costs: readonly Cost[]
}

const LOOKED = '2026-11-26'
const docomoAlert = reported('https://novlog.me/nw/docomo-data-volume-arrival/', '2026-11-23')
const counter = official('https://help.mb.softbank.jp/simple-sumaho2/pc/03-14.html', '2026-11-23')
const dataSaver = reported(
  'https://imeionline.com/samsung/2026/04/29/how-to-turn-on-data-saver-mode-on-your-android-phone-and-why-its-critical-to-do-so/',
  LOOKED,
)
const lowDataMode = official('https://support.apple.com/en-euro/HT210596', LOOKED)
const updates = official('https://network.mobile.rakuten.co.jp/faq/detail/10001093', '2026-11-23')
const linemoLogin = official('https://linemo.jp/support/faq/view/27421', '2026-11-23')
const visitorSim = official('https://www.bmobile.ne.jp/english/charge.html', '2026-11-23')
const osmSizes = reported('https://github.com/organicmaps/organicmaps', '2026-11-23')
const youtubeTest = reported('https://www.slashgear.com/1966598/youtube-data-usage-per-hour', LOOKED)
const youtubeTable = reported('https://www.pureblogtips.com/how-much-data-does-a-youtube-video-consume/', LOOKED)
const netflix = reported('https://pupuweb.com/control-netflix-data-usage-mobile-data-usage/', LOOKED)
const netflixHours = reported(
  'https://www.techlusive.in/how-to/netflix-hacks-how-to-control-how-much-data-netflix-uses-1485036',
  LOOKED,
)

const perHour = (what: Cost['what'], low: number, high: number, ...sources: Cost['sources']): Cost => ({
  what,
  per: 'hour',
  lowBytes: low * MB,
  highBytes: high * MB,
  sources,
})
const toDownload = (what: Cost['what'], size: number): Cost => ({
  what,
  per: 'download',
  lowBytes: size * MB,
  highBytes: size * MB,
  sources: [osmSizes],
})

export const PAGES: readonly ManagingPage[] = [
  {
    id: 'alerts',
    tips: [
      { id: 'switchCarrierAlertOn', sources: [docomoAlert] },
      { id: 'phoneCounterDiffers', sources: [counter] },
    ],
    costs: [],
  },
  {
    id: 'background',
    tips: [
      { id: 'androidDataSaver', sources: [dataSaver] },
      { id: 'iosLowDataMode', sources: [lowDataMode] },
      { id: 'updatesOnWifi', sources: [updates] },
    ],
    costs: [],
  },
  {
    id: 'wifi',
    tips: [
      { id: 'lineLoginNeedsWifiOff', sources: [linemoLogin, visitorSim] },
      { id: 'openWifi', sources: [] },
    ],
    costs: [],
  },
  {
    id: 'plan',
    tips: [
      { id: 'planByMost', sources: [] },
      { id: 'planSteps', sources: [] },
    ],
    costs: [],
  },
  {
    id: 'maps',
    tips: [
      { id: 'mapsBeforehand', sources: [] },
      { id: 'mapsFromOsm', sources: [osmSizes] },
    ],
    costs: [
      toDownload('mapTokyo', 85.7),
      toDownload('mapKyoto', 62.5),
      toDownload('mapOsaka', 59.7),
      toDownload('mapSapporo', 55.9),
    ],
  },
  {
    id: 'video',
    tips: [
      { id: 'youtubeQuality', sources: [youtubeTest] },
      { id: 'netflixSaveData', sources: [netflix] },
      { id: 'autoplayOff', sources: [] },
    ],
    costs: [
      perHour('youtube144', 27, 90, youtubeTest, youtubeTable),
      perHour('youtube480', 93, 660, youtubeTest, youtubeTable),
      perHour('youtube720', 107, 2700, youtubeTest, youtubeTable),
      perHour('youtube1080', 170, 4100, youtubeTest, youtubeTable),
      perHour('netflixSave', 167, 167, netflix),
      perHour('netflixAutomatic', 250, 250, netflixHours),
    ],
  },
]
