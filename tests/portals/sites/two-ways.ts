import { advert, figurePage, html, NOTICE, SEARCH, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** Phone number and password on one page, and two links to the figure: by the menu and by "see all". */
export const portal: Portal = {
  ...PLAIN,
  id: 'two-ways',
  compression: 'zstd',
  user: OWNER.phone,
  path: ['メニュー', 'ご利用のデータ通信量を確認する', 'ご利用状況の確認'],
  gives: { remainingBytes: 3_200_000_000 },
  walk: [
    { telnum: '09000001234', password: OWNER.password },
    'メニュー',
    'ご利用のデータ通信量を確認する',
    'ご利用状況の確認',
  ],
  actions: {
    '/msb/d/MRERE9001': 'purchases',
    '/msb/d/MRERE9002': 'purchases',
    '/msb/d/MRERE9003': 'speedSwitches',
    '/msb/d/MRERE9004': 'planChanges',
    '/msb/d/doLogoff': 'logouts',
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (isPost && path === '/sbid_auth/type1/login') {
    const typed = form.get('telnum') ?? ''
    return signedIn(visit, /^\d{11}$/u.test(typed) ? userOf(visit, typed) : null, form.get('password'), {
      right: () => enter(visit, '/msb/d/top'),
      wrong: door(visit, '<ul class="error"><li>携帯電話番号とパスワードの組み合わせが一致しません。</li></ul>'),
    })
  }
  if (!session.isIn) return door(visit, '')
  switch (path) {
    case '/msb/d/menu':
      return html(
        visit,
        'メニュー',
        `${SIDE}<h1>メニュー</h1><ul><li><a href="/msb/d/MRERE9004">料金プランの確認・変更</a></li><li><a href="/msb/d/use">ご利用のデータ通信量を確認する</a></li></ul>`,
      )
    case '/msb/d/use':
      return html(
        visit,
        'データ通信量',
        `${SIDE}<form method="get" action="/msb/d/MRERE9003"><p>データの状況を確認・変更する</p><button type="submit">OK</button></form>
<p><a href="/msb/d/MRERE0000">ご利用状況の確認</a></p>${advert(visit)}`,
      )
    case '/msb/d/MRERE0000':
      return figurePage(visit, html(visit, 'ご利用状況の確認', SIDE + STATE + advert(visit)))
    default:
      return html(
        visit,
        'マイページ',
        `${SIDE}${NOTICE}${advert(visit)}<a href="/msb/d/menu">メニュー</a>
<section><h2>データ通信量の管理</h2><p>今月のデータ量をチェック！</p><a href="/msb/d/MRERE0000">すべて見る</a></section>`,
      )
  }
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `${SEARCH}<div id="login">${error}${signInForm(
      visit,
      '/sbid_auth/type1/login',
      `<p><label for="telnum">携帯電話番号（ハイフンなし）</label>
<input type="tel" id="telnum" name="telnum" maxlength="11"></p><p><label for="password">パスワード</label><input type="password" id="password" name="password"></p>
<p><input type="submit" value="ログインする"></p>`,
    )}<a href="/sbid_auth/forgot">パスワードをお忘れの方</a></div>`,
  )

const SIDE = `<div id="side"><a href="/msb/d/MRERE9001">データ残量が足りない方はこちら</a><br><a href="/msb/d/MRERE9002"><img src="/common/img/add.gif" alt="データ量の確認はお済みですか？ 1GB 550円"></a><br>
<a href="/msb/d/doLogoff">安全に終了</a></div>`

const STATE = `<dl class="usage"><dt>通信速度低速化までの残りデータ量</dt><dd><em>3</em><i>.</i><em>20</em> GB</dd>
<dt style="display:none">通信速度低速化までの残りデータ量</dt><dd style="display:none">9.99 GB</dd></dl>
<p>過去3日間の通信量は<a href="/msb/d/3days">こちら</a></p>`
