import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One measured thing: a name and its figures, printed in columns. */
export type Row = readonly [name: string, ...figures: string[]]

const FIXTURES = join(import.meta.dirname, '../fixtures')

/** SMS-size: a message of three parts at most. */
const MOST_SMS_CHARACTERS = 201

/** Paths of all fixtures with this extension, sorted. */
export const fixturePaths = (extension: string): string[] =>
  readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .sort()
    .map((path) => join(FIXTURES, path))

/** Our own short texts in all languages, negatives and copied screens among them. */
export const shortTexts = (): string[] => textsOf(() => true)

/** The messages among them, as they came by SMS. */
export const messages = (): string[] => textsOf((path) => channelOf(path) === 'sms')

const textsOf = (isWanted: (path: string) => boolean): string[] =>
  fixturePaths('.txt')
    .filter(isWanted)
    .map((path) => readFileSync(path, 'utf8').trim())
    .filter((text) => text.length <= MOST_SMS_CHARACTERS)

const channelOf = (path: string): unknown =>
  (JSON.parse(readFileSync(path.replace(/\.txt$/, '.expect.json'), 'utf8')) as { channel?: unknown }).channel

/** Median milliseconds of one call, over `rounds` calls after a warm-up. */
export function medianMilliseconds(rounds: number, call: () => unknown): number {
  for (let round = 0; round < Math.ceil(rounds / 3); round += 1) call()
  return median(
    Array.from({ length: rounds }, () => {
      const began = performance.now()
      call()
      return performance.now() - began
    }),
  )
}

const WARM_UP_MILLISECONDS = 3000
const ROUNDS = 15
const ROUND_MILLISECONDS = 200

/** Calls a second of `read` over `texts`: the best of 15 rounds of 0.2 s after 3 s of warm-up, since other programs only slow it. */
export function ratePerSecond(texts: readonly string[], read: (text: string) => unknown): number {
  rateOver(WARM_UP_MILLISECONDS, texts, read)
  return Math.max(...Array.from({ length: ROUNDS }, () => rateOver(ROUND_MILLISECONDS, texts, read)))
}

function rateOver(milliseconds: number, texts: readonly string[], read: (text: string) => unknown): number {
  const began = performance.now()
  let passed = 0
  let count = 0
  for (; passed < milliseconds; passed = performance.now() - began) {
    for (const text of texts) read(text)
    count += texts.length
  }
  return (count * 1000) / passed
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Whole numbers, or three digits of smaller ones. */
export const rounded = (number: number): string =>
  number.toLocaleString('en', number < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 })

/** The flags that a command's first line gives to Node, as when it is started by its name. */
export const nodeFlagsOf = (command: string): string[] =>
  (readFileSync(command, 'utf8').split('\n', 1)[0] ?? '').split(' ').filter((word) => word.startsWith('--'))

/** Prints rows in columns under a title. */
export function print(title: string, head: readonly string[], rows: readonly Row[]): void {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`)
}

const PAIRS = 25

/** Median milliseconds of an empty program and of a command, run in pairs, and the median of their ratios. */
export interface Start {
  readonly emptyMilliseconds: number
  readonly milliseconds: number
  readonly ratio: number
}

/** Starts Node with `args` beside an empty .mjs, in turn. */
export function startBesideEmpty(args: readonly string[]): Start {
  const folder = mkdtempSync(join(tmpdir(), 'nokori-bench-'))
  const empty = join(folder, 'empty.mjs')
  writeFileSync(empty, '')
  const pairs = Array.from({ length: PAIRS + 1 }, () => ({
    empty: millisecondsOf([empty]),
    command: millisecondsOf(args),
  })).slice(1)
  rmSync(folder, { recursive: true })
  return {
    emptyMilliseconds: median(pairs.map((pair) => pair.empty)),
    milliseconds: median(pairs.map((pair) => pair.command)),
    ratio: median(pairs.map(({ empty: nothing, command }) => command / nothing)),
  }
}

function millisecondsOf(args: readonly string[]): number {
  const began = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
  return performance.now() - began
}

/** Prints a start beside that of the empty program. */
export function printStart(name: string, { emptyMilliseconds, milliseconds, ratio }: Start): void {
  print(
    `cold start, median of ${PAIRS} pairs`,
    ['', 'ms', 'x'],
    [
      ['an empty .mjs', emptyMilliseconds.toFixed(1), '1'],
      [name, milliseconds.toFixed(1), ratio.toFixed(2)],
    ],
  )
}
