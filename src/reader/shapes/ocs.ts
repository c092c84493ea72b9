import { official } from '../../core/source.ts'
import { member } from '../open/tree.ts'
import { asFlag, BYTES, bucket } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

/** Telco-Vision OCS, the back end of several eSIM sellers: prepaid packages in bytes, times in UTC. */
export const ocs: Shape = {
  id: 'ocs',
  source: official('https://github.com/telco-vision/ocs-api', '2026-11-23'),
  recognises: (payload) => payload.has('pckdatabyte', 'useddatabyte'),
  read(payload) {
    const packages = payload.having('pckdatabyte', 'useddatabyte')
    const buckets = packages
      .filter((node) => asFlag(member(node, 'active')) !== false)
      .map((node) =>
        bucket({
          grant: 'plan',
          ...payload.figures(node, BYTES, { allowance: 'pckdatabyte', used: 'useddatabyte' }),
          expires: payload.date(member(node, 'tsexpirationutc'), 'UTC'),
        }),
      )
    return buckets.length === 0 ? [] : [payload.draftOf(buckets)]
  },
}
