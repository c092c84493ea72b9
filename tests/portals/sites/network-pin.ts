import { advert, brokenForm, figurePage, html, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** A phone number in three boxes and the network PIN of four digits. */
export const portal: Portal = {
  ...PLAIN,
  id: 'network-pin',
  charset: 'shift_jis',
  charsetIn: 'meta',
  user: OWNER.phone,
  secret: 'pin',
  tokenName: 'TKN',
  path: ['料金・通信量などの確認', 'ご利用データ量確認（当月分）'],
  gives: { remainingBytes: 689_478_000, usedBytes: 6_310_522_000 },
  walk: [
    { tel1: '090', tel2: '0000', tel3: '1234', nwpin: OWNER.pin },
    '料金・通信量などの確認',
    'ご利用データ量確認（当月分）',
  ],
  actions: {
    '/smt/a/01': 'purchases',
    '/smt/a/02': 'speedSwitches',
    '/smt/a/03': 'planChanges',
    '/smt/a/09': 'logouts',
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (isPost && path === '/smt/auth') {
    // The words of the button come back in the page's own charset, or the form is refused.
    if (form.get('go') !== '認証') return brokenForm(visit)
    const user = userOf(visit, ['tel1', 'tel2', 'tel3'].map((name) => form.get(name)).join('-'))
    return signedIn(visit, user, form.get('nwpin'), {
      right: () => enter(visit, '/'),
      wrong: door(visit, '<font color="red">電話番号またはネットワーク暗証番号に誤りがあります。</font>'),
      kind: 'pin',
    })
  }
  if (!session.isIn) return door(visit, '')
  switch (path) {
    case '/smt/check':
      return html(
        visit,
        '料金・通信量',
        `${BUY}<ol><li><a href="/smt/bill">ご利用料金の確認</a></li><li><a href="/smt/data">ご利用データ量確認（当月分）</a></li></ol>`,
      )
    case '/smt/data':
      return figurePage(visit, html(visit, 'ご利用データ量確認', BUY + TABLE + advert(visit)))
    default:
      return html(
        visit,
        'お客様サポート',
        `${BUY}${advert(visit)}<a href="/smt/check">料金・通信量などの確認</a><br><a href="/smt/a/03">お申込・お手続き</a>
<form action="/smt/a/02" method="get"><input type="submit" value="OK"> 速度制限を解除します</form>`,
      )
  }
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    '認証',
    `<center>お客様サポート</center>${error}${signInForm(
      visit,
      '/smt/auth',
      `<table><tr><td>電話番号</td><td>
<input type="tel" name="tel1" size="3" maxlength="3">-<input type="tel" name="tel2" size="4" maxlength="4">-<input type="tel" name="tel3" size="4" maxlength="4"></td></tr>
<tr><td>ネットワーク暗証番号<br>（数字4桁）</td><td><input type="password" name="nwpin" maxlength="4" size="4"></td></tr></table>
<input type="submit" name="go" value="認証">`,
    )}`,
  )

const BUY = '<a href="/smt/a/01">残りデータ量が少ない方へ（1GB追加）</a> | <a href="/smt/a/09">トップへ</a><hr>'

const TABLE = `<table><tr bgcolor="#eeeeee"><td>1か月間合計データ通信量</td></tr><tr><td><b>６，３１０，５２２ＫＢ</b></td></tr>
<tr bgcolor="#eeeeee"><td>速度低下(128kbps通信)までの残りデータ通信量</td></tr><tr><td><b>６８９，４７８ＫＢ</b></td></tr></table>
<p>※速度低下の基準は7GBです。反映には数時間かかることがあります。</p>`
