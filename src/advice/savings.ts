import { PAGES, type PageId } from '../guide/pages.ts'

/** A page of tips, and how much it is about. */
export interface Saving {
  readonly page: PageId
  /** Between the dearest and the cheapest way to do the same for an hour, by published figures; null where none are known. */
  readonly bytesPerHour: number | null
}

/** Pages about using less; how to choose a plan or be warned is another matter. */
const LESS: readonly PageId[] = ['video', 'background', 'wifi', 'maps']

/** What saves most, first; what has no figures keeps the order in which people find most to save. */
export function savings(): Saving[] {
  const found = LESS.flatMap((id) => PAGES.filter((page) => page.id === id)).map(({ id, costs }): Saving => {
    const hourly = costs.filter(({ per }) => per === 'hour')
    const dearest = Math.max(0, ...hourly.map(({ highBytes }) => highBytes))
    const cheapest = Math.min(Infinity, ...hourly.map(({ highBytes }) => highBytes))
    return { page: id, bytesPerHour: hourly.length < 2 ? null : dearest - cheapest }
  })
  return found.sort((a, b) => (b.bytesPerHour ?? 0) - (a.bytesPerHour ?? 0))
}
