import { advert, figurePage, html, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** Data in pieces, each with its own end; a shop in between. */
export const portal: Portal = {
  ...PLAIN,
  id: 'toppings',
  user: OWNER.mail,
  path: ['データ残量', '内訳を見る'],
  gives: {
    remainingBytes: 23_500_000_000,
    buckets: [
      {
        name: 'データ追加20GB（30日間）',
        remainingBytes: 18_400_000_000,
        usedBytes: null,
        allowanceBytes: 20_000_000_000,
        expires: '2026-12-18T23:59',
      },
      {
        name: 'データ追加3GB（30日間）',
        remainingBytes: 2_100_000_000,
        usedBytes: null,
        allowanceBytes: 3_000_000_000,
        expires: '2026-12-03T23:59',
      },
      {
        name: 'プロモコード特典',
        remainingBytes: 3_000_000_000,
        usedBytes: null,
        allowanceBytes: null,
        expires: '2026-11-30T23:59',
      },
    ],
  },
  walk: [{ mail: OWNER.mail, pass: OWNER.password }, 'データ残量', '内訳を見る'],
  actions: { '/t/20': 'purchases', '/t/24h': 'purchases', '/t/auto': 'planChanges', '/t/out': 'logouts' },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (isPost && path === '/login') {
    return signedIn(visit, userOf(visit, form.get('mail')), form.get('pass'), {
      right: () => enter(visit, '/'),
      wrong: door(visit, '<p>メールアドレスまたはパスワードが間違っています。</p>'),
    })
  }
  if (!session.isIn) return door(visit, '')
  if (path === '/data/detail') return figurePage(visit, html(visit, '内訳', SHOP + LIST + advert(visit)))
  if (path === '/data')
    return html(
      visit,
      'データ残量',
      `${SHOP}<p>くわしくは内訳をご覧ください。</p><a href="/data/detail">内訳を見る</a>`,
    )
  return html(visit, 'ホーム', `${SHOP}<a href="/data">データ残量</a><a href="/history">購入履歴</a>${advert(visit)}`)
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `<h1>ログイン</h1>${error}${signInForm(
      visit,
      '/login',
      `<input type="email" name="mail" placeholder="メールアドレス" autocomplete="email">
<input type="password" name="pass" placeholder="パスワード"><button type="submit">ログイン</button>`,
    )}`,
  )

const SHOP = `<section class="shop"><h2>トッピング</h2><div>データ追加20GB（30日間）2,700円 <a href="/t/20">次へ</a></div>
<div>データ使い放題（24時間）330円 <a href="/t/24h">OK</a></div><form method="get" action="/t/auto"><button type="submit">データ残量が0GBになったら自動でチャージ</button></form><a href="/t/out">ログアウト</a></section>`

const piece = (name: string, left: string, end: string): string =>
  `<li><h4>${name}</h4><dl><dt>残り</dt><dd>${left}GB</dd><dt>有効期限</dt><dd>${end}</dd></dl></li>`

const LIST = `<h2>データ残量</h2><p class="sum">合計 <b>23.50</b>GB</p><ul>${piece('データ追加20GB（30日間）', '18.40', '2026/12/18 23:59')}
${piece('データ追加3GB（30日間）', '2.10', '2026/12/03 23:59')}${piece('プロモコード特典', '3.00', '2026/11/30 23:59')}</ul>`
