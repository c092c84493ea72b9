import type { JSX } from 'preact'
import type { Reading } from '../../core/reading.ts'
import { marksOf } from '../../jobs/marks.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { language } from '../language.ts'

/** Unmarked stretches longer than this are cut in the middle. */
const LONGEST_UNMARKED = 400

/** The text that was read, with every figure marked and named. It is shown as text, whatever it holds. */
export function EvidenceText({ text, readings }: { text: string; readings: readonly Reading[] }): JSX.Element {
  const parts: (string | JSX.Element)[] = []
  let at = 0
  for (const { start, end, names, taken } of marksOf(readings, language)) {
    parts.push(shortened(text.slice(at, start)))
    parts.push(
      <span key={start} class={taken ? 'taken' : 'left-out'}>
        <mark>{text.slice(start, end)}</mark>
        <span class="mark-name">{names.join(', ')}</span>
      </span>,
    )
    at = end
  }
  parts.push(shortened(text.slice(at)))
  return (
    <div class="evidence" tabIndex={0} role="region" aria-label={WEB_SENTENCES[language].add.evidence}>
      {parts}
    </div>
  )
}

function shortened(text: string): string {
  if (text.length <= LONGEST_UNMARKED) return text
  const half = LONGEST_UNMARKED / 2
  return `${text.slice(0, half)}\n⋯\n${text.slice(-half)}`
}
