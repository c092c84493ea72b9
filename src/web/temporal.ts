import type { Temporal as Polyfill } from 'temporal-polyfill'

/** As the browser has it; where it has none, only after `temporalReady`. */
export let Temporal = (globalThis as unknown as { readonly Temporal: typeof Polyfill }).Temporal

/** Loads `Temporal` where the browser has none. */
export async function temporalReady(): Promise<void> {
  Temporal ??= (await import('temporal-polyfill')).Temporal
}
