import { official } from '../../core/source.ts'
import { member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { BYTES, lastFour } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

/**
 * eSIM Access v1: /esim/list and /query, /esim/usage/query, the DATA_USAGE webhook. Bytes. Beside these fields `remain`
 * counts bytes; in VALIDITY_USAGE, which has none of them, it counts days.
 */
export const esimaccess: Shape = {
  id: 'esimaccess',
  source: official('https://esimaccess.com/docs/can-i-check-data-usage', '2026-11-23'),
  recognises: (payload) => esimsOf(payload).length > 0 || payload.has('notifyType', 'content'),
  read: (payload) =>
    payload.lines(
      esimsOf(payload),
      (esim) =>
        payload.draft({
          total: {
            ...payload.figures(esim, BYTES, { allowance: 'totalVolume', used: 'orderUsage', remaining: 'remain' }),
            ...payload.figures(esim, BYTES, { allowance: 'totalData', used: 'dataUsage' }),
          },
          expires: payload.date(member(esim, 'expiredTime'), 'UTC'),
        }),
      (esim: TreeNode) => lastFour(member(esim, 'iccid')) ?? lastFour(member(esim, 'esimTranNo')),
    ),
}

const esimsOf = (payload: Payload): TreeNode[] => [
  ...payload.having('totalVolume', 'orderUsage'),
  ...payload.having('totalData', 'dataUsage'),
]
