import { exactBytes } from '../../core/amount.ts'
import type { Place } from '../../core/reading.ts'
import { isStrong, type Site } from '../tie/claim.ts'
import type { Ties } from '../tie/ties.ts'
import { applyDates, wallClock } from './apply-dates.ts'
import { applyStates } from './apply-states.ts'
import { settleBreakdown } from './breakdown.ts'
import type { Draft, DraftBucket, DraftFigures } from './draft.ts'
import { emptyDraft } from './draft.ts'
import { groupClaims } from './group.ts'
import { settleAvailable, settleNamedPairs, settlePairs } from './pairs.ts'
import { splitParts } from './parts.ts'
import { addShares } from './shares.ts'
import { settle } from './settle.ts'
import { addSizesOfNames } from './sizes.ts'
import {
  refuseNamesBelow,
  refuseStrayLimit,
  returnBaseSize,
  returnToLine,
  splitNames,
  splitPacks,
  splitTotals,
} from './split.ts'
import { isEmpty, lineOf, type Group } from './weighed.ts'

/**
 * Puts what was tied together into one line's draft: claims by bucket, one figure a role. Where two figures claim one role,
 * the better tied one wins, else none; weak roles become strong ones only where the rest agrees.
 * `shown` quotes the text; `today` (YYYY-MM-DD) completes dates without a year when the text has no as-of date.
 */
export function assemble(ties: Ties, shown: (place: Place) => string, today: string | null): Draft {
  const draft = emptyDraft()
  draft.doubts.push(...ties.doubts)
  const asOf = ties.dates.find((date) => date.kind === 'asOf')
  const asOfClock = asOf && wallClock(asOf, today)
  if (asOfClock) draft.asOf = asOfClock
  const groups = groupClaims(ties, { asOf: asOf?.site.token.date?.at ?? null, today }, draft.doubts)
  addShares(groups, ties.shares, draft.doubts)
  refuseNamesBelow(groups, draft.doubts)
  refuseStrayLimit(groups, draft.doubts)
  returnToLine(groups)
  returnBaseSize(groups, ties.untold)
  splitPacks(groups)
  addSizesOfNames(groups, ties)
  splitNames(groups, ties.untold, shown)
  splitParts(groups, shown)
  splitTotals(groups, shown)
  settleBreakdown(groups, ties.untold, shown)
  settlePairs(groups, ties.untold)
  settleAvailable(groups, ties.untold, shown)
  settleNamedPairs(groups)
  const untold = withoutTold(ties.untold, groups)
  // Parts of the line's allowance wait for it.
  if (groups.length > 1) groups.sort((a, b) => Number(b.key.grant === null) - Number(a.key.grant === null))
  for (const group of groups) settle(group, groups, { untold, printed: ties.printed }, draft.doubts, shown)
  applyStates(ties, groups, draft, shown)
  for (const { key, draft: bucket } of groups) if (key.place) bucket.name = shown(key.place)
  applyDates(ties, groups, draft, asOfClock?.at ?? today)
  collect(groups, draft, untold)
  return draft
}

/** What is untold still, once parts of sums were found. */
function withoutTold(untold: readonly Site[], groups: readonly Group[]): readonly Site[] {
  if (untold.length === 0) return untold
  const told = new Set(groups.flatMap((group) => group.weighed.map((each) => each.claim.site)))
  return untold.filter((site) => !told.has(site))
}

function figures({ allowance, used, remaining }: DraftFigures): DraftFigures {
  const own: DraftFigures = {}
  if (allowance) own.allowance = allowance
  if (used) own.used = used
  if (remaining) own.remaining = remaining
  return own
}

/** The line's own figures, its buckets, and, where only one bucket is for everything, that bucket's figures as the line's. */
function collect(groups: readonly Group[], draft: Draft, unexplained: readonly Site[]): void {
  const line = lineOf(groups)
  const own = groups.length === 1 && line ? NONE : ownBuckets(groups, line)
  const hasDaily = own.some(({ key }) => key.grant === 'daily')
  const general = own.filter((group) => isGeneral(group) && !(hasDaily && isNone(group))).map((group) => group.draft)
  if (line && saysMoreThanAllowance(line)) {
    draft.total = figures(line.draft)
    if (line.draft.unlimited !== undefined) draft.unlimited = line.draft.unlimited
    // Less than one of its own buckets is not the line's, and what stands beside it is not either.
    const left = draft.total.remaining && exactBytes(draft.total.remaining.amount)
    if (
      left !== undefined &&
      left !== null &&
      general.some((each) => each.remaining && exactBytes(each.remaining.amount)! > left)
    ) {
      delete draft.total.remaining
      delete draft.total.allowance
    }
    // What is left of unlimited data is left of something else: tethering, high speed.
    if (draft.unlimited) delete draft.total.remaining
  }
  draft.buckets = own.map((group) => group.draft)
  // A date of figures that were given up.
  if (line?.weighed.length && Object.keys(draft.total).length === 0 && draft.unlimited === undefined)
    delete draft.expires
  const [only, second] = general
  // Where the line has figures of its own, even contradictory ones, a bucket's are not the line's.
  // Another bucket or a sum that nothing explains: then the one that was read is not the line.
  const untold = groups.some(
    (group) =>
      group.draft !== only &&
      (isUndecided(group) ||
        group.weighed.some((each) => each.role === 'sum' || (each.role === 'piece' && each.claim.label?.grant))),
  )
  if (!only || second || untold || ((only.grant === 'daily' || only.grant === 'unknown') && unexplained.length > 0))
    return
  if (standsInRowOf(only, own, unexplained)) return
  if (line?.weighed.some((each) => isStrong(each.role))) {
    const same =
      draft.total.remaining &&
      only.remaining &&
      exactBytes(draft.total.remaining.amount) === exactBytes(only.remaining.amount)
    if (same && !draft.expires && only.expires) draft.expires = only.expires
    return
  }
  draft.total = figures(only)
  if (draft.unlimited === undefined && only.unlimited !== undefined) draft.unlimited = only.unlimited
  if (!draft.expires && only.expires) draft.expires = only.expires
}

const NONE: readonly Group[] = []

function ownBuckets(groups: readonly Group[], line: Group | undefined): readonly Group[] {
  const isUnlimited = line?.draft.unlimited === true
  return groups.filter(
    (group) =>
      group.key.grant !== null &&
      !isEmpty(group.draft) &&
      (isUnlimited || !isShareOfUse(group.draft)) &&
      saysMoreThanAllowance(group),
  )
}

/** plan data 5GB, bonus data 1GB left: another bucket, perhaps, in the sentence that tells of this one. */
const standsInRowOf = (bucket: DraftBucket, own: readonly Group[], unexplained: readonly Site[]): boolean =>
  own.some(
    ({ draft, weighed }) =>
      draft === bucket &&
      weighed.some(({ claim }) =>
        unexplained.some((site) => site.clause.cell === claim.site.clause.cell && site !== claim.site),
      ),
  )

/** Whether a bucket can be used for anything, here. */
const isGeneral = ({ key, draft: { grant }, weighed }: Group): boolean =>
  !key.apart && grant !== 'appOnly' && grant !== 'tethering' && !weighed.some((each) => each.claim.label?.apart)

/** データ追加60GB with 残り 41.9GB and 残り 0.5GB: a bucket of which nobody knows what is left. */
const isUndecided = ({ key, weighed, draft }: Group): boolean =>
  key.grant !== null && !draft.remaining && weighed.some(({ role }) => role === 'remaining')

/** 本日の残り容量 22MB, 繰り越し容量 0MB: nothing beside a day's data. */
const isNone = ({ weighed }: Group): boolean =>
  weighed.length > 0 && weighed.every(({ claim }) => claim.rule === 'none-of-it')

/** テザリング使用量 0.20GB is part of what a line used of its data, and no bucket; of an unlimited line it has a limit of its own. */
const isShareOfUse = ({ grant, remaining, allowance, unlimited }: DraftBucket): boolean =>
  grant === 'tethering' && !remaining && !allowance && unlimited !== true

/** An allowance alone is a price list's; with anything else, as Y of "X / Y" or as part of the line's, it is an allowance now. */
function saysMoreThanAllowance({ draft, weighed }: Group): boolean {
  return (
    draft.remaining !== undefined ||
    draft.used !== undefined ||
    draft.unlimited === true ||
    weighed.some(
      (each) =>
        each.isPart ||
        each.claim.rule === 'part-of' ||
        each.claim.rule === 'whole-of' ||
        each.claim.rule === 'pair-under-name' ||
        each.claim.rule === 'percent-of',
    )
  )
}
