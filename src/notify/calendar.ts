import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventTransparency,
  type ICalAlarmData,
  type ICalEventData,
} from 'ical-generator'
import { printable } from '../core/printable.ts'

/** A day or an instant to put into a person's calendar. */
export type CalendarEvent = {
  /** Names the same thing in every export, so that importing again updates it. One event an id. */
  readonly id: string
  readonly title: string
  /** Lines end with "\n". */
  readonly description: string
  /** The instant, in UTC as `toISOString` writes it, at which what the event says came to be known. */
  readonly updatedAt: string
  /** Whole days before the event on which the calendar reminds of it, 0 on the day itself; without it, never. */
  readonly alarmDaysBefore?: number
} & (
  | {
      /** YYYY-MM-DD: all of that day, wherever the person is. */
      readonly date: string
    }
  | {
      /** An instant in UTC as `toISOString` writes it. */
      readonly start: string
    }
)

export interface CalendarOptions {
  /** What the calendar is called where it is shown as one. */
  readonly name: string
  /** The instant of the export, in UTC as `toISOString` writes it. */
  readonly stampedAt: string
}

/** A day begins at midnight, when nobody wants to be reminded; at nine there is a day left to act. */
const ALARM_HOUR = 9
const HOUR_SECONDS = 3600
const DAY_SECONDS = 24 * HOUR_SECONDS
/** SEQUENCE has 31 bits (RFC 5545, 3.3.8): counted from here, its seconds last until 2088. */
const FIRST_SEQUENCE_AT = '2020-01-01T00:00:00Z'

/**
 * A calendar file (.ics, RFC 5545), the same text for the same events and options. Calendars know an event again by its UID
 * and take the version with the larger SEQUENCE, so a later `updatedAt` replaces what was imported. It has no METHOD: that
 * belongs to invitations and asks for an organiser (RFC 5546, 3.2.1). Throws RangeError for what is no day or instant.
 */
export function calendarOf(events: readonly CalendarEvent[], { name, stampedAt }: CalendarOptions): string {
  const calendar = ical({
    prodId: { company: 'Nokori', product: 'Nokori' },
    // The library's own `name` is written without escaping.
    x: { 'X-WR-CALNAME': printable(name) },
  })
  const stamp = instantOf(stampedAt)
  for (const event of events) {
    const entry = calendar.createEvent({ ...entryOf(event), stamp })
    // Said apart: the library counts an alarm after the start from the end, and takes no `relatesTo` among the options.
    if (event.alarmDaysBefore !== undefined)
      entry.createAlarm(alarmOf(event, event.alarmDaysBefore)).relatesTo(ICalAlarmRelatesTo.start)
  }
  // Every line ends with a line break (RFC 5545, 3.1), also the last.
  return `${calendar.toString()}\r\n`
}

function entryOf(event: CalendarEvent): ICalEventData {
  const updatedAt = instantOf(event.updatedAt)
  return {
    id: `${encodeURIComponent(event.id)}@nokori`,
    summary: printable(event.title),
    description: printable(event.description),
    ...('date' in event ? { start: instantOf(event.date), allDay: true } : { start: instantOf(event.start) }),
    lastModified: updatedAt,
    // A router whose clock is not set says 1970.
    sequence: Math.max(0, Math.floor((updatedAt.getTime() - Date.parse(FIRST_SEQUENCE_AT)) / 1000)),
    // It takes none of the person's time.
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

function alarmOf(event: CalendarEvent, daysBefore: number): ICalAlarmData {
  const secondsBefore = daysBefore * DAY_SECONDS - ('date' in event ? ALARM_HOUR * HOUR_SECONDS : 0)
  return { type: ICalAlarmType.display, description: printable(event.title), trigger: secondsBefore }
}

/** Midnight in UTC for a day. Refuses what `Date` would take for another day (2026-02-30) or for local time. */
function instantOf(text: string): Date {
  const instant = new Date(text)
  if (!instant.toISOString().startsWith(text.replace(/(?:\.\d+)?Z$/u, ''))) throw new RangeError(`no instant: ${text}`)
  return instant
}
