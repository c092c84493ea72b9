import { timeIn, zoneOf } from '../core/cycle.ts'
import type { Line } from '../core/line.ts'
import { printable } from '../core/printable.ts'
import { linesIn } from '../jobs/lines.ts'
import { logOf, readingsLike, withdraw, type LoggedReading } from '../jobs/readings.ts'
import { summaryOf } from '../jobs/say-reading.ts'
import { dateText } from '../text/format.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { describePlace } from './card.ts'
import { lineNamed } from './named-line.ts'
import { EXIT, type Session } from './session.ts'
import { paint, wrap } from './terminal.ts'
import { withStore } from './with-store.ts'

/** Readings on one page. */
const PAGE = 20
/** So much of an id tells readings apart for a person; all of it is in the JSON. */
const ID_CHARACTERS = 8
const MINUTE_MILLISECONDS = 60_000

/** `nokori log NAME`: the readings of a line, newest first, a page at a time. */
export function logCommand(words: readonly string[], session: Session): Promise<number> {
  const { flags, language, streams, refuse } = session
  const say = LEDGER_SENTENCES[language]
  const asked = words.join(' ')
  return withStore(session, async (store) => {
    const lines = await linesIn(store)
    const [only] = lines
    const line = asked === '' && only && lines.length === 1 ? only : lineNamed(lines, asked, session)
    if (typeof line === 'number') return line
    const before = flags.before === undefined ? [] : await readingsLike(store, flags.before)
    if (flags.before !== undefined && before.length !== 1) return refuse(() => say.noSuchReading(flags.before ?? ''))
    const page = await logOf(store, line, { limit: PAGE, ...(before[0] ? { before: before[0] } : {}) })
    if (flags.json === true) streams.stdout.write(`${JSON.stringify(page.map(jsonOf), null, 2)}\n`)
    else if (page.length === 0) streams.stdout.write(`${printable(say.logEmpty(line.name))}\n`)
    else {
      for (const logged of page) streams.stdout.write(`${entry(logged, line, session)}\n`)
      const last = page.at(-1)!.kept.id.slice(0, ID_CHARACTERS)
      if (page.length === PAGE)
        streams.stdout.write(`${printable(say.logMore(`nokori log "${line.name}" --before ${last}`))}\n`)
    }
    return page.length > 0 ? EXIT.ok : EXIT.nothingRead
  })
}

const jsonOf = ({ kept, withdrawn }: LoggedReading): object => ({
  id: kept.id,
  moment: kept.moment,
  keptAt: kept.at,
  withdrawn,
  reading: kept.reading,
})

/** When, through which channel, what it said, and where. */
function entry({ kept, withdrawn, text }: LoggedReading, line: Line, session: Session): string {
  const { language, screen, now } = session
  const [say, words] = [LEDGER_SENTENCES[language], READ_SENTENCES[language]]
  const zone = zoneOf(line.cycle)
  const minutes = Math.floor((Date.parse(now) - Date.parse(kept.moment)) / MINUTE_MILLISECONDS)
  const when = dateText({ at: timeIn(zone, kept.moment), zone }, language)
  const head = [
    paint(screen, kept.id.slice(0, ID_CHARACTERS), 'cyan'),
    when,
    ...(minutes >= 0 ? [words.age(minutes)] : []),
    say.channels[kept.reading.channel],
    ...(withdrawn ? [paint(screen, say.withdrawnMark, 'yellow')] : []),
  ]
  const { remaining, used } = kept.reading.total
  const figure = remaining.provenance ? remaining : used
  const place = text === null ? say.evidenceGone : describePlace(figure, text, words)
  return [
    ...wrap(head.join('  '), screen.columns, ''),
    ...wrap(summaryOf(kept.reading, language), screen.columns, '  '),
    ...(place === null ? [] : wrap(paint(screen, place, 'dim'), screen.columns, '  ')),
  ].join('\n')
}

/** `nokori withdraw ID`: the reading counts no more, or with `--undo` again. */
export function withdrawCommand([asked = '']: readonly string[], session: Session): Promise<number> {
  const { flags, language, streams } = session
  const say = LEDGER_SENTENCES[language]
  return withStore(session, async (store) => {
    const [reading, other] = /^[0-9a-f]{1,64}$/u.test(asked) ? await readingsLike(store, asked) : []
    if (reading === undefined || other !== undefined) {
      const sentence = other === undefined ? say.noSuchReading(printable(asked)) : say.severalReadings(printable(asked))
      streams.stderr.write(`${sentence}\n`)
      return EXIT.usage
    }
    await withdraw(store, reading, flags.undo !== true, session.now)
    const id = reading.id.slice(0, ID_CHARACTERS)
    streams.stdout.write(`${flags.undo === true ? say.restored(id) : say.withdrawn(id)}\n`)
    return EXIT.ok
  })
}
