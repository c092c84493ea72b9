import { advert, figurePage, form, html, NOTICE } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, isCode, sendCode, userOf } from '../sign-in.ts'
import { trustCookie } from '../sessions.ts'

/** A mail address, and a code of six digits that comes there, in six boxes; no password at all. */
export const portal: Portal = {
  ...PLAIN,
  id: 'mail-code',
  user: OWNER.mail,
  secret: null,
  code: OWNER.code,
  path: ['データ残量'],
  gives: { remainingBytes: 940_000_000 },
  walk: [
    { email: OWNER.mail },
    Object.fromEntries([...OWNER.code].map((digit, index) => [`d${index + 1}`, digit])),
    'データ残量',
  ],
  actions: { '/m/plus': 'purchases', '/m/go': 'purchases', '/m/exit': 'logouts', '/m/pk': 'passkeys' },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form: sent } = visit
  if (isPost && path === '/auth/mail') {
    session.user = userOf(visit, sent.get('email'))
    sendCode(visit)
    return { to: '/auth/code' }
  }
  if (path === '/auth/again') {
    sendCode(visit)
    return { to: '/auth/code' }
  }
  if (isPost && path === '/auth/code' && session.user !== null) {
    const digits = BOXES.map((box) => sent.get(`d${box}`) ?? '').join('')
    return isCode(visit, digits)
      ? enter(visit, '/', [trustCookie()])
      : codePage(visit, '<p role="alert">認証コードが正しくありません。</p>')
  }
  if (path === '/auth/code' && session.user !== null && !session.isIn) return codePage(visit, '')
  if (!session.isIn) return door(visit)
  if (path === '/data')
    return figurePage(
      visit,
      html(
        visit,
        'データ残量',
        `${TOP}<h2>データ残量</h2><p><strong>940</strong><span>MB</span></p><p hidden>データ残量 3.00GB</p>${advert(visit)}`,
      ),
    )
  return html(visit, 'ホーム', `${TOP}${NOTICE}<a href="/data">データ残量</a>${advert(visit)}`)
}

const BOXES = [1, 2, 3, 4, 5, 6]

const door = (visit: Visit): string =>
  html(
    visit,
    'ログイン',
    `<h1>ログイン</h1><p>ご登録のメールアドレスに認証コードをお送りします。</p>
${form(visit, '/auth/mail', '<label>メールアドレス<input type="email" name="email" autocomplete="email"></label><button type="submit">次へ</button>')}`,
  )

const codePage = (visit: Visit, error: string): string =>
  html(
    visit,
    '認証コード入力',
    `<h1>認証コードを入力</h1><p>メールに記載された6桁の数字を入力してください。</p>${error}
${form(visit, '/auth/code', `<div class="otp">${BOXES.map((box) => `<input type="tel" name="d${box}" maxlength="1" aria-label="${box}桁目">`).join('')}</div><button type="submit">認証</button>`)}
<p>届かない場合は<a href="/auth/again">再送する</a></p>`,
  )

const TOP =
  '<header><a href="/m/plus">データ残量＋</a> <a href="/m/pk">次へ</a> <a href="/m/exit">別のアカウント</a></header><form action="/m/go"><button type="submit">データ残量を増やす</button></form>'
