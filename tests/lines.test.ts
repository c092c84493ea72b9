/** Lines and what is kept of them, through the real command and a real ledger. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Line } from '../src/core/line.ts'
import { LANGUAGES } from '../src/text/language.ts'
import { nokori as run, type Run } from './nokori.ts'

const folder = mkdtempSync(join(tmpdir(), 'nokori-lines-'))
after(() => rmSync(folder, { recursive: true }))

/** A ledger of its own for each test. */
function home(
  name: string,
): (args: readonly string[], input?: string, now?: string, environment?: Record<string, string>) => Promise<Run> {
  const path = join(folder, name)
  return (args, input = '', now = '2026-11-26T09:00:00+09:00', environment = {}) =>
    run([...args, '--now', now], input, { NOKORI_HOME: path, ...environment })
}

const parsed = <T>(text: string): T => JSON.parse(text) as T
const lineIn = (stdout: string): Line => parsed<Line[]>(stdout)[0]!

interface Status {
  readonly line: { readonly name: string }
  readonly usable: { readonly kind: string; readonly lowBytes?: number }
  readonly basis: string | null
  readonly outdated: string | null
  readonly end: { readonly lastDay: string; readonly with: string } | null
  readonly outlook: { readonly runOutProbability: number | null; readonly runOutDate: string | null } | null
  readonly nextStep: { readonly leftBytes: number; readonly yen: number } | null
}
const GB = 1e9

test('looking at nothing makes nothing, and says how to begin', async () => {
  const nokori = home('nothing')
  const { code, stdout } = await nokori([])
  assert.equal(code, 0)
  assert.match(stdout, /nokori add/u)
  assert.ok(!readdirSync(folder).includes('nothing'))
  assert.equal((await nokori(['list'])).code, 1)
  assert.equal((await nokori(['export'])).code, 1)
})

test('a line takes its cycle from its carrier and its plan from what the carrier sells', async () => {
  const nokori = home('add')
  const line = lineIn((await nokori(['add', 'main', '--carrier', 'docomo', '--plan', '10gb', '--json'])).stdout)
  assert.equal(line.name, 'main')
  assert.deepEqual(line.cycle, { kind: 'calendarMonth', zone: 'Asia/Tokyo' })
  assert.equal(line.plan?.yen, 3850)
  assert.equal(line.plan?.allowance.kind === 'known' && line.plan.allowance.lowBytes, 10 * GB)
  const steps = lineIn((await nokori(['add', 'R', '--carrier', 'rakuten', '--plan', '最強', '--json'])).stdout).plan!
  assert.equal(steps.allowance.kind, 'unlimited')
  assert.deepEqual(steps.steps, [
    { upToBytes: 3 * GB, yen: 1078 },
    { upToBytes: 20 * GB, yen: 2178 },
    { upToBytes: null, yen: 3278 },
  ])
  const counted = lineIn((await nokori(['add', 'Y', '--carrier', 'ymobile', '--plan', 'シンプル2 M', '--json'])).stdout)
  assert.equal(counted.plan?.allowance.kind === 'known' && counted.plan.allowance.lowBytes, 20 * 2 ** 30)
  const list = (await nokori(['list'])).stdout
  assert.match(list, /Y +Y!mobile +シンプル2 M 20 GB ¥4,015/u)
  assert.match(list, /^Name +Carrier +Plan/u)
  assert.match(list, /main +docomo +ドコモ mini 10GB ¥3,850 +calendar month/u)
})

test('cycles, trips, thresholds and quiet hours as flags', async () => {
  const nokori = home('flags')
  const cycles: [flags: string[], cycle: Line['cycle']][] = [
    [['--cycle', 'month'], { kind: 'calendarMonth', zone: 'Asia/Tokyo' }],
    [['--cycle', '20', '--zone', 'Europe/Paris'], { kind: 'closingDay', day: 20, zone: 'Europe/Paris' }],
    [
      ['--cycle', '72h', '--start', '2026-11-25T10:00+09:00'],
      { kind: 'hours', hours: 72, start: '2026-11-25T01:00:00.000Z', repeats: false },
    ],
    [
      ['--cycle', '72h', '--start', '2026-11-25'],
      { kind: 'hours', hours: 72, start: '2026-11-24T15:00:00.000Z', repeats: false },
    ],
    [['--cycle', '30d'], { kind: 'days', days: 30, start: '2026-11-26', repeats: false, zone: 'Asia/Tokyo' }],
    [
      ['--cycle', 'every-30d', '--start', '2026-11-01'],
      { kind: 'days', days: 30, start: '2026-11-01', repeats: true, zone: 'Asia/Tokyo' },
    ],
    [['--cycle', 'daily', '--zone', 'Asia/Shanghai'], { kind: 'daily', zone: 'Asia/Shanghai' }],
    [['--cycle', 'none'], { kind: 'none' }],
  ]
  for (const [index, [flags, cycle]] of cycles.entries())
    assert.deepEqual(lineIn((await nokori(['add', `line ${index}`, ...flags, '--json'])).stdout).cycle, cycle)
  const told = ['--alert-at', '1GB,20%', '--quiet', '22:00-07:00', '--trip-end', '2026-12-05', '--lang', 'ja']
  const { alerts, tripEnd, language } = lineIn((await nokori(['add', 'told', ...told, '--json'])).stdout)
  assert.deepEqual(alerts, {
    thresholds: [{ leftBytes: GB }, { leftShare: 0.2 }],
    quiet: { from: '22:00', to: '07:00' },
  })
  assert.deepEqual([tripEnd, language], ['2026-12-05', 'ja'])
})

test('a portal of its own, the sites that may receive its secrets, and the end of its number', async () => {
  const nokori = home('portal')
  const sites = ['--login-site', 'https://id.example.jp/login?x=1', '--login-site', 'http://127.0.0.1:8080/']
  const own = await nokori(['add', 'mine', '--portal', 'https://my.example.jp/data', ...sites, '--json'])
  assert.deepEqual(lineIn(own.stdout).portal, {
    address: 'https://my.example.jp/data',
    loginSites: ['https://id.example.jp', 'http://127.0.0.1:8080'],
  })
  const numbered = await nokori(['edit', 'mine', '--line-number', '090-0000-1234', '--json'])
  assert.equal(lineIn(numbered.stdout).numberSuffix, '1234')
  assert.deepEqual(lineIn(numbered.stdout).portal?.address, 'https://my.example.jp/data')
  const cleared = lineIn((await nokori(['edit', 'mine', '--portal', 'none', '--line-number', 'none', '--json'])).stdout)
  assert.deepEqual([cleared.portal, cleared.numberSuffix], [null, null])
})

test('what makes no sense is told, and changes nothing', async () => {
  const nokori = home('mistakes')
  const wrong: [flags: string[], said: RegExp][] = [
    [['--allowance', 'lots'], /not an amount/u],
    [['--cycle', '32'], /not a cycle/u],
    [['--cycle', '72h', '--start', '2026-11-25T10:00'], /not a start/u],
    [['--zone', 'Tokyo/Asia', '--cycle', 'month'], /not a time zone/u],
    [['--trip-end', '2026-02-30'], /not a date/u],
    [['--price', 'cheap'], /not a price/u],
    [['--alert-at', '1GB,often'], /not a list/u],
    [['--quiet', '25:00-07:00'], /not a span/u],
    [['--portal', 'http://my.example.jp/'], /no address that may receive a password/u],
    [['--portal', 'https://me:secret@my.example.jp/'], /“https:\/\/…@my/u],
    [['--portal', 'https://my.example.jp/', '--login-site', 'ftp://x'], /“ftp:/u],
    [['--login-site', 'https://id.example.jp/'], /add --portal/u],
    [['--line-number', 'mine'], /not the end of a phone number/u],
    [['--carrier', 'nobody'], /does not know the carrier/u],
    [['--carrier', 'docomo', '--plan', 'no such plan'], /has no plan “no such plan”/u],
  ]
  for (const [flags, said] of wrong) {
    const { code, stderr } = await nokori(['add', 'x', ...flags])
    assert.equal(code, 2, flags.join(' '))
    assert.match(stderr, said)
  }
  assert.match((await nokori(['add'])).stderr, /needs a name/u)
  assert.match((await nokori(['add', 'a\u0007b'])).stderr, /one line/u)
  assert.equal((await nokori(['list'])).code, 1)
})

test('a line is edited field by field, named by any beginning of its name, and never twice', async () => {
  const nokori = home('edit')
  await nokori(['add', 'docomo main', '--carrier', 'docomo', '--plan', '10GB', '--alert-at', '1GB'])
  await nokori(['add', 'docomo spare', '--carrier', 'docomo'])
  assert.match((await nokori(['edit', 'docomo', '--price', '1'])).stderr, /docomo main, docomo spare/u)
  assert.match((await nokori(['edit', 'nobody', '--price', '1'])).stderr, /There are: docomo main, docomo spare/u)
  assert.equal((await nokori(['edit', 'docomo m', '--name', 'Docomo Spare'])).code, 2)
  assert.equal((await nokori(['edit', 'docomo m'])).code, 2)
  const edited = lineIn(
    (await nokori(['edit', 'DOCOMO M', '--price', '3,000', '--quiet', '2300-0600', '--json'])).stdout,
  )
  assert.equal(edited.plan?.name, 'ドコモ mini 10GB')
  assert.equal(edited.plan?.yen, 3000)
  assert.deepEqual(edited.alerts, { thresholds: [{ leftBytes: GB }], quiet: { from: '23:00', to: '06:00' } })
  const later = '2026-11-26T09:01:00+09:00'
  assert.equal(
    lineIn((await nokori(['edit', 'docomo m', '--trip-end', 'none', '--name', 'D', '--json'], '', later)).stdout).name,
    'D',
  )
})

test('a reading is kept once, shown in the log with its place, withdrawn and taken back', async () => {
  const nokori = home('keep')
  await nokori(['add', 'main', '--carrier', 'docomo', '--plan', '10GB'])
  const text = '山田太郎様 090-0000-1234\n残りデータ量：3.25GB\n'
  const kept = await nokori(['read', '--line', 'main', '--channel', 'sms'], text)
  assert.equal(kept.code, 0)
  assert.match(kept.stdout, /3\.25 GB left[^]*Kept for “main”/u)
  assert.match((await nokori(['read', '--line', 'main', '--channel', 'sms'], text)).stdout, /has this reading already/u)
  await nokori(['read', '--line', 'main'], '残りデータ量 9.9GB', '2026-11-26T10:00:00+09:00')
  const log = await nokori(['log'], '', '2026-11-26T12:00:00+09:00')
  assert.match(log.stdout, /^[0-9a-f]{8} {2}26 November 2026, 10:00 {2}2 hours ago {2}pasted\n {2}9\.9 GB left/u)
  assert.match(log.stdout, /SMS\n {2}3\.25 GB left\n {2}“残りデータ量” {2}3\.25GB {2}line.2/u)
  const [wrong] = parsed<{ id: string }[]>((await nokori(['log', 'main', '--json'])).stdout)
  const shownUsable = async (): Promise<number | undefined> =>
    parsed<Status[]>((await nokori(['status', '--json'], '', '2026-11-26T12:00:00+09:00')).stdout)[0]!.usable.lowBytes
  assert.equal(await shownUsable(), 9.9 * GB)
  assert.equal((await nokori(['withdraw', wrong!.id.slice(0, 8)], '', '2026-11-26T11:00:00+09:00')).code, 0)
  assert.equal(await shownUsable(), 3.25 * GB)
  assert.match((await nokori(['log'])).stdout, /withdrawn/u)
  await nokori(['withdraw', wrong!.id.slice(0, 8), '--undo'], '', '2026-11-26T11:30:00+09:00')
  assert.equal(await shownUsable(), 9.9 * GB)
  assert.equal((await nokori(['withdraw', 'zzz'])).code, 2)
})

test('between a router that is asked often, the word of the carrier is found', async () => {
  const nokori = home('router')
  await nokori(['add', 'wifi', '--carrier', 'docomo', '--allowance', '20GB'])
  await nokori(['read', '--line', 'wifi'], '残りデータ量 5GB', '2026-11-25T09:00:00+09:00')
  for (let minute = 10; minute < 22; minute += 1)
    await nokori(
      ['read', '--line', 'wifi', '--channel', 'router'],
      `今月のデータ利用量 ${minute / 10}GB`,
      `2026-11-25T12:${minute}:00+09:00`,
    )
  const [status] = parsed<Status[]>((await nokori(['status', '--json'])).stdout)
  assert.deepEqual([status!.usable.lowBytes, status!.basis], [5 * GB, 'stated'])
})

test('nothing personal is on the disk', async () => {
  const nokori = home('masked')
  await nokori(['add', 'main', '--carrier', 'docomo'])
  await nokori(['read', '--line', 'main'], '山田太郎様 090-0000-1234 taro@nokori.invalid\n残りデータ量 3.25GB')
  const files = readdirSync(join(folder, 'masked')).map((name) => readFileSync(join(folder, 'masked', name), 'latin1'))
  const exported = (await nokori(['export'])).stdout
  assert.match(exported, /残りデータ量 3\.25GB/u)
  for (const text of [...files, exported])
    for (const secret of ['山田', Buffer.from('山田').toString('latin1'), '090-0000', 'taro@'])
      assert.ok(!text.includes(secret), secret)
})

test('evidence about several lines is kept for the one that is meant', async () => {
  const nokori = home('several')
  await nokori(['add', 'mine', '--carrier', 'softbank'])
  const text = '［090-0000-4567］\n使用済み 2.10GB\n残り 0.90GB\n［080-0000-8901］\n使用済み 17.55GB\n残り 32.45GB\n'
  const refused = await nokori(['read', '--line', 'mine'], text)
  assert.equal(refused.code, 2)
  assert.match(refused.stderr, /several lines \(.*4567, .*8901\)/u)
  assert.equal((await nokori(['log', 'mine'])).code, 1)
  assert.match((await nokori(['read', '--line', 'mine', '--which', '8901'], text)).stdout, /32\.45 GB left/u)
  const unreadable = await nokori(['read', '--line', 'mine'], 'こんにちは')
  assert.equal(unreadable.code, 1)
  assert.match(unreadable.stderr, /No data balance/u)
})

test('status says what is left, until when, and whether it lasts; every figure keeps its kind', async () => {
  const nokori = home('status')
  await nokori(['add', 'a docomo', '--carrier', 'docomo', '--plan', '10GB'])
  await nokori(['add', 'b rakuten', '--carrier', 'rakuten', '--plan', '最強'])
  await nokori(['add', 'c new', '--carrier', 'povo'])
  await nokori(['add', 'd old', '--carrier', 'ahamo', '--allowance', '30GB'])
  await nokori(['read', '--line', 'a'], '残りデータ量 0.4GB', '2026-11-20T09:00:00+09:00')
  await nokori(['read', '--line', 'b'], 'ご利用データ量 2.1GB', '2026-11-26T08:00:00+09:00')
  await nokori(['read', '--line', 'd'], '残りデータ量 4GB', '2026-10-20T08:00:00+09:00')
  const { stdout } = await nokori([])
  assert.match(
    stdout,
    /a docomo · docomo\n {2}0\.4 GB left +█*░* 4 % \/ 10 GB\n {2}new data after 30 November 2026 · 6 days ago, pasted\n/u,
  )
  assert.match(stdout, /b rakuten · Rakuten Mobile\n {2}2\.1 GB used\n[^]*900 MB more, and the price becomes ¥2,178/u)
  assert.match(stdout, /c new · povo\n {2}Nothing was read yet/u)
  assert.match(stdout, /d old · ahamo\n {2}4 GB left\n[^]*last cycle; new data has begun since/u)
  const [a, b, c, d] = parsed<Status[]>((await nokori(['status', '--json'])).stdout)
  assert.deepEqual(a!.end, { lastDay: '2026-11-30', with: 'reset' })
  assert.ok(a!.outlook!.runOutProbability! > 0.8 && a!.outlook!.runOutDate! < '2026-11-26')
  assert.deepEqual(b!.nextStep, { leftBytes: 0.9 * GB, yen: 2178 })
  assert.deepEqual([b!.usable.kind, c!.usable.kind, c!.outlook], ['unlimited', 'unknown', null])
  assert.deepEqual([d!.outdated, d!.usable.lowBytes], ['reset', 4 * GB])
  const spoken = await Promise.all(LANGUAGES.map((language) => nokori(['status', 'a', '--lang', language])))
  assert.equal(new Set(spoken.map(({ stdout: said }) => said)).size, LANGUAGES.length)
  assert.match(spoken[1]!.stdout, /使い切ったとみられます/u)
})

test('what is due is exit 5 until somebody was told, and then never again', async () => {
  const nokori = home('told')
  const path = { PATH: join(folder, 'no programs here') }
  await nokori(['add', 'main', '--carrier', 'docomo', '--plan', '10GB', '--alert-at', '50%'])
  await nokori(['read', '--line', 'main'], '残りデータ量 4GB')
  assert.equal((await nokori(['status'])).code, 5)
  assert.equal((await nokori(['status', '--json'])).code, 5)
  const told = await nokori(['status', '--notify', '--lang', 'zh-Hans'], '', undefined, path)
  assert.equal(told.code, 5)
  assert.match(told.stdout, /^main\n剩余 4 GB，已低于您设定的 50 %。\n/u)
  await nokori(['add', '母', '--carrier', 'docomo', '--plan', '10GB', '--alert-at', '50%', '--lang', 'ja'])
  await nokori(['read', '--line', '母'], '残りデータ量 4GB')
  assert.match((await nokori(['status', '--notify'], '', undefined, path)).stdout, /^母\n残り 4 GB/u)
  assert.deepEqual(await nokori(['status', '--notify'], '', undefined, path), { code: 0, stdout: '', stderr: '' })
  assert.equal((await nokori(['status'])).code, 0)
  assert.match((await nokori(['export'])).stdout, /"kind":"alert"/u)
})

test('a calendar of what ends when; exported again, the same events', async () => {
  const nokori = home('remind')
  await nokori(['add', 'esim', '--carrier', 'povo', '--trip-end', '2026-12-05'])
  assert.match((await nokori(['remind'])).stdout, /SUMMARY:esim: last day of the trip\r\n/u)
  await nokori(['read', '--line', 'esim'], 'データ残量 0.5GB 有効期限 2026年12月20日')
  const file = join(folder, 'nokori.ics')
  const later = '2026-11-26T12:00:00+09:00'
  assert.match((await nokori(['remind', file, '--lang', 'ja'], '', later)).stdout, /予定を4件/u)
  const [first, again] = [readFileSync(file, 'utf8'), (await nokori(['remind', '--lang', 'ja'], '', later)).stdout]
  assert.equal(again, first)
  const ids = first.match(/^UID:.*$/gmu)
  assert.equal(new Set(ids).size, 4)
  const unfolded = first.replaceAll('\r\n ', '')
  assert.match(unfolded, /SUMMARY:esim：500 MB は今日まで/u)
  assert.match(unfolded, /SUMMARY:esim：データ追加は今日までに（3 GB）/u)
  assert.match((await nokori(['remind', join(folder, 'no', 'such', 'folder.ics')])).stderr, /cannot be written/u)
})

test('advice by name: what to do, why, and what it costs', async () => {
  const nokori = home('advice')
  await nokori(['add', 'main', '--carrier', 'docomo', '--plan', '10GB'])
  await nokori(['read', '--line', 'main'], 'ご利用データ量 9.4GB\n残りデータ量 0.6GB')
  const { stdout } = await nokori(['status', 'main'])
  assert.match(stdout, /→ Buy 2 × 1 GB \(1GB追加オプション\) by 28 November 2026 for ¥2,200\./u)
  assert.match(stdout, /It can be used until 31 December 2026\.\n +Price as of 23 November 2026\./u)
  assert.match(stdout, /lower video quality \(up to 4 GB an hour\)/u)
  assert.equal((await nokori([])).stdout.match(/→/gu)?.length, 1)
})

test('a trip and data that ends count as the end', async () => {
  const nokori = home('trip')
  await nokori(['add', 'esim', '--carrier', 'povo', '--trip-end', '2026-12-05'])
  await nokori(['read', '--line', 'esim'], 'データ残量 2.5GB 有効期限 2026年12月20日')
  const [status] = parsed<Status[]>((await nokori(['status', '--json'])).stdout)
  assert.deepEqual(status!.end, { lastDay: '2026-12-05', with: 'trip' })
  await nokori(['edit', 'esim', '--trip-end', 'none'])
  const [later] = parsed<Status[]>((await nokori(['status', '--json'])).stdout)
  assert.deepEqual(later!.end, { lastDay: '2026-12-20', with: 'expiry' })
  const drawn = (await nokori(['forecast', 'esim'])).stdout
  assert.match(drawn, /What is left {2}● middle {2}░ 8 in 10 futures/u)
  assert.match(drawn, /26 Nov +20 Dec/u)
})

test('an export is imported once: lossless, in any order, and nothing broken gets in', async () => {
  const [one, two] = [home('one'), home('two')]
  await one(['add', '=cmd()', '--carrier', 'docomo', '--allowance', '20GB', '--cycle', 'month'])
  await one(['read', '--line', '=cmd()'], '残りデータ量 3.25GB')
  const exported = (await one(['export'])).stdout
  const lines = exported.trimEnd().split('\n')
  const broken = [
    'not json',
    '{}',
    lines.find((line) => line.includes('"kind":"edit"'))!.replace(/"at":"2026/u, '"at":"2027'),
    lines.find((line) => line.includes('"kind":"reading"'))!.replace(/"moment":"2026/u, '"moment":"2025'),
  ]
  const first = await two(['import'], [...lines.toReversed(), ...broken, ''].join('\n'))
  assert.equal(first.code, 0)
  assert.match(first.stdout, new RegExp(`^${lines.length} read, ${lines.length} `, 'u'))
  assert.equal((await two(['export'])).stdout.split('\n').length, exported.split('\n').length)
  assert.match((await two(['import'], exported)).stdout, / 0 of them new/u)
  assert.match((await two(['import', 'nowhere.jsonl'])).stderr, /cannot be opened/u)
  const table = (await two(['export', '--csv'])).stdout
  assert.match(table, /^line,moment,channel,remainingBytes/u)
  assert.match(table, /\n"?'=cmd\(\)"?,2026-11-26T00:00:00\.000Z,paste,3250000000,,/u)
  const file = join(folder, 'out.jsonl')
  assert.equal((await two(['export', file])).code, 0)
  assert.equal((await two(['export', file])).code, 2)
  assert.equal(readFileSync(file, 'utf8'), (await two(['export'])).stdout)
})

test('a removed line is gone, also when it is imported again', async () => {
  const nokori = home('removed')
  await nokori(['add', 'gone', '--carrier', 'docomo'])
  await nokori(['read', '--line', 'gone'], '残りデータ量 3.25GB')
  const exported = (await nokori(['export'])).stdout
  assert.equal((await nokori(['remove', 'gone'])).code, 2)
  assert.equal((await nokori(['remove', 'gone', '--yes'])).code, 0)
  assert.match((await nokori(['import'], exported)).stdout, / 0 of them new/u)
  assert.equal((await nokori(['list'])).code, 1)
  assert.ok(!(await nokori(['export'])).stdout.includes('3.25'))
})

test('the doctor says what is wrong, and what could take its place', async () => {
  const nokori = home('ill')
  assert.equal((await nokori(['doctor'])).code, 1)
  await nokori(['add', 'main', '--carrier', 'docomo'])
  const well = await nokori(['doctor'])
  assert.equal(well.code, 0)
  assert.match(
    well.stdout,
    /The ledger is sound\.[^]*Lines: 1\. Readings: 0\.[^]*backups.ledger-20261126T000000Z\.sqlite/u,
  )
  const path = join(folder, 'ill', 'ledger.sqlite')
  writeFileSync(path, 'no ledger any more')
  for (const command of [['doctor'], ['list'], []]) {
    const { code, stderr } = await nokori(command)
    assert.equal(code, 3)
    assert.match(stderr, /The ledger is damaged\./u)
  }
  assert.match((await nokori(['doctor'])).stderr, /ledger-20261126T000000Z\.sqlite/u)
  assert.equal(readFileSync(path, 'utf8'), 'no ledger any more')
})
