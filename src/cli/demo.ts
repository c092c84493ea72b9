import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_SIGN_IN, startDemoPortal } from '../demo/portal.ts'
import { DEMO_SENTENCES } from '../text/demo.ts'
import { EXIT, type Session } from './session.ts'
import { paint, wrap } from './terminal.ts'

/** `nokori demo`: the whole way from a line to its figure, with the real commands, at a carrier that is only played. */
export async function demoCommand({ language, screen, streams }: Session): Promise<number> {
  const say = DEMO_SENTENCES[language]
  const home = await mkdtemp(join(tmpdir(), 'nokori-demo-'))
  const portal = await startDemoPortal()
  const tell = (sentence: string): void =>
    void streams.stdout.write(
      `\n${wrap(sentence, screen.columns, '')
        .map((line) => paint(screen, line, 'dim'))
        .join('\n')}\n`,
    )
  const run = async (args: readonly string[], input = ''): Promise<void> => {
    streams.stdout.write(`\n${paint(screen, `$ nokori ${args.join(' ')}`.trim(), 'bold')}\n`)
    await nokori([...args, '--lang', language], input, home)
  }
  try {
    tell(say.begins)
    tell(say.add)
    const owner = ['--user', DEMO_SIGN_IN.user, '--secrets-stdin']
    await run(
      ['add', 'demo', '--allowance', '10GB', '--cycle', 'month', '--portal', portal.address, ...owner],
      JSON.stringify({ password: DEMO_SIGN_IN.password }),
    )
    tell(say.check)
    await run(['check', 'demo'])
    tell(say.code(portal.code))
    await run(['check', 'demo', '--code', portal.code])
    tell(say.status)
    await run([])
    tell(say.ends)
    return EXIT.ok
  } finally {
    await portal.stop()
    await rm(home, { recursive: true })
  }
}

/** Runs this very command once more, in a folder of its own. */
function nokori(args: readonly string[], input: string, home: string): Promise<void> {
  const environment = { ...process.env, NOKORI_HOME: home, NOKORI_PASSPHRASE: 'demo' }
  const child = spawn(process.execPath, [process.argv[1]!, ...args], {
    env: environment,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  child.stdin.end(input)
  return new Promise((resolve, reject) => child.once('close', () => resolve()).once('error', reject))
}
