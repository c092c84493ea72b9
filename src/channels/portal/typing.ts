import type { Credentials } from '../../core/credentials.ts'
import { numberBoxes, type SignIn, type Wanted } from './login.ts'
import type { PortalField, Typed } from './page.ts'

/** What to type into a sign-in; null where it wants something that is not known. `code` is the one-time code. */
export function typedInto(
  { form, fields }: SignIn,
  { user, password, pin }: Credentials,
  code: string | null,
): Typed | null {
  const typed = new Map<number, string>()
  const given: readonly (readonly [Wanted, string | null])[] = [
    ['user', user],
    ['password', password],
    ['pin', pin ?? null],
    ['code', code],
  ]
  for (const [wanted, value] of given) {
    const [field, ...others] = fields.filter(({ wants }) => wants === wanted).map((each) => each.field)
    if (field === undefined) continue
    if (value === null) return null
    // A split number has boxes without a word of their own.
    const boxes = wanted === 'user' ? numberBoxes(form.fields) : [field, ...others]
    const parts = others.length === 0 ? new Map([[field, shortened(value, field)]]) : inBoxes(value, boxes)
    if (parts === null) return null
    for (const [{ id }, part] of parts) typed.set(id, part)
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
function inBoxes(value: string, boxes: readonly PortalField[]): Map<PortalField, string> | null {
  const digits = value.replace(/[\s-]/gu, '')
  const lengths = boxes.map(({ maxLength }) => maxLength ?? 0)
  const room = lengths.reduce((sum, length) => sum + length, 0)
  // 3 + 4 + 4 boxes of four characters each hold a number of eleven.
  const sizes = boxes.length === 3 && room > digits.length ? [digits.length - 8, 4, 4] : lengths
  if (sizes.reduce((sum, size) => sum + size, 0) !== digits.length || sizes.some((size) => size <= 0)) return null
  let from = 0
  return new Map(boxes.map((box, index) => [box, digits.slice(from, (from += sizes[index]!))]))
}
