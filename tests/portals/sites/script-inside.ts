import { figurePage, html, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** A plain sign-in, and behind it an empty root: a script fetches JSON and writes the figure beside its label. */
export const portal: Portal = {
  ...PLAIN,
  id: 'script-inside',
  user: OWNER.user,
  needsScript: 'inside',
  path: ['データ残量'],
  gives: { remainingBytes: 400_000_000 },
  walk: [{ user: OWNER.user, password: OWNER.password }, '/inside.js', '/api/usage'],
  actions: { '/act/next': 'purchases', '/act/ok': 'planChanges', '/act/bye': 'logouts' },
  scripts: {
    '/inside.js': `fetch('/api/usage').then((answer) => answer.json()).then(({ left, unit }) => {
  document.getElementById('app').innerHTML = '<a href="/act/next">次へ</a><a href="/act/ok">データ残量を増やす</a><a href="/act/bye">終了</a>' +
    '<table><tr><th>残りデータ量</th><td>' + left + unit + '</td></tr></table><p>20GBプラン登場</p>';
}).catch(() => location.assign('/error'));`,
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (isPost && path === '/login') {
    return signedIn(visit, userOf(visit, form.get('user')), form.get('password'), {
      right: () => enter(visit, '/'),
      wrong: door(visit, '<p>ユーザIDまたはパスワードが誤っています。</p>'),
    })
  }
  if (!session.isIn) return door(visit, '')
  if (path === '/error') return html(visit, 'エラー', '<p>読み込めませんでした。</p>')
  if (path === '/api/usage') {
    const shown = figurePage(visit, '{"left":"400","unit":"MB"}')
    return typeof shown === 'string' ? { html: shown, contentType: 'application/json' } : shown
  }
  return '<!DOCTYPE html><html><head><title>マイページ</title></head><body><div id="app"></div><script src="/inside.js"></script></body></html>'
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `${error}${signInForm(visit, '/login', `<label>ユーザID<input name="user"></label><label>パスワード<input type="password" name="password"></label><button type="submit">ログイン</button>`)}`,
  )
