import { exactBytes, type Amount } from '../../core/amount.ts'
import type { Doubt, Figure, Place } from '../../core/reading.ts'
import { FIGURE_ROLES, isStrong, type FigureRole, type Role, type Site } from '../tie/claim.ts'
import { addExactly, exceeds, makesSize, makesUnits, fits, isSame, step } from './arithmetic.ts'
import { betweenCommas, type Clause } from '../tie/layout.ts'
import { lineOf, placeOf, rowOf, type Group, type Weighed } from './weighed.ts'

export function settle(
  group: Group,
  groups: readonly Group[],
  { untold, printed }: { readonly untold: readonly Site[]; readonly printed: readonly Site[] },
  doubts: Doubt[],
  shown: (place: Place) => string,
): void {
  refuseImpossibleParts(group, doubts)
  for (const role of FIGURE_ROLES) {
    const chosen = pick(
      group.weighed.filter((each) => each.role === role),
      group,
      doubts,
    )
    if (!chosen || (role === 'allowance' && outvoted(chosen, group, groups))) continue
    if (isPartOfSum(chosen, group, untold)) doubts.push({ code: 'does-not-add-up', place: placeOf(chosen.claim) })
    else group.draft[role] = figureOf(chosen, shown)
  }
  for (const weak of group.weighed.filter((each) => !isStrong(each.role))) {
    const role = roleOfWeak(weak, group, groups, printed)
    if (role && group.draft[role] === undefined) group.draft[role] = figureOf(weak, shown)
    else if (!role) doubts.push({ code: 'no-label', place: placeOf(weak.claim) })
  }
  const whole = group.key.grant === null ? wholeOfTwo(group, printed) : null
  if (whole) group.draft.allowance = figureOf(whole, shown)
}

/** 残り 0.8GB, 使用済 9.2GB, リミット 10GB: what is left and what was used make what there was, whichever word stands beside it. */
function wholeOfTwo({ draft, weighed, key }: Group, printed: readonly Site[]): Weighed | null {
  if (!draft.remaining || !draft.used || draft.allowance) return null
  const [left, gone] = (['remaining', 'used'] as const).map((role) => weighed.find((each) => each.role === role))
  if (!left || !gone) return null
  const site = printed.find(
    (each) =>
      !weighed.some(({ claim, role }) => claim.site === each && isStrong(role)) &&
      standsBy(each, left) &&
      standsBy(each, gone) &&
      addExactly(left.amount, gone.amount, each.item.token.amount!),
  )
  return site
    ? {
        claim: { role: 'allowance', label: null, rule: 'adds-up', strength: 1, site, bucket: key, pack: null },
        role: 'allowance',
        amount: site.item.token.amount!,
      }
    : null
}

/** In the same block, and neither in an offer nor in a bucket's name. */
const standsBy = ({ clause, index }: Site, each: Weighed): boolean =>
  clause.cell.row.block === each.claim.site.clause.cell.row.block &&
  Math.abs(clause.cell.row.index - rowOf(each)) <= 4 &&
  !isPriced(clause, index) &&
  clause.items.every((item) => !item.label?.grant || item.label.grant === 'plan')

/** A price between the same commas. */
const isPriced = ({ items }: Clause, index: number): boolean =>
  betweenCommas(items, index).some(({ token }) => token.kind === 'money')

/** 残量 1.88GB, ギフト 0.50GB, 合計 2.38GB: one part of a total. 合計 132.7GB above 5.2GB / 15GB: something else than the line's. */
const isPartOfSum = ({ role, amount }: Weighed, group: Group, untold: readonly Site[]): boolean =>
  role !== 'allowance' &&
  group.weighed.some(
    (sum) =>
      sum.role === 'sum' &&
      sum.amount.bytes > amount.bytes &&
      (group.weighed.some((each) => each.role === 'allowance' && exceeds(sum.amount.bytes, each.amount.bytes)) ||
        untold.some((site) => fits(amount, site.item.token.amount!, sum.amount))),
  )

/** More left than there ever was, without anything added; or 上限 3GB, but 5.35GB used and 0.65GB left of a 容量 of 6GB: the weak label adds up, the strong one is about something else. */
function outvoted(allowance: Weighed, group: Group, groups: readonly Group[]): boolean {
  const { remaining, used } = group.draft
  const left = remaining && exactBytes(remaining.amount)
  if (
    left &&
    !group.draft.used &&
    exceeds(left, allowance.amount.bytes) &&
    !groups.some(
      (other) => other.key.grant === 'carryOver' || other.key.grant === 'topUp' || other.key.grant === 'gift',
    )
  )
    return true
  if (!remaining || !used) return false
  const one = (role: Role): Weighed[] => group.weighed.filter((each) => each.role === role)
  const adds = (whole: Weighed): boolean =>
    one('remaining').some((rest) => one('used').some((gone) => fits(rest.amount, gone.amount, whole.amount)))
  return !adds(allowance) && one('capacity').some(adds)
}

/** A part that is larger than its whole was misread, or is not a part: "500 / 7GB". What was used up may have been overrun. */
function refuseImpossibleParts(group: Group, doubts: Doubt[]): void {
  const isGone = group.weighed.some(({ role, amount }) => role === 'remaining' && amount.bytes === 0)
  for (let i = group.weighed.length - 1; i >= 0; i--) {
    const { claim, amount, role } = group.weighed[i]!
    const whole = claim.site.whole?.item.token.amount
    if (isGone && role === 'used') continue
    if (!whole || !exceeds(amount.bytes, whole.bytes)) continue
    group.weighed.splice(i, 1)
    doubts.push({ code: 'does-not-add-up', place: placeOf(claim) })
  }
}

/** The figure that the claims to one role agree on, loose ones aside; none when they disagree, unless only one of them adds up. */
function pick(claims: readonly Weighed[], group: Group, doubts: Doubt[]): Weighed | null {
  if (claims.length < 2) return claims[0] ?? null
  const certain = claims.filter((each) => each.claim.strength > 1)
  const equals = certain.length > 0 ? certain : claims
  const finest = equals.reduce((a, b) => (step(b.amount) < step(a.amount) ? b : a))
  if (equals.every((each) => isSame(each.amount, finest.amount))) return finest
  for (const each of equals) doubts.push({ code: 'two-figures', place: placeOf(each.claim) })
  return sumDecides(equals, group)
}

/** 残り 5GB and 残り 3GB with 17GB used of 20GB: the second is right. */
function sumDecides(equals: readonly Weighed[], group: Group): Weighed | null {
  const { role } = equals[0]!
  const one = (other: FigureRole): Weighed | null => {
    const found = group.weighed.filter((each) => each.role === other)
    return found.length > 0 && found.every((each) => isSame(each.amount, found[0]!.amount)) ? found[0]! : null
  }
  const fitting = equals.filter((each) => {
    const remaining = role === 'remaining' ? each : one('remaining')
    const used = role === 'used' ? each : one('used')
    const allowance = role === 'allowance' ? each : one('allowance')
    return remaining && used && allowance && fits(remaining.amount, used.amount, allowance.amount)
  })
  return fitting.length > 0 && fitting.every((each) => isSame(each.amount, fitting[0]!.amount)) ? fitting[0]! : null
}

/**
 * What a weak label means here. 利用可能: what is left where it adds up or stands as X of "X / Y"; what there was beside what is left; else nothing. 容量 and a plan's size: the allowance, when what is
 * left or used is known and fits into it. 通信量: used, this cycle's or beside what is left.
 */
function roleOfWeak(
  weak: Weighed,
  group: Group,
  groups: readonly Group[],
  printed: readonly Site[],
): FigureRole | null {
  const strong = (role: Role): Weighed[] => group.weighed.filter((each) => each.role === role)
  const remaining = group.draft.remaining ? strong('remaining') : []
  const used = group.draft.used ? strong('used') : []
  // What was used up may have been overrun.
  const isGone = remaining.some((each) => each.amount.bytes === 0)
  const smaller = [...remaining, ...(isGone ? [] : used)].every(
    (each) => !exceeds(each.amount.bytes, weak.amount.bytes),
  )
  const anything = remaining.length + used.length > 0
  const sole = groups.every((other) => other === group || other.weighed.length === 0 || other.key.grant !== null)
  // 利用可能 that was found to be what there was.
  const wholes = [...strong('allowance'), ...(group.draft.allowance ? strong('available') : [])]
  const twins = group.weighed.filter((each) => each.role === weak.role && !isSame(each.amount, weak.amount))
  if (twins.length > 0) return null
  switch (weak.role) {
    case 'available':
      if (remaining.length > 0) return smaller && group.draft.allowance === undefined ? 'allowance' : null
      if (weak.claim.site.whole || (weak.claim.rule === 'label-after' && weak.claim.label?.spaced)) return 'remaining'
      if (used.length === 0) return null
      return strong('allowance').some((each) => fits(weak.amount, used[0]!.amount, each.amount)) ||
        makesUnits(weak.amount, used[0]!.amount)
        ? 'remaining'
        : null
    case 'volume':
      if (used.length > 0) return null
      if (weak.claim.site.whole && remaining.length === 0) return 'used'
      return wholes.some((each) => remaining.some((left) => fits(left.amount, weak.amount, each.amount)))
        ? 'used'
        : null
    // High-speed data: 20GB, Used: 8.1GB, Remaining: 11.9GB.
    case 'planName':
    case 'piece':
      return remaining.some((left) => used.some((gone) => makesSize(left.amount, gone.amount, weak.amount)))
        ? 'allowance'
        : null
    // 今月合計 may be what was used of it.
    case 'sum':
      return remaining.length > 0 &&
        used.length === 0 &&
        smaller &&
        !weak.claim.label?.thisCycle &&
        group.key.grant === null &&
        groups.length === 1
        ? 'allowance'
        : null
    default:
      // 5GBプラン, with data of last month left beside it: what there was is more than the plan gives.
      if (weak.claim.rule === 'plan-size' && groups.some((other) => other !== group && addsToPlan(other))) return null
      if (weak.claim.rule === 'part-of') return lineOf(groups)?.draft.allowance ? 'allowance' : null
      if (
        remaining.length > 0 &&
        used.length === 0 &&
        weak.claim.label?.thisCycle &&
        isRestOf(weak, remaining, printed)
      )
        return 'used'
      // 当月容量 2.4GB beside 繰越容量 0.6GB is a part of what there was.
      if (
        group.key.grant === null &&
        groups.some((other) => other !== group && other.weighed.some((each) => each.role === weak.role))
      )
        return null
      return anything && smaller && sole && weak.claim.site.part === null ? 'allowance' : null
  }
}

const addsToPlan = ({ key: { grant }, weighed }: Group): boolean =>
  weighed.length > 0 && (grant === 'carryOver' || grant === 'topUp' || grant === 'gift')

/** 今月のデータ量 0.21ギガ, 残り 1.79ギガ（2ギガプラン）. */
const isRestOf = ({ amount }: Weighed, remaining: readonly Weighed[], printed: readonly Site[]): boolean =>
  amount.decimals > 0 &&
  remaining.some(
    (left) =>
      left.amount.decimals > 0 &&
      printed.some((site) => standsBy(site, left) && addExactly(left.amount, amount, site.item.token.amount!)),
  )

function figureOf({ claim, amount }: Weighed, shown: (place: Place) => string): Figure {
  const place = placeOf(claim)
  const value: Amount = {
    kind: 'known',
    lowBytes: amount.bytes,
    highBytes: amount.bytes,
    shown: shown(place),
    base: amount.base,
    baseDeclared: amount.baseDeclared,
  }
  return {
    amount: value,
    provenance: { places: [place], label: claim.label ? shown(claim.label.place) : '', rule: claim.rule },
  }
}
