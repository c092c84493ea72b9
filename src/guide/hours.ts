import type { Hotline } from '../carriers/channels.ts'

type Hours = NonNullable<Hotline['hours']>

/** Whether somebody answers at an instant (ISO), by the clock of the zone. */
export function isOpen({ opens, closes, zone }: Hours, now: string): boolean {
  const at = wallTime(now, zone)
  return at >= opens && at < closes
}

/** "HH:mm" at an instant in a zone. */
function wallTime(now: string, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return format.format(new Date(now))
}
