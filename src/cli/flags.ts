import type { CommandSentences } from '../text/command.ts'

/** What can be done, by what a person wants: to see, to keep, to look after it. */
export const COMMANDS = [
  'status',
  'check',
  'read',
  'forecast',
  'guide',
  'carriers',
  'add',
  'list',
  'edit',
  'remove',
  'credentials',
  'forget',
  'log',
  'withdraw',
  'remind',
  'export',
  'import',
  'serve',
  'doctor',
  'demo',
] as const
export type Command = (typeof COMMANDS)[number]

const LINE_COMMANDS = ['add', 'edit'] as const

/** Every flag and, where it is not of all commands, of which; `text/command.ts` says what each does. */
export const FLAGS = {
  json: { type: 'boolean' },
  explain: { type: 'boolean', of: ['read'] },
  carrier: { type: 'string', hint: 'ID', of: ['read', ...LINE_COMMANDS] },
  line: { type: 'string', hint: 'NAME', of: ['read'] },
  which: { type: 'string', hint: 'NUMBER', of: ['read'] },
  batch: { type: 'boolean', of: ['read', 'forecast'] },
  full: { type: 'boolean', of: ['read'] },
  channel: { type: 'string', hint: 'CHANNEL', of: ['read', 'guide', 'carriers'] },
  from: { type: 'string', hint: 'WHERE', of: ['guide'] },
  offline: { type: 'boolean', of: ['guide'] },
  'no-login': { type: 'boolean', of: ['guide'] },
  'no-call': { type: 'boolean', of: ['guide'] },
  host: { type: 'string', hint: 'NETWORK', of: ['carriers'] },
  kind: { type: 'string', hint: 'KIND', of: ['carriers'] },
  name: { type: 'string', hint: 'NAME', of: ['edit'] },
  plan: { type: 'string', hint: 'NAME', of: LINE_COMMANDS },
  allowance: { type: 'string', hint: 'AMOUNT', of: LINE_COMMANDS },
  price: { type: 'string', hint: 'YEN', of: LINE_COMMANDS },
  cycle: { type: 'string', hint: 'CYCLE', of: LINE_COMMANDS },
  start: { type: 'string', hint: 'TIME', of: LINE_COMMANDS },
  zone: { type: 'string', hint: 'ZONE', of: LINE_COMMANDS },
  'trip-end': { type: 'string', hint: 'DATE', of: LINE_COMMANDS },
  'alert-at': { type: 'string', hint: 'LIST', of: LINE_COMMANDS },
  quiet: { type: 'string', hint: 'HOURS', of: LINE_COMMANDS },
  portal: { type: 'string', hint: 'URL', of: LINE_COMMANDS },
  'login-site': { type: 'string', hint: 'URL', of: LINE_COMMANDS, multiple: true },
  'line-number': { type: 'string', hint: 'DIGITS', of: LINE_COMMANDS },
  user: { type: 'string', hint: 'ID', of: ['add', 'credentials'] },
  'secrets-stdin': { type: 'boolean', of: ['add', 'credentials'] },
  code: { type: 'string', hint: 'DIGITS', of: ['check'] },
  show: { type: 'boolean', of: ['check'] },
  force: { type: 'boolean', of: ['check'] },
  yes: { type: 'boolean', of: ['remove'] },
  before: { type: 'string', hint: 'ID', of: ['log'] },
  undo: { type: 'boolean', of: ['withdraw'] },
  csv: { type: 'boolean', of: ['export'] },
  notify: { type: 'boolean', of: ['status', 'check'] },
  port: { type: 'string', hint: 'N', of: ['serve'] },
  listen: { type: 'string', hint: 'ADDRESS', of: ['serve'] },
  'tls-cert': { type: 'string', hint: 'FILE', of: ['serve'] },
  'tls-key': { type: 'string', hint: 'FILE', of: ['serve'] },
  'public-url': { type: 'string', hint: 'URL', of: ['serve'] },
  lang: { type: 'string', hint: 'LANGUAGE' },
  now: { type: 'string', hint: 'TIME' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies Record<
  keyof CommandSentences['flags'],
  { type: 'boolean' | 'string'; hint?: string; short?: string; of?: readonly Command[]; multiple?: true }
>

// Importing node:util as a module evaluates all of it, which is a fifth of an empty program's start.
const { parseArgs } = process.getBuiltinModule('node:util')

type FlagName = keyof typeof FLAGS
type FlagValues = {
  -readonly [Name in FlagName]?: (typeof FLAGS)[Name] extends { multiple: true }
    ? string[]
    : (typeof FLAGS)[Name]['type'] extends 'string'
      ? string
      : true
}

/** The command line, taken apart. `mistake` is what to tell the user when it makes no sense. */
export interface CommandLine {
  readonly flags: FlagValues
  readonly positionals: readonly string[]
  readonly mistake: ((say: CommandSentences) => string) | null
}

/** Whether a flag means anything to a command. */
export const isFlagOf = (name: string, command: Command): boolean => {
  const flag = FLAGS[name as FlagName]
  return !('of' in flag) || (flag.of as readonly Command[]).includes(command)
}

const isFlag = (name: string): name is FlagName => Object.hasOwn(FLAGS, name)

/** Takes arguments apart; of several mistakes the first is told, and the flags around it still count (`--lang`). */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({ args: [...args], options: FLAGS, strict: false, allowPositionals: true, tokens: true })
  const flags: Record<string, string | string[] | true> = {}
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
    } else if ('multiple' in FLAGS[name]) flags[name] = [...((flags[name] as string[] | undefined) ?? []), value]
    else flags[name] = value
  }
  return { flags, positionals, mistake }
}
