import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { failed, succeeded, type Outcome } from '../../core/failure.ts'
import type { Credentials } from '../../core/credentials.ts'
import type { Secret } from '../../core/secret.ts'
import type { PortalState } from '../../ledger/portal-state.ts'
import type { Claim, Unsealed } from '../../ledger/vault.ts'
import type { Tables } from '../sqlite/migrations.ts'
import { isRemoved, putState, stateIn, stateOf } from './portal-rows.ts'
import { contentIn, eraseValue, putValue, sealed, valueIn, type SealedRows } from './sealed-rows.ts'
import type { SealedPurpose } from './seal.ts'

/** A claim is renewed as long as its process runs, and holds for so long after. By the clock of the machine: it is about processes. */
const LEASE_MILLISECONDS = 60_000
const RENEWAL_MILLISECONDS = 20_000

/** Claims a line's portal, unless it is claimed. */
export async function claimPortal(rows: SealedRows, lineId: string): Promise<Outcome<Claim>> {
  const holder = randomUUID()
  return rows.write(async (transaction) => {
    if (await isRemoved(transaction, lineId)) return failed('unsupported')
    if (await isClaimed(transaction, lineId)) return failed('too-soon')
    const state = await stateIn(transaction, lineId)
    await putState(transaction, lineId, state, leaseOf(holder))
    return succeeded(new SqliteClaim(rows, lineId, holder, state))
  })
}

async function isClaimed(transaction: Transaction<Tables>, lineId: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('portals')
    .select('claimed_until')
    .where('line_id', '=', lineId)
    .executeTakeFirst()
  const until = row?.claimed_until ?? null
  const left = until === null ? 0 : Date.parse(until) - Date.now()
  // One that would hold for longer was made before the clock was set back.
  return left > 0 && left <= LEASE_MILLISECONDS
}

const leaseOf = (holder: string): { claimed_by: string; claimed_until: string } => ({
  claimed_by: holder,
  claimed_until: new Date(Date.now() + LEASE_MILLISECONDS).toISOString(),
})

class SqliteClaim implements Claim {
  readonly #rows: SealedRows
  readonly #lineId: string
  readonly #holder: string
  readonly #renewal: NodeJS.Timeout
  #state: PortalState

  constructor(rows: SealedRows, lineId: string, holder: string, state: PortalState) {
    this.#rows = rows
    this.#lineId = lineId
    this.#holder = holder
    this.#state = state
    this.#renewal = setInterval(() => void this.#renew(), RENEWAL_MILLISECONDS).unref()
  }

  get state(): PortalState {
    return this.#state
  }

  change(next: (state: PortalState) => PortalState): Promise<Outcome<PortalState>> {
    return this.#rows.write(async (transaction) => {
      const held = await this.#held(transaction)
      if (held === null) return failed('too-soon')
      this.#state = next(held)
      await putState(transaction, this.#lineId, this.#state, leaseOf(this.#holder))
      return succeeded(this.#state)
    })
  }

  async credentials(): Promise<Unsealed<Secret<Credentials>>> {
    const found = await this.#value<Credentials>('credentials')
    if (!found.ok) return found
    return found.value === null ? failed('no-credentials') : succeeded(found.value)
  }

  session(): Promise<Unsealed<Secret<string> | null>> {
    return this.#value<string>('session')
  }

  async keepSession(session: Secret<string> | null): Promise<Unsealed<void>> {
    if (session !== null)
      return this.#rows.withKey(async (transaction, key) => {
        if ((await this.#held(transaction)) === null) return failed('too-soon')
        await putValue(transaction, key, this.#lineId, 'session', session.reveal())
        return succeeded(undefined)
      })
    const erased = await this.#rows.write(async (transaction) => {
      if ((await this.#held(transaction)) === null) return false
      await eraseValue(transaction, this.#lineId, 'session')
      return true
    })
    return erased ? succeeded(undefined) : failed('too-soon')
  }

  async release(): Promise<void> {
    clearInterval(this.#renewal)
    await this.#rows.write(async (transaction) => {
      const held = await this.#held(transaction)
      if (held !== null) await putState(transaction, this.#lineId, held, null)
    })
  }

  async #renew(): Promise<void> {
    // What goes wrong with it shows when the claim is used.
    const renewed = await this.change((same) => same).catch(() => null)
    if (renewed?.ok === false) clearInterval(this.#renewal)
  }

  /** What is sealed of the line; null where there is nothing, for which no key is asked for. */
  async #value<T>(purpose: SealedPurpose): Promise<Unsealed<Secret<T> | null>> {
    const content = await this.#rows.write(async (transaction) => {
      const isHeld = (await this.#held(transaction)) !== null
      return isHeld ? succeeded(await contentIn(transaction, this.#lineId, purpose)) : failed('too-soon')
    })
    if (!content.ok) return content
    if (content.value === null) return succeeded(null)
    const key = await this.#rows.keptKey()
    if (!key.ok) return key
    if (key.value === null) return sealed('damaged')
    return this.#unsealed(purpose)
  }

  async #unsealed<T>(purpose: SealedPurpose): Promise<Unsealed<Secret<T> | null>> {
    const found = await this.#rows.withKey(async (transaction, key) =>
      (await this.#held(transaction)) === null
        ? failed('too-soon')
        : succeeded(await valueIn<T>(transaction, key, this.#lineId, purpose)),
    )
    if (!found.ok) return found
    if (found.value === 'damaged') return sealed('damaged')
    return succeeded(found.value === 'absent' ? null : found.value)
  }

  /** The state as kept; null if the claim is lost. */
  async #held(transaction: Transaction<Tables>): Promise<PortalState | null> {
    const row = await transaction
      .selectFrom('portals')
      .select('content')
      .where('line_id', '=', this.#lineId)
      .where('claimed_by', '=', this.#holder)
      .executeTakeFirst()
    return row === undefined ? null : stateOf(row.content)
  }
}
