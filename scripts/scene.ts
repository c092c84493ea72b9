/** Some lines with a month of readings, in a ledger of their own that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CARRIERS } from '../src/carriers/index.ts'
import { planOf } from '../src/jobs/line-fields.ts'
import type { Line } from '../src/core/line.ts'
import { addLine, linesIn } from '../src/jobs/lines.ts'
import { overviewOf, type Overview } from '../src/jobs/overview.ts'
import { keepReading } from '../src/jobs/readings.ts'
import { UNSAID } from '../src/ledger/lines.ts'
import type { Store } from '../src/ledger/store.ts'
import { readText } from '../src/reader/index.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'

const NOW = '2026-11-26T13:00:00.000Z'

interface Scene {
  readonly name: string
  readonly carrier: string
  readonly plan: string | null
  readonly tripEnd: string | null
  /** What the carrier said on a day of November. */
  readonly says: (day: number) => string | null
}

const SCENES: readonly Scene[] = [
  {
    name: 'main',
    carrier: 'docomo',
    plan: 'ドコモ mini 10GB',
    tripEnd: null,
    says: (day) => `ご利用データ量 ${(day * 0.36).toFixed(2)}GB`,
  },
  {
    name: 'Mum',
    carrier: 'rakuten',
    plan: 'Rakuten最強プラン',
    tripEnd: null,
    says: (day) => `データ利用量 ${(day * 0.11).toFixed(2)}GB`,
  },
  {
    name: 'office',
    carrier: 'ahamo',
    plan: 'ahamo',
    tripEnd: null,
    says: (day) => `残り ${(30 - day * 0.5).toFixed(2)}GB（30GB中）`,
  },
  {
    name: 'trip',
    carrier: 'povo',
    plan: null,
    tripEnd: '2026-12-05',
    says: (day) => (day < 19 ? null : `データ残量 ${(3 - (day - 18) * 0.27).toFixed(2)}GB 有効期限 2026年12月18日`),
  },
]

/** How they stand on the evening of 26 November 2026. */
export async function sceneOverviews(): Promise<Overview[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nokori-scene-'))
  const store = await openSqliteStore(join(folder, 'ledger.sqlite'))
  try {
    for (const scene of SCENES) await play(store, scene)
    return await overviewOf(store, await linesIn(store), new Map(), NOW)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

async function play(store: Store, { name, carrier: id, plan, tripEnd, says }: Scene): Promise<void> {
  const carrier = CARRIERS.find((each) => each.id === id)
  const known = carrier?.rules.plans.find(({ value }) => value.name === plan)
  const fields: Omit<Line, 'id'> = {
    ...UNSAID,
    name,
    carrier: id,
    plan: known ? planOf(known.value, null) : null,
    cycle: id === 'povo' ? { kind: 'none' } : { kind: 'calendarMonth', zone: 'Asia/Tokyo' },
    tripEnd,
  }
  const line = (await addLine(store, fields, NOW))!
  for (let day = 1; day <= 26; day += 1) {
    const text = says(day)
    if (text === null) continue
    const observedAt = `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`
    const read = readText(text, { observedAt })
    if (read.ok) await keepReading(store, line, read.value[0]!, text, observedAt)
  }
}
