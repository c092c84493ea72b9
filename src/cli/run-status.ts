/** What `nokori` alone starts with: how all lines stand. */
import { ACTIONS } from './actions.ts'
import { main } from './main.ts'
import { statusCommand } from './status.ts'

export const run = (args: readonly string[], process: NodeJS.Process): Promise<number> =>
  main(args, process, { ...ACTIONS, status: statusCommand })
