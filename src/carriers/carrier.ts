import type { Base } from '../core/amount.ts'
import type { Grant } from '../core/reading.ts'
import type { Source } from '../core/source.ts'

/** What a carrier adds to the grammar that all carriers share: its own words and units, as data, each with its source. */
export interface Carrier {
  /** `[a-z][a-z0-9]*`; equals the file name and the export's name. Never renamed. */
  readonly id: string
  readonly names: {
    readonly en: string
    readonly ja: string
    readonly 'zh-Hans': string
    readonly 'zh-Hant': string
  }
  /** What one step of its printed units is worth; null where nothing says so, and then 1000 is assumed and marked as assumed. */
  readonly unit: { readonly base: Base; readonly source: Source } | null
  /** Labels that only this carrier prints, by the role that they give to an amount. */
  readonly words: {
    readonly remaining: readonly string[]
    readonly used: readonly string[]
    readonly allowance: readonly string[]
    readonly sources: readonly Source[]
  }
  /** Names that this carrier prints for its buckets. */
  readonly buckets: readonly {
    readonly words: readonly string[]
    readonly grant: Grant
    readonly source: Source
  }[]
}
