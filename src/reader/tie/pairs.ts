import { isStrong, type Site } from './claim.ts'
import type { Clause, Item, Row } from './layout.ts'

interface Step {
  readonly item: Item
  readonly clause: Clause
  readonly site: Site | null
}

/**
 * Finds figures that are a part and its whole: "3.2 / 20 GB", "3.2GB of 20GB", "20GB中 3.2GB", "3.2GB（20GB中）", "3.2GB（上限 20GB）".
 * Sets `whole` and `part` on the sites; which role the part has is for the rules to say.
 */
export function pairUp(rows: readonly Row[]): void {
  if (!rows.some((row) => row.hasRelation)) return
  pairSteps(stepsOf(rows))
  for (const row of rows)
    for (const cell of row.cells)
      for (const clause of cell.clauses)
        if (clause.parent && row.figures > 0) {
          const steps: Step[] = []
          addSteps(clause, steps)
          pairSteps(steps)
          pairBracket(clause)
        }
}

function pairSteps(steps: readonly Step[]): void {
  for (let i = 0; i < steps.length; i++) {
    const { item } = steps[i]!
    if (item.kind === 'slash' && !areSiblings(steps, i))
      join(steps[i - 1], isSize(steps[i + 1]?.item) ? steps[i + 2] : steps[i + 1])
    else if (item.token.sense === 'of') joinOf(steps, i)
    else if (item.token.sense === 'outOf') joinOutOf(steps, i)
  }
}

/** 繰越 340MB / 当月 1,000MB: each has a name of its own. */
const areSiblings = (steps: readonly Step[], slash: number): boolean =>
  steps[slash - 2]?.item.label?.grant != null && steps[slash + 1]?.item.label?.thisCycle === true

/** 2,041MB／定額プラン 3GB, 3.5GB／月間10GB: the whole may have its own label. */
const isSize = (item: Item | undefined): boolean =>
  (item?.label?.role === null && item.label.thisCycle && item.label.grant === null) ||
  item?.label?.role === 'planName' ||
  item?.label?.role === 'allowance' ||
  item?.label?.role === 'capacity'

/** A part and its whole stand in one row or in two that touch: rows far from any figure are passed over. */
function stepsOf(rows: readonly Row[]): Step[] {
  const steps: Step[] = []
  for (const row of rows)
    if (hasFigures(row) || hasFigures(rows[row.index - 1]) || hasFigures(rows[row.index + 1]))
      for (const cell of row.cells) for (const clause of cell.clauses) if (!clause.parent) addSteps(clause, steps)
  return steps
}

function addSteps(clause: Clause, steps: Step[]): void {
  let sites = 0
  for (const item of clause.items)
    steps.push({ item, clause, site: item.kind === 'figure' ? clause.sites[sites++]! : null })
}

/** The next figure, past its own label: 20GB中、残り 3.2GB. */
function figureFrom(steps: readonly Step[], from: number): Step | undefined {
  for (let i = from; i < Math.min(from + 3, steps.length); i++) {
    const { item, site } = steps[i]!
    if (site) return steps[i]
    if (item.kind !== 'label' && item.kind !== 'comma') return undefined
  }
  return undefined
}

/** "5GB of roaming. 1GB left": the next sentence tells no whole. */
function figureInSentence(steps: readonly Step[], of: number): Step | undefined {
  const found = figureFrom(steps, of + 1)
  const { clause } = steps[of]!
  return found && found.clause !== clause && found.clause.cell === clause.cell ? undefined : found
}

/** 3.2GB of 20GB; and out of 20GB you have used 3.2GB, where nothing stands before. */
function joinOf(steps: readonly Step[], of: number): void {
  const before = steps[of - 1]?.item.kind === 'label' ? steps[of - 2] : steps[of - 1]
  const whole = figureInSentence(steps, of)
  if (before?.site || !whole || !opensClause(steps[of]!)) return join(before, whole)
  const part = figureFrom(steps, steps.indexOf(whole) + 1)
  if (part?.clause === whole.clause) join(part, whole)
}

const opensClause = ({ clause: { items }, item }: Step): boolean =>
  items.slice(0, items.indexOf(item)).every(({ kind }) => kind === 'other' || kind === 'comma')

/** 20GB中 3.2GB, or the whole after its part: 3.2GB, and 20GB中 on the next line. */
function joinOutOf(steps: readonly Step[], at: number): void {
  const next = figureFrom(steps, at + 1)
  const row = steps[at]!.clause.cell.row
  const before = steps[at - 2]?.item.kind === 'comma' ? steps[at - 3] : steps[at - 2]
  join(next?.clause.cell.row === row ? next : before, steps[at - 1])
}

function pairBracket(bracket: Clause): void {
  const [site] = bracket.sites
  const { items, sites } = bracket.parent!
  // 海外（2GB中）0.3GB: the part stands right behind it.
  const behind = items[bracket.parentIndex - 1]?.label && sites.find(({ index }) => index === bracket.parentIndex)
  const outside = behind ?? sites.findLast((candidate) => candidate.index < bracket.parentIndex)
  if (!site || !outside || bracket.sites.length > 1) return
  const between = items.slice(outside.index + 1, bracket.parentIndex)
  if (
    between.some(
      (item) => item.kind !== 'label' && item.token.kind !== 'percent' && item.token.end - item.token.start > 6,
    )
  )
    return
  if (isRest(bracket, outside)) return pair(site, outside)
  const relation = bracket.items[site.index + 1]?.token.sense
  const limit = bracket.items.length === 2 && site.index === 1 ? bracket.items[0]!.label?.role : null
  const isLimit = (limit === 'allowance' || limit === 'planName') && !isCap(site)
  if (isLimit || relation === 'outOf' || relation === 'within' || relation === 'until') pair(outside, site)
}

/** 繰越データ 2.40GB（残り 0.60GB）: what is left of that much, where the name says no role of its own. */
function isRest({ items }: Clause, outside: Site): boolean {
  const [left] = items
  const name = outside.clause.items[outside.index - 1]?.label
  return (
    items.length === 2 &&
    left!.label?.role === 'remaining' &&
    left!.label.grant === null &&
    name != null &&
    !isStrong(name.role) &&
    (name.grant !== null || name.thisCycle)
  )
}

/** 繰り越し分 9.7GB（上限100GB）: how much may be carried over, and not what was. */
export function isCap({ clause: { items, parent, parentIndex }, index }: Site): boolean {
  const isLimit = items.some(({ label }, i) => i < index && label?.role === 'allowance')
  const carried = parent?.items.slice(0, parentIndex).findLast(({ label }) => label)?.label
  return isLimit && carried?.grant === 'carryOver' && !isStrong(carried.role)
}

/** A part and its whole stand in one row, or in rows that touch. */
function join(part: Step | undefined, whole: Step | undefined): void {
  if (!part?.site || !whole?.site) return
  if (Math.abs(part.clause.cell.row.index - whole.clause.cell.row.index) <= 1) pair(part.site, whole.site)
}

function pair(part: Site, whole: Site): void {
  if (part === whole || part.whole || part.part || whole.whole || whole.part) return
  part.whole = whole
  whole.part = part
}

const hasFigures = (row: Row | undefined): boolean => row !== undefined && row.figures > 0
