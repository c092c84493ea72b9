import { printable } from '../core/printable.ts'
import type { Figures, Place, Reading } from '../core/reading.ts'
import type { Language } from '../text/language.ts'
import { READ_SENTENCES, type ReadSentences } from '../text/read.ts'
import { paint, type Screen, type Style } from './terminal.ts'

interface Mark extends Place {
  readonly names: string[]
  /** False for what was looked at and left out. */
  readonly taken: boolean
}

/** Unmarked stretches longer than this are cut in the middle. */
const LONGEST_UNMARKED = 1200

/** The opened text with every figure marked and named: 残り[3.25GB ← left]. What was left out is marked with its reason. */
export function explain(text: string, readings: readonly Reading[], language: Language, screen: Screen): string {
  const say = READ_SENTENCES[language]
  const parts: string[] = []
  let at = 0
  for (const mark of marksOf(readings, say)) {
    if (mark.start < at) continue
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

/** In the order of the text; figures that stand at the same place share one mark. */
function marksOf(readings: readonly Reading[], say: ReadSentences): Mark[] {
  const marks = new Map<string, Mark>()
  const add = (place: Place, name: string, taken: boolean): void => {
    const key = `${place.start}-${place.end}`
    const mark = marks.get(key)
    if (mark === undefined) marks.set(key, { start: place.start, end: place.end, names: [name], taken })
    else if (mark.taken === taken && !mark.names.includes(name)) mark.names.push(name)
  }
  for (const reading of readings) {
    addFigures(reading.total, '', say, add)
    for (const bucket of reading.buckets) {
      const prefix = `${say.grants[bucket.grant]} · `
      addFigures(bucket, prefix, say, add)
      for (const place of bucket.expires?.places ?? []) add(place, prefix + say.figures.expires, true)
    }
    for (const role of ['expires', 'asOf', 'cycleEnd'] as const) {
      for (const place of reading[role]?.places ?? []) add(place, say.figures[role], true)
    }
    for (const { code, place } of reading.doubts) add(place, say.doubts[code], false)
  }
  // A taken figure goes before a doubt about a wider stretch that begins at the same place.
  return [...marks.values()].sort((one, other) => one.start - other.start || Number(other.taken) - Number(one.taken))
}

function addFigures(
  figures: Figures,
  prefix: string,
  say: ReadSentences,
  add: (place: Place, name: string, taken: boolean) => void,
): void {
  for (const role of ['remaining', 'used', 'allowance'] as const) {
    for (const place of figures[role].provenance?.places ?? []) add(place, prefix + say.figures[role], true)
  }
}

function shorten(text: string): string {
  if (text.length <= LONGEST_UNMARKED) return text
  const half = LONGEST_UNMARKED / 2
  return `${text.slice(0, half)}\n⋯\n${text.slice(-half)}`
}
