import type { Place } from '../../core/reading.ts'
import type { WordSense } from '../lex/lexicon.ts'
import type { Item } from '../tie/layout.ts'
import { isStrong, type FigureRole, type Site } from '../tie/claim.ts'
import { WHOLE_LINE, type BucketKey } from '../tie/ties.ts'
import { isFinerThanGiven, rounding, step } from './arithmetic.ts'
import { groupFor, lineOf, placeOf, remove, rowOf, type Group, type Weighed } from './weighed.ts'

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
  // Two parts and their whole are three figures; most texts have fewer.
  if (!line || groups.reduce((count, group) => count + group.weighed.length, untold.length) < 3) return
  const wholes = ROLES_OF_BREAKDOWNS.map((role) => ({ role, whole: wholeOf(line, role) }))
  if (wholes.every(({ whole }) => whole === null)) return
  const unnamed = untold.filter(namesItself).map((site): Piece => ({ each: pieceOf(site), group: null }))
  const all = [...groups.flatMap((group) => group.weighed.map((each): Piece => ({ each, group }))), ...unnamed].sort(
    (a, b) => placeOf(a.each.claim).start - placeOf(b.each.claim).start,
  )
  for (const { role, whole } of wholes) {
    if (!whole) continue
    const pieces = all.filter(({ each, group }) => isPiece(each) || (each.role === role && group !== line))
    const others = pieces.map(({ each }) => each).filter((each) => !each.isPart && !whole.of.includes(each))
    const parts = runThatAddsUp(others, whole) ?? theWholeAgain(others, whole)
    if (!parts) continue
    const [available] = whole.of
    if (available?.role === 'available') line.weighed[line.weighed.indexOf(available)] = { ...available, role }
    for (const { each, group } of pieces.filter((piece) => parts.includes(piece.each))) {
      if (group) remove(group, each)
      groupFor(groups, keyOf(each, group, shown)).weighed.push({ ...each, role, isPart: true })
      moveWhole(each, line, groupFor(groups, keyOf(each, group, shown)))
    }
    return
  }
}

/** 当月分 15.00GB中 9.35GB: the whole goes with its part. */
function moveWhole({ claim }: Weighed, line: Group, bucket: Group): void {
  const { whole } = claim.site
  for (const each of line.weighed.filter((other) => whole && other.claim.site === whole)) {
    remove(line, each)
    bucket.weighed.push(each)
  }
}

function keyOf(each: Weighed, group: Group | null, shown: (place: Place) => string): BucketKey {
  if (group && group.key.grant !== null) return group.key
  const { label, site } = each.claim
  const { start } = placeOf(each.claim)
  const from = site.clause.parent ? site.clause.items[0]!.token.start : site.clause.cell.row.cells[0]!.place.start
  const name = shown(label?.place ?? { start: from, end: start }).replace(/[\s::(（]+$/, '')
  const grant = group ? null : site.clause.items.find((item) => item.label?.grant)?.label?.grant
  return {
    grant: grant ?? (label?.role === 'planName' || label?.thisCycle ? 'plan' : 'unknown'),
    name,
    section: start,
    place: null,
  }
}

/** Gigaプラス 2.50GB, 回線1 4.2GB, パケットギフト・その他 500MB: words stand before the figure in its row, and no role among them. */
function namesItself(site: Site): boolean {
  const { cell, items, parent } = site.clause
  const { token } = site.item
  const [first, second] = cell.row.cells
  const named = second === cell ? first!.clauses.flatMap((clause) => clause.items) : items.slice(0, site.index)
  const isBareNumber = ({ token: { kind } }: Item): boolean => second === cell && kind === 'number'
  return (
    !parent &&
    !site.part &&
    !NO_BUCKETS.some((sense) => site.clause.senses.has(sense)) &&
    !token.amount!.refused &&
    (first === cell || second === cell) &&
    named.length > 0 &&
    named.every((item) => item.kind === 'other' || isBareNumber(item) || (item.label && !isStrong(item.label.role))) &&
    token.start - first!.place.start <= LONGEST_NAME
  )
}

/** 動画 0.80GB, ギフト可能 2.5GB: shares of use, or what may be done with data. */
const NO_BUCKETS: readonly WordSense[] = ['notData', 'storage', 'otherService', 'givenAway', 'upTo', 'condition']

const LONGEST_NAME = 30

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

/** The line's figure of a role; its allowance is also what is left and what was used together. */
function wholeOf(line: Group, role: FigureRole): Whole | null {
  const one = (wanted: FigureRole) => line.weighed.find((each) => each.role === wanted)
  const [printed, left, gone] = [
    one(role) ?? (role === 'remaining' ? soleAvailable(line) : undefined),
    one('remaining'),
    one('used'),
  ]
  if (printed && (role !== 'allowance' || !left || !gone))
    return { bytes: printed.amount.bytes, tolerance: step(printed.amount) / 2, of: [printed] }
  if (role !== 'allowance' || !left || !gone) return null
  const tolerance = (step(left.amount) + step(gone.amount)) / 2
  return { bytes: left.amount.bytes + gone.amount.bytes, tolerance, of: [left, gone] }
}

/** Total available 7.6 GB, Main plan 5.3 GB, Boost 2.3 GB: what was given comes in whole or half units, so these are what is left. */
function soleAvailable({ weighed }: Group): Weighed | undefined {
  const [available, second] = weighed.filter(({ role }) => role === 'available')
  const isSole = available && !second && !weighed.some(({ role }) => role === 'remaining' || role === 'used')
  return isSole && isFinerThanGiven(available.amount) ? available : undefined
}

const isPiece = ({ role, claim }: Weighed): boolean =>
  role === 'piece' ||
  ((role === 'capacity' || role === 'planName' || role === 'allowance') && claim.label !== null && !claim.site.part)

/** The longest run of pieces in neighbouring rows that adds up to the whole, at least two; null when there is none. */
function runThatAddsUp(pieces: readonly Weighed[], whole: Whole): Weighed[] | null {
  for (let from = 0; from < pieces.length - 1; from++) {
    let bytes = pieces[from]!.amount.bytes
    let tolerance = whole.tolerance + rounding(pieces[from]!.amount) / 2
    let found: Weighed[] | null = null
    for (
      let to = from + 1;
      to < Math.min(pieces.length, from + MOST_PARTS) && rowOf(pieces[to]!) - rowOf(pieces[to - 1]!) <= 2;
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
  return near && !straddles && (isFine || run.every(({ claim }) => claim.label !== null))
}

const FARTHEST_WHOLE = 12

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
