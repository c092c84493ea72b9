/** Which form of a page is the sign-in, and what is typed into it: none that could be anything else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageFromHtml } from '../src/channels/portal/html-page.ts'
import { signInOf, type SignIn } from '../src/channels/portal/login.ts'
import type { PortalPage } from '../src/channels/portal/page.ts'
import { typedInto } from '../src/channels/portal/typing.ts'

const pageOf = (html: string): PortalPage =>
  pageFromHtml({
    address: 'https://portal.example/my/',
    status: 200,
    retryAfter: null,
    bytes: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
  }) ?? assert.fail('no page')

const post = (action: string, inner: string): string => `<form method="post" action="${action}">${inner}</form>`
const PASSWORD = '<p>パスワード<input type="password" name="pw"></p>'
const DOOR = post('/login', `<p>会員ID<input name="id"></p>${PASSWORD}<button>ログイン</button>`)

const signIn = (html: string): SignIn => signInOf(pageOf(html)) ?? assert.fail(`no sign-in in ${html}`)

/** What is typed, by the names of the fields. */
function typedIn(html: string, user = '4821093715'): Readonly<Record<string, string>> | null {
  const found = signIn(html)
  const typed = typedInto(found, { user, password: 'secret' }, '246810')
  const names = found.form.fields.map(({ id, name }) => [name, typed?.get(id)])
  return typed && Object.fromEntries(names.filter(([, value]) => value !== undefined))
}

test('a name is known by its words, whatever their width, and else by standing before the password', () => {
  const [user, pw] = ['4821093715', 'secret']
  for (const label of ['お客様ＩＤ', 'お客さま番号', '流動電話號碼', 'さくら番号'])
    assert.deepEqual(typedIn(post('/login', `<p>${label}<input name="id"></p>${PASSWORD}<button>次へ</button>`)), {
      id: user,
      pw,
    })
  assert.deepEqual(typedIn(post('/login', '<p>会員ＩＤ<input name="f1"></p><button>次へ</button>')), { f1: user })
})

test('a number goes into the boxes that are as wide as its parts', () => {
  const boxes = (...widths: readonly number[]): string =>
    widths.map((width, index) => `<input name="n${index}" maxlength="${width}">`).join(' - ')
  const door = (inner: string): string => post('/login', `<p>番号${inner}</p>${PASSWORD}<button>ログイン</button>`)
  assert.deepEqual(typedIn(door(boxes(4, 4, 2))), { n0: '4821', n1: '0937', n2: '15', pw: 'secret' })
  assert.deepEqual(typedIn(door(boxes(3, 4, 4)), '090-0000-1234'), { n0: '090', n1: '0000', n2: '1234', pw: 'secret' })
  assert.equal(typedIn(door(boxes(4, 4, 4)), '4821093715')?.['n0'], '48')
  assert.equal(typedIn(door(boxes(2, 2)), '4821093715'), null)
})

test('a code goes into the only box of a page that speaks of one', () => {
  const box = post('/2fa', '<input name="n" maxlength="6"><input type="submit" value="確認">')
  assert.deepEqual(typedIn(`<p>認証コードを送信しました。</p>${box}`), { n: '246810' })
  assert.equal(signInOf(pageOf(`<p>ご意見をお聞かせください。</p>${box}`)), null)
})

test('a box without a word is for a code where a phone number would not fit', () => {
  const box = (rest: string): string => post('/2', `<input type="tel" name="n" ${rest}><button>次へ</button>`)
  const said = '<h1>ログイン</h1><p>セキュリティ番号をSMSで送信しました。</p>'
  const wants = (html: string): unknown => signIn(html).fields.map((each) => each.wants)
  assert.deepEqual(wants(`${said}${box('maxlength="3"')}`), ['code'])
  assert.deepEqual(wants(`${said}${box('maxlength="11"')}`), ['user'])
  assert.deepEqual(wants(`<h1>ログイン</h1>${box('maxlength="3"')}`), ['user'])
})

test('boxes of a code send themselves where the only button sends another code', () => {
  const boxes = '<input maxlength="1" name="d">'.repeat(6)
  assert.equal(signIn(post('/2fa', `${boxes}<button>認証コードを再送する</button>`)).button, null)
})

test('the button is the one that signs in, not the one beside it that does without', () => {
  const words = (...buttons: readonly string[]): string | undefined =>
    signInOf(
      pageOf(
        post(
          '/login',
          `会員ID<input name="id">${PASSWORD}${buttons.map((each) => `<button>${each}</button>`).join('')}`,
        ),
      ),
    )?.button?.words
  assert.equal(words('ログインせずにチャージする', 'ログイン'), 'ログイン')
  assert.equal(words('会員登録なしで進む', '次へ'), '次へ')
  assert.equal(words('Continue as guest', 'Sign in'), 'Sign in')
  assert.equal(words('他社のIDでログイン', 'ログインする'), 'ログインする')
  assert.equal(words('ログインせずにチャージする'), undefined)
  assert.equal(words('新規登録して次へ'), undefined)
})

test('a button that sends a form to where guests go is not pressed', () => {
  const door = (action: string): string =>
    post('/login', `会員ID<input name="id">${PASSWORD}<button formaction="${action}">次へ</button>`)
  assert.equal(signInOf(pageOf(door('/quick/guest'))), null)
  assert.equal(signIn(door('/login/2')).button?.address, 'https://portal.example/login/2')
})

test('a form that registers, orders, subscribes or sets a password is no sign-in', () => {
  const fields = `メールアドレス<input type="email" name="mail">${PASSWORD}<button>次へ</button>`
  const others = [
    `<h2>新規会員登録</h2>${post('/x', fields)}`,
    post('/x', `<h3>Create an account</h3>${fields}`),
    post('/x', `<fieldset><legend>ログインせずに購入</legend>${fields}</fieldset>`),
    post('/account/register', fields),
    post('/x', `${fields}パスワード（確認用）<input type="password" name="pw2">`),
    post('/x', fields.replace('name="pw"', 'name="pw" autocomplete="new-password"')),
    post('/news', '<input type="email" name="mail" placeholder="メールアドレス"><button>送信</button>'),
  ]
  for (const other of others) {
    assert.equal(signInOf(pageOf(other)), null, other)
    assert.ok(signIn(`${other}<h2>ログイン</h2>${DOOR}`).form.address.endsWith('/login'), other)
  }
})

test('of two forms that could be it none is sure, but for one that stands there twice', () => {
  assert.equal(signIn(`${DOOR}${DOOR.replace('/login', '/portal')}`).isSure, false)
  assert.equal(signIn(`${DOOR}${DOOR}`).isSure, true)
})

test('a form that asks for what nobody has stored is not sure', () => {
  const door = (more: string): string => DOOR.replace('<button>', `${more}<button>`)
  for (const more of [
    '<p>生年月日<select name="y"><option value="">年</option><option>1980</option></select></p>',
    '<p>生年月日<input name="birth"></p>',
    '<p>画像の文字<input name="letters"></p>',
  ])
    assert.equal(signIn(door(more)).isSure, false, more)
  for (const more of [
    '<p>紹介コード（任意）<input name="from"></p>',
    '<p hidden>ウェブサイト<input name="site"></p>',
    '<p>ここには入力しないでください<input name="site"></p>',
    '<p>サイト内検索<input name="q"></p>',
    '<p>言語<select name="l"><option value="ja">日本語</option></select></p>',
  ])
    assert.equal(signIn(door(more)).isSure, true, more)
})

test('what shows that nobody is a robot is seen, whatever draws it', () => {
  for (const captcha of [
    '<div class="g-recaptcha" data-sitekey="k"></div>',
    '<div class="h-captcha"></div>',
    '<div data-sitekey="k"></div>',
    '<iframe src="https://challenges.cloudflare.com/x"></iframe>',
    '<script src="https://www.google.com/recaptcha/api.js?render=k"></script>',
    '<img src="/captcha.php" alt="">',
    '<input type="hidden" name="puzzle_captcha_key">',
  ])
    assert.equal(pageOf(DOOR.replace('<button>', `${captcha}<button>`)).hasCaptcha, true, captcha)
  assert.equal(pageOf(`${DOOR}<div id="captcha" hidden></div>`).hasCaptcha, false)
})
