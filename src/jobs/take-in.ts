import { canonicalJson } from '../ledger/identity.ts'
import type { LedgerRecord } from '../ledger/records.ts'
import type { Store } from '../ledger/store.ts'
import { recordFrom } from './received.ts'

/**
 * Keeps records that came from another ledger, which has followed this one as far as `after`: all, or none where one of them is no
 * record or not what it says; null then. Else a cursor as `Remote.push` answers with.
 */
export async function takeIn(store: Store, received: readonly unknown[], after: number): Promise<number | null> {
  const records = received.map(recordFrom)
  if (!records.every((record) => record !== null)) return null
  await store.keep(records)
  return followedBy(store, records, after)
}

/** How far the giver of these records has followed the store: past what came to be held after `after`, where it is all theirs. */
async function followedBy(store: Store, records: readonly LedgerRecord[], after: number): Promise<number> {
  const news = await store.since(after, records.length)
  const given = new Set(records.map(canonicalJson))
  return news.records.every((record) => given.has(canonicalJson(record))) ? news.cursor : after
}
