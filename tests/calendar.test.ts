/** Calendar files, read back by a parser that is not the writer's. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { printable } from '../src/core/printable.ts'
import { calendarOf, type CalendarEvent } from '../src/notify/calendar.ts'

const OPTIONS = { name: 'Nokori 残り', stampedAt: '2026-11-26T01:02:03.000Z' }
const EVENT = {
  id: 'line-7/plan',
  title: 'docomo: 3.25 GB end today',
  description: '',
  updatedAt: '2026-11-25T10:20:30.400Z',
}
const DAY: CalendarEvent = { ...EVENT, date: '2026-11-30' }
const JAPANESE: CalendarEvent = {
  ...DAY,
  title: '「ドコモ」の残り 3,25 GB; 今日まで, 忘れずに; \\n は改行ではない\n二行目 👨‍👩‍👧‍👦 𠮷野家',
  description: `一行目, 二; 三: 四\\\n\n${'とても長い説明。'.repeat(60)}\nBEGIN:VEVENT`,
}

interface Entry {
  readonly uid: string
  readonly title: string
  readonly description: string
  readonly date: string | null
  readonly start: string | null
  readonly endDate: string
  readonly sequence: number
  readonly updatedAt: string
  readonly stampedAt: string
  readonly alarms: readonly { readonly action: unknown; readonly text: unknown; readonly secondsFromStart: number }[]
}

/** The parser leaves what begins with X- as it stands, unless it is told that it is text, as RFC 5545 (3.8.8.2) has it. */
const parse = (text: string): ICAL.Component =>
  new ICAL.Component(ICAL.parse(text.replace('X-WR-CALNAME:', 'X-WR-CALNAME;VALUE=TEXT:')))
const instantOf = (value: unknown): string => {
  assert.ok(value instanceof ICAL.Time && value.zone === ICAL.Timezone.utcTimezone)
  return value.toJSDate().toISOString()
}

function entriesIn(text: string): Entry[] {
  return parse(text)
    .getAllSubcomponents('vevent')
    .map((component) => {
      const event = new ICAL.Event(component)
      const { isDate } = event.startDate
      return {
        uid: event.uid,
        title: event.summary,
        description: event.description,
        date: isDate ? event.startDate.toString() : null,
        start: isDate ? null : instantOf(event.startDate),
        endDate: event.endDate.toString(),
        sequence: Number(component.getFirstPropertyValue('sequence')),
        updatedAt: instantOf(component.getFirstPropertyValue('last-modified')),
        stampedAt: instantOf(component.getFirstPropertyValue('dtstamp')),
        alarms: component.getAllSubcomponents('valarm').map(alarmIn),
      }
    })
}

function alarmIn(component: ICAL.Component): Entry['alarms'][number] {
  const trigger = component.getFirstProperty('trigger')
  const duration = trigger?.getFirstValue()
  assert.ok(duration instanceof ICAL.Duration)
  assert.equal(trigger?.getFirstParameter('related') ?? 'START', 'START')
  return {
    action: component.getFirstPropertyValue('action'),
    text: component.getFirstPropertyValue('description'),
    secondsFromStart: duration.toSeconds(),
  }
}

const only = (events: Entry[]): Entry => {
  assert.equal(events.length, 1)
  return events[0]!
}
const exported = (...events: CalendarEvent[]): Entry[] => entriesIn(calendarOf(events, OPTIONS))

/** What a calendar holds after importing files one after the other: by UID, the larger SEQUENCE. */
function imported(...files: string[]): Entry[] {
  const held = new Map<string, Entry>()
  for (const entry of files.flatMap(entriesIn))
    if (entry.sequence >= (held.get(entry.uid)?.sequence ?? 0)) held.set(entry.uid, entry)
  return [...held.values()]
}

test('a day is a whole day, and takes no time of it', () => {
  const entry = only(exported(DAY))
  assert.equal(entry.date, '2026-11-30')
  assert.equal(entry.endDate, '2026-12-01')
  assert.equal(entry.title, EVENT.title)
  assert.equal(entry.stampedAt, '2026-11-26T01:02:03.000Z')
  assert.equal(entry.updatedAt, '2026-11-25T10:20:30.000Z')
  const [component] = parse(calendarOf([DAY], OPTIONS)).getAllSubcomponents('vevent')
  assert.equal(component?.getFirstPropertyValue('transp'), 'TRANSPARENT')
})

test('an instant is that instant everywhere', () => {
  assert.equal(only(exported({ ...EVENT, start: '2026-11-30T14:59:59Z' })).start, '2026-11-30T14:59:59.000Z')
  assert.equal(only(exported({ ...EVENT, start: '2026-11-30T15:00:00.000Z' })).start, '2026-11-30T15:00:00.000Z')
})

test('the zone of the machine changes nothing', () => {
  const program = `import { calendarOf } from ${JSON.stringify(join(import.meta.dirname, '../src/notify/calendar.ts'))}
    process.stdout.write(calendarOf(${JSON.stringify([DAY, { ...EVENT, start: '2026-11-30T15:00:00.000Z' }])}, ${JSON.stringify(OPTIONS)}))`
  const [tokyo, honolulu] = ['Asia/Tokyo', 'Pacific/Honolulu'].map((TZ) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  )
  assert.equal(only(entriesIn(tokyo!.stdout).slice(0, 1)).date, '2026-11-30')
  assert.equal(honolulu!.stdout, tokyo!.stdout)
})

test('Japanese titles with commas, semicolons, backslashes and line breaks come back as they were', () => {
  const entry = only(exported(JAPANESE))
  assert.equal(entry.title, JAPANESE.title)
  assert.equal(entry.description, JAPANESE.description)
})

test('any text comes back as it was, and adds no line of its own', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\\,;:"\n\t\r残 ^A]*$/u))
  fc.assert(
    fc.property(text, text, text, (title, description, name) => {
      const file = calendarOf([{ ...DAY, id: title, title, description }], { ...OPTIONS, name })
      const entry = only(entriesIn(file))
      assert.equal(entry.title, printable(title))
      assert.equal(entry.description, printable(description))
      assert.equal(parse(file).getFirstPropertyValue('x-wr-calname'), printable(name))
      assertLines(file)
    }),
  )
})

/** RFC 5545, 3.1: CRLF after every line, 75 octets at most, no character cut in two. */
function assertLines(file: string): void {
  assert.ok(file.endsWith('\r\n'))
  const lines = file.slice(0, -2).split('\r\n')
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.ok(line.isWellFormed() && !/[\r\n]/u.test(line), line)
  }
}

test('long lines are folded by octets', () =>
  assertLines(calendarOf([JAPANESE, { ...DAY, title: 'x'.repeat(500) }], OPTIONS)))

test('the same events and options are the same file', () => {
  assert.equal(calendarOf([DAY, JAPANESE], OPTIONS), calendarOf([DAY, JAPANESE], OPTIONS))
})

test('importing two exports of the same events keeps each once', () => {
  const other: CalendarEvent = { ...EVENT, id: 'line-8/plan', start: '2026-12-01T00:00:00Z' }
  const first = calendarOf([DAY, other], OPTIONS)
  const second = calendarOf([DAY, other], { ...OPTIONS, stampedAt: '2026-12-24T00:00:00Z' })
  assert.notEqual(first, second)
  assert.deepEqual(
    imported(first, second).map(({ date, start }) => date ?? start),
    ['2026-11-30', '2026-12-01T00:00:00.000Z'],
  )
})

test('a moved event keeps its UID and takes the place of the older one, in whichever order files are imported', () => {
  const older = calendarOf([DAY], OPTIONS)
  const newer = calendarOf([{ ...DAY, date: '2026-12-05', updatedAt: '2026-11-25T10:20:31.400Z' }], OPTIONS)
  for (const held of [imported(older, newer), imported(newer, older)]) assert.equal(only(held).date, '2026-12-05')
})

test('a clock that was never set gives the lowest SEQUENCE', () => {
  assert.equal(only(exported({ ...DAY, updatedAt: '1970-01-01T00:00:00Z' })).sequence, 0)
})

test('alarms: at nine in the morning before or on a day, at the same time before an instant, none unless asked', () => {
  const alarms = (event: CalendarEvent): unknown => only(exported(event)).alarms
  const alarm = (secondsFromStart: number): unknown => [{ action: 'DISPLAY', text: EVENT.title, secondsFromStart }]
  assert.deepEqual(alarms(DAY), [])
  assert.deepEqual(alarms({ ...DAY, alarmDaysBefore: 3 }), alarm((9 - 72) * 3600))
  assert.deepEqual(alarms({ ...DAY, alarmDaysBefore: 0 }), alarm(9 * 3600))
  const start = { ...EVENT, start: '2026-11-30T14:59:59Z' }
  assert.deepEqual(alarms({ ...start, alarmDaysBefore: 2 }), alarm(-48 * 3600))
  assert.deepEqual(alarms({ ...start, alarmDaysBefore: 0 }), alarm(0))
})

test('what is no day or no instant is refused rather than moved', () => {
  for (const date of ['2026-02-30', '2026-13-01', '', 'soon'])
    assert.throws(() => calendarOf([{ ...EVENT, date }], OPTIONS), RangeError, date)
  for (const start of ['2026-11-30T24:00:01Z', '2026-11-30T09:00:00+09:00', '2026-11-31T00:00:00Z'])
    assert.throws(() => calendarOf([{ ...EVENT, start }], OPTIONS), RangeError, start)
})

test('nothing to remember is an empty calendar', () => {
  const calendar = parse(calendarOf([], OPTIONS))
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0')
  assert.deepEqual(calendar.getAllSubcomponents(), [])
})
