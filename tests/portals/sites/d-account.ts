import { advert, figurePage, form, html, NOTICE, SEARCH, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, isCode, sendCode, signedIn, userOf } from '../sign-in.ts'
import { trustCookie } from '../sessions.ts'

/** An ID on one page, the password on the next, a code by SMS, a device that is trusted then; figures in KB. */
export const portal: Portal = {
  ...PLAIN,
  id: 'd-account',
  compression: 'gzip',
  user: OWNER.user,
  code: OWNER.code,
  hasLoginSite: true,
  tokenName: 'org.example.TOKEN',
  path: ['ご利用データ量のご確認', '当月ご利用データ量（詳細）'],
  gives: { remainingBytes: 4_310_522_000, usedBytes: 15_689_478_000 },
  walk: [
    { authid: OWNER.user },
    { authpass: OWNER.password },
    { subauth: OWNER.code },
    'ご利用データ量のご確認',
    '当月ご利用データ量（詳細）',
  ],
  actions: {
    '/mydcm/sp/0012': 'purchases',
    '/mydcm/sp/0013': 'purchases',
    '/mydcm/sp/0020': 'planChanges',
    '/mydcm/sp/0099': 'logouts',
    '/auth/pk/entry': 'passkeys',
  },
  reply,
}

function reply(visit: Visit): Reply {
  if (visit.site === 'login') return atDoor(visit)
  if (!visit.session.isIn) return { to: `${visit.origins.login}/cgi8/id/login?rurl=mydcm` }
  switch (visit.path) {
    case '/':
      return html(visit, 'My page', `${MENU}${NOTICE}${advert(visit)}${BALLOON}`)
    case '/mydcm/data':
      return html(
        visit,
        'データ量',
        `${MENU}<h2>ご利用データ量のご確認</h2><ul><li><a href="/mydcm/data/3day">直近3日間（詳細）</a></li>
<li><a href="/mydcm/data/month">当月ご利用データ量（詳細）</a></li></ul>${advert(visit)}`,
      )
    case '/mydcm/data/month':
      return figurePage(visit, html(visit, '当月ご利用データ量', MENU + MONTH + advert(visit)))
    case '/mydcm/data/3day':
      return html(
        visit,
        '直近3日間',
        `${MENU}<section id="data_3day"><h3>直近3日間の合計</h3><p>直近3日間のご利用データ量 1,203,441 KB</p></section>`,
      )
    default:
      return { status: 404, html: html(visit, '404', '<p>ページが見つかりません</p>') }
  }
}

function atDoor(visit: Visit): Reply {
  const { path, isPost, session, form: sent } = visit
  if (isPost && path === '/cgi8/id/auth1') {
    session.user = userOf(visit, sent.get('authid')?.trim())
    return passwordPage(visit, '')
  }
  if (isPost && path === '/cgi8/id/auth2') {
    return signedIn(visit, session.user, sent.get('authpass'), {
      right() {
        if (visit.isTrusted) return enter(visit, `${visit.origins.portal}/`)
        sendCode(visit)
        return codePage(visit, '')
      },
      wrong: passwordPage(visit, '<p class="err">アカウントのIDまたはパスワードが違います。（E021）</p>'),
    })
  }
  if (isPost && path === '/cgi8/id/otp') {
    if (!session.isProven) return { to: '/cgi8/id/login' }
    if (!isCode(visit, sent.get('subauth') ?? ''))
      return codePage(visit, '<p class="err">セキュリティコードが違います。</p>')
    return enter(visit, `${visit.origins.portal}/`, sent.get('trust') === '1' ? [trustCookie()] : [])
  }
  if (isPost && path === '/cgi8/id/resend') {
    sendCode(visit)
    return codePage(visit, '<p>セキュリティコードを再送しました。</p>')
  }
  return html(
    visit,
    'ログイン - アカウント',
    `${SEARCH}<h1>アカウントでログイン</h1><p><a href="/auth/pk/entry">パスキーを登録してもっと便利に</a></p>
${form(visit, '/cgi8/id/auth1', '<div class="fld"><input type="text" name="authid" placeholder="アカウントのID" autocomplete="username webauthn"></div><button type="submit">次へ</button>')}
<p><a href="/cgi8/id/issue">アカウントを発行する</a> <a href="/cgi8/id/forgot">IDをお忘れの方</a></p>`,
  )
}

const passwordPage = (visit: Visit, error: string): string =>
  html(
    visit,
    'パスワード入力',
    `<h1>パスワードを入力</h1>${error}${signInForm(
      visit,
      '/cgi8/id/auth2',
      `<p>ID: d-owner-****</p>
<label for="pw">パスワード</label><input id="pw" type="password" name="authpass" autocomplete="current-password" maxlength="20">
<label><input type="checkbox" name="show">パスワードを表示する</label><button type="submit">ログイン</button>`,
    )}<p>パスワードを連続して間違えるとロックされます。</p>`,
  )

const codePage = (visit: Visit, error: string): string =>
  html(
    visit,
    '2段階認証',
    `<h1>2段階認証</h1><p>ご登録の電話番号（***-****-1234）にSMSでセキュリティコードを送信しました。</p>${error}
${form(visit, '/cgi8/id/resend', '<button type="submit">コードを再送する</button>')}
${form(
  visit,
  '/cgi8/id/otp',
  `<dl><dt>セキュリティコード</dt><dd><input type="tel" name="subauth" maxlength="6" autocomplete="one-time-code"></dd></dl>
<label><input type="checkbox" name="trust" value="1" checked>この端末を信頼する</label><input type="submit" value="認証する">`,
)}`,
  )

const MENU = `<header><ul><li><a href="/mydcm/sp/0012">データ残量を増やす</a></li><li><a href="/mydcm/sp/0013">次へ</a></li>
<li><a href="/mydcm/sp/0020">ご契約プランの確認・変更</a></li><li><a href="/mydcm/bill">ご利用料金</a></li>
<li><a href="/mydcm/data">ご利用データ量のご確認</a></li><li><a href="/mydcm/sp/0099">終了する</a></li></ul></header>`

const BALLOON = '<p>1GB追加 1,100円。データ量が残り20%になったらお知らせします。</p>'

const MONTH = `<section id="data_month"><table border="1"><tr><th colspan="2">11月のご利用データ量</th></tr>
<tr><td>当月ご利用データ量合計</td><td align="right">15,689,478 KB</td></tr>
<tr><td>速度低下（128kbps通信）までの残りデータ通信量</td><td align="right">4,310,522 KB</td></tr></table>
<p>※10月のご利用データ量：20,000,000 KB</p></section>`
