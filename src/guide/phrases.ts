/** A sentence for the telephone or the counter of a shop, as it is written, read and pronounced. Translations are in text/guide.ts. */
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
  wait: {
    japanese: '少々お待ちください。',
    kana: 'しょうしょう おまち ください。',
    romaji: 'Shōshō omachi kudasai.',
  },
} as const satisfies Record<string, Phrase>
export type PhraseId = keyof typeof PHRASES
