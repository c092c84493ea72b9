import { COMMAND_SENTENCES } from '../text/command.ts'
import type { Language } from '../text/language.ts'
import { COMMANDS, FLAGS, isFlagOf, type Command } from './flags.ts'
import { beside, padEnd, paint, widthOf, wrap, type Screen } from './terminal.ts'

const EXAMPLES = [
  'nokori read',
  'nokori read my-docomo.html',
  'nokori add main --carrier docomo',
  'nokori read --line main sms.txt',
  'nokori read --batch < texts.jsonl',
  'nokori guide docomo --offline',
]

/** Fewer columns than this would break every meaning into many lines. */
const NARROWEST_MEANING = 28
/** Columns before and after a name. */
const INDENTS = 4

/** The help page: of everything, or of one command with its options. */
export function help(language: Language, screen: Screen, command: Command | null): string {
  const say = COMMAND_SENTENCES[language]
  const usages = COMMANDS.filter((each) => command === null || each === command)
  const flags = Object.entries(FLAGS).filter(([name, flag]) =>
    command === null ? !('of' in flag) : isFlagOf(name, command),
  )
  const examples = EXAMPLES.map((example, index): [string, string] => [example, say.exampleNotes[index] ?? ''])
  return [
    ...(command === null ? [...wrap(say.tagline, screen.columns, ''), ''] : []),
    paint(screen, say.usage, 'bold'),
    ...columns(
      usages.map((each) => [`nokori ${each} ${OPERANDS[each]}`.trim(), say.commands[each]]),
      screen,
    ),
    '',
    paint(screen, say.options, 'bold'),
    ...columns(
      flags.map(([name, flag]) => [nameOf(name, flag), say.flags[name as keyof typeof FLAGS]]),
      screen,
    ),
    '',
    ...(command === null ? [paint(screen, say.examples, 'bold'), ...columns(examples, screen), '', say.moreHelp] : []),
    ...wrap(say.exitCodes, screen.columns, ''),
  ].join('\n')
}

const OPERANDS: Readonly<Record<Command, string>> = {
  status: '[NAME…]',
  check: '[NAME…]',
  read: '[FILE…]',
  forecast: '[NAME…]',
  guide: '[CARRIER]',
  carriers: '',
  add: '[NAME]',
  list: '',
  edit: 'NAME',
  remove: 'NAME',
  credentials: 'NAME',
  forget: 'NAME',
  log: 'NAME',
  withdraw: 'ID',
  remind: '[FILE]',
  export: '[FILE]',
  import: '[FILE…]',
  serve: '',
  doctor: '',
  demo: '',
}

const nameOf = (name: string, flag: object): string => `--${name}${'hint' in flag ? ` ${String(flag.hint)}` : ''}`

/** Names beside their meanings, or above them where the screen is too narrow. */
function columns(rows: readonly [name: string, meaning: string][], screen: Screen): string[] {
  const width = Math.max(...rows.map(([name]) => widthOf(name)))
  const narrow = screen.columns - width - INDENTS < NARROWEST_MEANING
  return rows.flatMap(([name, meaning]) => {
    const painted = `  ${paint(screen, padEnd(name, width), 'cyan')}  `
    if (narrow) return [painted.trimEnd(), ...wrap(meaning, screen.columns, '      ')]
    return beside(painted, meaning, screen.columns)
  })
}
