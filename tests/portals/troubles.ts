/** What is wrong with an answer on its way, or with the server behind it. */
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Fault } from './faults.ts'
import type { Answer } from './portal.ts'

/** What a server in trouble answers instead of a page; null where it answers as ever. */
export function troubledAnswer(fault: Fault | null, path: string): Answer | null {
  switch (fault) {
    case 'maintenance':
      return {
        status: 503,
        html: '<html><head><title>サービス停止のお知らせ</title></head><body><h1>ただいまメンテナンス中です</h1><p>ご迷惑をおかけしますが、しばらくたってから再度アクセスしてください。</p></body></html>',
      }
    case 'maintenance-until':
      return {
        status: 503,
        headers: { 'retry-after': 'Thu, 26 Nov 2026 21:00:00 GMT' },
        html: '<html><head><title>503</title></head><body><p>ただいまシステムメンテナンス中のため、ご利用いただけません。</p><p>終了予定：11月27日(金) 6:00まで</p></body></html>',
      }
    case 'maintenance-page':
      return {
        html: '<html><head><title>お知らせ</title></head><body><div id="sorry"><h2>メンテナンス中</h2><p>下記の時間帯はサービスを停止しております。</p><p>2026年11月27日（金）午前1時00分 ～ 午前6時00分まで</p></div></body></html>',
      }
    case 'error':
      return { status: 500, html: '<html><body><h1>Internal Server Error</h1><p>SRVE0255E</p></body></html>' }
    case 'redirect-loop':
      return { to: path === '/loop/a' ? '/loop/b' : '/loop/a' }
    default:
      return null
  }
}

/** Pieces of a slow answer. */
const PIECES = 3

/** Breaks an answer off or draws it out; false where it is to be sent as ever. */
export async function spoiled(
  fault: Fault | null,
  response: ServerResponse,
  body: Buffer,
  pauseMilliseconds: number,
): Promise<boolean> {
  if (fault === 'reset') {
    response.socket?.resetAndDestroy()
    return true
  }
  if (fault === 'cut-off') {
    response.setHeader('content-length', body.length + 500)
    response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy())
    return true
  }
  if (fault === 'truncated-gzip') {
    const zipped = gzipSync(body)
    response.setHeader('content-encoding', 'gzip')
    response.end(zipped.subarray(0, zipped.length - 30))
    return true
  }
  if (fault !== 'slow') return false
  const size = Math.ceil(body.length / PIECES)
  for (let from = 0; from < body.length; from += size) {
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
    response.write(body.subarray(from, from + size))
  }
  response.end()
  return true
}
