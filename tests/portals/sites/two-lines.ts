import { advert, figurePage, html, NOTICE, signInForm } from '../markup.ts'
import { OTHER_NUMBER, OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** Two lines on one account: the other one stands first, and its page looks the same. */
export const portal: Portal = {
  ...PLAIN,
  id: 'two-lines',
  compression: 'gzip',
  user: OWNER.user,
  path: ['ご契約回線一覧', 'データ残量'],
  numberSuffix: '1234',
  gives: { remainingBytes: 1_790_000_000, usedBytes: 210_000_000 },
  walk: [{ login_id: OWNER.user, login_pw: OWNER.password }, OWNER.phone, 'データ残量'],
  actions: {
    '/line/8121': 'otherLines',
    '/line/8121/data': 'otherLines',
    '/line/8122/b1': 'purchases',
    '/line/8122/p1': 'planChanges',
    '/line/8122/s1': 'speedSwitches',
    '/bye': 'logouts',
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (isPost && path === '/account/login') {
    return signedIn(visit, userOf(visit, form.get('login_id')), form.get('login_pw'), {
      right: () => enter(visit, '/lines'),
      wrong: door(visit, '<div class="is-error">ログインできませんでした。IDまたはパスワードをご確認ください。</div>'),
    })
  }
  if (!session.isIn) return door(visit, '')
  switch (path) {
    case '/line/8121':
      return html(visit, '回線情報', `${lineMenu('8121', OTHER_NUMBER)}<a href="/line/8121/data">データ残量</a>`)
    case '/line/8121/data':
      return html(visit, 'データ残量', `${lineMenu('8121', OTHER_NUMBER)}${figures('9.00', '1.00')}`)
    case '/line/8122':
      return html(
        visit,
        '回線情報',
        `${lineMenu('8122', OWNER.phone)}${advert(visit)}<a href="/line/8122/data">データ残量</a>`,
      )
    case '/line/8122/data':
      return figurePage(
        visit,
        html(visit, 'データ残量', `${lineMenu('8122', OWNER.phone)}${figures('1.79', '0.21')}${advert(visit)}`),
      )
    case '/lines':
      return html(
        visit,
        'ご契約回線一覧',
        `<h1>ご契約回線一覧</h1><table><tr><th>電話番号</th><th>プラン</th></tr>
<tr><td><a href="/line/8121">${OTHER_NUMBER}</a></td><td>10GBプラン</td></tr><tr><td><a href="/line/8122">${OWNER.phone}</a></td><td>2GBプラン</td></tr></table><a href="/bye">次へ</a>`,
      )
    default:
      return html(visit, 'マイページ', `${NOTICE}<a href="/lines">ご契約回線一覧</a>${advert(visit)}`)
  }
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `${error}${signInForm(
      visit,
      '/account/login',
      `<fieldset><legend>ログイン</legend><label for="i">ログインID</label><input id="i" name="login_id" type="text" autocomplete="username">
<label for="w">パスワード</label><input id="w" name="login_pw" type="password" autocomplete="current-password"><button type="submit" name="b" value="login">ログイン</button></fieldset>`,
    )}`,
  )

const lineMenu = (id: string, number: string): string =>
  `<h2>${number}</h2><nav><a href="/line/8122/b1">データ残量を追加</a><a href="/line/8122/p1">プラン変更</a><a href="/line/8122/s1">節約モードへ</a><a href="/line/${id}">回線情報</a><a href="/line/8121">回線を切り替える</a></nav>`

const figures = (left: string, used: string): string =>
  `<div class="box"><div class="k">残りデータ量</div><div class="v"><span>${left}</span><span>GB</span></div><div class="k">利用済みデータ量</div><div class="v"><span>${used}</span><span>GB</span></div></div>`
