/** What tells of carriers, and the help; the rest is loaded if it is meant after all. */
import { ACTIONS } from './actions.ts'
import { carriersCommand } from './carriers.ts'
import { guideCommand } from './guide.ts'
import { main } from './main.ts'

export const run = (args: readonly string[], process: NodeJS.Process): Promise<number> =>
  main(args, process, { ...ACTIONS, guide: guideCommand, carriers: (_, session) => carriersCommand(session) })
