import type { Figures, Place, Reading } from '../core/reading.ts'
import type { Language } from '../text/language.ts'
import { READ_SENTENCES, type ReadSentences } from '../text/read.ts'

/** A stretch of evidence with what it was taken for. */
export interface Mark extends Place {
  readonly names: string[]
  /** False for what was looked at and left out. */
  readonly taken: boolean
}

/** Every figure and doubt of readings, in the order of the text and apart; figures that stand at the same place share one mark. */
export function marksOf(readings: readonly Reading[], language: Language): Mark[] {
  const say = READ_SENTENCES[language]
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
  const sorted = [...marks.values()].sort(
    (one, other) => one.start - other.start || Number(other.taken) - Number(one.taken),
  )
  let at = 0
  return sorted.filter(({ start, end }) => {
    const isApart = start >= at
    if (isApart) at = end
    return isApart
  })
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
