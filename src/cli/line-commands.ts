import type { Carrier } from '../carriers/carrier.ts'
import { CARRIERS } from '../carriers/index.ts'
import { DEFAULT_ZONE, zoneOf } from '../core/cycle.ts'
import type { Line } from '../core/line.ts'
import { printable } from '../core/printable.ts'
import { addLine, editLine, linesIn, removeLine } from '../jobs/lines.ts'
import { UNSAID } from '../ledger/lines.ts'
import type { LineFields } from '../ledger/records.ts'
import type { Store } from '../ledger/store.ts'
import { amountText, dateText } from '../text/format.ts'
import { clockText, LEDGER_SENTENCES, type LedgerSentences } from '../text/ledger.ts'
import { clockOf, fieldsFrom, nameFrom } from '../jobs/line-fields.ts'
import { lineNamed } from './named-line.ts'
import { EXIT, type Session } from './session.ts'
import { padEnd, paint, widthOf } from './terminal.ts'
import { withExistingStore, withStore, withVault } from './with-store.ts'

/** `nokori add`: one more line; asks for what the flags leave open where there is somebody to ask. */
export async function addCommand(words: readonly string[], session: Session): Promise<number> {
  const carrier = carrierIn(session)
  if (typeof carrier === 'number') return carrier
  const parsed = fieldsFrom(session.flags, carrier, null, session.now)
  if (!parsed.ok) return mistake(parsed.mistake, session)
  const said = { ...parsed.value, name: words.join(' ') }
  const fields = isAttended(session)
    ? await (await import('./ask-line.ts')).askLine(said, session)
    : { ...said, ...defaultsOf(said, carrier) }
  if (fields === null) return nothingDone(session)
  if (fields.name === '') return mistake((say) => say.nameNeeded, session)
  const name = nameFrom(fields.name)
  if (!name.ok) return mistake(name.mistake, session)
  const add = async (store: Store): Promise<Line | number> => {
    const line = await addLine(store, { ...UNSAID, ...fields, name: name.value }, session.now)
    return line ?? mistake((say) => say.nameTaken(name.value), session)
  }
  const tell = (line: Line): number => told(line, (say) => say.added(line.name), session)
  if (session.flags.user === undefined && session.flags['secrets-stdin'] !== true)
    return withStore(session, async (store) => {
      const line = await add(store)
      return typeof line === 'number' ? line : tell(line)
    })
  const { credentialsFor, keepCredentials } = await import('./credentials.ts')
  const credentials = await credentialsFor({ carrier: fields.carrier ?? null }, session)
  if (typeof credentials === 'number') return credentials
  return withVault(session, async (store, vault) => {
    const line = await add(store)
    return typeof line === 'number' ? line : tell(line) || keepCredentials(vault, line, credentials, session)
  })
}

/** What the carrier's rules say where nobody else does. */
const defaultsOf = (fields: Partial<LineFields>, carrier: Carrier | null): Partial<LineFields> =>
  fields.cycle === undefined ? { cycle: clockOf(carrier?.rules.cycle?.value ?? null, DEFAULT_ZONE) } : {}

/** `nokori edit NAME`: changes what the flags say. */
export async function editCommand(words: readonly string[], session: Session): Promise<number> {
  const carrier = carrierIn(session)
  if (typeof carrier === 'number') return carrier
  return withStore(session, async (store) => {
    const line = lineNamed(await linesIn(store), words.join(' '), session)
    if (typeof line === 'number') return line
    const parsed = fieldsFrom(session.flags, carrier ?? carrierOf(line), line, session.now)
    if (!parsed.ok) return mistake(parsed.mistake, session)
    const name = session.flags.name === undefined ? null : nameFrom(session.flags.name)
    if (name && !name.ok) return mistake(name.mistake, session)
    const changes = changed(line, { ...parsed.value, ...(name === null ? {} : { name: name.value }) })
    if (Object.keys(changes).length === 0) return mistake((say) => say.nothingToChange, session)
    const edited = await editLine(store, line, changes, session.now)
    if (edited === null) return mistake((say) => say.nameTaken(String(changes.name)), session)
    return told(edited, (say) => say.edited(edited.name), session)
  })
}

/** Those fields that are other than they were. */
const changed = (line: Line, fields: Partial<LineFields>): Partial<LineFields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => JSON.stringify(line[field as keyof Line]) !== JSON.stringify(value),
    ),
  )

/** `nokori remove NAME`: erases it, once somebody has agreed. */
export function removeCommand(words: readonly string[], session: Session): Promise<number> {
  return withStore(session, async (store) => {
    const line = lineNamed(await linesIn(store), words.join(' '), session)
    if (typeof line === 'number') return line
    if (session.flags.yes !== true) {
      if (!isAttended(session)) return mistake((say) => say.removeNeedsYes, session)
      const { confirm } = await import('@clack/prompts')
      const message = LEDGER_SENTENCES[session.language].removeAsk(printable(line.name))
      if ((await confirm({ message, initialValue: false })) !== true) return nothingDone(session)
    }
    await removeLine(store, line, session.now)
    return told(line, (say) => say.removed(line.name), session)
  })
}

/** `nokori list`: all lines, one a row. */
export function listCommand(session: Session): Promise<number> {
  return withExistingStore(session, async (store) => {
    const lines = store === null ? [] : await linesIn(store)
    const { flags, language, screen, streams } = session
    if (flags.json === true) streams.stdout.write(`${JSON.stringify(lines, null, 2)}\n`)
    else if (lines.length === 0) streams.stdout.write(noLinesText(session))
    else {
      const say = LEDGER_SENTENCES[language]
      const { name, carrier, plan, cycle, tripEnd } = say.table
      const rows = [[name, carrier, plan, cycle, tripEnd], ...lines.map((line) => rowOf(line, session, say))]
      const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))))
      for (const [index, row] of rows.entries()) {
        const text = row
          .map((cell, column) => padEnd(cell, widths[column]!))
          .join('  ')
          .trimEnd()
        streams.stdout.write(`${index === 0 ? paint(screen, text, 'bold') : text}\n`)
      }
    }
    return lines.length > 0 ? EXIT.ok : EXIT.nothingRead
  })
}

function rowOf(line: Line, { language }: Session, say: LedgerSentences): string[] {
  const { name, cycle, tripEnd } = line
  const zone = zoneOf(cycle)
  return [
    printable(name),
    carrierOf(line)?.names[language] ?? line.carrier ?? say.notSaid,
    planText(line, say) || say.notSaid,
    cycle === null ? say.notSaid : clockText(cycle, say) + (zone === DEFAULT_ZONE ? '' : ` (${zone})`),
    tripEnd === null ? say.notSaid : dateText({ at: tripEnd, zone }, language),
  ]
}

/** What a plan is called, what it holds, and what it costs, as far as anybody said. */
export function planText({ plan }: Line, say: LedgerSentences): string {
  if (plan === null) return ''
  const { name, allowance, yen } = plan
  const amount = allowance.kind === 'known' ? amountText(allowance) : allowance.kind === 'unlimited' ? '∞' : null
  const parts = [
    name,
    name !== null && amount !== null && isSaidIn(name, amount) ? null : amount,
    yen === null ? null : say.yen(yen),
  ]
  return parts
    .filter((part) => part !== null)
    .map(printable)
    .join(' ')
}

/** Many plans have their size in their name. */
const isSaidIn = (name: string, amount: string): boolean =>
  name.replace(/\s/gu, '').includes(amount.replace(/\s/gu, ''))

/** What to do where there are no lines yet. */
export const noLinesText = ({ language }: Session): string =>
  `${LEDGER_SENTENCES[language].noLines}\n${LEDGER_SENTENCES[language].noLinesNext}\n`

export const carrierOf = ({ carrier }: Line): Carrier | null => CARRIERS.find(({ id }) => id === carrier) ?? null

/** The carrier that `--carrier` names; null without the flag. */
function carrierIn({ flags, refuse }: Session): Carrier | null | number {
  const id = flags.carrier
  if (id === undefined) return null
  const carrier = CARRIERS.find((each) => each.id === id)
  return carrier ?? refuse((say) => say.unknownCarrier(id, CARRIERS.map((each) => each.id).join(', ')))
}

const isAttended = ({ flags, streams }: Session): boolean =>
  flags.json !== true && streams.stdin.isTTY && streams.stdout.isTTY

function mistake(sentence: (say: LedgerSentences) => string, { language, streams }: Session): number {
  streams.stderr.write(`${printable(sentence(LEDGER_SENTENCES[language]))}\n`)
  return EXIT.usage
}

function nothingDone({ language, streams }: Session): number {
  streams.stderr.write(`${LEDGER_SENTENCES[language].nothingDone}\n`)
  return EXIT.nothingRead
}

/** The line as JSON, or a sentence about it. */
function told(line: Line, sentence: (say: LedgerSentences) => string, { flags, language, streams }: Session): number {
  const text = flags.json === true ? JSON.stringify([line], null, 2) : printable(sentence(LEDGER_SENTENCES[language]))
  streams.stdout.write(`${text}\n`)
  return EXIT.ok
}
