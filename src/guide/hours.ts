import type { Hotline, HotlineZone } from '../carriers/channels.ts'

type Hours = NonNullable<Hotline['hours']>

/** Ahead of UTC all year round; the platform's own calendar takes 12 ms to begin with. */
const HOURS_AHEAD: Readonly<Record<HotlineZone, number>> = { 'Asia/Tokyo': 9, 'Asia/Hong_Kong': 8 }

/** Whether somebody answers at an instant (ISO), by the clock of the zone. */
export function isOpen({ opens, closes, zone }: Hours, now: string): boolean {
  const wall = new Date(Date.parse(now) + HOURS_AHEAD[zone] * 3_600_000).toISOString().slice(11, 16)
  return wall >= opens && wall < closes
}
