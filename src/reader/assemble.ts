import { exactBytes, type Amount } from '../core/amount.ts'
import type { Doubt, Figure, Place, WallClock } from '../core/reading.ts'
import { isStrong, type Role, type Site } from './claim.ts'
import { completeYear } from './dates.ts'
import type { Draft, DraftBucket, DraftFigures } from './draft.ts'
import { emptyDraft } from './draft.ts'
import { bytesOf } from './lex.ts'
import type { BucketKey, Claim, DateClaim, Ties } from './tie.ts'
import { placeOfToken, type LexedAmount } from './token.ts'

const ZONE = 'Asia/Tokyo'

type FigureRole = 'remaining' | 'used' | 'allowance'
const FIGURE_ROLES: readonly FigureRole[] = ['remaining', 'used', 'allowance']

/** A claim whose figure has a unit. */
interface Weighed {
  readonly claim: Claim
  readonly role: Role
  readonly amount: LexedAmount
  /** Found to be the sum of the line's other figures, or one of those. */
  isTotal?: boolean
  isPart?: boolean
}

interface Group {
  readonly key: BucketKey
  readonly weighed: Weighed[]
  readonly draft: DraftBucket
}

/**
 * Puts what was tied together into one line's draft: claims by bucket, one figure a role. Where two figures claim one role,
 * the better tied one wins, else none; weak roles become strong ones only where the rest agrees.
 * `shown` quotes the text; `today` (YYYY-MM-DD) completes dates without a year when the text has no as-of date.
 */
export function assemble(ties: Ties, shown: (place: Place) => string, today: string | null): Draft {
  const draft = emptyDraft()
  draft.doubts.push(...ties.doubts)
  const asOf = ties.dates.find((date) => date.kind === 'asOf')
  const asOfClock = asOf && wallClock(asOf, today)
  if (asOfClock) draft.asOf = asOfClock
  const groups = groupClaims(ties, draft.doubts)
  splitNames(groups, ties.untold, shown)
  splitTotals(groups)
  settleBreakdown(groups, shown)
  for (const group of groups) settle(group, groups, ties, draft.doubts, shown)
  applyStates(ties, groups, draft, shown)
  for (const { key, draft: bucket } of groups) if (key.place) bucket.name = shown(key.place)
  applyDates(ties, groups, draft, asOfClock?.at ?? today)
  collect(groups, draft, ties.untold)
  return draft
}

// ---- claims by bucket

function groupClaims(ties: Ties, doubts: Doubt[]): Group[] {
  const groups: Group[] = []
  const bare: Claim[] = []
  for (const claim of ties.claims) {
    const amount = amountOf(claim)
    if (amount)
      groupFor(groups, claim.bucket).weighed.push({ claim, role: isUseSoFar(claim) ? 'used' : claim.role, amount })
    else bare.push(claim)
  }
  adoptUnits(bare, ties.printed, groups, doubts)
  return groups
}

/** 今月の通信量, 合計通信量, 11月の通信量: used; 通信量 alone may be anything. */
const isUseSoFar = ({ role, label, site }: Claim): boolean =>
  role === 'volume' &&
  label !== null &&
  (label.thisCycle || label.total || label.month !== null || site.clause.senses.has('thisCycle'))

const lineOf = (groups: readonly Group[]): Group | undefined => groups.find((group) => group.key.grant === null)

function groupFor(groups: Group[], key: BucketKey): Group {
  const found = groups.find((group) => sameBucket(group.key, key))
  if (found) return found
  const group: Group = { key, weighed: [], draft: { name: key.name, grant: key.grant ?? 'unknown' } }
  groups.push(group)
  return group
}

const remove = ({ weighed }: Group, each: Weighed): void => void weighed.splice(weighed.indexOf(each), 1)

/** One bucket may be called 基本データ and 基本データ容量 on one page; two toppings have two names. */
function sameBucket(a: BucketKey, b: BucketKey): boolean {
  if (a.grant !== b.grant) return false
  if (a.section !== null && b.section !== null && a.section !== b.section) return false
  return a.name === b.name || a.name === '' || b.name === '' || a.name.includes(b.name) || b.name.includes(a.name)
}

/** The figure with its unit: its own, that of its label "残量(GB)", or that of the other figure in "20 / 100 GB". */
function amountOf({ site, label, role, rule }: Claim): LexedAmount | null {
  const own = site.item.token.amount!
  if (site.item.token.kind === 'amount') return own
  // Nothing is nothing in any unit.
  if (own.mantissa === 0 && role === 'remaining' && (rule === 'label-before' || rule === 'topic'))
    return { ...own, bytes: 0 }
  const other = site.whole
  const shared = other?.item.token.kind === 'amount' && other.clause === site.clause ? other.item.token.amount! : null
  const power = shared?.power ?? label?.unitPower
  if (power == null) return null
  const base = shared?.base ?? own.base
  return inUnit(own, power, base)
}

const inUnit = (amount: LexedAmount, power: number, base: 1000 | 1024): LexedAmount => ({
  ...amount,
  bytes: bytesOf(amount.mantissa, amount.decimals, power, base),
  power,
  base,
})

/** 361.56 Remaining, 38.44 Used, and somewhere "400GB": two bare figures that add up to an amount have its unit. */
function adoptUnits(bare: readonly Claim[], printed: readonly Site[], groups: Group[], doubts: Doubt[]): void {
  for (const claim of bare) {
    const partners = isStrong(claim.role)
      ? bare.filter((other) => isStrong(other.role) && other.role !== claim.role)
      : []
    const site = printed.find((candidate) =>
      partners.some((partner) => addsUp(claim, partner, candidate.item.token.amount!)),
    )
    const whole = site?.item.token.amount
    const own = claim.site.item.token.amount!
    if (!site || !whole) {
      doubts.push({ code: 'no-unit', place: placeOf(claim) })
      continue
    }
    groupFor(groups, claim.bucket).weighed.push(
      { claim, role: claim.role, amount: inUnit(own, whole.power, whole.base) },
      {
        claim: { role: 'allowance', label: null, rule: 'adds-up', strength: 1, site, bucket: claim.bucket },
        role: 'allowance',
        amount: whole,
      },
    )
  }
}

function addsUp(a: Claim, b: Claim, whole: LexedAmount): boolean {
  const [first, second] = [a.site.item.token.amount!, b.site.item.token.amount!]
  if (first.decimals === 0 && second.decimals === 0) return false
  const sum = first.mantissa / 10 ** first.decimals + second.mantissa / 10 ** second.decimals
  return Math.abs(sum - whole.mantissa / 10 ** whole.decimals) < 0.011
}

const placeOf = (claim: Claim): Place => placeOfToken(claim.site.item.token)

/**
 * パスケット残高 2GB beside データ残量 12GB: where two figures claim one role of the line, those with a name of their own
 * that we do not know are buckets of that name.
 */
function splitNames(groups: Group[], unexplained: readonly Site[], shown: (place: Place) => string): void {
  const line = lineOf(groups)
  if (!line) return
  for (const role of ['remaining', 'used'] as const) {
    const claims = line.weighed.filter((each) => each.role === role)
    if (distinct(claims).length < 2 && !claims.some((each) => hasNeighbour(each.claim, unexplained))) continue
    for (const each of claims) {
      const name = nameOf(each.claim)
      if (!name) continue
      remove(line, each)
      const bucket = groupFor(groups, {
        grant: 'unknown',
        name: shown(name),
        section: each.claim.site.clause.cell.row.index,
        place: null,
      })
      bucket.weighed.push(each)
      const { whole } = each.claim.site
      for (const part of line.weighed.filter((other) => whole && other.claim.site === whole)) {
        remove(line, part)
        bucket.weighed.push(part)
      }
    }
  }
}

/** Whether a figure of data right above or below was not explained: a row of the same kind with another name. */
function hasNeighbour({ site }: Claim, unexplained: readonly Site[]): boolean {
  const { row } = site.clause.cell
  return unexplained.some(
    (other) =>
      other.clause.cell.row.block === row.block &&
      other.clause.cell.row !== row &&
      Math.abs(other.clause.cell.row.index - row.index) <= 1 &&
      other.clause.items[0]?.kind === 'other',
  )
}

/** The unknown words right before a claim's label, or before its figure at the start of its row. */
function nameOf({ label, site }: Claim): Place | null {
  if (label?.prefix) return label.prefix
  const first = site.clause.items[0]
  const isName = first?.kind === 'other' && first.token.kind === 'other' && site.index === 1
  return isName ? placeOfToken(first.token) : null
}

/** 合計は8.5GB beside 今月のデータ残量は6GB: the total is the line's, the other its plan's. */
function splitTotals(groups: Group[]): void {
  const line = lineOf(groups)
  if (!line) return
  const parts = groups.filter((group) => group !== line && group.key.grant !== 'appOnly')
  for (const sum of line.weighed.filter((each) => each.role === 'sum')) {
    const role = ROLES_OF_SUMS.find((candidate) => sumOf(candidate, line, parts, sum))
    if (role) line.weighed[line.weighed.indexOf(sum)] = { ...sum, role }
  }
  for (const plan of parts.filter((group) => group.key.grant === 'plan')) {
    const size = plan.weighed.find(
      (each) =>
        (each.role === 'capacity' || each.role === 'allowance' || each.role === 'piece') &&
        sumOf('allowance', line, [], each),
    )
    if (!size) continue
    remove(plan, size)
    line.weighed.push({ ...size, role: 'allowance' })
  }
  for (const role of ['remaining', 'used'] as const) markTotal(line, parts, role)
  for (const role of ['remaining', 'used'] as const) {
    const totals = line.weighed.filter(
      (each) =>
        (each.role === role ||
          (role === 'remaining' && each.role === 'available' && isSumOfRemaining(each, line, parts))) &&
        (each.claim.label?.total || each.claim.role === 'sum' || each.isTotal),
    )
    const [total] = totals
    if (!total || !totals.every((each) => isSame(each.amount, total.amount))) continue
    for (const other of line.weighed.filter((each) => each.role === role && !isSame(each.amount, total.amount))) {
      remove(line, other)
      if ((other.claim.label?.thisCycle || other.isPart) && other.amount.bytes < total.amount.bytes)
        groupFor(groups, { grant: 'plan', name: '', section: null, place: null }).weighed.push(other)
    }
    line.weighed[line.weighed.indexOf(total)] = { ...total, role }
  }
}

/**
 * データ残量 7.85GB, then 11月分 5.00GB and 10月分 2.85GB: figures that stand together and add up to one of the line's own are its parts,
 * and each is a bucket. Without the sum their labels say too little.
 */
function settleBreakdown(groups: Group[], shown: (place: Place) => string): void {
  const line = lineOf(groups)
  if (!line) return
  const pieces = groups
    .flatMap((group) => group.weighed.filter((each) => isPiece(each)).map((each) => ({ each, group })))
    .sort((a, b) => placeOf(a.each.claim).start - placeOf(b.each.claim).start)
  for (const role of ROLES_OF_BREAKDOWNS) {
    const whole = line.weighed.find((each) => each.role === role)
    const others = pieces.map(({ each }) => each).filter((each) => each !== whole)
    const parts = whole && runThatAddsUp(others, whole)
    if (!parts) continue
    for (const { each, group } of pieces.filter((piece) => parts.includes(piece.each))) {
      remove(group, each)
      const { label, site } = each.claim
      const named = label
        ? shown(label.place)
        : shown({ start: site.clause.cell.place.start, end: placeOf(each.claim).start }).trim()
      const key: BucketKey =
        group.key.grant === null
          ? {
              grant: label?.role === 'planName' ? 'plan' : 'unknown',
              name: named,
              section: placeOf(each.claim).start,
              place: null,
            }
          : group.key
      groupFor(groups, key).weighed.push({ ...each, role, isPart: true })
    }
    return
  }
}

const ROLES_OF_BREAKDOWNS: readonly FigureRole[] = ['remaining', 'allowance', 'used']

const isPiece = ({ role, claim }: Weighed): boolean =>
  role === 'piece' ||
  ((role === 'capacity' || role === 'planName' || role === 'allowance') && claim.label !== null && !claim.site.part)

/** The longest run of pieces in neighbouring rows that adds up to the whole, at least two; null when there is none. */
function runThatAddsUp(pieces: readonly Weighed[], whole: Weighed): Weighed[] | null {
  for (let from = 0; from < pieces.length - 1; from++) {
    let bytes = pieces[from]!.amount.bytes
    let tolerance = (step(whole.amount) + rounding(pieces[from]!.amount)) / 2
    let found: Weighed[] | null = null
    for (
      let to = from + 1;
      to < Math.min(pieces.length, from + MOST_PARTS) && rowOf(pieces[to]!) - rowOf(pieces[to - 1]!) <= 2;
      to++
    ) {
      bytes += pieces[to]!.amount.bytes
      tolerance += rounding(pieces[to]!.amount) / 2
      if (Math.abs(bytes - whole.amount.bytes) <= tolerance) found = pieces.slice(from, to + 1)
    }
    if (found) return found
  }
  return null
}

const MOST_PARTS = 12

/** A part printed without decimals (20GB) is meant exactly. */
const rounding = (amount: LexedAmount): number => (amount.decimals > 0 ? step(amount) : 0)

const rowOf = (each: Weighed): number => each.claim.site.clause.cell.row.index

const ROLES_OF_SUMS: readonly FigureRole[] = ['allowance', 'remaining', 'used']

/** 合わせて6.0GBお使いいただけます is a total only where the rest adds up to it; else 利用可能 is what there was. */
function isSumOfRemaining(total: Weighed, line: Group, parts: readonly Group[]): boolean {
  return sumOf('remaining', line, parts, total) || line.weighed.every((each) => each.role !== 'remaining')
}

/** データ残量 6.73GB, 月間データ容量残量 6.23GB, データチャージ残量 0.50GB: the figure that the others add up to is the total, they are its parts. */
function markTotal(line: Group, parts: readonly Group[], role: FigureRole): void {
  const own = distinct(line.weighed.filter((each) => each.role === role))
  if (own.length < 2) return
  const buckets = parts
    .map((part) => distinct(part.weighed.filter((each) => each.role === role)))
    .filter((each) => each.length === 1)
    .map(([each]) => each!)
  const total = own.find((candidate) => addUpTo([...own.filter((each) => each !== candidate), ...buckets], candidate))
  if (!total) return
  for (const each of line.weighed)
    if (each.role === role && each.claim.label)
      Object.assign(each, { isTotal: isSame(each.amount, total.amount), isPart: !isSame(each.amount, total.amount) })
}

const distinct = (claims: readonly Weighed[]): Weighed[] =>
  claims.filter((each, i) => !claims.slice(0, i).some((other) => isSame(other.amount, each.amount)))

/** Whether a total is what this role's figures add up to: the allowance of used + remaining, or a sum of buckets. */
function sumOf(role: FigureRole, line: Group, parts: readonly Group[], sum: Weighed): boolean {
  const of = (group: Group, wanted: FigureRole): Weighed[] => group.weighed.filter((each) => each.role === wanted)
  if (role === 'allowance')
    return of(line, 'remaining').some((left) =>
      of(line, 'used').some((gone) => fits(left.amount, gone.amount, sum.amount)),
    )
  const figures: Weighed[] = []
  for (const each of [...of(line, role), ...parts.flatMap((part) => of(part, role))])
    if (
      !figures.some(
        (other) => other.claim.bucket.grant === each.claim.bucket.grant && isSame(other.amount, each.amount),
      )
    )
      figures.push(each)
  return addUpTo(figures, sum)
}

/** Two figures or more that make the sum, within the rounding of what is printed. */
function addUpTo(figures: readonly Weighed[], sum: Weighed): boolean {
  const bytes = figures.reduce((total, each) => total + each.amount.bytes, 0)
  const tolerance = figures.reduce((total, each) => total + step(each.amount), step(sum.amount)) / 2
  return figures.length > 1 && Math.abs(bytes - sum.amount.bytes) <= tolerance
}

// ---- one figure a role

function settle(
  group: Group,
  groups: readonly Group[],
  ties: Ties,
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
    if (isPartOfSum(chosen, group, ties.untold)) doubts.push({ code: 'does-not-add-up', place: placeOf(chosen.claim) })
    else group.draft[role] = figureOf(chosen, shown)
  }
  for (const weak of group.weighed.filter((each) => !isStrong(each.role))) {
    const role = roleOfWeak(weak, group, groups)
    if (role && group.draft[role] === undefined) group.draft[role] = figureOf(weak, shown)
    else if (!role) doubts.push({ code: 'no-label', place: placeOf(weak.claim) })
  }
}

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

/** A part that is larger than its whole was misread, or is not a part: "500 / 7GB". */
function refuseImpossibleParts(group: Group, doubts: Doubt[]): void {
  for (let i = group.weighed.length - 1; i >= 0; i--) {
    const { claim, amount } = group.weighed[i]!
    const whole = claim.site.whole?.item.token.amount
    if (!whole || !exceeds(amount.bytes, whole.bytes)) continue
    group.weighed.splice(i, 1)
    doubts.push({ code: 'does-not-add-up', place: placeOf(claim) })
  }
}

/** The figure that the claims to one role agree on, loose ones aside; none when they disagree, unless only one of them adds up. */
function pick(claims: readonly Weighed[], group: Group, doubts: Doubt[]): Weighed | null {
  if (claims.length === 0) return null
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

/** Larger even if one of the two counts 1000 and the other 1024. */
const exceeds = (bytes: number, other: number): boolean => bytes > other * 1.025

/** Size of one unit of the last printed digit, in bytes. */
const step = (amount: LexedAmount): number => bytesOf(1, 0, amount.power, amount.base) / 10 ** amount.decimals

/** Equal within the rounding of the coarser of the two, in either base. */
function isSame(a: LexedAmount, b: LexedAmount): boolean {
  const tolerance = Math.max(step(a), step(b)) / 2
  if (Math.abs(a.bytes - b.bytes) <= tolerance) return true
  const powers = Math.abs(a.power - b.power)
  const [finer, coarser] = a.power < b.power ? [a, b] : [b, a]
  return powers > 0 && Math.abs(finer.bytes / 1.024 ** powers - coarser.bytes) <= tolerance
}

/** used + remaining = allowance, within the rounding of what is printed, in decimal or binary units. */
function fits(remaining: LexedAmount, used: LexedAmount, allowance: LexedAmount): boolean {
  const tolerance = step(remaining) + step(used) + step(allowance)
  if (Math.abs(remaining.bytes + used.bytes - allowance.bytes) <= tolerance) return true
  const binary = (amount: LexedAmount): number => bytesOf(amount.mantissa, amount.decimals, amount.power, 1024)
  return Math.abs(binary(remaining) + binary(used) - binary(allowance)) <= tolerance * 1.08
}

/**
 * What a weak label means here. 利用可能: what is left where it adds up or stands as X of "X / Y"; what there was beside what is left; else nothing. 容量 and a plan's size: the allowance, when what is
 * left or used is known and fits into it. 通信量: used, this cycle's or beside what is left.
 */
function roleOfWeak(weak: Weighed, group: Group, groups: readonly Group[]): FigureRole | null {
  const strong = (role: FigureRole): Weighed[] => group.weighed.filter((each) => each.role === role)
  const remaining = group.draft.remaining ? strong('remaining') : []
  const used = group.draft.used ? strong('used') : []
  const smaller = [...remaining, ...used].every((each) => !exceeds(each.amount.bytes, weak.amount.bytes))
  const anything = remaining.length + used.length > 0
  const sole = groups.every((other) => other === group || other.weighed.length === 0 || other.key.grant !== null)
  const twins = group.weighed.filter((each) => each.role === weak.role && !isSame(each.amount, weak.amount))
  if (twins.length > 0) return null
  switch (weak.role) {
    case 'available':
      if (remaining.length > 0) return smaller && group.draft.allowance === undefined ? 'allowance' : null
      if (weak.claim.site.whole || (weak.claim.rule === 'label-after' && weak.claim.label?.spaced)) return 'remaining'
      if (used.length === 0) return null
      return strong('allowance').some((each) => fits(weak.amount, used[0]!.amount, each.amount)) ? 'remaining' : null
    case 'volume':
      if (used.length > 0) return null
      if (strong('allowance').some((each) => remaining.some((left) => fits(left.amount, weak.amount, each.amount))))
        return 'used'
      return null
    case 'planName':
      return remaining.some((left) => used.some((gone) => fits(left.amount, gone.amount, weak.amount)))
        ? 'allowance'
        : null
    case 'sum':
      return remaining.length > 0 && used.length === 0 && smaller && group.key.grant === null && groups.length === 1
        ? 'allowance'
        : null
    case 'piece':
      return null
    default:
      return anything && smaller && sole && weak.claim.site.part === null ? 'allowance' : null
  }
}

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

// ---- states and dates

/** Rows that say that nothing is left, unless another row says that something is. */
function rowsWithNothingLeft(ties: Ties, groups: readonly Group[]): number[] {
  const left = groups.flatMap((group) => group.weighed.filter((each) => each.role === 'remaining'))
  if (left.some((each) => each.amount.bytes > 0)) return []
  return [
    ...left.map(rowOf),
    ...ties.states.filter((state) => state.sense === 'exhausted').map((state) => state.row.index),
  ]
}

function applyStates(ties: Ties, groups: Group[], draft: Draft, shown: (place: Place) => string): void {
  const throttled = new Set(
    ties.states
      .filter((state) => state.sense === 'throttled' || state.sense === 'unthrottled')
      .map((state) => state.sense),
  )
  if (throttled.size === 1) draft.throttled = throttled.has('throttled')
  // データ残量がなくなりました。月末まで最大1Mbpsでご利用いただけます。
  const empty = ties.speeds.length > 0 ? rowsWithNothingLeft(ties, groups) : []
  if (throttled.size === 0 && ties.speeds.some(({ row }) => empty.some((index) => Math.abs(row.index - index) <= 3)))
    draft.throttled = true
  for (const { sense, item, bucket, alone } of ties.states) {
    if (alone && ties.claims.length === 0 && !ties.dates.some((date) => date.kind === 'expires')) continue
    const place = placeOfToken(item.token)
    const provenance = { places: [place], label: shown(place), rule: 'in-words' }
    if (sense === 'unlimited')
      groupFor(
        groups,
        bucket.grant === 'plan' && groups.some((group) => group.key.grant === null && group.draft.used)
          ? { ...bucket, grant: null }
          : bucket,
      ).draft.unlimited = true
    if (sense !== 'exhausted') continue
    const group = groupFor(groups, bucket)
    const amount: Amount = {
      kind: 'known',
      lowBytes: 0,
      highBytes: 0,
      shown: shown(place),
      base: 1000,
      baseDeclared: true,
    }
    // 基本データを使い切りました beside a balance of something else says nothing about that balance.
    if (groups.every((other) => other.draft.remaining === undefined)) group.draft.remaining = { amount, provenance }
  }
}

function wallClock(date: DateClaim, from: string | null): WallClock | null {
  const at = completeYear(date.site.token.date!.at!, from)
  return at === null ? null : { at, zone: ZONE, places: [placeOfToken(date.site.token)] }
}

/** Where a page has buckets, a date is the line's only right after a figure of the line. */
function isOfLine(date: DateClaim, groups: readonly Group[]): boolean {
  const { row } = date.site.clause.cell
  const line = lineOf(groups)
  const inRow = line?.weighed.filter((each) => rowOf(each) === row.index) ?? []
  // The figure beside it was given up: then so is its date.
  if (
    inRow.length > 0 &&
    !inRow.some((each) =>
      FIGURE_ROLES.some((role) => line!.draft[role]?.provenance?.places[0]?.start === placeOf(each.claim).start),
    )
  )
    return false
  if (groups.every((group) => group.key.grant === null || isEmpty(group.draft))) return true
  return groups.some(
    (group) =>
      group.key.grant === null &&
      group.weighed.some((each) => row.index - rowOf(each) >= 0 && row.index - rowOf(each) <= 2),
  )
}

/** The bucket that a date is about; the line, when it is about the line or about what was bought for it; nothing, when it is about a bucket that has no figures. */
function ownerOf({ bucket, site }: DateClaim, groups: readonly Group[], draft: Draft): DraftBucket | Draft | null {
  if (bucket.grant === null) return pieceAbove(site.clause.cell.row.index, groups) ?? draft
  if (bucket.grant === 'daily') return draft
  const group = groups.find((each) => sameBucket(each.key, bucket) && !isEmpty(each.draft))
  return (
    group?.draft ?? (bucket.grant === 'topUp' || bucket.grant === 'plan' || bucket.grant === 'roaming' ? draft : null)
  )
}

/** 月間データ容量 1.87GB became a bucket because it is part of a sum: so does the date below it. */
function pieceAbove(row: number, groups: readonly Group[]): DraftBucket | null {
  const near = groups
    .flatMap((group) => group.weighed.map((each) => ({ group, isPart: each.isPart, distance: row - rowOf(each) })))
    .filter(({ distance }) => distance >= 0 && distance <= 2)
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.isPart ? near[0].group.draft : null
}

function applyDates(ties: Ties, groups: Group[], draft: Draft, from: string | null): void {
  const contradicted = new Set<DraftBucket | Draft>()
  for (const date of ties.dates) {
    const clock = date.kind === 'expires' ? wallClock(date, from) : null
    if (!clock) continue
    const owner = ownerOf(date, groups, draft)
    if (!owner) continue
    if (owner === draft && !isOfLine(date, groups)) continue
    if (owner.expires && owner.expires.at !== clock.at) contradicted.add(owner)
    owner.expires ??= clock
  }
  for (const owner of contradicted) delete owner.expires
}

// ---- the line

const figures = (from: DraftFigures): DraftFigures => ({
  ...(from.allowance && { allowance: from.allowance }),
  ...(from.used && { used: from.used }),
  ...(from.remaining && { remaining: from.remaining }),
})

const isEmpty = (bucket: DraftBucket): boolean =>
  !bucket.allowance && !bucket.used && !bucket.remaining && bucket.unlimited === undefined

/** The line's own figures, its buckets, and, where only one bucket is for everything, that bucket's figures as the line's. */
function collect(groups: readonly Group[], draft: Draft, unexplained: readonly Site[]): void {
  const buckets = groups
    .filter((group) => group.key.grant !== null && !isEmpty(group.draft) && saysMoreThanAllowance(group))
    .map((group) => group.draft)
  const line = lineOf(groups)
  if (line && saysMoreThanAllowance(line)) {
    draft.total = figures(line.draft)
    if (line.draft.unlimited !== undefined) draft.unlimited = line.draft.unlimited
    // Less than one of its own buckets is not the line's.
    const left = draft.total.remaining && exactBytes(draft.total.remaining.amount)
    if (
      left !== undefined &&
      left !== null &&
      buckets.some((each) => each.remaining && isGeneral(each) && exactBytes(each.remaining.amount)! > left)
    )
      delete draft.total.remaining
    // What is left of unlimited data is left of something else: tethering, high speed.
    if (draft.unlimited) delete draft.total.remaining
  }
  draft.buckets = buckets
  // A date of figures that were given up.
  if (line?.weighed.length && Object.keys(draft.total).length === 0 && draft.unlimited === undefined)
    delete draft.expires
  const [only, second] = buckets.filter(isGeneral)
  // Where the line has figures of its own, even contradictory ones, a bucket's are not the line's.
  // Another bucket or a sum that nothing explains: then the one that was read is not the line.
  const untold = groups.some(
    (group) =>
      group.draft !== only &&
      group.weighed.some((each) => each.role === 'sum' || (each.role === 'piece' && each.claim.label?.grant)),
  )
  if (!only || second || untold || ((only.grant === 'daily' || only.grant === 'unknown') && unexplained.length > 0))
    return
  if (line?.weighed.some((each) => isStrong(each.role))) {
    const same =
      draft.total.remaining &&
      only.remaining &&
      exactBytes(draft.total.remaining.amount) === exactBytes(only.remaining.amount)
    if (same && !draft.expires && only.expires) draft.expires = only.expires
    return
  }
  draft.total = figures(only)
  if (draft.unlimited === undefined && only.unlimited !== undefined) draft.unlimited = only.unlimited
  if (!draft.expires && only.expires) draft.expires = only.expires
}

/** Whether a bucket can be used for anything, here. */
const isGeneral = ({ grant }: DraftBucket): boolean => grant !== 'appOnly' && grant !== 'tethering'

/** An allowance alone is a price list's; with anything else, as Y of "X / Y" or as part of the line's, it is an allowance now. */
function saysMoreThanAllowance({ draft, weighed }: Group): boolean {
  return (
    draft.remaining !== undefined ||
    draft.used !== undefined ||
    draft.unlimited === true ||
    weighed.some((each) => each.isPart || each.claim.rule === 'whole-of' || each.claim.rule === 'percent-of')
  )
}
