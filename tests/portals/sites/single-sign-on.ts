import { advert, figurePage, html, NOTICE, SEARCH, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** A page that sends on to the sign-in, and a form with a ticket that sends itself back. */
export const portal: Portal = {
  ...PLAIN,
  id: 'single-sign-on',
  user: OWNER.user,
  hasLoginSite: true,
  tokenName: 'RelayState',
  path: ['通信量の確認'],
  gives: { remainingBytes: 6_543_000_000 },
  walk: [{ j_username: OWNER.user, j_password: OWNER.password }, '通信量の確認'],
  actions: { '/svc/11': 'purchases', '/svc/12': 'planChanges', '/svc/13': 'logouts', '/svc/14': 'speedSwitches' },
  reply,
}

function reply(visit: Visit): Reply {
  const { site, path, isPost, session, form, origins } = visit
  if (site === 'login') return atDoor(visit)
  if (isPost && path === '/acs') {
    const isRight = session.isProven && form.get('SAMLResponse') === ticketOf(visit)
    return isRight ? enter(visit, '/home') : { status: 403, html: html(visit, 'エラー', '<p>チケットが無効です。</p>') }
  }
  if (!session.isIn)
    return html(
      visit,
      '移動します',
      '<p>自動的に移動しない場合は<a href="/wait">こちら</a></p>',
      `<meta http-equiv="refresh" content="0;URL='${origins.login}/sso/start'">`,
    )
  if (path === '/traffic')
    return figurePage(
      visit,
      html(
        visit,
        '通信量の確認',
        `${BAR}<table><tr><th>当月の残り通信量</th></tr><tr><td>6,543MB</td></tr></table><p>※前月の通信量：4,321MB</p>${advert(visit)}`,
      ),
    )
  return html(visit, 'ホーム', `${BAR}${NOTICE}<p><a href="/traffic">通信量の確認</a></p>${advert(visit)}`)
}

const ticketOf = ({ session }: Visit): string => `PHNhbWw+${session.token}`

function atDoor(visit: Visit): Reply {
  const {
    path,
    isPost,
    form,
    origins,
    portal: { tokenName },
    session,
  } = visit
  if (isPost && path === '/sso/check') {
    return signedIn(visit, userOf(visit, form.get('j_username')), form.get('j_password'), {
      right:
        () => `<html><head><title>認証中</title></head><body onload="document.forms[0].submit()"><form method="post" action="${origins.portal}/acs">
<input type="hidden" name="SAMLResponse" value="${ticketOf(visit)}"><input type="hidden" name="${tokenName}" value="${session.token}"><noscript><input type="submit" value="続ける"></noscript></form></body></html>`,
      wrong: door(visit, '<p class="e">ユーザーIDまたはパスワードが違います</p>'),
    })
  }
  if (path === '/sso/start') return { to: '/sso/login' }
  return door(visit, '')
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    '共通ログイン',
    `${SEARCH}${error}${signInForm(
      visit,
      '/sso/check',
      `<p>ユーザーID<input type="text" name="j_username"></p><p>パスワード<input type="password" name="j_password"></p>
<button type="submit">サインイン</button>`,
    )}`,
  )

const BAR =
  '<ul><li><a href="/svc/11">残り通信量を追加</a></li><li><a href="/svc/12">ご契約内容の変更</a></li><li><a href="/svc/14">次へ</a></li><li><a href="/svc/13">サインアウト</a></li></ul>'
