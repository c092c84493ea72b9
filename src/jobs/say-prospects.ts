import type { Situation } from '../advice/situation.ts'
import { zoneOf } from '../core/cycle.ts'
import { bytesText, dateText, roughText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { STATUS_SENTENCES } from '../text/status.ts'

/** Below the first a line lasts, below the second likely, below the third it may run out; above it likely does. */
const [SURE, LIKELY, EVEN] = [0.02, 0.2, 0.5]
/** Risks are told by tens and fives: a finer figure would claim what nobody knows. */
const RISK_STEP = 0.05

/** Whether a line lasts, in a sentence or two. */
export function prospects({ standing, outlook, end, today }: Situation, language: Language): string[] {
  const [say, money] = [STATUS_SENTENCES[language], LEDGER_SENTENCES[language]]
  const zone = zoneOf(standing.line.cycle)
  const date = (at: string): string => dateText({ at, zone }, language)
  if (standing.outdated !== null) return [say.outdated[standing.outdated]]
  const step = standing.nextStep && [
    say.nextStep(bytesText(standing.nextStep.leftBytes, 1000), money.yen(standing.nextStep.yen)),
  ]
  if (outlook === null) return step ?? []
  const until = date(outlook.lastDay)
  const { runOutProbability: risk, runOutDate, lastingBytesPerDay, restsOnPrior } = outlook
  const uncertain = restsOnPrior ? [say.uncertain] : []
  if (risk === null) {
    const [low, high] = [outlook.useBytes[1]!, outlook.useBytes[17]!]
    return [...(step ?? []), say.likelyUse(roughText(low), roughText(high), until), ...uncertain]
  }
  if (standing.usable.amount.kind === 'known' && standing.usable.amount.highBytes === 0) return []
  const perDay = end === null || !lastingBytesPerDay ? [] : [say.perDay(roughText(lastingBytesPerDay), until)]
  const shown = riskText(risk)
  if (runOutDate !== null && runOutDate < today && risk >= EVEN)
    return [say.wasOut(date(runOutDate), shown), ...uncertain]
  if (risk < SURE) return [say.lasts(until), ...uncertain]
  if (risk < LIKELY || runOutDate === null) return [say.likelyLasts(until, shown), ...perDay, ...uncertain]
  const sentence = risk < EVEN ? say.mayRunOut : say.likelyRunsOut
  return [sentence(date(runOutDate), shown), ...perDay, ...uncertain]
}

/** A share as a person hears it: "about" is in the rounding; never 0, and all only where it has happened. */
export function riskText(share: number): string {
  if (share === 1) return '100 %'
  const rounded = Math.round(share / RISK_STEP) * RISK_STEP
  return `${Math.round(Math.min(1 - RISK_STEP, Math.max(RISK_STEP, rounded)) * 100)} %`
}
