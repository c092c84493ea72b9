import { WEB_SENTENCES } from '../text/web.ts'
import { language } from './language.ts'
import { tell } from './toast.ts'

const say = WEB_SENTENCES[language].ways

/** Puts a text on the clipboard, and says whether that went well. */
export function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => tell(say.copied),
    () => tell(say.notCopied),
  )
}
