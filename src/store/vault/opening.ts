import { Secret } from '../../core/secret.ts'
import type { SealProblem } from '../../ledger/vault.ts'
import type { WrappedKeyRow } from '../sqlite/migrations.ts'
import type { Keyring } from './keyring.ts'
import {
  newVaultKey,
  unwrapByOuterKey,
  unwrapByPassphrase,
  wrapByPassphrase,
  wrapForKeyring,
  wrappingOf,
  type VaultKey,
} from './wrapped-key.ts'

/** What opens a vault. */
export interface Unlocking {
  /** From `takePassphrase`; a new vault is made with it where there is one, else with the keyring, else with what `ask` answers. */
  readonly passphrase: Secret<string> | null
  /** Asks a person to choose a passphrase, to give it, or to give it again as it was wrong; null, or an answer of null, for nobody. */
  readonly ask: ((question: PassphraseQuestion) => Promise<string | null>) | null
  /** `systemKeyring`, or null to go without. */
  readonly keyring: Keyring | null
}
export type PassphraseQuestion = 'choose' | 'open' | 'again'

/** The key of a vault with the row that keeps it, or why it cannot be had. */
export type Opened = OpenedKey | { readonly ok: false; readonly seal: SealProblem }
export interface OpenedKey {
  readonly ok: true
  readonly key: VaultKey
  readonly row: WrappedKeyRow
  /** Until it is kept. */
  isNew: boolean
}

const TRIES = 3

/** Opens the key of a vault once, whoever asks and however often. */
export class Opening {
  readonly #unlocking: Unlocking
  #opened: Promise<Opened> | null = null

  constructor(unlocking: Unlocking) {
    this.#unlocking = unlocking
  }

  /** The key in the row that `read` finds, else a new one. */
  key(read: () => Promise<WrappedKeyRow | null>): Promise<Opened> {
    this.#opened ??= this.#open(read).catch((error: unknown) => {
      this.#opened = null
      throw error
    })
    return this.#opened
  }

  /** This is what is kept now; null: something else than what was opened. */
  set(opened: OpenedKey | null): void {
    this.#opened = opened && Promise.resolve(opened)
  }

  /** Takes what opened a key that is kept no more out of the keyring, if that can be reached. */
  async eraseOuterKey(id: string): Promise<void> {
    await this.#unlocking.keyring?.erase(id).catch(() => undefined)
  }

  async #open(read: () => Promise<WrappedKeyRow | null>): Promise<Opened> {
    const row = await read()
    if (row === null) return this.#make()
    const wrapping = wrappingOf(row)
    if (wrapping === null) return { ok: false, seal: 'damaged' }
    if (wrapping.by === 'keyring') return this.#openByKeyring(row)
    return this.#openByPassphrase(row, (passphrase) => unwrapByPassphrase(row, wrapping, passphrase))
  }

  async #make(): Promise<Opened> {
    const key = newVaultKey()
    const { passphrase: given } = this.#unlocking
    let row = given === null ? await this.#wrapByKeyring(key) : null
    if (row === null) {
      const passphrase = given ?? (await this.#ask('choose'))
      row = passphrase && (await wrapByPassphrase(key, passphrase))
    }
    return row === null ? { ok: false, seal: 'no-passphrase' } : { ok: true, key, row, isNew: true }
  }

  /** Null where there is no keyring that gives back what it was given. */
  async #wrapByKeyring(key: VaultKey): Promise<WrappedKeyRow | null> {
    const { keyring } = this.#unlocking
    if (keyring === null) return null
    const { row, outer } = wrapForKeyring(key)
    try {
      await keyring.write(key.id, outer)
      return (await keyring.read(key.id)) === outer ? row : null
    } catch {
      return null
    }
  }

  async #openByKeyring(row: WrappedKeyRow): Promise<Opened> {
    const outer = (await this.#unlocking.keyring?.read(row.id).catch(() => null)) ?? null
    const key = outer === null ? null : unwrapByOuterKey(row, outer)
    return key === null ? { ok: false, seal: 'no-keyring' } : { ok: true, key, row, isNew: false }
  }

  async #openByPassphrase(
    row: WrappedKeyRow,
    unwrap: (passphrase: Secret<string>) => Promise<VaultKey | null>,
  ): Promise<Opened> {
    const { passphrase: given } = this.#unlocking
    const tries = given === null ? TRIES : 1
    for (let tried = 0; tried < tries; tried += 1) {
      const passphrase = given ?? (await this.#ask(tried === 0 ? 'open' : 'again'))
      if (passphrase === null) return { ok: false, seal: tried === 0 ? 'no-passphrase' : 'wrong-passphrase' }
      const key = await unwrap(passphrase)
      if (key !== null) return { ok: true, key, row, isNew: false }
    }
    return { ok: false, seal: 'wrong-passphrase' }
  }

  async #ask(question: PassphraseQuestion): Promise<Secret<string> | null> {
    const answer = await this.#unlocking.ask?.(question)
    return answer ? new Secret(answer) : null
  }
}
