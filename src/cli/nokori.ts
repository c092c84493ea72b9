#!/usr/bin/env -S node --min-semi-space-size=16 --max-semi-space-size=16
import { enableCompileCache } from 'node:module'

enableCompileCache()

// Whoever reads our answer may stop reading (`| head`): no reason to complain.
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.once('SIGINT', () => process.exit(130))

// What is likely meant is loaded: reading needs no ledger, and the guide no reader.
const args = process.argv.slice(2)
const { run } =
  args[0] === 'read'
    ? await import('./run-read.ts')
    : args.length === 0 || args[0] === 'status'
      ? await import('./run-status.ts')
      : await import('./run-guide.ts')
process.exitCode = await run(args, process)
