import { reported } from '../../core/source.ts'
import type { Grant } from '../../core/reading.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asText, member } from '../open/tree.ts'
import { bucket, declared } from '../payload/payload.ts'
import type { Payload, Roles } from '../payload/payload.ts'
import type { TreeNode } from '../open/tree.ts'
import type { Shape } from './shape.ts'

const MB = declared('MB', 1024)

const PACKETS: readonly [key: string, grant: Grant][] = [
  ['base', 'plan'],
  ['forward', 'carryOver'],
  ['charge', 'topUp'],
  ['gift', 'gift'],
]

/** What its answers about data hold. */
const ANSWERS = ['packetInfo', 'packetChargeInfo', 'myTankCapacity', 'capacityForGift']

/**
 * mineo's app, api.eonet.jp/mineo/v1 (get_capacity, get_packetcharge_info, get_my_tank). Only `resultCode` "00" is an
 * answer. What may be given away (`capacityForGift`) or put aside (`pasketInRemainingCapacity`) is no balance.
 */
export const mineo: Shape = {
  id: 'mineo',
  source: reported('https://blog.3irun.moe/2025/11/29/mineo_api_document/', '2026-11-23'),
  recognises: (payload) => ANSWERS.some((key) => payload.has('resultCode', key)),
  read(payload) {
    const answer = payload.having('resultCode')[0] ?? null
    if (asText(member(answer, 'resultCode')) !== '00') return []
    const packets = member(answer, 'packetInfo')
    const buckets = [
      ...PACKETS.map(([key, grant]) =>
        told(payload, packets, key, grant, { allowance: `${key}Capacity`, remaining: `${key}RemainingCapacity` }),
      ),
      told(payload, member(answer, 'packetChargeInfo'), 'charge', 'topUp', {
        allowance: 'chargeTotalCapacity',
        remaining: 'chargeCapacity',
      }),
      // Put aside until somebody draws it out again, so it is none of the grants that can be used now.
      told(payload, answer, 'パスケット', 'unknown', { remaining: 'myTankCapacity' }),
    ].filter((each) => each !== null)
    return buckets.length === 0 ? [] : [payload.draft({ buckets })]
  },
}

function told(payload: Payload, node: TreeNode | null, name: string, grant: Grant, roles: Roles): DraftBucket | null {
  const figures = payload.figures(node, MB, roles)
  if (Object.keys(figures).length === 0) return null
  return bucket({ name, grant, ...figures, expires: payload.date(member(node, 'chargeExpireDate')) })
}
