/** A ledger of 10,000 readings of 50 lines in a browser: what the app's screens wait for, on this machine and four times slower. */
import { editsOf } from '../src/ledger/lines.ts'
import type { LedgerRecord } from '../src/ledger/records.ts'
import { serveTabs, startBrowser, type Tab } from '../tests/indexeddb/tabs.ts'
import { median, print, rounded, type Row } from './measure.ts'
import { readingAt } from './reading-at.ts'

const [LINES, READINGS] = [50, 200]
const NOW = Date.UTC(2026, 10, 26)
/** Half of the lines are looked at every day, half four times a day. */
const STEPS_MILLISECONDS = [24 * 3_600_000, 6 * 3_600_000]
const AT_ONCE = 1000
const ROUNDS = 5

const served = await serveTabs()
const browser = await startBrowser()
const tab = await browser.tab(served.origin)
const filling = await fill(tab)
const slowdown = await browser.context.newCDPSession(tab.page)
for (const rate of [1, 4]) {
  await slowdown.send('Emulation.setCPUThrottlingRate', { rate })
  print(
    `${LINES * READINGS} readings of ${LINES} lines in a browser, slowed down ${rate} x`,
    ['', 'ms'],
    await rows(tab),
  )
}
print('import', ['', 'ms'], [[`${LINES * READINGS} readings`, rounded(filling)]])
await browser.close()
await served.stop()

async function fill(filled: Tab): Promise<number> {
  const { index } = await filled.open('bench')
  const records: LedgerRecord[] = []
  for (let number = 0; number < LINES; number += 1) {
    const line = `line ${number}`
    const cycle = { kind: 'calendarMonth', zone: 'Asia/Tokyo' } as const
    records.push(...editsOf(line, { name: line, carrier: 'docomo', cycle }, new Date(NOW).toISOString()))
    const step = STEPS_MILLISECONDS[number % STEPS_MILLISECONDS.length]!
    for (let at = 0; at < READINGS; at += 1) records.push(readingAt(line, NOW - at * step, at))
  }
  let took = 0
  for (let at = 0; at < records.length; at += AT_ONCE)
    took += await filled.page.evaluate(
      async ([store, some]) => {
        const began = performance.now()
        await perform('call', [store, 'keep', [some]])
        return performance.now() - began
      },
      [index, records.slice(at, at + AT_ONCE)] as const,
    )
  return took
}

/** Each the median of some rounds, since other programs only slow it. */
async function rows({ page }: Tab): Promise<Row[]> {
  const now = new Date(NOW).toISOString()
  const rounds: Record<string, number>[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await page.evaluate(lookAtAll, now))
  return Object.keys(rounds[0]!).map((name) => [name, rounded(median(rounds.map((round) => round[name]!)))])
}

/** In the tab: opens the ledger, looks at all of it as the home screen does, at one line's history, and keeps a reading. */
async function lookAtAll(now: string): Promise<Record<string, number>> {
  const took: Record<string, number> = {}
  let began = performance.now()
  const next = (name: string): void => {
    took[name] = performance.now() - began
    began = performance.now()
  }
  const answer = async (action: Parameters<typeof perform>[0], ...given: unknown[]): Promise<unknown> =>
    ((await perform(action, given)) as { value: unknown }).value
  const index = await answer('open', 'bench')
  next('ledger opened')
  const lines = (await answer('lines', index)) as { id: string }[]
  next('lines known')
  await answer('overview', index, lines[0], now)
  next('first line')
  for (const line of lines.slice(1)) await answer('overview', index, line, now)
  next('all others')
  await answer('log', index, lines[1], 20)
  next('page of history')
  const [reading] = (await answer('call', index, 'find', ['reading', { lineId: lines[0]!.id, limit: 1 }])) as object[]
  began = performance.now()
  await answer('call', index, 'keep', [[{ ...reading, id: crypto.randomUUID(), lineId: 'another' }]])
  next('one reading kept')
  return took
}
