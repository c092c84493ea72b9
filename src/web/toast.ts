import { signal } from '@preact/signals'

/** What was just done, said for a moment; `undo` takes it back. */
export interface Toast {
  readonly text: string
  readonly undo: (() => void) | null
}

export const toast = signal<Toast | null>(null)

const SHOWN_MILLISECONDS = 6000
let timer: ReturnType<typeof setTimeout> | undefined

/** Says what was done. */
export function tell(text: string, undo: (() => void) | null = null): void {
  clearTimeout(timer)
  toast.value = { text, undo }
  timer = setTimeout(() => (toast.value = null), SHOWN_MILLISECONDS)
}
