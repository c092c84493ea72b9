import type { Situation } from '../advice/situation.ts'
import { timeIn, zoneOf } from '../core/cycle.ts'
import { linesIn } from '../jobs/lines.ts'
import { survey } from '../jobs/situations.ts'
import { amountText, bytesText, dateText, percentText } from '../text/format.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { READ_SENTENCES } from '../text/read.ts'
import { STATUS_SENTENCES } from '../text/status.ts'
import { carrierOf, noLinesText } from './line-commands.ts'
import { linesNamed } from './named-line.ts'
import { prospects } from './prospects.ts'
import { EXIT, type Session } from './session.ts'
import { padEnd, paint, printable, widthOf, wrap, type Style } from './terminal.ts'
import { withExistingStore } from './with-store.ts'

const INDENT = '  '
const BAR_CELLS = 20
/** Shares of the allowance below which what is left is shown as scarce, and as nearly gone. */
const [SCARCE, NEARLY_GONE] = [0.2, 0.05]
const MINUTE_MILLISECONDS = 60_000

/** `nokori` and `nokori status`: how every line stands; 5 when something is due to be told. */
export function statusCommand(names: readonly string[], session: Session): Promise<number> {
  const { flags, streams } = session
  return withExistingStore(session, async (store) => {
    const all = store === null ? [] : await linesIn(store)
    if (store === null || all.length === 0) {
      streams.stdout.write(flags.json === true ? '[]\n' : noLinesText(session))
      return EXIT.ok
    }
    const lines = linesNamed(all, names, session)
    if (typeof lines === 'number') return lines
    const situations: Situation[] = []
    for (const line of lines) situations.push((await survey(store, line, session.now)).situation)
    if (flags.json === true) streams.stdout.write(`${JSON.stringify(situations.map(jsonOf), null, 2)}\n`)
    else streams.stdout.write(`${situations.map((situation) => lineCard(situation, session)).join('\n\n')}\n`)
    return EXIT.ok
  })
}

/** One line: what is left and of what, until when, how old that is, and whether it lasts. */
function lineCard(situation: Situation, session: Session): string {
  const { screen, language } = session
  const { line } = situation.standing
  const carrier = carrierOf(line)?.names[language] ?? line.carrier
  const title = [paint(screen, printable(line.name), 'bold'), ...(carrier === null ? [] : [printable(carrier)])].join(
    ' · ',
  )
  const [headline, style] = headlineOf(situation, session)
  const bar = barOf(situation, session, style)
  const painted = paint(screen, headline, 'bold', style)
  const head =
    bar !== null && widthOf(headline) + bar.width + INDENT.length * 2 <= screen.columns
      ? [`${INDENT}${padEnd(painted, bar.gap + widthOf(painted))}${bar.painted}`]
      : [INDENT + painted, ...(bar === null ? [] : [INDENT + bar.painted])]
  const rest = [
    paint(screen, notesOf(situation, session).join(' · '), 'dim'),
    ...prospects(situation, language),
  ].filter((text) => text !== '')
  return [title, ...head, ...rest.flatMap((text) => wrap(text, screen.columns, INDENT))].join('\n')
}

/** Unknown, zero, unlimited, throttled and outdated must not look alike. */
function headlineOf({ standing }: Situation, { language }: Session): [headline: string, style: Style] {
  const [read, say] = [READ_SENTENCES[language], STATUS_SENTENCES[language]]
  const { kept, usable, outdated, used } = standing
  if (kept === null) return [say.nothingRead, 'gray']
  const { amount } = usable
  const isStepped = (standing.line.plan?.steps.length ?? 0) > 0
  if (isStepped && used.kind === 'known') return [read.used(amountText(used)), outdated === null ? 'cyan' : 'gray']
  if (amount.kind === 'known') {
    const left = amount.highBytes === 0 ? read.nothingLeft : read.left(amountText(amount))
    if (outdated !== null) return [left, 'gray']
    return [standing.throttled === true ? `${left}${read.separator}${read.throttled}` : left, styleOf(standing)]
  }
  if (standing.throttled === true) return [read.throttled, 'red']
  if (amount.kind === 'unlimited') return [read.unlimited, 'green']
  return used.kind === 'known' ? [read.used(amountText(used)), 'cyan'] : [read.leftNotSaid, 'gray']
}

function styleOf({ usable, allowance }: Situation['standing']): Style {
  const share = shareOf(usable.amount, allowance)
  if (usable.amount.kind === 'known' && usable.amount.highBytes === 0) return 'red'
  return share === null ? 'cyan' : share < NEARLY_GONE ? 'red' : share < SCARCE ? 'yellow' : 'green'
}

/** What is left of the allowance, 0 to 1; null where there is no such share. */
function shareOf(left: Situation['standing']['allowance'], whole: Situation['standing']['allowance']): number | null {
  if (left.kind !== 'known' || whole.kind !== 'known' || whole.lowBytes === 0) return null
  const share = left.lowBytes / whole.lowBytes
  return share > 1 ? null : share
}

/** The bar with what stands before it; null where there is nothing to compare with. */
function barOf(
  { standing }: Situation,
  { screen }: Session,
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
function notesOf({ standing, end, now }: Situation, { language }: Session): string[] {
  const [read, say, ledger] = [READ_SENTENCES[language], STATUS_SENTENCES[language], LEDGER_SENTENCES[language]]
  const { kept, usable, line, until, outdated } = standing
  const zone = zoneOf(line.cycle)
  const ends =
    end !== null
      ? [say.ends[end.with](dateText({ at: end.lastDay, zone }, language))]
      : until !== null && outdated === null
        ? [read.until(dateText(until, language))]
        : []
  if (kept === null) return ends
  const minutes = Math.floor((Date.parse(now) - Date.parse(kept.moment)) / MINUTE_MILLISECONDS)
  const age =
    minutes >= 0 ? read.age(minutes) : say.seenAhead(dateText({ at: timeIn(zone, kept.moment), zone }, language))
  const basis =
    usable.amount.kind !== 'known'
      ? []
      : usable.basis === 'computed'
        ? [say.computed]
        : usable.basis === 'sum'
          ? [say.sum]
          : []
  return [...(outdated === null ? ends : []), say.seen(age, ledger.channels[kept.reading.channel]), ...basis]
}

/** For scripts: the flat figures beside what they lead to. */
function jsonOf({ standing, outlook, end, now }: Situation): object {
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
  }
}
