import type { Carrier } from '../carriers/carrier.ts'
import type { App, Channels, Hotline, None, Portal, Query, Telephone, Verified } from '../carriers/channels.ts'
import type { Source } from '../core/source.ts'
import { isOpen } from './hours.ts'
import type { Situation } from './situation.ts'
import type { Step } from './steps.ts'

/** The ways that a guide can lead. */
export const WAYS = ['app', 'portal', 'sms', 'hotline', 'api'] as const
export type WayChannel = (typeof WAYS)[number]

/** One way to learn what is left: what to do, one step after the other. */
export interface Way {
  readonly channel: WayChannel
  readonly steps: readonly Step[]
  readonly verified: Verified
  readonly sources: readonly [Source, ...Source[]]
}

/** What a carrier's file says of one channel: a way, that there is none, or nothing. */
export type Known =
  | { readonly kind: 'way'; readonly way: Way }
  | { readonly kind: 'none'; readonly channel: WayChannel; readonly sources: readonly Source[] }
  | { readonly kind: 'unknown'; readonly channel: WayChannel }

/**
 * Every channel of a carrier, the best first for this person: what can be done now, then what cannot, then what does not exist
 * and what nobody has told. `now` is an ISO instant.
 */
export function guide({ channels }: Pick<Carrier, 'channels'>, situation: Situation, now: string): Known[] {
  const known = WAYS.map((channel) => knownOf(channel, channels, situation, now))
  return known
    .map((each, index) => ({ each, rank: rankOf(each, situation), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ each }) => each)
}

/** Those ways of a carrier that need no data, and may tell what is left. */
export function waysWithoutData(carrier: Pick<Carrier, 'channels'>, situation: Situation, now: string): Way[] {
  return guide(carrier, situation, now).flatMap((known) =>
    known.kind === 'way' && !needsOf(known.way).includes('online') && !tellsNothing(known.way) ? [known.way] : [],
  )
}

const tellsNothing = ({ steps }: Way): boolean => steps.some((step) => step.kind === 'voiceTells' && step.data === 'no')

function knownOf(channel: WayChannel, channels: Channels, situation: Situation, now: string): Known {
  const found = channels[channel]
  if (found === null) return { kind: 'unknown', channel }
  if (isNone(found)) return { kind: 'none', channel, sources: found.sources }
  const { verified, sources } = found
  return { kind: 'way', way: { channel, verified, sources, steps: stepsOf(channels, channel, situation, now) } }
}

const isNone = (found: App | Portal | Hotline | Query | None): found is None => 'value' in found

/** 0 for what works now, 1 where nobody asked, 2 for what does not work now, 3 and 4 for what is no way. */
function rankOf(known: Known, situation: Situation): number {
  if (known.kind !== 'way') return known.kind === 'none' ? 3 : 4
  const answers = needsOf(known.way).map((need) => situation[need])
  return answers.includes(false) ? 2 : answers.includes(null) ? 1 : 0
}

/** What a person must be able to do to go a way. */
export type Need = 'online' | 'login' | 'canCall'

export function needsOf({ channel, steps }: Way): readonly Need[] {
  if (channel === 'sms') return []
  if (channel === 'hotline') return ['canCall']
  const needsLogin =
    channel === 'app' ||
    steps.some((step) => step.kind === 'logIn' && !step.ways.includes('line') && step.ways.length > 0)
  return needsLogin ? ['online', 'login'] : ['online']
}

function stepsOf(channels: Channels, channel: WayChannel, situation: Situation, now: string): Step[] {
  const { portal, app, hotline, sms } = channels
  if (channel === 'portal' && portal) return portalSteps(portal)
  if (channel === 'app' && app) return appSteps(app)
  if (channel === 'hotline' && hotline) return hotlineSteps(hotline, situation, now)
  return channel === 'sms' && sms && !isNone(sms) ? querySteps(sms) : []
}

function portalSteps({ name, address, account, login, path, tells, lateHours, wifiOff }: Portal): Step[] {
  return [
    ...(wifiOff ? [{ kind: 'wifiOff' } as const] : []),
    { kind: 'openPage', name, address },
    ...(login.length > 0 ? [{ kind: 'logIn', account, ways: login } as const] : []),
    ...path.map((label) => ({ kind: 'tap', label }) as const),
    { kind: 'look', tells, lateHours },
    { kind: 'keepPage' },
    ...(address !== null && login.includes('password') ? [{ kind: 'letNokoriCheck' } as const] : []),
  ]
}

function appSteps({ name, android, ios, path, tells, widget }: App): Step[] {
  return [
    { kind: 'openApp', name, android, ios },
    ...path.map((label) => ({ kind: 'tap', label }) as const),
    { kind: 'look', tells, lateHours: null },
    ...(widget === true ? [{ kind: 'addWidget' } as const] : []),
  ]
}

function hotlineSteps({ numbers, hours, keys, data }: Hotline, { from, speaks }: Situation, now: string): Step[] {
  const callable = numbersFor(numbers, from)
  const own = callable.filter(({ language }) => language === speaks)
  const japanese = callable.filter(({ language }) => language === 'ja' && language !== speaks)
  const others = callable.filter((each) => !own.includes(each) && !japanese.includes(each))
  return [
    ...[...own, ...japanese].map((telephone) => ({ kind: 'dial', telephone, link: telLink(telephone, keys) }) as const),
    ...(others.length > 0 ? [{ kind: 'otherLanguages', telephones: others } as const] : []),
    ...(hours ? [{ kind: 'hours', ...hours, open: isOpen(hours, now) } as const] : []),
    ...(keys ? [{ kind: 'pressKeys', keys } as const] : []),
    { kind: 'voiceTells', data },
    ...(speaks === 'ja' || japanese.length === 0 ? [] : SPOKEN),
  ]
}

const SPOKEN: readonly Step[] = [
  { kind: 'say', phrase: 'english' },
  { kind: 'say', phrase: 'howMuchLeft' },
  { kind: 'say', phrase: 'myNumberIs' },
  { kind: 'listen', phrase: 'pin' },
  { kind: 'listen', phrase: 'remaining' },
]

/** The numbers that can be called from there; all of them where none is meant for it. */
function numbersFor(numbers: readonly Telephone[], from: Situation['from']): readonly Telephone[] {
  const fitting = numbers.filter((each) => each.from === from || (from === 'own' && each.from === 'other'))
  return fitting.length > 0 ? fitting : numbers
}

/** "tel:" with the digits of the menu after pauses. */
const telLink = ({ number }: Telephone, keys: readonly string[] | null): string =>
  `tel:${number.replaceAll('-', '')}${(keys ?? []).map((key) => `,,${key}`).join('')}`

function querySteps({ kind, text, to, abroad }: Query): Step[] {
  const ask: Step =
    kind === 'sms' && to !== null
      ? { kind: 'sendSms', text, to, link: `sms:${to}?body=${encodeURIComponent(text)}` }
      : { kind: 'dialCode', code: text, link: `tel:${encodeURIComponent(text)}` }
  return [ask, ...(abroad === true ? [] : [{ kind: 'mayFailAbroad' } as const]), { kind: 'pasteAnswer' }]
}
