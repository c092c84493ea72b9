/** How much one step of a printed amount is worth. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepBytes } from '../src/ledger/rounding.ts'

test('a step is worth its last digit, in the unit that was printed', () => {
  const step = (shown: string, exact: number, base: 1000 | 1024 = 1000): number =>
    Math.round(stepBytes({ kind: 'known', lowBytes: exact, highBytes: exact, shown, base, baseDeclared: true }))
  assert.equal(step('3.25GB', 3.25e9), 1e7)
  assert.equal(step('３．２５ＧＢ', 3.25e9), 1e7)
  assert.equal(step('1,234MB', 1.234e9), 1e6)
  assert.equal(step('20ギガ', 20e9), 1e9)
  assert.equal(step('1.5GiB', 1.5 * 1024 ** 3, 1024), Math.round(1024 ** 3 / 10))
  assert.equal(step('123456', 123456), 1)
  // Nothing is worth nothing, but its digits tell how finely it was looked at.
  assert.equal(step('0.00GB', 0), 1e7)
  assert.equal(step('0MB', 0), 1e6)
  assert.equal(step('0', 0), 1)
  // Said in words: as many decimals as it needs.
  assert.equal(step('さんてんにギガ', 3.2e9), 1e8)
  assert.equal(step('ゼロ', 0), 0)
})

test('a band is its own uncertainty', () => {
  const band = { kind: 'known', lowBytes: 0, highBytes: 200, shown: '<200', base: 1000, baseDeclared: true } as const
  assert.equal(stepBytes(band), 0)
})
