import type { IncomingMessage } from 'node:http'

/** A piece of a ledger is much smaller, but for a single record of the largest kind. */
const MOST_BODY_BYTES = 4 * 1024 * 1024
/** So much is still listened to, so that whoever sends it hears the answer; then the connection is cut. */
const MOST_HEARD_BYTES = 4 * MOST_BODY_BYTES

/** What a request holds, as JSON; `too-large` and `malformed` as they say. */
export async function bodyOf(
  request: IncomingMessage,
): Promise<{ readonly value: unknown } | 'too-large' | 'malformed'> {
  if (request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json') return 'malformed'
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_HEARD_BYTES) break
    if (size <= MOST_BODY_BYTES) chunks.push(chunk)
    else chunks.length = 0
  }
  if (size > MOST_BODY_BYTES) return 'too-large'
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown }
  } catch {
    return 'malformed'
  }
}
