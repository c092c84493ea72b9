import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { MOST_BYTES } from './page.ts'

const LIMIT_MILLISECONDS = 30_000

/** One request, and what came of it before any redirection. */
export interface Sent {
  readonly address: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly signal: AbortSignal | undefined
}
export interface Received {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Uncompressed, whole. */
  readonly bytes: Uint8Array
  /** As they came over the network. */
  readonly bytesReceived: number
}

/** In place: a page is decoded in less time than another thread needs to begin. */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
}

/**
 * Sends a request and waits for the whole answer; rejects where there is none in time, where it breaks off, is too large or is
 * compressed in a way that does not come out even. The built-in `fetch` takes half of a compressed page for a whole one.
 */
export async function send({ address, method, headers, body, signal }: Sent): Promise<Received> {
  const url = new URL(address)
  const options = {
    method,
    headers: {
      ...headers,
      'accept-encoding': 'gzip, br, zstd',
      ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    },
  }
  const { response, compressed } = await new Promise<{
    response: IncomingMessage
    compressed: Buffer
  }>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (incoming) => {
      const chunks: Buffer[] = []
      let length = 0
      incoming.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > MOST_BYTES) request.destroy(new RangeError('too large'))
        chunks.push(chunk)
      })
      incoming.once('end', () => {
        if (incoming.complete) resolve({ response: incoming, compressed: Buffer.concat(chunks) })
        else reject(new Error('broken off'))
      })
      incoming.once('error', reject)
    })
    // The option `signal` does the same, and costs a fourth of a request.
    const stop = (): void => void request.destroy(new Error('stopped'))
    const timer = setTimeout(stop, LIMIT_MILLISECONDS)
    signal?.addEventListener('abort', stop)
    request.once('error', reject)
    request.once('close', () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    })
    if (signal?.aborted === true) stop()
    request.end(body ?? undefined)
  })
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? ''
  const decoder = DECODERS[encoding]
  const bytes =
    decoder !== undefined && compressed.length > 0 ? decoder(compressed, { maxOutputLength: MOST_BYTES }) : compressed
  return { status: response.statusCode ?? 0, headers: response.headers, bytes, bytesReceived: compressed.length }
}
