#!/usr/bin/env -S node --min-semi-space-size=16 --max-semi-space-size=16
import { enableCompileCache } from 'node:module'

enableCompileCache()

// Whoever reads our answer may stop reading (`| head`): no reason to complain.
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.once('SIGINT', () => process.exit(130))

const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), process)
