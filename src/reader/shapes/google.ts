import { official } from '../../core/source.ts'
import type { Figure } from '../../core/reading.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asText, elements, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { BYTES, bucket } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

/** 2^63-1, Google's word for "unlimited". */
const ENDLESS = '9223372036854775807'

/** Google Mobile Data Plan, PlanStatus: a bucket per module with `byteBalance`; a coarse level has no bytes. */
export const google: Shape = {
  id: 'google',
  source: official('https://developers.google.com/mobile-data-plan', '2026-11-23'),
  recognises: (payload) => payload.has('planModules'),
  read(payload) {
    const modules = payload.having('planModules').flatMap((plan) => elements(member(plan, 'planModules')))
    const current = modules.filter((each) => asText(member(each, 'planModuleState')) !== 'EXPIRED')
    const buckets = current.map((each) => moduleBucket(payload, each)).filter((each) => each !== null)
    const status = payload.having('updateTime')[0] ?? null
    return buckets.length === 0
      ? []
      : [payload.draftOf(buckets, { asOf: payload.date(member(status, 'updateTime'), 'UTC') })]
  },
}

function moduleBucket(payload: Payload, node: TreeNode): DraftBucket | null {
  const balance = member(node, 'byteBalance')
  const allowance = byteFigure(payload, member(balance, 'quotaBytes'))
  const remaining = byteFigure(payload, member(balance, 'remainingBytes'))
  if (!allowance && !remaining) return null
  const endless = [allowance, remaining].some((figure) => figure?.amount.kind === 'unlimited')
  return bucket({
    name: asText(member(node, 'moduleName')) ?? '',
    grant: isGeneric(node) ? 'plan' : 'appOnly',
    allowance,
    remaining,
    expires: payload.date(member(node, 'expirationTime'), 'UTC'),
    unlimited: endless ? true : undefined,
  })
}

function byteFigure(payload: Payload, node: TreeNode | null): Figure | undefined {
  const endless = node !== null && (asText(node) === ENDLESS || node.value === Number(ENDLESS))
  return endless ? payload.unlimited(node) : payload.figure(node, BYTES)
}

/** No category means GENERIC. */
function isGeneric(node: TreeNode): boolean {
  const categories = member(node, 'trafficCategories')?.members ?? []
  return categories.length === 0 || categories.some((each) => asText(each.node) === 'GENERIC')
}
