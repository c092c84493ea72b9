import { bytesOf } from '../lex/lex.ts'
import type { LexedAmount } from '../lex/token.ts'
import type { Weighed } from './weighed.ts'

/** Larger even if one of the two counts 1000 and the other 1024. */
export const exceeds = (bytes: number, other: number): boolean => bytes > other * 1.025

/** Size of one unit of the last printed digit, in bytes. */
export const step = (amount: LexedAmount): number => bytesOf(1, 0, amount.power, amount.base) / 10 ** amount.decimals

/** Equal within the rounding of the coarser of the two, in either base. */
export function isSame(a: LexedAmount, b: LexedAmount): boolean {
  const tolerance = Math.max(step(a), step(b)) / 2
  if (Math.abs(a.bytes - b.bytes) <= tolerance) return true
  const powers = Math.abs(a.power - b.power)
  const [finer, coarser] = a.power < b.power ? [a, b] : [b, a]
  return powers > 0 && Math.abs(finer.bytes / 1.024 ** powers - coarser.bytes) <= tolerance
}

/** used + remaining = allowance, within the rounding of what is printed, in decimal or binary units. */
export function fits(remaining: LexedAmount, used: LexedAmount, allowance: LexedAmount): boolean {
  const tolerance = step(remaining) + step(used) + step(allowance)
  if (Math.abs(remaining.bytes + used.bytes - allowance.bytes) <= tolerance) return true
  const binary = (amount: LexedAmount): number => bytesOf(amount.mantissa, amount.decimals, amount.power, 1024)
  return Math.abs(binary(remaining) + binary(used) - binary(allowance)) <= tolerance * 1.08
}

/** Two figures or more that make the sum, within the rounding of what is printed. */
export function addUpTo(figures: readonly Weighed[], sum: Weighed): boolean {
  const bytes = figures.reduce((total, each) => total + each.amount.bytes, 0)
  const tolerance = figures.reduce((total, each) => total + step(each.amount), step(sum.amount)) / 2
  return figures.length > 1 && Math.abs(bytes - sum.amount.bytes) <= tolerance
}

export const distinct = (claims: readonly Weighed[]): Weighed[] =>
  claims.filter((each, i) => !claims.slice(0, i).some((other) => isSame(other.amount, each.amount)))

/** A part printed without decimals (20GB) is meant exactly. */
export const rounding = (amount: LexedAmount): number => (amount.decimals > 0 ? step(amount) : 0)

/** Two amounts, not both of whole units, that make a third within the rounding of what is printed with decimals. */
export function addExactly(a: LexedAmount, b: LexedAmount, sum: LexedAmount): boolean {
  if (a.bytes === 0 || b.bytes === 0) return false
  const fine = a.decimals + b.decimals > 0 || Math.max(a.power, b.power) < sum.power
  return fine && Math.abs(a.bytes + b.bytes - sum.bytes) <= (rounding(a) + rounding(b) + rounding(sum)) / 2
}

/** As `fits`, for a size that is printed in whole units and meant exactly: 2,345MB and 2,000MB are not 4GB. */
export const makesSize = (remaining: LexedAmount, used: LexedAmount, size: LexedAmount): boolean =>
  fits(remaining, used, size) && Math.abs(remaining.bytes + used.bytes - size.bytes) <= size.bytes * 0.05

/** 9.87GB and 5.13GB: two figures with decimals make whole gigabytes, as sizes of plans are. */
export function makesUnits(a: LexedAmount, b: LexedAmount): boolean {
  if (a.power !== b.power || a.decimals !== 2 || b.decimals !== 2) return false
  return a.mantissa % 100 !== 0 && (a.mantissa + b.mantissa) % 100 === 0
}
