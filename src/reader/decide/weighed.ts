import type { Role } from '../tie/claim.ts'
import type { DraftBucket } from './draft.ts'
import type { Place } from '../../core/reading.ts'
import type { BucketKey, Claim } from '../tie/ties.ts'
import { placeOfToken, type LexedAmount } from '../lex/token.ts'

/** A claim whose figure has a unit. */
export interface Weighed {
  readonly claim: Claim
  readonly role: Role
  readonly amount: LexedAmount
  /** Found to be the sum of the line's other figures, or one of those. */
  isTotal?: boolean
  isPart?: boolean
}

export interface Group {
  readonly key: BucketKey
  readonly weighed: Weighed[]
  readonly draft: DraftBucket
}

export const lineOf = (groups: readonly Group[]): Group | undefined => groups.find((group) => group.key.grant === null)

/** How many figures there are. */
export function countOf(groups: readonly Group[]): number {
  let count = 0
  for (const { weighed } of groups) count += weighed.length
  return count
}

export function groupFor(groups: Group[], key: BucketKey): Group {
  const found = groups.find((group) => sameBucket(group.key, key))
  return found ?? newGroup(groups, key)
}

/** Another bucket, even where one of its name is there already. */
export function newGroup(groups: Group[], key: BucketKey): Group {
  const group: Group = { key, weighed: [], draft: { name: key.name, grant: key.grant ?? 'unknown' } }
  groups.push(group)
  return group
}

export const remove = ({ weighed }: Group, each: Weighed): void => void weighed.splice(weighed.indexOf(each), 1)

/** 当月分 15.00GB中 9.35GB: the whole goes with its part. */
export function moveWhole({ claim }: Weighed, from: Group, to: Group): void {
  const { whole } = claim.site
  for (const each of from.weighed.filter((other) => whole && other.claim.site === whole)) {
    remove(from, each)
    to.weighed.push(each)
  }
}

/** One bucket may be called 基本データ and 基本データ容量 on one page; two toppings have two names. */
export function sameBucket(a: BucketKey, b: BucketKey): boolean {
  if (a.grant !== b.grant) return false
  if (a.section !== null && b.section !== null && a.section !== b.section) return false
  // 今日已用, 每日流量: a day's data is one bucket.
  if (a.grant === 'daily') return true
  return a.name === b.name || a.name === '' || b.name === '' || a.name.includes(b.name) || b.name.includes(a.name)
}

export const placeOf = (claim: Claim): Place => placeOfToken(claim.site.item.token)

export const rowOf = (each: Weighed): number => each.claim.site.clause.cell.row.index

export const isEmpty = (bucket: DraftBucket): boolean =>
  !bucket.allowance && !bucket.used && !bucket.remaining && bucket.unlimited === undefined
