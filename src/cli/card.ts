import { exactBytes, type Amount } from '../core/amount.ts'
import type { Bucket, Doubt, DoubtCode, Figure, Figures, Place, Reading, WallClock } from '../core/reading.ts'
import { amountText, dateText, minutesSince, percentText } from '../text/format.ts'
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
/** Shares of the allowance below which what is left is shown as scarce, and as nearly gone. */
const SCARCE = 0.2
const NEARLY_GONE = 0.05
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

function headBlock(reading: Reading, setting: CardSetting, say: ReadSentences): string[] {
  const { screen } = setting
  const [headline, style] = headlineOf(reading, say)
  const lines = [INDENT + paint(screen, headline, 'bold', style)]
  const bar = barOf(reading.total, screen, style)
  const use = useOf(reading.total, say)
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

/** Unknown, zero and unlimited must not look alike. */
function headlineOf(
  reading: Reading,
  say: ReadSentences,
): [headline: string, style: 'green' | 'yellow' | 'red' | 'cyan' | 'gray'] {
  const { remaining, allowance } = reading.total
  if (remaining.amount.kind === 'known') {
    const left = exactBytes(remaining.amount)
    if (left === 0) return [say.nothingLeft, 'red']
    const whole = exactBytes(allowance.amount)
    const headline = say.left(amountText(remaining.amount))
    if (left === null || whole === null || whole === 0) return [headline, 'cyan']
    return [headline, left / whole < NEARLY_GONE ? 'red' : left / whole < SCARCE ? 'yellow' : 'green']
  }
  if (reading.unlimited === true || remaining.amount.kind === 'unlimited') return [say.unlimited, 'green']
  return [
    reading.buckets.some(({ remaining: part }) => part.amount.kind !== 'unknown') ? say.onlyParts : say.leftNotSaid,
    'gray',
  ]
}

/** A reading in one sentence: what is left, what was used of what, until when. */
export function summaryOf(reading: Reading, language: Language): string {
  const say = READ_SENTENCES[language]
  const [headline] = headlineOf(reading, say)
  const use = useOf(reading.total, say)
  return [
    headline,
    ...(use === null ? [] : [use]),
    ...(reading.throttled === true ? [say.throttled] : []),
    ...(reading.expires === null ? [] : [say.until(dateText(reading.expires, language))]),
  ].join(say.separator)
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

function useOf({ used, allowance }: Figures, say: ReadSentences): string | null {
  const [usedText, allowanceText] = [wordsOf(used.amount, say), wordsOf(allowance.amount, say)]
  if (usedText !== null && allowanceText !== null) return say.usedOf(usedText, allowanceText)
  if (usedText !== null) return say.used(usedText)
  return allowanceText === null ? null : say.allowance(allowanceText)
}

const wordsOf = (amount: Amount, say: ReadSentences): string | null =>
  amount.kind === 'known' ? amountText(amount) : amount.kind === 'unlimited' ? say.unlimited : null

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
  return [...amountsOf(bucket, say), ...shared].join(say.separator)
}

function amountsOf(bucket: Bucket, say: ReadSentences): string[] {
  const use = useOf(bucket, say)
  const { amount } = bucket.remaining
  if (exactBytes(amount) === 0) return use === null ? [say.nothingLeft] : [say.nothingLeft, use]
  if (amount.kind === 'known') {
    const [left, allowance] = [amountText(amount), wordsOf(bucket.allowance.amount, say)]
    if (use === null || allowance === null) return use === null ? [say.left(left)] : [say.left(left), use]
    return bucket.used.amount.kind === 'unknown' ? [say.leftOf(left, allowance)] : [say.left(left), use]
  }
  const left = bucket.unlimited === true || amount.kind === 'unlimited' ? [say.unlimited] : []
  return use === null ? (left.length > 0 ? left : [say.notSaid]) : [...left, use]
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
