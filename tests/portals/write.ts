import type { ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import iconv from 'iconv-lite'
import type { Fault } from './faults.ts'
import type { Answer, Portal } from './portal.ts'
import { spoiled } from './troubles.ts'

interface Manner extends Pick<Portal, 'charset' | 'charsetIn' | 'compression'> {
  /** The Accept-Encoding header. */
  readonly accepts: string
  /** What breaks off or draws out the answer; null where nothing does. */
  readonly fault: Fault | null
  readonly pauseMilliseconds: number
}

const COMPRESSORS = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync }

/** Sends an answer in the portal's charset, compressed where the portal does that and the visitor can take it. */
export async function write(response: ServerResponse, answer: Answer, manner: Manner): Promise<void> {
  const { charset, charsetIn, compression, accepts, fault, pauseMilliseconds } = manner
  const { html = '', to, headers = {}, cookies = [], contentType = 'text/html' } = answer
  const body = iconv.encode(html, charset)
  response.statusCode = answer.status ?? (to === undefined ? 200 : 302)
  response.setHeader('content-type', charsetIn === 'header' ? `${contentType}; charset=${charset}` : contentType)
  response.setHeader('cache-control', 'no-store')
  if (to !== undefined) response.setHeader('location', to)
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies])
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (body.length > 0 && (await spoiled(fault, response, body, pauseMilliseconds))) return
  if (compression === null || !accepts.includes(compression)) return void response.end(body)
  response.setHeader('content-encoding', compression)
  response.end(COMPRESSORS[compression](body))
}
