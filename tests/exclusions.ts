import type { Figure } from '../src/core/reading.ts'
import type { FlatBucket } from '../src/reader/decide/flat.ts'
import { explainText } from '../src/reader/index.ts'
import type { Claim, Mutated } from './drift.ts'

/** A kind of mutation that makes another true sentence: the figure is what the text says now, and no reader can know better. */
interface Exclusion {
  readonly name: string
  readonly reason: string
  readonly holds: (claim: Claim, mutated: Mutated) => boolean
}

/** Characters within which a label and its figure stand. */
const LONGEST_LABEL = 40

export const EXCLUSIONS: readonly Exclusion[] = [
  {
    name: 'context-removed',
    reason:
      '"先月の使用量 5GB" without 先月の, "（例）残り 3GB" without 例: the words that made the figure no balance are gone',
    holds: (claim, { before, after, given }) => {
      const figure = figureOf(claim, given)
      return figure !== null && refusedIn(before, figure.shown) && wordsOf(after) !== wordsOf(before)
    },
  },
  {
    name: 'bucket-unnamed',
    reason: '"追加データ 残り 1GB" without 追加データ is a figure of the line',
    holds: (claim, mutated) =>
      claim.of === 'line' &&
      bucketsOf(mutated).some((bucket) => has(bucket, claim) && !isIn(mutated.after, bucket.name)),
  },
  {
    name: 'only-bucket',
    reason:
      '"当月分 2GB、繰越分 1GB、合計 3GB" cut after 2GB: where one bucket is all there is, the line has what it has',
    holds: (claim, mutated) => {
      const buckets = bucketsOf(mutated)
      const named = buckets.find((bucket) => has(bucket, claim))?.name
      const others = buckets.filter(({ name }) => name !== named)
      return claim.of === 'line' && named !== undefined && !others.some(({ name }) => isIn(mutated.after, name))
    },
  },
  {
    name: 'own-label-cut',
    reason: '"残り 3GB 使用 17GB" without "3GB 使用" is "残り 17GB"',
    holds: (claim, { mutation, before, after, given }) => {
      const figure = figureOf(claim, given)
      if (mutation !== 'cutInTheMiddle' || figure === null) return false
      const seam = seamOf(before, after)
      const between = figure.start >= seam ? after.slice(seam, figure.start) : after.slice(figure.end, seam)
      return !/\p{L}/u.test(between)
    },
  },
  {
    name: 'labels-glued',
    reason: '"データ使用量 3GB、追加データ 1GB" without " 3GB、" has the label データ使用量追加データ',
    holds: (_claim, { mutation, before, after }) => {
      const seam = seamOf(before, after)
      return mutation === 'cutInTheMiddle' && /\p{L}$/u.test(after.slice(0, seam)) && /^\p{L}/u.test(after.slice(seam))
    },
  },
  {
    name: 'joined-by-the-cut',
    reason: '"残りデータ量 15GB / 利用可能データ量 30GB" without "15GB / 利用可能データ量" is "残りデータ量 30GB"',
    holds: (claim, { mutation, before, after, given }) => {
      const figure = figureOf(claim, given)
      if (mutation !== 'cutInTheMiddle' || figure === null) return false
      const seam = seamOf(before, after)
      return seam >= figure.start - LONGEST_LABEL && seam <= figure.end + LONGEST_LABEL
    },
  },
  {
    name: 'spoken-number-cut',
    reason: '"three point two five gigabytes" without its beginning is five gigabytes',
    holds: (claim, { before, after, given }) => {
      const figure = figureOf(claim, given)
      return figure !== null && /^\p{L}/u.test(figure.shown) && before.endsWith(after) && figure.start <= 1
    },
  },
  {
    name: 'half-of-a-sum',
    reason: '"1ギガと230メガバイト" without its second half is 1 gigabyte, "1ギガ半" without 半 too',
    holds: (claim, { before, given }) => {
      const shown = figureOf(claim, given)?.shown
      if (shown === undefined) return false
      const behind = before.slice(before.indexOf(shown) + shown.length)
      const isSaid = /^\p{L}/u.test(shown) && (behind.startsWith(', ') || before.includes(`, ${shown}`))
      return (
        before.includes(shown) && (isSaid || /^(?:と|半|、\d| and )/.test(behind) || before.includes(` and ${shown}`))
      )
    },
  },
  {
    name: 'total-cut',
    reason:
      '"合計残量 6.7GB、月間分の残量 6.2GB、チャージ分 0.5GB" without the total: the largest part stands where a total would',
    holds: (claim, mutated) => {
      const { total, part } = {
        total: totalOf(mutated, claim),
        part: bucketsOf(mutated).find((bucket) => has(bucket, claim)),
      }
      return (
        claim.of === 'line' &&
        part !== undefined &&
        total !== null &&
        total > Number(claim.value) &&
        mutated.after !== mutated.before
      )
    },
  },
  {
    name: 'only-state',
    reason: '"Pass: 1.6 GB left. Domestic data: unlimited" without its first half is a line whose data is unlimited',
    holds: (claim, { given }) =>
      claim.field === 'unlimited' &&
      given.ok &&
      given.value.outcome.ok &&
      given.value.outcome.value.every(({ buckets }) => buckets.length <= 1),
  },
  {
    name: 'nothing-left-is-slow',
    reason:
      '"残量が0GBになると、最大200kbpsに制限されます" without になると: nothing is left, and the speed is limited',
    holds: (claim, mutated) =>
      claim.field === 'throttled' &&
      exclusionNamed('context-removed').holds({ ...claim, field: 'remainingBytes', value: 0 }, mutated),
  },
  {
    name: 'date-glued',
    reason: '"有効期限 11月30日 … ポイント 12月25日" cut from the one date to the other is 有効期限 12月25日',
    holds: ({ field }, { mutation }) => field === 'expires' && mutation === 'cutInTheMiddle',
  },
]

const exclusionNamed = (name: string): Exclusion => EXCLUSIONS.find((each) => each.name === name)!

/** The figure of the whole line that the evidence had in a claim's role; null when it had none. */
function totalOf({ fixture, answer }: Mutated, { field }: Claim): number | null {
  const value = [fixture.expect, answer]
    .map((each) => each[field as keyof typeof each])
    .find((each) => typeof each === 'number')
  return typeof value === 'number' ? value : null
}

/** The exclusion that explains all wrong figures of a mutation, or several joined. */
export function exclusionOf(mutated: Mutated & { readonly wrong: readonly Claim[] }): string | null {
  const names = mutated.wrong.map((claim) => EXCLUSIONS.find((exclusion) => exclusion.holds(claim, mutated))?.name)
  return names.includes(undefined) ? null : [...new Set(names)].join('+')
}

/** How a claim's figure is printed in the mutated text, and where; null for dates and states. */
function figureOf(
  { field, value }: Claim,
  given: Mutated['given'],
): { shown: string; start: number; end: number } | null {
  if (!given.ok || !given.value.outcome.ok || typeof value !== 'number') return null
  const role = field.slice(0, -'Bytes'.length) as 'remaining' | 'used' | 'allowance'
  for (const { total, buckets } of given.value.outcome.value) {
    for (const figures of [total, ...buckets]) {
      const { amount, provenance }: Figure = figures[role]
      const [place] = provenance?.places ?? []
      if (amount.kind === 'known' && amount.lowBytes === value && place) return { shown: amount.shown, ...place }
    }
  }
  return null
}

/** All buckets that the evidence had. */
const bucketsOf = ({ answer, fixture }: Mutated): FlatBucket[] =>
  [answer, ...(answer.readings ?? []), fixture.expect, ...(fixture.lines ?? [])].flatMap(({ buckets }) => buckets ?? [])

const has = (bucket: FlatBucket, { field, value }: Claim): boolean =>
  field in bucket && bucket[field as keyof FlatBucket] === value

/** Whether this very figure was seen before and taken for no balance. */
function refusedIn(before: string, shown: string): boolean {
  const { opened, outcome } = explainText(before)
  if (!outcome.ok) return before.includes(shown)
  return outcome.value
    .flatMap(({ doubts }) => doubts)
    .some(({ code, place }) => code === 'not-a-balance' && opened.text.slice(place.start, place.end) === shown)
}

const wordsOf = (text: string): string => (text.match(/\p{L}+/gu) ?? []).join(' ')

function isIn(text: string, name: string): boolean {
  const [whole, part] = [text, name].map((each) => each.normalize('NFKC').replaceAll(/\s/g, '')) as [string, string]
  return whole.includes(part)
}

function seamOf(before: string, after: string): number {
  let seam = 0
  while (seam < after.length && before[seam] === after[seam]) seam += 1
  return seam
}
