/** What tells of carriers, and the help; the reader is loaded if it is meant after all. */
import { carriersCommand } from './carriers.ts'
import { guideCommand } from './guide.ts'
import { main } from './main.ts'

export const run = (args: readonly string[], process: NodeJS.Process): Promise<number> =>
  main(args, process, {
    read: async (paths, session) => (await import('./read.ts')).read(paths, session),
    guide: guideCommand,
    forecast: async (_, session) => (await import('./forecast.ts')).forecastCommand(session),
    carriers: (_, session) => carriersCommand(session),
  })
