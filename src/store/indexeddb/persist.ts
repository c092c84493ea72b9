/** How much of the room that the browser gives is taken; null where it does not say. */
export interface Room {
  readonly usedBytes: number
  readonly allowedBytes: number
}

/** Asks the browser not to erase what is kept here when it needs room, and whether it will not. Some ask the person. */
export const askToPersist = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false

/** The room that what is kept here takes, by the browser's own estimate. */
export async function roomHere(): Promise<Room | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
  return usage === undefined || quota === undefined ? null : { usedBytes: usage, allowedBytes: quota }
}
