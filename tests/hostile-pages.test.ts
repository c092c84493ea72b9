/** Portals whose pages are as bad as their length allows: each visit ends, with a name for what it met. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite, test } from 'node:test'
import { pageFromHtml } from '../src/channels/portal/html-page.ts'
import { httpEngine } from '../src/channels/portal/http.ts'
import { MOST_BYTES, type PortalPage } from '../src/channels/portal/page.ts'
import { fetchEvidence } from '../src/channels/portal/robot.ts'
import { snapshotOf } from '../src/channels/portal/snapshot.ts'
import { FAILURES } from '../src/core/failure.ts'
import { HOSTILE_SHAPES } from './hostile.ts'
import { NOW } from './portals/faults.ts'

/** A piece, as often as makes a million characters. */
const often = (piece: string): string => piece.repeat(1_000_000 / piece.length)

/** Where every control, label, link or box makes the others dearer. */
const PAGES: Readonly<Record<string, () => string>> = {
  'forms of nested blocks': () => `<form>${often('<div>')}<input name="a"><button>次へ</button>`,
  'labels and what they are for': () =>
    `<form>${Array.from({ length: 16_000 }, (_, id) => `<label for="i${id}">電話番号</label><input id="i${id}" name="n">`).join('')}`,
  'labels for one id': () => `<form>${often('<label for="x">電話番号</label><input id="x" name="n">')}`,
  'one text that names every control': () =>
    `<p id="a">${'電話番号'.repeat(100_000)}</p><form>${often('<input aria-labelledby="a a a a a a a a">')}`,
  'controls after nothing': () => `<form>${'<b></b>'.repeat(70_000)}<p>${'<input name="a">'.repeat(30_000)}`,
  'controls deep after nothing': () =>
    `<form>${`${'<b></b>'.repeat(350)}<div>`.repeat(200)}${'<input name="a">'.repeat(30_000)}`,
  'boxes for a digit': () => `<form>${often('<input maxlength="1">')}`,
  'boxes for a number': () => `<form>${often('<input maxlength="3">')}`,
  'links in a deep place': () => `${'<div>'.repeat(250)}${often('<a href="/x">データ残量</a>')}`,
  'links in a deeper place': () => `${'<div>'.repeat(3000)}${often('<a href="/x">データ残量</a>')}`,
  'links in links': () => often('<a href="/x"><b>'.repeat(120) + '残量'.repeat(500) + '</b></a>'.repeat(120)),
  'choices in choices': () => `<form>${often('<select><b>')}`,
  'nothing but frames': () => often('<iframe src="/a"></iframe>'),
  'an address in another charset': () => '<a href="/use?name=%83f%81%5B%83%5E">データ残量</a>',
}

/** Goes to a portal that answers everything with one page. */
async function visit(html: string): Promise<string> {
  const server = createServer((request, response) =>
    request.resume().once('end', () => response.setHeader('content-type', 'text/html; charset=utf-8').end(html)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sites = { domains: [], origins: [origin] }
  try {
    const { outcome, lastPage } = await fetchEvidence(await httpEngine(sites, null), {
      address: `${origin}/`,
      sites,
      path: ['メニュー', 'データ残量'],
      isOpenByLine: false,
      credentials: { user: '090-0000-1234', password: 'not-this-0000' },
      hasSession: true,
      numberSuffix: '1234',
      code: null,
      now: NOW,
      reads: () => Promise.resolve(false),
      maySignIn: () => Promise.resolve(true),
      progress: () => {},
    })
    if (lastPage !== null) snapshotOf(lastPage)
    return outcome.ok ? 'reading' : outcome.failure.code
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

suite('hostile pages', () => {
  for (const [name, page] of Object.entries(PAGES)) test(name, async () => assert.ok((await visit(page())) in FAILURES))

  for (const [name, shape] of Object.entries(HOSTILE_SHAPES))
    test(`${name} of the reader`, async () => assert.ok((await visit(shape(1_000_000))) in FAILURES))

  test('what is nested deeper than anybody writes has changed', async () => {
    const deep = '<div>'.repeat(200_000)
    assert.equal(await visit(deep), 'changed')
    assert.equal(await visit(`<form>${deep}<input name="id"><input type="password">`), 'changed')
  })
})

const pageOf = (bytes: Uint8Array, charset = 'utf-8'): PortalPage =>
  pageFromHtml({
    address: 'https://portal.example/',
    status: 200,
    retryAfter: null,
    bytes,
    contentType: `text/html; charset=${charset}`,
  }) ?? assert.fail('no page')

test('a snapshot of one endless word is short', () => {
  assert.ok(snapshotOf(pageOf(Buffer.alloc(MOST_BYTES, 0xb1), 'shift_jis')).length < 100)
})

test('a page as deep as any that is written is read to its bottom', () => {
  const deep = (inside: string): Uint8Array => Buffer.from('<div>'.repeat(200) + inside + '</div>'.repeat(200))
  const page = pageOf(deep('<form><p>お客様番号<p><input name="id"></form><a href="/data">データ残量</a>'))
  assert.equal(page.forms[0]?.fields[0]?.label, 'お客様番号')
  assert.equal(page.links[0]?.words, 'データ残量')
})

test('a field is called by what names it, else by what stands nearest before it', () => {
  const labelOf = (inside: string): string | undefined =>
    pageOf(Buffer.from(`<b id="n">会員番号</b><form>${inside}</form>`)).forms[0]?.fields.at(-1)?.label
  assert.equal(labelOf('<input aria-labelledby="n">'), '会員番号')
  assert.equal(labelOf('<label for="x">電話番号</label><i>例</i><input id="x">'), '電話番号')
  assert.equal(labelOf('<label>電話<b>番号</b><input></label>'), '電話番号')
  assert.equal(labelOf('<tr><th>ID</th><td><input type="hidden"><input></td></tr>'), 'ID')
  assert.equal(labelOf('<p>電話<b>番号</b></p><div><i></i><input></div>'), '電話番号')
  assert.equal(labelOf('<p>ID</p><input><input>'), '')
  assert.equal(labelOf('<input placeholder="メール">'), 'メール')
})
