import type { Amount } from '../../core/amount.ts'
import type { Place } from '../../core/reading.ts'
import type { Row } from '../tie/layout.ts'
import type { Ties } from '../tie/ties.ts'
import { placeOfToken } from '../lex/token.ts'
import type { Draft } from './draft.ts'
import { groupFor, lineOf, rowOf, type Group } from './weighed.ts'

/** Rows that say that nothing is left, unless another row says that something is. */
function rowsWithNothingLeft(ties: Ties, groups: readonly Group[]): number[] {
  const left = groups.flatMap((group) => group.weighed.filter((each) => each.role === 'remaining'))
  if (left.some((each) => each.amount.bytes > 0)) return []
  return [
    ...left.map(rowOf),
    ...ties.states.filter((state) => state.sense === 'exhausted').map((state) => state.row.index),
  ]
}

/** Whether all that is told is what was used, below a row and near it. */
const isAboveUse = ({ index }: Row, groups: readonly Group[]): boolean =>
  groups.some((group) => group.weighed.length > 0) &&
  groups.every((group) =>
    group.weighed.every((each) => each.role === 'used' && rowOf(each) > index && rowOf(each) <= index + FARTHEST_USE),
  )

const FARTHEST_USE = 5

export function applyStates(ties: Ties, groups: Group[], draft: Draft, shown: (place: Place) => string): void {
  if (ties.states.length === 0 && ties.speeds.length === 0) return
  const throttled = new Set(
    ties.states
      .filter((state) => state.sense === 'throttled' || state.sense === 'unthrottled')
      .map((state) => state.sense),
  )
  if (throttled.size === 1) draft.throttled = throttled.has('throttled')
  // データ残量がなくなりました。月末まで最大1Mbpsでご利用いただけます。
  const empty = ties.speeds.length > 0 ? rowsWithNothingLeft(ties, groups) : []
  if (throttled.size === 0 && ties.speeds.some(({ row }) => empty.some((index) => Math.abs(row.index - index) <= 3)))
    draft.throttled = true
  for (const { sense, item, bucket, stands, row } of ties.states) {
    if (stands === 'title' && !isAboveUse(row, groups)) continue
    const alone = stands === 'alone'
    if (alone && ties.claims.length === 0 && !ties.dates.some((date) => date.kind === 'expires')) continue
    // An advertisement beside what is left.
    if (alone && sense === 'unlimited' && lineOf(groups)?.weighed.some((each) => each.role === 'remaining')) continue
    const place = placeOfToken(item.token)
    const provenance = { places: [place], label: shown(place), rule: 'in-words' }
    if (sense === 'unlimited')
      groupFor(
        groups,
        bucket.grant === 'plan' && groups.some((group) => group.key.grant === null && group.draft.used)
          ? { ...bucket, grant: null }
          : bucket,
      ).draft.unlimited = true
    if (sense !== 'exhausted') continue
    const group = groupFor(groups, bucket)
    const amount: Amount = {
      kind: 'known',
      lowBytes: 0,
      highBytes: 0,
      shown: shown(place),
      base: 1000,
      baseDeclared: true,
    }
    // 基本データを使い切りました beside a balance of something else says nothing about that balance.
    if (groups.every((other) => other.draft.remaining === undefined)) group.draft.remaining = { amount, provenance }
  }
}
