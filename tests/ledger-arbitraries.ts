/** Random records of a few lines: few enough that ids, times and lines meet. */
import * as fc from 'fast-check'
import { editsOf } from '../src/ledger/lines.ts'
import { digestOf, signed } from '../src/ledger/identity.ts'
import type { AlertGiven, Deletion, KeptEvidence, LedgerRecord, Withdrawal } from '../src/ledger/records.ts'
import { bytes, GB, kept, reading } from './ledger-samples.ts'

const lineId = fc.constantFrom('a', 'b', 'c')
const at = fc.integer({ min: 0, max: 5 }).map((hour) => `2026-11-23T0${hour}:00:00.000Z`)
const gigabytes = fc.integer({ min: 0, max: 4 }).map((count) => bytes(count * GB))

/** The same evidence may have been read twice, at two times and with two results. */
const readings = fc
  .record({ lineId, seen: at, remaining: gigabytes, later: at })
  .map(({ lineId: line, seen, remaining, later }) => ({
    ...kept(seen, reading({ remaining }), line),
    at: later,
    digest: digestOf('same'),
  }))
  .map((record): LedgerRecord => signed<LedgerRecord>(record))
const edits = fc
  .record({ lineId, at, name: fc.constantFrom('docomo', 'povo', '残り') })
  .map(({ lineId: line, at: when, name }): LedgerRecord => editsOf(line, { name }, when)[0]!)
const evidence = fc
  .record({ lineId, at, text: fc.constantFrom('残り3GB', '') })
  .map(({ text, ...rest }): LedgerRecord =>
    signed<KeptEvidence>({ kind: 'evidence', ...rest, digest: digestOf(text), text }),
  )
const withdrawals = fc
  .record({ lineId, at, readingId: fc.constantFrom('r', 's').map(digestOf), withdrawn: fc.boolean() })
  .map((rest): LedgerRecord => signed<Withdrawal>({ kind: 'withdrawal', ...rest }))
const deletions = fc.record({ lineId, at }).map((rest): LedgerRecord => signed<Deletion>({ kind: 'deletion', ...rest }))
const alerts = fc
  .record({ lineId, at, event: fc.constantFrom('run-out', 'stale'), level: fc.integer({ min: 0, max: 2 }) })
  .map((rest): LedgerRecord => signed<AlertGiven>({ kind: 'alert', ...rest }))

/** A ledger's records, not merged yet; most lines are never removed. */
export const records: fc.Arbitrary<LedgerRecord[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: readings },
    { weight: 3, arbitrary: edits },
    { weight: 2, arbitrary: evidence },
    { weight: 2, arbitrary: withdrawals },
    { weight: 1, arbitrary: alerts },
    { weight: 1, arbitrary: deletions },
  ),
  { maxLength: 24 },
)
