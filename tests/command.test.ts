/** The real bundle as a child process: what goes in, what comes out, and how it ends. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { SAMPLE } from '../src/cli/sample.ts'
import { LANGUAGES } from '../src/text/language.ts'
import { bundlePath, nokori } from './nokori.ts'
import manifest from '../package.json' with { type: 'json' }

const LEFT = 3_250_000_000
let bundle = ''
let folder = ''

before(async () => {
  bundle = await bundlePath()
  folder = await mkdtemp(join(tmpdir(), 'nokori-command-'))
})
after(() => rm(folder, { recursive: true }))

interface Answer {
  readonly id?: string | null
  readonly file?: string | null
  readonly remainingBytes: number | null
  readonly failure: string | null
  readonly reason?: string
  readonly reading?: { readonly version: number; readonly observedAt: string | null }
}
const parsed = <T>(text: string): T => JSON.parse(text) as T
const parsedLines = (text: string): Answer[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => parsed<Answer>(line))

test('a pasted SMS gives a plain card, remaining first', async () => {
  const { code, stdout, stderr } = await nokori(['read'], SAMPLE)
  assert.equal(code, 0)
  assert.match(stdout, /^ {2}3\.25 GB left\n/u)
  assert.match(stdout, /30 November 2026/u)
  assert.ok(!stdout.includes('\u001B'), 'no colour without a terminal')
  assert.equal(stderr, '')
})

test('"-" is stdin', async () => {
  assert.deepEqual(await nokori(['read', '-'], SAMPLE), await nokori(['read'], SAMPLE))
})

test('every language says it in its own words', async () => {
  const said = await Promise.all(LANGUAGES.map((language) => nokori(['read', '--lang', language], SAMPLE)))
  const headlines = said.map(({ stdout }) => stdout.split('\n')[0]?.trim())
  assert.deepEqual(headlines, ['3.25 GB left', '残り 3.25 GB', '剩余 3.25 GB', '剩餘 3.25 GB'])
  assert.match((await nokori(['read'], SAMPLE, { LC_ALL: 'zh_TW.UTF-8' })).stdout, /剩餘 3\.25 GB/u)
})

test('--json is always an array', async () => {
  const [one] = parsed<Answer[]>((await nokori(['read', '--json'], SAMPLE)).stdout)
  assert.equal(one?.remainingBytes, LEFT)
  assert.equal(one?.file, null)
  assert.equal(one?.reading?.version, 1)
  const nothing = await nokori(['read', '--json'], 'こんにちは')
  assert.equal(nothing.code, 1)
  assert.equal(parsed<Answer[]>(nothing.stdout)[0]?.failure, 'unreadable')
})

test('--explain marks figures in the text', async () => {
  const { stdout } = await nokori(['read', '--explain'], SAMPLE)
  assert.match(stdout, /残りデータ量：\[3\.25GB ← left\]/u)
})

test('several files, and a folder in order of names, links not followed', async () => {
  const saved = join(folder, 'saved')
  await mkdir(join(saved, 'later'), { recursive: true })
  await writeFile(join(saved, 'b.txt'), SAMPLE)
  await writeFile(join(saved, 'a.txt'), 'こんにちは')
  await writeFile(join(saved, 'later', 'c.txt'), SAMPLE)
  await symlink(saved, join(saved, 'loop'))
  const whole = parsed<Answer[]>((await nokori(['read', '--json', saved])).stdout)
  assert.deepEqual(
    whole.map(({ file, remainingBytes }) => [file, remainingBytes]),
    [
      [join(saved, 'a.txt'), null],
      [join(saved, 'b.txt'), LEFT],
      [join(saved, 'later', 'c.txt'), LEFT],
    ],
  )
  const cards = await nokori(['read', join(saved, 'a.txt'), join(saved, 'b.txt')])
  assert.equal(cards.code, 0)
  assert.match(cards.stderr, /a\.txt: No data balance/u)
  assert.match(cards.stdout, /b\.txt\n {2}3\.25 GB left/u)
})

test('nothing read is 1, and says what to do', async () => {
  for (const input of ['', 'こんにちは', '\0\0\0']) {
    const { code, stdout, stderr } = await nokori(['read'], input)
    assert.equal(code, 1)
    assert.equal(stdout, '')
    assert.match(stderr, /^[A-Z][^\n]+\.\n$/u)
  }
})

test('wrong usage is 2, with the reason on stderr', async () => {
  const wrong: [args: string[], reason: RegExp][] = [
    [['read', '--carrier', 'nobody'], /docomo/u],
    [['read', '--carrier'], /--carrier needs a value/u],
    [['read', '--nonsense'], /--nonsense/u],
    [['read', '--json=yes'], /--json takes no value/u],
    [['read', '--lang', 'xx'], /zh-Hant/u],
    [['read', '--now', 'soon'], /soon/u],
    [['read', '--json', '--explain'], /--explain/u],
    [['read', join(folder, 'missing.txt')], /missing\.txt/u],
    [['toast'], /toast/u],
  ]
  for (const [args, reason] of wrong) {
    const { code, stdout, stderr } = await nokori(args, SAMPLE)
    assert.equal(code, 2, args.join(' '))
    assert.equal(stdout, '')
    assert.match(stderr, reason)
  }
})

test('help and version', async () => {
  for (const args of [['help'], ['--help']]) {
    const { code, stdout } = await nokori(args)
    assert.equal(code, 0)
    for (const command of ['status', 'read', 'guide', 'carriers', 'add', 'doctor'])
      assert.match(stdout, new RegExp(`nokori ${command}`, 'u'))
  }
  for (const args of [
    ['read', '-h'],
    ['help', 'read'],
  ]) {
    const { code, stdout } = await nokori(args)
    assert.equal(code, 0)
    assert.match(stdout, /--carrier ID/u)
    assert.doesNotMatch(stdout, /--offline/u)
  }
  assert.equal((await nokori(['--version'])).stdout, `${manifest.version}\n`)
})

test('--batch answers every line in order and survives broken ones', async () => {
  const lines = [
    JSON.stringify({ id: 'text', text: SAMPLE }),
    'not json',
    JSON.stringify({ id: 'bytes', base64: Buffer.from(SAMPLE).toString('base64') }),
    '',
    JSON.stringify({ id: 'neither' }),
    'null',
    JSON.stringify({ id: 'last', text: 'こんにちは' }),
  ]
  const { code, stdout, stderr } = await nokori(['read', '--batch'], lines.join('\n'))
  assert.equal(code, 0)
  assert.equal(stderr, '')
  assert.deepEqual(
    parsedLines(stdout).map(({ id, remainingBytes, failure }) => [id, remainingBytes, failure]),
    [
      ['text', LEFT, null],
      [null, null, 'unreadable'],
      ['bytes', LEFT, null],
      ['neither', null, 'unreadable'],
      [null, null, 'unreadable'],
      ['last', null, 'unreadable'],
    ],
  )
})

test('--batch --full adds the reading', async () => {
  const { stdout } = await nokori(['read', '--batch', '--full'], JSON.stringify({ id: '1', text: SAMPLE }))
  assert.equal(parsedLines(stdout)[0]?.reading?.version, 1)
})

test('--batch refuses an overlong line and goes on', async () => {
  const huge = Buffer.concat([
    Buffer.from('{"id":"huge","text":"'),
    Buffer.alloc(80 * 1024 * 1024, 'あ'),
    Buffer.from('"}\n'),
  ])
  const { stdout } = await nokori(
    ['read', '--batch'],
    Buffer.concat([huge, Buffer.from(JSON.stringify({ id: 'next', text: SAMPLE }))]),
  )
  const [first, second] = parsedLines(stdout)
  assert.deepEqual([first?.failure, first?.reason], ['unreadable', 'too-large'])
  assert.equal(second?.remainingBytes, LEFT)
})

test('--batch answers a line before the next one comes', async () => {
  const child = spawn(process.execPath, [bundle, 'read', '--batch'])
  child.stdin.write(`${JSON.stringify({ id: 'first', text: SAMPLE })}\n`)
  const answer = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  assert.equal(parsedLines(answer)[0]?.id, 'first')
  child.stdin.end()
  await new Promise((resolve) => child.on('close', resolve))
})

test('a reader that goes away and Ctrl-C end it quietly', async () => {
  const child = spawn(process.execPath, [bundle, 'read', '--batch'])
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  child.stdin.on('error', () => {})
  child.stdout.once('data', () => child.stdout.destroy())
  for (let line = 0; line < 20_000; line += 1) child.stdin.write(`${JSON.stringify({ id: line, text: SAMPLE })}\n`)
  child.stdin.end()
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0)
  assert.equal(stderr, '')

  const waiting = spawn(process.execPath, [bundle, 'read', '--batch'])
  waiting.stdin.write(`${JSON.stringify({ id: 1, text: SAMPLE })}\n`)
  waiting.stdout.once('data', () => waiting.kill('SIGINT'))
  assert.equal(await new Promise((resolve) => waiting.on('close', resolve)), 130)
})

const manyLines = (count: number): string =>
  Array.from({ length: count }, (_, id) => JSON.stringify({ id, text: `残りデータ量 ${id % 97}.5GB` })).join('\n')

test('--batch answers many lines in order, whoever answers them', async () => {
  const { code, stdout } = await nokori(['read', '--batch', '--full'], manyLines(12_000))
  assert.equal(code, 0)
  const answers = parsedLines(stdout)
  assert.deepEqual(
    answers.map(({ id, remainingBytes }) => [id, remainingBytes]),
    Array.from({ length: 12_000 }, (_, id) => [id, (id % 97) * 1e9 + 5e8]),
  )
  assert.equal(new Set(answers.map(({ reading }) => reading?.observedAt)).size, 1)
})

const canFindCopy = process.platform === 'linux' && availableParallelism() > 1
const skip = canFindCopy ? false : 'needs /proc and a second core'

test('--batch loses nothing when its second copy is killed', { skip }, async () => {
  const child = spawn(process.execPath, [bundle, 'read', '--batch'])
  const children = `/proc/${child.pid}/task/${child.pid}/children`
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  const lines = manyLines(40_000)
  child.stdin.write(lines.slice(0, lines.length / 2))
  const copy = async (): Promise<number> => {
    for (;;) {
      const [pid] = readFileSync(children, 'utf8').trim().split(' ').filter(Boolean).map(Number)
      if (pid !== undefined) return pid
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  process.kill(await copy(), 'SIGKILL')
  child.stdin.end(lines.slice(lines.length / 2))
  await new Promise((resolve) => child.on('close', resolve))
  assert.deepEqual(
    parsedLines(stdout).map(({ id }) => id),
    Array.from({ length: 40_000 }, (_, id) => id),
  )
})

test('control characters of the evidence never reach the screen', async () => {
  const hostile = SAMPLE.replace('残り', '\u001B]0;title\u0007残り')
  for (const args of [['read'], ['read', '--explain']]) {
    const { stdout } = await nokori(args, hostile)
    assert.doesNotMatch(stdout, /[\u0000-\u0008\u000B-\u001F]/u)
  }
})

test('a date without a year is completed from --now, never from the clock', async () => {
  const text = '月末までのデータ残量は3.25GBです。\n有効期限：11月30日\n'
  const expiresAt = async (...args: string[]): Promise<unknown> => {
    const { stdout } = await nokori(['read', '--json', ...args], text)
    return parsed<{ expires: unknown }[]>(stdout)[0]?.expires
  }
  assert.equal(await expiresAt(), null)
  const counted = await nokori(['read', '--json', '--now', '2026-11-25T09:00:00+09:00'], `11月24日 21:00現在\n${text}`)
  assert.equal(parsed<{ expires: unknown }[]>(counted.stdout)[0]?.expires, '2026-11-30')
  assert.equal(await expiresAt('--now', '2025-11-23T09:00:00+09:00'), '2025-11-30')
})
