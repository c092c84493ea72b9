import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decode } from '../src/reader/open/charset.ts'
import { openBytes, openText, type Hint } from '../src/reader/open/index.ts'
import type { Opened } from '../src/reader/open/opened.ts'
import { openPage } from '../src/reader/open/page.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Encodes with the inverse of what TextDecoder does; two-byte charsets only. */
function encode(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset)
  const codes = new Map<string, number[]>()
  for (let byte = 0; byte < 0x80; byte += 1) codes.set(String.fromCharCode(byte), [byte])
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const char = decoder.decode(new Uint8Array([lead, trail]))
      if (char.length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, [lead, trail])
    }
  }
  return new Uint8Array([...text].flatMap((char) => codes.get(char) ?? assert.fail(`${char} is not in ${charset}`)))
}

/** ISO-2022-JP is EUC-JP with seven bits and escapes. */
function encodeIso2022jp(text: string): Uint8Array {
  return new Uint8Array(
    text
      .split(/([^\0-\x7f]+)/)
      .flatMap((part, index) =>
        index % 2 === 0
          ? [...utf8(part)]
          : [0x1b, 0x24, 0x42, ...encode(part, 'euc-jp').map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42],
      ),
  )
}

function encodeUtf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), order === 'little')
  return bytes
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

async function openedBytes(bytes: Uint8Array, hint?: Hint): Promise<Opened> {
  const outcome = await openBytes(bytes, hint)
  assert(outcome.ok)
  return outcome.value
}

async function reasonOf(bytes: Uint8Array, hint?: Hint): Promise<string | undefined> {
  const outcome = await openBytes(bytes, hint)
  return outcome.ok ? undefined : outcome.failure.reason
}

const textOf = (html: string): string => openPage(html).text

describe('pages: lines, blocks and cells', () => {
  const cases: readonly (readonly [name: string, html: string, text: string])[] = [
    ['a figure split over spans', '<p><span>3</span><span>.25</span><small>GB</small></p>', '3.25GB'],
    ['blanks collapse', '<p>  残り \n\t <b> 3.25</b>&nbsp; GB </p>\n<p>&nbsp;</p><p>今月</p>', '残り 3.25 GB\n今月'],
    ['blocks end lines', '<div>a<div>b</div>c</div>d', 'a\nb\nc\nd'],
    ['br', 'a<br>b<br><br><br>c', 'a\nb\n\nc'],
    ['a heading opens a block', '<div>x<h2>基本データ</h2><p>3GB</p><hr>y</div>', 'x\n\n基本データ\n3GB\n\ny'],
    ['sections', '<section><p>a</p></section><section><p>b</p></section>', 'a\n\nb'],
    ['a header stays with its card', '<article><header>A</header><p>1</p></article><article>B</article>', 'A\n1\n\nB'],
    ['items of one line', '<ul><li>a<li>b</ul>', 'a\nb'],
    [
      'items of several lines are cards',
      '<ul><li><p>A</p><p>1GB</p></li><li><p>B</p><p>2GB</p></li></ul>end',
      'A\n1GB\n\nB\n2GB\n\nend',
    ],
    ['pre keeps its lines', '<pre>used 1GB\nleft  2GB\n\nend</pre>', 'used 1GB\nleft 2GB\n\nend'],
    ['buttons do not join figures', '<b>3GB</b><button>1GB追加</button>', '3GB 1GB追加'],
    ['raised notes do not join figures', '<p>20<sup>1</sup> GB 10<sup>GB</sup></p>', '20¹ GB 10GB'],
    ['ruby', '<ruby>残<rp>(</rp><rt>のこ</rt><rp>)</rp></ruby>り', '残り'],
  ]
  for (const [name, html, text] of cases) test(name, () => assert.equal(textOf(html), text))
})

describe('pages: tables', () => {
  test('cells, empty cells and rows left open', () => {
    const html = '<table><tr><th>種別<th>残り<th>期限<tr><td>基本<td><td>3/31</table>後'
    assert.equal(textOf(html), '種別\t残り\t期限\n基本\t\t3/31\n\n後')
  })
  test('an empty first cell keeps the columns', () => {
    assert.equal(
      textOf('<table><tr><td></td><td>残り</td></tr><tr><td>A</td><td>1GB</td></tr></table>'),
      '\t残り\nA\t1GB',
    )
  })
  test('colspan is followed by empty cells', () => {
    assert.equal(textOf('<table><tr><td colspan=2>A<td>B<tr><td>1<td>2<td>3</table>'), 'A\t\tB\n1\t2\t3')
  })
  test('rowspan repeats', () => {
    const html = '<table><tr><td rowspan=2>A<td>1<td rowspan=3>Z<tr><td>2<tr><td>B<td>3</table>'
    assert.equal(textOf(html), 'A\t1\tZ\nA\t2\tZ\nB\t3\tZ')
  })
  test('a rowspan without end is bounded', () => {
    const html = `<table><tr><td rowspan=99999999>A<td>1${'<tr><td>2'.repeat(50)}</table>`
    assert.equal(textOf(html).match(/A/g)?.length, 20)
  })
  test('rows repeated without end are bounded', () => {
    const group = `<tr>${`<td rowspan=20>${'x'.repeat(70)}`.repeat(30)}${'<tr>'.repeat(19)}`
    const html = `<table>${group.repeat(100)}</table>`
    assert(textOf(html).length < html.length * 2)
  })
  test('lines inside cells side by side become one', () => {
    assert.equal(
      textOf('<table><tr><td><p>残り</p><p>(高速)</p></td><td>3<br>GB</td></tr></table>'),
      '残り (高速)\t3 GB',
    )
  })
  test('a single cell keeps its lines', () => {
    assert.equal(textOf('<table><tr><td>残り<br>3GB</td></tr></table>'), '残り\n3GB')
  })
  test('a table inside a cell keeps its rows', () => {
    const html = '<table><tr><td>A<table><tr><td>x<td>1<tr><td>y<td>2</table></td><td>B</td></tr></table>'
    assert.equal(textOf(html), 'A\n\nx\t1\ny\t2\n\nB')
  })
  test('terms and details', () => {
    const html =
      '<dl><dt>残り<dd>3GB<dt>期限<dd>3/31<dd>まで</dl><dl><div><dt>a</dt><dd><p>1</p></dd></div><div><dt>b</dt><dd>2</dd></div></dl>'
    assert.equal(textOf(html), '残り\t3GB\n期限\t3/31 まで\n\na\t1\nb\t2')
  })
  test('a form between row and cell, and cells without a table', () => {
    assert.equal(textOf('<table><tr><form><td>a<td>b</form><tr><td>c<td>d</table>'), 'a\tb\nc\td')
    assert.equal(textOf('<td>a</td><td>b</td>'), 'a\tb')
  })
})

describe('pages: what nobody sees', () => {
  const hidden: readonly string[] = [
    '<span hidden>9GB</span>',
    '<span aria-hidden="true">9GB</span>',
    '<div style="color:red; DISPLAY : none">9GB</div>',
    '<i style="visibility:hidden">9GB</i>',
    '<span style="text-decoration: line-through">9GB</span>',
    '<del>9GB</del><s>9GB</s><strike>9GB</strike>',
    '<script>var left = "9GB"</script><style>p::after{content:"9GB"}</style><noscript>9GB</noscript>',
    '<template><p>9GB</p></template>',
    '<!-- 9GB --><!--[if IE]>9GB<![endif]-->',
    '<input type=hidden value=9GB><input type=password value=9GB><input type=checkbox value=9GB>',
    '<dialog>9GB</dialog>',
    '<div hidden><p>x<div>9GB</div></p></div>',
    '<table hidden><tr><td>9GB</table>',
    '<style>.old, .x > b {display:none}</style><p class="a old">9GB</p>',
    '<style>@import url(a.css); /* .y{} */ #gone { color: red; display:none !important }</style><p id=gone>9GB</p>',
    '<style>.tab{display:none}.tab.active{display:block}</style><p class=tab>9GB</p>',
    '<iframe>9GB</iframe><object hidden>9GB</object>',
    '<select><option>3GB<option>9GB</select>',
    '<blockquote type="cite">9GB</blockquote><div class="gmail_quote">9GB</div>',
  ]
  for (const html of hidden) {
    test(html, () => {
      assert.doesNotMatch(textOf(`<body>残り${html}<p>3GB</p></body>`), /9/)
      assert.match(textOf(`<body>残り${html}<p>3GB</p></body>`), /残り[^]*3GB$/)
    })
  }
  const seen: readonly string[] = [
    '<style>@media print { .a {display:none} } .b{color:red}</style><p class="a b">3GB</p>',
    '<style media="print">.a{display:none}</style><p class=a>3GB</p>',
    '<style>.a{display:none} .a{display:block}</style><p class=a>3GB</p>',
    '<style>.tab{display:none}.tab.active{display:block}</style><p class="tab active">3GB</p>',
    '<style>.card{ &.x{display:none} }</style><p class="card">3GB</p>',
    '<dialog open>3GB</dialog>',
    '<head><title>x</title><p>3GB</p>',
    '<div><template shadowrootmode="open"><p>3GB</p></template></div>',
    '<input value=3GB readonly>',
    '<textarea>3GB</textarea>',
    '<select><option>9<option selected>3GB<option>8</select>',
    '<svg aria-hidden=true><path/><path/></svg>3GB',
    '<p aria-hidden="false">3GB</p>',
  ]
  for (const html of seen) test(html, () => assert.equal(textOf(html), '3GB'))
})

describe('pages: labels for those who cannot see', () => {
  const cases: readonly (readonly [html: string, text: string])[] = [
    ['<img alt=3><img alt="."><img alt=2>GB', '3.2GB'],
    ['<svg role="img" aria-label="残り 3.2GB"><text>3.2</text></svg>', '残り 3.2GB'],
    ['<meter aria-label="残り 3GB" value=3>3 of 5</meter>', '残り 3GB'],
    ['<div role="progressbar" aria-label="3GB"><i></i></div>', '3GB'],
    ['<a aria-label="詳細"><svg><path/></svg></a>', '詳細'],
    ['<button aria-label="残り 9GB">3GB</button>', '3GB'],
    ['<p aria-label="3.25GB"><span aria-hidden=true>3</span><span aria-hidden=true>.25</span></p>', '3.25GB'],
    ['<span>3GB</span><span class="sr-only">3GB</span>', '3GB'],
    ['<p><span class="visually-hidden">残り3GB</span><b>残り3GB</b></p>', '残り3GB'],
    ['<b>3GB</b><span class="sr-only">残り</span>', '3GB 残り'],
  ]
  for (const [html, text] of cases) test(html, () => assert.equal(textOf(html), text))
})

describe('pages: frames', () => {
  test('addresses are reported, hidden and empty frames are not', () => {
    const html =
      '<iframe src="/usage/remain.html"></iframe><iframe src="about:blank"></iframe><iframe src="/a" style="display:none">' +
      '</iframe><iframe src="/pixel" width=1 height=1></iframe><frameset><frame src="menu.html"></frameset>'
    assert.deepEqual(openPage(html).frames, ['/usage/remain.html', 'menu.html'])
  })
  test('srcdoc is opened once', () => {
    const page = openPage('a<iframe srcdoc="<p>3GB<iframe srcdoc=&quot;<p>9GB&quot;></iframe>"></iframe>b')
    assert.deepEqual(page, { text: 'a\n\n3GB\n\nb', frames: ['about:srcdoc'] })
  })
})

describe('pages: hostile ones', () => {
  test('100,000 elements deep', () => {
    assert.equal(textOf(`${'<div>'.repeat(100_000)}3GB${'</div>'.repeat(100_000)}4GB`), '3GB\n4GB')
    assert.equal(textOf(`${'<b>'.repeat(100_000)}3GB${'</x>'.repeat(100_000)}`), '3GB')
    assert.match(textOf('<table><tr><td rowspan=2>x'.repeat(20_000)), /^x\n\nx/)
  })
  test('nothing throws', () => {
    const pages = [
      '<',
      '</',
      '<!',
      '<!--',
      '<p',
      '<p a="',
      '&#0;&#xD800;&#99999999;\0\uD800',
      '</p></td></table></br>',
      '<td></dl><dd><dt>',
    ]
    for (const html of pages) assert.equal(typeof textOf(html), 'string')
    for (const css of ['{', '@media {', '/*'.repeat(50_000), '}}{}', '{'.repeat(50_000)])
      assert.equal(textOf(`<style>${css}</style>3`), '3')
  })
  test('a stray end tag inside a cell does not end what hides the table', () => {
    assert.equal(textOf('<div hidden><table><tr><td>9GB</div>9GB</td></tr></table></div>3GB'), '3GB')
  })
})

describe('charsets', () => {
  const japanese = 'データ残量：3.25GB、有効期限は2026年4月30日です'
  const simplified = '您的套餐流量剩余3.25GB，已用1.75GB'
  const traditional = '您的數據餘額為3.25GB，已使用1.75GB'
  const cases: readonly (readonly [charset: string, text: string, bytes: Uint8Array])[] = [
    ['utf-8', japanese, utf8(japanese)],
    ['utf-8', japanese, utf8(`\ufeff${japanese}`)],
    ['shift_jis', japanese, encode(japanese, 'shift_jis')],
    ['euc-jp', japanese, encode(japanese, 'euc-jp')],
    ['iso-2022-jp', japanese, encodeIso2022jp(japanese)],
    ['gb18030', simplified, encode(simplified, 'gb18030')],
    ['big5', traditional, encode(traditional, 'big5')],
    ['utf-16le', japanese, encodeUtf16(japanese, 'little')],
    ['utf-16be', japanese, encodeUtf16(japanese, 'big')],
    ['utf-16le', japanese, encodeUtf16(`\ufeff${japanese}`, 'little')],
    ['utf-16be', japanese, encodeUtf16(`\ufeff${japanese}`, 'big')],
    ['shift_jis', '残り3GB', encode('残り3GB', 'shift_jis')],
    ['euc-jp', '残り3GB', encode('残り3GB', 'euc-jp')],
    ['gb18030', '剩余3GB', encode('剩余3GB', 'gb18030')],
    ['big5', '剩餘3GB', encode('剩餘3GB', 'big5')],
    ['shift_jis', 'ﾃﾞｰﾀ残量 3GB', new Uint8Array([0xc3, 0xde, 0xb0, 0xc0, ...encode('残量 3GB', 'shift_jis')])],
  ]
  for (const [charset, text, bytes] of cases) {
    test(`${charset}, undeclared: ${text}`, () => assert.deepEqual(decode(bytes), { text, charset }))
  }
  for (const declared of [
    'utf-8',
    'iso-8859-1',
    'us-ascii',
    'utf-16',
    'no-such-charset',
    'hz-gb-2312',
    'iso-2022-jp',
  ]) {
    test(`Shift_JIS declared as ${declared}`, () => {
      assert.deepEqual(decode(encode(japanese, 'shift_jis'), { declared }), { text: japanese, charset: 'shift_jis' })
    })
  }
  for (const declared of ['iso-8859-1', 'shift_jis', 'euc-jp']) {
    test(`UTF-8 declared as ${declared}`, () => assert.equal(decode(utf8(japanese), { declared })?.text, japanese))
  }
  test('declared inside', () => {
    const meta = (charset: string) =>
      `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>亜</p>`
    assert.deepEqual(decode(encode(meta('EUC-JP'), 'euc-jp')), { text: meta('EUC-JP'), charset: 'euc-jp' })
    assert.deepEqual(decode(encode(meta('Shift_JIS'), 'shift_jis')), { text: meta('Shift_JIS'), charset: 'shift_jis' })
    const xml = '<?xml version="1.0" encoding="big5"?><a>剩餘</a>'
    assert.deepEqual(decode(encode(xml, 'big5')), { text: xml, charset: 'big5' })
  })
  test('Latin text', () => {
    const bytes = new Uint8Array([
      ...utf8('Donn'),
      0xe9,
      ...utf8('es restantes : 3 Go, jusqu'),
      0x92,
      ...utf8('au 30 f'),
      0xe9,
      ...utf8('vrier'),
    ])
    assert.equal(decode(bytes, { declared: 'iso-8859-1' })?.text, 'Données restantes : 3 Go, jusqu’au 30 février')
  })
  test('one broken byte in UTF-8 does not change the charset', () => {
    const broken = new Uint8Array([...utf8(japanese), 0xe3, ...utf8('。残り3GB')])
    assert.deepEqual(decode(broken), { text: `${japanese}\ufffd。残り3GB`, charset: 'utf-8' })
  })
  test('binary is no text', async () => {
    assert.equal(decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])), null)
    assert.equal(decode(utf8('PK\x03\x04 and more')), null)
    assert.equal(await reasonOf(utf8('%PDF-1.7 text')), 'not-text')
    assert.equal(await reasonOf(Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)), 'not-text')
    assert.equal(await reasonOf(new Uint8Array(5000)), 'not-text')
  })
})

describe('mails', () => {
  const head = 'From: a@example.com\r\nDate: Sat, 28 Mar 2026 09:00:00 +0900\r\nMIME-Version: 1.0\r\n'
  const subject = `Subject: =?ISO-2022-JP?B?${base64(encodeIso2022jp('データ残量のお知らせ'))}?=\r\n`

  test('base64 ISO-2022-JP, encoded subject, date', async () => {
    const body = base64(encodeIso2022jp('残り 3.25GB\r\n> 残り 9GB\r\n'))
    const mail = `${head}${subject}Content-Type: text/plain; charset=ISO-2022-JP\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`
    const opened = await openedBytes(utf8(mail))
    assert.equal(opened.kind, 'mail')
    assert.equal(opened.text, 'データ残量のお知らせ\n\n残り 3.25GB')
    assert.equal(opened.sentAt, '2026-03-28T00:00:00.000Z')
  })
  const alternatives = (plain: string, html: string): string =>
    `${head}Subject: Usage\r\nContent-Type: multipart/alternative; boundary=b1\r\n\r\n--b1\r\n` +
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${plain}\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\n` +
    `Content-Transfer-Encoding: quoted-printable\r\n\r\n${html}\r\n--b1--\r\n`
  test('quoted-printable HTML that says more', async () => {
    const opened = await openedBytes(
      utf8(alternatives('See online', '<table><tr><td>Left<td>3.25=\r\nGB=E3=80=82</table>')),
    )
    assert.equal(opened.text, 'Usage\n\nLeft\t3.25GB。')
  })
  test('plain text that says more', async () => {
    const opened = await openedBytes(utf8(alternatives('Left: 3.25 GB until 30 April', '<p>Hello</p>')))
    assert.equal(opened.text, 'Usage\n\nLeft: 3.25 GB until 30 April')
  })
  test('history is left out', async () => {
    const plain = 'Left 3GB\r\n\r\n-----Original Message-----\r\nLeft 9GB'
    assert.equal((await openedBytes(utf8(alternatives(plain, '')))).text, 'Usage\n\nLeft 3GB')
    const html = '<p>Left 3GB</p><blockquote type=3D"cite">Left 9GB</blockquote>'
    assert.equal((await openedBytes(utf8(alternatives('', html)))).text, 'Usage\n\nLeft 3GB')
  })
  test('an attached mail is left out', async () => {
    const mail =
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nLeft 3GB\r\n--b\r\n` +
      'Content-Type: message/rfc822\r\n\r\nSubject: old\r\n\r\nLeft 9GB\r\n--b--\r\n'
    assert.equal((await openedBytes(utf8(mail))).text, 'Left 3GB')
  })
  test('a date without a zone is no instant', async () => {
    const mail = 'From: a@example.com\r\nDate: 28 Mar 2026 09:00:00\r\nMIME-Version: 1.0\r\n\r\nLeft 3GB'
    assert.equal((await openedBytes(utf8(mail))).sentAt, null)
  })
  test('a saved page', async () => {
    const mail =
      'From: <Saved by a browser>\r\nSubject: My page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; ' +
      'boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n' +
      'Content-Location: https://carrier.example/\r\n\r\n<p>=E6=AE=8B=E3=82=8A 3GB</p><iframe src=3D"cid:f1"></iframe>' +
      '<iframe src=3D"https://other.example/"></iframe>\r\n--b\r\nContent-Type: image/png\r\n' +
      'Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n'
    const opened = await openedBytes(utf8(mail), { fileName: 'page.MHTML' })
    assert.equal(opened.text, 'My page\n\n残り 3GB')
    assert.deepEqual(opened.frames, ['https://other.example/'])
  })
  test('limits', async () => {
    let nested = head
    for (let depth = 0; depth < 300; depth += 1)
      nested += `Content-Type: multipart/mixed; boundary=b${depth}x\r\n\r\n--b${depth}x\r\n`
    assert.equal(await reasonOf(utf8(nested)), 'broken')
    assert.equal(await reasonOf(utf8(`${head}\r\n${'\n'.repeat(600_000)}x`)), 'too-large')
  })
})

describe('Android screens', () => {
  const node = (attributes: string, bounds: string, inside = ''): string =>
    `<node class="android.widget.TextView" ${attributes} bounds="${bounds}">${inside}</node>`
  const screen = (nodes: string): Opened =>
    openText(`<?xml version='1.0' encoding='UTF-8'?>\n<hierarchy rotation="0">${nodes}</hierarchy>`)

  test('labels side by side are cells, a wide gap separates blocks', () => {
    const opened = screen(
      node('text="GB" content-desc=""', '[400,130][460,180]') +
        node('text="残り"', '[0,100][100,180]') +
        node('text="3.25"', '[110,80][390,190]') +
        node('text="期限&#10;4月30日"', '[0,200][300,260]') +
        node('text="使用量"', '[0,270][300,330]') +
        node('text="基本"', '[0,600][300,660]'),
    )
    assert.equal(opened.kind, 'screen')
    assert.equal(opened.text, '残り\t3.25\tGB\n期限\n4月30日\n使用量\n\n基本')
  })
  test('a description is read only where there is no text', () => {
    const inner = node('text="3GB"', '[0,0][50,50]')
    assert.equal(screen(node('text="" content-desc="残り9GB"', '[0,0][100,50]', inner)).text, '3GB')
    assert.equal(
      screen(node('text="" content-desc="残り3GB"', '[0,0][100,50]', node('text=""', '[0,0][9,9]'))).text,
      '残り3GB',
    )
    assert.equal(screen(node('text="3GB"', '[0,0][100,50]', inner)).text, '3GB')
  })
  test('unseen and secret nodes', () => {
    const nodes =
      node('text="9"', '[5,5][5,50]') +
      node('text="9" visible-to-user="false"', '[0,0][9,9]') +
      node('text="9" password="true"', '[0,0][9,9]')
    assert.equal(screen(`${nodes}${node('text="3"', '[0,0][9,9]')}`).text, '3')
  })
  test('without places: in order of the document', () => {
    assert.equal(screen('<node text="残り"/><node text="3GB"/>').text, '残り\n3GB')
  })
  test('cut off, or 100,000 deep', () => {
    assert.equal(screen('<node text="" content-desc="3GB">'.repeat(100_000)).text, '3GB')
    assert.equal(openText('<hierarchy><node text="3GB" bounds="[0,0][9,9]"><node text="9').text, '3GB')
  })
})

describe('pasted text', () => {
  test('plain text stays as it is', () => {
    for (const text of [
      '残り3GB',
      'a < b and <200MiB left',
      '[Carrier] 3GB left',
      '"3GB"',
      'I <3 data',
      '| a<br>b | 3GB |\n| c | d |',
      '',
    ]) {
      assert.deepEqual(openText(text), { kind: 'text', text, tree: null, frames: [], sentAt: null, charset: null })
    }
    assert.equal(openText('a\r\nb\rc').text, 'a\nb\nc')
  })
  test('tags', () => {
    for (const html of [
      '<p>残り<b>3GB</b>',
      'text <div>残り3GB</div>',
      '<!doctype html><x-a>3GB',
      '残り<br>3GB',
      '<?xml version="1.0"?><html><p>3GB',
    ]) {
      assert.equal(openText(html).kind, 'page', html)
      assert.doesNotMatch(openText(html).text, /</)
    }
  })
  test('payloads keep their text', () => {
    for (const text of [
      '{"remaining": 3}',
      '\n [{"a": 1}]\r\n',
      "{'left': 3,}",
      'var usage = {"left": 3}',
      '<?xml version="1.0"?><r><left>3</left></r>',
    ]) {
      const opened = openText(text)
      assert.equal(opened.kind, 'payload', text)
      assert.equal(opened.text, text)
      assert(opened.tree)
    }
  })
  test('an entity bomb does not expand', () => {
    const entities = Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`).join(
      '',
    )
    for (const root of ['lolz', 'html', 'hierarchy']) {
      const opened = openText(
        `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY e0 "9GB">${entities}]><${root}><a text="&e30;">&e30;</a></${root}>`,
      )
      assert(opened.text.length < 3000)
    }
  })
})

describe('bytes', () => {
  test('a page in the charset of its header', async () => {
    const opened = await openedBytes(encode('<p>残り3GB</p>', 'shift_jis'), {
      contentType: 'text/html; charset="Shift_JIS"',
    })
    assert.deepEqual(opened, {
      kind: 'page',
      text: '残り3GB',
      tree: null,
      frames: [],
      sentAt: null,
      charset: 'shift_jis',
    })
  })
  test('limits', async () => {
    assert.equal(await reasonOf(new Uint8Array()), 'empty')
    assert.equal(await reasonOf(utf8(' \n ')), 'empty')
    assert.equal(await reasonOf(new Uint8Array(64 * 1024 * 1024 + 1)), 'too-large')
  })
  test('long and odd input', async () => {
    const long = `残り3GB ${'x '.repeat(5_000_000)}`
    assert.equal((await openedBytes(utf8(long))).text.length, long.length)
    assert.equal(textOf(`<p>${long}</p>`).length, long.length - 1)
    for (const start of [
      '<!',
      '<?',
      '<!--',
      '{',
      '[',
      '<a ',
      ' ',
      '<p>',
      '\0',
      '\ud800',
      'a=',
      '<hierarchy ',
      '<hierarchy>',
      '<node ',
      '/*',
      '"',
      '<?a>',
    ]) {
      assert.equal(typeof openText(start.repeat(20_000)).text, 'string', start)
    }
  })
})
