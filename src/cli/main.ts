import { takePassphrase } from '../store/vault/passphrase.ts'
import { COMMAND_SENTENCES, type CommandSentences } from '../text/command.ts'
import { LANGUAGES, languageOf, type Language } from '../text/language.ts'
import { COMMANDS, isFlagOf, parseCommandLine, type Command, type CommandLine } from './flags.ts'
import { help } from './help.ts'
import { EXIT, SECOND_COPY, type Session } from './session.ts'
import { screenOf } from './terminal.ts'

/** Set by the build; absent when the sources run directly. */
declare const NOKORI_VERSION: string | undefined
const version = (): string => (typeof NOKORI_VERSION === 'string' ? NOKORI_VERSION : 'development')

/** What each command does, and its exit code. */
export type Actions = Readonly<
  Record<Command, (operands: readonly string[], session: Session) => number | Promise<number>>
>

/** Runs one command line; resolves to the exit code. */
export async function main(args: readonly string[], process: NodeJS.Process, actions: Actions): Promise<number> {
  const passphrase = takePassphrase(process.env)
  const commandLine = parseCommandLine(args)
  const { flags, positionals } = commandLine
  const language = languageOf(flags.lang ?? '') ?? languageOfEnvironment(process.env)
  const say = COMMAND_SENTENCES[language]
  const refuse: Session['refuse'] = (sentence) => {
    process.stderr.write(`${sentence(say)}\n${say.seeHelp}\n`)
    return EXIT.usage
  }
  const [command = 'status', ...operands] = positionals
  const mistake = commandLine.mistake ?? mistakeIn(command, flags)
  if (mistake !== null) return refuse(mistake)
  if (flags.version === true) {
    process.stdout.write(`${version()}\n`)
    return EXIT.ok
  }
  const screen = screenOf(process.stdout, process.env)
  if (flags.help === true || command === 'help') {
    const about = command === 'help' ? operands[0] : positionals[0]
    process.stdout.write(`${help(language, screen, about !== undefined && isCommand(about) ? about : null)}\n`)
    return EXIT.ok
  }
  const now = new Date(flags.now ?? process.env[SECOND_COPY] ?? Date.now()).toISOString()
  const session: Session = { flags, language, screen, now, passphrase, streams: process, refuse }
  return actions[command as Command](operands, session)
}

const isCommand = (name: string): name is Command => (COMMANDS as readonly string[]).includes(name)

/** The first thing that makes no sense although every flag by itself does. */
function mistakeIn(command: string, flags: CommandLine['flags']): ((say: CommandSentences) => string) | null {
  const { lang, now } = flags
  if (lang !== undefined && languageOf(lang) === null) return (say) => say.unknownLanguage(lang, LANGUAGES.join(', '))
  if (now !== undefined && Number.isNaN(Date.parse(now))) return (say) => say.badTime(now)
  if (command === 'help') return null
  if (!isCommand(command)) return (say) => say.unknownCommand(command)
  const foreign = Object.keys(flags).find((name) => !isFlagOf(name, command))
  if (foreign !== undefined) return (say) => say.notFor(`--${foreign}`, command)
  if (flags.explain === true && flags.json === true) return (say) => say.notTogether('--explain', '--json')
  if (flags.explain === true && flags.batch === true) return (say) => say.notTogether('--explain', '--batch')
  return null
}

/** English unless the environment names a language that Nokori speaks. */
function languageOfEnvironment(environment: NodeJS.ProcessEnv): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return languageOf(locale) ?? 'en'
}
