import { SENSES } from '../words/senses.ts'
import type { WordSense } from './lexicon.ts'

const BITS: ReadonlyMap<WordSense, number> = new Map(([...SENSES, 'money'] as const).map((sense, bit) => [sense, bit]))

/** The senses of the words in a stretch of text, as bits: one is made for every clause. */
export class SenseSet {
  #low = 0
  #high = 0

  add(sense: WordSense): void {
    const bit = BITS.get(sense)!
    if (bit < 32) this.#low |= 1 << bit
    else this.#high |= 1 << (bit - 32)
  }

  addAll(other: SenseSet): void {
    this.#low |= other.#low
    this.#high |= other.#high
  }

  get isEmpty(): boolean {
    return this.#low === 0 && this.#high === 0
  }

  has(sense: WordSense): boolean {
    const bit = BITS.get(sense)!
    return bit < 32 ? (this.#low & (1 << bit)) !== 0 : (this.#high & (1 << (bit - 32))) !== 0
  }
}
