import { createInterface, type Interface } from 'node:readline'
import { intro, log, note, outro } from '@clack/prompts'
import { explainText, type ReadOptions } from '../reader/index.ts'
import { COMMAND_SENTENCES } from '../text/command.ts'
import { card } from './card.ts'
import { explain } from './explain.ts'
import { failureText } from './read.ts'
import { SAMPLE } from './sample.ts'
import { EXIT, type Session } from './session.ts'
import { wrap } from './terminal.ts'

/** An empty line ends what was pasted, unless more of the paste arrives within this time: an SMS may hold empty lines. */
const PASTE_PAUSE_MILLISECONDS = 80

/** Shows one example, then reads whatever is pasted until the user has enough. */
export async function pasting(session: Session, options: ReadOptions): Promise<number> {
  const say = COMMAND_SENTENCES[session.language].pasting
  const { stdin, stdout } = session.streams
  intro(say.welcome)
  log.info(say.privacy)
  note(SAMPLE, say.sampleIntro, { format: (line) => line })
  log.step(say.sampleRead)
  stdout.write(`\n${answerTo(SAMPLE, session, options, true)}\n\n`)
  log.step(`${say.paste}\n${say.pasteHint}`)
  const lines = createInterface({ input: stdin, output: stdout, prompt: '' })
  lines.on('SIGINT', () => lines.close())
  for (let paste = await pasted(lines); paste.text !== ''; paste = await pasted(lines)) {
    stdout.write(`\n${answerTo(paste.text, session, options, session.flags.explain === true)}\n\n`)
    if (paste.last) break
    log.step(say.again)
  }
  lines.close()
  outro(say.bye)
  return EXIT.ok
}

function answerTo(text: string, session: Session, options: ReadOptions, explained: boolean): string {
  const { language, screen, now } = session
  const { opened, outcome } = explainText(text, options)
  if (!outcome.ok) return wrap(failureText(outcome.failure, language), screen.columns, '  ').join('\n')
  const cards = outcome.value.map((reading) => card(reading, { language, screen, now, text: opened.text, title: '' }))
  return [...(explained ? [explain(opened.text, outcome.value, language, screen)] : []), ...cards].join('\n\n')
}

interface Paste {
  readonly text: string
  /** True when the input has ended. */
  readonly last: boolean
}

/** Everything up to an empty line or the end of input; "" when the input ended with nothing more. */
function pasted(lines: Interface): Promise<Paste> {
  const text: string[] = []
  let pause: NodeJS.Timeout | undefined
  return new Promise((resolve) => {
    const finish = (last: boolean): void => {
      clearTimeout(pause)
      lines.off('line', take).off('close', end)
      resolve({ text: text.join('\n').trim(), last })
    }
    const end = (): void => finish(true)
    const take = (line: string): void => {
      clearTimeout(pause)
      text.push(line)
      if (line.trim() !== '' || text.every((earlier) => earlier.trim() === '')) return
      pause = setTimeout(finish, PASTE_PAUSE_MILLISECONDS, false)
    }
    lines.on('line', take).on('close', end)
  })
}
