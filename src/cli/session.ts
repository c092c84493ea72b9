import type { Secret } from '../core/secret.ts'
import type { CommandSentences } from '../text/command.ts'
import type { Language } from '../text/language.ts'
import type { CommandLine } from './flags.ts'
import type { Screen } from './terminal.ts'

/** Exit codes of the command. */
export const EXIT = { ok: 0, nothingRead: 1, usage: 2, personMustAct: 3, failedForNow: 4, alertDue: 5 } as const

/** Set for a second copy of a running command: the instant at which the first one began. */
export const SECOND_COPY = 'NOKORI_SECOND_COPY'

/** One run of the command: what was asked for, in which language, on which streams. */
export interface Session {
  readonly flags: CommandLine['flags']
  readonly language: Language
  readonly screen: Screen
  /** ISO instant that counts as now. */
  readonly now: string
  /** What NOKORI_PASSPHRASE held; it is taken out of the environment, which children inherit. */
  readonly passphrase: Secret<string> | null
  /** The process itself: Node opens each of its streams on first use, which takes time. */
  readonly streams: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'>
  /** Says what was wrong with the command line and gives the exit code for it. */
  readonly refuse: (sentence: (say: CommandSentences) => string) => number
}
