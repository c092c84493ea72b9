/**
 * Forecasts a second, and how good they are beside the average since the reset carried on, which is what other programs do.
 * Quality needs a folder of daily series as its argument: CSV files of `date,mb`, an empty mb where a day was not seen.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { forecast, type Question } from '../src/forecast/forecast.ts'
import { QUANTILE_LEVELS } from '../src/forecast/quantiles.ts'
import { dateOf } from '../src/forecast/history.ts'
import { print, ratePerSecond, rounded, type Row } from './measure.ts'

const CYCLE_DAYS = 30
const ORIGINS = [3, 7, 10, 15, 20, 25]
const STEP_DAYS = 7
const MEMORY_DAYS = 90
const MB = 1e6
/** Any first day will do: only weekdays matter. */
const FIRST_DAY = 20_000

const steady: Question = {
  today: dateOf(FIRST_DAY),
  history: Array.from({ length: 56 }, (_, index) => ({
    date: dateOf(FIRST_DAY - 56 + index),
    bytes: (index % 9) * 1e8,
  })),
  cycle: { start: dateOf(FIRST_DAY - 10), end: dateOf(FIRST_DAY + 19) },
  usedBytes: 4e9,
  allowanceBytes: 12e9,
}
const perSecond = ratePerSecond([''], () => forecast(steady))
print('forecasts on one core', ['', 'a second'], [['nokori', rounded(perSecond)]])

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Twice the mean pinball loss, over the line's mean use of a cycle. */
const crps = (quantiles: readonly number[], truth: number, scale: number): number =>
  (2 *
    mean(
      quantiles.map((each, i) =>
        Math.max(QUANTILE_LEVELS[i]! * (truth - each), (QUANTILE_LEVELS[i]! - 1) * (truth - each)),
      ),
    )) /
  scale

/** Both ways on every whole cycle of one series, from several days in it. */
function compare(path: string): Row | null {
  const bytes = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[1] ?? '')
    .map((text) => (text === '' ? null : Number(text) * MB))
  const starts: number[] = []
  for (let start = 28; start + CYCLE_DAYS <= bytes.length; start += STEP_DAYS)
    if (!bytes.slice(start, start + CYCLE_DAYS).includes(null)) starts.push(start)
  const whole = (start: number): number => sum(bytes.slice(start, start + CYCLE_DAYS) as number[])
  const scale = starts.length > 0 ? mean(starts.map(whole)) : 0
  if (scale <= 0) return null
  const ours: number[] = []
  const linear: number[] = []
  for (const start of starts)
    for (const gone of ORIGINS) {
      const from = Math.max(0, start - MEMORY_DAYS)
      const used = sum(bytes.slice(start, start + gone) as number[])
      const { cycleUseBytes } = forecast({
        today: dateOf(FIRST_DAY + start + gone),
        history: bytes
          .slice(from, start + gone)
          .map((each, i) => ({ date: dateOf(FIRST_DAY + from + i), bytes: each })),
        cycle: { start: dateOf(FIRST_DAY + start), end: dateOf(FIRST_DAY + start + CYCLE_DAYS - 1) },
        usedBytes: used,
        allowanceBytes: scale,
      })
      ours.push(crps(cycleUseBytes, whole(start), scale))
      linear.push(
        crps(
          QUANTILE_LEVELS.map(() => (used / gone) * CYCLE_DAYS),
          whole(start),
          scale,
        ),
      )
    }
  return [
    basename(path, '.csv'),
    String(ours.length),
    mean(ours).toFixed(3),
    mean(linear).toFixed(3),
    (mean(ours) / mean(linear)).toFixed(2),
  ]
}

const [folder] = process.argv.slice(2)
if (folder !== undefined) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
  const rows = files.map((name) => compare(join(folder, name))).filter((row) => row !== null)
  print('error of the forecast (CRPS over the use of a cycle)', ['series', 'forecasts', 'nokori', 'linear', 'x'], rows)
}
