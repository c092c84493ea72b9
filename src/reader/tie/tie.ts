import type { Grant } from '../../core/reading.ts'
import type { Clause, Row } from './layout.ts'
import { placeOfToken } from '../lex/token.ts'
import { isStrong, type Label, type Page, type Site, type Tie } from './claim.ts'
import { CONTEXTS, type Context, type Surroundings } from './contexts.ts'
import { tieDate } from './tie-dates.ts'
import { pairUp } from './pairs.ts'
import { TYING_RULES } from './rules.ts'
import { Sections } from './sections.ts'
import { hasPrice, tieStates } from './tie-states.ts'
import { joined, noTies, type BucketKey, type Claim, type LineTies, type Ties } from './ties.ts'

/** Relates the figures, states and dates of a laid-out text to their labels: one set for each line that it tells of. */
export function tie(rows: readonly Row[], text: string): LineTies[] {
  pairUp(rows)
  const page = { rows }
  const sections = new Sections(text)
  const lines = [noTies(null)]
  for (const row of rows) {
    const number = mobileNumberIn(row, text)
    if (number !== null) lines.push(noTies(number))
    // 合計 below several lines is of them all.
    else if (lines.length > 2 && row.senses.has('total')) lines.push(noTies(null))
    const ties = lines.at(-1)!
    sections.enter(row, page)
    if (row.isTied) tieRow(row, page, sections, ties)
    for (const cell of row.cells)
      for (const clause of cell.clauses) {
        for (const date of clause.dates) tieDate(date, page, sections, ties)
        if (clause.senses.has('correction'))
          for (const item of clause.items)
            if (item.token.sense === 'correction') ties.corrections.push({ item, clause })
      }
  }
  return tellApart(lines)
}

function tieRow(row: Row, page: Page, sections: Sections, ties: Ties): void {
  const dated = isDated(row)
  for (const cell of row.cells)
    for (const clause of cell.clauses) {
      if (clause.sites.length === 0 && !clause.saysState) continue
      const around: Surroundings = {
        heading: sections.heading,
        billed: sections.isBill,
        sells: sells(clause) || isPricedBelow(row, page),
        dated,
      }
      for (const site of clause.sites) tieSite(site, page, around, sections, ties)
      tieStates(clause, page, around, sections, ties)
    }
}

/** Several numbers with figures of their own are several lines; one number, or one that only heads the page, changes nothing. */
function tellApart(lines: readonly LineTies[]): LineTies[] {
  const byNumber = new Map<string | null, LineTies>()
  for (const each of lines) {
    const known = byNumber.get(each.line)
    byNumber.set(each.line, known ? joined([known, each]) : each)
  }
  const told = [...byNumber.values()].filter(
    (each) => each.claims.length > 0 || each.shares.length > 0 || each.states.length > 0,
  )
  if (told.filter((each) => each.line !== null).length > 1 && !shareOne(told)) return told
  return [{ ...joined(lines), line: null }]
}

/** グループ全体の残り 6.9GB, or 合計 6.3GB and 残り 13.7GB, and what each number used of it. */
function shareOne(lines: readonly LineTies[]): boolean {
  const claims = lines.filter(({ line }) => line === null).flatMap((each) => each.claims)
  const isTotal = claims.some(({ label }) => label?.total) && claims.some(({ role }) => role === 'remaining')
  return isTotal && lines.every((each) => each.line === null || each.shares.length > 0)
}

/** Last four digits of a mobile number (060 to 090) that a row has; service numbers are none. */
function mobileNumberIn(row: Row, text: string): string | null {
  if (!row.hasPhone) return null
  for (const cell of row.cells)
    for (const clause of cell.clauses)
      for (const item of clause.items) {
        if (item.token.kind !== 'phone') continue
        const number = text.slice(item.token.start, item.token.end)
        if (/^0[6-9]0/.test(number)) return number.slice(-4)
      }
  return null
}

/** A text that tells more figures than this is a table of something else, and more doubts help nobody. */
const MOST_CLAIMS = 200
const MOST_DOUBTS = 100

function tieSite(site: Site, page: Page, around: Surroundings, sections: Sections, ties: Ties): void {
  if (ties.claims.length >= MOST_CLAIMS || ties.doubts.length >= MOST_DOUBTS) return
  if (site.item.token.kind === 'amount' && !site.item.token.amount!.refused) ties.printed.push(site)
  const found = (site.part ? tieWhole(site, page) : ownTie(site, page)) ?? pairUnderName(site, sections)
  if (!found) {
    if (site.item.token.kind === 'amount') {
      ties.doubts.push({ code: 'no-label', place: placeOfToken(site.item.token) })
      if (!around.sells && !site.item.token.amount!.weak && !isOfDays(site)) ties.untold.push(site)
    }
    return
  }
  const { line } = site.clause.cell.row
  const context = contextOf(site, found, around)
  if (line && (found.role === 'used' || found.role === 'remaining') && (!context || context.name === 'other-line')) {
    ties.shares.push(claimOf(found, site, sections.lineOf(site, line), null))
    return
  }
  if (context?.name === 'bound' && found.label?.grant) ties.untold.push(site)
  if (context) {
    ties.doubts.push({ code: context.doubt, place: placeOfToken(site.item.token) })
    return
  }
  const bucket = sections.bucketOf(found, site, ties.claims)
  const label = ofMonth(found, monthBehind(site) ?? sections.month)
  ties.claims.push(claimOf({ ...found, label }, site, bucket, sections.pack))
}

const claimOf = (
  { role, label, rule, strength }: Tie,
  site: Site,
  bucket: BucketKey,
  pack: BucketKey | null,
): Claim => ({
  role,
  label,
  rule,
  strength,
  site,
  bucket,
  pack,
})

/** Kinds of data with a limit of their own beside the line's. */
const OF_ITS_OWN: ReadonlySet<Grant | null> = new Set<Grant | null>(['roaming', 'tethering'])

/** プラスエリアモード, and 3.87GB / 30GB below it: which of the two X is shows by the other figures. */
function pairUnderName({ whole, part }: Site, { bucket }: Sections): Tie | null {
  if (!(whole ?? part) || !(bucket.apart || OF_ITS_OWN.has(bucket.grant))) return null
  return { role: 'piece', label: null, rule: 'pair-under-name', strength: 1 }
}

/** 1.91 GB used in 4 days: however long the line has been in use, and no other bucket. */
const isOfDays = ({ clause: { items }, index }: Site): boolean =>
  items[index + 1]?.label?.period === 'recent' && items[index + 2]?.token.kind === 'count'

/** Asked of every figure, so without a closure. */
function contextOf(site: Site, found: Tie, around: Surroundings): Context | null {
  for (const context of CONTEXTS) if (context.refuses(site, found, around)) return context
  return null
}

/** 利用可能な通信量 over 3,000MB のうち 960MB: whether that was used or is left stands nowhere. */
function ownTie(site: Site, page: Page): Tie | null {
  const found = firstTie(site, page)
  const isSplit = site.whole !== null && site.clause.items.some((item) => item.token.sense === 'outOf')
  return isSplit && found?.role === 'available' && found.strength === 1 ? null : found
}

function firstTie(site: Site, page: Page): Tie | null {
  for (const rule of TYING_RULES) {
    const found = rule.tie(site, page)
    if (found) return { role: found.role, label: found.label, rule: rule.name, strength: found.strength }
  }
  return null
}

/** Y of "X / Y" is the allowance of what X is a part of, whichever label X has. */
function tieWhole(site: Site, page: Page): Tie | null {
  const part = ownTie(site.part!, page)
  if (!part) return null
  const label = part.label && isStrong(part.role) ? { ...part.label, role: 'allowance' as const } : part.label
  return { role: 'allowance', label, rule: 'whole-of', strength: part.strength }
}

function sells(clause: Clause): boolean {
  const { cell } = clause
  return (
    cell.clauses.some(
      (other) => (other === clause || other.parent === clause || other === clause.parent) && hasPrice(other),
    ) || cell.row.cells.some((other) => other !== cell && other.clauses.some(hasPrice))
  )
}

/** データ追加1GB（7日間） over 390円: its price, when the name says nothing of what is left or used. */
function isPricedBelow(row: Row, { rows }: Page): boolean {
  const below = rows[row.index + 1]
  if (row.saysRole || below?.block !== row.block || below.cells.length !== 1) return false
  const items = below.cells[0]!.clauses.flatMap((clause) => clause.items)
  return items.length > 0 && items.every((item) => item.token.kind === 'money')
}

/** 2026年10月 | 5.2GB: the first thing in the row is a date without any word beside it. */
function isDated(row: Row): boolean {
  const clause = row.cells[0]?.clauses[0]
  const date = clause?.dates[0]
  return (
    date !== undefined &&
    date.index === 0 &&
    date.before === null &&
    date.after === null &&
    (row.cells.length > 1 || clause!.sites.length > 0) &&
    (date.token.date?.at?.length ?? 0) <= 10
  )
}

/** 10月のご利用実績, データ使用量 18.21GB: what was used is of the month of its heading. */
const ofMonth = ({ label, role }: Tie, month: number | null): Label | null =>
  label === null || month === null || label.month !== null || label.thisCycle || (role !== 'used' && role !== 'volume')
    ? label
    : { ...label, month }

/** You used 12 GB in October. */
const monthBehind = ({ clause: { items }, index }: Site): number | null => {
  const label = items[index + 1]?.label
  return label?.period === 'past' ? label.month : null
}
