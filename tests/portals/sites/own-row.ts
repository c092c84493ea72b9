import { advert, figurePage, form, html, NOTICE, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/**
 * A passkey first, the password two pages further, among forms that want it for something else; an offer on the way in; two lines in
 * rows with masked numbers and links of the same words, the other one first.
 */
export const portal: Portal = {
  ...PLAIN,
  id: 'own-row',
  compression: 'gzip',
  user: OWNER.user,
  path: ['データ残量'],
  numberSuffix: '1234',
  gives: { remainingBytes: 2_500_000_000, usedBytes: 500_000_000 },
  walk: [
    'そのほかの方法でログイン',
    'IDとパスワードでログイン',
    { kaiin: OWNER.user, kpw: OWNER.password },
    '今はしない',
    '/line/b',
  ],
  actions: {
    '/door/pk': 'passkeys',
    '/door/join': 'planChanges',
    '/door/guest': 'purchases',
    '/offer/take': 'purchases',
    '/lines/plus': 'purchases',
    '/line/a': 'otherLines',
    '/out': 'logouts',
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form: sent } = visit
  if (isPost && path === '/door/id')
    return signedIn(visit, userOf(visit, sent.get('kaiin')), sent.get('kpw'), {
      right: () => enter(visit, '/offer'),
      wrong: door(visit, '<p class="e">会員ＩＤまたはパスワードが一致しません。</p>'),
    })
  if (path === '/door/id') return door(visit, '')
  if (path === '/door/ways')
    return html(
      visit,
      'ログイン方法の選択',
      '<ul><li><a href="/door/sns">LINEでログイン</a></li><li><a href="/door/id">IDとパスワードでログイン</a></li></ul>',
    )
  if (path === '/door/sns') return html(visit, 'LINE', '<p>LINEアプリをひらいてください。</p>')
  if (!session.isIn)
    return html(
      visit,
      'ログイン',
      `<h1>ログイン</h1>${form(visit, '/door/pk', '<button type="submit">パスキーでログイン</button>')}<a href="/door/ways">そのほかの方法でログイン</a>`,
    )
  switch (path) {
    case '/lines':
      return html(
        visit,
        'ご契約回線',
        `<a href="/out">終了する</a>${form(visit, '/lines/plus', '<button type="submit">残りデータ量を0.5GB増やす</button>')}
<table>${row('080-****-9876', '/line/a')}${row('090-****-1234', '/line/b')}</table>${NOTICE}`,
      )
    case '/line/a':
      return line(visit, '080-****-9876', '9.00', '1.00')
    case '/line/b':
      return figurePage(visit, line(visit, '090-****-1234', '2.50', '0.50'))
    default:
      return html(
        visit,
        'ご案内',
        `<h1>データ増量 いまなら無料</h1><p>毎月＋5GB。残りのデータを気にせずに。</p>
<a href="/offer/take">無料ではじめる</a> <a href="/lines?from=offer&amp;skip=passkey">今はしない</a>`,
      )
  }
}

const row = (number: string, address: string): string =>
  `<tr><th>${number}</th><td>スマホ</td><td><a href="${address}">データ残量を見る</a></td></tr>`

const line = (visit: Visit, number: string, left: string, used: string): string =>
  html(
    visit,
    'データ残量',
    `<h1>${number}</h1><table><tr><th>今月のデータ残量</th><td>${left}GB</td></tr><tr><th>今月のデータ利用量</th><td>${used}GB</td></tr></table>${advert(visit)}`,
  )

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    '会員ログイン',
    `<section><h2>はじめての方</h2><form method="post" action="/door/join"><p>メールアドレス<input type="email" name="mail"></p>
<p>パスワード<input type="password" name="new"></p><button>次へ</button></form></section>
<section><h2>会員の方</h2>${error}${signInForm(
      visit,
      '/door/id',
      `<table><tr><td>会員ＩＤ</td><td><input name="kaiin"></td></tr><tr><td>パスワード</td><td><input type="password" name="kpw"></td></tr></table>
<button name="act" value="guest" formaction="/door/guest" type="submit">ログインせずにチャージする</button>
<button type="submit" name="act" value="login">ログイン</button>`,
    )}</section>`,
  )
