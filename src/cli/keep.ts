import type { Line } from '../core/line.ts'
import { printable } from '../core/printable.ts'
import type { Channel, Reading } from '../core/reading.ts'
import { linesIn } from '../jobs/lines.ts'
import { keepReading } from '../jobs/readings.ts'
import type { Store } from '../ledger/store.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { card } from './card.ts'
import { findEvidence } from './evidence.ts'
import { carrierOf } from './line-commands.ts'
import { lineNamed } from './named-line.ts'
import { answerTo, failureText, type Answer } from './read.ts'
import { EXIT, type Session } from './session.ts'
import { withStore } from './with-store.ts'

/** `nokori read --line NAME`: what the evidence says is shown, and kept for that line. */
export async function keep(paths: readonly string[], channel: Channel | undefined, session: Session): Promise<number> {
  const { flags, streams, refuse } = session
  for (const flag of ['batch', 'explain', 'carrier'] as const)
    if (flags[flag] !== undefined) return refuse((say) => say.notTogether('--line', `--${flag}`))
  const found = findEvidence(paths, () => streams.stdin)
  if (!found.ok) return refuse((say) => say.cannotOpen(printable(found.path)))
  return withStore(session, async (store) => {
    const line = lineNamed(await linesIn(store), flags.line ?? '', session)
    if (typeof line === 'number') return line
    const carrier = carrierOf(line)
    const options = {
      observedAt: session.now,
      ...(flags.now === undefined ? {} : { now: session.now }),
      ...(carrier === null ? {} : { carrier }),
      ...(channel === undefined ? {} : { channel }),
    }
    const kept: object[] = []
    let worst: number = EXIT.ok
    for (const evidence of found.evidence) {
      const answer = await answerTo(evidence, options)
      const result = await keepAnswer(store, line, answer, session)
      if (typeof result === 'number') worst = Math.max(worst, result)
      else kept.push(result)
    }
    if (flags.json === true) streams.stdout.write(`${JSON.stringify(kept, null, 2)}\n`)
    return worst
  })
}

/** What was kept, or the exit code for why nothing was. */
async function keepAnswer(store: Store, line: Line, answer: Answer, session: Session): Promise<object | number> {
  const { flags, language, streams, screen, now } = session
  const say = LEDGER_SENTENCES[language]
  if (answer.failure !== null) {
    streams.stderr.write(`${failureText(answer.failure, language)}\n`)
    return EXIT.nothingRead
  }
  const reading = readingMeant(answer.readings, line, flags.which)
  if (reading === null) {
    const names = answer.readings.map((each) => each.line ?? say.notSaid)
    streams.stderr.write(`${printable(say.whichReading(names.join(say.comma)))}\n`)
    return EXIT.usage
  }
  const text = answer.opened?.text ?? ''
  const { kept, isNew } = await keepReading(
    store,
    line,
    { ...reading, carrier: reading.carrier ?? line.carrier },
    text,
    now,
  )
  if (flags.json !== true) {
    streams.stdout.write(`${card(reading, { language, screen, now, text, title: printable(line.name) })}\n`)
    streams.stdout.write(`\n${printable(isNew ? say.kept(line.name) : say.keptAlready(line.name))}\n`)
  }
  return { id: kept.id, isNew, line: line.name, reading: kept.reading }
}

/** Of several lines the one that `--which` or the line's own name names; null where neither does. */
function readingMeant(readings: readonly Reading[], { name }: Line, which: string | undefined): Reading | null {
  if (readings.length === 1 && which === undefined) return readings[0]!
  const meant = readings.filter(
    ({ line }) => line !== null && (which === undefined ? line === name : line.endsWith(which)),
  )
  return meant.length === 1 ? meant[0]! : null
}
