/** A loopback server that plays a carrier's portal, with faults to switch on and counters for what a reading robot must not do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { OWNER } from './owner.ts'

export { OWNER }

export interface Counters {
  requests: number
  /** Requests for anything but pages. */
  assets: number
  passwords: number
  failedLogins: number
  codes: number
  /** Purchases, changes, consents, passkeys, sign-outs: every address under /do/. */
  harmful: string[]
  /** Pages of another line. */
  others: number
}

/** What went wrong with a portal. */
export type Fault =
  | 'maintenance'
  | 'maintenancePage'
  | 'locked'
  | 'terms'
  | 'captcha'
  | 'newPassword'
  | 'approval'
  | 'redesign'
  | 'reset'
  | 'error'
  | 'truncated'
  | 'loop'
  | 'foreign'

export interface Visit {
  readonly path: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly cookies: ReadonlyMap<string, string>
  readonly counters: Counters
  readonly fault: Fault | null
  readonly isPost: boolean
}

/** A page, or where to go; cookies to set. */
export interface Reply {
  readonly html?: string
  readonly to?: string
  readonly status?: number
  readonly cookies?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

/** One simulated portal. */
export interface PortalPlay {
  readonly id: string
  readonly charset?: string
  /** What is typed as the user. */
  readonly user: string
  readonly pin?: string
  readonly isOpenByLine?: boolean
  readonly path: readonly string[]
  readonly numberSuffix?: string
  /** Whether it asks for a code on the first visit. */
  readonly asksForCode?: boolean
  /** What a reading of it must say. */
  readonly gives: { readonly remainingBytes?: number; readonly usedBytes?: number }
  readonly reply: (visit: Visit) => Reply
}

export interface Running {
  readonly address: string
  readonly counters: Counters
  stop(): Promise<void>
}

/** Starts a portal; it ends with `stop`. */
export async function startPortal(play: PortalPlay, fault: Fault | null = null): Promise<Running> {
  const counters: Counters = { requests: 0, assets: 0, passwords: 0, failedLogins: 0, codes: 0, harmful: [], others: 0 }
  const server = createServer((request, response) => void serve(request, response, play, fault, counters))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    counters,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  play: PortalPlay,
  fault: Fault | null,
  counters: Counters,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(request.url ?? '/', 'http://portal.example')
  counters.requests += 1
  if (/\.(?:css|js|png|jpg|ico|woff2?)$/u.test(url.pathname)) counters.assets += 1
  if (url.pathname.startsWith('/do/')) counters.harmful.push(url.pathname)
  if (fault === 'reset') return void request.socket.destroy()
  const form = new URLSearchParams(Buffer.concat(chunks).toString('latin1'))
  const visit: Visit = {
    path: url.pathname,
    query: url.searchParams,
    form,
    cookies: new Map((request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=') as [string, string])),
    counters,
    fault,
    isPost: request.method === 'POST',
  }
  const reply = general(fault) ?? play.reply(visit)
  const charset = play.charset ?? 'utf-8'
  const body = iconv.encode(reply.html ?? '', charset)
  const compressed = fault === 'truncated' ? gzipSync(body).subarray(0, 60) : body
  response.writeHead(reply.status ?? (reply.to === undefined ? 200 : 302), {
    'content-type': `text/html; charset=${charset}`,
    ...(reply.to === undefined ? {} : { location: reply.to }),
    ...(reply.cookies === undefined ? {} : { 'set-cookie': [...reply.cookies] }),
    ...(fault === 'truncated' ? { 'content-encoding': 'gzip' } : {}),
    ...reply.headers,
  })
  response.end(compressed)
}

/** Faults that are the same everywhere. */
function general(fault: Fault | null): Reply | null {
  if (fault === 'maintenance')
    return {
      status: 503,
      html: '<title>503</title><p>ただいまメンテナンス中です。11月27日 6:00まで ご利用いただけません。</p>',
    }
  if (fault === 'maintenancePage')
    return {
      html: '<title>お知らせ</title><h1>システムメンテナンス中</h1><p>2026年11月27日 1:00～6:00 はご利用いただけません。</p>',
    }
  if (fault === 'error') return { status: 500, html: '<h1>Internal Server Error</h1>' }
  if (fault === 'loop') return { to: '/again' }
  return null
}

/** Things that tempt on every page: adverts full of figures, a shop, switches, a way out. */
export const TEMPTATIONS = `
<nav><a href="/do/logout">ログアウト</a> <a href="/do/buy?size=1GB">データ残量を増やす</a> <a href="/do/plan">料金プラン変更</a>
<a href="/do/speed">高速データ通信に切り替える</a> <a href="/do/passkey">パスキーを登録</a></nav>
<img src="/banner.png" alt="今なら20GB増量！"><p>今月限定 20GB 1,980円 <a href="/do/order">詳しくはこちら、お申し込み</a></p>`

/** What a sign-in leads to where a fault says so; null: on to the figure. */
export function afterSignIn({ fault }: Visit): Reply | null {
  if (fault === 'terms')
    return {
      html: '<title>規約改定</title><p>ご利用規約が改定されました。内容をご確認のうえ、同意してください。</p><form method="post" action="/do/agree"><button>同意して次へ</button></form>',
    }
  if (fault === 'newPassword')
    return {
      html: '<p>パスワードの変更が必要です。</p><form method="post" action="/do/password"><label>新しいパスワード<input type="password" name="a"></label><label>新しいパスワード（確認用）<input type="password" name="b"></label><button>変更する</button></form>',
    }
  if (fault === 'approval') return { html: '<p>My アプリで承認してください。承認されるまでお待ちください。</p>' }
  if (fault === 'redesign') return { html: '<title>ホーム</title><div>3.2</div><div>20</div>' }
  return null
}

const CAPTCHA =
  '<p>画像に表示されている文字を入力してください</p><img src="/captcha.png" alt=""><input type="text" name="captcha">'

/** A sign-in form with a search before it. */
export const signInForm = (fields: string, { fault }: Visit, action = '/login', button = 'ログイン'): string => `
<title>ログイン</title><form action="/search"><input type="search" name="q" placeholder="サイト内検索"><button>検索</button></form>
<h1>ログイン</h1><form method="post" action="${fault === 'foreign' ? 'http://127.0.0.1:9/steal' : action}">
<input type="hidden" name="token" value="t-481">${fields}${fault === 'captcha' ? CAPTCHA : ''}<button type="submit">${button}</button></form>
<p>パスワードを3回間違えるとロックされます。<a href="/forgot">パスワードをお忘れの方</a></p>`

/** Counts a password and says whether it opens the door. */
export function accepts(given: string | null, visit: Visit): boolean {
  visit.counters.passwords += 1
  const isRight = given === OWNER.password && visit.form.get('token') === 't-481' && visit.fault !== 'locked'
  if (!isRight) visit.counters.failedLogins += 1
  return isRight
}
