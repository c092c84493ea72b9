/** What the pages of several portals have in common: their frame, their forms, adverts, what is hidden. */
import type { Answer, Visit } from './portal.ts'

/** A whole page with what it would load: style, script, font. */
export const html = ({ portal }: Visit, title: string, body: string, head = ''): string => `<!DOCTYPE html>
<html lang="ja"><head>${portal.charsetIn === 'meta' ? `<meta http-equiv="Content-Type" content="text/html; charset=${portal.charset}">` : ''}
<title>${title}</title><link rel="stylesheet" href="/common/css/base.css"><script src="/common/js/base.js"></script>
<link rel="preload" as="font" href="/common/font/gothic.woff2" crossorigin>${head}</head><body>
${body}
<img src="/common/img/footer.png" alt="" width="1" height="1"></body></html>`

/** A form that carries the hidden token. */
export const form = ({ portal, session }: Visit, action: string, fields: string): string =>
  `<form method="post" action="${action}"><input type="hidden" name="${portal.tokenName}" value="${session.token}">
${fields}</form>`

const CAPTCHA = `<div><p>画像に表示されている文字を入力してください</p><img src="/common/img/letters.gif" alt="">
<input type="text" name="captcha" size="8"></div>`

/** What becomes of a form that does not come back as it was given out. */
export function brokenForm(visit: Visit): Answer {
  visit.counters.brokenForms += 1
  return {
    status: 400,
    html: html(visit, 'エラー', '<p>画面の遷移が正しくありません。最初からやり直してください。(E-0403)</p>'),
  }
}

/** A form that takes the owner's secrets: where a fault says so, with a picture to read, or sending them elsewhere. */
export function signInForm(visit: Visit, action: string, fields: string): string {
  const { fault, origins } = visit
  const elsewhere = `${origins.foreign}${action}`
  const button = /<(button|input)(?= type="submit")/u
  const asked = fault === 'captcha' ? fields.replace(button, (found) => CAPTCHA + found) : fields
  const sent =
    fault === 'foreign-button' ? asked.replace(button, (found) => `${found} formaction="${elsewhere}"`) : asked
  return form(visit, fault === 'foreign-form' ? elsewhere : action, sent)
}

/** A search as it stands before a sign-in. */
export const SEARCH = `<form action="/search" method="get"><input type="text" name="q" placeholder="キーワードを入力" size="20">
<input type="submit" value="検索"></form>`

/** Other people's gigabytes: a banner, a frame of somebody else's, a price list. */
export const advert = ({
  origins,
}: Visit): string => `<div class="bnr"><img src="/common/img/bnr_20gb.jpg" alt="今なら20GB増量キャンペーン">
<iframe src="${origins.foreign}/ad/300x250" width="300" height="250"></iframe>
<p>＼新プラン登場／ 月々30GBまで2,970円。海外でも10GB使えます！</p><p><a href="${origins.foreign}/usage">データ残量の確認ならこちら（PR）</a></p></div>`

/** A note of what is to come, which is no fault of now. */
export const NOTICE = '<p class="news">【お知らせ】12月9日（水）2:00～5:00 システムメンテナンスを実施いたします。</p>'

/** A page with the figure: it counts, and it is what a redesign or the end of a session takes away. */
export function figurePage(visit: Visit, page: string): string | Answer {
  const { fault, session, counters } = visit
  if (fault === 'session-ends' && !session.hasEnded) {
    Object.assign(session, { hasEnded: true, isIn: false, isProven: false, user: null })
    return html(
      visit,
      'セッションタイムアウト',
      '<p>一定時間操作がなかったため、セッションが切れました。お手数ですが、再度ログインしてください。</p><p><a href="/">ログイン画面へ</a></p>',
    )
  }
  if (fault === 'redesign')
    return html(
      visit,
      'ホーム',
      `${advert(visit)}<div class="c-ring"><span class="v">12.34</span><span class="w">20.00</span></div><div class="c-bar"><i style="width:61%"></i></div>`,
    )
  counters.figuresShown += 1
  return page
}
