import type { Login, Telephone, Tells } from '../carriers/channels.ts'
import type { PhraseId } from './phrases.ts'

/** One thing to do. The kinds are a closed list, each with one sentence in every language; a carrier only fills in its own words. */
export type Step =
  | { readonly kind: 'wifiOff' }
  | { readonly kind: 'openPage'; readonly name: string; readonly address: string | null }
  | { readonly kind: 'openApp'; readonly name: string; readonly android: string | null; readonly ios: string | null }
  | { readonly kind: 'logIn'; readonly account: string | null; readonly ways: readonly Login[] }
  | { readonly kind: 'tap'; readonly label: string }
  | { readonly kind: 'look'; readonly tells: Tells | null; readonly lateHours: number | null }
  | { readonly kind: 'keepPage' }
  | { readonly kind: 'letNokoriCheck' }
  | { readonly kind: 'addWidget' }
  | { readonly kind: 'dial'; readonly telephone: Telephone; readonly link: string }
  | {
      readonly kind: 'hours'
      readonly opens: string
      readonly closes: string
      readonly zone: string
      readonly open: boolean
    }
  | { readonly kind: 'otherLanguages'; readonly telephones: readonly Telephone[] }
  | { readonly kind: 'pressKeys'; readonly keys: readonly string[] }
  | { readonly kind: 'voiceTells'; readonly data: 'person' | 'voice' | 'no' | null }
  | { readonly kind: 'say'; readonly phrase: PhraseId }
  | { readonly kind: 'listen'; readonly phrase: PhraseId }
  | { readonly kind: 'sendSms'; readonly text: string; readonly to: string; readonly link: string }
  | { readonly kind: 'dialCode'; readonly code: string; readonly link: string }
  | { readonly kind: 'mayFailAbroad' }
  | { readonly kind: 'pasteAnswer' }
