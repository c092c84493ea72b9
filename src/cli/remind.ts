import { writeFileSync } from 'node:fs'
import { printable } from '../core/printable.ts'
import { linesIn } from '../jobs/lines.ts'
import { overviewOf } from '../jobs/overview.ts'
import { remindersOf } from '../jobs/reminders.ts'
import { calendarOf } from '../notify/calendar.ts'
import { languageOf } from '../text/language.ts'
import { REMIND_SENTENCES } from '../text/remind.ts'
import { noLinesText } from './line-commands.ts'
import { EXIT, type Session } from './session.ts'
import { isFileProblem } from './transfer.ts'
import { withExistingStore } from './with-store.ts'

/** `nokori remind [FILE]`: a calendar of what ends when; a file of that name is an older one and is replaced. */
export function remindCommand([path = '-']: readonly string[], session: Session): Promise<number> {
  const { language, now, streams, refuse } = session
  const say = REMIND_SENTENCES[language]
  return withExistingStore(session, async (store) => {
    const lines = store === null ? [] : await linesIn(store)
    if (store === null || lines.length === 0) {
      streams.stderr.write(noLinesText(session))
      return EXIT.nothingRead
    }
    const overviews = await overviewOf(store, lines, new Map(), now)
    const events = overviews.flatMap((overview) =>
      remindersOf(overview, languageOf(overview.situation.standing.line.language ?? '') ?? language),
    )
    if (events.length === 0) {
      streams.stderr.write(`${say.nothing}\n`)
      return EXIT.nothingRead
    }
    const calendar = calendarOf(events, { name: say.calendar, stampedAt: now })
    if (path === '-') {
      streams.stdout.write(calendar)
      return EXIT.ok
    }
    try {
      writeFileSync(path, calendar)
    } catch (error) {
      if (!isFileProblem(error)) throw error
      return refuse((sentences) => sentences.cannotWrite(printable(path)))
    }
    streams.stdout.write(`${say.written(events.length, printable(path))}\n`)
    return EXIT.ok
  })
}
