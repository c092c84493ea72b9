/** What `nokori read` starts with; the rest of the command is loaded if it is meant after all (`nokori --json log`). */
import { ACTIONS } from './actions.ts'
import { main } from './main.ts'
import { read } from './read.ts'

export const run = (args: readonly string[], process: NodeJS.Process): Promise<number> =>
  main(args, process, { ...ACTIONS, read })
