import { forecast, type Question } from '../forecast/forecast.ts'
import type { Day } from '../forecast/history.ts'
import { QUANTILE_LEVELS } from '../forecast/quantiles.ts'
import { MOST_EVIDENCE_BYTES } from './evidence.ts'
import { linesOf, type Line } from './lines.ts'
import { EXIT, type Session } from './session.ts'

/** `nokori forecast --batch`: JSON Lines, one question in and one answer out; the exit code. */
export async function forecastCommand(session: Session): Promise<number> {
  const { flags, streams } = session
  if (flags.batch !== true) return session.refuse((say) => say.needsFlag('forecast', '--batch'))
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
