import { batch, computed, signal } from '@preact/signals'
import type { Line } from '../core/line.ts'
import { courseOf, type Course } from '../jobs/course.ts'
import { linesIn } from '../jobs/lines.ts'
import { overviewOf, type Overview } from '../jobs/overview.ts'
import { StoreProblem, type Store, type StoreProblemCode } from '../ledger/store.ts'
import { openBrowserStore } from '../store/indexeddb/open.ts'
import { startInStep, stopInStep, tellServer } from './in-step.ts'
import { lastShown, rememberShown } from './last-shown.ts'

/** The ledger that is shown: a person's own, or made-up lines to try everything with. */
export const LEDGERS = { own: 'nokori', example: 'nokori-example' } as const
export type LedgerName = keyof typeof LEDGERS

/** Which ledger is open. */
export const ledgerName = signal<LedgerName>('own')
/** All lines, by name; null until they were looked up: until then `overviews` holds what was shown last. */
export const lines = signal<readonly Line[] | null>(null)
/** How a line stands, and how it has gone and may go on. */
export interface LineView extends Overview {
  readonly course: Course | null
}

/** How they stand, by line id. */
export const overviews = signal<ReadonlyMap<string, LineView>>(new Map())
/** Why what was to be written last was not, what the server gave, and what was to be looked up. */
const unwritten = signal<StoreProblemCode | null>(null)
const untaken = signal<StoreProblemCode | null>(null)
const unread = signal<StoreProblemCode | null>(null)
/** Why the ledger cannot be written or read; null while it can. */
export const problem = computed(() => unwritten.value ?? untaken.value ?? unread.value)
/** What is due to be told, of all lines. */
export const due = computed(() => [...overviews.value.values()].filter(({ alerts }) => alerts.length > 0))

let store: Store | null = null
/** Counts refreshes, so that an older one ends when a newer one has begun. */
let newest = 0

/** The instant of now, as everything else wants it. */
export const instant = (): string => new Date().toISOString()

/** Opens a ledger and shows what it holds. */
export async function openLedger(name: LedgerName): Promise<void> {
  await stopInStep()
  await store?.close()
  store = null
  batch(() => {
    ledgerName.value = name
    lines.value = null
    overviews.value = new Map(name === 'own' ? lastShown(instant()).map((view) => [idOf(view), view]) : [])
    unwritten.value = null
  })
  await attempt(unread, async () => {
    const opened = await openBrowserStore(LEDGERS[name])
    opened.onChange(() => void refresh())
    store = opened
  })
  await refresh()
  if (name === 'own' && store !== null)
    void startInStep(
      store,
      () => void refresh(),
      (failed) => (untaken.value = failed?.code ?? null),
    )
}

/** Does something with the open ledger and shows what became of it; null where that failed, which `problem` then names. */
export async function withLedger<T>(act: (store: Store) => Promise<T>): Promise<T | null> {
  const open = store
  if (open === null) return null
  const done = await attempt(unwritten, () => act(open))
  tellServer()
  await refresh()
  return done
}

/** As `withLedger`, for what changes nothing. */
export function fromLedger<T>(look: (store: Store) => Promise<T>): Promise<T | null> {
  const open = store
  return open === null ? Promise.resolve(null) : attempt(unread, () => look(open))
}

async function attempt<T>(failure: typeof unread, act: () => Promise<T>): Promise<T | null> {
  try {
    const done = await act()
    failure.value = null
    return done
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error
    failure.value = error.code
    return null
  }
}

/** Looks everything up anew, line by line, so that the page answers in between. */
export async function refresh(): Promise<void> {
  newest += 1
  const mine = newest
  const found = await fromLedger(linesIn)
  if (found === null || mine !== newest) return
  const known = new Map<string, LineView>()
  for (const line of found) {
    const [overview] = (await fromLedger((open) => overviewOf(open, [line], new Map(), instant()))) ?? []
    if (mine !== newest) return
    if (overview !== undefined) known.set(line.id, { ...overview, course: courseOf(overview) })
    // Those on the first screen are shown as soon as they are known, whole; later ones are added below them.
    if (known.size % SHOWN_AT_ONCE === 0) show(found, known)
    await pause()
  }
  show(found, known)
  if (ledgerName.value === 'own') rememberShown(overviews.value.values())
}

const SHOWN_AT_ONCE = 4

function show(found: readonly Line[], known: ReadonlyMap<string, LineView>): void {
  batch(() => {
    const before = overviews.value
    overviews.value = new Map(
      found.flatMap(({ id }) => {
        const overview = known.get(id) ?? before.get(id)
        return overview === undefined ? [] : [[id, overview]]
      }),
    )
    lines.value = found
  })
}

const idOf = ({ situation }: LineView): string => situation.standing.line.id

/** Lets the browser paint and answer. */
const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, 0))
