import { advert, brokenForm, figurePage, html, NOTICE, SEARCH, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** A small carrier's member pages in EUC-JP: tables in tables, speed switches that are plain links, a hidden field in Japanese. */
export const portal: Portal = {
  ...PLAIN,
  id: 'euc-jp',
  charset: 'euc-jp',
  charsetIn: 'meta',
  compression: 'gzip',
  user: OWNER.user,
  tokenName: 'ticket',
  path: ['ご利用状況', 'クーポン残量の確認'],
  gives: { remainingBytes: 5_120_000_000 },
  walk: [{ uid: OWNER.user, upw: OWNER.password }, 'ご利用状況', 'クーポン残量の確認'],
  actions: {
    '/cgi-bin/member.cgi/k1': 'speedSwitches',
    '/cgi-bin/member.cgi/k2': 'speedSwitches',
    '/cgi-bin/member.cgi/k3': 'purchases',
    '/cgi-bin/member.cgi/k4': 'planChanges',
    '/cgi-bin/member.cgi/k5': 'logouts',
    '/cgi-bin/member.cgi/k6': 'passwordChanges',
  },
  reply,
}

const CGI = '/cgi-bin/member.cgi'

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (isPost && path === `${CGI}/login`) {
    if (form.get('gamen') !== 'ログイン画面') return brokenForm(visit)
    return signedIn(visit, userOf(visit, form.get('uid')), form.get('upw'), {
      right: () => enter(visit, `${CGI}/top`),
      wrong: door(visit, '<font color="#ff0000">会員ＩＤもしくはパスワードに誤りがあります</font>'),
    })
  }
  if (!session.isIn) return door(visit, '')
  switch (path) {
    case `${CGI}/use`:
      return html(
        visit,
        'ご利用状況',
        `${LEFT}<p><a href="${CGI}/bill">ご利用明細</a></p><p><a href="${CGI}/coupon">クーポン残量の確認</a></p>`,
      )
    case `${CGI}/coupon`:
      return figurePage(visit, html(visit, 'クーポン残量', LEFT + COUPON + advert(visit)))
    default:
      return html(
        visit,
        '会員トップ',
        `${LEFT}${NOTICE}${advert(visit)}<table><tr><td><a href="${CGI}/use">ご利用状況</a></td></tr></table>`,
      )
  }
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    '会員専用ページ',
    `<table><tr><td>${SEARCH}</td></tr></table><table border="0"><tr><td bgcolor="#003366"><font color="#ffffff">会員ログイン</font></td></tr></table>${error}
${signInForm(
  visit,
  `${CGI}/login`,
  `<input type="hidden" name="gamen" value="ログイン画面"><table><tr><td align="right">会員ＩＤ：</td><td><input name="uid" size="20"></td></tr>
<tr><td align="right">パスワード：</td><td><input type="password" name="upw" size="20"></td></tr><tr><td colspan="2"><input type="submit" value="　ログイン　"><input type="reset" value="クリア"></td></tr></table>`,
)}`,
  )

const LEFT = `<table><tr><td><a href="${CGI}/k1">高速通信：ＯＮ</a></td></tr><tr><td><a href="${CGI}/k2">ＯＫ</a></td></tr><tr><td><a href="${CGI}/k3">残量を追加する</a></td></tr>
<tr><td><a href="${CGI}/k4">タイプ変更</a></td></tr><tr><td><a href="${CGI}/k6">パスワードを忘れないために</a></td></tr><tr><td><a href="${CGI}/k5">終了</a></td></tr></table>`

const COUPON = `<table border="1"><tr><th>項目</th><th>内容</th></tr><tr><td>データ残量</td><td><table><tr><td>５．１２</td><td>ＧＢ</td></tr></table></td></tr></table>
<p>※追加クーポンは100MB単位で購入できます。</p>`
