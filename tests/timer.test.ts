/** The commands of docs/timer.md, run as they stand; what they would start is played by scripts that do as little as they can. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { DomUtils, parseDocument } from 'htmlparser2'

const { getElementsByTagName, textContent } = DomUtils
const GUIDE = readFileSync(join(import.meta.dirname, '../docs/timer.md'), 'utf8')
const ASKED = 'nokori check --notify\n'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nokori timer '))
})
after(() => rm(folder, { recursive: true }))

/** A part of the guide in three: to set up, to see, to remove. */
function partOf(heading: string): [string, string, string] {
  const part = GUIDE.split(/^## /mu).find((text) => text.startsWith(heading)) ?? assert.fail(heading)
  const [setUp, see, remove] = [...part.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, commands = '']) => commands)
  assert.ok(setUp && see && remove)
  return [setUp, see, remove]
}

interface Computer {
  readonly place: string
  sh(commands: string): string
  /** A file of the home folder. */
  read(path: string): string
  /** Names of all files there. */
  files(): string[]
}

/** A home folder beside a Nokori whose command writes down what it was asked, and the programs of the system. */
function computer(name: string, programs: Readonly<Record<string, string>>): Computer {
  const [home, place, bin] = ['home', 'no kori', 'bin'].map((part) => join(folder, name, part)) as [
    string,
    string,
    string,
  ]
  for (const path of [home, place, bin]) mkdirSync(path, { recursive: true })
  const script = (path: string, commands: string): void => {
    writeFileSync(path, `#!/bin/sh\n${commands}\n`)
    chmodSync(path, 0o755)
  }
  script(join(place, 'dev'), `echo "$@" >"$(dirname "$0")/asked"`)
  for (const [program, commands] of Object.entries(programs)) script(join(bin, program), commands)
  const programFolders = [bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
  const environment = { HOME: home, PATH: programFolders, LANG: 'ja_JP.UTF-8' }
  const sh = (commands: string): string => {
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', commands], {
      cwd: place,
      env: environment,
      encoding: 'utf8',
    })
    assert.equal(status, 0, stderr)
    return stdout
  }
  const files = (): string[] =>
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => found.name)
      .sort()
  const read = (path: string): string => readFileSync(join(home, path), 'utf8')
  return { place, sh, read, files }
}

const asked = ({ place }: Computer): string => readFileSync(join(place, 'asked'), 'utf8')

suite('timer', { skip: process.platform === 'win32' ? 'these parts are for other systems' : false }, () => {
  test('systemd', () => {
    const [setUp, , remove] = partOf('Linux with systemd')
    const linux = computer('systemd', { systemctl: 'exit 0' })
    linux.sh(setUp)
    linux.sh(setUp)
    assert.deepEqual(linux.files(), ['nokori.service', 'nokori.timer'])
    assert.match(linux.read('.config/systemd/user/nokori.timer'), /^OnCalendar=hourly$/mu)
    const service = linux.read('.config/systemd/user/nokori.service')
    assert.ok(service.includes(`\nEnvironment="PATH=${dirname(process.execPath)}:`))
    // A shell quotes as systemd does.
    linux.sh(/^ExecStart=(.*)$/mu.exec(service)![1]!)
    assert.equal(asked(linux), ASKED)
    linux.sh(remove)
    assert.deepEqual(linux.files(), [])
  })

  test('launchd', () => {
    const [setUp, , remove] = partOf('macOS')
    // Its log is made by launchd.
    const mac = computer('launchd', { launchctl: '/bin/mkdir -p ~/Library/Logs; : >~/Library/Logs/nokori.log' })
    mac.sh(setUp)
    mac.sh(setUp)
    const plist = parseDocument(mac.read('Library/LaunchAgents/nokori.status.plist'), { xmlMode: true })
    const textsIn = (name: string, node: Parameters<typeof getElementsByTagName>[1]): string[] =>
      getElementsByTagName(name, node).map(textContent)
    const [list] = getElementsByTagName('array', plist)
    const [program, ...words] = textsIn('string', list!)
    assert.equal(program, join(mac.place, 'dev'))
    assert.equal(`${words.join(' ')}\n`, ASKED)
    assert.ok(textsIn('string', plist).some((text) => text.startsWith(`${dirname(process.execPath)}:`)))
    mac.sh(remove)
    assert.deepEqual(mac.files(), [])
  })

  test('cron', () => {
    const [setUp, see, remove] = partOf('cron')
    const crontab = `case "$1" in -l) cat "$HOME/crontab" 2>/dev/null;; *) cat >"$HOME/new" && mv "$HOME/new" "$HOME/crontab";; esac`
    const unix = computer('cron', { crontab })
    const others = '# mine\n30 4 * * * backup --to nokori\n'
    writeFileSync(join(unix.place, '../home/crontab'), others)
    unix.sh(setUp)
    unix.sh(setUp)
    const [line = ''] = unix.read('crontab').split('\n').slice(2)
    assert.equal(unix.read('crontab'), `${others}${line}\n`)
    assert.ok(line.startsWith('0 * * * * '))
    // Cron knows next to nothing of the environment, and takes "%" for a line break.
    assert.ok(!line.includes('%'))
    unix.sh(`PATH=/usr/bin:/bin; unset LANG; ${line.slice('0 * * * * '.length)}`)
    assert.equal(asked(unix), ASKED)
    assert.ok(unix.sh(see).startsWith(line))
    unix.sh(remove)
    assert.equal(unix.read('crontab'), others)
    assert.deepEqual(unix.files(), ['crontab'])
  })
})
