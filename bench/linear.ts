/** Hostile evidence at one, two and four times its size: linear work doubles with each. The first argument is the size in characters. */
import { readText } from '../src/reader/index.ts'
import { HOSTILE_SHAPES } from '../tests/hostile.ts'
import { medianMilliseconds, print, type Row } from './measure.ts'

const SIZE = Number(process.argv[2] ?? 100_000)
const ROUNDS = 3
/** Doubling is not tried where even the smallest takes longer. */
const MOST_MILLISECONDS = 2_000

function measure(name: string, shape: (length: number) => string): Row {
  const times: number[] = []
  for (const factor of [1, 2, 4]) {
    if ((times.at(-1) ?? 0) > MOST_MILLISECONDS) break
    const text = shape(SIZE * factor)
    times.push(medianMilliseconds(ROUNDS, () => readText(text)))
  }
  const ratios = times.slice(1).map((time, index) => (time / (times[index] ?? time)).toFixed(1))
  const columns = [0, 1, 2].map((index) => times[index]?.toFixed(1) ?? 'too slow')
  return [name, ...columns, ratios[0] ?? '', ratios[1] ?? '']
}

const wanted = process.argv.slice(3)
const shapes = Object.entries(HOSTILE_SHAPES).filter(([name]) => wanted.length === 0 || wanted.includes(name))
print(
  `milliseconds at ${SIZE.toLocaleString('en')} characters, twice and four times as many`,
  ['', '1x', '2x', '4x', '2x/1x', '4x/2x'],
  shapes.map(([name, shape]) => measure(name, shape)),
)
