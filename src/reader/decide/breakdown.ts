import type { Doubt, Grant, Place } from '../../core/reading.ts'
import { isStrong, type FigureRole, type Site } from '../tie/claim.ts'
import { WHOLE_LINE, type BucketKey } from '../tie/ties.ts'
import { rounding, step } from './arithmetic.ts'
import { groupFor, lineOf, placeOf, remove, rowOf, type Group, type Weighed } from './weighed.ts'

/**
 * データ残量 7.85GB, then 11月分 5.00GB and 10月分 2.85GB: figures that stand together and add up to one of the line's own are its parts,
 * and each is a bucket; so are those that add up to what is left and what was used together. Without the sum their labels say too little.
 */
export function settleBreakdown(
  groups: Group[],
  untold: readonly Site[],
  doubts: Doubt[],
  shown: (place: Place) => string,
): void {
  const line = lineOf(groups)
  const unnamed = untold.filter(isAfterItsName).map(asPiece)
  // Two parts and their whole are three figures; most texts have fewer.
  if (!line || groups.reduce((count, group) => count + group.weighed.length, unnamed.length) < 3) return
  const all = [
    ...groups.flatMap((group) => group.weighed.map((each) => ({ each, group }))),
    ...unnamed.map((each) => ({ each, group: line })),
  ].sort((a, b) => placeOf(a.each.claim).start - placeOf(b.each.claim).start)
  for (const role of ROLES_OF_BREAKDOWNS) {
    const whole = wholeOf(line, role)
    const pieces = all.filter(({ each, group }) => isPiece(each) || (each.role === role && group !== line))
    const others = pieces.map(({ each }) => each).filter((each) => !whole?.of.includes(each))
    const parts = whole && runThatAddsUp(others, whole, unnamed)
    if (!parts) continue
    for (const { each, group } of pieces.filter((piece) => parts.includes(piece.each))) {
      if (unnamed.includes(each)) explain(each, doubts)
      else remove(group, each)
      const { label, site } = each.claim
      const named = label
        ? shown(label.place)
        : shown({ start: site.clause.cell.place.start, end: placeOf(each.claim).start }).trim()
      const key: BucketKey =
        group.key.grant === null
          ? {
              grant: label?.role === 'planName' ? 'plan' : (grantBeside(site) ?? 'unknown'),
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

interface Whole {
  readonly bytes: number
  readonly tolerance: number
  /** The figures that it is made of. */
  readonly of: readonly Weighed[]
}

/** The line's figure of a role; its allowance is also what is left and what was used together. */
function wholeOf(line: Group, role: FigureRole): Whole | null {
  const one = (wanted: FigureRole) => line.weighed.find((each) => each.role === wanted)
  const [printed, left, gone] = [one(role), one('remaining'), one('used')]
  if (printed) return { bytes: printed.amount.bytes, tolerance: step(printed.amount) / 2, of: [printed] }
  if (role !== 'allowance' || !left || !gone) return null
  const tolerance = (step(left.amount) + step(gone.amount)) / 2
  return { bytes: left.amount.bytes + gone.amount.bytes, tolerance, of: [left, gone] }
}

const isPiece = ({ role, claim }: Weighed): boolean =>
  role === 'piece' ||
  ((role === 'capacity' || role === 'planName' || role === 'allowance') && claim.label !== null && !claim.site.part)

/** Gigaプラス 13.00GB, パケットギフト・その他 500MB: the only figure of its row, after words of which we know none, or only a bucket's. */
function isAfterItsName({ clause, index, item }: Site): boolean {
  const { cell } = clause
  const before = clause.items.slice(0, index)
  return (
    item.token.kind === 'amount' &&
    cell.row.cells[0] === cell &&
    cell.clauses[0] === clause &&
    cell.row.figures === 1 &&
    clause.items.length === index + 1 &&
    before.length > 0 &&
    before.every(({ kind, label }) => kind === 'other' || (kind === 'label' && !isStrong(label!.role)))
  )
}

const grantBeside = ({ clause, index }: Site): Grant | null =>
  clause.items.slice(0, index).find(({ label }) => label?.grant)?.label?.grant ?? null

const asPiece = (site: Site): Weighed => ({
  claim: { role: 'piece', label: null, rule: 'breakdown', strength: 1, site, bucket: WHOLE_LINE },
  role: 'piece',
  amount: site.item.token.amount!,
})

/** What was a doubt is none any more. */
function explain({ claim }: Weighed, doubts: Doubt[]): void {
  const at = doubts.findIndex(({ place }) => place.start === placeOf(claim).start)
  if (at >= 0) doubts.splice(at, 1)
}

/** The longest run of pieces in neighbouring rows that adds up to the whole, at least two, one of them told by its words; null when there is none. */
function runThatAddsUp(pieces: readonly Weighed[], whole: Whole, unnamed: readonly Weighed[]): Weighed[] | null {
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
      const run = pieces.slice(from, to + 1)
      if (Math.abs(bytes - whole.bytes) <= tolerance && run.some((each) => !unnamed.includes(each))) found = run
    }
    if (found) return found
  }
  return null
}

const MOST_PARTS = 12
