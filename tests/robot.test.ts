/** The robot at every simulated portal, with every fault: the right figure or the right name of what stands in its way, and no harm. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { httpEngine } from '../src/channels/portal/http.ts'
import type { PortalPage } from '../src/channels/portal/page.ts'
import { fetchEvidence, type Brought, type Errand } from '../src/channels/portal/robot.ts'
import { succeeded } from '../src/core/failure.ts'
import type { Reading } from '../src/core/reading.ts'
import { readingIn } from '../src/jobs/portal-page.ts'
import { flatten, type FlatLine } from '../src/reader/decide/flat.ts'
import { ASSETS, counted, HARMS } from './portals/counters.ts'
import { expectedOf, faultsOf, NOW, placesOf, type Fault } from './portals/faults.ts'
import { PORTALS } from './portals/index.ts'
import { form, html } from './portals/markup.ts'
import { OWNER } from './portals/owner.ts'
import type { Portal } from './portals/portal.ts'
import { startPortal, type PortalOptions, type RunningPortal } from './portals/server.ts'
import { portalOf } from './portals/visiting.ts'

interface Visited {
  readonly brought: Brought
  readonly session: string
  /** What the page that was brought says; null where none was. */
  readonly figures: FlatLine | null
}

async function readingOf(page: PortalPage, { numberSuffix }: Portal): Promise<Reading | null> {
  const found = await readingIn(page, { carrier: null, numberSuffix }, NOW)
  return found && found.reading
}

async function visit(
  portal: Portal,
  { address, origins, loginSites }: RunningPortal,
  rest: Partial<Errand> & { session?: string | null } = {},
): Promise<Visited> {
  const { session = null, ...errand } = rest
  const sites = { domains: [], origins: [origins.portal, ...loginSites] }
  const engine = await httpEngine(sites, session)
  const brought = await fetchEvidence(engine, {
    address,
    sites,
    path: portal.path,
    isOpenByLine: portal.isOpenByLine,
    credentials: portal.user === null ? null : { user: portal.user, password: OWNER.password, pin: OWNER.pin },
    hasSession: session !== null,
    numberSuffix: portal.numberSuffix,
    code: null,
    now: NOW,
    reads: async (page) => (await readingOf(page, portal)) !== null,
    maySignIn: () => Promise.resolve(true),
    progress: () => {},
    ...errand,
  })
  const reading = brought.outcome.ok ? await readingOf(brought.outcome.value, portal) : null
  return { brought, session: await engine.session(), figures: reading && flatten(succeeded([reading])) }
}

const codeOf = ({ brought: { outcome } }: Visited): string => (outcome.ok ? 'reading' : outcome.failure.code)

/** Every figure that is stated, and none that is not. */
function assertGives({ gives }: Portal, figures: FlatLine | null): void {
  assert.ok(figures)
  const { remainingBytes, usedBytes, allowanceBytes, expires, throttled, unlimited, buckets } = figures
  const nothing = {
    remainingBytes: null,
    usedBytes: null,
    allowanceBytes: null,
    expires: null,
    throttled: null,
    unlimited: null,
  }
  assert.deepEqual(
    { remainingBytes, usedBytes, allowanceBytes, expires, throttled, unlimited },
    { ...nothing, ...withoutBuckets(gives) },
  )
  assert.deepEqual(buckets, gives.buckets ?? [])
}

const withoutBuckets = (gives: Portal['gives']): object =>
  Object.fromEntries(Object.entries(gives).filter(([figure]) => figure !== 'buckets'))

/** Runs a portal while somebody visits it; afterwards nothing but looking was done. */
async function running(
  portal: Portal,
  options: PortalOptions,
  use: (at: RunningPortal) => Promise<void>,
): Promise<void> {
  const at = await startPortal(portal, { isOverLine: portal.isOpenByLine, pauseMilliseconds: 1, ...options })
  try {
    await use(at)
    assert.deepEqual(counted(at.counters, [...HARMS, ...ASSETS, 'brokenForms', 'wrongCodes']), [])
  } finally {
    await at.stop()
  }
}

/** A visit, and another with the code where one is asked for. */
async function visitWithCode(portal: Portal, at: RunningPortal, rest: Partial<Errand>): Promise<readonly Visited[]> {
  const first = await visit(portal, at, rest)
  const page = first.brought.codePage
  if (page === null || portal.code === null) return [first]
  return [first, await visit(portal, at, { ...rest, session: first.session, code: { code: portal.code, page } })]
}

for (const portal of PORTALS)
  suite(`robot at ${portal.id}`, () => {
    const ways: [Fault | null, 'door' | 'inside'][] = [
      [null, 'door'],
      ...faultsOf(portal).flatMap((fault) =>
        placesOf(portal, fault).map((at): [Fault, 'door' | 'inside'] => [fault, at]),
      ),
    ]
    for (const [fault, at] of ways)
      test(`${fault ?? 'as ever'}, ${at}`, () =>
        running(portal, { fault, at }, async (place) => {
          const expected = expectedOf(portal, { fault, at, isOverLine: portal.isOpenByLine })
          const [first, second] = await visitWithCode(portal, place, {})
          assert.ok((expected.outcomes as string[]).includes(codeOf(first!)), codeOf(first!))
          const last = expected.afterCode ?? expected
          if (expected.afterCode !== null)
            assert.ok(
              second !== undefined && (last.outcomes as string[]).includes(codeOf(second)),
              second && codeOf(second),
            )
          const final = second ?? first!
          if (codeOf(final) === 'reading') assertGives(portal, final.figures)
          if (codeOf(final) === 'maintenance') assert.equal(final.brought.until, last.until)
          const { passwords, failedLogins } = place.counters
          assert.ok(passwords <= Math.max(expected.passwords, last.passwords), `${passwords} passwords`)
          assert.equal(failedLogins, last.failedLogins)
        }))
  })

const PLAIN = portalOf('two-ways')

for (const portal of PORTALS.filter(
  ({ stops, needsScript, user }) => stops === null && needsScript === null && user !== null,
))
  test(`a kept session needs no sign-in at ${portal.id}`, () =>
    running(portal, {}, async (at) => {
      const { session } = (await visitWithCode(portal, at, {})).at(-1)!
      const { passwords, codesSent } = at.counters
      const again = await visit(portal, at, { session, credentials: null })
      assert.equal(codeOf(again), 'reading')
      assertGives(portal, again.figures)
      assert.deepEqual([at.counters.passwords, at.counters.codesSent], [passwords, codesSent])
    }))

test('a kept session needs no sign-in, and one that has ended needs one', () =>
  running(PLAIN, {}, async (at) => {
    const { session } = await visit(PLAIN, at)
    assert.equal(codeOf(await visit(PLAIN, at, { session })), 'reading')
    assert.equal(at.counters.passwords, 1)
    at.endSessions()
    assert.equal(codeOf(await visit(PLAIN, at, { session })), 'reading')
    assert.equal(at.counters.passwords, 2)
  }))

test('a trusted device is not asked for a code again', () => {
  const portal = portalOf('d-account')
  return running(portal, {}, async (at) => {
    const visits = await visitWithCode(portal, at, {})
    at.endSessions()
    const again = await visit(portal, at, { session: visits.at(-1)!.session })
    assert.equal(codeOf(again), 'reading')
    assert.equal(at.counters.codesSent, 1)
  })
})

test('a wrong code is asked for again, and no password is sent for it', async () => {
  const portal = portalOf('d-account')
  const at = await startPortal(portal)
  try {
    const first = await visit(portal, at)
    const page = first.brought.codePage!
    const wrong = await visit(portal, at, { session: first.session, code: { code: '000000', page } })
    assert.equal(codeOf(wrong), 'needs-code')
    assert.equal(at.counters.passwords, 1)
  } finally {
    await at.stop()
  }
})

test('without a stored sign-in nothing is typed', () =>
  running(PLAIN, {}, async (at) => {
    assert.equal(codeOf(await visit(PLAIN, at, { credentials: null })), 'no-credentials')
    assert.equal(at.counters.passwords, 0)
  }))

test('a sign-in that may not be made is too soon', () =>
  running(PLAIN, {}, async (at) => {
    assert.equal(codeOf(await visit(PLAIN, at, { maySignIn: () => Promise.resolve(false) })), 'too-soon')
    assert.equal(at.counters.passwords, 0)
  }))

/** Behind the password, the figure asks for the PIN. */
const PIN_INSIDE: Portal = {
  ...PLAIN,
  path: ['データ量の確認'],
  reply: (at) => {
    if (!at.session.isIn) return PLAIN.reply(at)
    if (at.form.get('nwpin') === OWNER.pin) return html(at, 'データ量', '<p>残りデータ量 3.2GB</p>')
    const asked =
      '<p>暗証番号 <input type="password" name="nwpin" maxlength="4"></p><button type="submit">次へ</button>'
    return html(at, 'トップ', at.path === '/use' ? form(at, '/use', asked) : '<a href="/use">データ量の確認</a>')
  },
}

test('a PIN that is asked for behind the password is of the same sign-in', () =>
  running(PIN_INSIDE, {}, async (at) => {
    let signIns = 0
    const found = await visit(PIN_INSIDE, at, { maySignIn: () => Promise.resolve((signIns += 1) === 1) })
    assert.equal(codeOf(found), 'reading')
    assertGives(PIN_INSIDE, found.figures)
    assert.equal(signIns, 1)
  }))

test('a PIN that is not stored is a person’s business', () =>
  running(PIN_INSIDE, {}, async (at) => {
    const credentials = { user: PLAIN.user!, password: OWNER.password }
    assert.equal(codeOf(await visit(PIN_INSIDE, at, { credentials })), 'needs-person')
  }))

/** A sign-in that asks for more than is stored. */
const asking = (more: string): Portal => ({
  ...PLAIN,
  reply: (at) => {
    const reply = PLAIN.reply(at)
    return typeof reply === 'string' ? reply.replace('<p><input type="submit"', `${more}$&`) : reply
  },
})

test('a password goes nowhere where more is asked for, or a CAPTCHA stands without a word', async () => {
  for (const more of [
    '<p>生年月日<select name="y"><option value="">年</option><option>1980</option></select></p>',
    '<p>ご契約の郵便<input name="zip"></p>',
    '<div class="g-recaptcha" data-sitekey="k"></div>',
  ])
    await running(asking(more), {}, async (at) => {
      assert.equal(codeOf(await visit(asking(more), at)), 'needs-person', more)
      assert.equal(at.counters.passwords, 0)
    })
})

/** The same portal, but for one page behind its door. */
const showing = (page: string): Portal => ({
  ...PLAIN,
  reply: (at) => (at.session.isIn ? html(at, '', page) : PLAIN.reply(at)),
})

test('what cannot be told for now is not what has changed', async () => {
  const busy = showing('<p>ただいま混み合っております。</p><p>3GBプラン受付中</p>')
  await running(busy, {}, async (at) => assert.equal(codeOf(await visit(busy, at)), 'unreachable'))
})

test('what only its owner may press is a person’s business', async () => {
  const gate = showing(
    '<p>位置情報の利用に同意をお願いします</p><form method="post" action="/yes"><button>同意する</button></form>',
  )
  await running(gate, {}, async (at) => assert.equal(codeOf(await visit(gate, at)), 'needs-person'))
})

test('a sign-in that is refused for want of a script is not a wrong one', async () => {
  const asks = 'このページにはJavaScriptが必要です'
  const scripted = (note: string): Portal => ({
    ...PLAIN,
    reply: (at) => {
      const reply = PLAIN.reply(at)
      if (typeof reply !== 'string') return html(at, 'ログイン', `<p>${asks}</p><a href="/help">ヘルプ</a>`)
      return `${reply}<p>${note}</p>`
    },
  })
  for (const [note, code] of [
    ['', 'unsupported'],
    [asks, 'changed'],
  ] as const) {
    const portal = scripted(note)
    await running(portal, {}, async (at) => assert.equal(codeOf(await visit(portal, at)), code, note))
  }
})

test('the line that is meant is chosen, and a form that only shows is sent', async () => {
  const choice = `<select name="n"><option value="a" selected>080-****-9876</option><option value="b">090-****-1234</option></select>`
  const portal: Portal = {
    ...PLAIN,
    numberSuffix: '1234',
    path: [],
    reply: (at) => {
      if (!at.session.isIn) return PLAIN.reply(at)
      const own = at.form.get('n') === 'b' || at.path === '/show'
      if (at.path === '/show') return html(at, '', '<h2>090-****-1234</h2><p>残りデータ量 3.2GB</p>')
      const number = own ? '090-****-1234' : '080-****-9876'
      const ask = own ? form(at, '/show', '<button>データ残量を照会する</button>') : ''
      return html(at, '', `${form(at, '/', `${choice}<button>表示切替</button>`)}<h2>${number}</h2>${ask}`)
    },
  }
  await running(portal, {}, async (at) => {
    const found = await visit(portal, at)
    assert.equal(codeOf(found), 'reading')
    assertGives(portal, found.figures)
  })
})

test('what a page shows that still asks for a sign-in is nobody’s, over the line too', async () => {
  const portal: Portal = {
    ...PLAIN,
    reply: (at) =>
      at.session.isIn || at.path !== '/'
        ? PLAIN.reply(at)
        : html(at, 'ようこそ', '<p>データ残量 50GB</p><a href="/in">ログイン</a>'),
  }
  await running(portal, {}, async (at) =>
    assertGives(portal, (await visit(portal, at, { isOpenByLine: true })).figures),
  )
})

test('words of what buys or changes are no figure', async () => {
  for (const [page, outcome] of [
    ['<p>残りデータ量 2GB</p>', 'reading'],
    ['<a href="/x">残りデータ量を2GB増やす</a>', 'changed'],
    ['<form action="/x"><button>残りデータ量を2GB増やす</button></form>', 'changed'],
    ['<p>残りデータ量 2GB</p><a href="/buy">2GB</a>', 'reading'],
  ] as const)
    await running(showing(page), {}, async (at) => assert.equal(codeOf(await visit(showing(page), at)), outcome, page))
})

test('what stands under another number is another line’s', async () => {
  const own = { ...showing(''), numberSuffix: '1234' }
  for (const [numbers, isRead] of [
    ['<h2>080-****-9876</h2>', false],
    ['<h2>０９０－００００－１２３４</h2>', true],
    ['<p>080-0000-9876 090-0000-1234</p>', true],
    ['<p>090-0000-1234</p><h2>080-0000-9876 のデータ</h2>', false],
    ['<p>お問い合わせ 0120-000-000</p>', true],
    ['', true],
  ] as const) {
    const portal = { ...own, reply: showing(`${numbers}<p>残りデータ量</p><p>2GB</p>`).reply }
    await running(portal, {}, async (at) =>
      assert.equal(codeOf(await visit(portal, at)) === 'reading', isRead, numbers),
    )
  }
})
