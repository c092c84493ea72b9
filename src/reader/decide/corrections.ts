import type { Doubt } from '../../core/reading.ts'
import type { Site } from '../tie/claim.ts'
import type { Clause } from '../tie/layout.ts'
import type { Claim, Ties } from '../tie/ties.ts'
import { placeOf } from './weighed.ts'

/** How far before its correction, and behind it, a figure may stand. */
const FARTHEST = 80

/**
 * 残りは3.2GBです。失礼いたしました、正しくは2.3GBです: what a word takes back does not hold. The figure that is said instead has the role of
 * what it replaces, where it stands in one clause with that word and has no label of its own.
 */
export function corrected({ claims, corrections }: Ties, doubts: Doubt[]): readonly Claim[] {
  let held = claims
  for (const { item, clause } of corrections) {
    const { start, end } = item.token
    const taken = held.findLast(({ site }) => startOf(site) < start && start - endOf(site) <= FARTHEST)
    const said = taken && sitesFrom(clause).find((site) => startOf(site) > endOf(taken.site))
    if (!said || startOf(said) - end > FARTHEST || isSame(said, taken.site)) continue
    const isBare = said.clause === clause && !held.some(({ site }) => site === said) && hasNoLabel(said)
    doubts.push({ code: 'not-a-balance', place: placeOf(taken) })
    held = held.filter((claim) => claim !== taken)
    if (isBare) held = [...held, { ...taken, site: said, rule: 'corrected' }]
  }
  return held
}

/** The numbers of a clause and of those behind it, with a unit or without. */
function sitesFrom(clause: Clause): Site[] {
  const { clauses, row } = clause.cell
  const cells = row.cells.slice(row.cells.indexOf(clause.cell) + 1)
  return [clauses.slice(clauses.indexOf(clause)), ...cells.map((cell) => cell.clauses)]
    .flat()
    .flatMap(({ sites }) => sites)
}

const startOf = ({ item }: Site): number => item.token.start
const endOf = ({ item }: Site): number => item.token.end

const isSame = (a: Site, b: Site): boolean => a.item.token.amount!.bytes === b.item.token.amount!.bytes

const hasNoLabel = ({ clause: { items } }: Site): boolean => items.every(({ label }) => !label?.role && !label?.grant)
