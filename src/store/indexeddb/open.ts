import { merge } from '../../ledger/merge.ts'
import type { LedgerRecord } from '../../ledger/records.ts'
import type { Store } from '../../ledger/store.ts'
const kept = new Map<string, LedgerRecord[]>()
const timeOf = (r: LedgerRecord): string => (r.kind === 'reading' ? r.moment : r.at)
export async function openBrowserStore(name: string): Promise<Store & { onChange(l: () => void): void }> {
  let all = kept.get(name) ?? []
  const sorted = (k: string): any[] =>
    all
      .filter((r) => r.kind === k)
      .sort((a, b) => (timeOf(a) === timeOf(b) ? (a.id > b.id ? -1 : 1) : timeOf(a) > timeOf(b) ? -1 : 1))
  return {
    onChange() {},
    async keep(records) {
      const before = all.length
      all = merge(all, records)
      kept.set(name, all)
      return all.length - before
    },
    async find(kind, q = {}) {
      let f = sorted(kind)
      if (q.lineId) f = f.filter((r) => r.lineId === q.lineId)
      if (q.before)
        f = f.filter((r) => (timeOf(r) === q.before!.moment ? r.id < q.before!.id : timeOf(r) < q.before!.moment))
      return q.limit === undefined ? f : f.slice(0, q.limit)
    },
    async nextTo(lineId, instants, side, without = []) {
      const f = sorted('reading').filter((r) => r.lineId === lineId && !without.includes(r.id))
      const out = new Set<any>()
      for (const i of instants) {
        const x = side === 'before' ? f.find((r) => r.moment < i) : f.toReversed().find((r) => r.moment >= i)
        if (x) out.add(x)
      }
      return [...out]
    },
    async byIds(kind, ids) {
      return sorted(kind).filter((r) => ids.includes(r.id))
    },
    async startingWith(kind, p, l) {
      return sorted(kind)
        .filter((r) => r.id.startsWith(p))
        .slice(0, l)
    },
    async count(kind) {
      return sorted(kind).length
    },
    async *all() {
      yield* all
    },
    async close() {},
  } as never
}
export async function forgetStore(name: string): Promise<void> {
  kept.delete(name)
}
