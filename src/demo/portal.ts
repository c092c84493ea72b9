import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What opens the simulated portal; nobody's. */
export const DEMO_SIGN_IN = { user: 'demo', password: 'not-a-secret' } as const

/** A carrier that is only played, on this machine. */
export interface DemoPortal {
  /** Where it begins. */
  readonly address: string
  /** The one-time code that it "sends". */
  readonly code: string
  stop(): Promise<void>
}

const CODE = '482913'
const SESSION = 'session=demo'

/** Starts the simulated portal of a carrier: a sign-in, a code, a menu with things that are better not pressed, what is left. */
export async function startDemoPortal(): Promise<DemoPortal> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    code: CODE,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const sent = new URLSearchParams(Buffer.concat(chunks).toString())
  const isIn = request.headers.cookie?.includes(SESSION) === true
  const path = `${request.method} ${request.url}`
  if (path === 'POST /code' && sent.get('code') === CODE) {
    response.writeHead(302, { location: '/', 'set-cookie': `${SESSION}; Path=/; HttpOnly` }).end()
    return
  }
  const isKnown = sent.get('id') === DEMO_SIGN_IN.user && sent.get('password') === DEMO_SIGN_IN.password
  const body =
    path === 'POST /code' || (path === 'POST /login' && isKnown)
      ? CODE_PAGE
      : !isIn
        ? signIn(path === 'POST /login')
        : request.url === '/data'
          ? DATA_PAGE
          : HOME_PAGE
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><html lang="ja"><title>さくらでんわ マイページ</title>${body}</html>`)
}

const signIn = (isWrong: boolean): string => `${isWrong ? '<p>IDまたはパスワードが正しくありません。</p>' : ''}
<form method="post" action="/login"><label>ログインID<input name="id"></label>
<label>パスワード<input type="password" name="password"></label><button>ログイン</button></form>`

const CODE_PAGE = `<h1>2段階認証</h1><p>SMSで送信した認証コードを入力してください。</p>
<form method="post" action="/code"><label>認証コード<input name="code" maxlength="6"></label><button>次へ</button></form>`

const MENU = `<nav><a href="/data">データ残量</a> <a href="/buy">データ残量を増やす</a> <a href="/plan">プラン変更</a> <a href="/out">ログアウト</a></nav>
<p>今なら20GB増量！ <a href="/campaign">お申し込みはこちら</a></p>`
const HOME_PAGE = `<h1>ようこそ</h1>${MENU}`
const DATA_PAGE = `${MENU}<table><tr><th>残りデータ量</th><td>3.42GB</td></tr><tr><th>ご利用データ量</th><td>6.58GB</td></tr><tr><th>合計</th><td>10.00GB</td></tr></table>`
