import { official } from '../../core/source.ts'
import { asNumber, member } from '../open/tree.ts'
import { BYTES, said } from '../payload/payload.ts'
import { wallClockFromSeconds } from '../payload/stamps.ts'
import type { Shape } from './shape.ts'

/** The `Subscription-Userinfo` header of sellers of data: bytes up and down, bytes in all and the end in seconds of 1970; the last two are 0 where there is none. */
export const subscriptionuserinfo: Shape = {
  id: 'subscriptionuserinfo',
  source: official('https://www.happ.su/main/dev-docs/meta-info', '2026-11-26'),
  recognises: (payload) => payload.has('upload', 'download', 'total'),
  read(payload) {
    const node = payload.root
    const one = (key: string) => (asNumber(member(node, key)) === 0 ? null : member(node, key))
    const end = one('expire')
    return [
      payload.draft({
        total: said({
          used: payload.sum([member(node, 'upload'), member(node, 'download')], BYTES),
          allowance: payload.figure(one('total'), BYTES),
        }),
        expires: end ? payload.wallClock(end, wallClockFromSeconds(asNumber(end) ?? NaN), 'UTC') : undefined,
      }),
    ]
  },
}
