/** Draws the README's pictures: what the command really prints. */
import stringWidth from 'fast-string-width'
import { card } from '../src/cli/card.ts'
import { explain } from '../src/cli/explain.ts'
import { SAMPLE } from '../src/cli/sample.ts'
import { page } from '../src/cli/status.ts'
import type { Screen } from '../src/cli/terminal.ts'
import { explainText } from '../src/reader/index.ts'
import { sceneOverviews } from './scene.ts'

const NOW = '2026-11-23T03:00:00.000Z'
const SCREEN: Screen = { columns: 72, colour: true }
const CELL = { width: 8.4, height: 20 }
const MARGIN = 24
const COLOURS: Readonly<Record<number, string>> = {
  31: '#f47067',
  32: '#57ab5a',
  33: '#c69026',
  36: '#39c5cf',
  90: '#768390',
}
const PLAIN = '#d1d7e0'
const DIM = '#768390'

/** docs/card.svg. */
export function picture(): string {
  const { opened, outcome } = explainText(SAMPLE, { now: NOW })
  if (!outcome.ok) throw new Error('the sample cannot be read')
  const setting = { language: 'en', screen: SCREEN, now: NOW, text: opened.text, title: '' } as const
  const cards = outcome.value.map((reading) => card(reading, setting))
  const explained = explain(opened.text, outcome.value, 'en', SCREEN)
  return drawing('nokori read --explain sms.txt', [explained, '', ...cards], 'nokori read: 3.25 GB left of 5 GB')
}

/** docs/status.svg: four lines as `nokori` shows them, kept and derived as always. */
export async function statusPicture(): Promise<string> {
  const overviews = await sceneOverviews()
  return drawing(
    'nokori',
    [page(overviews, false, { language: 'en', screen: SCREEN })],
    'nokori: four lines, what is left and what to do',
  )
}

function drawing(command: string, printed: readonly string[], label: string): string {
  const lines = [`\u001B[90m$ ${command}\u001B[39m`, '', ...printed].join('\n').trimEnd().split('\n')
  const [width, height] = [SCREEN.columns * CELL.width + 2 * MARGIN, lines.length * CELL.height + 2 * MARGIN]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${height}" role="img" aria-label="${label}">`,
    `<rect width="100%" height="100%" rx="12" fill="#1c2128"/>`,
    `<g font-family="ui-monospace, 'Noto Sans Mono CJK JP', 'Osaka-Mono', 'MS Gothic', monospace" font-size="14">`,
    ...lines.flatMap((line, row) => drawLine(line, MARGIN + (row + 0.75) * CELL.height)),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

interface Pen {
  colour: string
  bold: boolean
  dim: boolean
  underline: boolean
}

/** One <text> per stretch of words of one style and width class, each at its own column, so that no font can shift the next. */
function drawLine(line: string, y: number): string[] {
  const pen: Pen = { colour: PLAIN, bold: false, dim: false, underline: false }
  const drawn: string[] = []
  let column = 0
  for (const [run] of line.matchAll(/\u001B\[\d+m|[\u0020-\u007E]+|[^\u0020-\u007E\u001B]+/gu)) {
    const code = /^\u001B\[(\d+)m$/u.exec(run)
    if (code !== null) {
      applyCode(pen, Number(code[1]))
      continue
    }
    // Browsers drop blanks at the ends of a <text>, and would stretch the rest to its length.
    for (const { 0: words, index } of run.matchAll(/[^ ]+(?: [^ ]+)*/gu)) {
      const x = MARGIN + (column + stringWidth(run.slice(0, index))) * CELL.width
      drawn.push(drawRun(words, x, y, stringWidth(words), pen))
    }
    column += stringWidth(run)
  }
  return drawn
}

function applyCode(pen: Pen, code: number): void {
  if (code === 1) pen.bold = true
  else if (code === 2) pen.dim = true
  else if (code === 4) pen.underline = true
  else if (code === 22) [pen.bold, pen.dim] = [false, false]
  else if (code === 24) pen.underline = false
  else pen.colour = COLOURS[code] ?? PLAIN
}

function drawRun(run: string, x: number, y: number, cells: number, pen: Pen): string {
  const style = [
    `fill="${pen.dim ? DIM : pen.colour}"`,
    ...(pen.bold ? ['font-weight="bold"'] : []),
    ...(pen.underline ? ['text-decoration="underline"'] : []),
  ].join(' ')
  const length = `textLength="${(cells * CELL.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`
  return `<text x="${x.toFixed(1)}" y="${y}" ${length} ${style}>${escapeXml(run)}</text>`
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
