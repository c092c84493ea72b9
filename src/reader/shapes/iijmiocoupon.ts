import { official } from '../../core/source.ts'
import type { Grant } from '../../core/reading.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asText, elements, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { asFlag, bucket, lastFour, undeclared } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

/** The documentation says MB and not which. */
const MB = undeclared('MB')

/** IIJmio coupon switch API v2, GET /mobile/d/v2/coupon/: one contract per `couponInfo`, shared by its SIMs. */
export const iijmiocoupon: Shape = {
  id: 'iijmiocoupon',
  source: official('https://www.iijmio.jp/hdd/coupon/mioponapi.html', '2026-11-23'),
  recognises: (payload) => payload.has('couponInfo'),
  read(payload) {
    const contracts = payload.having('couponInfo').flatMap((node) => elements(member(node, 'couponInfo')))
    return payload.lines(contracts, (contract) => draftOf(payload, contract), lineName)
  },
}

function draftOf(payload: Payload, contract: TreeNode) {
  const sims = simsOf(contract)
  const shared = sims.length > 1 ? true : undefined
  const coupons = elements(member(contract, 'coupon'))
  const newest = coupons.map(bundleMonth).reduce((latest, month) => (month > latest ? month : latest), '')
  const ofContract = coupons.map((each) => couponBucket(payload, each, grantOf(each, newest), shared))
  const ofSims = sims.flatMap((sim) =>
    elements(member(sim, 'coupon')).map((each) => couponBucket(payload, each, 'plan', shared && false)),
  )
  return payload.draft({
    total: payload.figures(contract, MB, { remaining: 'remains' }),
    buckets: [...ofContract, ...ofSims].filter(({ remaining }) => remaining !== undefined),
    throttled: throttledOf(sims),
  })
}

const simsOf = (contract: TreeNode): TreeNode[] => [
  ...elements(member(contract, 'hdoInfo')),
  ...elements(member(contract, 'hduInfo')),
]

function couponBucket(payload: Payload, coupon: TreeNode, grant: Grant, shared: boolean | undefined): DraftBucket {
  return bucket({
    name: asText(member(coupon, 'type')) ?? '',
    grant,
    remaining: payload.figure(member(coupon, 'volume'), MB),
    expires: payload.date(member(coupon, 'expire')),
    shared,
  })
}

const bundleMonth = (coupon: TreeNode): string =>
  asText(member(coupon, 'type')) === 'bundle' ? (asText(member(coupon, 'expire')) ?? '') : ''

function grantOf(coupon: TreeNode, newestBundle: string): Grant {
  const type = asText(member(coupon, 'type'))
  if (type === 'topup') return 'topUp'
  if (type !== 'bundle') return 'unknown'
  return bundleMonth(coupon) < newestBundle ? 'carryOver' : 'plan'
}

/** `regulation` is told per SIM; it is the line's only where all its SIMs agree. */
function throttledOf(sims: readonly TreeNode[]): boolean | undefined {
  const flags = new Set(sims.map((sim) => asFlag(member(sim, 'regulation'))))
  return flags.size === 1 ? [...flags][0] : undefined
}

const lineName = (contract: TreeNode): string | null => {
  const [only, ...others] = simsOf(contract)
  return only && others.length === 0 ? lastFour(member(only, 'number')) : asText(member(contract, 'plan'))
}
