import type { Line } from '../core/line.ts'
import { printable } from '../core/printable.ts'
import { findLine } from '../jobs/lines.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { EXIT, type Session } from './session.ts'

/** The line that a name stands for; else says what there is, and gives the exit code. */
export function lineNamed(lines: readonly Line[], asked: string, session: Session): Line | number {
  const say = LEDGER_SENTENCES[session.language]
  const found = findLine(lines, asked)
  if (found.kind === 'one') return found.line
  const names = (some: readonly Line[]): string => some.map(({ name }) => printable(name)).join(say.comma)
  const sentence =
    found.kind === 'several'
      ? say.severalLines(printable(asked), names(found.lines))
      : [say.noSuchLine(printable(asked)), lines.length > 0 ? say.knownLines(names(lines)) : say.noLinesNext].join(
          session.language === 'en' ? ' ' : '',
        )
  session.streams.stderr.write(`${sentence}\n`)
  return EXIT.usage
}

/** The lines that are named, all where none is; the exit code where a name stands for none or several. */
export function linesNamed(
  lines: readonly Line[],
  names: readonly string[],
  session: Session,
): readonly Line[] | number {
  const found: Line[] = []
  for (const name of names) {
    const line = lineNamed(lines, name, session)
    if (typeof line === 'number') return line
    found.push(line)
  }
  return names.length === 0 ? lines : found
}
