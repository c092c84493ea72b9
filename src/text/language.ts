/** The languages that Nokori speaks. `en` is the source; the others are typed by it. */
export const LANGUAGES = ['en', 'ja', 'zh-Hans', 'zh-Hant'] as const
export type Language = (typeof LANGUAGES)[number]

/** One area's sentences in every language. */
export type InEachLanguage<Sentences> = Readonly<Record<Language, Sentences>>

/** The language of a tag or locale name ("ja_JP.UTF-8", "zh-TW", "zh_Hant_HK"); null for one that Nokori does not speak. */
export function languageOf(tag: string): Language | null {
  const [language, ...subtags] = tag.toLowerCase().split(/[-_.@]/u)
  if (language === 'en' || language === 'ja') return language
  if (language !== 'zh') return null
  return subtags.some((subtag) => TRADITIONAL.has(subtag)) ? 'zh-Hant' : 'zh-Hans'
}

const TRADITIONAL: ReadonlySet<string> = new Set(['hant', 'tw', 'hk', 'mo'])
