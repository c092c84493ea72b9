import { html, SEARCH, signInForm } from '../markup.ts'
import { OWNER } from '../owner.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'
import { enter, signedIn, userOf } from '../sign-in.ts'

/** A sign-in that asks to show that nobody is a robot: a robot says so and leaves. */
export const portal: Portal = {
  ...PLAIN,
  id: 'puzzle',
  compression: 'br',
  user: OWNER.user,
  path: ['データ残量'],
  stops: { stage: 'signIn', outcome: 'needs-person' },
  gives: {},
  walk: [{ eid: OWNER.user, epw: OWNER.password }],
  actions: { '/e/1': 'captchaAnswers', '/e/2': 'passkeys', '/e/3': 'purchases' },
  reply,
}

function reply(visit: Visit): Reply {
  const { path, isPost, form } = visit
  if (isPost && path === '/eo/login') {
    return signedIn(visit, userOf(visit, form.get('eid')), form.get('epw'), {
      right: () => enter(visit, '/'),
      wrong: door(visit, '<p>画像の文字が一致しません。</p>'),
    })
  }
  return door(visit, '')
}

const door = (visit: Visit, error: string): string =>
  html(
    visit,
    'ログイン',
    `${SEARCH}<p><a href="/e/3">データ残量が足りない方</a> <a href="/e/2">OK</a></p>${error}${signInForm(
      visit,
      '/eo/login',
      `<div><label>会員ID <input type="text" name="eid"></label></div>
<div><label>パスワード <input type="password" name="epw"></label></div>
<div class="puzzle"><p>画像認証：画像に表示されている文字を入力してください。</p><img src="/common/img/kana.png" alt=""><input type="text" name="captcha" autocomplete="off"></div>
<p><a href="/e/1">ロボットではありません</a></p><button type="submit">ログイン</button>`,
    )}`,
  )
