import type { Carrier } from '../carriers/carrier.ts'
import { find } from '../guide/find.ts'
import { guide, WAYS, type Known, type WayChannel } from '../guide/guide.ts'
import { UNASKED, type Situation } from '../guide/situation.ts'
import { CORRECTIONS } from '../text/myths.ts'
import { Page } from './guide-page.ts'
import { EXIT, type Session } from './session.ts'

const FROM = ['own', 'other', 'abroad'] as const

/** `nokori guide`: what to do now; the exit code. */
export async function guideCommand(words: readonly string[], session: Session): Promise<number> {
  const { flags, streams } = session
  const { channel, from } = flags
  if (channel !== undefined && !isOneOf(WAYS, channel))
    return session.refuse((say) => say.unknownValue('--channel', channel, WAYS.join(', ')))
  if (from !== undefined && !isOneOf(FROM, from))
    return session.refuse((say) => say.unknownValue('--from', from, FROM.join(', ')))
  let query = words.join(' ')
  let situation: Situation = {
    ...UNASKED,
    online: flags.offline === true ? false : null,
    login: flags['no-login'] === true ? false : null,
    canCall: flags['no-call'] === true ? false : null,
    from: from ?? 'own',
    speaks: session.language === 'ja' || session.language === 'en' ? session.language : 'zh',
  }
  if (flags.json !== true && streams.stdout.isTTY && streams.stdin.isTTY) {
    const { askSituation } = await import('./ask-situation.ts')
    const answer = await askSituation(query, situation, session)
    if (answer === null) return EXIT.nothingRead
    ;[query, situation] = [answer.query, answer.situation]
  }
  return answerTo(query, situation, channel, session)
}

const isOneOf = <const T extends readonly string[]>(values: T, value: string): value is T[number] =>
  (values as readonly string[]).includes(value)

function answerTo(query: string, situation: Situation, channel: WayChannel | undefined, session: Session): number {
  const { flags, language, streams } = session
  const { carriers, myths, pages } = find(query)
  const [carrier, ...others] = carriers
  const ways = (of: Carrier): Known[] =>
    guide(of, situation, session.now).filter((known) => channel === undefined || channelOf(known) === channel)
  const isKnown = carriers.length > 0 || myths.length > 0 || pages.length > 0
  if (flags.json === true) {
    const entries = carriers.map((each) => ({ id: each.id, names: each.names, ways: ways(each) }))
    const answer = [
      ...myths.map((myth) => ({ myth: myth.id, ...CORRECTIONS[language][myth.id], sources: myth.sources })),
      ...pages,
      ...entries,
    ]
    streams.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
    return isKnown ? EXIT.ok : EXIT.nothingRead
  }
  const page = new Page(session)
  for (const myth of myths) page.myth(myth)
  for (const each of pages) page.managing(each)
  if (carrier && others.length === 0) page.carrier(carrier, ways(carrier))
  else if (others.length > 0) page.several(carriers)
  else if (!isKnown) page.which(query)
  streams.stdout.write(`${page.text}\n`)
  return isKnown || query === '' ? EXIT.ok : EXIT.nothingRead
}

const channelOf = (known: Known): WayChannel => (known.kind === 'way' ? known.way.channel : known.channel)
