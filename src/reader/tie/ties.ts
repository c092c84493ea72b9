import type { Doubt, Grant, Place } from '../../core/reading.ts'
import type { Clause, DateSite, Item, Row } from './layout.ts'
import type { Site, Tie } from './claim.ts'

/** A figure that a label explains. */
export interface Claim extends Tie {
  readonly site: Site
  readonly bucket: BucketKey
  /** The pack in whose name's reach it stands: its bucket, where the text has several. */
  readonly pack: BucketKey | null
}

/** Which bucket a claim is about; `grant` null means the line as a whole. */
export interface BucketKey {
  readonly grant: Grant | null
  readonly name: string
  /** Which heading named it; null when the label itself did. */
  readonly section: number | null
  /** Does not count with the rest: プラスエリアモード. */
  readonly apart?: boolean
  /** Where the name stands; null when there is none. */
  readonly place: Place | null
}

/** A state said in words: 使い切りました, 無制限, 速度制限中. */
export interface StateClaim {
  readonly sense: 'exhausted' | 'unlimited' | 'throttled' | 'unthrottled'
  readonly item: Item
  readonly bucket: BucketKey
  /** Nothing else stands in its row: counts only beside figures of the line. Or it is a product's name: counts only above its use. */
  readonly stands: 'alone' | 'title' | null
  readonly row: Row
}

/** A date that ends a bucket or the line, or that its figures are of. */
export interface DateClaim {
  readonly kind: 'expires' | 'asOf'
  readonly site: DateSite
  readonly bucket: BucketKey
  /** As a claim's. */
  readonly pack: BucketKey | null
}

/** All that the text says, each with its place, before anything is weighed. */
export interface Ties {
  readonly claims: Claim[]
  readonly states: StateClaim[]
  readonly dates: DateClaim[]
  readonly doubts: Doubt[]
  /** Figures of one of several lines that share what there is, each under its line's name. */
  readonly shares: Claim[]
  /** Every amount printed with a unit, tied or not. */
  readonly printed: Site[]
  /** Figures of data that nothing explains, offers aside: one of them may be another bucket. */
  readonly untold: Site[]
  /** Where a word takes back what was said before it: 正しくは. */
  readonly corrections: { readonly item: Item; readonly clause: Clause }[]
  /** Speeds that are said to hold now, or at least not under a condition. */
  readonly speeds: { readonly item: Item; readonly row: Row }[]
}

export const WHOLE_LINE: BucketKey = { grant: null, name: '', section: null, place: null }

/** What the text says about one line. */
export interface LineTies extends Ties {
  /** The last four digits of its number; null where the text does not tell lines apart. */
  readonly line: string | null
}

export const noTies = (line: string | null): LineTies => ({
  line,
  claims: [],
  states: [],
  dates: [],
  doubts: [],
  shares: [],
  printed: [],
  untold: [],
  corrections: [],
  speeds: [],
})

export function joined(several: readonly LineTies[]): LineTies {
  const [first] = several
  if (several.length === 1) return first!
  return {
    line: first!.line,
    claims: several.flatMap((each) => each.claims),
    states: several.flatMap((each) => each.states),
    dates: several.flatMap((each) => each.dates),
    doubts: several.flatMap((each) => each.doubts),
    shares: several.flatMap((each) => each.shares),
    printed: several.flatMap((each) => each.printed),
    untold: several.flatMap((each) => each.untold),
    corrections: several.flatMap((each) => each.corrections),
    speeds: several.flatMap((each) => each.speeds),
  }
}
