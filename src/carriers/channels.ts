import type { Claim, Source } from '../core/source.ts'

/** How a channel was tried: against the carrier itself, against a copy of it that we made, or only read about. */
export type Verified = 'live' | 'simulated' | 'documented'

interface Channel {
  readonly verified: Verified
  readonly sources: readonly [Source, ...Source[]]
}

/** What a screen or a voice tells of data. */
export type Tells = 'remaining' | 'used' | 'both'

/** What a portal asks for before it shows anything. `line`: nothing, but only over the carrier's own network. */
export type Login = 'password' | 'code' | 'passkey' | 'networkPin' | 'line'

/** The carrier's web pages. */
export interface Portal extends Channel {
  readonly name: string
  /** Where it begins; null where no source has it. */
  readonly address: string | null
  /** Domains that may receive its secrets, their subdomains included. */
  readonly domains: readonly string[]
  readonly login: readonly Login[]
  /** What the person logs in with, as the page calls it: "dアカウント". */
  readonly account: string | null
  /** What to tap, one after the other, exactly as on the screen. */
  readonly path: readonly string[]
  readonly tells: Tells | null
  readonly wifiOff: boolean
  /** The figure may be this many hours old; null where nobody says. */
  readonly lateHours: number | null
}

/** The carrier's app. */
export interface App extends Channel {
  readonly name: string
  readonly android: string | null
  readonly ios: string | null
  readonly path: readonly string[]
  readonly tells: Tells | null
  /** Whether it has a widget for the home screen; null where nobody says. */
  readonly widget: boolean | null
}

/** A number to call, from where it can be called, what it costs and who answers. */
export interface Telephone {
  readonly from: 'own' | 'other' | 'abroad'
  /** As dialled in Japan ("151", "0120-800-000"), or E.164 where it is for abroad. */
  readonly number: string
  readonly free: boolean | null
  /** Who answers; Japanese where nothing else is said. */
  readonly language: 'ja' | 'en' | 'zh' | 'ko' | 'pt' | 'vi' | 'tl'
}

/** Zones of hotlines; none of them has summer time, and how far they are from UTC is in guide/hours.ts. */
export const HOTLINE_ZONES = ['Asia/Tokyo', 'Asia/Hong_Kong'] as const
export type HotlineZone = (typeof HOTLINE_ZONES)[number]

/** The carrier's hotline. */
export interface Hotline extends Channel {
  readonly numbers: readonly Telephone[]
  /** When a person answers, in the zone; null where nobody says. "00:00" to "24:00" is always open. */
  readonly hours: {
    readonly opens: string
    readonly closes: string
    readonly zone: HotlineZone
  } | null
  /** Whether it can tell how much data is left: a person who can look, a machine that says it, neither, or nobody knows. */
  readonly data: 'person' | 'voice' | 'no' | null
  /** Keys of the menu to what is wanted, one after the other; null where nobody says. */
  readonly keys: readonly string[] | null
}

/** A message that is answered with what is left. `ussd` is dialled like a number. */
export interface Query extends Channel {
  readonly kind: 'sms' | 'ussd'
  readonly text: string
  /** Where an SMS goes; null for USSD. */
  readonly to: string | null
  /** Whether it works while roaming in Japan; null where nobody says. */
  readonly abroad: boolean | null
}

/** There is no such channel, and who says so. */
export type None = Claim<'none'>

/** Every way to learn what is left; null where nothing is known about it. */
export interface Channels {
  readonly portal: Portal | null
  readonly app: App | null
  readonly hotline: Hotline | null
  readonly sms: Query | None | null
  readonly api: None | null
}
