import { reported } from '../../core/source.ts'
import type { Grant } from '../../core/reading.ts'
import { bucket, declared } from '../payload/payload.ts'
import type { Roles } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

/** SoftBank counts 2^30 to the GB. */
const GB = declared('GB', 1024)

interface Names {
  readonly total: { readonly used: string; readonly remaining: string }
  readonly buckets: readonly { readonly name: string; readonly grant: Grant; readonly roles: Roles }[]
}

/** The pie chart of the page, and what a public client of it prints. */
const DIALECTS: readonly Names[] = [
  {
    total: { used: 'usedGigaData', remaining: 'remainData' },
    buckets: [
      { name: 'stepRemainData', grant: 'carryOver', roles: { remaining: 'stepRemainData' } },
      {
        name: 'currentAdditionalData',
        grant: 'topUp',
        roles: { allowance: 'currentAdditionalData', used: 'currentAdditionalUsedData' },
      },
      {
        name: 'currentGivenData',
        grant: 'carryOver',
        roles: { allowance: 'currentGivenData', used: 'currentGivenUsedData' },
      },
    ],
  },
  {
    total: { used: 'used_data', remaining: 'remain_data' },
    buckets: [
      { name: 'step_remain_data', grant: 'carryOver', roles: { remaining: 'step_remain_data' } },
      {
        name: 'additional_data',
        grant: 'topUp',
        roles: { allowance: 'additional_data', used: 'additional_used_data' },
      },
      { name: 'given_data', grant: 'carryOver', roles: { allowance: 'given_data', used: 'given_used_data' } },
    ],
  },
]

/** My SoftBank's data management page: GB as numbers or strings, "" for what a plan does not have. */
export const mysoftbank: Shape = {
  id: 'mysoftbank',
  source: reported('https://github.com/miya/mysb-reminder', '2026-11-23'),
  recognises: (payload) => payload.has('usedGigaData', 'remainData') || payload.has('used_data', 'step_remain_data'),
  read: (payload) =>
    DIALECTS.flatMap(({ total, buckets }) =>
      payload.having(total.used, total.remaining).map((node) =>
        payload.draft({
          total: payload.figures(node, GB, total),
          buckets: buckets
            .map(({ name, grant, roles }) => bucket({ name, grant, ...payload.figures(node, GB, roles) }))
            .filter(({ allowance, used, remaining }) => allowance ?? used ?? remaining),
        }),
      ),
    ),
}
