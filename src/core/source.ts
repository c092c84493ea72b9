/** Where a claim comes from. */
export interface Source {
  readonly address: string
  /** ISO date on which somebody last looked. */
  readonly checked: string
  readonly kind: 'official' | 'reported' | 'invented'
}

/** A claim made by the carrier or the API's owner. */
export const official = (address: string, checked: string): Source => ({ address, checked, kind: 'official' })

/** A claim made by somebody else: a blog, a test of a public client, a forum. */
export const reported = (address: string, checked: string): Source => ({ address, checked, kind: 'reported' })

/** Something that is so, and who says so. What nobody says is `null`, never a guess. */
export interface Claim<T> {
  readonly value: T
  readonly sources: readonly [Source, ...Source[]]
}

/** A claim with its sources; one without does not compile. */
export const claim = <const T>(value: T, ...sources: readonly [Source, ...Source[]]): Claim<T> => ({ value, sources })

/** When somebody last looked, and who says so: the owner, if any of it is official. */
export function lookedAt(sources: readonly [Source, ...Source[]]): Pick<Source, 'checked' | 'kind'> {
  const [newest] = sources.toSorted((a, b) => b.checked.localeCompare(a.checked)) as [Source]
  return { checked: newest.checked, kind: sources.some(({ kind }) => kind === 'official') ? 'official' : newest.kind }
}
