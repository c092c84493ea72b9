import type { CommandSentences } from '../text/command.ts'

/** Every flag; `text/command.ts` says what each does. */
export const FLAGS = {
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  carrier: { type: 'string', hint: 'ID' },
  lang: { type: 'string', hint: 'LANGUAGE' },
  now: { type: 'string', hint: 'TIME' },
  batch: { type: 'boolean' },
  full: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies Record<
  keyof CommandSentences['flags'],
  { type: 'boolean' | 'string'; hint?: string; short?: string }
>

// Importing node:util as a module evaluates all of it, which is a fifth of an empty program's start.
const { parseArgs } = process.getBuiltinModule('node:util')

type FlagName = keyof typeof FLAGS
type FlagValues = { -readonly [Name in FlagName]?: (typeof FLAGS)[Name]['type'] extends 'string' ? string : true }

/** The command line, taken apart. `mistake` is what to tell the user when it makes no sense. */
export interface CommandLine {
  readonly flags: FlagValues
  readonly positionals: readonly string[]
  readonly mistake: ((say: CommandSentences) => string) | null
}

const isFlag = (name: string): name is FlagName => Object.hasOwn(FLAGS, name)

/** Takes arguments apart; of several mistakes the first is told, and the flags around it still count (`--lang`). */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({ args: [...args], options: FLAGS, strict: false, allowPositionals: true, tokens: true })
  const flags: Record<string, string | true> = {}
  const positionals: string[] = []
  let mistake: CommandLine['mistake'] = null
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (!isFlag(name)) mistake ??= (say) => say.unknownFlag(rawName)
    else if (FLAGS[name].type === 'boolean') {
      if (value === undefined) flags[name] = true
      else mistake ??= (say) => say.takesNoValue(rawName)
    } else if (value === undefined || value === '' || (inlineValue === false && value.startsWith('-'))) {
      mistake ??= (say) => say.needsValue(rawName)
    } else flags[name] = value
  }
  return { flags, positionals, mistake }
}
