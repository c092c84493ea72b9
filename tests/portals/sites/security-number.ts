import { advert, figurePage, form, html, NOTICE, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, isCode, sendCode, signedIn, userOf } from '../sign-in.ts'
import { trustCookie } from '../sessions.ts'

/** After number and password, a security number of three digits: one chooses where it goes, and has it sent. */
export const portal: Portal = {
  ...PLAIN,
  id: 'security-number',
  user: OWNER.phone,
  code: OWNER.securityNumber,
  path: ['データ使用の管理'],
  gives: { remainingBytes: 14_050_000_000, usedBytes: 5_950_000_000, allowanceBytes: 20_000_000_000 },
  walk: [
    { telnum: OWNER.phone, password: OWNER.password },
    { dest: '1' },
    { secno: OWNER.securityNumber },
    'データ使用の管理',
  ],
  actions: {
    '/muc/d/90': 'purchases',
    '/muc/d/91': 'planChanges',
    '/muc/d/92': 'logouts',
    '/muc/d/93': 'passwordChanges',
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form: sent } = visit
  if (isPost && path === '/auth/login') {
    return signedIn(visit, userOf(visit, sent.get('telnum')), sent.get('password'), {
      right: () => (visit.isTrusted ? enter(visit, '/muc/d/top') : { to: '/auth/two' }),
      wrong: door(visit, '<p class="error">携帯電話番号またはパスワードが正しくありません。</p>'),
    })
  }
  if (path.startsWith('/auth/') && session.isProven && !session.isIn) return secondStep(visit)
  if (!session.isIn) return door(visit, '')
  if (path === '/muc/d/use')
    return figurePage(
      visit,
      html(
        visit,
        'データ使用の管理',
        `${LINKS}<table><tr><th>残データ量</th><td>14.05 GB</td></tr><tr><th>使用済みデータ量</th><td>5.95 GB</td></tr><tr><th>合計データ量</th><td>20.00 GB</td></tr></table>${advert(visit)}`,
      ),
    )
  return html(visit, 'トップ', `${LINKS}${NOTICE}<a href="/muc/d/use">データ使用の管理</a>${advert(visit)}`)
}

function secondStep(visit: Visit): Reply {
  const { path, isPost, form: sent } = visit
  if (isPost && path === '/auth/two/send') {
    if (sent.get('dest') === '1') sendCode(visit)
    return { to: '/auth/two/number' }
  }
  if (isPost && path === '/auth/two/check')
    return isCode(visit, sent.get('secno') ?? '')
      ? enter(visit, '/muc/d/top', [trustCookie()])
      : numberPage(visit, '<p class="error">セキュリティ番号が正しくありません。</p>')
  if (path === '/auth/two/number') return numberPage(visit, '')
  return html(
    visit,
    '2段階認証',
    `<h1>2段階認証</h1><p>セキュリティ番号をSMSで送信します。送付先を選択してください。</p>${form(
      visit,
      '/auth/two/send',
      `<p>送付先</p>
<label><input type="radio" name="dest" value="1" checked>090-****-1234</label><button type="submit">送信する</button>`,
    )}`,
  )
}

const numberPage = (visit: Visit, error: string): string =>
  html(
    visit,
    'セキュリティ番号入力',
    `<h1>セキュリティ番号の入力</h1>${error}${form(
      visit,
      '/auth/two/check',
      `<label for="s">セキュリティ番号（3桁）</label><input id="s" type="tel" name="secno" maxlength="3">
<button type="submit">本人確認</button>`,
    )}<p><a href="/auth/two">送付先を選び直す</a></p>`,
  )

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `${error}${signInForm(
      visit,
      '/auth/login',
      `<p>携帯電話番号</p><input type="tel" name="telnum" autocomplete="username"><p>パスワード</p><input type="password" name="password" autocomplete="current-password">
<button type="submit">ログイン</button>`,
    )}`,
  )

const LINKS =
  '<p><a href="/muc/d/90">データ残量を増やす</a> <a href="/muc/d/91">次へ</a> <a href="/muc/d/93">OK</a> <a href="/muc/d/92">ログアウト</a></p>'
