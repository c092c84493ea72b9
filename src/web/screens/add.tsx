import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Line } from '../../core/line.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { language } from '../language.ts'
import { lines } from '../ledger.ts'
import { FailureNote } from '../parts/failure.tsx'
import { Icon } from '../parts/icon.tsx'
import { Keypad } from '../parts/keypad.tsx'
import { isReading, read } from '../reading.ts'
import { addressOf } from '../route.ts'

const say = WEB_SENTENCES[language].add

/** Getting a reading in: paste it, give a file, or type the number. */
export function Add({ lineId }: { lineId: string | null }): JSX.Element {
  const line = lines.value?.find(({ id }) => id === lineId) ?? null
  return (
    <section>
      <h1>{line === null ? say.title : say.titleOf(line.name)}</h1>
      <Paste line={line} />
      <p class="reading" role="status">
        {isReading.value ? say.reading : ''}
      </p>
      <Keypad line={line} />
      <p>
        <a href={addressOf({ screen: 'ways' })}>{say.otherWays}</a>
      </p>
      <p>
        <a href={addressOf({ screen: 'guide', path: line?.carrier == null ? [] : [line.carrier] })}>
          {say.whereToLook}
        </a>
      </p>
      <p class="notes">{say.privacy}</p>
    </section>
  )
}

function Paste({ line }: { line: Line | null }): JSX.Element {
  const text = useSignal('')
  const isOver = useSignal(false)
  const cannotPaste = useSignal(false)
  const readText = (given: string): void => void read({ kind: 'text', text: given, channel: 'paste' }, line)
  const readFile = (file: File | undefined): void => {
    if (file !== undefined) void read({ kind: 'file', file }, line)
  }
  const paste = async (): Promise<void> => {
    try {
      const found = await navigator.clipboard.readText()
      if (found.trim() === '') cannotPaste.value = true
      else readText(found)
    } catch {
      cannotPaste.value = true
    }
  }
  return (
    <form
      class={isOver.value ? 'drop over' : 'drop'}
      onSubmit={(event) => {
        event.preventDefault()
        readText(text.value)
      }}
      onDragOver={(event) => {
        event.preventDefault()
        isOver.value = true
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault()
        isOver.value = false
        const dropped = event.dataTransfer?.getData('text/plain') ?? ''
        if (event.dataTransfer?.files.length) readFile(event.dataTransfer.files[0])
        else if (dropped !== '') readText(dropped)
      }}
    >
      <button class="button" type="button" onClick={() => void paste()}>
        <Icon name="paste" />
        {say.paste}
      </button>
      {cannotPaste.value && <FailureNote what={say.cannotPaste.what} next={say.cannotPaste.next} />}
      <label class="field">
        <span>{say.text}</span>
        <textarea
          rows={5}
          value={text.value}
          placeholder={say.placeholder}
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        />
      </label>
      <div class="beside">
        <button class="button" type="submit" disabled={text.value.trim() === ''}>
          {say.read}
        </button>
        <label class="button quiet">
          <Icon name="file" />
          {say.file}
          <input
            class="hidden"
            type="file"
            onChange={({ currentTarget }) => {
              readFile(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
    </form>
  )
}
