import type { Situation } from '../advice/situation.ts'
import { LIKELY } from '../advice/risk.ts'
import type { CalendarEvent } from '../notify/calendar.ts'
import { bytesText, roughText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { REMIND_SENTENCES } from '../text/remind.ts'
import type { Overview } from './overview.ts'
import { sayAdvice } from './say-advice.ts'
import { riskText } from './say-prospects.ts'

/** Days before something ends at which a calendar reminds of it. */
const [RUN_OUT_NOTICE, EXPIRY_NOTICE, TRIP_NOTICE] = [2, 2, 1]

/** What a line's owner should have in the calendar. Ids stay the same while what they are about does, so that a later export moves it. */
export function remindersOf({ situation, advice }: Overview, language: Language): CalendarEvent[] {
  const { standing, now } = situation
  const { line, kept } = standing
  const about = { updatedAt: kept !== null && kept.at > kept.moment ? kept.at : now }
  const say = REMIND_SENTENCES[language]
  const events: CalendarEvent[] = expiries(situation, language).map((event) => ({ ...event, ...about }))
  const { outlook, end } = situation
  const risk = outlook?.runOutProbability ?? 0
  const cycle = end?.lastDay ?? 'open'
  if (outlook?.runOutDate && risk >= LIKELY && standing.usable.amount.kind === 'known')
    events.push({
      ...about,
      id: `${line.id} run-out ${cycle}`,
      title: say.runOut(line.name, riskText(risk)),
      description: say.runOutNote(bytesText(standing.usable.amount.lowBytes, standing.usable.amount.base)),
      date: outlook.runOutDate,
      alarmDaysBefore: RUN_OUT_NOTICE,
    })
  const bought = advice.find((each) => each.kind === 'topUp')
  if (bought)
    events.push({
      ...about,
      id: `${line.id} top-up ${cycle}`,
      title: say.topUp(line.name, bytesText(bought.bytes * bought.count, 1000)),
      description: [say.topUpNote, ...sayAdvice(bought, situation, language)].join('\n'),
      date: bought.by,
      alarmDaysBefore: 0,
    })
  if (line.tripEnd !== null && line.tripEnd >= situation.today)
    events.push({
      ...about,
      id: `${line.id} trip`,
      title: say.tripEnd(line.name),
      description: say.tripEndNote,
      date: line.tripEnd,
      alarmDaysBefore: TRIP_NOTICE,
    })
  return events
}

/** Supplies with a last day of their own; those that begin anew every month need no reminder. */
function expiries(
  { standing, outlook, end, today }: Situation,
  language: Language,
): Omit<Extract<CalendarEvent, { date: string }>, 'updatedAt'>[] {
  const say = REMIND_SENTENCES[language]
  const { line } = standing
  return (outlook?.supplies ?? []).flatMap(({ supply }) => {
    const { grant, name, leftBytes, lastDay } = supply
    if (lastDay === null || lastDay < today || leftBytes === 0 || (grant === 'plan' && end?.with === 'reset')) return []
    const shown = name === '' ? READ_SENTENCES[language].grants[grant] : name
    return [
      {
        id: `${line.id} ends ${lastDay} ${grant} ${name}`,
        title: say.expiry(line.name, roughText(leftBytes), shown),
        description: say.expiryNote,
        date: lastDay,
        alarmDaysBefore: EXPIRY_NOTICE,
      },
    ]
  })
}
