/** Desktop notifications, by real programs: each platform's is played by a script that writes down how it was called. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { notifyDesktop, type DesktopNotified } from '../src/notify/desktop.ts'

type Platform = 'linux' | 'darwin' | 'win32'
/** Each platform's program, as a path below a folder that is first in PATH and SystemRoot at once. */
const PROGRAMS: Readonly<Record<Platform, string>> = {
  linux: 'notify-send',
  darwin: 'osascript',
  win32: 'System32/WindowsPowerShell/v1.0/powershell.exe',
}
const PLATFORMS = Object.keys(PROGRAMS) as Platform[]

/** Everything that could be taken for something else than text on its way to the screen. */
const NASTY: readonly string[] = [
  'docomo',
  `"double" and 'single' quotes`,
  String.raw`C:\new\table \\ \" \e`,
  '$(touch pwned) `touch pwned` $HOME %PATH% ${HOME} !!',
  '--help',
  '-e',
  '-',
  '--',
  '一行目\n二行目\n',
  '<200 MiB & <b>less</b> &amp; "; display dialog "x',
  '残り 3.25 GB 📶👨‍👩‍👧‍👦',
  "'; Remove-Item x; '",
]

const RECORDER = String.raw`
printf '%s\0' "$@" >"$RECORD/words"
printf '%s\0' "$NOKORI_TITLE" "$NOKORI_BODY" >"$RECORD/variables"
/bin/cat >"$RECORD/input"
`

interface Recorded {
  readonly words: readonly string[]
  readonly variables: readonly string[]
  readonly input: string
}

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nokori-desktop-'))
})
after(() => rm(folder, { recursive: true }))

/** An environment in which a platform's program is this shell script. */
async function withProgram(platform: Platform, script: string, mode = 0o755): Promise<NodeJS.ProcessEnv> {
  const home = await mkdtemp(join(folder, 'bin-'))
  const program = join(home, PROGRAMS[platform])
  await mkdir(dirname(program), { recursive: true })
  await writeFile(program, `#!/bin/sh\n${script}\n`)
  await chmod(program, mode)
  return { PATH: home, SystemRoot: home, RECORD: home }
}

function recordedIn({ RECORD: place = '' }: NodeJS.ProcessEnv): Recorded {
  const read = (name: string): string => readFileSync(join(place, name), 'utf8')
  const list = (name: string): string[] => read(name).split('\0').slice(0, -1)
  return { words: list('words'), variables: list('variables'), input: read('input') }
}

async function recorded(title: string, body: string, platform: Platform): Promise<Recorded> {
  const environment = await withProgram(platform, RECORDER)
  assert.equal(await notifyDesktop({ title, body }, platform, environment), 'shown')
  return recordedIn(environment)
}

/** What `notify-send` and then the desktop make of a body: C escapes, then the entities of markup. */
const shownBody = (word: string): string =>
  JSON.parse(`"${word.replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

suite('desktop', { skip: process.platform === 'win32' ? 'the programs are shell scripts' : false }, () => {
  test('Linux: notify-send gets the text as arguments, never as options', async () => {
    for (const text of NASTY) {
      const { words } = await recorded(text, text, 'linux')
      assert.deepEqual(words.slice(0, 3), ['--app-name=Nokori', '--', text])
      assert.equal(words.length, 4)
      assert.equal(shownBody(words[3]!), text)
    }
  })

  test('Linux: no markup and no escapes in a body', async () => {
    const { words } = await recorded('t', String.raw`<b>1 & 2</b> C:\new`, 'linux')
    assert.equal(words[3], String.raw`&lt;b&gt;1 &amp; 2&lt;/b&gt; C:\\new`)
  })

  test('macOS: osascript gets one script always, and the text as its arguments', async () => {
    const { input } = await recorded('', '', 'darwin')
    assert.match(input, /^on run argv\n/u)
    for (const text of NASTY) {
      const found = await recorded(text, `${text}2`, 'darwin')
      assert.deepEqual(found.words, ['-', text, `${text}2`])
      assert.equal(found.input, input)
    }
  })

  test('Windows: PowerShell gets one script always, and the text in its environment', async () => {
    const { words } = await recorded('', '', 'win32')
    assert.deepEqual(words.slice(0, -1), ['-NoProfile', '-NonInteractive', '-Command'])
    // Quoting for a Windows command line leaves such a word alone.
    assert.doesNotMatch(words.at(-1)!, /["\n]/u)
    for (const text of NASTY) {
      const found = await recorded(text, `${text}2`, 'win32')
      assert.deepEqual(found.variables, [text, `${text}2`])
      assert.deepEqual(found.words, words)
    }
  })

  for (const platform of PLATFORMS) {
    const notify = (environment: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<DesktopNotified> =>
      notifyDesktop({ title: 'docomo', body: '3.25 GB' }, platform, environment, signal)

    test(`${platform}: no such program, or none that we may run, is unsupported`, async () => {
      assert.equal(await notify({ PATH: folder, SystemRoot: folder }), 'unsupported')
      assert.equal(await notify({ PATH: '' }), 'unsupported')
      assert.equal(await notify(await withProgram(platform, RECORDER, 0o644)), 'unsupported')
    })

    test(`${platform}: a program that fails, or dies, has failed`, async () => {
      assert.equal(await notify(await withProgram(platform, 'exit 1')), 'failed')
      assert.equal(await notify(await withProgram(platform, 'kill -9 $$')), 'failed')
    })

    test(`${platform}: characters that no program can be given never throw`, async () => {
      const environment = await withProgram(platform, RECORDER)
      const message = { title: 'a\0b\u001B[31m\u202E', body: '\uD800\0' }
      assert.equal(await notifyDesktop(message, platform, environment), 'shown')
      assert.doesNotMatch(JSON.stringify(recordedIn(environment)), /\\u001b|\u202E/iu)
    })

    test(`${platform}: text too long for any program has failed`, async () => {
      const body = '残'.repeat(4_000_000)
      assert.equal(
        await notifyDesktop({ title: 'docomo', body }, platform, await withProgram(platform, RECORDER)),
        'failed',
      )
    })

    test(`${platform}: a program that hangs is ended`, { timeout: 30_000 }, async ({ signal }) => {
      const environment = await withProgram(
        platform,
        'echo $$ >"$RECORD/new" && /bin/mv "$RECORD/new" "$RECORD/id"\nexec /bin/sleep 600',
      )
      const stop = new AbortController()
      const notified = notify(environment, stop.signal)
      const file = join(environment.RECORD!, 'id')
      while (!existsSync(file)) await setTimeout(5, undefined, { signal })
      stop.abort()
      assert.equal(await notified, 'failed')
      const id = Number(readFileSync(file, 'utf8'))
      while (isRunning(id)) await setTimeout(5, undefined, { signal })
    })
  }

  test('Linux: a desktop is looked for in the environment that is given', async () => {
    const environment = await withProgram('linux', 'printf %s "$DBUS_SESSION_BUS_ADDRESS" >"$RECORD/bus"')
    const address = 'unix:path=/run/user/1000/bus'
    await notifyDesktop({ title: 't', body: 'b' }, 'linux', { ...environment, DBUS_SESSION_BUS_ADDRESS: address })
    assert.equal(readFileSync(join(environment.RECORD!, 'bus'), 'utf8'), address)
  })
})

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
