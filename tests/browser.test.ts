/** The browser engine at portals that need it, and at some that do not: the same figures, the same care. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { openBrowser } from '../src/channels/portal/browser.ts'
import { httpEngine } from '../src/channels/portal/http.ts'
import { fetchEvidence, type Brought } from '../src/channels/portal/robot.ts'
import { explainBytes } from '../src/reader/index.ts'
import { browserPath } from './browser-path.ts'
import { counted, HARMS } from './portals/counters.ts'
import { expectedOf, NOW, type Fault } from './portals/faults.ts'
import { OWNER } from './portals/owner.ts'
import type { Portal } from './portals/portal.ts'
import { startPortal, type RunningPortal } from './portals/server.ts'
import { portalOf } from './portals/visiting.ts'

const browser = await openBrowser(await browserPath())
assert.ok(browser, 'no browser starts here')
after(() => browser.close())

async function visit(
  portal: Portal,
  { address, origins, loginSites }: RunningPortal,
  session: string | null = null,
  codePage: Brought['codePage'] = null,
): Promise<{ brought: Brought; session: string; bytesReceived: number }> {
  const sites = { domains: [], origins: [origins.portal, ...loginSites] }
  const engine = await browser!.engine(sites, session)
  const brought = await fetchEvidence(engine, {
    address,
    sites,
    path: portal.path,
    isOpenByLine: portal.isOpenByLine,
    credentials: { user: portal.user ?? '', password: OWNER.password, pin: OWNER.pin },
    hasSession: false,
    numberSuffix: portal.numberSuffix,
    code: codePage === null ? null : { code: portal.code ?? '', page: codePage },
    now: NOW,
    reads: async ({ bytes, contentType }) => (await remainingIn(bytes, contentType)) !== null,
    maySignIn: () => Promise.resolve(true),
    progress: () => {},
  })
  const { bytesReceived } = engine
  const kept = await engine.session()
  await engine.close()
  return { brought, session: kept, bytesReceived }
}

async function remainingIn(bytes: Uint8Array, contentType: string): Promise<number | null> {
  const read = await explainBytes(bytes, { contentType, now: NOW })
  const amount = read.ok && read.value.outcome.ok ? read.value.outcome.value[0]?.total.remaining.amount : undefined
  return amount?.kind === 'known' ? amount.lowBytes : null
}

for (const id of ['script-only', 'script-inside', 'two-ways', 'single-sign-on', 'd-account', 'mail-code'])
  test(`the browser reads ${id}, fetches no picture and no font, and does no harm`, async () => {
    const portal = portalOf(id)
    const running = await startPortal(portal)
    try {
      const first = await visit(portal, running)
      const { brought } =
        portal.code === null ? first : await visit(portal, running, first.session, first.brought.codePage)
      assert.ok(brought.outcome.ok, brought.outcome.ok ? '' : brought.outcome.failure.code)
      const { bytes, contentType } = brought.outcome.value.evidence
      assert.equal(await remainingIn(bytes, contentType), portal.gives.remainingBytes)
      assert.deepEqual(counted(running.counters, [...HARMS, 'images', 'fonts', 'failedLogins']), [])
      assert.ok(first.bytesReceived > 0)
    } finally {
      await running.stop()
    }
  })

const faults: readonly Fault[] = [
  'wrong-password',
  'foreign-form',
  'foreign-redirect',
  'terms',
  'redesign',
  'maintenance-page',
]
for (const fault of faults)
  test(`with ${fault} the browser names what stands in its way`, async () => {
    const portal = portalOf('script-inside')
    const running = await startPortal(portal, { fault })
    try {
      const { brought } = await visit(portal, running)
      const { outcomes, passwords } = expectedOf(portal, { fault, engine: 'browser' })
      assert.ok((outcomes as string[]).includes(brought.outcome.ok ? 'reading' : brought.outcome.failure.code))
      assert.ok(running.counters.passwords <= passwords)
      assert.deepEqual(counted(running.counters, HARMS), [])
    } finally {
      await running.stop()
    }
  })

const CODE_PAGE = `<form method="post" action="/elsewhere"><input type="hidden" name="token" value="t 1"><input name="code" value="">
<input type="checkbox" name="news" value="yes"><input type="checkbox" name="trust" checked><input type="radio" name="to" value="sms"><input type="radio" name="to" value="mail" checked>
<button name="do" value="check" formaction="/code">認証</button></form>`

test('a form of a page that was left is sent as it stood there, by either engine', async () => {
  const sent: string[] = []
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    void text(request).then((body) => {
      if (request.method === 'POST') sent.push(`${request.url} ${body}`)
      response.end(request.url === '/' ? CODE_PAGE : '<p>ほか</p>')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
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
  server.close()
  server.closeAllConnections()
  const expected = '/code token=t+1&code=123456&trust=on&to=mail&do=check'
  assert.deepEqual(sent, [expected, expected])
})
