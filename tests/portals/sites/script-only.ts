import { advert, figurePage, html, NOTICE, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** An empty root; a script fetches every view, also the sign-in, and sends every form. */
export const portal: Portal = {
  ...PLAIN,
  id: 'script-only',
  compression: 'gzip',
  user: OWNER.user,
  needsScript: 'always',
  path: ['データ残量'],
  gives: { remainingBytes: 8_080_000_000, usedBytes: 1_920_000_000 },
  walk: ['/app.js', '/view/home', { username: OWNER.user, password: OWNER.password }, 'データ残量'],
  actions: { '/view/a1': 'purchases', '/view/a2': 'planChanges', '/view/a3': 'logouts', '/view/a4': 'speedSwitches' },
  scripts: { '/app.js': appScript() },
  reply,
}

/** What a browser runs. A view comes as a document; only its body is shown. */
function appScript(): string {
  return `const root = document.getElementById('root');
async function show(address, options) {
  const answer = await fetch(address, options);
  const view = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.title = view.title;
  root.replaceChildren(...view.body.children);
  history.replaceState(null, '', '#' + new URL(answer.url).pathname);
}
addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || new URL(link.href).origin !== location.origin) return;
  event.preventDefault();
  show(link.href);
});
addEventListener('submit', (event) => {
  event.preventDefault();
  const { target: form, submitter } = event;
  const address = submitter?.hasAttribute('formaction') ? submitter.formAction : form.action;
  const fields = new URLSearchParams(new FormData(form, submitter));
  if (form.method === 'get') show(address + '?' + fields);
  else show(address, { method: 'POST', body: fields });
});
show('/view/home');`
}

function reply(visit: Visit): Reply {
  const { path, isPost, session, form } = visit
  if (!path.startsWith('/view/'))
    return '<!DOCTYPE html><html lang="ja"><head><title>マイページ</title></head><body><div id="root"></div><script type="module" src="/app.js"></script></body></html>'
  if (isPost && path === '/view/login') {
    return signedIn(visit, userOf(visit, form.get('username')), form.get('password'), {
      right: () => enter(visit, '/view/home'),
      wrong: door(visit, '<p role="alert">ユーザー名またはパスワードが正しくありません。</p>'),
    })
  }
  if (!session.isIn) return door(visit, '')
  if (path === '/view/data')
    return figurePage(
      visit,
      html(
        visit,
        'データ残量',
        `${TABS}<main><dl><dt>データ残量</dt><dd>8.08 GB</dd><dt>利用済みデータ量</dt><dd>1.92 GB</dd></dl></main>${advert(visit)}`,
      ),
    )
  return html(visit, 'ホーム', `${TABS}${NOTICE}<a href="/view/data">データ残量</a>${advert(visit)}`)
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `<h1>ログイン</h1>${error}${signInForm(
      visit,
      '/view/login',
      `<label>ユーザー名<input name="username" autocomplete="username"></label>
<label>パスワード<input type="password" name="password" autocomplete="current-password"></label><button type="submit">ログイン</button>`,
    )}`,
  )

const TABS =
  '<nav><a href="/view/a1">データ残量を増やす</a><a href="/view/a2">OK</a><a href="/view/a3">終了</a><form action="/view/a4"><button type="submit">次へ</button></form></nav>'
