/** "Which SIM do I have?": true answers never rule the right one out, and nothing is claimed that was not said. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import type { Carrier } from '../src/carriers/carrier.ts'
import { CARRIERS } from '../src/carriers/index.ts'
import { CLUES, nextTurn, OTHER, UNSEEN, type Answer, type Turn } from '../src/guide/which.ts'

type Told = Extract<Turn, { kind: 'told' }>

/** Asks until it is told; `pick` answers each question. */
function told(pick: (turn: Extract<Turn, { kind: 'ask' }>) => string): { turn: Told; answers: Answer[] } {
  const answers: Answer[] = []
  for (;;) {
    const turn = nextTurn(answers)
    if (turn.kind === 'told') return { turn, answers }
    answers.push({ clue: turn.clue, value: pick(turn) })
    assert.ok(answers.length <= CLUES.length)
  }
}

/** With these answers, and nothing else seen. */
const withOnly = (known: Partial<Record<Answer['clue'], string>>): Told =>
  told(({ clue }) => known[clue] ?? UNSEEN).turn

const ids = (candidates: Told['likely']): string[] => candidates.map(({ carrier }) => carrier.id)

/** What its phone shows, as its file has it. */
function truth(carrier: Carrier, clue: Answer['clue'], answers: readonly Answer[]): readonly string[] {
  const { marks, hosts, kind } = carrier
  const bought = { operator: 'contract', subBrand: 'contract', mvno: 'contract', visitor: 'visit' } as const
  switch (clue) {
    case 'host':
      return hosts?.value ?? []
    case 'bought':
      return [kind === 'travelEsim' ? 'travelEsim' : kind === 'foreign' ? 'abroad' : bought[kind]]
    case 'apn':
      return marks.apns?.value.map(({ apn }) => apn) ?? []
    case 'user': {
      const apn = answers.find((answer) => answer.clue === 'apn')?.value
      return (marks.apns?.value ?? []).flatMap((each) => (each.apn === apn && each.user ? [each.user] : []))
    }
    case 'network':
      return marks.networks?.value ?? []
    default:
      return marks.senders?.value ?? []
  }
}

test('true answers, with any of them unseen, never rule a carrier out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CARRIERS), fc.infiniteStream(fc.nat()), (carrier, draws) => {
      const seen: Answer[] = []
      const { turn } = told(({ clue, values }) => {
        const choices = truth(carrier, clue, seen)
        for (const choice of choices) assert.ok(values.includes(choice), `${choice} is offered`)
        const all = [UNSEEN, ...choices]
        const value = all[draws.next().value! % all.length]!
        seen.push({ clue, value })
        return value
      })
      assert.ok([...turn.likely, ...turn.possible].some((candidate) => candidate.carrier.id === carrier.id))
    }),
    { numRuns: 500 },
  )
})

test('every reason was an answer, and is true of its carrier', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (draws) => {
      const { turn, answers } = told(({ values, canBeOther }) => {
        const all = [UNSEEN, ...(canBeOther ? [OTHER] : []), ...values]
        return all[draws.next().value! % all.length]!
      })
      for (const { carrier, reasons } of [...turn.likely, ...turn.possible])
        for (const reason of reasons) {
          assert.ok(answers.includes(reason))
          assert.ok(truth(carrier, reason.clue, answers).includes(reason.value))
        }
    }),
    { numRuns: 500 },
  )
})

suite('a few answers', () => {
  test('an APN of its own names the brand', () => {
    assert.deepEqual(ids(withOnly({ apn: 'povo.jp' }).likely), ['povo'])
    assert.deepEqual(ids(withOnly({ host: 'docomo', bought: 'contract', apn: 'iijmio.jp' }).likely), ['iijmio'])
  })
  test('a shared APN is told apart by its user name', () => {
    assert.deepEqual(ids(withOnly({ apn: 'plus.acs.jp', user: 'lm' }).likely), ['linemo'])
    assert.deepEqual(ids(withOnly({ apn: 'plus.acs.jp' }).likely).sort(), ['linemo', 'ymobile'])
  })
  test('what shows the same is left as several, those who run the network first', () => {
    const { likely, unseen } = withOnly({ host: 'docomo', bought: 'contract', apn: 'spmode.ne.jp' })
    assert.deepEqual(ids(likely), ['docomo', 'ahamo', 'irumo'])
    assert.deepEqual(unseen, [])
  })
  test('a message tells its sender', () => {
    assert.deepEqual(ids(withOnly({ bought: 'abroad', sender: '10086' }).likely), ['chinamobile'])
  })
  test('another APN than those that are known leaves those whose APN nobody knows', () => {
    const { likely, possible } = withOnly({ bought: 'visit', apn: OTHER })
    assert.ok(ids(likely).includes('sakura'))
    assert.ok(![...ids(likely), ...ids(possible)].includes('bmobile'))
  })
  test('nothing seen tells nothing, and what to look at next', () => {
    const { likely, possible, unseen } = withOnly({})
    assert.equal(likely.length, CARRIERS.length)
    assert.deepEqual(possible, [])
    assert.deepEqual(unseen, ['host', 'bought', 'apn', 'network'])
  })
  test('answers that nobody fits are said to fit nobody', () => {
    const turn = nextTurn([
      { clue: 'host', value: 'rakuten' },
      { clue: 'bought', value: 'contract' },
      { clue: 'apn', value: 'spmode.ne.jp' },
    ])
    assert.deepEqual(turn, { kind: 'told', likely: [], possible: [], unseen: [] })
  })
  test('whoever knows the host is not asked for the number that tells it', () => {
    const { answers } = told(({ clue }) => (clue === 'host' ? 'docomo' : UNSEEN))
    assert.ok(!answers.some(({ clue }) => clue === 'network'))
  })
})
