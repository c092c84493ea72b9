/** What a portal says of itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageFromHtml } from '../src/channels/portal/html-page.ts'
import type { PortalPage } from '../src/channels/portal/page.ts'
import { isUnfinished, maintenanceEnd, says } from '../src/channels/portal/says.ts'

const pageOf = (words: string): PortalPage =>
  pageFromHtml({
    address: 'https://portal.example/',
    status: 503,
    retryAfter: null,
    bytes: Buffer.from(`<p>${words}</p>`),
    contentType: 'text/html',
  }) ?? assert.fail('no page')

test('a maintenance ends when its page says so, by the clocks of Japan', () => {
  const ends: Readonly<Record<string, string | null>> = {
    '11月27日(金) 1:00 ～ 6:00': '2026-11-26T21:00:00.000Z',
    '11月26日（木）23:00～翌5:30': '2026-11-26T20:30:00.000Z',
    '11月26日 22時〜24時': '2026-11-26T15:00:00.000Z',
    '2026/11/26 23:00 ～ 2026/11/27 午前6:00': '2026-11-26T21:00:00.000Z',
    '2026年11月27日（金）午後1時00分 ～ 午後3時30分': '2026-11-27T06:30:00.000Z',
    '終了予定：11月27日 午前6:00まで': '2026-11-26T21:00:00.000Z',
    '1月4日 9:00頃まで': '2027-01-04T00:00:00.000Z',
    '2024/11/27 6:00まで': null,
    '13月32日 6:00まで': null,
    しばらくお待ちください: null,
  }
  for (const [words, end] of Object.entries(ends))
    assert.equal(maintenanceEnd(pageOf(words), '2026-11-26T03:00:00.000Z'), end, words)
})

test('an account that is locked is told from one that would be', () => {
  for (const words of [
    'ログインに失敗したため、アカウントを一時的にロックしています。',
    'アカウントがロックされました。',
    'ロックされています',
    '入力の誤りが一定回数を超えたため、ご利用いただけません。',
    '現在このIDでのログインを停止しています。',
    'Too many failed attempts. Try again in an hour.',
    '密码错误次数过多，账户已冻结。',
  ])
    assert.ok(says(pageOf(words), 'locked'), words)
  for (const words of [
    '3回続けて間違えますと、アカウントをロックいたします。',
    '画面がロックされるまで',
    '一定回数を超えた場合は、ロックされます。',
    '一定回数間違えたら',
    '自動ログインを停止する',
  ])
    assert.ok(!says(pageOf(words), 'locked'), words)
})

test('a portal that is closed says so, whatever it calls that', () => {
  for (const words of [
    '設備工事のため、下記の時間はマイページをご利用いただけません。',
    'システム更新作業に伴い、サービスを停止いたします。',
    'ただいまの時間はサービスの利用時間外です。',
    'You are visiting outside our service hours.',
  ])
    assert.ok(says(pageOf(words), 'maintenance'), words)
  for (const words of ['工事のご予約', 'ご利用時間は24時間です。', 'お手続きの作業は5分でできます。'])
    assert.ok(!says(pageOf(words), 'maintenance'), words)
})

test('a portal with too many visitors says so', () => {
  for (const words of [
    'ただいま大変混み合っており、表示できません。',
    'アクセスが集中しております',
    '時間をおいて再度お試しください',
  ])
    assert.ok(says(pageOf(words), 'busy'), words)
  assert.ok(!says(pageOf('混雑予想のお知らせ'), 'busy'))
})

test('a page that waits for its figures is not finished', () => {
  for (const words of ['読み込み中…', '残りデータ量 --.-- GB', '残り 0.00GB / 0GB', 'Loading...'])
    assert.ok(isUnfinished(pageOf(words)), words)
  for (const words of ['残り 0GB / 20GB', '残りデータ量 3.2GB', '5G - GB単位で', 'データ残量'])
    assert.ok(!isUnfinished(pageOf(words)), words)
})
