import type { InEachLanguage } from './language.ts'

/** Tips that make data last, and what things cost. */
export interface PageSentences {
  readonly titles: Readonly<Record<'alerts' | 'background' | 'wifi' | 'plan' | 'maps' | 'video', string>>
  readonly topics: string
  readonly tips: Readonly<
    Record<
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
      | 'autoplayOff',
      string
    >
  >
  readonly costs: Readonly<
    Record<
      | 'youtube144'
      | 'youtube480'
      | 'youtube720'
      | 'youtube1080'
      | 'netflixSave'
      | 'netflixAutomatic'
      | 'mapTokyo'
      | 'mapKyoto'
      | 'mapOsaka'
      | 'mapSapporo',
      string
    >
  >
  readonly perHour: (low: string, high: string) => string
  readonly toDownload: (size: string) => string
  readonly differ: string
}

const en: PageSentences = {
  titles: {
    alerts: 'The carrier’s own alerts',
    background: 'Data that apps use in the background',
    wifi: 'Wi-Fi',
    plan: 'The right plan',
    maps: 'Maps without data',
    video: 'Video',
  },
  topics: 'Making data last: nokori guide alerts, background, wifi, plan, maps or video',
  tips: {
    switchCarrierAlertOn: 'Many alerts have to be switched on first: silence may only mean that nobody did.',
    phoneCounterDiffers: 'The phone’s own counter differs from the carrier’s; the carrier’s counts.',
    androidDataSaver:
      'Android: Settings → Network & internet → Data Saver → on. Allow the few apps that must stay awake.',
    iosLowDataMode:
      'iPhone: Settings → Cellular → Cellular Data Options → Low Data Mode. With two SIMs each line has a switch of its own.',
    updatesOnWifi: 'Let system and app updates, backups and photos wait for Wi-Fi.',
    lineLoginNeedsWifiOff:
      'A trap: pages that know you by the line (LINEMO, b-mobile VISITOR SIM) show nothing over Wi-Fi. Switch it off to look.',
    openWifi: 'Open Wi-Fi can be imitated by anybody: no passwords over it, or only in apps that encrypt.',
    planByMost: 'Choose by the most that you used in the last three months, not by the average: months differ.',
    planSteps: 'On plans with price steps one megabyte too many changes the price of the whole month.',
    mapsBeforehand: 'Download the city before you go, over Wi-Fi: then maps take almost no data.',
    mapsFromOsm: 'Organic Maps works without any data, with search and routes, one download a prefecture.',
    youtubeQuality:
      'YouTube: Settings → Video quality preferences → On mobile networks → Data saver. It is the largest saving of all.',
    netflixSaveData: 'Netflix: App Settings → Cellular Data Usage → Save Data, or Wi-Fi only.',
    autoplayOff: 'Switch autoplay off wherever you can: it fetches what you did not ask for.',
  },
  costs: {
    youtube144: 'YouTube 144p',
    youtube480: 'YouTube 480p',
    youtube720: 'YouTube 720p',
    youtube1080: 'YouTube 1080p',
    netflixSave: 'Netflix, Save Data',
    netflixAutomatic: 'Netflix, Automatic',
    mapTokyo: 'Tokyo',
    mapKyoto: 'Kyoto',
    mapOsaka: 'Osaka',
    mapSapporo: 'Sapporo',
  },
  perHour: (low, high) => (low === high ? `${low} an hour` : `${low} to ${high} an hour`),
  toDownload: (size) => `${size} to download`,
  differ: 'Published figures differ widely; these are the smallest and the largest.',
}

const ja: PageSentences = {
  titles: {
    alerts: '携帯会社からの通知',
    background: 'アプリの裏側の通信',
    wifi: 'Wi-Fi',
    plan: '合った料金プラン',
    maps: '通信しない地図',
    video: '動画',
  },
  topics: 'データを長持ちさせる：nokori guide alerts、background、wifi、plan、maps、video',
  tips: {
    switchCarrierAlertOn: '通知の多くは申し込みが必要です。届かないのは、申し込んでいないだけかもしれません。',
    phoneCounterDiffers: '端末が数えた量と携帯会社の量は一致しません。正しいのは携帯会社の値です。',
    androidDataSaver:
      'Android：「設定」→「ネットワークとインターネット」→「データセーバー」をオン。必要なアプリだけ許可します。',
    iosLowDataMode:
      'iPhone：「設定」→「モバイル通信」→「通信のオプション」→「省データモード」。SIM が2枚なら回線ごとに切り替えられます。',
    updatesOnWifi: 'システムやアプリの更新、バックアップ、写真の同期は Wi-Fi のときだけにします。',
    lineLoginNeedsWifiOff:
      '落とし穴：回線で認証するページ（LINEMO、b-mobile VISITOR SIM）は Wi-Fi では見られません。確認するときは切ります。',
    openWifi: '誰でも使える Wi-Fi は偽物を作れます。パスワードの入力は避けます。',
    planByMost: '平均ではなく、直近3か月でいちばん多く使った月に合わせて選びます。',
    planSteps: '段階制のプランは、少し超えただけでその月の料金が一段上がります。',
    mapsBeforehand: '出かける前に Wi-Fi で地図を保存しておくと、ほとんど通信しません。',
    mapsFromOsm: 'Organic Maps は通信なしで検索も経路案内もできます。都道府県ごとに保存します。',
    youtubeQuality:
      'YouTube：「設定」→「動画の画質設定」→「モバイルネットワーク使用時の画質」→「データセーバー」。いちばん効果があります。',
    netflixSaveData: 'Netflix：「アプリ設定」→「モバイルデータ通信の使用量」→「データ節約」または「Wi-Fi のみ」。',
    autoplayOff: '自動再生はできるかぎり切ります。頼んでいないものまで読み込むからです。',
  },
  costs: {
    youtube144: 'YouTube 144p',
    youtube480: 'YouTube 480p',
    youtube720: 'YouTube 720p',
    youtube1080: 'YouTube 1080p',
    netflixSave: 'Netflix データ節約',
    netflixAutomatic: 'Netflix 自動',
    mapTokyo: '東京都',
    mapKyoto: '京都府',
    mapOsaka: '大阪府',
    mapSapporo: '札幌',
  },
  perHour: (low, high) => (low === high ? `1時間に ${low}` : `1時間に ${low}〜${high}`),
  toDownload: (size) => `保存に ${size}`,
  differ: '公表されている値は大きく違います。ここでは最小と最大を示しています。',
}

const zhHans: PageSentences = {
  titles: {
    alerts: '运营商自己的提醒',
    background: 'App 在后台用的流量',
    wifi: 'Wi-Fi',
    plan: '合适的套餐',
    maps: '不用流量的地图',
    video: '视频',
  },
  topics: '让流量更耐用：nokori guide alerts、background、wifi、plan、maps、video',
  tips: {
    switchCarrierAlertOn: '很多提醒要先开通：没有收到，也许只是没开。',
    phoneCounterDiffers: '手机自己的统计和运营商的不同，以运营商的为准。',
    androidDataSaver: 'Android：设置 → 网络和互联网 → 流量节省程序 → 开启。只放行少数必须的 App。',
    iosLowDataMode: 'iPhone：设置 → 蜂窝网络 → 蜂窝数据选项 → 低数据模式。双卡时每条线路各有开关。',
    updatesOnWifi: '系统和 App 更新、备份、照片同步，都等有 Wi-Fi 再做。',
    lineLoginNeedsWifiOff:
      '注意：靠线路认人的网页（LINEMO、b-mobile VISITOR SIM）用 Wi-Fi 看不到，查看时请关掉 Wi-Fi。',
    openWifi: '公共 Wi-Fi 可能被人冒充：不要在上面输入密码。',
    planByMost: '按最近三个月用得最多的那个月来选，不要按平均值。',
    planSteps: '阶梯价套餐只要多用一点，整个月的价格就会升一级。',
    mapsBeforehand: '出门前用 Wi-Fi 下载好城市地图，就几乎不用流量。',
    mapsFromOsm: 'Organic Maps 不用流量也能搜索和导航，按都道府县下载。',
    youtubeQuality: 'YouTube：设置 → 视频质量偏好设置 → 使用移动网络时 → 节省流量。省得最多。',
    netflixSaveData: 'Netflix：应用设置 → 蜂窝数据用量 → 节省数据，或仅限 Wi-Fi。',
    autoplayOff: '尽量关掉自动播放：它会加载您没有要的内容。',
  },
  costs: {
    youtube144: 'YouTube 144p',
    youtube480: 'YouTube 480p',
    youtube720: 'YouTube 720p',
    youtube1080: 'YouTube 1080p',
    netflixSave: 'Netflix 节省数据',
    netflixAutomatic: 'Netflix 自动',
    mapTokyo: '东京',
    mapKyoto: '京都',
    mapOsaka: '大阪',
    mapSapporo: '札幌',
  },
  perHour: (low, high) => (low === high ? `每小时 ${low}` : `每小时 ${low} 到 ${high}`),
  toDownload: (size) => `下载 ${size}`,
  differ: '各处公布的数值相差很大，这里给出最小和最大值。',
}

const zhHant: PageSentences = {
  titles: {
    alerts: '電信業者自己的提醒',
    background: 'App 在背景用的數據',
    wifi: 'Wi-Fi',
    plan: '合適的方案',
    maps: '不用數據的地圖',
    video: '影片',
  },
  topics: '讓數據更耐用：nokori guide alerts、background、wifi、plan、maps、video',
  tips: {
    switchCarrierAlertOn: '很多提醒要先開通：沒有收到，也許只是沒開。',
    phoneCounterDiffers: '手機自己的統計和電信業者的不同，以電信業者的為準。',
    androidDataSaver: 'Android：設定 → 網路和網際網路 → 數據節省模式 → 開啟。只放行少數必須的 App。',
    iosLowDataMode: 'iPhone：設定 → 行動服務 → 行動數據選項 → 低數據模式。雙卡時每條線路各有開關。',
    updatesOnWifi: '系統和 App 更新、備份、照片同步，都等有 Wi-Fi 再做。',
    lineLoginNeedsWifiOff:
      '注意：靠線路認人的網頁（LINEMO、b-mobile VISITOR SIM）用 Wi-Fi 看不到，查看時請關掉 Wi-Fi。',
    openWifi: '公共 Wi-Fi 可能被人冒充：不要在上面輸入密碼。',
    planByMost: '按最近三個月用得最多的那個月來選，不要按平均值。',
    planSteps: '階梯價方案只要多用一點，整個月的價格就會升一級。',
    mapsBeforehand: '出門前用 Wi-Fi 下載好城市地圖，就幾乎不用數據。',
    mapsFromOsm: 'Organic Maps 不用數據也能搜尋和導航，按都道府縣下載。',
    youtubeQuality: 'YouTube：設定 → 影片畫質偏好設定 → 使用行動網路時 → 數據節省。省得最多。',
    netflixSaveData: 'Netflix：應用程式設定 → 行動數據用量 → 節省數據，或僅限 Wi-Fi。',
    autoplayOff: '盡量關掉自動播放：它會載入您沒有要的內容。',
  },
  costs: {
    youtube144: 'YouTube 144p',
    youtube480: 'YouTube 480p',
    youtube720: 'YouTube 720p',
    youtube1080: 'YouTube 1080p',
    netflixSave: 'Netflix 節省數據',
    netflixAutomatic: 'Netflix 自動',
    mapTokyo: '東京',
    mapKyoto: '京都',
    mapOsaka: '大阪',
    mapSapporo: '札幌',
  },
  perHour: (low, high) => (low === high ? `每小時 ${low}` : `每小時 ${low} 到 ${high}`),
  toDownload: (size) => `下載 ${size}`,
  differ: '各處公布的數值相差很大，這裡列出最小和最大值。',
}

/** What the pages about making data last say. */
export const PAGE_SENTENCES: InEachLanguage<PageSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
