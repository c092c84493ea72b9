/**
 * A sentence for the telephone or the counter of a shop, as it is written, read and pronounced, with blanks where a word ends.
 * Translations are in text/guide.ts.
 */
export interface Phrase {
  readonly japanese: string
  readonly kana: string
  readonly romaji: string
}

/** To say and to listen for. */
export const PHRASES = {
  howMuchLeft: {
    japanese: 'データ残量を教えてください。',
    kana: 'データざんりょうを おしえて ください。',
    romaji: 'Dēta zanryō o oshiete kudasai.',
  },
  myNumberIs: {
    japanese: '電話番号は 090-… です。',
    kana: 'でんわばんごうは ぜろきゅうぜろ… です。',
    romaji: 'Denwa bangō wa zero kyū zero … desu.',
  },
  english: {
    japanese: '英語でお願いできますか？',
    kana: 'えいごで おねがい できますか？',
    romaji: 'Eigo de onegai dekimasu ka?',
  },
  slowly: {
    japanese: 'ゆっくり話してください。',
    kana: 'ゆっくり はなして ください。',
    romaji: 'Yukkuri hanashite kudasai.',
  },
  again: {
    japanese: 'もう一度お願いします。',
    kana: 'もう いちど おねがいします。',
    romaji: 'Mō ichido onegai shimasu.',
  },
  write: {
    japanese: '紙に書いていただけますか？',
    kana: 'かみに かいて いただけますか？',
    romaji: 'Kami ni kaite itadakemasu ka?',
  },
  wifiHere: {
    japanese: 'ここで Wi-Fi は使えますか？',
    kana: 'ここで ワイファイは つかえますか？',
    romaji: 'Koko de waifai wa tsukaemasu ka?',
  },
  wifiPassword: {
    japanese: 'Wi-Fi のパスワードを教えてください。',
    kana: 'ワイファイの パスワードを おしえて ください。',
    romaji: 'Waifai no pasuwādo o oshiete kudasai.',
  },
  topUp: {
    japanese: 'データの追加をお願いします。',
    kana: 'データの ついかを おねがいします。',
    romaji: 'Dēta no tsuika o onegai shimasu.',
  },
  priceOfOne: {
    japanese: '1 ギガ追加するといくらですか？',
    kana: 'いちギガ ついか すると いくらですか？',
    romaji: 'Ichi giga tsuika suru to ikura desu ka?',
  },
  whichPlan: {
    japanese: 'この回線の料金プランを教えてください。',
    kana: 'この かいせんの りょうきん プランを おしえて ください。',
    romaji: 'Kono kaisen no ryōkin puran o oshiete kudasai.',
  },
  untilWhen: {
    japanese: 'このデータはいつまで使えますか？',
    kana: 'この データは いつまで つかえますか？',
    romaji: 'Kono dēta wa itsu made tsukaemasu ka?',
  },
  noConnection: {
    japanese: 'SIM を設定しましたが、つながりません。',
    kana: 'シムを せってい しましたが、つながりません。',
    romaji: 'Shimu o settei shimashita ga, tsunagarimasen.',
  },
  helpWithApn: {
    japanese: 'APN の設定を手伝っていただけますか？',
    kana: 'エーピーエヌの せっていを てつだって いただけますか？',
    romaji: 'Ē pī enu no settei o tetsudatte itadakemasu ka?',
  },
  typePin: {
    japanese: '暗証番号を入力していただけますか？',
    kana: 'あんしょうばんごうを にゅうりょく して いただけますか？',
    romaji: 'Anshō bangō o nyūryoku shite itadakemasu ka?',
  },
  forgotPin: {
    japanese: '暗証番号を忘れてしまいました。',
    kana: 'あんしょうばんごうを わすれて しまいました。',
    romaji: 'Anshō bangō o wasurete shimaimashita.',
  },
  visitorSim: {
    japanese: '旅行者向けのプリペイド SIM はありますか？',
    kana: 'りょこうしゃむけの プリペイド シムは ありますか？',
    romaji: 'Ryokōsha muke no puripeido shimu wa arimasu ka?',
  },
  payByCard: {
    japanese: 'クレジットカードで払えますか？',
    kana: 'クレジットカードで はらえますか？',
    romaji: 'Kurejitto kādo de haraemasu ka?',
  },
  usedUp: {
    japanese: 'データを使い切ってしまいました。',
    kana: 'データを つかいきって しまいました。',
    romaji: 'Dēta o tsukaikitte shimaimashita.',
  },
  slowSpeed: {
    japanese: '速度制限の解除をお願いします。',
    kana: 'そくどせいげんの かいじょを おねがいします。',
    romaji: 'Sokudo seigen no kaijo o onegai shimasu.',
  },
  aPerson: {
    japanese: 'オペレーターにつないでください。',
    kana: 'オペレーターに つないで ください。',
    romaji: 'Operētā ni tsunaide kudasai.',
  },
  remaining: {
    japanese: '残りは 3.2 ギガバイトです。',
    kana: 'のこりは さんてんに ギガバイト です。',
    romaji: 'Nokori wa san ten ni gigabaito desu.',
  },
  pin: {
    japanese: 'ネットワーク暗証番号を入力してください。',
    kana: 'ネットワーク あんしょうばんごうを にゅうりょく して ください。',
    romaji: 'Nettowāku anshō bangō o nyūryoku shite kudasai.',
  },
  pressNumber: {
    japanese: 'ご希望の番号を押してください。',
    kana: 'ごきぼうの ばんごうを おして ください。',
    romaji: 'Go-kibō no bangō o oshite kudasai.',
  },
  busy: {
    japanese: 'ただいま電話が大変混み合っております。',
    kana: 'ただいま でんわが たいへん こみあって おります。',
    romaji: 'Tadaima denwa ga taihen komiatte orimasu.',
  },
  wait: {
    japanese: '少々お待ちください。',
    kana: 'しょうしょう おまち ください。',
    romaji: 'Shōshō omachi kudasai.',
  },
  nameAndBirth: {
    japanese: 'お名前と生年月日をお願いいたします。',
    kana: 'おなまえと せいねんがっぴを おねがい いたします。',
    romaji: 'O-namae to seinengappi o onegai itashimasu.',
  },
  passport: {
    japanese: 'パスポートを見せていただけますか？',
    kana: 'パスポートを みせて いただけますか？',
    romaji: 'Pasupōto o misete itadakemasu ka?',
  },
} as const satisfies Record<string, Phrase>
export type PhraseId = keyof typeof PHRASES
export const PHRASE_IDS = Object.keys(PHRASES) as PhraseId[]

/** Where each is of use, and those that are said to the person who asks. */
export const PHRASE_GROUPS = {
  anywhere: ['english', 'slowly', 'again', 'write', 'wifiHere', 'wifiPassword'],
  shop: [
    'topUp',
    'priceOfOne',
    'whichPlan',
    'untilWhen',
    'noConnection',
    'helpWithApn',
    'typePin',
    'forgotPin',
    'visitorSim',
    'payByCard',
  ],
  telephone: ['howMuchLeft', 'myNumberIs', 'usedUp', 'slowSpeed', 'aPerson'],
  listen: ['remaining', 'pin', 'pressNumber', 'busy', 'wait', 'nameAndBirth', 'passport'],
} as const satisfies Record<string, readonly PhraseId[]>
export type PhraseGroup = keyof typeof PHRASE_GROUPS
