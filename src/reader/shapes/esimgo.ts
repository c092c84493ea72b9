import { official } from '../../core/source.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asNumber, asText, elements, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { asFlag, BYTES, bucket, declared } from '../payload/payload.ts'
import type { Measure, Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

const MB = declared('MB', 1000)
const ROLES = { allowance: 'initialQuantity', remaining: 'remainingQuantity' }

/**
 * A callback's figures are MB up to here (1 TB); above it they can only be bytes of a version that nobody documented.
 */
const MOST_CALLBACK_MB = 1e6

const OVER = new Set(['expired', 'revoked', 'lapsed'])

/** eSIM Go: GET /esims/{iccid}/bundles (v2.5, bytes, 1 GB = 10^9) and the usage callback (v2.1, MB). */
export const esimgo: Shape = {
  id: 'esimgo',
  source: official('https://docs.esim-go.com/guides/bundle_status', '2026-11-23'),
  recognises: (payload) => payload.has('initialQuantity', 'remainingQuantity'),
  read(payload) {
    const assigned = payload.having('assignments').flatMap((node) => assignments(payload, node))
    const called = payload.having('alertType', 'bundle').flatMap((node) => callback(payload, member(node, 'bundle')))
    const buckets = [...assigned, ...called]
    return buckets.length === 0 ? [] : [payload.draftOf(buckets)]
  },
}

function assignments(payload: Payload, owner: TreeNode): DraftBucket[] {
  return elements(member(owner, 'assignments'))
    .filter((each) => !OVER.has(asText(member(each, 'bundleState')) ?? ''))
    .filter((each) => (asText(member(each, 'callTypeGroup')) ?? 'data') === 'data')
    .map((each) => bundle(payload, each, member(owner, 'name'), BYTES))
}

function callback(payload: Payload, node: TreeNode | null): DraftBucket[] {
  const quantity = member(node, 'initialQuantity')
  const megabytes = asNumber(quantity)
  if (node === null || quantity === null || megabytes === null) return []
  if (megabytes <= MOST_CALLBACK_MB) return [bundle(payload, node, member(node, 'name'), MB)]
  payload.doubt('no-unit', quantity)
  return []
}

const bundle = (payload: Payload, node: TreeNode, name: TreeNode | null, measure: Measure): DraftBucket =>
  bucket({
    name: asText(name) ?? '',
    grant: 'plan',
    ...payload.figures(node, measure, ROLES),
    expires: payload.date(member(node, 'endTime'), 'UTC'),
    unlimited: asFlag(member(node, 'unlimited')),
  })
