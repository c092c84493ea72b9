import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { LANGUAGES } from '../../text/language.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { askForNotifications, permission } from '../alerts.ts'
import { downloadEverything } from '../download.ts'
import { forgetEverything } from '../forget.ts'
import { importFile } from '../import-file.ts'
import { syncState } from '../in-step.ts'
import { language } from '../language.ts'
import { Icon } from '../parts/icon.tsx'
import { Choice } from '../parts/keypad.tsx'
import { ServerCard } from '../parts/server-card.tsx'
import { chooseLanguage, chosenTheme, chooseTheme, THEMES, type Theme } from '../preferences.ts'

const say = WEB_SENTENCES[language].settings
/** Each in itself, so that whoever reads only one of them finds it. */
const LANGUAGE_NAMES = { en: 'English', ja: '日本語', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' } as const

/** How it looks, what is kept here, and how to take it along or be rid of it. */
export function Settings(): JSX.Element {
  const theme = useSignal<Theme>(chosenTheme())
  return (
    <section>
      <h1>{say.title}</h1>
      <div class="card">
        <fieldset class="choice">
          <legend>{say.language}</legend>
          {LANGUAGES.map((each) => (
            <a
              key={each}
              class="choice-link"
              href={`../${each}/#/settings`}
              lang={each}
              aria-current={each === language ? 'true' : undefined}
              onClick={() => chooseLanguage(each)}
            >
              {LANGUAGE_NAMES[each]}
            </a>
          ))}
        </fieldset>
        <Choice
          name="theme"
          legend={say.theme}
          options={THEMES.map((each) => [each, say.themes[each]] as const)}
          chosen={theme.value}
          choose={(value) => {
            theme.value = value
            chooseTheme(value)
          }}
        />
      </div>
      <ServerCard />
      {permission.value !== null && (
        <>
          <h2>{say.alerts}</h2>
          <div class="card">
            <p>{say.alertsHow}</p>
            <p role="status">{say.alertsAre[permission.value]}</p>
            {permission.value === 'default' && (
              <button class="button quiet" type="button" onClick={() => void askForNotifications()}>
                {say.alertsOn}
              </button>
            )}
          </div>
        </>
      )}
      <h2>{say.kept}</h2>
      <div class="card">
        <p>{syncState.value === 'inStep' || syncState.value === 'away' ? say.keptToo : say.keptHere}</p>
        <div class="beside">
          <button class="button quiet" type="button" onClick={() => void downloadEverything()}>
            <Icon name="file" />
            {say.export}
          </button>
          <label class="button quiet">
            {say.import}
            <input
              class="hidden"
              type="file"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? []
                if (file !== undefined) void importFile(file)
                currentTarget.value = ''
              }}
            />
          </label>
        </div>
        <button
          class="button danger"
          type="button"
          onClick={() => {
            if (confirm(say.forgetAsk)) void forgetEverything()
          }}
        >
          {say.forget}
        </button>
      </div>
    </section>
  )
}
