import { exactBytes } from '../core/amount.ts'
import { bucketTexts, readingHeadline, useText, type ReadingLevel } from '../jobs/say-reading.ts'
import type { Bucket, Doubt, DoubtCode, Figure, Figures, Place, Reading, WallClock } from '../core/reading.ts'
import { dateText, minutesSince, percentText } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { READ_SENTENCES, type ReadSentences } from '../text/read.ts'
import { beside, padEnd, paint, snippet, widthOf, wrap, type Screen, type Style } from './terminal.ts'

/** What a card is made from, beside the reading itself. */
export interface CardSetting {
  readonly language: Language
  readonly screen: Screen
  /** ISO instant from which ages count. */
  readonly now: string
  /** The opened evidence, which the places of the reading point into. */
  readonly text: string
  /** Whose reading: a carrier's name, a file's name; "" when there is nothing to say. */
  readonly title: string
}

const INDENT = '  '
const BAR_CELLS = 24
const QUOTED_DOUBTS = 3
/** See `confidence` in reader/decide/decide.ts: labels that touch their figures give 0.85, layout alone 0.7. */
const SURE = 0.85
const FAIRLY_SURE = 0.7

/** One reading as a small card, remaining first. Ends without a line break. */
export function card(reading: Reading, setting: CardSetting): string {
  const say = READ_SENTENCES[setting.language]
  const blocks = [
    headBlock(reading, setting, say),
    bucketBlock(reading.buckets, setting, say),
    evidenceBlock(reading, setting, say),
    doubtBlock(reading.doubts, setting, say),
  ]
  const title = [setting.title, reading.line === null ? '' : say.line(snippet(reading.line))].filter(
    (part) => part !== '',
  )
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]))
  const heading = title.length === 0 ? [] : [paint(setting.screen, title.join(' · '), 'bold')]
  return [...heading, ...lines].join('\n')
}

const STYLES: Readonly<Record<ReadingLevel, 'green' | 'yellow' | 'red' | 'cyan' | 'gray'>> = {
  plenty: 'green',
  scarce: 'yellow',
  nearlyGone: 'red',
  gone: 'red',
  plain: 'cyan',
  unsaid: 'gray',
}

function headBlock(reading: Reading, setting: CardSetting, say: ReadSentences): string[] {
  const { screen } = setting
  const headline = readingHeadline(reading, setting.language)
  const style = STYLES[headline.level]
  const lines = [INDENT + paint(screen, headline.text, 'bold', style)]
  const bar = barOf(reading.total, screen, style)
  const use = useText(reading.total, say)
  if (bar !== null && use !== null && widthOf(`${INDENT}${bar.plain}   ${use}`) <= screen.columns)
    lines.push(`${INDENT}${bar.painted}   ${use}`)
  else {
    if (bar !== null) lines.push(INDENT + bar.painted)
    if (use !== null) lines.push(...wrap(use, screen.columns, INDENT))
  }
  if (reading.throttled === true) lines.push(...wrap(paint(screen, say.throttled, 'yellow'), screen.columns, INDENT))
  if (reading.expires !== null) lines.push(...wrap(validity(reading.expires, setting, say), screen.columns, INDENT))
  if (reading.cycleEnd !== null)
    lines.push(...wrap(say.cycleEnds(dateText(reading.cycleEnd, setting.language)), screen.columns, INDENT))
  return lines
}

function barOf(
  { remaining, allowance }: Figures,
  screen: Screen,
  style: Style,
): { plain: string; painted: string } | null {
  const left = exactBytes(remaining.amount)
  const whole = exactBytes(allowance.amount)
  if (left === null || whole === null || whole === 0 || left > whole) return null
  const full = Math.round((left / whole) * BAR_CELLS)
  const [fullPart, emptyPart] = ['█'.repeat(full), '░'.repeat(BAR_CELLS - full)]
  const percent = ` ${percentText(left / whole)}`
  return {
    plain: fullPart + emptyPart + percent,
    painted: paint(screen, fullPart, style) + paint(screen, emptyPart, 'dim') + percent,
  }
}

const validity = (expires: WallClock, setting: CardSetting, say: ReadSentences): string =>
  say.validUntil(dateText(expires, setting.language), !expires.at.includes('T'))

/** Two columns of names (translated, as printed), then what is left; stacked where the window is too narrow. */
function bucketBlock(buckets: readonly Bucket[], setting: CardSetting, say: ReadSentences): string[] {
  if (buckets.length === 0) return []
  const { screen } = setting
  const rows = buckets.map((bucket) => [
    say.grants[bucket.grant],
    bucket.name === say.grants[bucket.grant] ? '' : snippet(bucket.name, 24),
    bucketFigures(bucket, say),
    bucket.expires === null ? '' : say.until(dateText(bucket.expires, setting.language)),
  ])
  const indent = INDENT.repeat(2)
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const inLine = rows.map((row) =>
    (indent + row.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join('  ')).trimEnd(),
  )
  const lines = inLine.every((line) => widthOf(line) <= screen.columns)
    ? inLine
    : rows.flatMap(([grant = '', name = '', figures = '', expires = '']) => [
        ...wrap([grant, name].filter((part) => part !== '').join('  '), screen.columns, indent),
        ...[figures, expires]
          .filter((part) => part !== '')
          .flatMap((part) => wrap(part, screen.columns, indent + INDENT)),
      ])
  return [INDENT + paint(screen, say.buckets, 'bold'), ...lines]
}

function bucketFigures(bucket: Bucket, say: ReadSentences): string {
  const shared = bucket.shared === true ? [say.shared] : []
  return [...bucketTexts(bucket, say), ...shared].join(say.separator)
}

/** How old, how sure, and from which words. */
function evidenceBlock(reading: Reading, setting: CardSetting, say: ReadSentences): string[] {
  const { screen, language, now } = setting
  const certainty = reading.confidence >= SURE ? 'sure' : reading.confidence >= FAIRLY_SURE ? 'fairlySure' : 'unsure'
  const stamp =
    reading.asOf === null ? say.noStamp : say.asOf(dateText(reading.asOf, language), ageOf(reading.asOf, now, say))
  const notes = [stamp, say.certainty[certainty], ...(hasAssumedUnit(reading) ? [say.assumedUnit] : [])]
  return [
    ...notes.flatMap((note) => wrap(paint(screen, note, 'dim'), screen.columns, INDENT)),
    ...placeLines(reading.total, setting, say),
  ]
}

function ageOf(stamp: WallClock, now: string, say: ReadSentences): string | null {
  const minutes = minutesSince(stamp, now)
  return minutes === null ? null : say.age(minutes)
}

function hasAssumedUnit(reading: Reading): boolean {
  const figures = [reading.total, ...reading.buckets].flatMap(({ remaining, used, allowance }) => [
    remaining,
    used,
    allowance,
  ])
  return figures.some(({ amount }) => amount.kind === 'known' && !amount.baseDeclared && amount.highBytes > 0)
}

/** The carrier's own words beside ours, so that the figure can be found again on its page. */
function placeLines(total: Figures, setting: CardSetting, say: ReadSentences): string[] {
  const roles = ['remaining', 'used', 'allowance'] as const
  const width = Math.max(...roles.map((role) => widthOf(say.figures[role])))
  const lines = roles.flatMap((role) => {
    const described = describePlace(total[role], setting.text, say)
    const heading = `${INDENT.repeat(2)}${padEnd(say.figures[role], width)}  `
    return described === null ? [] : beside(heading, described, setting.screen.columns)
  })
  return lines.length === 0 ? [] : [INDENT + paint(setting.screen, say.readFrom, 'dim'), ...lines]
}

/** The label as printed, the characters of the figure, and the line of the text that it stands in; null without a place. */
export function describePlace({ amount, provenance }: Figure, text: string, say: ReadSentences): string | null {
  if (provenance === null) return null
  const place = provenance.places[0]
  const line = place === undefined || !text.includes('\n') ? null : say.atLine(lineNumber(text, place))
  const shown = amount.kind === 'known' ? snippet(amount.shown) : null
  const label = provenance.label === '' ? null : say.quoted(snippet(provenance.label))
  return [label, shown, line].filter((part) => part !== null).join('  ')
}

function lineNumber(text: string, { start }: Place): number {
  let number = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) number += 1
  return number
}

/** What looked like a figure and was not taken, grouped by why, with the first few quoted. */
function doubtBlock(doubts: readonly Doubt[], setting: CardSetting, say: ReadSentences): string[] {
  const { screen, text } = setting
  const placesByCode = new Map<DoubtCode, Place[]>()
  for (const { code, place } of doubts) {
    const places = placesByCode.get(code)
    if (places === undefined) placesByCode.set(code, [place])
    else places.push(place)
  }
  const lines = [...placesByCode].flatMap(([code, places]) => {
    const quotes = [...new Set(places.map(({ start, end }) => snippet(text.slice(start, end), 24)))].filter(
      (quote) => quote !== '',
    )
    const more = quotes.length > QUOTED_DOUBTS ? [say.andMore(quotes.length - QUOTED_DOUBTS)] : []
    const examples = [...quotes.slice(0, QUOTED_DOUBTS).map(say.quoted), ...more].join(' ')
    return wrap(`${examples === '' ? '' : `${examples}  `}${say.doubts[code]}`, screen.columns, INDENT.repeat(2))
  })
  return lines.length === 0 ? [] : [INDENT + paint(screen, say.notUnderstood, 'dim'), ...lines]
}
