import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { SECOND_COPY } from './session.ts'

const LINE_BREAK = Buffer.from('\n')

/** So many blocks may be with the copy, one in work and one to go on with. */
const MOST_BLOCKS = 2

interface Block {
  missing: number
  readonly chunks: Buffer[]
  readonly resolve: (answers: string | null) => void
}

/** This very command once more, on another core: it answers blocks of lines while we answer others. */
export class SecondCopy {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>
  readonly #ended: Promise<number>
  readonly #blocks: Block[] = []
  #isGone = false

  /** Null where there is one core only, or where this is the copy. `now` is the instant at which we began. */
  static start(now: string): SecondCopy | null {
    return availableParallelism() < 2 || process.env[SECOND_COPY] !== undefined ? null : new SecondCopy(now)
  }

  private constructor(now: string) {
    this.#child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
      env: { ...process.env, [SECOND_COPY]: now },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    // Whoever dies early is found by its missing answers.
    this.#child.on('error', () => {})
    this.#child.stdin.on('error', () => {})
    this.#child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
    const end = (code: number): number => {
      this.#isGone = true
      for (const block of this.#blocks.splice(0)) block.resolve(null)
      return code
    }
    this.#ended = once(this.#child, 'close').then(
      ([code]) => end(typeof code === 'number' ? code : -1),
      () => end(-1),
    )
  }

  get isFree(): boolean {
    return !this.#isGone && this.#blocks.length < MOST_BLOCKS
  }

  /** One answer a line, as it would be written; null when the copy is gone, and the lines are still to be answered. */
  answer(lines: readonly Buffer[]): Promise<string | null> {
    this.#child.stdin.write(Buffer.concat(lines.flatMap((line) => [line, LINE_BREAK])))
    return new Promise((resolve) => this.#blocks.push({ missing: lines.length, chunks: [], resolve }))
  }

  #take(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf('\n') + 1; end > 0; end = chunk.indexOf('\n', end) + 1) {
      const [block] = this.#blocks
      if (!block || --block.missing > 0) continue
      block.chunks.push(chunk.subarray(start, end))
      block.resolve(Buffer.concat(block.chunks).toString('utf8'))
      this.#blocks.shift()
      start = end
    }
    if (start < chunk.length) this.#blocks[0]?.chunks.push(chunk.subarray(start))
  }

  /** Its exit code, once it has nothing more to do. */
  end(): Promise<number> {
    this.#child.stdin.end()
    return this.#ended
  }
}
