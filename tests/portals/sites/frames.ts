import { advert, figurePage, form, html, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** Everything in frames, the sign-in too, in Shift_JIS; the figure stands in an iframe beside one with adverts. */
export const portal: Portal = {
  ...PLAIN,
  id: 'frames',
  charset: 'shift_jis',
  charsetIn: 'header',
  user: OWNER.user,
  tokenName: 'PAGE_ID',
  path: ['データ通信量照会'],
  gives: { remainingBytes: 2_345_000_000, usedBytes: 655_000_000, allowanceBytes: 3_000_000_000 },
  walk: ['/mbr/door', { kaiin: OWNER.user, ango: OWNER.password }, '/mbr/main', 'データ通信量照会', '/mbr/ryo/body'],
  actions: {
    '/mbr/tsuika': 'purchases',
    '/mbr/henko': 'planChanges',
    '/mbr/owari': 'logouts',
    '/mbr/next': 'purchases',
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form: sent } = visit
  if (isPost && path === '/mbr/login') {
    return signedIn(visit, userOf(visit, sent.get('kaiin')), sent.get('ango'), {
      right: () => enter(visit, '/mbr/index'),
      wrong: door(visit, '<b>お客様番号かパスワードが間違っています。</b>'),
    })
  }
  if (path === '/mbr/door') return door(visit, '')
  if (!session.isIn)
    return `<html><head><title>会員ページ</title></head><frameset rows="60,*"><frame src="/mbr/head" name="head"><frame src="/mbr/door" name="main">
<noframes>フレーム対応のブラウザでご覧ください</noframes></frameset></html>`
  switch (path) {
    case '/mbr/head':
      return html(
        visit,
        '見出し',
        `<a href="/mbr/tsuika" target="main">データ追加</a> <a href="/mbr/henko" target="main">OK</a> <a href="/mbr/owari" target="_top">閉じる</a>`,
      )
    case '/mbr/main':
      return html(
        visit,
        '本体',
        `${advert(visit)}<p><a href="/mbr/ryo">データ通信量照会</a></p>${form(visit, '/mbr/next', '<input type="submit" value="次へ">1GB増量の特典を受け取る')}`,
      )
    case '/mbr/ryo':
      return html(
        visit,
        'データ通信量照会',
        `<h3>データ通信量照会</h3><iframe src="/mbr/ad" width="300"></iframe><iframe src="/mbr/ryo/body" width="600" height="300"></iframe>`,
      )
    case '/mbr/ad':
      return html(visit, '広告', '<p>データ通信量が心配な方に。毎月50GBまで3,980円！</p>')
    case '/mbr/ryo/body':
      return figurePage(visit, html(visit, '照会結果', BODY))
    default:
      return `<html><head><title>会員ページ</title></head><frameset rows="60,*"><frame src="/mbr/head" name="head"><frame src="/mbr/main" name="main"></frameset></html>`
  }
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `${error}${signInForm(
      visit,
      '/mbr/login',
      `<p>お客様番号<br><input type="text" name="kaiin" size="16"></p><p>パスワード<br>
<input type="password" name="ango" size="16"></p><input type="submit" value="ログイン">`,
    )}`,
  )

const BODY = `<table><caption>2026年11月</caption><tr><th>ご利用可能データ量</th><td>3.000GB</td></tr><tr><th>使用済みデータ量</th><td>0.655GB</td></tr>
<tr><th>残りデータ量</th><td>2.345GB</td></tr></table>`
