import type { InEachLanguage } from './language.ts'

/** One sentence for what is wrong and one for what is true. */
interface Correction {
  readonly wrong: string
  readonly right: string
}

type Corrections = Readonly<
  Record<'docomo104' | 'softbank151' | 'auone' | 'softbankonlinetools' | 'sms120' | 'ussd', Correction>
>

const en: Corrections = {
  docomo104: {
    wrong: '104 never was docomo’s hotline. It was NTT’s paid directory assistance, which was to end on 31 March 2026.',
    right: 'Call 151 from a docomo phone, or 0120-800-000 from any other; both are free.',
  },
  softbank151: {
    wrong: '151 is not SoftBank’s number: it is docomo’s, and on a Y!mobile phone Y!mobile’s.',
    right: 'Call 157 from a SoftBank phone, or 0800-919-0157 from any other.',
  },
  auone: {
    wrong: 'There is no app “au one” for this. The name lives on only in addresses such as id.auone.jp.',
    right: 'The app and the site are called “My au”.',
  },
  softbankonlinetools: {
    wrong: 'No app called “SoftBank Online Tools” was ever found.',
    right: 'The app and the site are called “My SoftBank”.',
  },
  sms120: {
    wrong: 'An SMS “120#” to 1001 has no trace in any source. docomo answers no SMS about data.',
    right: 'Use My docomo, on the web or as an app.',
  },
  ussd: {
    wrong: 'No Japanese carrier was found that tells data by a USSD code such as *100#.',
    right: 'Foreign SIMs roaming in Japan may have one: look up your carrier.',
  },
}

const ja: Corrections = {
  docomo104: {
    wrong: '104 はドコモの窓口ではありません。NTT の有料の番号案内で、2026年3月31日に終了と発表されていました。',
    right: 'ドコモの電話からは 151、ほかの電話からは 0120-800-000 へ。どちらも無料です。',
  },
  softbank151: {
    wrong:
      '151 はソフトバンクの番号ではありません。ドコモの番号で、ワイモバイルの電話からはワイモバイルにつながります。',
    right: 'ソフトバンクの電話からは 157、ほかの電話からは 0800-919-0157 へ。',
  },
  auone: {
    wrong:
      '「au one」というアプリで確かめることはできません。この名前は id.auone.jp などのアドレスに残っているだけです。',
    right: 'アプリもサイトも「My au」です。',
  },
  softbankonlinetools: {
    wrong: '「SoftBank Online Tools」というアプリは見つかっていません。',
    right: 'アプリもサイトも「My SoftBank」です。',
  },
  sms120: {
    wrong: '1001 に「120#」と SMS を送る方法は、どの資料にも見当たりません。ドコモは SMS でデータ量を答えません。',
    right: 'My docomo（ウェブかアプリ）で確かめられます。',
  },
  ussd: {
    wrong: '*100# のような USSD でデータ量を答える日本の携帯会社は見つかっていません。',
    right: '日本でローミングする海外の SIM にはあることがあります。会社名で調べてください。',
  },
}

const zhHans: Corrections = {
  docomo104: {
    wrong: '104 从来不是 docomo 的客服，而是 NTT 的收费查号台，并已宣布于 2026 年 3 月 31 日停止服务。',
    right: '用 docomo 手机拨 151，其他电话拨 0120-800-000，都免费。',
  },
  softbank151: {
    wrong: '151 不是软银的号码：它是 docomo 的，在 Y!mobile 手机上则是 Y!mobile 的。',
    right: '用软银手机拨 157，其他电话拨 0800-919-0157。',
  },
  auone: {
    wrong: '没有名为“au one”的查询 App。这个名字只留在 id.auone.jp 之类的网址里。',
    right: 'App 和网站都叫“My au”。',
  },
  softbankonlinetools: {
    wrong: '从未找到名为“SoftBank Online Tools”的 App。',
    right: 'App 和网站都叫“My SoftBank”。',
  },
  sms120: {
    wrong: '向 1001 发送短信“120#”的说法在任何资料中都找不到。docomo 不用短信回答流量。',
    right: '请用 My docomo 的网页或 App。',
  },
  ussd: {
    wrong: '没有发现哪家日本运营商能用 *100# 之类的 USSD 代码查流量。',
    right: '在日本漫游的外国 SIM 可能有：请按运营商查询。',
  },
}

const zhHant: Corrections = {
  docomo104: {
    wrong: '104 從來不是 docomo 的客服，而是 NTT 的收費查號台，並已宣布於 2026 年 3 月 31 日停止服務。',
    right: '用 docomo 手機撥 151，其他電話撥 0120-800-000，都免費。',
  },
  softbank151: {
    wrong: '151 不是軟銀的號碼：它是 docomo 的，在 Y!mobile 手機上則是 Y!mobile 的。',
    right: '用軟銀手機撥 157，其他電話撥 0800-919-0157。',
  },
  auone: {
    wrong: '沒有名為「au one」的查詢 App。這個名字只留在 id.auone.jp 之類的網址裡。',
    right: 'App 和網站都叫「My au」。',
  },
  softbankonlinetools: {
    wrong: '從未找到名為「SoftBank Online Tools」的 App。',
    right: 'App 和網站都叫「My SoftBank」。',
  },
  sms120: {
    wrong: '向 1001 傳送簡訊「120#」的說法在任何資料中都找不到。docomo 不用簡訊回答數據量。',
    right: '請用 My docomo 的網頁或 App。',
  },
  ussd: {
    wrong: '沒有發現哪家日本電信業者能用 *100# 之類的 USSD 代碼查數據量。',
    right: '在日本漫遊的外國 SIM 可能有：請依電信業者查詢。',
  },
}

/** What is wrong in what is repeated, and what is true. */
export const CORRECTIONS: InEachLanguage<Corrections> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
