/** What a person is told to do: the order of ways, numbers, hours, links, and the command in four languages. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { Writable } from 'node:stream'
import { before, suite, test } from 'node:test'
import { buildBundle } from '../scripts/build.ts'
import { CARRIERS } from '../src/carriers/index.ts'
import { MYTHS } from '../src/carriers/myths.ts'
import { find } from '../src/guide/find.ts'
import { guide, needsOf, waysWithoutData, type Known, type Way } from '../src/guide/guide.ts'
import { isOpen } from '../src/guide/hours.ts'
import { PAGES } from '../src/guide/pages.ts'
import { search } from '../src/guide/search.ts'
import { UNASKED, type Situation } from '../src/guide/situation.ts'
import { tasksOf, type Step } from '../src/guide/steps.ts'
import { guideCommand } from '../src/cli/guide.ts'
import type { Session } from '../src/cli/session.ts'
import { widthOf } from '../src/cli/terminal.ts'
import { GUIDE_SENTENCES } from '../src/text/guide.ts'
import { LANGUAGES, type Language } from '../src/text/language.ts'
import { CORRECTIONS } from '../src/text/myths.ts'
import { PAGE_SENTENCES } from '../src/text/pages.ts'

/** Noon in Tokyo, a Thursday. */
const NOON = '2026-11-26T03:00:00Z'

function ways(id: string, situation: Partial<Situation> = {}, now = NOON): Way[] {
  const carrier = CARRIERS.find((each) => each.id === id)!
  const known: Known[] = guide(carrier, { ...UNASKED, ...situation }, now)
  return known.flatMap((each) => (each.kind === 'way' ? [each.way] : []))
}

const channels = (id: string, situation: Partial<Situation>): string[] =>
  ways(id, situation).map(({ channel }) => channel)

const stepsOf = <Kind extends Step['kind']>(way: Way | undefined, kind: Kind): Extract<Step, { kind: Kind }>[] =>
  (way?.steps ?? []).filter((step): step is Extract<Step, { kind: Kind }> => step.kind === kind)

suite('the best way first', () => {
  test('without data or Wi-Fi a call comes before the app and the website', () => {
    assert.deepEqual(channels('docomo', { online: false, canCall: true }), ['hotline', 'app', 'portal'])
  })
  test('without a login the app comes last', () => {
    assert.deepEqual(channels('docomo', { online: true, login: false, canCall: true }), ['hotline', 'app', 'portal'])
  })
  test('with everything at hand the app comes first', () => {
    assert.deepEqual(channels('docomo', { online: true, login: true, canCall: false }), ['app', 'portal', 'hotline'])
  })
  test('a page that knows the line needs no login', () => {
    assert.deepEqual(channels('bmobile', { online: true, login: false }), ['portal'])
    const [portal] = ways('bmobile')
    assert.equal(portal?.steps[0]?.kind, 'wifiOff')
  })
  test('a page can always be kept and read; what takes a password, Nokori can look at', () => {
    const portal = (id: string) => ways(id).find(({ channel }) => channel === 'portal')
    for (const id of ['docomo', 'bmobile']) assert.equal(stepsOf(portal(id), 'keepPage').length, 1, id)
    assert.equal(stepsOf(portal('docomo'), 'letNokoriCheck').length, 1)
    assert.equal(stepsOf(portal('bmobile'), 'letNokoriCheck').length, 0)
  })
  test('a dialled code works without data', () => {
    assert.equal(channels('threehk', { online: false, canCall: false })[0], 'sms')
  })
})

suite('calls', () => {
  test('the reader’s own language comes first, from where the call is made', () => {
    const hotline = ways('au', { speaks: 'zh', from: 'own' }).find(({ channel }) => channel === 'hotline')
    assert.deepEqual(
      stepsOf(hotline, 'dial').map(({ telephone }) => telephone.number),
      ['0120-959-476', '157', '0077-7-111'],
    )
    const other = ways('au', { speaks: 'ja', from: 'other' }).find(({ channel }) => channel === 'hotline')
    assert.deepEqual(
      stepsOf(other, 'dial').map(({ telephone }) => telephone.number),
      ['0077-7-111'],
    )
  })
  test('a number for abroad is the one to call from abroad', () => {
    const hotline = ways('softbank', { from: 'abroad' }).find(({ channel }) => channel === 'hotline')
    assert.deepEqual(
      stepsOf(hotline, 'dial').map(({ link }) => link),
      ['tel:+81926870025'],
    )
  })
  test('hours are those of the zone', () => {
    const hours = { opens: '09:00', closes: '20:00', zone: 'Asia/Tokyo' } as const
    assert.equal(isOpen(hours, '2026-11-26T00:00:00Z'), true)
    assert.equal(isOpen(hours, '2026-11-25T23:59:00Z'), false)
    assert.equal(isOpen(hours, '2026-11-26T10:59:00Z'), true)
    assert.equal(isOpen(hours, '2026-11-26T11:00:00Z'), false)
    assert.equal(isOpen({ opens: '00:00', closes: '24:00', zone: 'Asia/Hong_Kong' }, '2026-11-26T15:59:59Z'), true)
  })
  test('phrases are said only to those who do not speak Japanese', () => {
    const said = (speaks: Situation['speaks']): number =>
      stepsOf(
        ways('docomo', { speaks }).find(({ channel }) => channel === 'hotline'),
        'say',
      ).length
    assert.ok(said('en') > 0)
    assert.equal(said('ja'), 0)
  })
  test('nor to somebody who answers in no Japanese', () => {
    const hotline = ways('threehk', { speaks: 'en' }).find(({ channel }) => channel === 'hotline')
    assert.equal(stepsOf(hotline, 'otherLanguages').length, 1)
    assert.equal(stepsOf(hotline, 'say').length, 0)
  })
})

test('a message has a link that a phone understands', () => {
  const [sms] = ways('chinamobile', { online: false })
  assert.equal(stepsOf(sms, 'sendSms')[0]?.link, 'sms:10086?body=CXLL')
  const [ussd] = ways('csl')
  assert.equal(stepsOf(ussd, 'dialCode')[0]?.link, 'tel:*101%23')
})

test('what is one thing to do is one task, with its remarks', () => {
  const hotline = ways('docomo', { speaks: 'en' }).find(({ channel }) => channel === 'hotline')!
  assert.deepEqual(
    tasksOf(hotline.steps).map(({ steps, remarks }) => [...steps, ...remarks].map(({ kind }) => kind)),
    [
      ['dial', 'dial', 'hours', 'voiceTells'],
      ['say', 'say', 'say'],
      ['listen', 'listen'],
    ],
  )
  const chinese = ways('threehk', { speaks: 'en' }).find(({ channel }) => channel === 'hotline')!
  assert.equal(tasksOf(chinese.steps)[0]?.steps[0].kind, 'otherLanguages')
})

test('without data there are calls and messages, and nothing else', () => {
  for (const carrier of CARRIERS)
    for (const way of waysWithoutData(carrier, UNASKED, NOON)) assert.ok(!needsOf(way).includes('online'), carrier.id)
  const found = (id: string): string[] =>
    waysWithoutData(
      CARRIERS.find((each) => each.id === id)!,
      { ...UNASKED, canCall: false },
      NOON,
    ).map(({ channel }) => channel)
  assert.deepEqual(found('docomo'), ['hotline'])
  assert.deepEqual(found('threehk'), ['sms', 'hotline'])
  assert.deepEqual(found('airalo'), [])
  const silent = CARRIERS.find(({ id }) => id === 'docomo')!
  const hotline = { ...silent.channels.hotline!, data: 'no' } as const
  assert.deepEqual(waysWithoutData({ channels: { ...silent.channels, hotline } }, UNASKED, NOON), [])
})

suite('searching while typing', () => {
  const found = (typed: string, language: Language = 'en') => {
    const titles = { pages: PAGE_SENTENCES[language].titles, phrases: GUIDE_SENTENCES[language].phrases }
    const { carriers, myths, pages, phrases } = search(typed, titles)
    return {
      carriers: carriers.map(({ carrier }) => carrier.id),
      by: carriers.map(({ by }) => by),
      myths: myths.map(({ id }) => id),
      pages: pages.map(({ id }) => id),
      phrases,
    }
  }
  test('finds carriers by the beginning of a name, in any script and width', () => {
    for (const typed of ['doc', 'ドコ', 'どこも', 'ﾄﾞｺ', 'ＤＯＣＯＭＯ'])
      assert.equal(found(typed).carriers[0], 'docomo', typed)
    assert.equal(found('软').carriers[0], 'softbank')
    assert.ok(found('mobile').carriers.includes('uqmobile'))
    assert.deepEqual(found('soft').carriers.slice(0, 2), ['softbank', 'softbankprepaid'])
    assert.equal(found('sim').carriers[0], 'sim2fly')
  })
  test('by what the phone shows, and says by what', () => {
    const { carriers, by } = found('440-10')
    assert.deepEqual(carriers.slice(0, 2), ['docomo', 'ahamo'])
    assert.ok(by.every((word) => word === '440-10'))
    assert.deepEqual(found('povo.j').carriers, ['povo'])
    assert.deepEqual(found('10086').carriers, ['chinamobile'])
  })
  test('by a number, its own or one that is repeated wrongly', () => {
    assert.deepEqual(found('151').myths, ['softbank151'])
    assert.deepEqual(found('151').carriers, ['docomo', 'ymobile'])
    assert.deepEqual(found('online t').myths, ['softbankonlinetools'])
    for (const typed of ['docomo', 'au', 'soft', 'tools']) assert.deepEqual(found(typed).myths, [], typed)
    assert.deepEqual(found('CXLL').carriers, ['chinamobile'])
  })
  test('pages and phrases by the words that they have in the language, and by their Japanese', () => {
    assert.deepEqual(found('maps').pages, ['maps'])
    assert.deepEqual(found('影片', 'zh-Hant').pages, ['video'])
    assert.deepEqual(found('credit card').phrases, ['payByCard'])
    assert.deepEqual(found('パスポート').phrases, ['passport'])
    assert.deepEqual(found('pasupōto').phrases, ['passport'])
    assert.deepEqual(found('pasupoto').phrases, ['passport'])
  })
  test('finds nothing by nothing', () => {
    for (const typed of ['', '  ', 'zzzz']) assert.equal(Object.values(found(typed)).flat().length, 0, typed)
  })
})

suite('looking up', () => {
  const ids = (words: string): string[] => find(words).carriers.map(({ id }) => id)
  test('by id, by name in any language, by what the phone shows, by who wrote', () => {
    assert.deepEqual(ids('docomo'), ['docomo'])
    assert.deepEqual(ids('ﾄﾞｺﾓ'), ['docomo'])
    assert.deepEqual(ids('どこも'), ['docomo'])
    assert.deepEqual(ids('软银'), ['softbank'])
    assert.deepEqual(ids('povo.jp'), ['povo'])
    assert.deepEqual(ids('plus.acs.jp'), ['linemo', 'ymobile'])
    assert.deepEqual(ids('44011'), ['rakuten'])
    assert.deepEqual(ids('10086'), ['chinamobile'])
    assert.deepEqual(ids(''), [])
    assert.deepEqual(ids('constructor'), [])
  })
  test('what is repeated and wrong is corrected', () => {
    for (const { id, words } of MYTHS)
      for (const word of words)
        assert.ok(
          find(word).myths.some((myth) => myth.id === id),
          word,
        )
    assert.match(CORRECTIONS.en.docomo104.right, /151/u)
  })
  test('pages about making data last are found and their ranges are ranges', () => {
    for (const { id, costs } of PAGES) {
      assert.deepEqual(
        find(id).pages.map((page) => page.id),
        [id],
      )
      for (const { lowBytes, highBytes } of costs) assert.ok(lowBytes > 0 && lowBytes <= highBytes)
    }
  })
})

/** What the command prints for a few words, without a process of its own. */
async function printed(words: string, language: Language): Promise<string> {
  let text = ''
  const stdout = Object.assign(new Writable(), { write: (chunk: string) => ((text += chunk), true) })
  const streams = { stdin: process.stdin, stdout, stderr: process.stderr } as unknown as Session['streams']
  const session: Session = {
    flags: {},
    language,
    screen: { columns: 80, colour: false },
    now: NOON,
    passphrase: null,
    streams,
    refuse: () => 2,
  }
  assert.equal(await guideCommand([words], session), 0)
  return text
}

suite('nokori guide', () => {
  let bundle = ''
  before(async () => {
    bundle = await buildBundle()
  })
  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [bundle, ...args], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })

  for (const language of LANGUAGES)
    test(`fits 60 columns and leaves no step unsaid, in ${language}`, async () => {
      for (const { id, names } of CARRIERS) {
        const text = await printed(id, language)
        assert.ok(text.includes(names[language]))
        assert.doesNotMatch(text, /undefined|null|\[object|NaN/u)
        for (const line of text.split('\n')) assert.ok(widthOf(line) <= 60, `${id}: ${line}`)
      }
      assert.ok((await printed('video', language)).startsWith(PAGE_SENTENCES[language].titles.video))
    })

  test('answers a myth with what to do instead, and why', () => {
    const { status, stdout } = run('guide', '104')
    assert.equal(status, 0)
    assert.match(stdout, /151/u)
    assert.match(stdout, /nokori guide docomo/u)
    assert.match(stdout, /https:/u)
  })

  test('is data for other programs', () => {
    const { stdout } = run('guide', 'docomo', '--json', '--channel', 'hotline')
    const [entry] = JSON.parse(stdout) as { id: string; ways: { way: { steps: { kind: string }[] } }[] }[]
    assert.equal(entry?.id, 'docomo')
    assert.equal(entry.ways.length, 1)
    assert.equal(entry.ways[0]?.way.steps[0]?.kind, 'dial')
  })

  test('says what is wrong with its flags, and finds nothing where nothing is', () => {
    assert.equal(run('guide', 'docomo', '--channel', 'pigeon').status, 2)
    assert.match(run('guide', 'docomo', '--batch').stderr, /--batch has no meaning for “guide”/u)
    const { status, stdout } = run('guide', 'nosuch\u001B[31m')
    assert.equal(status, 1)
    assert.doesNotMatch(stdout, /\u001B/u)
    assert.equal(run('guide').status, 0)
  })

  test('lists carriers by network, kind and channel', () => {
    const listed = (...args: string[]): string[] =>
      (JSON.parse(run('carriers', '--json', ...args).stdout) as { id: string }[]).map(({ id }) => id)
    assert.equal(listed().length, CARRIERS.length)
    assert.ok(listed('--host', 'softbank').includes('linemo'))
    assert.ok(listed('--kind', 'travelEsim').every((id) => ['airalo', 'holafly', 'nomad', 'ubigi'].includes(id)))
    assert.deepEqual(listed('--channel', 'sms'), ['chinamobile', 'csl', 'sim2fly', 'threehk'])
    assert.equal(run('carriers', '--host', 'nowhere').status, 2)
  })
})
