import type { Base } from '../core/amount.ts'
import type { Grant } from '../core/reading.ts'
import type { Claim, Source } from '../core/source.ts'
import type { Channels } from './channels.ts'
import type { Rules } from './rules.ts'

/** What somebody who has never seen the brand should think of. */
export const CARRIER_KINDS = [
  'operator',
  'subBrand',
  'mvno',
  'visitor',
  'travelEsim',
  'foreign',
] as const
export type CarrierKind = (typeof CARRIER_KINDS)[number]

/** The networks of Japan that a carrier can ride on. */
export const HOSTS = ['docomo', 'au', 'softbank', 'rakuten'] as const
export type Host = (typeof HOSTS)[number]

/** What a phone shows by which a line can be told. The network alone does not name the brand: the APN does, or its user name. */
export interface Marks {
  /** MCC-MNC, "440-10". */
  readonly networks: Claim<readonly string[]> | null
  readonly apns: Claim<readonly { readonly apn: string; readonly user?: string }[]> | null
  /** Who its messages come from. */
  readonly senders: Claim<readonly string[]> | null
}

/** What the grammar of the reader needs of a carrier: its own words and units. */
export interface CarrierWords {
  /** `[a-z][a-z0-9]*`; equals the file name and the export's name. Never renamed. */
  readonly id: string
  /** What one step of its printed units is worth; null where nothing says so, and then 1000 is assumed and marked as assumed. */
  readonly unit: Claim<Base> | null
  /** Labels that only this carrier prints, by the role that they give to an amount. */
  readonly words?: {
    readonly remaining?: readonly string[]
    readonly used?: readonly string[]
    readonly allowance?: readonly string[]
    readonly sources: readonly [Source, ...Source[]]
  }
  /** Names that this carrier prints for its buckets. */
  readonly buckets?: readonly {
    readonly words: readonly string[]
    readonly grant: Grant
    readonly source: Source
  }[]
}

/** One brand that sells lines used in Japan: data only, each claim with its source, null where nobody says. */
export interface Carrier extends CarrierWords {
  readonly names: {
    readonly en: string
    readonly ja: string
    readonly 'zh-Hans': string
    readonly 'zh-Hant': string
  }
  readonly kind: CarrierKind
  readonly hosts: Claim<readonly Host[]> | null
  readonly marks: Marks
  readonly channels: Channels
  readonly rules: Rules
}
