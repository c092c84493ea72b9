import PostalMime, { type Email } from 'postal-mime'
import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import type { Opened } from './opened.ts'
import { openPage, type Page } from './page.ts'

const MOST_BYTES = 32 * 1024 * 1024
/** The parser keeps a piece for every line; balance mails have hundreds. */
const MOST_LINES = 500_000
const MOST_NESTED_PARTS = 50

const LINE_FEED = 10
const ORIGINAL_MESSAGE = /^-{2,20} ?(?:original message|元のメッセージ)/im
const ZONED_DATE = /[+-]\d{4}|\b(?:GMT|UTC|UT|Z)\b/

/**
 * Opens a mail or a page saved as MHTML: the subject, an empty line, then the HTML part or the plain one, whichever says
 * more. Quoted history and attached messages are left out: an old balance in them is not the present one.
 * `unreadable` when it is too large or nested too deeply.
 */
export async function openMail(bytes: Uint8Array): Promise<Outcome<Opened>> {
  if (bytes.length > MOST_BYTES || lineCount(bytes) > MOST_LINES) return failed('unreadable', 'too-large')
  const mail = await parse(bytes)
  if (mail === null) return failed('unreadable', 'broken')

  const page: Page = mail.html === undefined ? { text: '', frames: [] } : openPage(mail.html)
  const pageText = withoutHistory(page.text)
  const plainText = withoutHistory(mail.text ?? '')
  const body = inkLength(pageText) >= inkLength(plainText) ? pageText : plainText
  const text = [mail.subject?.trim() ?? '', body].filter((part) => part !== '').join('\n\n')
  if (text === '') return failed('unreadable', 'empty')
  return succeeded({
    kind: 'mail',
    text,
    tree: null,
    // The parts of a saved page are in it, and `cid:` points to them.
    frames: page.frames.filter((address) => !address.startsWith('cid:')),
    sentAt: sentAt(mail),
    charset: null,
  })
}

async function parse(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: MOST_NESTED_PARTS })
  } catch {
    return null
  }
}

function lineCount(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1
  return lines
}

/** Without the lines that quote an earlier mail, and without the earlier mail below "Original Message". */
function withoutHistory(text: string): string {
  const original = text.search(ORIGINAL_MESSAGE)
  return (original < 0 ? text : text.slice(0, original))
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim()
}

const inkLength = (text: string): number => text.replace(/\s+/g, '').length

/** Without a zone the date would be an instant of this machine's zone. */
function sentAt({ date, headers }: Email): string | null {
  const printed = headers.find(({ key }) => key === 'date')?.value ?? ''
  return date !== undefined && /^[\d-]+T[\d:.]+Z$/.test(date) && ZONED_DATE.test(printed) ? date : null
}
