import { SERVE_SENTENCES, type PageSentences } from '../text/serve.ts'
import type { Answer } from './answer.ts'
import { languageAsked } from './language.ts'

/** A small page that explains why there is no app here, in the language of who asks. */
export function explain(why: keyof PageSentences, languages: string | undefined): Answer {
  const language = languageAsked(languages)
  const { title, paragraphs } = SERVE_SENTENCES[language].pages[why]
  const body = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</html>
`
  return {
    status: why === 'plain' ? 403 : 421,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', vary: 'accept-language' },
    body,
  }
}
