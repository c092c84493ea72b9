/** Runs the real bundle as a person would: arguments, an environment, what is typed in. */
import { spawn } from 'node:child_process'
import { buildBundle } from '../scripts/build.ts'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

let built: Promise<string> | null = null

/** The bundle, built once for all tests. */
export const bundlePath = (): Promise<string> => (built ??= buildBundle())

/** One run. */
export async function nokori(
  args: readonly string[],
  input: string | Buffer = '',
  environment: Record<string, string> = {},
): Promise<Run> {
  const bundle = await bundlePath()
  const child = spawn(process.execPath, [bundle, ...args], { env: { ...process.env, LC_ALL: 'C', ...environment } })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}
