/** Texts a second on one core: our reader, places included, beside Microsoft's recogniser of dimensions, which finds amounts and no roles. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readText } from '../src/reader/index.ts'
import { messages, print, ratePerSecond, rounded, shortTexts } from './measure.ts'

const PEERS = join(import.meta.dirname, 'peers')

interface NumberWithUnit {
  NumberWithUnitRecognizer: new (culture: string) => { getDimensionModel(): { parse(text: string): unknown } }
}

/** The recogniser, installed on first use; null where it cannot be. */
function recogniser(): NumberWithUnit | null {
  if (!existsSync(join(PEERS, 'node_modules')))
    spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'ignore' })
  try {
    return createRequire(join(PEERS, 'package.json'))('@microsoft/recognizers-text-number-with-unit') as NumberWithUnit
  } catch {
    return null
  }
}

const texts = messages()
const all = shortTexts()
const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
const own = ratePerSecond(texts, (text) => readText(text))
const rows: [string, string, string][] = [
  ['nokori readText', rounded(own), '1'],
  [
    `nokori readText, ${all.length} short texts of all kinds`,
    rounded(ratePerSecond(all, (text) => readText(text))),
    '',
  ],
]
const peer = recogniser()
if (peer === null) rows.push(['recognizers-text-suite', 'not installed', ''])
else
  for (const culture of ['ja-jp', 'en-us', 'zh-cn']) {
    const model = new peer.NumberWithUnitRecognizer(culture).getDimensionModel()
    const rate = ratePerSecond(texts, (text) => model.parse(text))
    rows.push([`recognizers-text-suite dimension ${culture}`, rounded(rate), rounded(own / rate)])
  }
print(
  `${texts.length} messages of ${rounded(characters)} characters on average`,
  ['', 'texts/s', 'nokori is faster by'],
  rows,
)
