import type { Alert } from '../advice/alerts.ts'
import type { Situation } from '../advice/situation.ts'
import { zoneOf } from '../core/cycle.ts'
import { ALERT_SENTENCES } from '../text/alerts.ts'
import { FAILURE_SENTENCES } from '../text/failures.ts'
import { bytesText, dateText, percentText, roughText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { riskText } from './say-prospects.ts'

/** What happened, in one line that names the line, and what goes with it. */
export interface Said {
  readonly title: string
  /** "" where there is no more to say. */
  readonly body: string
}

/** An alert in words. */
export function sayAlert(alert: Alert, { standing }: Situation, language: Language): Said {
  const [say, money] = [ALERT_SENTENCES[language], LEDGER_SENTENCES[language]]
  const { name, cycle } = standing.line
  const zone = zoneOf(cycle)
  const date = (at: string): string => dateText({ at, zone }, language)
  const only = (title: string): Said => ({ title, body: '' })
  switch (alert.kind) {
    case 'runOut': {
      const title = alert.isOut
        ? say.isOut(name)
        : say.runOut(name, date(alert.date), alert.days, riskText(alert.probability))
      return { title, body: say.before[alert.end.with](date(alert.end.lastDay)) }
    }
    case 'threshold': {
      const { threshold, leftBytes } = alert
      const limit = 'leftShare' in threshold ? percentText(threshold.leftShare) : bytesText(threshold.leftBytes, 1000)
      return only(say.threshold(name, bytesText(leftBytes, 1000), limit))
    }
    case 'throttled':
      return only(say.throttled(name))
    case 'backToNormal':
      return only(say.backToNormal(name))
    case 'expiring': {
      const supply = alert.name === '' ? READ_SENTENCES[language].grants.topUp : alert.name
      return only(say.expiring(name, roughText(alert.unusedBytes), supply, date(alert.lastDay)))
    }
    case 'nextStep':
      return only(say.nextStep(name, bytesText(alert.leftBytes, 1000), money.yen(alert.yen)))
    case 'stale':
      return only(say.stale(name, alert.days))
    default: {
      const { what, next } = FAILURE_SENTENCES[language].codes[alert.code]
      return { title: say.channel(name, what), body: next }
    }
  }
}
