import assert from 'node:assert/strict'
import { PORTALS } from './index.ts'
import { Person } from './person.ts'
import type { Portal } from './portal.ts'
import { startPortal, type PortalOptions, type RunningPortal } from './server.ts'

export const portalOf = (id: string): Portal => PORTALS.find((each) => each.id === id) ?? assert.fail(`no portal ${id}`)

/** Runs a portal while somebody is there. */
export async function at(
  portal: Portal,
  options: PortalOptions,
  visiting: (person: Person, running: RunningPortal) => Promise<void>,
): Promise<void> {
  const running = await startPortal(portal, { isOverLine: portal.isOpenByLine, pauseMilliseconds: 1, ...options })
  try {
    await visiting(new Person(portal, running), running)
  } finally {
    await running.stop()
  }
}

/** Goes the owner's way to the figure. */
export async function walk(portal: Portal, person: Person, { address }: RunningPortal): Promise<void> {
  await person.open(address)
  for (const step of portal.walk) await person.take(step)
}

/** Looks at every page that can be reached without doing anything. */
export async function lookAround({ actions }: Portal, person: Person, { origins }: RunningPortal): Promise<void> {
  const isSafe = (address: string): boolean => {
    const { origin, pathname } = new URL(address)
    return origin !== origins.foreign && !/\.\w+$/u.test(pathname) && !(pathname in actions)
  }
  // What is seen on the way is looked at, too: the set grows while it is gone through.
  for (const address of person.seen) if (isSafe(address)) await person.open(address)
}

/** The whole address of something that was seen. */
export const addressOf = ({ seen }: Person, path: string): string =>
  [...seen].find((address) => new URL(address).pathname === path) ?? assert.fail(`${path} stands on no page`)
