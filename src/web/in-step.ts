import { effect, signal } from '@preact/signals'
import type { Bookmark } from '../jobs/sync.ts'
import type { Store, StoreProblem } from '../ledger/store.ts'
import { keptText, keepText } from './preferences.ts'
import { serverAt, takeToken, type Entry, type Session } from './remote.ts'
import { keepInStep, type Sync, type SyncState } from './sync.ts'

/** How this ledger and that of the server stand; `off` where there is no server, as on a static host. */
export const syncState = signal<SyncState>('off')
/** Whether the server lets this browser in; null where none answers. */
export const session = signal<Session>(null)

const BOOKMARK = 'nokori-in-step'
/** Beside the folder of the language. */
const server = serverAt(new URL('../api/', location.href))
const bookmarks = {
  read: async (): Promise<Bookmark | null> => bookmarkIn(keptText(BOOKMARK)),
  write: async (bookmark: Bookmark): Promise<void> => keepText(BOOKMARK, JSON.stringify(bookmark)),
}

function bookmarkIn(text: string): Bookmark | null {
  try {
    return JSON.parse(text) as Bookmark
  } catch {
    return null
  }
}

let sync: Sync | null = null
/** Of the address that the server printed; it is taken out of the address before anything else reads that. */
let token = takeToken()

/** Keeps an open ledger in step with the server's until `stopInStep`. `changed` hears when something came in, `failed` what kept it from being kept. */
export async function startInStep(
  store: Store,
  changed: () => void,
  failed: (problem: StoreProblem | null) => void,
): Promise<void> {
  if (token !== null) {
    await server.enter({ token })
    token = null
  }
  sync = keepInStep({
    store,
    changed,
    server,
    bookmarks,
    report(state, problem) {
      syncState.value = state
      failed(problem)
    },
  })
}

/** Resolves when nothing of it touches the store any more. */
export async function stopInStep(): Promise<void> {
  const stopping = sync
  sync = null
  await stopping?.stop()
}

/** Something was kept here: the server is told at once. */
export const tellServer = (): void => sync?.look()

/** Asks to be let in by the code that the server shows. */
export async function pair(code: string): Promise<Entry> {
  const entry = await server.enter({ code })
  if (entry === 'in') sync?.look()
  return entry
}

/** This browser is let in no more; `everywhere`: no browser is, because one is lost. */
export async function leaveServer(everywhere: boolean): Promise<void> {
  await server.leave(everywhere)
  sync?.look()
}

/** Looks whether the server lets this browser in, whenever that may have changed. */
effect(() => {
  if (syncState.value === 'refused' || syncState.value === 'inStep')
    void server.session().then((found) => (session.value = found))
})
