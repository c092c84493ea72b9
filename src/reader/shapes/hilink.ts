import { reported } from '../../core/source.ts'
import { asNumber, asText, member } from '../open/tree.ts'
import { BYTES, said } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

/**
 * Huawei HiLink routers (XML, bytes): monitoring/month_statistics, traffic-statistics (since the counters were cleared)
 * and start_date. `CurrentDownload` is the present session and `DataLimit` a display text; neither is taken.
 */
export const hilink: Shape = {
  id: 'hilink',
  source: reported('https://github.com/Salamek/huawei-lte-api', '2026-11-23'),
  recognises: (payload) =>
    payload.has('CurrentMonthDownload') || payload.has('TotalUpload', 'TotalDownload') || payload.has('DataLimit'),
  read(payload) {
    const { root } = payload
    const used = payload.sum([member(root, 'CurrentMonthDownload'), member(root, 'CurrentMonthUpload')], BYTES)
    const since = payload.sum([member(root, 'TotalUpload'), member(root, 'TotalDownload')], BYTES)
    const limit = member(root, 'trafficmaxlimit')
    // No limit is set: 0 is not an allowance of nothing.
    const off = asNumber(limit) === 0 || asText(member(root, 'SetMonthData')) === '0'
    const total = said({ used: used ?? since, allowance: off ? undefined : payload.figure(limit, BYTES) })
    return Object.keys(total).length === 0 ? [] : [payload.draft({ total })]
  },
}
