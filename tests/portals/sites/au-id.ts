import { advert, figurePage, form, html, NOTICE, SEARCH, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** An ID page, then the offer of a passkey with another way, then the password; the figure is split into spans. */
export const portal: Portal = {
  ...PLAIN,
  id: 'au-id',
  compression: 'br',
  user: OWNER.phone,
  hasLoginSite: true,
  path: ['データ残量'],
  gives: { remainingBytes: 12_340_000_000, allowanceBytes: 30_000_000_000 },
  walk: [
    'ログイン',
    { loginAliasId: OWNER.phone },
    '別の方法でログインする',
    'パスワードでログイン',
    { loginAuonePwd: OWNER.password },
    'データ残量',
  ],
  actions: {
    '/cca/dc/1': 'purchases',
    '/cca/dc/2': 'purchases',
    '/cca/pl': 'planChanges',
    '/cca/bye': 'logouts',
    '/passkey/start': 'passkeys',
    '/passkey/entry': 'passkeys',
  },
  reply,
}

function reply(visit: Visit): Reply {
  if (visit.site === 'login') return atDoor(visit)
  if (!visit.session.isIn)
    return html(
      visit,
      'マイページ',
      `${SEARCH}${advert(visit)}<p>ご利用には<a href="${visit.origins.login}/login/?targeturl=my">ログイン</a>が必要です。</p>`,
    )
  if (visit.path === '/data') return figurePage(visit, html(visit, 'データ残量', SHOP + RING + advert(visit), STYLE))
  return html(
    visit,
    'マイページ',
    `${SHOP}${NOTICE}${advert(visit)}<nav><a href="/bill">ご請求額</a> <a href="/data">データ残量</a> <a href="/cca/bye">別のIDを使う</a></nav>`,
  )
}

function atDoor(visit: Visit): Reply {
  const { path, isPost, session, form: sent } = visit
  if (isPost && path === '/login/id') {
    session.user = userOf(visit, sent.get('loginAliasId'))
    return { to: '/login/passkey' }
  }
  if (path === '/login/passkey')
    return html(
      visit,
      'パスキーでログイン',
      `<h1>パスキーでログインしてください</h1><p>この端末の指紋・顔・画面ロックを使ってログインします。</p>
${form(visit, '/passkey/start', '<button type="submit">次へ</button>')}<p><a href="/login/other">別の方法でログインする</a></p><a href="/passkey/entry">OK</a>`,
    )
  if (path === '/login/other')
    return html(
      visit,
      '別の方法',
      `<h1>ログイン方法を選択</h1><ul><li><a href="/passkey/start">パスキーを使う</a></li><li><a href="/login/pw">パスワードでログイン</a></li>
<li><a href="/login/forgot">パスワードを忘れた方</a></li></ul>`,
    )
  if (isPost && path === '/login/pw/check') {
    return signedIn(visit, session.user, sent.get('loginAuonePwd'), {
      right: () => enter(visit, `${visit.origins.portal}/`),
      wrong: passwordPage(visit, '<div role="alert">入力内容に誤りがあります。IDとパスワードをご確認ください。</div>'),
    })
  }
  if (path === '/login/pw') return passwordPage(visit, '')
  return html(
    visit,
    'ID入力',
    `<h1>IDでログイン</h1>${form(
      visit,
      '/login/id',
      `<label>電話番号またはメールアドレス<input type="text" name="loginAliasId" maxlength="64" autocomplete="username"></label>
<button type="submit" name="btn" value="1">次へ</button>`,
    )}<p><a href="/regist">新しくIDをつくる</a></p>`,
  )
}

const passwordPage = (visit: Visit, error: string): string =>
  html(
    visit,
    'パスワード',
    `${error}${signInForm(
      visit,
      '/login/pw/check',
      `<label for="p">パスワード</label>
<input id="p" type="password" name="loginAuonePwd" autocomplete="current-password"><button type="submit">ログイン</button>`,
    )}`,
  )

const SHOP = `<div class="shop"><a href="/cca/dc/1">データをチャージ</a> <a href="/cca/dc/2">データ残量を増やす</a> <a href="/cca/pl">おすすめプランを見る</a></div>`

const STYLE = '<style>.old{display:none} .num{font-size:40px} .dec{font-size:20px}</style>'

const RING = `<div class="old"><p>データ残量 <b>28.50</b> GB</p></div>
<h2>データ残量</h2><div class="ring"><span class="num">12</span><span class="dec">.34</span><span class="unit">GB</span><br><small>/ 30GB</small></div>
<template><p>データ残量 <b>0.00</b>GB</p></template><p>11月26日 9:00時点</p>`
