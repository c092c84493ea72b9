import type { Item } from './layout.ts'
import { isStrong, type Label, type Site, type Tie } from './claim.ts'

/** A label found beside a figure, and whether anything that we do not understand stands between. */
interface Found {
  readonly label: Label
  readonly tight: boolean
}

export function inClause(site: Site, side: 'before' | 'after'): Omit<Tie, 'rule'> | null {
  const before = labelBefore(site)
  const after = labelAfter(site)
  const chosen = choose(site, before, after)
  if (chosen === after && after?.label.role === 'available' && isSummedUp(site))
    return side === 'after' ? { role: 'remaining', label: { ...after.label, total: true }, strength: 3 } : null
  if (!chosen || chosen.label.role === 'sum' || (chosen === before) !== (side === 'before')) return null
  const role = chosen.label.role!
  return { role, label: chosen.label, strength: isStrong(role) && chosen.tight ? 3 : 1 }
}

/** 合わせて、15.8GBご利用いただけます */
const isSummedUp = ({ clause: { items }, index }: Site): boolean =>
  (items[index - 1]?.kind === 'comma' ? items[index - 2] : items[index - 1])?.label?.role === 'sum'

/** Which of the labels on the two sides is the figure's own; null when that cannot be told. */
function choose(site: Site, before: Found | null, after: Found | null): Found | null {
  if (before && closesPrevious(site, before)) return after
  if (!before) return after && !belongsToNext(site, after) ? after : null
  if (!after || after.label.role === before.label.role) return before
  if (belongsToPrevious(site, before)) return after
  if (belongsToNext(site, after)) return before
  const strongBefore = isStrong(before.label.role)
  const strongAfter = isStrong(after.label.role)
  if (strongBefore !== strongAfter) return strongBefore ? before : after
  if (!strongBefore) return before
  return before.tight === after.tight ? null : before.tight ? before : after
}

/** 残りのうち0.86GBは: a part of what the label says, and not that. */
export const isOfLabel = (items: readonly Item[], index: number): boolean =>
  items[index - 1]?.token.sense === 'outOf' && items[index - 2]?.kind === 'label' && !isFigure(items[index - 3])

export function labelBefore(site: Site): Found | null {
  const { items } = site.clause
  if (isOfLabel(items, site.index) && !site.whole && !site.part) return null
  let tight = true
  let share = false
  let other = 0
  for (let i = site.index - 1; i >= 0; i--) {
    const item = items[i]!
    if (item.kind === 'label') {
      // 月間容量5GBのうち4.2GB: the label of the whole.
      if (items[i + 1] === site.whole?.item && isSize(item.label!.role)) return null
      // You've used 80% … 5GB: of what, where a word between the two is lost.
      if (share && item.label!.spaced && !site.whole) return null
      if (other > (item.label!.spaced ? LONGEST_SPACED_GAP : LONGEST_GAP)) return null
      if (item.label!.role !== null) return { label: withGrantBetween(items, i, site.index), tight }
      continue
    }
    share ||= item.kind === 'percent'
    // used 80% of your 5GB package: the label is the per cent's.
    if (item.kind === 'percent' && items[i + 1]?.token.sense === 'of') return null
    if (item.kind === 'percent' || item.kind === 'colon' || item === site.whole?.item) continue
    if (item.kind === 'comma' && items[i - 1]?.token.sense === 'outOf') continue
    if (isDash(items, i)) continue
    if (
      item.kind === 'relation' &&
      (item.token.sense === 'outOf' ||
        item.token.sense === 'of' ||
        item.token.sense === 'upTo' ||
        item.token.sense === 'part' ||
        item.token.sense === 'within')
    )
      continue
    if (item.kind !== 'other') return null
    tight = false
    other += item.token.end - item.token.start
    if (other > LONGEST_SPACED_GAP) return null
  }
  return site.clause.parent && other === 0 ? labelOfBracket(site) : null
}

/** Data left - 2.75GB: with blanks on both sides, so that it is no sign of the figure. */
const isDash = (items: readonly Item[], at: number): boolean => {
  const [before, own, after] = [items[at - 1], items[at]!, items[at + 1]]
  return (
    own.kind === 'mark' &&
    before?.kind === 'label' &&
    after?.kind === 'figure' &&
    before.token.end < own.token.start &&
    own.token.end < after.token.start
  )
}

/** 利用量 80%（16GB／20GB）: a bracket without words of its own has those before it. */
function labelOfBracket(site: Site): Found | null {
  const { parent, parentIndex, items } = site.clause
  if (items.some(({ kind, token }) => kind === 'label' || (kind === 'relation' && !JOINS_PAIR.has(token.sense))))
    return null
  for (let i = parentIndex - 1; i >= 0; i--) {
    const item = parent!.items[i]!
    // 使用量は契約容量の90%（18GB/20GB）: the label of a whole is not that of its part.
    if (site.whole && isSize(item.label?.role ?? null)) continue
    // You've used 75% (8 GB): of what, where a word between the two is lost.
    if (item.label?.spaced && !site.whole && parent!.items[parentIndex - 1]?.kind === 'percent') return null
    if (item.kind === 'label') return item.label!.role !== null ? { label: item.label!, tight: true } : null
    if (item.kind !== 'percent' && item.kind !== 'colon' && item.kind !== 'mark' && item.token.kind !== 'packets')
      return null
  }
  return null
}

/** 8GB of 10GB, 10GB中8GB. */
const JOINS_PAIR: ReadonlySet<string> = new Set(['of', 'outOf'])

const LONGEST_GAP = 12
/** Where blanks stand between words, these are longer. */
const LONGEST_SPACED_GAP = 20

/** 残り 基本 3GB: the words between a role and its figure may name the bucket. */
function withGrantBetween(items: readonly Item[], at: number, end: number): Label {
  const label = items[at]!.label!
  for (let i = at + 1; i < end; i++) {
    const between = items[i]!.label
    if (between?.grant) return { ...label, grant: between.grant, namePlace: between.namePlace }
  }
  if (label.grant !== null || label.total) return label
  for (let i = at - 1; i >= 0; i--) {
    const before = items[i]!
    if (
      before.kind === 'comma' ||
      before.token.sense === 'included' ||
      (isFigure(before) && before.token.kind !== 'count')
    )
      return label
    if (before.label?.grant && !isStrong(before.label.role))
      return { ...label, grant: before.label.grant, namePlace: before.label.namePlace }
  }
  return label
}

/** 国内流量 17.7GB 剩余: the bucket is named before the figure, its role after. */
function withGrantBefore(items: readonly Item[], at: number, label: Label): Label {
  const before = items.findLast((item, i) => i < at && (item.kind !== 'other' || item.token.kind !== 'other'))?.label
  return before?.grant && label.grant === null && !isStrong(before.role)
    ? { ...label, grant: before.grant, namePlace: before.namePlace }
    : label
}

/** 187 MB left of 500 MB today: the bucket is named behind the whole. */
function withGrantBehind(items: readonly Item[], whole: Site, label: Label): Label {
  const behind = items[whole.index + 1]?.label
  return behind?.grant && behind.role === null && label.grant === null && !isFigure(items[whole.index + 2])
    ? { ...label, grant: behind.grant, namePlace: behind.namePlace }
    : label
}

export function labelAfter(site: Site): Found | null {
  const { items } = site.clause
  if (site.whole && site.whole.clause !== site.clause && site.whole.index > 0) {
    const found = labelBefore(site.whole)
    if (found && !isSize(found.label.role)) return found
  }
  if (site.whole && site.whole.clause !== site.clause && site.index + 1 === items.length) {
    // 820MB, and "of 1GB remaining" on the next line.
    const label = site.whole.clause.items[site.whole.index + 1]?.label
    if (label && isOpening(site.whole)) return label.role && !isSize(label.role) ? { label, tight: true } : null
  }
  if (site.whole?.clause === site.clause)
    for (let i = site.index + 1; i < site.whole.index; i++) {
      const between = items[i]!.label
      if (between?.role && !isSize(between.role))
        return { label: withGrantBehind(items, site.whole, withGrantBefore(items, site.index, between)), tight: true }
    }
  let tight = true
  let other = 0
  const own = site.whole?.clause === site.clause && site.whole.index > site.index ? site.whole.index : site.index
  for (let i = own + 1; i < items.length; i++) {
    const item = items[i]!
    if (item.kind === 'label') {
      // 5GB 已使用90%: the label is the per cent's.
      if (items[i + 1]?.kind === 'percent') return null
      // 1.3GB of your 10GB plan remains
      if (site.whole && isSize(item.label!.role)) {
        if (!item.label!.spaced) return null
        continue
      }
      // 20GBプランのデータ残量
      if (item.label!.ofPlan && i === site.index + 1) return null
      if (item.label!.role !== null) return { label: withGrantBefore(items, site.index, item.label!), tight }
      continue
    }
    if (item.kind === 'relation' && item.token.sense === 'of') continue
    if (item.kind !== 'other') return null
    tight = false
    other += item.token.end - item.token.start
    if (other > (site.whole && own === site.whole.index ? LONGEST_GAP : 4)) return null
  }
  return null
}

/** A whole with nothing but "of" before it. */
const isOpening = ({ clause: { items }, index }: Site): boolean => index === 1 && items[0]!.token.sense === 'of'

/** Roles that the whole of "X of Y" may have beside it: "of 1.5GB daily limit", "of your 3GB plan". */
export const isSize = (role: Label['role']): boolean =>
  role === 'allowance' || role === 'capacity' || role === 'planName' || role === 'volume' || role === 'sum'

/** "1.2GB used 0.3GB left" against "残り 3GB 利用 17GB": who owns a label between two figures shows at the ends of the row of them. */
function belongsToNext(site: Site, after: Found): boolean {
  const { items } = site.clause
  const at = items.findIndex((item) => item.kind === 'label' && item.token.end === after.label.place.end)
  const next = items[at + 1]
  if (at < 0 || !isFigure(next)) return false
  return !labelsFollow(items, site)
}

function belongsToPrevious(site: Site, before: Found): boolean {
  const { items } = site.clause
  const at = items.findIndex((item) => item.token.end === before.label.place.end)
  return at > 0 && isFigure(items[at - 1]) && labelsFollow(items, site)
}

/** You have 250MB left on your 3GB plan: between two words for what is left, both are of that figure. */
function closesPrevious({ clause: { items } }: Site, { label }: Found): boolean {
  const at = items.findIndex((item) => item.kind === 'label' && item.token.end === label.place.end)
  const opening = isFigure(items[at - 1]) ? items[at - 2]?.label : undefined
  return label.spaced && opening?.role === label.role && lengthOf(opening) !== lengthOf(label)
}

const lengthOf = ({ place }: Label): number => place.end - place.start

/** Whether in this stretch between commas figures come first and a label last. */
function labelsFollow(items: readonly Item[], site: Site): boolean {
  let first = site.index
  while (first > 0 && items[first - 1]!.kind !== 'comma') first--
  let last = site.index
  while (last + 1 < items.length && items[last + 1]!.kind !== 'comma') last++
  while (first < last && items[first]!.kind !== 'figure' && items[first]!.label?.role == null) first++
  while (last > first && !isFigure(items[last]) && items[last]!.label?.role == null) last--
  return items[first]!.kind === 'figure' && items[last]!.kind === 'label'
}

export const isFigure = (item: Item | undefined): boolean => item?.kind === 'figure' || item?.kind === 'foreign'
