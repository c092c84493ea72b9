/** How often something may be done: at once, and then by the second. */
export interface Rate {
  readonly most: number
  readonly perSecond: number
}

/** Addresses that are told apart; of more, the one that was quiet for longest is forgotten, which lets it ask anew. */
const MOST_ADDRESSES = 1000

interface Bucket {
  left: number
  at: number
}

/** Holds everybody to a rate, each address by itself and all together. Times are in seconds. */
export class RateLimit {
  readonly #each: Rate
  readonly #all: Rate
  readonly #buckets = new Map<string, Bucket>()
  readonly #shared: Bucket

  constructor(each: Rate, all: Rate) {
    this.#each = each
    this.#all = all
    this.#shared = { left: all.most, at: 0 }
  }

  /** Takes one turn: how many seconds to wait where there is none left, else 0. */
  take(address: string, now: number): number {
    const bucket = this.#bucketOf(networkOf(address), now)
    fill(bucket, this.#each, now)
    fill(this.#shared, this.#all, now)
    const wait = Math.max(waitFor(bucket, this.#each), waitFor(this.#shared, this.#all))
    if (wait > 0) return wait
    bucket.left -= 1
    this.#shared.left -= 1
    return 0
  }

  #bucketOf(address: string, now: number): Bucket {
    const bucket = this.#buckets.get(address) ?? { left: this.#each.most, at: now }
    // Last in the map is who asked last.
    this.#buckets.delete(address)
    this.#buckets.set(address, bucket)
    if (this.#buckets.size > MOST_ADDRESSES) this.#buckets.delete(this.#buckets.keys().next().value!)
    return bucket
  }
}

function fill(bucket: Bucket, { most, perSecond }: Rate, now: number): void {
  bucket.left = Math.min(most, bucket.left + Math.max(0, now - bucket.at) * perSecond)
  bucket.at = now
}

const waitFor = ({ left }: Bucket, { perSecond }: Rate): number => (left >= 1 ? 0 : (1 - left) / perSecond)

/** Of IPv6 the first half: the rest is one house's to choose. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [before = '', after] = address.split('::')
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'))
  const [first, last] = [groups(before), groups(after ?? '')]
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}
