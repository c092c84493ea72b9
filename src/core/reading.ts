import type { Amount } from './amount.ts'

/** A stretch of the opened evidence: UTF-16 offsets into its text, end excluded. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Why we believe a figure: where it stands, which words label it, which rule tied the two. */
export interface Provenance {
  /** Usually one place; several when the figure is a sum of printed figures (download + upload). */
  readonly places: readonly Place[]
  /** The label as printed, or the key path of a payload. */
  readonly label: string
  /** Name of the tying rule or payload shape. */
  readonly rule: string
}

/** An amount and where it was read; `provenance` is null only when the amount is unknown. */
export interface Figure {
  readonly amount: Amount
  readonly provenance: Provenance | null
}

/**
 * A date or time as printed: `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]`, an offset only if one was printed.
 * Expiry dates are inclusive ("まで").
 */
export interface WallClock {
  readonly at: string
  /** IANA zone that the wall clock hangs in. */
  readonly zone: string
  readonly places: readonly Place[]
}

/** What kind of data a bucket holds, by how it was granted, where words say so. Only the first four are usable for everything. */
export const NAMED_GRANTS = ['plan', 'carryOver', 'topUp', 'gift', 'daily', 'roaming', 'appOnly', 'tethering'] as const
/** All kinds: those, and a bucket of which nothing says so. */
export const GRANTS = [...NAMED_GRANTS, 'unknown'] as const
export type Grant = (typeof GRANTS)[number]

/** The three figures of a bucket or of a whole line. */
export interface Figures {
  readonly allowance: Figure
  readonly used: Figure
  readonly remaining: Figure
}

/** An amount of data with its own expiry (TMF677 Bucket). */
export interface Bucket extends Figures {
  readonly grant: Grant
  /** As printed; "" when the source gives it no name. */
  readonly name: string
  readonly expires: WallClock | null
  /** True and false only where the source says so; figures printed beside `true` are kept. */
  readonly unlimited: boolean | null
  /** Shared between several lines; null where the source does not say. */
  readonly shared: boolean | null
}

/** The ways a person can learn what is left. */
export const CHANNELS = ['portal', 'app', 'hotline', 'sms', 'api', 'router', 'paste'] as const
export type Channel = (typeof CHANNELS)[number]

/** Something in the evidence that looked like a figure and was not taken, and why. */
export interface Doubt {
  readonly code: DoubtCode
  readonly place: Place
}
export const DOUBTS = [
  'no-label', // an amount of data that no label explains
  'no-unit', // a labelled number without a unit
  'two-figures', // two figures claim the same role
  'does-not-add-up', // used + remaining is not the allowance
  'implausible', // sentinel or out of range
  'impossible-date',
  'not-a-balance', // example, price list, threshold, past month, storage, ...
  'frame', // an embedded frame whose content is not here
] as const
export type DoubtCode = (typeof DOUBTS)[number]

/** What one piece of evidence says about one line. */
export interface Reading {
  readonly version: 1
  readonly carrier: string | null
  readonly channel: Channel
  /** Which of several lines: the phone number's last four digits or the line's name as printed; null when the evidence is about one line. */
  readonly line: string | null
  /** The line's own totals: only where the source states them or they follow without doubt. */
  readonly total: Figures
  readonly buckets: readonly Bucket[]
  readonly expires: WallClock | null
  readonly unlimited: boolean | null
  readonly throttled: boolean | null
  /** Last moment of the cycle where printed. */
  readonly cycleEnd: WallClock | null
  /** The carrier's own time stamp of the figures. */
  readonly asOf: WallClock | null
  /** When the evidence reached us: an instant in UTC, given by the caller; null when unknown. */
  readonly observedAt: string | null
  /** 0..1, see `confidence` in reader/decide/decide.ts. */
  readonly confidence: number
  readonly doubts: readonly Doubt[]
}
