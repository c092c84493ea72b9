import { text as streamText } from 'node:stream/consumers'
import { CARRIERS } from '../carriers/index.ts'
import type { Line } from '../core/line.ts'
import { printable } from '../core/printable.ts'
import type { Credentials } from '../core/credentials.ts'
import { Secret } from '../core/secret.ts'
import { linesIn } from '../jobs/lines.ts'
import type { Vault } from '../ledger/vault.ts'
import { CHECK_SENTENCES, type CheckSentences } from '../text/check.ts'
import { FAILURE_SENTENCES } from '../text/failures.ts'
import { lineNamed } from './named-line.ts'
import { EXIT, type Session } from './session.ts'
import { withVault } from './with-store.ts'

/** `nokori credentials NAME`: stores a line's sign-in, or another in its place. */
export function credentialsCommand(words: readonly string[], session: Session): Promise<number> {
  return withVault(session, async (store, vault) => {
    const line = lineNamed(await linesIn(store), words.join(' '), session)
    if (typeof line === 'number') return line
    const credentials = await credentialsFor(line, session)
    return typeof credentials === 'number' ? credentials : keepCredentials(vault, line, credentials, session)
  })
}

/** `nokori forget NAME`: erases a line's sign-in, its session, and what became of it. */
export function forgetCommand(words: readonly string[], session: Session): Promise<number> {
  return withVault(session, async (store, vault) => {
    const line = lineNamed(await linesIn(store), words.join(' '), session)
    if (typeof line === 'number') return line
    const wasThere = await vault.forget(line.id)
    return told((say) => (wasThere ? say.forgotten : say.nothingForgotten)(line.name), session)
  })
}

/** Seals what a line's owner signs in with. */
export async function keepCredentials(
  vault: Vault,
  line: Line,
  credentials: Credentials,
  session: Session,
): Promise<number> {
  const kept = await vault.keepCredentials(line.id, new Secret(credentials))
  if (kept.ok)
    return told((say) => (kept.value.changed ? say.kept(asTyped(line.name)) : say.unchanged(line.name)), session)
  const { language, streams } = session
  const seal = kept.seal === undefined ? '' : CHECK_SENTENCES[language].seal[kept.seal]
  streams.stderr.write(`${FAILURE_SENTENCES[language].codes[kept.failure.code].what} ${seal}\n`)
  return EXIT.personMustAct
}

/** A name as it is typed on a command line. */
export const asTyped = (name: string): string => (/\s/u.test(name) ? `"${name}"` : name)

/** What a line's owner signs in with: from standard input where a script says so, else asked for; else the exit code. */
export async function credentialsFor(line: Pick<Line, 'carrier'>, session: Session): Promise<Credentials | number> {
  const { flags, streams } = session
  if (flags['secrets-stdin'] === true) {
    if (flags.user === undefined) return mistake((say) => say.userNeeded, session)
    const secrets = secretsFrom(await streamText(streams.stdin))
    return secrets === null ? mistake((say) => say.badSecrets, session) : { user: flags.user, ...secrets }
  }
  if (!streams.stdin.isTTY || !streams.stdout.isTTY) return mistake((say) => say.badSecrets, session)
  return askCredentials(line, session)
}

/** {"password", "pin"?}; nothing of it is ever said again. */
function secretsFrom(json: string): Omit<Credentials, 'user'> | null {
  try {
    const { password, pin } = JSON.parse(json) as Record<string, unknown>
    const isFit = typeof password === 'string' && (pin === undefined || pin === null || typeof pin === 'string')
    return isFit ? { password, ...(typeof pin === 'string' ? { pin } : {}) } : null
  } catch {
    return null
  }
}

async function askCredentials({ carrier }: Pick<Line, 'carrier'>, session: Session): Promise<Credentials | number> {
  const { isCancel, password, text } = await import('@clack/prompts')
  const say = CHECK_SENTENCES[session.language]
  const portal = CARRIERS.find(({ id }) => id === carrier)?.channels.portal ?? null
  const user = session.flags.user ?? (await text({ message: say.askUser(portal?.account ?? null) }))
  if (isCancel(user)) return EXIT.nothingRead
  const secret = await password({ message: say.askPassword })
  if (isCancel(secret)) return EXIT.nothingRead
  const pin = portal?.login.includes('networkPin') === true ? await password({ message: say.askPin }) : ''
  if (isCancel(pin)) return EXIT.nothingRead
  return { user, password: secret, ...(pin ? { pin } : {}) }
}

function mistake(sentence: (say: CheckSentences) => string, { language, streams }: Session): number {
  streams.stderr.write(`${sentence(CHECK_SENTENCES[language])}\n`)
  return EXIT.usage
}

function told(sentence: (say: CheckSentences) => string, { language, streams, flags }: Session): number {
  const out = flags.json === true ? streams.stderr : streams.stdout
  out.write(`${printable(sentence(CHECK_SENTENCES[language]))}\n`)
  return EXIT.ok
}
