import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { UNASKED, type Situation } from '../../../guide/situation.ts'
import { GUIDE_SENTENCES } from '../../../text/guide.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { language } from '../../language.ts'
import { Choice } from '../../parts/keypad.tsx'

const [say, from] = [WEB_GUIDE_SENTENCES[language].situation, GUIDE_SENTENCES[language].from]

/** What a person can do right now, as far as it was told, for every page of the guide. */
export const situation = signal<Situation>({
  ...UNASKED,
  online: navigator.onLine,
  login: true,
  canCall: true,
  speaks: language === 'ja' || language === 'en' ? language : 'zh',
})

/** Asks what a person can do right now. */
export const SituationForm = (): JSX.Element => (
  <fieldset class="choice situation">
    <legend>{say.title}</legend>
    {(['online', 'login', 'canCall'] as const).map((key) => (
      <label key={key}>
        <input
          type="checkbox"
          checked={situation.value[key] === true}
          onChange={({ currentTarget }) => (situation.value = { ...situation.value, [key]: currentTarget.checked })}
        />
        <span>{say[key]}</span>
      </label>
    ))}
  </fieldset>
)

/** Asks from where a person would call. */
export const CallFrom = (): JSX.Element => (
  <Choice
    name="from"
    legend={say.from}
    options={(['own', 'other', 'abroad'] as const).map((each) => [each, from[each]] as const)}
    chosen={situation.value.from}
    choose={(value) => (situation.value = { ...situation.value, from: value })}
  />
)
