import { zoneOf } from '../core/cycle.ts'
import { printable } from '../core/printable.ts'
import { forecast, type Question } from '../forecast/forecast.ts'
import type { Day } from '../forecast/history.ts'
import { QUANTILE_LEVELS } from '../forecast/quantiles.ts'
import { linesIn } from '../jobs/lines.ts'
import { prospects, riskText } from '../jobs/say-prospects.ts'
import { fanAhead, fanOf, survey, type Surveyed } from '../jobs/situations.ts'
import { bytesText, dateText, dayText, roughText } from '../text/format.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { STATUS_SENTENCES } from '../text/status.ts'
import { chart } from './chart.ts'
import { MOST_EVIDENCE_BYTES } from './evidence.ts'
import { noLinesText } from './line-commands.ts'
import { linesOf, type Line } from './lines.ts'
import { linesNamed } from './named-line.ts'
import { EXIT, type Session } from './session.ts'
import { paint, wrap } from './terminal.ts'
import { withExistingStore } from './with-store.ts'

/** `nokori forecast [NAME…]`: whether lines last, with a chart; `--batch` answers questions that come in. */
export function forecastCommand(names: readonly string[], session: Session): Promise<number> {
  const { flags, streams } = session
  if (flags.batch === true) return batch(session)
  return withExistingStore(session, async (store) => {
    const lines = linesNamed(store === null ? [] : await linesIn(store), names, session)
    if (typeof lines === 'number') return lines
    const surveyed: Surveyed[] = []
    for (const line of lines) if (store !== null) surveyed.push(await survey(store, line, session.now))
    if (flags.json === true) streams.stdout.write(`${JSON.stringify(surveyed.map(jsonOf), null, 2)}\n`)
    else if (surveyed.length === 0) streams.stdout.write(noLinesText(session))
    else streams.stdout.write(`${surveyed.map((each) => page(each, session)).join('\n\n')}\n`)
    return surveyed.some(({ question }) => question !== null) ? EXIT.ok : EXIT.nothingRead
  })
}

const jsonOf = (surveyed: Surveyed): object => {
  const { standing, outlook, end } = surveyed.situation
  const { id, name } = standing.line
  return { line: { id, name }, end, outlook, days: fanOf(surveyed) }
}

/** A line's prospects in words, as a chart, and supply by supply. */
function page(surveyed: Surveyed, session: Session): string {
  const { language, screen } = session
  const { standing, outlook } = surveyed.situation
  const say = STATUS_SENTENCES[language]
  const words = prospects(surveyed.situation, language)
  const days = fanAhead(surveyed)
  const [first, last] = [days[0], days.at(-1)]
  const title = surveyed.question?.supplies ? say.chart.left : say.chart.used
  const drawn = first && last ? chart(days, screen, [dayText(first.date, language), dayText(last.date, language)]) : []
  const key = `● ${say.chartKey.middle}  ░ ${say.chartKey.spread}`
  const supplies = (outlook?.supplies.length ?? 0) > 1 ? supplyLines(surveyed, session) : []
  return [
    paint(screen, printable(standing.line.name), 'bold'),
    ...(words.length > 0 ? words : [say.nothingKnown]).flatMap((text) => wrap(text, screen.columns, '  ')),
    ...(drawn.length === 0 ? [] : ['', `  ${paint(screen, title, 'bold')}  ${paint(screen, key, 'dim')}`, ...drawn]),
    ...(supplies.length === 0 ? [] : ['', `  ${paint(screen, say.order, 'bold')}`, ...supplies]),
  ].join('\n')
}

function supplyLines({ situation }: Surveyed, { language, screen }: Session): string[] {
  const [say, read] = [STATUS_SENTENCES[language], READ_SENTENCES[language]]
  const zone = zoneOf(situation.standing.line.cycle)
  return (situation.outlook?.supplies ?? []).flatMap(({ supply, unusedBytes, usedUpProbability }, index) => {
    const until = supply.lastDay === null ? null : dateText({ at: supply.lastDay, zone }, language)
    const name = supply.name === '' ? read.grants[supply.grant] : printable(supply.name)
    const fate = unusedBytes > 0 ? say.leftOver(roughText(unusedBytes)) : say.usedUp(riskText(usedUpProbability))
    const text = say.supply(name, bytesText(supply.leftBytes, 1000), until)
    return wrap(`${index + 1}. ${text}${read.separator}${fate}`, screen.columns, '    ')
  })
}

/** JSON Lines, one question in and one answer out; the exit code. */
async function batch({ streams }: Session): Promise<number> {
  let anyAnswered = false
  for await (const lines of linesOf(streams.stdin, MOST_EVIDENCE_BYTES)) {
    let text = ''
    for (const line of lines) {
      if (line !== null && line.toString('utf8').trim() === '') continue
      const answer = answerTo(line)
      anyAnswered ||= !('failure' in answer)
      text += `${JSON.stringify(answer)}\n`
    }
    if (!streams.stdout.write(text)) await new Promise((resolve) => streams.stdout.once('drain', resolve))
  }
  return anyAnswered ? EXIT.ok : EXIT.nothingRead
}

function answerTo(line: Line): object {
  const asked = line === null ? null : parsed(line)
  const id = asked === null ? null : (asked['id'] ?? null)
  const question = asked && questionIn(asked)
  if (!question) return { id, failure: 'unreadable' }
  const { cycleUseBytes, ...rest } = forecast(question)
  const cycleUse = QUANTILE_LEVELS.map((level, index) => [level.toFixed(2), cycleUseBytes[index]])
  return { id, cycleUse: Object.fromEntries(cycleUse) as object, ...rest }
}

function parsed(line: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** The question, where everything that it needs is there and of its kind; null otherwise. */
function questionIn(asked: Record<string, unknown>): Question | null {
  const { today, history, cycle, usedBytes, allowanceBytes } = asked
  if (!isDate(today) || !Array.isArray(history) || typeof cycle !== 'object' || cycle === null) return null
  const { start, end } = cycle as Record<string, unknown>
  if (!isDate(start) || !isDate(end)) return null
  if (typeof usedBytes !== 'number' || typeof allowanceBytes !== 'number') return null
  return { today, history: history.filter(isDay), cycle: { start, end }, usedBytes, allowanceBytes }
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value) && !Number.isNaN(Date.parse(value))

const isDay = (value: unknown): value is Day => {
  if (typeof value !== 'object' || value === null) return false
  const { date, bytes } = value as Record<string, unknown>
  return isDate(date) && (bytes === null || typeof bytes === 'number')
}
