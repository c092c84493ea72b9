import { COMMAND_SENTENCES } from '../text/command.ts'
import type { Language } from '../text/language.ts'
import { FLAGS } from './flags.ts'
import { beside, padEnd, paint, widthOf, wrap, type Screen } from './terminal.ts'

const EXAMPLES = [
  'nokori read',
  'nokori read my-docomo.html',
  'nokori read --json saved/',
  'nokori read --batch < texts.jsonl',
]

/** Fewer columns than this would break every meaning into many lines. */
const NARROWEST_MEANING = 28
/** Columns before and after a name. */
const INDENTS = 4

/** The help page: usage, options, examples, exit codes. */
export function help(language: Language, screen: Screen): string {
  const say = COMMAND_SENTENCES[language]
  const flags = Object.entries(FLAGS).map(([name, flag]): [string, string] => [
    `--${name}${'hint' in flag ? ` ${flag.hint}` : ''}`,
    say.flags[name as keyof typeof FLAGS],
  ])
  const examples = EXAMPLES.map((example, index): [string, string] => [example, say.exampleNotes[index] ?? ''])
  return [
    ...wrap(say.tagline, screen.columns, ''),
    '',
    paint(screen, say.usage, 'bold'),
    ...columns([['nokori read [FILE…]', say.read]], screen),
    '',
    paint(screen, say.options, 'bold'),
    ...columns(flags, screen),
    '',
    paint(screen, say.examples, 'bold'),
    ...columns(examples, screen),
    '',
    ...wrap(say.exitCodes, screen.columns, ''),
  ].join('\n')
}

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
