import { basename } from 'node:path'
import type { Carrier } from '../carriers/carrier.ts'
import type { Failure } from '../core/failure.ts'
import { printable } from '../core/printable.ts'
import { CHANNELS, type Channel, type Reading } from '../core/reading.ts'
import { flatten } from '../reader/decide/flat.ts'
import { explainBytes, type ReadOptions } from '../reader/index.ts'
import type { Opened } from '../reader/open/opened.ts'
import type { Language } from '../text/language.ts'
import { FAILURE_SENTENCES } from '../text/failures.ts'
import { batch } from './batch.ts'
import { card } from './card.ts'
import { explain } from './explain.ts'
import { findEvidence, type Evidence } from './evidence.ts'
import { EXIT, type Session } from './session.ts'

/** `nokori read`: cards, JSON or the explained text of everything named; the exit code. */
export async function read(paths: readonly string[], session: Session): Promise<number> {
  const { flags, streams } = session
  const { carrier: carrierId, channel } = flags
  if (channel !== undefined && !isChannel(channel))
    return session.refuse((say) => say.unknownValue('--channel', channel, CHANNELS.join(', ')))
  if (flags.line !== undefined) return (await import('./keep.ts')).keep(paths, channel, session)
  if (flags.which !== undefined) return session.refuse((say) => say.needsFlag('--which', '--line'))
  // What is known of all carriers is large, and most readings need none of it.
  const carriers = carrierId === undefined ? [] : (await import('../carriers/index.ts')).CARRIERS
  const carrier = carriers.find(({ id }) => id === carrierId)
  if (carrierId !== undefined && carrier === undefined) {
    return session.refuse((say) => say.unknownCarrier(carrierId, carriers.map(({ id }) => id).join(', ')))
  }
  const options: ReadOptions = {
    observedAt: session.now,
    // The clock says when the text is read, not when it was written: it completes no year by itself.
    ...(flags.now === undefined ? {} : { now: session.now }),
    ...(carrier === undefined ? {} : { carrier }),
    ...(channel === undefined ? {} : { channel }),
  }
  if (flags.batch === true) {
    return (await batch(streams.stdin, streams.stdout, options, flags.full === true)) ? EXIT.ok : EXIT.nothingRead
  }
  if (paths.length === 0 && flags.json !== true && streams.stdin.isTTY && streams.stdout.isTTY) {
    const { pasting } = await import('./pasting.ts')
    return pasting(session, options)
  }
  const found = findEvidence(paths, () => streams.stdin)
  if (!found.ok) {
    const path = printable(found.path)
    return session.refuse((say) => (found.why === 'missing' ? say.cannotOpen(path) : say.emptyFolder(path)))
  }
  const entries: object[] = []
  let readAny = false
  for (const [index, evidence] of found.evidence.entries()) {
    const answer = await answerTo(evidence, options)
    readAny ||= answer.readings.length > 0
    if (flags.json === true) entries.push(...jsonEntries(answer))
    else show(answer, session, { several: found.evidence.length > 1, first: index === 0, carrier })
  }
  if (flags.json === true) streams.stdout.write(`${JSON.stringify(entries, null, 2)}\n`)
  return readAny ? EXIT.ok : EXIT.nothingRead
}

/** What one piece of evidence said, or why it said nothing. */
export interface Answer {
  readonly path: string | null
  readonly opened: Opened | null
  readonly readings: readonly Reading[]
  readonly failure: Failure | null
}

const isChannel = (name: string): name is Channel => (CHANNELS as readonly string[]).includes(name)

/** What one piece of evidence says. */
export async function answerTo({ path, bytes }: Evidence, options: ReadOptions): Promise<Answer> {
  const nothing = { path, opened: null, readings: [] }
  const collected = await bytes()
  if (!collected.ok) return { ...nothing, failure: collected.failure }
  const named = path === null ? options : { ...options, fileName: basename(path) }
  const explained = await explainBytes(collected.value, named)
  if (!explained.ok) return { ...nothing, failure: explained.failure }
  const { opened, outcome } = explained.value
  return outcome.ok
    ? { path, opened, readings: outcome.value, failure: null }
    : { path, opened, readings: [], failure: outcome.failure }
}

/** One entry per line that was read; one with the failure where nothing was. */
function jsonEntries({ path, readings, failure }: Answer): object[] {
  if (failure !== null) return [{ file: path, ...flatten({ ok: false, failure }, true) }]
  return readings.map((reading) => ({
    file: path,
    line: reading.line,
    ...flatten({ ok: true, value: [reading] }, true),
  }))
}

/** Cards go to stdout with a line between them, failures to stderr; files are named where there are several. */
function show(
  answer: Answer,
  session: Session,
  { several, first, carrier }: { several: boolean; first: boolean; carrier: Carrier | undefined },
): void {
  const { language, screen, streams } = session
  const file = several && answer.path !== null ? printable(answer.path) : ''
  const text = answer.opened?.text ?? ''
  if (!first && answer.failure === null) streams.stdout.write('\n')
  if (session.flags.explain === true && text !== '') {
    streams.stdout.write(`${explain(text, answer.readings, language, screen).trimEnd()}\n\n`)
  }
  if (answer.failure !== null) {
    streams.stderr.write(`${file === '' ? '' : `${file}: `}${failureText(answer.failure, language)}\n`)
  }
  for (const reading of answer.readings) {
    const title = [file, carrier?.names[language] ?? ''].filter((part) => part !== '').join(' · ')
    streams.stdout.write(`${card(reading, { language, screen, now: session.now, text, title })}\n`)
  }
}

/** What happened and what to do next, in one line. */
export function failureText({ code, reason }: Failure, language: Language): string {
  const sentences = FAILURE_SENTENCES[language]
  const { what, next } = reason === undefined ? sentences.codes[code] : sentences.unreadable[reason]
  return language === 'en' ? `${what} ${next}` : what + next
}
