import { exactBytes, type Amount } from '../core/amount.ts'
import type { Bucket, Figures, Reading } from '../core/reading.ts'
import { levelOf, type Level } from '../ledger/headline.ts'
import { amountText, dateText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { READ_SENTENCES, type ReadSentences } from '../text/read.ts'

/** How much a reading leaves; `unsaid` where it does not tell. */
export type ReadingLevel = Level | 'unsaid'

/** What a reading says first. Unknown, zero and unlimited are told apart. */
export function readingHeadline(
  reading: Reading,
  language: Language,
): { readonly text: string; readonly level: ReadingLevel } {
  const say = READ_SENTENCES[language]
  const { remaining, allowance } = reading.total
  if (remaining.amount.kind === 'known') {
    const level = levelOf(remaining.amount, allowance.amount)
    return { text: level === 'gone' ? say.nothingLeft : say.left(amountText(remaining.amount)), level }
  }
  if (reading.unlimited === true || remaining.amount.kind === 'unlimited')
    return { text: say.unlimited, level: 'plenty' }
  const hasParts = reading.buckets.some(({ remaining: part }) => part.amount.kind !== 'unknown')
  return { text: hasParts ? say.onlyParts : say.leftNotSaid, level: 'unsaid' }
}

/** A reading in one sentence: what is left, what was used of what, until when. */
export function summaryOf(reading: Reading, language: Language): string {
  const say = READ_SENTENCES[language]
  const use = useText(reading.total, say)
  const { text, level } = readingHeadline(reading, language)
  return [
    ...(level === 'unsaid' && reading.total.used.amount.kind === 'known' ? [] : [text]),
    ...(use === null ? [] : [use]),
    ...(reading.throttled === true ? [say.throttled] : []),
    ...(reading.expires === null ? [] : [say.until(dateText(reading.expires, language))]),
  ].join(say.separator)
}

/** What was used of what; null where neither is known. */
export function useText({ used, allowance }: Figures, say: ReadSentences): string | null {
  const [usedText, allowanceText] = [wordsOf(used.amount, say), wordsOf(allowance.amount, say)]
  if (usedText !== null && allowanceText !== null) return say.usedOf(usedText, allowanceText)
  if (usedText !== null) return say.used(usedText)
  return allowanceText === null ? null : say.allowance(allowanceText)
}

/** An amount in words; null where it is unknown. */
export const wordsOf = (amount: Amount, say: ReadSentences): string | null =>
  amount.kind === 'known' ? amountText(amount) : amount.kind === 'unlimited' ? say.unlimited : null

/** What a bucket says of itself, each in a few words. */
export function bucketTexts(bucket: Bucket, say: ReadSentences): string[] {
  const use = useText(bucket, say)
  const { amount } = bucket.remaining
  if (exactBytes(amount) === 0) return use === null ? [say.nothingLeft] : [say.nothingLeft, use]
  if (amount.kind === 'known') {
    const [left, allowance] = [amountText(amount), wordsOf(bucket.allowance.amount, say)]
    if (use === null || allowance === null) return use === null ? [say.left(left)] : [say.left(left), use]
    return bucket.used.amount.kind === 'unknown' ? [say.leftOf(left, allowance)] : [say.left(left), use]
  }
  const left = bucket.unlimited === true || amount.kind === 'unlimited' ? [say.unlimited] : []
  return use === null ? (left.length > 0 ? left : [say.notSaid]) : [...left, use]
}
