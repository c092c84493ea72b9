import { signal } from '@preact/signals'

/** Which screen is shown, by the part of the address behind "#": nothing of it reaches a server. */
export type Route =
  | { readonly screen: 'home' | 'settings' | 'ways' | 'result' }
  | { readonly screen: 'line' | 'edit'; readonly lineId: string }
  | { readonly screen: 'newLine' }
  /** `lineId`: of which line a reading is wanted; null where that is still open. */
  | { readonly screen: 'add'; readonly lineId: string | null }
  /** `path`: the carrier, the page or the tool of the guide. */
  | { readonly screen: 'guide'; readonly path: readonly string[] }

/** The address of a screen. */
export function addressOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'line':
    case 'edit':
      return `#/${route.screen}/${route.lineId}`
    case 'add':
      return route.lineId === null ? '#/add' : `#/add/${route.lineId}`
    case 'guide':
      return `#/guide${route.path.map((part) => `/${encodeURIComponent(part)}`).join('')}`
    default:
      return `#/${route.screen}`
  }
}

/** The screen of an address; home for what names none. */
export function routeOf(hash: string): Route {
  const [screen = '', ...path] = hash.replace(/^#\/?/u, '').split('/').map(decoded)
  const [first] = path
  if (screen === 'settings' || screen === 'ways' || screen === 'newLine' || screen === 'result') return { screen }
  if (screen === 'add') return { screen, lineId: first ?? null }
  if (screen === 'guide') return { screen, path }
  return (screen === 'line' || screen === 'edit') && first !== undefined
    ? { screen, lineId: first }
    : { screen: 'home' }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export const route = signal<Route>(routeOf(location.hash))

/** Shows a screen. `replace`: without a way back to the one before. */
export function go(to: Route, { replace = false } = {}): void {
  if (replace) location.replace(addressOf(to))
  else location.hash = addressOf(to)
}

/** Follows the address from now on. */
export function followAddress(): void {
  addEventListener('hashchange', () => {
    route.value = routeOf(location.hash)
  })
}
