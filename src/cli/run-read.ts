/** What `nokori read` starts with; the rest of the command is loaded if it is meant after all (`nokori guide read`). */
import { main } from './main.ts'
import { read } from './read.ts'

export const run = (args: readonly string[], process: NodeJS.Process): Promise<number> =>
  main(args, process, {
    read,
    guide: async (words, session) => (await import('./guide.ts')).guideCommand(words, session),
    forecast: async (_, session) => (await import('./forecast.ts')).forecastCommand(session),
    carriers: async (_, session) => (await import('./carriers.ts')).carriersCommand(session),
  })
