import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { printable } from '../core/printable.ts'

/** What the answer is printed on. */
export interface Screen {
  readonly columns: number
  readonly colour: boolean
}

/** SGR codes that begin and end each style. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  gray: [90, 39],
} as const
export type Style = keyof typeof STYLES

/** No wider than this, however wide the window: long lines are hard to read. */
const WIDEST_COLUMNS = 80
const NARROWEST_COLUMNS = 20

/** The screen behind a stream: colour only on a terminal and never against NO_COLOR. */
export function screenOf(stream: { isTTY?: boolean; columns?: number }, environment: NodeJS.ProcessEnv): Screen {
  const terminal = stream.isTTY === true && environment['TERM'] !== 'dumb'
  const columns = terminal ? (stream.columns ?? WIDEST_COLUMNS) : WIDEST_COLUMNS
  return {
    columns: Math.max(NARROWEST_COLUMNS, Math.min(WIDEST_COLUMNS, columns)),
    colour: terminal && (environment['NO_COLOR'] ?? '') === '',
  }
}

/** The text in one or more styles; unchanged without colour. */
export function paint(screen: Screen, text: string, ...styles: readonly Style[]): string {
  if (!screen.colour) return text
  return styles.reduce((painted, style) => `\u001B[${STYLES[style][0]}m${painted}\u001B[${STYLES[style][1]}m`, text)
}

/** Columns that a text takes; full-width characters take two. */
export const widthOf = (text: string): number => stringWidth(text)

/** Filled up with blanks to a width in terminal cells. */
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Lines of at most `columns`, each with the indent. */
export function wrap(text: string, columns: number, indent: string): string[] {
  const width = columns - indent.length
  // Most lines fit, and finding the words of Japanese takes milliseconds to begin with.
  const isEastAsian =
    EAST_ASIAN.test(text) &&
    !text.includes('\u001B') &&
    widthOf(text) > width &&
    text.split(' ').some((word) => widthOf(word) > width / 2)
  const lines = isEastAsian ? wrapEastAsian(text, width) : wrapAtBlanks(text, width)
  return lines.map((line) => indent + line)
}

const EAST_ASIAN = /[\u3040-\u30ff\u4e00-\u9fff]/
/** What may not begin a line. */
const CLOSING = /^[\s、。，．：；！？」』）】〉》ー々…・,.:;!?)]/u

const PLAIN_ASCII = /^[\x20-\x7e]*$/u

/** What fits needs no wrapping, which is slow to begin with. */
const wrapAtBlanks = (text: string, width: number): string[] =>
  PLAIN_ASCII.test(text) && text.length <= width ? [text] : wrapAnsi(text, width, { hard: true }).split('\n')

/** Japanese and Chinese have no blanks: a line may end after any word, but not before a closing mark. */
function wrapEastAsian(text: string, width: number): string[] {
  const lines = ['']
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)) {
    const line = lines.at(-1)!
    if (segment === '\n') lines.push('')
    else if (widthOf(line + segment) <= width || line === '' || CLOSING.test(segment))
      lines[lines.length - 1] = line + segment
    else lines.push(segment.trimStart())
  }
  return lines.flatMap((line) => wrapAtBlanks(line, Math.max(width, 2)))
}

/** A text beside its heading; further lines are aligned with the first. */
export function beside(heading: string, text: string, columns: number): string[] {
  const indent = ' '.repeat(widthOf(heading))
  const [first = '', ...others] = wrap(text, columns, indent)
  return [heading + first.slice(indent.length), ...others]
}

/** Text from outside as it may be shown, in one line, cut to `most` characters. */
export function snippet(text: string, most = 40): string {
  const line = printable(text).replace(/\s+/gu, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line
}
