import { roughText } from '../text/format.ts'
import { padEnd, paint, widthOf, type Screen } from './terminal.ts'

/** A day of a chart: bytes between which most futures lie, and their middle. */
export interface ChartDay {
  readonly date: string
  readonly lowBytes: number
  readonly middleBytes: number
  readonly highBytes: number
}

const ROWS = 8
/** A column holds one day; where there are more days than columns, each holds several. */
const MOST_COLUMNS = 60
const [SPREAD, MIDDLE] = ['░', '●']

/** A fan as rows of text, its largest value on top and nothing at the bottom; the dates of both ends below. */
export function chart(
  days: readonly ChartDay[],
  screen: Screen,
  dates: readonly [first: string, last: string],
): string[] {
  const most = Math.max(...days.map(({ highBytes }) => highBytes))
  if (days.length === 0 || most <= 0) return []
  const marks = [roughText(most), roughText(most / 2), roughText(0)]
  const margin = Math.max(...marks.map(widthOf))
  const columns = columnsOf(days, Math.min(MOST_COLUMNS, screen.columns - margin - 4))
  const width = columns.length
  const rowOf = (bytes: number): number => Math.round((bytes / most) * (ROWS - 1))
  const rows = Array.from({ length: ROWS }, (_, fromTop) => {
    const row = ROWS - 1 - fromTop
    const cells = columns.map(({ lowBytes, middleBytes, highBytes }) => {
      if (row === rowOf(middleBytes)) return paint(screen, MIDDLE, row === 0 ? 'red' : 'cyan')
      return row > rowOf(lowBytes) - 1 && row <= rowOf(highBytes) ? paint(screen, SPREAD, 'dim') : ' '
    })
    const mark = fromTop === 0 ? marks[0]! : row === 0 ? marks[2]! : fromTop === Math.floor(ROWS / 2) ? marks[1]! : ''
    return `  ${' '.repeat(margin - widthOf(mark))}${mark} │${cells.join('')}`
  })
  const axis = `  ${' '.repeat(margin)} └${'─'.repeat(width)}`
  const [first, last] = dates
  const gap = width - widthOf(first) - widthOf(last)
  const below = gap > 0 ? padEnd(first, width - widthOf(last)) + last : last
  return [...rows, axis, `  ${' '.repeat(margin)}  ${below}`]
}

/** As many as fit, each with what its last day says; few days are made wider. */
function columnsOf(days: readonly ChartDay[], most: number): ChartDay[] {
  const wide = Math.max(1, Math.floor(most / days.length))
  const count = Math.min(most, days.length * Math.min(wide, 3))
  return Array.from({ length: count }, (_, column) => days[Math.ceil(((column + 1) * days.length) / count) - 1]!)
}
