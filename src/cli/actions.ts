import type { Actions } from './main.ts'

/** What each command does, each loaded when it is meant. */
export const ACTIONS: Actions = {
  status: async (names, session) => (await import('./status.ts')).statusCommand(names, session),
  read: async (paths, session) => (await import('./read.ts')).read(paths, session),
  forecast: async (names, session) => (await import('./forecast.ts')).forecastCommand(names, session),
  guide: async (words, session) => (await import('./guide.ts')).guideCommand(words, session),
  carriers: async (_, session) => (await import('./carriers.ts')).carriersCommand(session),
  add: async (words, session) => (await import('./line-commands.ts')).addCommand(words, session),
  list: async (_, session) => (await import('./line-commands.ts')).listCommand(session),
  edit: async (words, session) => (await import('./line-commands.ts')).editCommand(words, session),
  remove: async (words, session) => (await import('./line-commands.ts')).removeCommand(words, session),
  check: async (words, session) => (await import('./check.ts')).checkCommand(words, session),
  credentials: async (words, session) => (await import('./credentials.ts')).credentialsCommand(words, session),
  forget: async (words, session) => (await import('./credentials.ts')).forgetCommand(words, session),
  log: async (words, session) => (await import('./log.ts')).logCommand(words, session),
  withdraw: async (words, session) => (await import('./log.ts')).withdrawCommand(words, session),
  remind: async (paths, session) => (await import('./remind.ts')).remindCommand(paths, session),
  export: async (paths, session) => (await import('./transfer.ts')).exportCommand(paths, session),
  import: async (paths, session) => (await import('./transfer.ts')).importCommand(paths, session),
  serve: async (_, session) => (await import('./serve.ts')).serveCommand(session),
  demo: async (_, session) => (await import('./demo.ts')).demoCommand(session),
  doctor: async (_, session) => (await import('./doctor.ts')).doctorCommand(session),
}
