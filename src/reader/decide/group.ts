import type { Doubt } from '../../core/reading.ts'
import { bytesOf } from '../lex/lex.ts'
import { pureLabel } from '../tie/layout.ts'
import { isStrong, type Role, type Site } from '../tie/claim.ts'
import type { Claim, Ties } from '../tie/ties.ts'
import type { LexedAmount } from '../lex/token.ts'
import { fits } from './arithmetic.ts'
import { corrected } from './corrections.ts'
import { groupFor, placeOf, type Group, type Weighed } from './weighed.ts'

export function groupClaims(ties: Ties, dates: Dates, doubts: Doubt[]): Group[] {
  const groups: Group[] = []
  const bare: Claim[] = []
  for (const claim of ofMonth(corrected(ties, doubts), ties.untold, dates, doubts)) {
    const amount = amountOf(claim)
    if (amount)
      groupFor(groups, claim.bucket).weighed.push({ claim, role: isUseSoFar(claim) ? 'used' : claim.role, amount })
    else bare.push(claim)
  }
  refuseDayUse(groups, doubts)
  adoptUnits(bare, ties.printed, groups, doubts)
  return groups
}

/**
 * 10月のデータ利用量 4.66GB, read on 26 November, or beside 11月のデータ利用量 2.91GB（11月21日時点）, is of a month that is over. The
 * next month may be meant: a cycle that ends on the 10th or the 20th is called by the month in which it ends.
 */
function ofMonth(
  claims: readonly Claim[],
  untold: readonly Site[],
  { asOf, today }: Dates,
  doubts: Doubt[],
): readonly Claim[] {
  if (!claims.some(namesMonth)) return claims
  const month = monthOf(asOf ?? today)
  if (month === null) return besideThisCycle(claims, untold, doubts)
  const isNamed = asOf !== null && claims.some(({ label }) => label?.month === month)
  const others = claims.filter(({ label, role }) => {
    if (label?.month == null || label.month === month) return false
    // クーポン（10月分）残量: what was given a month ago may be left still.
    const isGivenBefore =
      role === 'remaining' && (label.grant !== null || label.held) && (label.month % 12) + 1 === month
    return isNamed || !(isGivenBefore || (month % 12) + 1 === label.month)
  })
  for (const claim of others) doubts.push({ code: 'not-a-balance', place: placeOf(claim) })
  return claims.filter((claim) => !others.includes(claim))
}

const namesMonth = ({ label }: Claim): boolean => label !== null && label.month !== null

/** 10月のデータ使用量 0.98GB beside 現在のデータ使用量 0.71GB: where no date tells which month it is, another figure does. */
function besideThisCycle(claims: readonly Claim[], untold: readonly Site[], doubts: Doubt[]): readonly Claim[] {
  // Its figure may not have been understood.
  const current = [
    ...claims.map(({ label }) => label),
    ...untold.map(({ clause }) => pureLabel(clause.cell.row.above?.cells[0])),
  ].filter((label) => label?.thisCycle && label.month === null)
  const others = claims.filter(
    ({ label, role }) => label?.month != null && !label.thisCycle && current.some((each) => each!.role === role),
  )
  for (const claim of others) doubts.push({ code: 'not-a-balance', place: placeOf(claim) })
  return claims.filter((claim) => !others.includes(claim))
}

/** When the figures were counted, as printed, and when they were read. */
interface Dates {
  readonly asOf: string | null
  readonly today: string | null
}

const monthOf = (date: string | null): number | null =>
  date === null ? null : Number(date.slice('YYYY-'.length, 'YYYY-MM'.length))

/**
 * 本日の利用量 0.3GB: of a line that has no amount for each day it says nothing. 今日剩余 0.7GB，已用 3.3GB: nor is it said that this was
 * used today, unless the two make the day's amount.
 */
function refuseDayUse(groups: readonly Group[], doubts: Doubt[]): void {
  for (const { key, weighed } of groups) {
    if (key.grant !== 'daily') continue
    const one = (...roles: readonly Role[]): Weighed[] => weighed.filter((each) => roles.includes(each.role))
    const [left, sizes] = [one('remaining'), one('allowance', 'piece', 'capacity')]
    for (const each of one('used')) {
      const { label, site } = each.claim
      const isOfDay = label?.period === 'today' || label?.grant === 'daily' || site.whole !== null
      const isProved = sizes.some((size) => left.some((rest) => fits(rest.amount, each.amount, size.amount)))
      if (isProved || (isOfDay && (left.length > 0 || one('allowance').length > 0))) continue
      weighed.splice(weighed.indexOf(each), 1)
      doubts.push({ code: 'not-a-balance', place: placeOf(each.claim) })
    }
  }
}

/** 今月の通信量, 合計通信量, 11月の通信量: used; 通信量 alone may be anything. */
const isUseSoFar = ({ role, label, site }: Claim): boolean =>
  role === 'volume' &&
  label !== null &&
  (label.thisCycle || label.grant === 'appOnly' || label.total || label.month !== null || saysThisCycle(site))

/** 今月 in its clause, or alone on the line above: 通信量, 今月, 4.66GB. */
function saysThisCycle({ clause: { senses, cell } }: Site): boolean {
  const { above } = cell.row
  return senses.has('thisCycle') || (above?.figures === 0 && pureLabel(above.cells[0])?.thisCycle === true)
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
        claim: {
          role: 'allowance',
          label: null,
          rule: 'adds-up',
          strength: 1,
          site,
          bucket: claim.bucket,
          pack: claim.pack,
        },
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
