import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findBrowser } from '../channels/portal/find-browser.ts'
import { snapshotOf } from '../channels/portal/snapshot.ts'
import { zoneOf, timeIn } from '../core/cycle.ts'
import { FAILURES, succeeded, type FailureCode } from '../core/failure.ts'
import type { Line } from '../core/line.ts'
import { printable } from '../core/printable.ts'
import {
  checkLines,
  portalOf,
  type Checked,
  type CheckedLines,
  type CheckOptions,
  type CheckStep,
} from '../jobs/check.ts'
import { linesIn } from '../jobs/lines.ts'
import type { Store } from '../ledger/store.ts'
import type { Vault } from '../ledger/vault.ts'
import { flatten } from '../reader/decide/flat.ts'
import { CHECK_SENTENCES } from '../text/check.ts'
import { FAILURE_SENTENCES } from '../text/failures.ts'
import { dateText } from '../text/format.ts'
import { card } from './card.ts'
import { asTyped } from './credentials.ts'
import { linesNamed } from './named-line.ts'
import { EXIT, type Session } from './session.ts'
import { paint } from './terminal.ts'
import { ledgerPath, problemSaid, withVault } from './with-store.ts'

/** `nokori check [NAME…]`: what is left, fetched from the carriers' portals; with `--notify` what is due is told after it. */
export async function checkCommand(names: readonly string[], session: Session): Promise<number> {
  if (session.flags.notify !== true) return checkNamed(names, session)
  const code = await checkNamed(names, session)
  return code === INTERRUPTED ? code : (await import('./status.ts')).statusCommand(names, session)
}

function checkNamed(names: readonly string[], session: Session): Promise<number> {
  return withVault(session, async (store, vault) => {
    const all = await linesIn(store)
    const lines = names.length > 0 ? linesNamed(all, names, session) : await checkable(all, vault)
    if (typeof lines === 'number') return lines
    const { flags, language, streams } = session
    if (flags.show === true && names.length === 0) return session.refuse((say) => say.needsFlag('--show', 'NAME'))
    if (flags.code !== undefined && lines.length !== 1) return session.refuse((say) => say.needsFlag('--code', 'NAME'))
    if (lines.length === 0) {
      if (flags.json === true) streams.stdout.write('[]\n')
      else if (flags.notify !== true) streams.stderr.write(`${CHECK_SENTENCES[language].nothingToCheck}\n`)
      return EXIT.nothingRead
    }
    const interrupt = new AbortController()
    process.removeAllListeners('SIGINT').once('SIGINT', () => interrupt.abort())
    const options = optionsOf(session, interrupt.signal)
    const check = flags.show === true ? showAll : checkAll
    const { checked, problem } = await check(store, vault, lines, options, session)
    if (interrupt.signal.aborted) return INTERRUPTED
    const code = flags.notify === true ? exitOf(checked) : await tell(checked, session)
    return problem === null ? code : problemSaid(problem, session)
  })
}

type Options = Omit<CheckOptions, 'browser'>

/** All at once, then once more with the codes that a person gives; in one browser, where any line needs one. */
async function checkAll(
  store: Store,
  vault: Vault,
  lines: readonly Line[],
  options: Options,
  session: Session,
): Promise<CheckedLines> {
  const browser = lazily(async () => {
    const path = findBrowser(process.env, process.platform)
    return path === null ? null : (await import('../channels/portal/browser.ts')).openBrowser(path)
  })
  try {
    const all = { ...options, browser: browser.get }
    return await withCodes(store, vault, await checkLines(store, vault, lines, all), all, session)
  } finally {
    await (await browser.made())?.close()
  }
}

async function showAll(store: Store, vault: Vault, lines: readonly Line[], options: Options): Promise<CheckedLines> {
  const { showLines } = await import('../jobs/show.ts')
  const browserPath = findBrowser(process.env, process.platform, true)
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
  return showLines(store, vault, lines, { ...options, browserPath, hasDisplay })
}

/** Made when first asked for, and only once. */
function lazily<T>(make: () => Promise<T>): { get: () => Promise<T>; made: () => Promise<T | null> } {
  let made: Promise<T> | null = null
  return { get: () => (made ??= make()), made: () => made ?? Promise.resolve(null) }
}

const INTERRUPTED = 130

/** Lines with a stored sign-in, and those whose portal asks for none. */
async function checkable(lines: readonly Line[], vault: Vault): Promise<Line[]> {
  const kept = await vault.portals()
  return lines.filter((line) => kept.get(line.id)?.hasCredentials === true || portalOf(line)?.isOpenByLine === true)
}

function optionsOf({ flags, language, streams, now }: Session, signal: AbortSignal): Options {
  const began = performance.now()
  const last = new Map<string, CheckStep>()
  return {
    code: flags.code ?? null,
    isForced: flags.force === true,
    now: () => (flags.now === undefined ? new Date().toISOString() : now),
    random: Math.random,
    progress: ({ id, name }, step) => {
      if (last.get(id) === step) return
      last.set(id, step)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      streams.stderr.write(`${printable(name)} · ${CHECK_SENTENCES[language].steps[step]} (${seconds} s)\n`)
    },
    signal,
  }
}

/** Where somebody sits at a terminal, a code is asked for and the check goes on with it. */
async function withCodes(
  store: Store,
  vault: Vault,
  first: CheckedLines,
  options: CheckOptions,
  session: Session,
): Promise<CheckedLines> {
  const { flags, language, streams } = session
  const isAsked = flags.json !== true && flags.notify !== true && streams.stdin.isTTY && streams.stderr.isTTY
  if (!isAsked || options.signal.aborted) return first
  const checked: Checked[] = []
  let { problem } = first
  for (const each of first.checked) {
    const waits = !each.outcome.ok && each.outcome.failure.code === 'needs-code'
    const code = waits ? await askCode(CHECK_SENTENCES[language].askCode) : null
    const again = code === null ? null : await checkLines(store, vault, [each.line], { ...options, code })
    checked.push(...(again?.checked ?? [each]))
    problem ??= again?.problem ?? null
  }
  return { checked, problem }
}

async function askCode(message: string): Promise<string | null> {
  const { isCancel, text } = await import('@clack/prompts')
  const code = await text({ message, output: process.stderr })
  return isCancel(code) || code === undefined || code.trim() === '' ? null : code.trim()
}

async function tell(checked: readonly Checked[], session: Session): Promise<number> {
  const { flags, streams } = session
  if (flags.json === true) streams.stdout.write(`${JSON.stringify(checked.map(jsonOf), null, 2)}\n`)
  else {
    const texts: string[] = []
    for (const each of checked) texts.push(await textOf(each, session))
    if (texts.length > 0) streams.stdout.write(`${texts.join('\n\n')}\n`)
  }
  return exitOf(checked)
}

/** 0 all read; 3 somebody must act; 4 some failed for now. */
function exitOf(checked: readonly Checked[]): number {
  const codes = checked.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.failure.code]))
  if (codes.length === 0) return EXIT.ok
  return codes.some((code) => FAILURES[code] === 'after-a-person') ? EXIT.personMustAct : EXIT.failedForNow
}

/** One line's check for scripts. */
function jsonOf({ line, outcome, until, engine, bytesReceived, milliseconds }: Checked): object {
  const code = outcome.ok ? null : outcome.failure.code
  const { failure: _, ...figures } = flatten(outcome.ok ? succeeded([outcome.value.reading]) : outcome)
  return {
    line: line.name,
    outcome: code ?? 'reading',
    next: code === null ? null : FAILURES[code],
    until,
    ...figures,
    reading: outcome.ok ? outcome.value.reading : null,
    engine,
    bytesReceived,
    milliseconds,
  }
}

async function textOf(checked: Checked, session: Session): Promise<string> {
  const { line, outcome } = checked
  const { language, screen, now } = session
  if (outcome.ok)
    return card(outcome.value.reading, { language, screen, now, text: outcome.value.text, title: printable(line.name) })
  const { code } = outcome.failure
  const { what, next } =
    checked.window === null ? FAILURE_SENTENCES[language].codes[code] : CHECK_SENTENCES[language].window[checked.window]
  const rest = await nextSteps(checked, code, session)
  return [paint(screen, printable(line.name), 'bold'), what, ...(rest.length > 0 ? rest : [next])].join('\n')
}

/** What to do about it, more exactly than for any carrier. */
async function nextSteps(
  { line, until, seal, window, page }: Checked,
  code: FailureCode,
  session: Session,
): Promise<string[]> {
  const say = CHECK_SENTENCES[session.language]
  const name = asTyped(printable(line.name))
  const zone = zoneOf(line.cycle)
  const kept = code === 'changed' && page !== null ? [say.pageKept(await keepSnapshot(line, snapshotOf(page)))] : []
  if (window !== null) return [say.window[window].next, say.saveNext(name), ...kept]
  if (seal !== null) return [say.seal[seal]]
  if (code === 'needs-code') return [say.codeNext(name)]
  if (code === 'no-credentials') return [say.credentialsNext(name), say.showNext(name)]
  if (code === 'needs-person') return [FAILURE_SENTENCES[session.language].codes[code].next, say.showNext(name)]
  if (code === 'unsupported') return [portalOf(line) === null ? say.noPortal(name) : say.needsScript]
  return kept.length > 0 || until === null
    ? kept
    : [say.notBefore(dateText({ at: timeIn(zone, until), zone }, session.language))]
}

/** Beside the ledger, for its owner to look at and to send, or not. */
async function keepSnapshot({ id }: Line, snapshot: string): Promise<string> {
  const path = join(dirname(ledgerPath()), `changed-${id}.txt`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, snapshot, { mode: 0o600 })
  return path
}
