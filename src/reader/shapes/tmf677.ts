import { official } from '../../core/source.ts'
import type { Figure } from '../../core/reading.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asText, at, elements, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { asFlag, bucket } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

/** Where the versions keep their buckets: v5, v4. */
const LISTS = ['bucket', 'bucketRefOrValue']

/** TM Forum TMF677 Usage Consumption: buckets of any usage type; the units are free text ("Go"). */
export const tmf677: Shape = {
  id: 'tmf677',
  source: official('https://github.com/tmforum-apis/TMF677_UsageConsumption', '2026-11-23'),
  recognises: (payload) => payload.has('usageType', 'remainingValue') || payload.has('usageType', 'bucketCounter'),
  read: (payload) =>
    payload.lines(
      LISTS.flatMap((list) => payload.having(list)),
      (report) => {
        const listed = LISTS.flatMap((list) => elements(member(report, list)))
        const buckets = listed.filter(isCurrentData).map((node) => dataBucket(payload, node))
        return payload.draftOf(buckets.filter(({ remaining, used }) => remaining ?? used))
      },
      (report) => asText(at(report, 'name')),
    ),
}

const isCurrentData = (node: TreeNode): boolean =>
  /\bdata\b/i.test(asText(member(node, 'usageType')) ?? '') && asText(member(node, 'status')) !== 'expired'

function dataBucket(payload: Payload, node: TreeNode): DraftBucket {
  return bucket({
    name: asText(member(node, 'name')) ?? '',
    grant: 'plan',
    remaining: quantity(payload, member(node, 'remainingValue')),
    used: usedOf(payload, node),
    expires: payload.date(at(node, 'validFor', 'endDateTime'), 'UTC'),
    shared: asFlag(member(node, 'isShared')),
  })
}

/** The "used" counter of the whole bucket; those of single users are parts of it. */
function usedOf(payload: Payload, node: TreeNode): Figure | undefined {
  const counters = elements(member(node, 'bucketCounter')).filter(
    (each) => asText(member(each, 'counterType')) === 'used',
  )
  const whole =
    counters.length === 1 ? counters[0] : counters.find((each) => asText(member(each, 'level')) === 'global')
  return whole && quantity(payload, member(whole, 'value'))
}

const quantity = (payload: Payload, node: TreeNode | null): Figure | undefined =>
  payload.figureIn(member(node, 'amount'), member(node, 'units'))
