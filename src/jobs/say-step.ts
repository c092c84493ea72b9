import { PHRASES } from '../guide/phrases.ts'
import type { Step } from '../guide/steps.ts'
import { GUIDE_SENTENCES } from '../text/guide.ts'
import { meaningOf } from '../text/labels.ts'
import type { Language } from '../text/language.ts'

/** What a step says: the sentence, then what is good to know about it. What can be opened or dialled stands in the step itself. */
export function sayStep(step: Step, language: Language): readonly [string, ...string[]] {
  const say = GUIDE_SENTENCES[language]
  const { steps, ways } = say
  switch (step.kind) {
    case 'wifiOff':
    case 'keepPage':
    case 'letNokoriCheck':
    case 'addWidget':
    case 'mayFailAbroad':
    case 'pasteAnswer':
      return [steps[step.kind]]
    case 'openPage':
    case 'openApp':
      return [steps[step.kind](step.name)]
    case 'logIn':
      return step.ways.includes('line') && step.ways.length === 1
        ? [steps.logInOverLine]
        : [steps.logIn(step.account), step.ways.map((way) => ways[way]).join(' / ')]
    case 'tap':
      return [steps.tap(step.label, meaningOf(step.label, language))]
    case 'look':
      return [steps.look[step.tells ?? 'unknown'], ...(step.lateHours === null ? [] : [steps.late(step.lateHours)])]
    case 'dial': {
      const { number, free, from, language: spoken } = step.telephone
      const cost = say.free[free === null ? 'unknown' : free ? 'free' : 'charged']
      return [steps.dial(number, say.from[from] + say.separator + cost, say.languages[spoken])]
    }
    case 'hours':
      if (step.opens === '00:00' && step.closes === '24:00') return [steps.alwaysOpen]
      return [step.open ? steps.openNow(step.closes, step.zone) : steps.closedNow(step.opens, step.zone)]
    case 'otherLanguages':
      return [
        steps.otherLanguages,
        ...step.telephones.map(({ number, language: spoken }) => `${say.languages[spoken]}: ${number}`),
      ]
    case 'pressKeys':
      return [steps.pressKeys(step.keys.join(' → '))]
    case 'voiceTells':
      return [steps.voiceTells[step.data ?? 'unknown']]
    case 'say':
    case 'listen': {
      const { japanese, kana, romaji } = PHRASES[step.phrase]
      return [`${steps[step.kind]}: 「${japanese}」`, kana, romaji, say.phrases[step.phrase]]
    }
    case 'sendSms':
      return [steps.sendSms(step.text, step.to)]
    default:
      return [steps.dialCode(step.code)]
  }
}
