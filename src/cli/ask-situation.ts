import { confirm, isCancel, select } from '@clack/prompts'
import { CARRIERS } from '../carriers/index.ts'
import { find } from '../guide/find.ts'
import type { Situation } from '../guide/situation.ts'
import { GUIDE_SENTENCES } from '../text/guide.ts'
import type { Session } from './session.ts'

/** Asks on a terminal what the flags left open; null when the person has had enough. */
export async function askSituation(
  query: string,
  known: Situation,
  { language }: Session,
): Promise<{ query: string; situation: Situation } | null> {
  const say = GUIDE_SENTENCES[language].ask
  const options = [
    ...CARRIERS.map(({ id, names }) => ({ value: id, label: names[language] })),
    { value: '', label: say.unknownCarrier },
  ]
  const carrier = query === '' ? await select({ message: say.carrier, options, maxItems: 12 }) : query
  if (isCancel(carrier)) return null
  const isOne = carrier !== '' && find(carrier).carriers.length === 1
  if (!isOne) return { query: carrier, situation: known }
  const answers: Partial<Record<'online' | 'login' | 'canCall', boolean>> = {}
  for (const [key, message] of [
    ['online', say.online],
    ['login', say.login],
    ['canCall', say.call],
  ] as const) {
    if (known[key] !== null) continue
    const answer = await confirm({ message, active: say.yes, inactive: say.no })
    if (isCancel(answer)) return null
    answers[key] = answer
  }
  return { query: carrier, situation: { ...known, ...answers } }
}
