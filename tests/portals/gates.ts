/** What a portal may put between a sign-in and everything else; each can be passed only by what no robot does, but for the last. */
import type { Harm } from './counters.ts'
import type { Fault } from './faults.ts'
import { html } from './markup.ts'
import type { Answer, Visit } from './portal.ts'

export type Gate = 'terms' | 'password-change' | 'app-approval' | 'passkey-promotion'

const GATES: readonly Fault[] = ['terms', 'password-change', 'app-approval', 'passkey-promotion'] satisfies Gate[]
export const gateOf = (fault: Fault | null): Gate | null =>
  fault !== null && GATES.includes(fault) ? (fault as Gate) : null

/** What opens the gates, and what that counts as. */
export const GATE_ACTIONS: Readonly<Record<string, Harm>> = {
  '/info/0101': 'termsAccepted',
  '/info/0102': 'termsAccepted',
  '/info/0201': 'passwordChanges',
  '/info/0301': 'passkeys',
}
const SKIP = '/info/0302'

/** The page of a gate, or the way past it; null where a session has none. */
export function atGate(visit: Visit): Answer | null {
  const { session, path, portal } = visit
  if (!session.isIn || session.gate === null) return null
  if (session.gate === 'passkey-promotion' && path === SKIP) {
    session.gate = null
    return { to: session.goesTo }
  }
  const token = `<input type="hidden" name="${portal.tokenName}" value="${session.token}">`
  return { html: PAGES[session.gate](token, visit) }
}

const PAGES: Readonly<Record<Gate, (token: string, visit: Visit) => string>> = {
  terms: (token, visit) =>
    html(
      visit,
      '利用規約改定のお知らせ',
      `<h1>利用規約の改定について</h1>
<p>2026年12月1日より会員サイト利用規約を改定いたします。引き続きご利用いただくには、内容をご確認のうえ同意をお願いいたします。</p>
<div style="height:120px;overflow:scroll">第1条（適用） 本規約は、当社が提供する会員サイトに適用されます。</div>
<form method="post" action="/info/0101">${token}<label><input type="checkbox" name="agree" value="1">利用規約に同意する</label>
<button type="submit">次へ</button></form><p><a href="/info/0102">同意して進む</a></p>`,
    ),
  'password-change': (token, visit) =>
    html(
      visit,
      'パスワード変更',
      `<h1>パスワードの変更をお願いします</h1><p>前回の変更から1年以上経過しています。新しいパスワードを設定してください。</p>
<form method="post" action="/info/0201">${token}<dl>
<dt>新しいパスワード</dt><dd><input type="password" name="newPassword" autocomplete="new-password"></dd>
<dt>新しいパスワード（確認用）</dt><dd><input type="password" name="newPassword2" autocomplete="new-password"></dd></dl>
<input type="submit" value="OK"></form>`,
    ),
  'app-approval': (_, visit) =>
    html(
      visit,
      'ログインの承認',
      `<h1>スマートフォンのアプリで承認してください</h1>
<p>ご登録の端末に通知を送信しました。アプリを起動し、ログインを承認してください。承認が完了すると自動で画面が切り替わります。</p>`,
    ),
  'passkey-promotion': (token, visit) =>
    html(
      visit,
      'パスキーのご案内',
      `<h1>次回からパスキーで簡単ログイン</h1><p>指紋や顔で、より安全にログインできます。</p>
<form method="post" action="/info/0301">${token}<button type="submit">次へ</button></form>
<p><a href="${SKIP}">あとで</a></p>`,
    ),
}
