import { advert, figurePage, form, html, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** Nobody gets past its terms without agreeing to them; the ways that agree are called as if they did not. */
export const portal: Portal = {
  ...PLAIN,
  id: 'consent',
  user: OWNER.user,
  path: ['データ残量'],
  stops: { stage: 'inside', outcome: 'needs-person' },
  gives: { remainingBytes: 1_110_000_000 },
  walk: [{ id: OWNER.user, pw: OWNER.password }],
  actions: {
    '/w/2': 'termsAccepted',
    '/w/3': 'termsAccepted',
    '/w/4': 'termsAccepted',
    '/w/5': 'logouts',
    '/w/6': 'purchases',
  },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form: sent } = visit
  if (isPost && path === '/login') {
    return signedIn(visit, userOf(visit, sent.get('id')), sent.get('pw'), {
      right: () => enter(visit, '/w/1'),
      wrong: door(visit, '<p>ID・パスワードが一致しません。</p>'),
    })
  }
  if (!session.isIn) return door(visit, '')
  // Whoever agreed is let through, as it would be; that is counted.
  if (visit.counters.termsAccepted > 0)
    return path === '/data'
      ? figurePage(visit, html(visit, 'データ残量', `<p>データ残量：1.11GB</p><a href="/w/6">次へ</a>${advert(visit)}`))
      : html(visit, 'トップ', '<a href="/data">データ残量</a><a href="/w/6">データ残量を増やす</a>')
  return html(
    visit,
    'ご確認',
    `<h1>重要事項のご確認</h1><p>当サイトのご利用にあたり、利用規約およびプライバシーポリシーをご確認ください。「次へ」を押すと同意したものとみなします。</p>
${form(visit, '/w/2', '<label><input type="checkbox" name="ok" value="1" checked>上記の内容を確認しました</label><button type="submit">次へ</button>')}
<p><a href="/w/3">OK</a> <a href="/w/4">データ残量</a> <a href="/w/5">同意しない</a></p>`,
  )
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `<div id="cookie">当サイトではCookieを使用します。<a href="/w/4">同意する</a></div>${error}${signInForm(
      visit,
      '/login',
      `<table><tr><th>ID</th><td><input type="text" name="id"></td></tr>
<tr><th>パスワード</th><td><input type="password" name="pw"></td></tr></table><button type="submit">ログイン</button>`,
    )}`,
  )
