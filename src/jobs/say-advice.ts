import type { Advice } from '../advice/advice.ts'
import type { Situation } from '../advice/situation.ts'
import { zoneOf } from '../core/cycle.ts'
import { ADVICE_SENTENCES } from '../text/advice.ts'
import { bytesText, dateText, percentText, roughText, speedText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { riskText } from './say-prospects.ts'

/** Advice in words: what to do, then why, a sentence each. */
export function sayAdvice(
  advice: Advice,
  situation: Situation,
  language: Language,
): readonly [what: string, ...why: string[]] {
  const [what, ...why] = sentences(advice, situation, language)
  return [what, ...why, ...(advice.isUncertain && advice.kind !== 'fine' ? [ADVICE_SENTENCES[language].uncertain] : [])]
}

function sentences(advice: Advice, { standing, today }: Situation, language: Language): readonly [string, ...string[]] {
  const [say, { yen, comma }] = [ADVICE_SENTENCES[language], LEDGER_SENTENCES[language]]
  const zone = zoneOf(standing.line.cycle)
  const date = (at: string): string => dateText({ at, zone }, language)
  switch (advice.kind) {
    case 'readAgain':
      return [say.readAgain[advice.why]]
    case 'fine':
      return [say.fine(date(advice.lastDay))]
    case 'topUp': {
      const what = say.pieces(advice.count, bytesText(advice.bytes, 1000), advice.name)
      return [
        say.topUp(what, advice.by <= today ? null : date(advice.by), advice.yen === null ? null : yen(advice.yen)),
        say.topUpWhy(riskText(advice.riskBefore), riskText(advice.riskAfter)),
        ...(advice.lastDay === null ? [] : [say.topUpLasts(date(advice.lastDay))]),
        ...(advice.yen === null ? [] : [say.priceOf(date(advice.checked))]),
      ]
    }
    case 'wait': {
      const speed = advice.speedBitsPerSecond
      const meanwhile = speed === null ? say.waitUnknown : speed === 0 ? say.waitStopped : say.waitAt(speedText(speed))
      return [say.wait(date(advice.lastDay), advice.days), meanwhile]
    }
    case 'useLess': {
      const pages = advice.savings.map(({ page, bytesPerHour }) =>
        bytesPerHour === null ? say.pages[page] : `${say.pages[page]} (${say.perHour(roughText(bytesPerHour))})`,
      )
      return [
        say.useLess(roughText(advice.bytesPerDay), roughText(advice.usualBytesPerDay), date(advice.lastDay)),
        say.savesMost(pages.join(comma)),
      ]
    }
    case 'stayBelow':
      return [
        say.stayBelow(roughText(advice.bytesPerDay), date(advice.lastDay), yen(advice.yen)),
        say.stayBelowWhy(riskText(advice.probability), advice.savesYen === null ? null : yen(advice.savesYen)),
      ]
    case 'useBeforeItEnds': {
      const name = advice.name === '' ? READ_SENTENCES[language].grants.topUp : advice.name
      return [say.useBeforeItEnds(roughText(advice.unusedBytes), name, date(advice.lastDay))]
    }
    default:
      return [
        say.changePlan(advice.name, yen(advice.yen), yen(advice.presentYen)),
        ...(advice.runOutShare > 0 ? [say.runsOut(percentText(advice.runOutShare))] : []),
        say.fitsLargest[advice.fitsLargestMonth === null ? 'unknown' : advice.fitsLargestMonth ? 'yes' : 'no'],
        advice.pricesOld ? say.pricesOld(date(advice.checked)) : say.priceOf(date(advice.checked)),
      ]
  }
}
