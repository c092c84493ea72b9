import { numberBoxes, type SignIn, type Wanted } from './login.ts'
import type { PortalField, Typed } from './page.ts'

/** What a line's owner signs in with. */
export interface Secrets {
  readonly user: string
  readonly password: string
  /** The network PIN (ネットワーク暗証番号); null where there is none. */
  readonly pin: string | null
}

/** What to type into a sign-in; null where it wants something that is not known. `code` is the one-time code. */
export function typedInto({ form, fields }: SignIn, secrets: Secrets, code: string | null): Typed | null {
  const typed = new Map<number, string>()
  const of = (wanted: Wanted): PortalField[] => fields.filter(({ wants }) => wants === wanted).map(({ field }) => field)
  const given: readonly (readonly [Wanted, string | null])[] = [
    ['user', secrets.user],
    ['password', secrets.password],
    ['pin', secrets.pin],
    ['code', code],
  ]
  for (const [wanted, value] of given) {
    const boxes = of(wanted)
    if (boxes.length === 0) continue
    if (value === null) return null
    const parts =
      boxes.length === 1
        ? [shortened(value, boxes[0]!)]
        : inBoxes(value, wanted === 'user' ? numberBoxes(form.fields) : boxes)
    if (parts === null) return null
    for (const [index, box] of (boxes.length === 1
      ? boxes
      : wanted === 'user'
        ? numberBoxes(form.fields)
        : boxes
    ).entries())
      typed.set(box.id, parts[index]!)
  }
  return typed
}

/** A phone number without its strokes where there is no room for them. */
function shortened(value: string, { maxLength, kind, label }: PortalField): string {
  const isNumber = /^\+?[\d\s-]+$/u.test(value)
  const isTight = maxLength !== null && value.length > maxLength
  return isNumber && (isTight || kind === 'tel' || /ハイフン(?:なし|無し|不要)/u.test(label))
    ? value.replace(/[\s-]/gu, '')
    : value
}

/** Digits over several boxes by their lengths; null where they do not fit. */
function inBoxes(value: string, boxes: readonly PortalField[]): string[] | null {
  const digits = value.replace(/[\s-]/gu, '')
  const lengths = boxes.map(({ maxLength }) => maxLength ?? 0)
  const room = lengths.reduce((sum, length) => sum + length, 0)
  // 3 + 4 + 4 boxes of four characters each hold a number of eleven.
  const sizes = boxes.length === 3 && room > digits.length ? [digits.length - 8, 4, 4] : lengths
  if (sizes.reduce((sum, size) => sum + size, 0) !== digits.length || sizes.some((size) => size <= 0)) return null
  let from = 0
  return sizes.map((size) => digits.slice(from, (from += size)))
}
