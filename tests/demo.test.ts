/** `nokori demo` goes the whole way by itself, in every language, and leaves nothing behind. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { LANGUAGES } from '../src/text/language.ts'
import { DEMO_SENTENCES } from '../src/text/demo.ts'
import { nokori } from './nokori.ts'

const folder = mkdtempSync(join(tmpdir(), 'nokori-demos-'))
after(() => rmSync(folder, { recursive: true }))

for (const language of LANGUAGES)
  test(`the demonstration reads, keeps and shows what is left, in ${language}`, async () => {
    const { code, stdout } = await nokori(['demo', '--lang', language], '', { TMPDIR: folder, COLUMNS: '200' })
    assert.equal(code, 0)
    assert.equal(stdout.match(/3\.42 GB/gu)?.length, 2)
    assert.ok(stdout.includes(DEMO_SENTENCES[language].ends.slice(0, 20)))
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('nokori')),
      [],
    )
  })
