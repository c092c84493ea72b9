import { signal } from '@preact/signals'
import { Fragment, type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { PHRASE_GROUPS, PHRASES, type PhraseGroup, type PhraseId } from '../../../guide/phrases.ts'
import { GUIDE_SENTENCES } from '../../../text/guide.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { language } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'
import { japaneseVoice, speak, stopSpeaking } from '../../speech.ts'

const [say, meanings] = [WEB_GUIDE_SENTENCES[language].phrases, GUIDE_SENTENCES[language].phrases]
const GROUPS = Object.keys(PHRASE_GROUPS) as PhraseGroup[]

/** Where a long polite ending may stand on a line of its own; elsewhere browsers know. */
const POLITE = /(?<=[てで])(?=いただ|くださ|しま|おり)/u

/** The phrase that fills the screen; null while none does. */
const shown = signal<PhraseId | null>(null)

/** Fills the screen with a phrase, or frees it. */
export const showPhrase = (phrase: PhraseId | null): void => void (shown.value = phrase)

/** Every phrase, by where it is of use. */
export const Phrases = (): JSX.Element => (
  <section class="guide">
    <h1>{say.title}</h1>
    <p class="lead">{say.lead}</p>
    {GROUPS.map((group) => (
      <section key={group}>
        <h2>{say.groups[group]}</h2>
        <PhraseList phrases={PHRASE_GROUPS[group]} />
      </section>
    ))}
  </section>
)

/** Phrases, each of which fills the screen when it is pressed. */
export const PhraseList = ({ phrases }: { readonly phrases: readonly PhraseId[] }): JSX.Element => (
  <ul class="phrases">
    {phrases.map((id) => (
      <li key={id}>
        <button type="button" aria-haspopup="dialog" onClick={() => showPhrase(id)}>
          <span lang="ja" translate={false}>
            {PHRASES[id].japanese}
          </span>
          {language !== 'ja' && <small>{meanings[id]}</small>}
        </button>
      </li>
    ))}
  </ul>
)

/** A phrase as a clerk reads it from the other side of the counter, and hears it where the device has a voice. */
export function PhraseDialog(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = shown.value
  useEffect(() => {
    if (id !== null) dialog.current?.showModal()
    else dialog.current?.close()
    return stopSpeaking
  }, [id])
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="phrase" onClose={() => showPhrase(null)}>
      {id !== null && (
        <>
          <div class="sheet-words" lang="ja" translate={false}>
            <p id="phrase" class="sheet-japanese" tabIndex={-1} autofocus>
              {PHRASES[id].japanese.split(POLITE).map((part, index) => (
                <Fragment key={index}>
                  {index > 0 && <wbr />}
                  {part}
                </Fragment>
              ))}
            </p>
            <p class="sheet-kana">{PHRASES[id].kana}</p>
          </div>
          <div class="sheet-own">
            <p lang="ja-Latn" translate={false}>
              {PHRASES[id].romaji}
            </p>
            {language !== 'ja' && <p>{meanings[id]}</p>}
            {japaneseVoice.value === null && <p class="notes">{say.noVoice}</p>}
            <div class="beside">
              {japaneseVoice.value !== null && (
                <button class="button" type="button" onClick={() => speak(PHRASES[id].japanese)}>
                  <Icon name="speak" />
                  {say.speak}
                </button>
              )}
              <button class="button quiet" type="button" onClick={() => dialog.current?.close()}>
                <Icon name="close" />
                {say.close}
              </button>
            </div>
          </div>
        </>
      )}
    </dialog>
  )
}
