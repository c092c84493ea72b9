import { languageOf, type Language } from '../text/language.ts'

/** The first language of a browser's list that Nokori speaks, by how much each is wanted: "ja;q=0.8, zh-TW". */
export function languageAsked(list: string | undefined): Language {
  const asked = (list ?? '').split(',').map((each) => {
    const [tag = '', ...parameters] = each.trim().split(';')
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/u.exec(parameter)?.[1]).find((found) => found)
    return { language: languageOf(tag.trim()), quality: Number(quality ?? 1) }
  })
  const [first] = asked
    .filter(({ language, quality }) => language !== null && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return first?.language ?? 'en'
}
