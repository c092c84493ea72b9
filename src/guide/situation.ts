/** What a person can do right now; null where nobody asked. */
export interface Situation {
  /** Some way onto the Internet: Wi-Fi, or data that is still there. */
  readonly online: boolean | null
  /** Has what the carrier asks for: an account and its password. */
  readonly login: boolean | null
  readonly canCall: boolean | null
  /** Where a call would come from. */
  readonly from: 'own' | 'other' | 'abroad'
  /** The language that a hotline had best answer in. */
  readonly speaks: 'ja' | 'en' | 'zh'
}

/** Nobody asked anything. */
export const UNASKED: Situation = { online: null, login: null, canCall: null, from: 'own', speaks: 'en' }
