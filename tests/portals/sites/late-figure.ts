import { figurePage, html, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** A page that comes with zeros in it and says that it needs its script, which writes the figures a while after it has them. */
export const portal: Portal = {
  ...PLAIN,
  id: 'late-figure',
  user: OWNER.user,
  needsScript: 'inside',
  path: ['データ残量'],
  gives: { remainingBytes: 4_300_000_000, usedBytes: 700_000_000 },
  walk: [{ user: OWNER.user, password: OWNER.password }, '/late.js', '/api/balance'],
  actions: { '/act/plus': 'purchases', '/act/out': 'logouts' },
  scripts: {
    '/late.js': `fetch('/api/balance').then((answer) => answer.json()).then((found) => setTimeout(() => {
  for (const name in found) document.getElementById(name).textContent = found[name]
}, 500)).catch(() => location.assign('/error'))`,
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (isPost && path === '/login')
    return signedIn(visit, userOf(visit, form.get('user')), form.get('password'), {
      right: () => enter(visit, '/'),
      wrong: door(visit, '<p>ユーザIDまたはパスワードが誤っています。</p>'),
    })
  if (!session.isIn) return door(visit, '')
  if (path === '/error') return html(visit, 'エラー', '<p>表示できませんでした。</p>')
  if (path === '/api/balance') {
    const shown = figurePage(visit, '{"left":"4.30","used":"0.70"}')
    return typeof shown === 'string' ? { html: shown, contentType: 'application/json' } : shown
  }
  return `<!DOCTYPE html><html><head><title>マイページ</title></head><body><a href="/act/plus">データを追加</a> <a href="/act/out">ログアウト</a>
<noscript><p>ご覧いただくにはJavaScriptを有効にしてください。</p></noscript>
<dl><dt>残りデータ量</dt><dd><b id="left">0.00</b>GB</dd><dt>利用データ量</dt><dd><b id="used">0.00</b>GB</dd></dl><script src="/late.js"></script></body></html>`
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `${error}${signInForm(visit, '/login', `<label>ユーザID<input name="user"></label><label>パスワード<input type="password" name="password"></label><button type="submit">ログイン</button>`)}`,
  )
