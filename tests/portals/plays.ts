/** Portals by family, made up from what is documented of the carriers' sign-ins. */
import {
  accepts,
  afterSignIn,
  OWNER,
  signInForm,
  TEMPTATIONS,
  type PortalPlay,
  type Reply,
  type Visit,
} from './site.ts'

const LOCKED: Reply = { html: '<p>アカウントがロックされました。お手数ですが店舗で解除してください。</p>' }
const wrong = (visit: Visit, form: string): Reply =>
  visit.fault === 'locked' ? LOCKED : { html: `<p class="error">IDまたはパスワードが正しくありません。</p>${form}` }
const isIn = ({ cookies }: Visit): boolean => cookies.get('session') === 's-1'
const SESSION = 'session=s-1; Path=/; HttpOnly'

const idAndPassword = `<table><tr><th>ログインID</th><td><input type="text" name="id"></td></tr>
<tr><th>パスワード</th><td><input type="password" name="pw"></td></tr></table>`

/** Number and password, two links to the figure. */
const numberAndPassword: PortalPlay = {
  id: 'number-and-password',
  user: OWNER.phone,
  path: ['My メニュー', 'データ量の確認'],
  gives: { remainingBytes: 3_200_000_000 },
  reply(visit) {
    const form = signInForm(
      '<label for="n">携帯電話番号（ハイフンなし）</label><input id="n" type="tel" name="id" maxlength="11"><label for="p">パスワード</label><input id="p" type="password" name="pw">',
      visit,
    )
    if (visit.path === '/login' && visit.isPost) {
      if (visit.form.get('id') !== '09000001234' || !accepts(visit.form.get('pw'), visit)) return wrong(visit, form)
      return afterSignIn(visit) ?? { to: '/home', cookies: [SESSION] }
    }
    if (!isIn(visit)) return { html: form }
    if (visit.path === '/menu') return { html: `${TEMPTATIONS}<a href="/data">データ量の確認</a>` }
    if (visit.path === '/data')
      return {
        html: `${TEMPTATIONS}<dl><dt>残りデータ量</dt><dd><span>3</span><span>.20</span> GB</dd></dl><p hidden>残りデータ量 9.99GB</p>`,
      }
    return { html: `<title>ホーム</title>${TEMPTATIONS}<a href="/menu">My メニュー</a>` }
  },
}

/** An ID on one page, a passkey offered, the password on another, a code by SMS, a trusted device. */
const idThenPassword: PortalPlay = {
  id: 'id-then-password-and-code',
  user: OWNER.user,
  path: ['データ通信量'],
  asksForCode: true,
  gives: { remainingBytes: 12_340_000_000, usedBytes: 7_660_000_000 },
  reply(visit) {
    const idForm = signInForm(
      '<input type="text" name="id" aria-label="dアカウントのID" autocomplete="username">',
      visit,
      '/id',
      '次へ',
    )
    const passwordForm = signInForm(
      '<label>パスワード<input type="password" name="pw" autocomplete="current-password"></label>',
      visit,
    )
    const codeForm = `<title>2段階認証</title><p>SMSで送信したセキュリティコードを入力してください。コードが違う場合は再送してください。</p><form method="post" action="/code"><label>セキュリティコード<input name="code" inputmode="numeric" maxlength="6"></label><label><input type="checkbox" name="trust" value="1" checked>この端末を信頼する</label><button>認証する</button></form>`
    if (visit.path === '/id' && visit.isPost)
      return {
        html: '<title>パスキー認証</title><p>パスキーでログインできます。</p><a href="/do/passkey">パスキーで認証</a> <a href="/password">パスワードでログイン</a>',
        cookies: ['id=1; Path=/'],
      }
    if (visit.path === '/password') return { html: passwordForm }
    if (visit.path === '/login' && visit.isPost) {
      if (!accepts(visit.form.get('pw'), visit)) return wrong(visit, passwordForm)
      const stop = afterSignIn(visit)
      if (stop !== null) return stop
      if (visit.cookies.get('trusted') === '1') return { to: '/home', cookies: [SESSION] }
      visit.counters.codes += 1
      return { html: codeForm, cookies: ['half=1; Path=/'] }
    }
    if (visit.path === '/code' && visit.isPost) {
      if (visit.cookies.get('half') !== '1' || visit.form.get('code') !== OWNER.code) return { html: codeForm }
      return { to: '/home', cookies: [SESSION, 'trusted=1; Path=/; Max-Age=31536000'] }
    }
    if (!isIn(visit)) return { html: idForm }
    if (visit.path === '/data')
      return {
        html: `${TEMPTATIONS}<table><tr><th>残りデータ通信量</th><td>12.34GB</td></tr><tr><th>ご利用データ通信量</th><td>7.66GB</td></tr></table>`,
      }
    return { html: `<title>My page</title>${TEMPTATIONS}<a href="/data">データ通信量</a>` }
  },
}

/** A number in three boxes and the network PIN. */
const networkPin: PortalPlay = {
  id: 'network-pin',
  user: OWNER.phone,
  pin: OWNER.pin,
  path: ['ご利用データ量確認（当月分）'],
  gives: { remainingBytes: 689_478_000, usedBytes: 4_310_522_000 },
  reply(visit) {
    const form = signInForm(
      '電話番号 <input name="n1" maxlength="3">-<input name="n2" maxlength="4">-<input name="n3" maxlength="4"> ネットワーク暗証番号（4桁） <input type="password" name="pin" maxlength="4">',
      visit,
    )
    if (visit.path === '/login' && visit.isPost) {
      visit.counters.passwords += 1
      const number = ['n1', 'n2', 'n3'].map((name) => visit.form.get(name)).join('-')
      const isRight = number === OWNER.phone && visit.form.get('pin') === OWNER.pin && visit.fault !== 'locked'
      if (!isRight) visit.counters.failedLogins += 1
      return isRight ? (afterSignIn(visit) ?? { to: '/top', cookies: [SESSION] }) : wrong(visit, form)
    }
    if (!isIn(visit)) return { html: form }
    if (visit.path === '/usage')
      return {
        html: `${TEMPTATIONS}<table><tr><td>当月ご利用データ量</td><td>4,310,522 KB</td></tr><tr><td>速度低下（128kbps通信）までの残りデータ通信量</td><td>689,478 KB</td></tr></table>`,
      }
    return {
      html: `${TEMPTATIONS}<ul><li><a href="/bill">ご利用料金</a></li><li><a href="/usage">ご利用データ量確認（当月分）</a></li></ul>`,
    }
  },
}

/** EUC-JP, a refresh, a form that sends itself, what was used and what there was. */
const signOn: PortalPlay = {
  id: 'single-sign-on-in-euc-jp',
  charset: 'euc-jp',
  user: OWNER.user,
  path: ['ご利用状況'],
  gives: { usedBytes: 2_345_000_000 },
  reply(visit) {
    if (visit.path === '/login' && visit.isPost)
      return accepts(visit.form.get('pw'), visit)
        ? (afterSignIn(visit) ?? {
            html: '<body onload="document.forms[0].submit()"><form method="post" action="/sso"><input type="hidden" name="ticket" value="k-77"></form></body>',
          })
        : wrong(visit, signInForm(idAndPassword, visit))
    if (visit.path === '/sso')
      return visit.form.get('ticket') === 'k-77'
        ? { to: '/my', cookies: [SESSION] }
        : { status: 403, html: '<p>error</p>' }
    if (visit.path === '/enter') return { html: signInForm(idAndPassword, visit) }
    if (!isIn(visit)) return { html: '<meta http-equiv="refresh" content="0; url=/enter"><p>移動します</p>' }
    if (visit.path === '/use') return { html: `${TEMPTATIONS}<p>今月のご利用データ量：2,345MB</p>` }
    return { html: `${TEMPTATIONS}<a href="/use">ご利用状況</a>` }
  },
}

/** Shift_JIS in frames, two lines on one account. */
const twoLines: PortalPlay = {
  id: 'two-lines-in-frames',
  charset: 'shift_jis',
  user: OWNER.user,
  path: ['データ残量'],
  numberSuffix: '1234',
  gives: { remainingBytes: 5_120_000_000 },
  reply(visit) {
    if (visit.path === '/login' && visit.isPost)
      return accepts(visit.form.get('pw'), visit)
        ? (afterSignIn(visit) ?? { to: '/', cookies: [SESSION] })
        : wrong(visit, signInForm(idAndPassword, visit))
    if (visit.path === '/frame-login') return { html: signInForm(idAndPassword, visit) }
    if (!isIn(visit)) return { html: '<title>会員ページ</title><frameset><frame src="/frame-login"></frameset>' }
    if (visit.path === '/lines')
      return { html: `${TEMPTATIONS}<a href="/line/2">080-0000-9876</a> <a href="/line/1">090-0000-1234</a>` }
    if (visit.path === '/line/2') {
      visit.counters.others += 1
      return { html: '<p>080-0000-9876</p><p>データ残量 1.00GB</p>' }
    }
    if (visit.path === '/line/1') return { html: `${TEMPTATIONS}<p>090-0000-1234</p><p>データ残量 5.12GB</p>` }
    return { html: '<title>会員ページ</title><iframe src="/lines"></iframe>' }
  },
}

/** Shown over the line itself, without a sign-in. */
const byLine: PortalPlay = {
  id: 'open-by-line',
  user: OWNER.phone,
  isOpenByLine: true,
  path: [],
  gives: { remainingBytes: 3_276_000_000 },
  reply: (visit) =>
    visit.fault === 'redesign'
      ? { html: '<div>3.2</div>' }
      : {
          html: `<h1>Charge page</h1><a href="/do/charge">Add data</a><p>Remaining Data: 3,276 MB</p><p>Service End Date: Dec 10, 2026</p>`,
        },
}

export const PLAYS: readonly PortalPlay[] = [numberAndPassword, idThenPassword, networkPin, signOn, twoLines, byLine]
