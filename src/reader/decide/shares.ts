import type { Doubt } from '../../core/reading.ts'
import { WHOLE_LINE, type Claim } from '../tie/ties.ts'
import { addUpTo, isSame } from './arithmetic.ts'
import { groupFor, lineOf, newGroup, placeOf, type Group, type Weighed } from './weighed.ts'

/**
 * グループの残り 6.9GB, 回線1 3.3GB使用, 回線2 0.8GB使用: what each of several lines used is a bucket beside what they share; what each has
 * left is one only where that makes what all have left, since other lines' data is not this one's. The only line with a name is the line.
 */
export function addShares(groups: Group[], shares: readonly Claim[], doubts: Doubt[]): void {
  if (shares.length === 0) return
  const line = lineOf(groups)?.weighed ?? []
  const weighed = shares.flatMap((claim): Weighed[] => {
    const { kind, amount } = claim.site.item.token
    return kind === 'amount' ? [{ claim, role: claim.role, amount: amount! }] : []
  })
  const names = new Set(shares.map(({ bucket }) => bucket.name))
  for (const each of weighed) {
    const same = line.filter(({ role }) => role === each.role)
    const all = weighed.filter(({ role }) => role === each.role)
    const isShare =
      each.role === 'used'
        ? line.some(({ role }) => role === 'remaining') || same.some((total) => addUpTo(all, total))
        : same.some((total) => addUpTo(all, total))
    // SIM1 2,044MB, 合計 2,044MB
    const isAll = same.some((total) => total.claim.label?.total && isSame(total.amount, each.amount))
    if (names.size === 1 && same.length === 0) groupFor(groups, WHOLE_LINE).weighed.push(each)
    else if (isShare || isAll) newGroup(groups, each.claim.bucket).weighed.push({ ...each, isPart: true })
    else doubts.push({ code: 'not-a-balance', place: placeOf(each.claim) })
  }
}
