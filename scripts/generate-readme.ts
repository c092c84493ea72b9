/** Keeps the generated part of README.md in step with the carriers. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Carrier } from '../src/carriers/carrier.ts'
import { CARRIERS } from '../src/carriers/index.ts'

const README = join(import.meta.dirname, '../README.md')
const [BEGIN, END] = ['<!-- generated: carriers -->', '<!-- end of generated part -->']

/** README.md with its table of carriers brought up to date. */
export async function readme(): Promise<string> {
  const text = await readFile(README, 'utf8')
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin === -1 || end < begin) throw new Error(`README.md needs the lines ${BEGIN} and ${END}`)
  return `${text.slice(0, begin)}${BEGIN}\n${carrierTable()}\n${text.slice(end)}`
}

function carrierTable(): string {
  const rows = CARRIERS.map((carrier) => [nameOf(carrier), `\`${carrier.id}\``, wordsOf(carrier), unitOf(carrier)])
  return [
    '| Carrier | `--carrier` | Own words | 1 GB |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}

const nameOf = ({ names }: Carrier): string => (names.en === names.ja ? names.en : `${names.en} (${names.ja})`)

const wordsOf = ({ words, buckets }: Carrier): string =>
  [...words.remaining, ...words.used, ...words.allowance, ...buckets.flatMap((bucket) => bucket.words)].join(', ')

const unitOf = ({ unit }: Carrier): string =>
  unit === null ? 'not declared; counted as 10⁹ bytes' : unit.base === 1024 ? '2³⁰ bytes' : '10⁹ bytes'
