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

/** Kinds that say something about the step before and are nothing to do. */
const REMARKS: ReadonlySet<Step['kind']> = new Set([
  'hours',
  'voiceTells',
  'mayFailAbroad',
  'otherLanguages',
  'letNokoriCheck',
])
/** Kinds of which several in a row are one thing to do: one of these numbers, these phrases. */
const TOGETHER: ReadonlySet<Step['kind']> = new Set(['dial', 'say', 'listen'])

/** One thing to do, with the remarks about it. */
export interface Task {
  readonly steps: readonly [Step, ...Step[]]
  readonly remarks: readonly Step[]
}

export function tasksOf(steps: readonly Step[]): Task[] {
  const tasks: { steps: [Step, ...Step[]]; remarks: Step[] }[] = []
  for (const step of steps) {
    const last = tasks.at(-1)
    if (last !== undefined && REMARKS.has(step.kind)) last.remarks.push(step)
    else if (last !== undefined && TOGETHER.has(step.kind) && last.steps[0].kind === step.kind) last.steps.push(step)
    else tasks.push({ steps: [step], remarks: [] })
  }
  return tasks
}
