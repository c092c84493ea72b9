import { dateIn, zoneOf } from '../core/cycle.ts'
import { standingOf } from '../ledger/standing.ts'
import type { LineView } from './ledger.ts'
import { forgetText, keepText, keptText } from './preferences.ts'

const KEY = 'nokori-last-shown'
/** As many as the first screen of a phone holds: more would be slower to open with than to look up. */
const MOST_LINES = 4

/** What a card needs of a line. */
type Shown = Omit<LineView, 'question' | 'readings'>

/** Remembers what is on the screen, for the next opening. */
export function rememberShown(views: Iterable<LineView>): void {
  const shown: Shown[] = [...views].slice(0, MOST_LINES).map(({ situation, alerts, advice, course }) => ({
    situation: { ...situation, rules: null },
    alerts,
    advice,
    course,
  }))
  if (shown.length > 0) keepText(KEY, JSON.stringify(shown))
  else forgetShown()
}

/**
 * What was on the screen last, to be seen at once, before the ledger is looked up. Ages are those of now, and what has ended since is
 * said to have ended.
 */
export function lastShown(now: string): LineView[] {
  try {
    return (JSON.parse(keptText(KEY) || '[]') as Shown[]).map(({ situation, ...rest }) => {
      const { line, kept } = situation.standing
      const standing = kept === null ? situation.standing : { ...standingOf(line, [kept], now), line }
      return {
        ...rest,
        situation: { ...situation, now, today: dateIn(zoneOf(line.cycle), now), standing },
        question: null,
        readings: [],
      }
    })
  } catch {
    // Of another version, or changed by somebody: the ledger itself is looked up in a moment.
    return []
  }
}

export const forgetShown = (): void => forgetText(KEY)
