/** Some lines with weeks of readings, in a ledger of their own that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linesIn } from '../src/jobs/lines.ts'
import { overviewOf, type Overview } from '../src/jobs/overview.ts'
import { playDemo } from '../src/jobs/play-demo.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { WEB_SENTENCES } from '../src/text/web.ts'

const NOW = '2026-11-26T13:00:00.000Z'

/** How they stand on the evening of 26 November 2026. */
export async function sceneOverviews(): Promise<Overview[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nokori-scene-'))
  const store = await openSqliteStore(join(folder, 'ledger.sqlite'))
  try {
    await playDemo(store, WEB_SENTENCES.en.example.names, NOW)
    return await overviewOf(store, await linesIn(store), new Map(), NOW)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
