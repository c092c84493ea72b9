import type { Place } from '../../core/reading.ts'
import { isStrong, type FigureRole, type Role, type Site } from '../tie/claim.ts'
import { WHOLE_LINE, type BucketKey, type Claim } from '../tie/ties.ts'
import { distinct, exceeds, rounding, step } from './arithmetic.ts'
import { isFinerThanGiven } from '../lex/token.ts'
import { grantIn, nameAbove, namesItself, partNameOf, sizeInName } from './part-names.ts'
import {
  countOf,
  groupFor,
  lineOf,
  moveWhole,
  newGroup,
  placeOf,
  remove,
  rowOf,
  type Group,
  type Weighed,
} from './weighed.ts'

interface Piece {
  readonly each: Weighed
  /** Null for a figure whose name we do not know. */
  readonly group: Group | null
}

/**
 * データ残量 7.85GB, then 11月分 5.00GB and 10月分 2.85GB: figures that stand together and add up to one of the line's own are its parts,
 * and each is a bucket, whichever name it has; so are those that add up to what is left and what was used together. Without the sum
 * their labels say too little.
 */
export function settleBreakdown(groups: Group[], untold: readonly Site[], shown: (place: Place) => string): void {
  const line = lineOf(groups)
  // Two parts and their whole are three figures; most texts have fewer, or one for each role.
  if (!line || countOf(groups) + untold.length < 3 || isPlain(line, groups, untold)) return
  const wholes = ROLES_OF_BREAKDOWNS.flatMap((role) => wholesOf(line, role).map((whole) => ({ role, whole })))
  if (wholes.length === 0) return
  const unnamed = untold.filter(namesItself).map((site): Piece => ({ each: pieceOf(site), group: null }))
  const all = [...groups.flatMap((group) => group.weighed.map((each): Piece => ({ each, group }))), ...unnamed].sort(
    (a, b) => placeOf(a.each.claim).start - placeOf(b.each.claim).start,
  )
  let sizes: ReadonlySet<Site | null> | null = null
  for (const { role, whole } of wholes) {
    const candidates = all.filter(({ each }) => (isPiece(each, role) || each.role === role) && !whole.of.includes(each))
    if (candidates.length === 0) continue
    sizes ??= new Set(all.map(({ each }) => sizeInName(each.claim.site)))
    const pieces = candidates.filter(({ each }) => !sizes!.has(each.claim.site))
    const others = pieces.map(({ each }) => each).filter((each) => !each.isPart)
    const parts = runThatAddsUp(others, whole) ?? theWholeAgain(others, whole)
    if (!parts) continue
    const [available] = whole.of
    if (available?.role === 'available') line.weighed[line.weighed.indexOf(available)] = { ...available, role }
    const found = pieces.filter((piece) => parts.includes(piece.each))
    for (const piece of found) {
      const isTwin = piece.group !== null && found.some((other) => other !== piece && other.group === piece.group)
      moveToBucket(piece, role, isTwin, groups, shown)
    }
    return
  }
}

/** 残り 2GB, 使用量 8GB, 上限 10GB, and nothing else. */
function isPlain({ weighed }: Group, groups: readonly Group[], untold: readonly Site[]): boolean {
  if (untold.length > 0 || countOf(groups) > weighed.length) return false
  const roles = new Set<Role>()
  for (const { role } of weighed) {
    if (!isStrong(role) || roles.has(role)) return false
    roles.add(role)
  }
  return true
}

/** Makes a part of one of the line's figures a bucket, by its own name. */
export function moveToBucket(
  { each, group }: Piece,
  role: FigureRole,
  isTwin: boolean,
  groups: Group[],
  shown: (place: Place) => string,
): void {
  if (group) remove(group, each)
  const key = keyOf(each, group, shown)
  // Two coupons of one name are two buckets.
  const bucket = isTwin && group!.key.grant !== null ? newGroup(groups, key) : groupFor(groups, key)
  bucket.weighed.push({ ...each, role, isPart: true })
  moveWhole(each, lineOf(groups)!, bucket)
  const { whole } = each.claim.site
  // 大盛り 63.4GB / 80GB
  const size = group === null && whole?.item.token.kind === 'amount' ? whole : sizeInName(each.claim.site)
  const amount = size?.item.token.amount
  if (!size || !amount || exceeds(each.amount.bytes, amount.bytes) || role !== 'remaining') return
  for (const other of groups)
    for (const again of other.weighed.filter(({ claim }) => claim.site === size)) remove(other, again)
  const claim: Claim = {
    role: 'allowance',
    label: null,
    rule: 'size-in-name',
    strength: 1,
    site: size,
    bucket: key,
    pack: null,
  }
  bucket.weighed.push({ claim, role: 'allowance', amount })
}

function keyOf(each: Weighed, group: Group | null, shown: (place: Place) => string): BucketKey {
  if (group && group.key.grant !== null) return group.key
  const { label, site } = each.claim
  const name = partNameOf(each)
  const grant = group ? null : grantIn(site)
  return {
    grant: grant ?? (label?.role === 'planName' || label?.thisCycle ? 'plan' : 'unknown'),
    name: shown(name).replace(/[\s::(（]+$/, ''),
    section: nameAbove(site)?.row.index ?? placeOf(each.claim).start,
    place: null,
  }
}

const pieceOf = (site: Site): Weighed => ({
  claim: { role: 'piece', label: null, rule: 'breakdown', strength: 1, site, bucket: WHOLE_LINE, pack: null },
  role: 'piece',
  amount: site.item.token.amount!,
})

const ROLES_OF_BREAKDOWNS: readonly FigureRole[] = ['remaining', 'allowance', 'used']

interface Whole {
  readonly bytes: number
  readonly tolerance: number
  /** The figures that it is made of. */
  readonly of: readonly Weighed[]
}

/** The line's figures of a role, totals first; its allowance is also what is left and what was used together. */
function wholesOf(line: Group, role: FigureRole): Whole[] {
  const all = (wanted: FigureRole) => line.weighed.filter((each) => each.role === wanted)
  const [[left], [gone]] = [all('remaining'), all('used')]
  if (role !== 'allowance' || !left || !gone) {
    const available = role === 'remaining' ? soleAvailable(line) : undefined
    const own = available ? [available] : all(role)
    const largest =
      own.length > 1
        ? distinct(own)
            .sort((a, b) => b.amount.bytes - a.amount.bytes)
            .slice(0, MOST_WHOLES)
        : own
    // 7GB is given exactly.
    const exactness = role === 'allowance' ? rounding : step
    return largest.map((each) => ({ bytes: each.amount.bytes, tolerance: exactness(each.amount) / 2, of: [each] }))
  }
  const tolerance = (step(left.amount) + step(gone.amount)) / 2
  return [{ bytes: left.amount.bytes + gone.amount.bytes, tolerance, of: [left, gone] }]
}

/** Total available 7.6 GB, Main plan 5.3 GB, Boost 2.3 GB: what was given comes in whole or half units, so these are what is left. */
function soleAvailable({ weighed }: Group): Weighed | undefined {
  const [available, second] = weighed.filter(({ role }) => role === 'available')
  const isSole = available && !second && !weighed.some(({ role }) => role === 'remaining' || role === 'used')
  return isSole && isFinerThanGiven(available.amount) ? available : undefined
}

const MOST_WHOLES = 2

/** 今月 4.5GB, 先月 2.0GB: what was used then is no part of what was used now. */
const isPiece = ({ role, claim }: Weighed, ofRole: FigureRole): boolean =>
  (!(ofRole === 'used' && claim.label?.period === 'past') && role === 'piece' && claim.rule !== 'pair-under-name') ||
  ((role === 'capacity' ||
    role === 'planName' ||
    role === 'allowance' ||
    (role === 'available' && claim.label?.thisCycle === true)) &&
    claim.label !== null &&
    !claim.site.part)

/** The longest run of pieces in neighbouring rows that adds up to the whole, at least two; null when there is none. */
function runThatAddsUp(pieces: readonly Weighed[], whole: Whole): Weighed[] | null {
  for (let from = 0; from < pieces.length - 1; from++) {
    let bytes = pieces[from]!.amount.bytes
    let tolerance = whole.tolerance + rounding(pieces[from]!.amount) / 2
    let found: Weighed[] | null = null
    for (
      let to = from + 1;
      to < Math.min(pieces.length, from + MOST_PARTS) &&
      rowOf(pieces[to]!) - rowOf(pieces[to - 1]!) <= FARTHEST_NEIGHBOUR;
      to++
    ) {
      bytes += pieces[to]!.amount.bytes
      tolerance += rounding(pieces[to]!.amount) / 2
      if (Math.abs(bytes - whole.bytes) <= tolerance && standsBeside(pieces.slice(from, to + 1), whole))
        found = pieces.slice(from, to + 1)
    }
    if (found) return found
  }
  return null
}

/** Near its whole and on one side of it; where we know no name, figures as fine as no chance makes them. */
function standsBeside(run: readonly Weighed[], { of }: Whole): boolean {
  const rows = of.map(rowOf)
  const [first, last] = [rowOf(run[0]!), rowOf(run.at(-1)!)]
  const near = rows.some((row) => Math.abs(row - first) <= FARTHEST_WHOLE || Math.abs(row - last) <= FARTHEST_WHOLE)
  const straddles = of.length === 1 && first < rows[0]! && last > rows[0]!
  const isFine = run.some(({ amount }) => amount.decimals > 0 || amount.power < 3)
  // 通信容量 6,000MB（前月繰越 0MB、チャージ 0MB を含む）: that is the whole itself.
  const isWhole = run.some(
    ({ claim, amount, role }) =>
      role !== 'piece' &&
      !claim.label?.grant &&
      !claim.label?.thisCycle &&
      amount.bytes === run.reduce((sum, each) => sum + each.amount.bytes, 0),
  )
  return near && !straddles && !isWhole && (isFine || run.every(isNamed))
}

/** Its label is more than 残り. */
const isNamed = ({ claim: { label } }: Weighed): boolean =>
  label !== null && (label.role === 'allowance' || !isStrong(label.role) || label.namePlace !== null || label.thisCycle)

const FARTHEST_WHOLE = 12
/** A name, what is left of it and its end. */
const FARTHEST_NEIGHBOUR = 3

/** 剩余流量 9.31GB, and 国内通用 9.31GB in the list below: all that is left is of one bucket. */
function theWholeAgain(pieces: readonly Weighed[], { of }: Whole): Weighed[] | null {
  const [whole, other] = of
  const same = pieces.filter(
    ({ claim, role, amount }) =>
      role === 'piece' &&
      claim.label?.grant &&
      !whole!.claim.label?.grant &&
      amount.decimals > 1 &&
      amount.decimals === whole!.amount.decimals &&
      amount.bytes === whole!.amount.bytes,
  )
  return !other && same.length === 1 ? same : null
}

const MOST_PARTS = 12
