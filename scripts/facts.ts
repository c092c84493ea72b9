/** Lists what is claimed of carriers by age and by who says so: `npm run facts`. */
import { CARRIERS } from '../src/carriers/index.ts'
import type { Carrier } from '../src/carriers/carrier.ts'
import type { Source } from '../src/core/source.ts'

/** One claim of a carrier's file: where in it, and who says so. */
export interface ListedClaim {
  readonly what: string
  readonly sources: readonly Source[]
}

/** Every claim of a carrier, at any depth. */
export function claimsOf(carrier: Carrier): ListedClaim[] {
  const claims: ListedClaim[] = []
  const visit = (value: unknown, what: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('sources' in value) claims.push({ what, sources: value.sources as Source[] })
    else if ('source' in value) claims.push({ what, sources: [value.source as Source] })
    for (const [key, inner] of Object.entries(value))
      if (key !== 'sources' && key !== 'source') visit(inner, what === '' ? key : `${what}.${key}`)
  }
  visit(carrier, '')
  return claims
}

/** As sure as its best source: the carrier itself, several others, or one. */
const confidenceOf = (sources: readonly Source[]): string =>
  sources.some(({ kind }) => kind === 'official') ? 'official' : sources.length > 1 ? 'several' : 'one'

function print(): void {
  const rows = CARRIERS.flatMap((carrier) =>
    claimsOf(carrier).map(({ what, sources }) => ({
      checked: sources.map(({ checked }) => checked).sort()[0] ?? '',
      confidence: confidenceOf(sources),
      claim: `${carrier.id} ${what}`,
      address: sources[0]?.address ?? '',
    })),
  )
  rows.sort(
    (a, b) =>
      a.checked.localeCompare(b.checked) || b.confidence.localeCompare(a.confidence) || a.claim.localeCompare(b.claim),
  )
  for (const { checked, confidence, claim, address } of rows)
    process.stdout.write(`${checked}  ${confidence.padEnd(8)}  ${claim.padEnd(40)}  ${address}\n`)
  const count = (wanted: string): number => rows.filter(({ confidence }) => confidence === wanted).length
  process.stdout.write(
    `${rows.length} claims: ${count('official')} official, ${count('several')} by several, ${count('one')} by one\n`,
  )
}

if (import.meta.main) print()
