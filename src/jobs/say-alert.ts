import type { Alert, AlertOf, End } from '../advice/alert.ts'
import { LIKELY } from '../advice/risk.ts'
import type { Situation } from '../advice/situation.ts'
import type { Base } from '../core/amount.ts'
import { dateIn, zoneOf } from '../core/cycle.ts'
import type { Standing } from '../ledger/standing.ts'
import { ALERT_SENTENCES, type EndText } from '../text/alerts.ts'
import { FAILURE_SENTENCES } from '../text/failures.ts'
import { bytesText, dateText, percentText, roughText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { riskText } from './say-prospects.ts'

/** What is so, and what its owner can do. */
export interface Said {
  readonly what: string
  readonly next: string
}

/** An alert in words. */
export function sayAlert(alert: Alert, { standing }: Situation, language: Language): Said {
  const [say, { yen }] = [ALERT_SENTENCES[language], LEDGER_SENTENCES[language]]
  const zone = zoneOf(standing.line.cycle)
  const date = (at: string): string => dateText({ at, zone }, language)
  const base = baseOf(standing)
  const endText = (end: End): EndText => ({ with: end.with, lastDay: date(end.lastDay) })
  switch (alert.kind) {
    case 'throttled':
      return { what: say.throttled.what(), next: say.throttled.next }
    case 'usedUp':
      return { what: say.usedUp.what(alert.end && endText(alert.end)), next: say.usedUp.next }
    case 'runOut': {
      const { noticeDays, probability, end, restsOnPrior } = alert
      const likely = { date: date(alert.date), noticeDays, chance: riskText(probability), end: endText(end) }
      const what = say.runOut.what(likely)
      return { what: restsOnPrior ? say.uncertain(what) : what, next: say.runOut.next }
    }
    case 'nextStep': {
      const { leftBytes, probability } = alert
      const chance = probability === null || probability < LIKELY ? null : riskText(probability)
      const price = { left: bytesText(leftBytes, base), chance, now: yen(alert.yen), next: yen(alert.nextYen) }
      return { what: say.nextStep.what(price), next: say.nextStep.next }
    }
    case 'threshold':
      return {
        what: say.threshold.what(bytesText(alert.leftBytes, base), thresholdText(alert)),
        next: say.threshold.next,
      }
    case 'expiring': {
      const { grant, name } = alert.supply
      const supply = name === '' ? READ_SENTENCES[language].grants[grant] : name
      return {
        what: say.expiring.what(roughText(alert.unusedBytes), supply, date(alert.lastDay)),
        next: say.expiring.next,
      }
    }
    case 'channel': {
      const { what, next } = FAILURE_SENTENCES[language].codes[alert.code]
      return { what: say.channel.what, next: say.channel.next(what, next) }
    }
    case 'stale': {
      const { what, next } = say.stale[alert.cause]
      return { what: what(date(dateIn(zone, alert.moment))), next }
    }
    default:
      return { what: say.backToNormal.what(alert.isRead), next: say.backToNormal.next }
  }
}

/** The units that the carrier counts in, so that an alert and the carrier's own page show one figure. */
function baseOf({ usable: { amount }, used }: Standing): Base {
  const shown = [amount, used].find((one) => one.kind === 'known')
  return shown?.base ?? 1000
}

const thresholdText = ({ threshold }: AlertOf<'threshold'>): string =>
  'leftShare' in threshold ? percentText(threshold.leftShare) : bytesText(threshold.leftBytes, 1000)
