import type { Advice } from '../advice/advice.ts'
import type { Situation } from '../advice/situation.ts'
import { zoneOf } from '../core/cycle.ts'
import { ADVICE_SENTENCES } from '../text/advice.ts'
import { bytesText, dateText, roughText, speedText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { riskText } from './say-prospects.ts'

/** Less than usual by less than this is not less in rounded figures. */
const SMALLEST_LESS = 0.025
/** Of months to come nobody is certain. */
const NEARLY_ALL = 0.95

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
        advice.lastDay === null ? say.topUpEndUnknown : say.topUpLasts(date(advice.lastDay)),
        ...(advice.yen === null ? [] : [say.priceOf(date(advice.checked))]),
      ]
    }
    case 'wait': {
      const speed = advice.speedBitsPerSecond
      const meanwhile = speed === null ? say.waitUnknown : speed === 0 ? say.waitStopped : say.waitAt(speedText(speed))
      return [
        say.wait(date(advice.lastDay), advice.days),
        meanwhile,
        ...(advice.topUpYen === null ? [] : [say.waitSaves(yen(advice.topUpYen))]),
      ]
    }
    case 'useLess': {
      const pages = advice.savings.map(({ page, bytesPerHour }) =>
        bytesPerHour === null ? say.pages[page] : `${say.pages[page]} (${say.perHour(roughText(bytesPerHour))})`,
      )
      const less = advice.lessShare < SMALLEST_LESS ? null : riskText(advice.lessShare)
      return [
        say.useLess(roughText(advice.bytesPerDay), date(advice.lastDay), less),
        say.usually(roughText(advice.usualBytesPerDay)),
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
      return [
        say.useBeforeItEnds(roughText(advice.unusedBytes), name, date(advice.lastDay)),
        ...(advice.turn === null ? [] : [say.turn[advice.turn]]),
      ]
    }
    default: {
      const { cost, present } = advice
      const share = (of: number): string => (of === 0 ? say.hardlyAny : riskText(Math.min(of, NEARLY_ALL)))
      return [
        say.changePlan(advice.name, advice.yen === null ? null : yen(advice.yen), yen(advice.presentYen)),
        say.beforeDiscounts,
        ...(present.topUpYen ? [say.topUpsIn(yen(present.topUpYen))] : []),
        ...(present.topUpYen === null || cost.topUpYen === null ? [say.topUpsUnknown] : []),
        ...(cost.runOutShare === 0 && present.runOutShare === 0
          ? []
          : [say.runsOut(share(cost.runOutShare), share(present.runOutShare))]),
        say.fitsLargest[advice.fitsLargestMonth === null ? 'unknown' : advice.fitsLargestMonth ? 'yes' : 'no'],
        advice.pricesOld ? say.pricesOld(date(advice.checked)) : say.priceOf(date(advice.checked)),
      ]
    }
  }
}
