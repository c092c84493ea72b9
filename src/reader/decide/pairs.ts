import type { Place } from '../../core/reading.ts'
import { isStrong, type Role, type Site } from '../tie/claim.ts'
import { isFinerThanGiven, placeOfToken, type LexedAmount } from '../lex/token.ts'
import { bytesOf } from '../lex/lex.ts'
import { distinct, fits, isSame, rounding } from './arithmetic.ts'
import { lineOf, rowOf, type Group, type Weighed } from './weighed.ts'

/** 残り 2.10GB, and 7.90 / 10.00 GB without a word: what is left tells that X of "X / Y" was used, or is the same figure again. */
export function settlePairs(groups: readonly Group[], untold: readonly Site[]): void {
  if (untold.length === 0) return
  const line = lineOf(groups)
  const whole = untold.find((site) => site.part !== null)
  if (!line || !whole?.part || untold.some((site) => site.part && site !== whole)) return
  const told = (['remaining', 'used'] as const).filter((role) => line.weighed.some((each) => each.role === role))
  const [role] = told
  const [known, second] = distinct(line.weighed.filter((each) => each.role === role))
  if (
    told.length !== 1 ||
    !known ||
    second ||
    !standBy(whole, known) ||
    line.weighed.some((each) => each.role === 'allowance')
  )
    return
  const size = whole.item.token.amount!
  const part = inUnitOf(size, whole.part.item.token.amount!)
  const again = part.decimals > 0 && isSame(part, known.amount)
  const rest = fits(part, known.amount, size) && isExact(part, known.amount, size)
  if (again === rest) return
  if (rest) line.weighed.push(claimed(whole.part, part, role === 'remaining' ? 'used' : 'remaining', known))
  line.weighed.push(claimed(whole, size, 'allowance', known))
}

const has = (groups: readonly Group[], wanted: Role): boolean =>
  groups.some(({ weighed }) => weighed.some(({ role }) => role === wanted))

/**
 * 利用可能 2.1GB beside 3GB/月 or ご契約プラン 3GB: what there was would not be less than what a month gives, so that is what is left. Only
 * a figure finer than sizes of plans: the first month may give less.
 */
export function settleAvailable(
  groups: readonly Group[],
  untold: readonly Site[],
  shown: (place: Place) => string,
): void {
  const line = lineOf(groups)
  const [available, second] = line?.weighed.filter(({ role }) => role === 'available') ?? []
  if (!line || !available || second || line.weighed.some(({ role }) => isStrong(role))) return
  if (!isFinerThanGiven(available.amount)) return
  const sizes = [
    ...untold.filter((site) => isMonthly(site, shown) && standBy(site, available)),
    ...line.weighed.filter(({ claim }) => claim.rule === 'plan-size').map(({ claim }) => claim.site),
  ]
  const [size] = sizes
  if (sizes.length !== 1 || available.amount.bytes >= size!.item.token.amount!.bytes) return
  line.weighed[line.weighed.indexOf(available)] = { ...available, role: 'remaining' }
  if (untold.includes(size!))
    line.weighed.push(claimed(size!, size!.item.token.amount!, 'allowance', available, 'size-of-month'))
}

/** 3GB/月, 20 GB per month. */
function isMonthly({ clause: { items }, index }: Site, shown: (place: Place) => string): boolean {
  const after = items[index + 1]?.token
  return after?.sense === 'perTime' && /月|\bmo/i.test(shown(placeOfToken(after)))
}

/**
 * プラスエリアモード, 3.87GB / 30GB, 残り 26.13GB: what is left of it tells that X was used; where nothing is left of anything on the page and all
 * its words speak of use, X was used too.
 */
export function settleNamedPairs(groups: readonly Group[]): void {
  for (const { weighed, key } of groups) {
    if (key.grant === null) continue
    const part = weighed.find(({ role, claim }) => role === 'piece' && claim.site.whole !== null)
    const whole = weighed.find(({ claim }) => claim.site === part?.claim.site.whole)
    if (
      !part ||
      !whole ||
      !(key.apart || part.claim.label?.apart || key.grant === 'roaming' || key.grant === 'tethering')
    )
      continue
    const left = weighed.find(({ role }) => role === 'remaining')
    const isUsed = left
      ? fits(left.amount, part.amount, whole.amount) && isExact(left.amount, part.amount, whole.amount)
      : has(groups, 'used') && !has(groups, 'remaining')
    if (!isUsed && !(left && isSame(left.amount, part.amount))) continue
    weighed.splice(weighed.indexOf(whole), 1, { ...whole, role: 'allowance' })
    weighed.splice(weighed.indexOf(part), 1, { ...part, role: isUsed ? 'used' : 'remaining' })
  }
}

/** Near it, with nothing but the two figures in its clause. */
const standBy = ({ clause }: Site, known: Weighed): boolean =>
  Math.abs(clause.cell.row.index - rowOf(known)) <= FARTHEST &&
  clause.items.every(
    ({ kind, token, label }) =>
      kind === 'figure' || kind === 'slash' || token.sense === 'perTime' || label?.role === 'planName',
  )

const FARTHEST = 4

const inUnitOf = ({ power, base }: LexedAmount, part: LexedAmount): LexedAmount =>
  Number.isNaN(part.bytes) ? { ...part, power, base, bytes: bytesOf(part.mantissa, part.decimals, power, base) } : part

const isExact = (a: LexedAmount, b: LexedAmount, sum: LexedAmount): boolean =>
  Math.abs(a.bytes + b.bytes - sum.bytes) <= rounding(a) + rounding(b) + rounding(sum)

const claimed = (
  site: Site,
  amount: LexedAmount,
  role: 'remaining' | 'used' | 'allowance',
  { claim }: Weighed,
  rule = 'adds-up',
): Weighed => ({
  claim: { role, label: null, rule, strength: 1, site, bucket: claim.bucket, pack: claim.pack },
  role,
  amount,
})
