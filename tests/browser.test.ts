/** The browser engine at portals that need it, and at some that do not: the same figures, the same care. */
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'
import { after, suite, test } from 'node:test'
import { openBrowser } from '../src/channels/portal/browser.ts'
import { httpEngine } from '../src/channels/portal/http.ts'
import { signInOf } from '../src/channels/portal/login.ts'
import type { PortalPage } from '../src/channels/portal/page.ts'
import { fetchEvidence, type Brought } from '../src/channels/portal/robot.ts'
import { failed, succeeded } from '../src/core/failure.ts'
import { readingIn } from '../src/jobs/portal-page.ts'
import { flatten, type FlatLine } from '../src/reader/decide/flat.ts'
import { browserPath } from './browser-path.ts'
import { counted, HARMS } from './portals/counters.ts'
import { expectedOf, FAULTS, faultsOf, NOW, placesOf, type Fault } from './portals/faults.ts'
import { PORTALS } from './portals/index.ts'
import { OWNER } from './portals/owner.ts'
import type { Portal } from './portals/portal.ts'
import { startPortal, type RunningPortal } from './portals/server.ts'

const browser = await openBrowser(await browserPath())
assert.ok(browser, 'no browser starts here')
after(() => browser.close())

interface Visited {
  readonly brought: Brought
  readonly session: string
  readonly bytesReceived: number
}

async function visit(
  portal: Portal,
  { address, origins, loginSites }: RunningPortal,
  before: Visited | null = null,
): Promise<Visited> {
  const sites = { domains: [], origins: [origins.portal, ...loginSites] }
  const engine = await browser!.engine(sites, before?.session ?? null)
  const page = before?.brought.codePage ?? null
  const brought = await fetchEvidence(engine, {
    address,
    sites,
    path: portal.path,
    isOpenByLine: portal.isOpenByLine,
    credentials: portal.user === null ? null : { user: portal.user, password: OWNER.password, pin: OWNER.pin },
    hasSession: before !== null,
    numberSuffix: portal.numberSuffix,
    code: page === null ? null : { code: portal.code ?? '', page },
    now: NOW,
    reads: async (seen) => (await figuresIn(seen, portal)) !== null,
    maySignIn: () => Promise.resolve(true),
    progress: () => {},
  })
  const { bytesReceived } = engine
  const session = await engine.session()
  await engine.close()
  return { brought, session, bytesReceived }
}

async function figuresIn(
  page: PortalPage,
  { gives, numberSuffix }: Portal,
): Promise<{ remainingBytes: number | null; usedBytes: number | null } | null> {
  const found = await readingIn(page, { carrier: null, numberSuffix }, NOW)
  if (found === null) return null
  const { remainingBytes, usedBytes } = flatten(succeeded([found.reading])) as FlatLine
  const says = gives.remainingBytes === undefined ? usedBytes : remainingBytes
  return says === null ? null : { remainingBytes, usedBytes }
}

const codeOf = ({ brought: { outcome } }: Visited): string => (outcome.ok ? 'reading' : outcome.failure.code)

interface Case {
  readonly portal: Portal
  readonly fault: Fault | null
  readonly at: 'door' | 'inside'
}

const casesOf = (portal: Portal): Case[] =>
  faultsOf(portal).flatMap((fault) => placesOf(portal, fault).map((at) => ({ portal, fault, at })))

/** Every portal as ever; every fault where a script draws the pages; and each once more at one of the others. */
const [SCRIPTED, PLAIN] = [
  PORTALS.filter(({ needsScript }) => needsScript !== null),
  PORTALS.filter(({ needsScript }) => needsScript === null),
]
const CASES: readonly Case[] = [
  ...PORTALS.map((portal): Case => ({ portal, fault: null, at: 'door' })),
  ...SCRIPTED.flatMap(casesOf),
  ...FAULTS.flatMap((fault, index) => {
    const able = PLAIN.flatMap(casesOf).filter((each) => each.fault === fault)
    return able.length === 0 ? [] : [able[(index * 7) % able.length]!]
  }),
]

/** What a browser cannot tell. */
const UNTOLD: Readonly<Partial<Record<Fault, string>>> = {
  'truncated-gzip': 'a browser shows what it can unzip of a page',
  'session-ends': 'what stands inside a page is asked for by the browser, and again by the robot',
}

suite('the browser at simulated portals', { concurrency: 4 }, () => {
  for (const { portal, fault, at } of CASES)
    test(`${portal.id}, ${fault ?? 'as ever'}, ${at}`, { skip: (fault && UNTOLD[fault]) ?? false }, async () => {
      const options = { fault, at, isOverLine: portal.isOpenByLine, pauseMilliseconds: 1 }
      const running = await startPortal(portal, options)
      try {
        const expected = expectedOf(portal, { ...options, engine: 'browser' })
        const first = await visit(portal, running)
        assert.ok((expected.outcomes as string[]).includes(codeOf(first)), codeOf(first))
        const { afterCode } = expected
        const last = first.brought.codePage === null ? first : await visit(portal, running, first)
        assert.ok(afterCode === null || (afterCode.outcomes as string[]).includes(codeOf(last)), codeOf(last))
        const { outcome } = last.brought
        if (outcome.ok) {
          const { remainingBytes = null, usedBytes = null } = portal.gives
          assert.deepEqual(await figuresIn(outcome.value, portal), { remainingBytes, usedBytes })
        }
        const { counters } = running
        assert.ok(counters.passwords <= Math.max(expected.passwords, afterCode?.passwords ?? 0))
        assert.equal(counters.failedLogins, (afterCode ?? expected).failedLogins)
        assert.deepEqual(counted(counters, [...HARMS, 'images', 'fonts', 'brokenForms', 'wrongCodes']), [])
        assert.ok(first.bytesReceived > 0 || !outcome.ok)
      } finally {
        await running.stop()
      }
    })
})

const CODE_PAGE = `<form method="post" action="/elsewhere"><input type="hidden" name="token" value="t 1"><input name="code" value="">
<input type="checkbox" name="news" value="yes"><input type="checkbox" name="trust" checked><input type="radio" name="to" value="sms"><input type="radio" name="to" value="mail" checked>
<button name="do" value="check" formaction="/code">認証</button></form>`

test('a form of a page that was left is sent as it stood there, by either engine', async () => {
  const sent: string[] = []
  await serving(
    (request, response) =>
      void text(request).then((body) => {
        if (request.method === 'POST') sent.push(`${request.url} ${body}`)
        response.end(request.url === '/' ? CODE_PAGE : '<p>ほか</p>')
      }),
    async (origin) => {
      const sites = { domains: [], origins: [origin] }
      for (const engine of [await httpEngine(sites, null), await browser.engine(sites, null)]) {
        const page = await engine.open(`${origin}/`)
        assert.ok(page.ok)
        assert.ok((await engine.open(`${origin}/other`)).ok)
        const [form] = page.value.forms
        const typed = new Map([[form!.fields.find(({ name }) => name === 'code')!.id, '123456']])
        assert.ok((await engine.submit(page.value, form!, typed, form!.buttons[0]!, true)).ok)
        await engine.close()
      }
    },
  )
  const expected = '/code token=t+1&code=123456&trust=on&to=mail&do=check'
  assert.deepEqual(sent, [expected, expected])
})

const BOXES_PAGE = `<main id="m"></main><script>
setTimeout(() => {
  m.innerHTML = '<h1>認証コード</h1><div>' + '<input maxlength="1">'.repeat(4) + '</div><button type="button" onclick="send(0)">認証コードを再送する</button>'
  for (const box of m.querySelectorAll('input')) box.oninput = () => {
    const digits = [...m.querySelectorAll('input')].map(({ value }) => value).join('')
    if (digits.length === 4) send(digits)
  }
}, 100)
const send = (digits) => fetch('/code', { method: 'POST', body: digits }).then(() => { m.innerHTML = '<p>残り 1GB</p>' })
</script>`

test('boxes that send themselves when they are full are filled in again in another run', async () => {
  const sent: string[] = []
  await serving(
    (request, response) =>
      void text(request).then((body) => {
        if (request.method === 'POST') sent.push(body)
        response.end(BOXES_PAGE)
      }),
    async (origin) => {
      const sites = { domains: [], origins: [origin] }
      const first = await browser.engine(sites, null)
      const page = await first.open(`${origin}/`)
      await first.close()
      assert.ok(page.ok)
      const signIn = signInOf(page.value)
      assert.ok(signIn)
      const typed = new Map(signIn.fields.map(({ field: { id } }, index) => [id, String(index + 1)]))
      const second = await browser.engine(sites, null)
      const next = await second.submit(page.value, signIn.form, typed, signIn.button, true)
      assert.ok(next.ok)
      assert.equal(next.value.text, '残り 1GB')
      await second.close()
    },
  )
  assert.deepEqual(sent, ['1234'])
})

test('a page that keeps its browser busy for ever is left, and others are read', async () => {
  const hasty = await openBrowser(await browserPath(), 700)
  assert.ok(hasty)
  await serving(
    (request, response) =>
      void response.end(
        request.url === '/busy' ? '<script>setTimeout(() => { for (;;); }, 50)</script>' : '<p>残り 1GB</p>',
      ),
    async (origin) => {
      const sites = { domains: [], origins: [origin] }
      const engine = await hasty.engine(sites, null)
      assert.deepEqual(await engine.open(`${origin}/busy`), failed('unreachable'))
      await engine.session()
      await engine.close()
      const other = await hasty.engine(sites, null)
      assert.ok((await other.open(`${origin}/`)).ok)
    },
  )
  await hasty.close()
})

test('a visit that is interrupted ends at once', async () => {
  await serving(
    () => {},
    async (origin) => {
      const interrupt = new AbortController()
      const engine = await browser.engine({ domains: [], origins: [origin] }, null, interrupt.signal)
      setTimeout(() => interrupt.abort(), 50)
      assert.deepEqual(await engine.open(origin), failed('unreachable'))
    },
  )
})

/** Thinks before it sends what was typed, says nothing meanwhile, and counts up to what it shows. */
const SLOW_PAGE = `<form><p>ID<input name="id"><p>パスワード<input type="password" name="password"><button>ログイン</button></form><script>
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  setTimeout(() => fetch('/login', { method: 'POST', body: 'x' }).then(() => count(0)), 400)
})
function count(left) {
  document.body.textContent = 'データ残量 ' + left.toFixed(2) + 'GB'
  if (left < 8) requestAnimationFrame(() => count(left + 0.25))
}</script>`

test('what was pressed is waited for, and what counts up is read at its end', () =>
  serving(
    (request, response) => void request.resume().once('end', () => response.end(request.url === '/' ? SLOW_PAGE : '')),
    async (origin) => {
      const engine = await browser.engine({ domains: [], origins: [origin] }, null)
      const page = await engine.open(`${origin}/`)
      assert.ok(page.ok)
      const [form] = page.value.forms
      const next = await engine.submit(page.value, form!, new Map([[0, 'owner']]), form!.buttons[0]!, true)
      await engine.close()
      assert.equal(next.ok && next.value.text, 'データ残量 8.00GB')
    },
  ))

/** What is typed goes over a socket to the address in its own query, key by key. */
const SOCKET_PAGE = `<form method="post" action="/"><p>ID<input name="id"><p>パスワード<input type="password" name="password"><button>ログイン</button></form>
<script>const socket = new WebSocket(new URLSearchParams(location.search).get('to'))
document.querySelector('[type=password]').addEventListener('input', ({ target }) => socket.send(target.value))</script>`

test('no socket to somebody else is opened', async () => {
  for (const isOwn of [true, false]) {
    const asked: string[] = []
    await serving(
      (_, response) => void response.end('<p>'),
      (foreign) =>
        serving(
          (_, response) => void response.end(SOCKET_PAGE),
          async (origin) => {
            const engine = await browser.engine({ domains: [], origins: [origin] }, null)
            const page = await engine.open(`${origin}/?to=${(isOwn ? origin : foreign).replace('http', 'ws')}/live`)
            assert.ok(page.ok)
            await engine.close()
          },
          (request) => void asked.push(request.url ?? ''),
        ),
      (request) => void asked.push(request.url ?? ''),
    )
    assert.deepEqual(asked, isOwn ? ['/live'] : [])
  }
})

/** Serves on this machine while somebody is there. */
async function serving(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (origin: string) => Promise<void>,
  upgrade: (request: IncomingMessage) => void = () => {},
): Promise<void> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    answer(request, response)
  }).on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    upgrade(request)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
