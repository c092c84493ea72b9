import { official } from '../../core/source.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asNumber, asText, at, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { asFlag, bucket, declared } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

const MB = declared('MB', 1024)

/** Airalo Partner API v2: GET /v2/sims/{iccid}/usage and /packages. 2 GB is 2048; dates have no zone and are UTC. */
export const airalo: Shape = {
  id: 'airalo',
  source: official('https://developers.partners.airalo.com', '2026-11-23'),
  recognises: (payload) => payload.has('remaining', 'total', 'is_unlimited') || payload.has('remaining', 'package'),
  read(payload) {
    const usage = payload.having('remaining', 'total', 'is_unlimited').map((node) => usageDraft(payload, node))
    const packages = payload.having('remaining', 'package').map((node) => packageBucket(payload, node))
    const list = packages.length === 0 ? [] : [payload.draftOf(packages, { unlimited: allAgree(packages) })]
    return [...usage.filter((draft) => draft !== null), ...list]
  },
}

/** A recycled SIM and an unlimited plan both answer 0 of 0, which is not "empty". */
function usageDraft(payload: Payload, node: TreeNode) {
  if (asText(member(node, 'status')) === 'RECYCLED') return null
  const nothing = asNumber(member(node, 'total')) === 0 && asNumber(member(node, 'remaining')) === 0
  return payload.draft({
    total: nothing ? {} : payload.figures(node, MB, { remaining: 'remaining', allowance: 'total' }),
    expires: payload.date(member(node, 'expired_at'), 'UTC'),
    unlimited: asFlag(member(node, 'is_unlimited')),
  })
}

function packageBucket(payload: Payload, node: TreeNode): DraftBucket {
  const bought = member(node, 'package')
  const unlimited = asFlag(member(bought, 'is_unlimited'))
  return bucket({
    name: asText(member(bought, 'title')) ?? asText(member(bought, 'id')) ?? '',
    grant: asText(member(bought, 'type')) === 'topup' ? 'topUp' : 'plan',
    remaining:
      unlimited && asNumber(member(node, 'remaining')) === 0
        ? undefined
        : payload.figure(member(node, 'remaining'), MB),
    allowance:
      unlimited && asNumber(at(node, 'package', 'amount')) === 0
        ? undefined
        : payload.figure(member(bought, 'amount'), MB),
    expires: payload.date(member(node, 'expired_at'), 'UTC'),
    unlimited,
  })
}

function allAgree(buckets: readonly DraftBucket[]): boolean | undefined {
  const flags = new Set(buckets.map(({ unlimited }) => unlimited))
  return flags.size === 1 ? [...flags][0] : undefined
}
