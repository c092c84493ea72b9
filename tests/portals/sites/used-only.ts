import { advert, figurePage, html, NOTICE, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** Shows only what was used, in a circle; nothing may be made of what is left. */
export const portal: Portal = {
  ...PLAIN,
  id: 'used-only',
  user: OWNER.mail,
  path: ['データ利用量'],
  gives: { usedBytes: 7_420_000_000 },
  walk: [{ u: OWNER.mail, p: OWNER.password }, 'データ利用量'],
  actions: {
    '/my/x1': 'purchases',
    '/my/x2': 'planChanges',
    '/my/x3': 'speedSwitches',
    '/my/x4': 'logouts',
    '/my/x5': 'passkeys',
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (isPost && path === '/sign-in') {
    return signedIn(visit, userOf(visit, form.get('u')), form.get('p'), {
      right: () => enter(visit, '/dashboard'),
      wrong: door(visit, '<p class="alert">ユーザIDまたはパスワードが正しくありません</p>'),
    })
  }
  if (!session.isIn) return door(visit, '')
  if (path === '/usage')
    return figurePage(
      visit,
      html(
        visit,
        'データ利用量',
        `${HEAD}<div class="circle"><h3>データ利用量</h3><div><span class="n">7</span><span class="n">.</span><span class="n">42</span> <span>GB</span></div></div>
<p>高速データ無制限（当社回線エリア）。3GBまで1,078円、20GBまで2,178円、20GB超過後3,278円</p><p>海外でのデータ利用は2GBまで無料</p>${advert(visit)}`,
      ),
    )
  return html(
    visit,
    'ホーム',
    `${HEAD}${NOTICE}<p>電話番号 090-0000-1234</p><p>今月の料金 2,178円</p><ul><li><a href="/usage">データ利用量</a></li><li><a href="/charge">利用料金</a></li></ul>
<form method="get" action="/my/x3"><label>データ高速モード</label><button type="submit">次へ</button></form>${advert(visit)}`,
  )
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `<form action="/search"><input name="q" aria-label="サイト内検索"><button type="submit">検索</button></form><h1>ログイン</h1>${error}
${signInForm(
  visit,
  '/sign-in',
  `<div>ユーザID</div><div><input type="text" name="u" autocomplete="username"></div><div>パスワード</div><div><input type="password" name="p"></div>
<button type="submit">ログイン</button>`,
)}<form action="/newsletter" method="post"><p>メールマガジン</p><input type="email" name="mail" placeholder="メールアドレス"><button type="submit">次へ</button></form>`,
  )

const HEAD = `<header><a href="/my/x1">データチャージ（国内・海外）</a> <a href="/my/x2">OK</a> <a href="/my/x5">かんたんログインの設定</a> <a href="/my/x4">サインアウト</a></header>`
