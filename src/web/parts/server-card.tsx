import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { WEB_SENTENCES } from '../../text/web.ts'
import { leaveServer, pair, session, syncState } from '../in-step.ts'
import { language } from '../language.ts'

const say = WEB_SENTENCES[language].server

/** How this browser and the server stand, and the way in; nothing where there is no server. */
export function ServerCard(): JSX.Element | null {
  const code = useSignal('')
  const answer = useSignal('')
  if (syncState.value === 'off') return null
  const mayPair = session.value?.letIn === false && session.value.pairing
  const enter = async (event: Event): Promise<void> => {
    event.preventDefault()
    answer.value = say.entries[await pair(code.value.replace(/\D/gu, ''))]
  }
  return (
    <>
      <h2>{say.title}</h2>
      <div class="card">
        <p role="status">{say.states[syncState.value]}</p>
        {mayPair && (
          <form onSubmit={(event) => void enter(event)}>
            <label class="field">
              <span>{say.code}</span>
              <input
                required
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code.value}
                onInput={({ currentTarget }) => (code.value = currentTarget.value)}
              />
            </label>
            <p role="alert">{answer.value}</p>
            <button class="button" type="submit">
              {say.pair}
            </button>
          </form>
        )}
        {syncState.value === 'inStep' && (
          <div class="beside">
            <button class="button quiet" type="button" onClick={() => void leaveServer(false)}>
              {say.leave}
            </button>
            <button class="button danger" type="button" onClick={() => void leaveServer(true)}>
              {say.leaveAll}
            </button>
          </div>
        )}
      </div>
    </>
  )
}
