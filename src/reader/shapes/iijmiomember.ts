import { reported } from '../../core/source.ts'
import type { TreeNode } from '../open/tree.ts'
import { asText, elements, member } from '../open/tree.ts'
import { bucket, lastFour, undeclared } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

const GB = undeclared('GB')

/** IIJmio member site, POST /api/member/top: GB left per month of grant, which is also the month it lasts to. */
export const iijmiomember: Shape = {
  id: 'iijmiomember',
  source: reported('https://github.com/yyyywaiwai/IIJWidget', '2026-11-23'),
  recognises: (payload) => payload.has('couponData'),
  read: (payload) =>
    payload.lines(
      payload.having('couponData'),
      (service) => draftOf(payload, service),
      (service) => lastFour(member(service, 'phoneNo')) ?? asText(member(service, 'planName')),
    ),
}

function draftOf(payload: Payload, service: TreeNode) {
  const buckets = elements(member(service, 'couponData')).map((coupon) =>
    bucket({
      name: asText(member(coupon, 'month')) ?? '',
      grant: 'plan',
      remaining: payload.figure(member(coupon, 'couponValue'), GB),
      expires: payload.date(member(coupon, 'month')),
    }),
  )
  const said = buckets.filter(({ remaining }) => remaining !== undefined)
  const { allowance } = payload.figures(service, GB, { allowance: 'totalCapacity' })
  const only = said.length === 1 && !payload.isCut ? said[0] : undefined
  return payload.draft({
    total: { ...(allowance && { allowance }), ...(only?.remaining && { remaining: only.remaining }) },
    buckets: said,
    expires: only?.expires,
  })
}
