/** A line without its line break, or null for one longer than was allowed. */
export type Line = Buffer | null

const LINE_BREAK = 0x0a

/**
 * Cuts a stream into lines, a chunk's worth at a time, so that a million lines need no more memory than one chunk.
 * An overlong line is skipped without being kept. A last line without a line break counts; an empty rest does not.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Line[]> {
  let pending: Buffer[] = []
  let pendingBytes = 0
  const finish = (last: Buffer): Line => {
    const line =
      pendingBytes + last.length > mostBytes ? null : pending.length === 0 ? last : Buffer.concat([...pending, last])
    pending = []
    pendingBytes = 0
    return line
  }
  for await (const chunk of stream) {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(LINE_BREAK); end !== -1; end = chunk.indexOf(LINE_BREAK, start)) {
      lines.push(finish(chunk.subarray(start, end)))
      start = end + 1
    }
    const rest = chunk.subarray(start)
    pendingBytes += rest.length
    if (pendingBytes > mostBytes) pending = []
    else if (rest.length > 0) pending.push(rest)
    if (lines.length > 0) yield lines
  }
  if (pendingBytes > 0) yield [finish(Buffer.alloc(0))]
}
