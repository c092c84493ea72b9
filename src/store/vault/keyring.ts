import type { AsyncEntry } from '@napi-rs/keyring'

/** A place of the system for small secrets of one user, by name. All of it rejects where there is none. */
export interface Keyring {
  /** Null where nothing has that name. */
  read(name: string): Promise<string | null>
  write(name: string, secret: string): Promise<void>
  erase(name: string): Promise<void>
}

const SERVICE = 'nokori'

/** Keychain, Credential Manager, or on Linux the Secret Service; loaded when first asked. */
export const systemKeyring: Keyring = {
  read: async (name) => (await entryOf(name)).getPassword(),
  write: async (name, secret) => (await entryOf(name)).setPassword(secret),
  erase: async (name) => void (await (await entryOf(name)).deletePassword()),
}

async function entryOf(name: string): Promise<AsyncEntry> {
  const { AsyncEntry: Entry } = await import('@napi-rs/keyring')
  // Else it would fall back on the keyring of the kernel, which forgets everything when the machine is restarted.
  return new Entry(SERVICE, name, { linux: { store: 'secret-service' } })
}
