import type { Overview } from '../jobs/overview.ts'
import { REMIND_SENTENCES } from '../text/remind.ts'
import { language } from './language.ts'
import { fromLedger, instant } from './ledger.ts'
import { tell } from './toast.ts'

/** Hands the person a file. */
export function download(name: string, type: string, parts: BlobPart[]): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(parts, { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A line's ends as a calendar file; a later one moves what is in it. */
export async function downloadCalendar(overview: Overview): Promise<void> {
  const [{ remindersOf }, { calendarOf }] = await Promise.all([
    import('../jobs/reminders.ts'),
    import('../notify/calendar.ts'),
  ])
  const say = REMIND_SENTENCES[language]
  const events = remindersOf(overview, language)
  if (events.length === 0) tell(say.nothing)
  else download('nokori.ics', 'text/calendar', [calendarOf(events, { name: say.calendar, stampedAt: instant() })])
}

/** Everything that is kept, as one file that `import` and the command take. */
export async function downloadEverything(): Promise<void> {
  const { exportedLines } = await import('../jobs/transfer.ts')
  const lines = await fromLedger(async (store) => {
    const all: string[] = []
    for await (const line of exportedLines(store)) all.push(line)
    return all
  })
  if (lines !== null) download(`nokori-${instant().slice(0, 10)}.jsonl`, 'application/jsonl', lines)
}
