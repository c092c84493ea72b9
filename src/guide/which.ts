import { HOSTS, type Carrier, type CarrierKind } from '../carriers/carrier.ts'
import { CARRIERS_BY_KIND } from './find.ts'

/** What can tell a SIM, in the order in which a person is asked for it: the easiest to see first. */
export const CLUES = ['host', 'bought', 'apn', 'user', 'network', 'sender'] as const
export type Clue = (typeof CLUES)[number]

/** Where a SIM may have been bought. */
export const BOUGHT = ['contract', 'visit', 'travelEsim', 'abroad'] as const
export type Bought = (typeof BOUGHT)[number]

/** What is answered besides a value: nobody can see it, or it is none of those that are known. */
export const [UNSEEN, OTHER] = ['unseen', 'other'] as const

/** One answer: a value, `UNSEEN` or `OTHER`. */
export interface Answer {
  readonly clue: Clue
  readonly value: string
}

/** A carrier that the answers allow, and those of them that speak for it. */
export interface Candidate {
  readonly carrier: Carrier
  readonly reasons: readonly Answer[]
}

/** The next question, or the end. */
export type Turn =
  | { readonly kind: 'ask'; readonly clue: Clue; readonly values: readonly string[]; readonly canBeOther: boolean }
  | {
      readonly kind: 'told'
      /** Those that most speaks for: a few, or nobody can tell. */
      readonly likely: readonly Candidate[]
      readonly possible: readonly Candidate[]
      /** What would tell more, and was not seen. */
      readonly unseen: readonly Clue[]
    }

/** What to ask after these answers, or which SIM it is. */
export function nextTurn(answers: readonly Answer[]): Turn {
  const left = CARRIERS_BY_KIND.flatMap((carrier) => {
    const fits = answers.map((answer) => ({ answer, fit: fitOf(carrier, answer, answers) }))
    if (fits.some(({ fit }) => fit === false)) return []
    return [{ carrier, reasons: fits.flatMap(({ answer, fit }) => (fit === true ? [answer] : [])) }]
  })
  const carriers = left.map(({ carrier }) => carrier)
  const open = CLUES.filter((clue) => tellsApart(clue, carriers, answers))
  const next = open.find((clue) => answers.every((answer) => answer.clue !== clue))
  if (next !== undefined) {
    const values = [...new Set(carriers.flatMap((carrier) => valuesOf(carrier, next, answers) ?? []))]
    return { kind: 'ask', clue: next, values: values.sort(orderOf(next)), canBeOther: IS_COMPLETE[next] }
  }
  const most = Math.max(0, ...left.map(({ reasons }) => reasons.length))
  return {
    kind: 'told',
    likely: left.filter(({ reasons }) => reasons.length === most),
    possible: left.filter(({ reasons }) => reasons.length < most),
    // That nobody wrote is no clue that could be looked up.
    unseen: open.filter(
      (clue) => clue !== 'sender' && answers.some((answer) => answer.clue === clue && answer.value === UNSEEN),
    ),
  }
}

/** Whether the carriers left differ in it; one that is alone needs no more questions. */
function tellsApart(clue: Clue, carriers: readonly Carrier[], answers: readonly Answer[]): boolean {
  const known = carriers.map((carrier) => valuesOf(carrier, clue, answers)?.join(' ') ?? null)
  return new Set(known).size > 1
}

/** Whether a carrier is known to show a value; null where nobody says, or nobody saw. */
function fitOf(carrier: Carrier, { clue, value }: Answer, answers: readonly Answer[]): boolean | null {
  const values = valuesOf(carrier, clue, answers)
  return values === null || value === UNSEEN ? null : values.includes(value)
}

/** Whether a carrier whose values are known shows no other: a screen may name the brand, and messages come from anywhere. */
const IS_COMPLETE: Readonly<Record<Clue, boolean>> = {
  host: false,
  bought: false,
  apn: true,
  user: true,
  network: true,
  sender: false,
}

function valuesOf({ kind, hosts, marks }: Carrier, clue: Clue, answers: readonly Answer[]): readonly string[] | null {
  switch (clue) {
    case 'host':
      return hosts?.value ?? null
    case 'bought':
      return [BOUGHT_AS[kind]]
    case 'apn':
      return marks.apns?.value.map(({ apn }) => apn) ?? null
    case 'user': {
      const apn = answers.find((answer) => answer.clue === 'apn')?.value
      const users = (marks.apns?.value ?? []).flatMap((each) =>
        each.apn === apn && each.user !== undefined ? [each.user] : [],
      )
      return users.length === 0 ? null : users
    }
    case 'network':
      // It tells the host and no more, so it is for those who did not see the host's name.
      return answers.some((answer) => answer.clue === 'host' && answer.value !== UNSEEN)
        ? null
        : (marks.networks?.value ?? null)
    default:
      return marks.senders?.value ?? null
  }
}

const BOUGHT_AS: Readonly<Record<CarrierKind, Bought>> = {
  operator: 'contract',
  subBrand: 'contract',
  mvno: 'contract',
  visitor: 'visit',
  travelEsim: 'travelEsim',
  foreign: 'abroad',
}

const orderOf =
  (clue: Clue) =>
  (a: string, b: string): number => {
    const fixed: readonly string[] = clue === 'host' ? HOSTS : clue === 'bought' ? BOUGHT : []
    return fixed.length > 0 ? fixed.indexOf(a) - fixed.indexOf(b) : a < b ? -1 : 1
  }
