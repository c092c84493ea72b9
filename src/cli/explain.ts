import { printable } from '../core/printable.ts'
import type { Reading } from '../core/reading.ts'
import { marksOf, type Mark } from '../jobs/marks.ts'
import type { Language } from '../text/language.ts'
import { paint, type Screen, type Style } from './terminal.ts'

/** Unmarked stretches longer than this are cut in the middle. */
const LONGEST_UNMARKED = 1200

/** The opened text with every figure marked and named: 残り[3.25GB ← left]. What was left out is marked with its reason. */
export function explain(text: string, readings: readonly Reading[], language: Language, screen: Screen): string {
  const parts: string[] = []
  let at = 0
  for (const mark of marksOf(readings, language)) {
    parts.push(shorten(printable(text.slice(at, mark.start))), show(text, mark, screen))
    at = mark.end
  }
  parts.push(shorten(printable(text.slice(at))))
  return parts.join('')
}

function show(text: string, mark: Mark, screen: Screen): string {
  const shown = printable(text.slice(mark.start, mark.end))
  const names = ` ${mark.taken ? '←' : '×'} ${mark.names.join(', ')}`
  const styles: readonly Style[] = mark.taken ? ['bold', 'green', 'underline'] : ['yellow', 'underline']
  const opened = paint(screen, shown, ...styles)
  return `${paint(screen, '[', 'dim')}${opened}${paint(screen, `${names}]`, 'dim')}`
}

function shorten(text: string): string {
  if (text.length <= LONGEST_UNMARKED) return text
  const half = LONGEST_UNMARKED / 2
  return `${text.slice(0, half)}\n⋯\n${text.slice(-half)}`
}
