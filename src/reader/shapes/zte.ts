import type { Figure } from '../../core/reading.ts'
import { reported } from '../../core/source.ts'
import { asText, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { BYTES, said } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import { bytesOf, knownAmount } from '../payload/units.ts'
import type { Unit } from '../payload/units.ts'
import type { Shape } from './shape.ts'

/** What the second half of a limit multiplies MiB by. */
const UNITS: Readonly<Record<string, Unit>> = {
  '1': { power: 2, base: 1024 },
  '1024': { power: 3, base: 1024 },
  '1048576': { power: 4, base: 1024 },
}

/**
 * ZTE routers, goform_get_cmd_process: every value a string, "" when not logged in. Some firmware prefixes `flux_`.
 * `realtime_` is the present session and is not taken.
 */
export const zte: Shape = {
  id: 'zte',
  source: reported('https://github.com/michaeldurkee/zteweb2', '2026-11-23'),
  recognises: (payload) =>
    payload.has('flux_month_total') ||
    ['', 'flux_'].some(
      (prefix) => payload.has(`${prefix}monthly_rx_bytes`) || payload.has(`${prefix}data_volume_limit_size`),
    ),
  read(payload) {
    const field = (name: string) => member(payload.root, name) ?? member(payload.root, `flux_${name}`)
    const ownSum = payload.figure(member(payload.root, 'flux_month_total'), BYTES)
    const used = ownSum ?? payload.sum([field('monthly_rx_bytes'), field('monthly_tx_bytes')], BYTES)
    const total = said({ used, allowance: limitOf(payload, field) })
    return Object.keys(total).length === 0 ? [] : [payload.draft({ total })]
  },
}

/** "470_1024" is 470 times 1024 MiB, "500_1" is 500 MiB; only while the limit is on and counts data, not hours. */
function limitOf(payload: Payload, field: (name: string) => TreeNode | null): Figure | undefined {
  const size = field('data_volume_limit_size')
  if (asText(field('data_volume_limit_switch')) !== '1') return undefined
  if ((asText(field('data_volume_limit_unit')) ?? 'data') !== 'data') return undefined
  const [shown, count = '', factor = ''] = /^(\d+)_(1|1024|1048576)$/.exec(asText(size) ?? '') ?? []
  const unit = UNITS[factor]
  const bytes = unit ? bytesOf(count, unit, 1024) : null
  // A limit of 0 is none.
  return size && shown && bytes ? payload.quote(knownAmount(bytes, shown, 1024, true), [size]) : undefined
}
