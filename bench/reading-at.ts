import { digestOf, signed } from '../src/ledger/identity.ts'
import { momentOf } from '../src/ledger/moment.ts'
import type { KeptReading } from '../src/ledger/records.ts'
import { readText } from '../src/reader/index.ts'

/** As `nokori read --line` keeps it; what is left falls through the month. */
export function readingAt(line: string, milliseconds: number, index: number): KeptReading {
  const at = new Date(milliseconds).toISOString()
  const day = new Date(milliseconds).getUTCDate()
  const left = (20 - (day * 20) / 32 + (index % 7) / 100).toFixed(2)
  const read = readText(`【docomo】データ残量 ${left}GB（20GB中） 有効期限 2026年12月31日`, { observedAt: at })
  if (!read.ok) throw new Error('unread')
  const reading = read.value[0]!
  return signed<KeptReading>({
    kind: 'reading',
    lineId: line,
    at,
    digest: digestOf(`${left} ${index}`),
    moment: momentOf(reading, at),
    reading,
  })
}
