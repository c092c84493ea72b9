import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { printable } from '../core/printable.ts'
import { StoreProblem } from '../ledger/store.ts'
import { INVITATION_MINUTES, CODE_TRIES } from '../server/invitations.ts'
import { startServer, type RunningServer, type ServerOptions } from '../server/server.ts'
import { readStaticFiles } from '../server/static-files.ts'
import { isLoopback } from '../server/visit.ts'
import { openServed } from '../store/admissions/open.ts'
import { SERVE_SENTENCES, type ServeSentences } from '../text/serve.ts'
import { EXIT, type Session } from './session.ts'
import { paint, wrap } from './terminal.ts'
import { ledgerPath, problemSaid } from './with-store.ts'

/** 4649, yo-ro-shi-ku: "pleased to meet you". Always the same, since a browser keeps an app by its port too. */
const PORT = 4649
const LOOPBACK = '127.0.0.1'
const MOST_PORT = 65_535

type Settings = Pick<ServerOptions, 'listen' | 'port' | 'tls' | 'publicUrl'>

/** `nokori serve`: the app for browsers, and the ledger in step with theirs, until somebody ends it. */
export async function serveCommand(session: Session): Promise<number> {
  const settings = settingsIn(session)
  if (typeof settings === 'number') return settings
  const say = SERVE_SENTENCES[session.language]
  const files = await readStaticFiles(webFolder())
  if (files === null) {
    session.streams.stderr.write(`${say.notBuilt}\n`)
    return EXIT.personMustAct
  }
  try {
    const served = await openServed(ledgerPath())
    try {
      const { flags, now } = session
      const report = reporter(session)
      const clock = (): string => (flags.now === undefined ? new Date().toISOString() : now)
      const server = await startServer({ ...served, ...settings, files, now: clock, report })
      return await attend(server, settings, session)
    } finally {
      await served.close()
    }
  } catch (error) {
    return notStarted(error, settings, session) ?? problemSaid(error, session)
  }
}

/** What the flags say; the exit code where they make no sense. */
function settingsIn({ flags, language, refuse, streams }: Session): Settings | number {
  const say = SERVE_SENTENCES[language]
  const wrong = (sentence: string): number => {
    streams.stderr.write(`${printable(sentence)}\n`)
    return EXIT.usage
  }
  const { port = `${PORT}`, listen = LOOPBACK, 'tls-cert': cert, 'tls-key': key, 'public-url': url } = flags
  if (!/^\d{1,5}$/u.test(port) || Number(port) > MOST_PORT) return wrong(say.badPort(port))
  if (isIP(listen) === 0) return wrong(say.badListen(listen))
  if (cert !== undefined && key === undefined) return refuse((words) => words.needsFlag('--tls-cert', '--tls-key'))
  if (key !== undefined && cert === undefined) return refuse((words) => words.needsFlag('--tls-key', '--tls-cert'))
  const publicUrl = url === undefined ? null : URL.parse(url)
  if (url !== undefined && !isPublic(publicUrl)) return wrong(say.badPublicUrl(url))
  const settings = { port: Number(port), listen, publicUrl }
  if (cert === undefined || key === undefined) return { ...settings, tls: null }
  const [certContent, keyContent] = [contentOf(cert), contentOf(key)]
  if (certContent === null || keyContent === null)
    return refuse((words) => words.cannotOpen(printable(certContent === null ? cert : key)))
  return { ...settings, tls: { cert: certContent, key: keyContent } }
}

/** Null where the system does not give it. */
function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** An origin by https, and nothing behind it. */
const isPublic = (url: URL | null): boolean => url?.protocol === 'https:' && url.href === `${url.origin}/`

/** The built app lies beside the bundle; where the sources run directly, where the bundle would be. */
function webFolder(): string {
  const here = import.meta.dirname
  return here.endsWith(join('src', 'cli')) ? join(here, '..', '..', 'dist', 'web') : join(here, 'web')
}

/** Says why the server could not start; null for whatever else went wrong. */
function notStarted(error: unknown, { port, listen }: Settings, { language, streams }: Session): number | null {
  const say = SERVE_SENTENCES[language]
  const code = String((error as NodeJS.ErrnoException).code)
  const [sentence, exit] =
    code === 'EADDRINUSE'
      ? [say.portTaken(port), EXIT.failedForNow]
      : code === 'EADDRNOTAVAIL'
        ? [say.noSuchAddress(listen), EXIT.usage]
        : code === 'EACCES'
          ? [say.portForbidden(port), EXIT.usage]
          : code.startsWith('ERR_OSSL') || code.startsWith('ERR_SSL')
            ? [say.badCertificate, EXIT.usage]
            : [null, null]
  if (sentence === null) return null
  streams.stderr.write(`${sentence}\n`)
  return exit
}

/** Says how to get in, and waits until somebody ends it. */
async function attend(server: RunningServer, settings: Settings, session: Session): Promise<number> {
  const { flags, language, streams } = session
  const say = SERVE_SENTENCES[language]
  const isAsked = flags.json !== true && streams.stdin.isTTY && streams.stdout.isTTY
  const ended = new Promise<void>((resolve) => {
    process.removeAllListeners('SIGINT')
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  invite(server, settings, isAsked, session)
  if (flags.json !== true)
    streams.stdout.write(`${paragraph([...reachOf(server, settings, say), say.end], session)}\n\n`)
  const lines = isAsked ? createInterface({ input: streams.stdin }) : null
  lines?.on('line', () => invite(server, settings, isAsked, session))
  await ended
  // Who is impatient need not wait for what is under way.
  process.once('SIGINT', () => process.exit(INTERRUPTED))
  lines?.close()
  await server.stop()
  if (flags.json !== true) streams.stdout.write(`${say.ended}\n`)
  return EXIT.ok
}

const INTERRUPTED = 130

/** Prints an address for a browser of this machine and, where others may come in, a pairing code: new ones each time. */
function invite(
  { invitations, isPairing, port }: RunningServer,
  settings: Settings,
  isAsked: boolean,
  session: Session,
): void {
  const { flags, language, streams, screen } = session
  const say = SERVE_SENTENCES[language]
  const base = baseOf(port, settings)
  const address = `${base}#token=${invitations.newToken().reveal()}`
  const code = isPairing ? invitations.newCode().reveal() : null
  if (flags.json === true) {
    streams.stdout.write(`${JSON.stringify({ address, pairing: code && { address: base, code } })}\n`)
    return
  }
  const more = isAsked ? [say.enter] : []
  const here = [
    say.open,
    `  ${paint(screen, address, 'bold')}`,
    paragraph([say.once(INVITATION_MINUTES), ...more], session),
  ]
  const elsewhere =
    code === null
      ? []
      : [
          paragraph([say.pair(base)], session),
          `  ${paint(screen, `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`, 'bold')}`,
          paragraph([say.pairOnce(INVITATION_MINUTES, CODE_TRIES), ...more], session),
        ]
  streams.stdout.write(`${[...here, ...elsewhere].join('\n\n')}\n\n`)
}

/** Where the app is, for who types it: the public address, else one that a browser of this machine can open. */
function baseOf(port: number, { listen, tls, publicUrl }: Settings): string {
  if (publicUrl !== null) return publicUrl.href
  const isAll = ALL_ADDRESSES.includes(listen)
  const host = !isAll ? listen : tls === null ? LOOPBACK : (ownAddress() ?? LOOPBACK)
  return `http${tls === null ? '' : 's'}://${isIP(host) === 6 ? `[${host}]` : host}:${port}/`
}

const ALL_ADDRESSES = ['0.0.0.0', '::']

/** An address at which the network knows this machine. */
const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

/** Who can reach it, where that has to be said. */
function reachOf({ isPairing }: RunningServer, { listen }: Settings, say: ServeSentences): string[] {
  if (isPairing) return []
  return [isLoopback(listen) ? say.onlyHere : say.plainElsewhere]
}

/** Sentences one after the other, as wide as the screen. */
const paragraph = (sentences: readonly string[], { language, screen }: Session): string =>
  wrap(sentences.join(language === 'en' ? ' ' : ''), screen.columns, '').join('\n')

/** Tells of what goes wrong while it runs: of the ledger what and what to do, of mistakes of ours where, and never what was asked. */
function reporter(session: Session): (error: unknown) => void {
  let last: unknown = null
  return (error) => {
    const what = error instanceof StoreProblem ? error.code : error
    if (what === last) return
    last = what
    if (error instanceof StoreProblem) problemSaid(error, session)
    else session.streams.stderr.write(`${SERVE_SENTENCES[session.language].failed}\n${placesOf(error)}\n`)
  }
}

/** Where an error came from, without its message, which may quote what somebody sent. */
function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
  return [error.name, ...places].join('\n')
}
