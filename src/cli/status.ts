import type { Situation } from '../advice/situation.ts'
import { printable } from '../core/printable.ts'
import { linesIn } from '../jobs/lines.ts'
import { keepGiven, overviewOf, troublesIn, type Overview } from '../jobs/overview.ts'
import { sayAdvice } from '../jobs/say-advice.ts'
import { sayAlert } from '../jobs/say-alert.ts'
import { prospects } from '../jobs/say-prospects.ts'
import { ageText, basisText, endText } from '../jobs/say-standing.ts'
import { headlineOf, shareOf, type Level } from '../ledger/headline.ts'
import type { Store } from '../ledger/store.ts'
import { amountText, bytesText, percentText } from '../text/format.ts'
import { languageOf } from '../text/language.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { STATUS_SENTENCES } from '../text/status.ts'
import { carrierOf, noLinesText } from './line-commands.ts'
import { linesNamed } from './named-line.ts'
import { EXIT, type Session } from './session.ts'
import { padEnd, paint, widthOf, wrap, type Style } from './terminal.ts'
import { withExistingVault } from './with-store.ts'

const INDENT = '  '
const BAR_CELLS = 20

/** `nokori` and `nokori status`: how every line stands; 5 when something is due to be told. */
export function statusCommand(names: readonly string[], session: Session): Promise<number> {
  const { flags, streams } = session
  return withExistingVault(session, async (store, vault) => {
    const all = store === null ? [] : await linesIn(store)
    if (store === null || vault === null || all.length === 0) {
      streams.stdout.write(flags.json === true ? '[]\n' : noLinesText(session))
      return EXIT.ok
    }
    const lines = linesNamed(all, names, session)
    if (typeof lines === 'number') return lines
    const overviews = await overviewOf(store, lines, await troublesIn(vault), session.now)
    const due = overviews.filter(({ alerts }) => alerts.length > 0)
    if (flags.json === true) streams.stdout.write(`${JSON.stringify(overviews.map(jsonOf), null, 2)}\n`)
    else if (flags.notify !== true) streams.stdout.write(page(overviews, names.length > 0, session))
    if (flags.notify === true) for (const overview of due) await notify(store, overview, session)
    return due.length > 0 ? EXIT.alertDue : EXIT.ok
  })
}

/** What a page of cards is printed on. */
type Setting = Pick<Session, 'language' | 'screen'>

/** What is due first, then a card a line; with all advice where lines were asked for by name. */
export function page(overviews: readonly Overview[], isDetailed: boolean, session: Setting): string {
  const { screen, language } = session
  const alerts = overviews.flatMap(({ alerts: due, situation }) =>
    due.flatMap((alert) => {
      const { what, next } = sayAlert(alert, situation, language)
      // What else can be done is said on the line's card.
      const said = [situation.standing.line.name, what, ...(alert.kind === 'channel' ? [next] : [])]
      const [first = '', ...more] = wrap(printable(said.join(' · ')), screen.columns, INDENT)
      const style: Style = alert.kind === 'backToNormal' ? 'green' : 'yellow'
      return [paint(screen, `!${first.slice(1)}`, style), ...more.map((rest) => paint(screen, rest, style))]
    }),
  )
  const cards = overviews.map((overview) => lineCard(overview, isDetailed, session))
  return `${[...(alerts.length > 0 ? [alerts.join('\n')] : []), ...cards].join('\n\n')}\n`
}

/** Tells what is due of a line: on the desktop, else in the answer. A desktop that could not show it is asked again next time. */
async function notify(store: Store, { situation, alerts, advice }: Overview, session: Session): Promise<void> {
  const { now, streams, flags } = session
  const { line } = situation.standing
  const language = languageOf(line.language ?? '') ?? session.language
  const said = alerts.map((alert) => sayAlert(alert, situation, language))
  const next = advice[0] === undefined ? said[0]!.next : sayAdvice(advice[0], situation, language)[0]
  const body = [...said.map(({ what }) => what), next].join('\n')
  const { notifyDesktop } = await import('../notify/desktop.ts')
  const shown = await notifyDesktop({ title: line.name, body }, process.platform)
  if (shown !== 'shown' && flags.json !== true) streams.stdout.write(`${printable([line.name, body].join('\n'))}\n`)
  if (shown !== 'failed') await keepGiven(store, line, alerts, now)
}

/** One line: what is left and of what, until when, how old that is, whether it lasts, and the one thing to do next. */
function lineCard({ situation, advice }: Overview, isDetailed: boolean, session: Setting): string {
  const { screen, language } = session
  const { line } = situation.standing
  const carrier = carrierOf(line)?.names[language] ?? line.carrier
  const title = [paint(screen, printable(line.name), 'bold'), ...(carrier === null ? [] : [printable(carrier)])].join(
    ' · ',
  )
  const [heading, style] = headingOf(situation, session)
  const bar = barOf(situation, session, style)
  const painted = paint(screen, heading, 'bold', style)
  const head =
    bar !== null && widthOf(heading) + bar.width + INDENT.length * 2 <= screen.columns
      ? [`${INDENT}${padEnd(painted, bar.gap + widthOf(painted))}${bar.painted}`]
      : [
          ...wrap(heading, screen.columns, INDENT).map((text) => paint(screen, text, 'bold', style)),
          ...(bar === null ? [] : [INDENT + bar.painted]),
        ]
  const rest = [
    paint(screen, notesOf(situation, session).join(' · '), 'dim'),
    ...prospects(situation, language),
  ].filter((text) => text !== '')
  const todo = (isDetailed ? advice : advice.slice(0, 1)).flatMap((each) => {
    const [what, ...why] = sayAdvice(each, situation, language)
    if (each.kind === 'fine' || (each.kind === 'readAgain' && situation.standing.outdated !== null)) return []
    const reasons = isDetailed ? why.flatMap((text) => wrap(text, screen.columns, INDENT.repeat(2))) : []
    const [first = '', ...more] = wrap(printable(what), screen.columns, INDENT.repeat(2))
    return [`${INDENT}${paint(screen, '→', 'cyan')} ${first.trimStart()}`, ...more, ...reasons]
  })
  return [title, ...head, ...rest.flatMap((text) => wrap(text, screen.columns, INDENT)), ...todo].join('\n')
}

/** Unknown, zero, unlimited, throttled and outdated must not look alike. */
function headingOf({ standing }: Situation, { language }: Setting): [heading: string, style: Style] {
  const read = READ_SENTENCES[language]
  const headline = headlineOf(standing)
  const isCurrent = standing.outdated === null
  switch (headline.kind) {
    case 'left': {
      const left = headline.level === 'gone' ? read.nothingLeft : read.left(amountText(headline.amount))
      if (!isCurrent) return [left, 'gray']
      return [standing.throttled === true ? `${left} · ${read.throttled}` : left, STYLES[headline.level]]
    }
    case 'used':
      return [read.used(amountText(headline.amount)), isCurrent ? 'cyan' : 'gray']
    case 'throttled':
      return [read.throttled, 'red']
    case 'unlimited':
      return [read.unlimited, 'green']
    case 'unknown':
      return [read.leftNotSaid, 'gray']
    default:
      return [STATUS_SENTENCES[language].nothingRead, 'gray']
  }
}

const STYLES: Readonly<Record<Level, Style>> = {
  plenty: 'green',
  scarce: 'yellow',
  nearlyGone: 'red',
  gone: 'red',
  plain: 'cyan',
}

/** The bar with what stands before it; null where there is nothing to compare with. */
function barOf(
  { standing }: Situation,
  { screen }: Setting,
  style: Style,
): { painted: string; width: number; gap: number } | null {
  const share = standing.outdated === null ? shareOf(standing.usable.amount, standing.allowance) : null
  if (share === null || standing.allowance.kind !== 'known') return null
  const full = Math.round(share * BAR_CELLS)
  const note = ` ${percentText(share)} / ${bytesText(standing.allowance.highBytes, standing.allowance.base)}`
  const painted = paint(screen, '█'.repeat(full), style) + paint(screen, '░'.repeat(BAR_CELLS - full), 'dim') + note
  return { painted, width: BAR_CELLS + note.length, gap: 3 }
}

/** Until when, how old, from where, and how the figure came to be. */
function notesOf(situation: Situation, { language }: Setting): string[] {
  const ends = situation.standing.outdated === null ? endText(situation, language) : null
  return [ends, ageText(situation, language), basisText(situation, language)].filter((text) => text !== null)
}

/** For scripts: the flat figures beside what they lead to. */
function jsonOf({ situation, alerts, advice }: Overview): object {
  const { standing, outlook, end, now } = situation
  const { line, kept, usable, outdated, used, allowance, throttled, until, nextStep } = standing
  return {
    line: { id: line.id, name: line.name, carrier: line.carrier },
    at: now,
    readingId: kept?.id ?? null,
    moment: kept?.moment ?? null,
    usable: usable.amount,
    basis: usable.basis,
    outdated,
    used,
    allowance,
    throttled,
    until: until?.at ?? null,
    nextStep,
    end,
    outlook,
    alerts,
    advice,
  }
}
