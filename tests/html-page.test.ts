/** What is seen on a page beside its words: whose row a link stands in, where a script goes on, what waits for one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageFromHtml } from '../src/channels/portal/html-page.ts'
import type { PortalPage } from '../src/channels/portal/page.ts'
import { skipWay, waysOn } from '../src/channels/portal/way.ts'

const SITES = { domains: [], origins: ['https://portal.example'] }

const pageOf = (html: string): PortalPage =>
  pageFromHtml({
    address: 'https://portal.example/my/',
    status: 200,
    retryAfter: null,
    bytes: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
  }) ?? assert.fail('no page')

test('a link belongs to the phone number of its row or box', () => {
  const row = (number: string, link: string): string => `<tr><td>${number}</td><td>${link}</td></tr>`
  const numbers = (html: string): (string | null)[] => pageOf(html).links.map(({ number }) => number)
  const link = '<a href="/l">詳細</a>'
  assert.deepEqual(
    numbers(
      `<table>${row('070-****-1122', link)}${row('０９０－１２３４－７７８８', link)}${row('合計', link)}</table>`,
    ),
    ['1122', '7788', null],
  )
  assert.deepEqual(numbers(`<div><h2>090-****-4821</h2><p>データ</p><p>${link}</p></div><p>${link}</p>`), [
    '4821',
    null,
  ])
  assert.deepEqual(numbers(`<ul><li>お電話 0120-000-000 ${link}</li></ul>`), [null])
  assert.deepEqual(numbers(`<p>090-1111-2222 070-3333-4444 ${link}</p>`), [null])
})

test('a page with nothing to do but to go on goes where its script says', () => {
  const goesTo = (script: string, body = ''): string | null => pageOf(`${body}<script>${script}</script>`).refresh
  for (const script of [
    'location.replace("/in");',
    '<!--\nlocation.replace("/in");\n//-->',
    "top.location.href='/in'",
    'window.location = "https://portal.example/in";',
  ])
    assert.equal(goesTo(script), 'https://portal.example/in', script)
  assert.equal(goesTo('if (self !== top) location.href = "/in"'), null)
  assert.equal(goesTo('document.onclick = () => { location.href = "/in" }'), null)
  assert.equal(goesTo('location.href = "/in"', '<form><input name="q"></form>'), null)
  assert.equal(goesTo('location.href = "/in"', `<p>${'残りデータ量 3GB '.repeat(12)}</p>`), null)
})

test('a page says that it waits for its script', () => {
  const asks = (words: string): boolean => pageOf(`<p>残り 0GB</p><noscript>${words}</noscript>`).asksForScript
  assert.equal(asks('<p>JavaScriptを有効にしてください。</p>'), true)
  assert.equal(asks('このページの表示にはJavaScriptが必要です'), true)
  assert.equal(asks('Please enable JavaScript.'), true)
  assert.equal(asks('<iframe src="https://tags.example/ns.html"></iframe>'), false)
})

const ways = (...words: readonly string[]): string[] =>
  waysOn(
    pageOf(words.map((each, index) => `<a href="/${index}">${each}</a>`).join(' ')),
    ['データ残量'],
    null,
    SITES,
  ).map((link) => link.words)

test('links lead to the figure by what they show, the plainest first', () => {
  assert.deepEqual(ways('詳細', 'ご契約・ご利用状況', '高速データ通信量の照会', 'データ残量'), [
    'データ残量',
    '高速データ通信量の照会',
    'ご契約・ご利用状況',
    '詳細',
  ])
  assert.deepEqual(ways('My SIMs', 'View usage', 'Details', 'この回線の詳細').toSorted(), [
    'Details',
    'My SIMs',
    'View usage',
    'この回線の詳細',
  ])
  assert.deepEqual(
    ways('高速データ通信量の追加', 'Boost 1 GB', 'データ残量を増やす', 'お知らせの詳細', 'Account details'),
    [],
  )
})

test('the way to a line goes by its number, and never by another line’s', () => {
  const row = (number: string, words: string, address: string): string =>
    `<tr><td>${number}</td><td><a href="${address}">${words}</a></td></tr>`
  const page =
    pageOf(`<a href="/use">データ残量</a><table>${row('070-****-1122', 'データ残量', '/a')}${row('090-****-7788', '詳細', '/b')}
${row('', '090-0000-7788', '/c')}${row('', '090-0000-7788を解約', '/d')}</table>`)
  const addresses = (suffix: string | null): string[] =>
    waysOn(page, ['データ残量'], suffix, SITES).map((link) => new URL(link.address).pathname)
  assert.deepEqual(addresses('7788'), ['/c', '/b', '/use'])
  assert.deepEqual(addresses(null), ['/use', '/a', '/b'])
})

test('a form with nothing to fill in is a way where a link with its words would be', () => {
  const form = (button: string, rest = ''): string =>
    `<form method="post" action="/show"><input type="hidden" name="t" value="7">${rest}<button>${button}</button></form>`
  const found = (html: string): string[] => waysOn(pageOf(html), [], null, SITES).map(({ words }) => words)
  assert.deepEqual(found(`${form('マイページへ')}${form('データ残量を照会する')}`), [
    'データ残量を照会する',
    'マイページへ',
  ])
  for (const html of [
    form('データ残量を増やす'),
    form('データ残量を照会する', '<input name="pin">'),
    form('データ残量を照会する', '<input type="hidden" name="do" value="purchase">'),
    form('データ残量を照会する').replace('/show', '/topup/1gb'),
    form('データ残量を照会する').replace('/show', 'https://elsewhere.example/show'),
  ])
    assert.deepEqual(found(html), [], html)
})

const CHOICE = `<form method="post" action="/switch"><select name="line"><option value="1" selected>090-0000-1111</option>
<option value="2">080-****-2222</option></select><button>表示切替</button></form>`

test('the line that is meant is chosen among numbers, and nothing else is', () => {
  const chosen = (html: string, suffix: string | null): string[] =>
    waysOn(pageOf(html), [], suffix, SITES).flatMap(({ sends }) => [...(sends?.typed.values() ?? [])])
  assert.deepEqual(chosen(CHOICE, '2222'), ['2'])
  assert.deepEqual(chosen(CHOICE.replace('<button>表示切替</button>', ''), '2222'), ['2'])
  for (const [html, suffix] of [
    [CHOICE, '1111'],
    [CHOICE, '3333'],
    [CHOICE, null],
    [CHOICE.replace('080-****-2222', '090-0000-1111'), '1111'],
    [CHOICE.replace('080-****-2222', 'すべて'), '1111'],
    [CHOICE.replace('表示切替', '番号を変更する'), '2222'],
    [CHOICE.replace('表示切替', 'この回線を解約'), '2222'],
    [CHOICE.replace('/switch', '/purchase'), '2222'],
    [CHOICE.replace('<button>', '<input name="pin"><button>'), '2222'],
  ] as const)
    assert.deepEqual(chosen(html, suffix), [], html)
})

test('words in a drawing are seen, its description is not', () => {
  const { text } = pageOf(
    '<svg><title>グラフ</title><defs><text>0GB</text></defs><text>残り</text><text>1.7<tspan>GB</tspan></text></svg>',
  )
  assert.equal(text, '残り 1.7GB')
})

test('what is offered is passed by, whatever its address names, and nothing else is', () => {
  const skips = (words: string, address: string): boolean =>
    skipWay(pageOf(`<a href="${address}">${words}</a>`), SITES) !== null
  assert.equal(skips('あとで設定する', '/menu?skip=passkey'), true)
  assert.equal(skips('今はしない', '/my?cp=skip'), true)
  assert.equal(skips('あとで', '/passkey/register'), false)
  assert.equal(skips('同意しない', '/my'), false)
})
