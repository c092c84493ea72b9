import iconv from 'iconv-lite'
import type { PortalButton, PortalForm, Typed } from './page.ts'

/** What a form sends, in its order: names and values, without what is not ticked. */
export function sentBy(form: PortalForm, typed: Typed, button: PortalButton | null): (readonly [string, string])[] {
  const fields = form.fields
    .filter(({ kind, isChecked }) => !/^(?:checkbox|radio)$/u.test(kind) || isChecked)
    .map(({ id, name, value }) => [name, typed.get(id) ?? value] as const)
  const pressed = button === null ? [] : [[button.name, button.value] as const]
  return [...fields, ...pressed].filter(([name]) => name !== '')
}

/** The same as `application/x-www-form-urlencoded`, in the form's own charset. */
export const encodeForm = (form: PortalForm, typed: Typed, button: PortalButton | null): string =>
  sentBy(form, typed, button)
    .map(([name, value]) => `${encode(name, form.charset)}=${encode(value, form.charset)}`)
    .join('&')

/** As the WHATWG's serializer writes it: letters, digits and *-._ stay, a blank is "+". */
function encode(text: string, charset: string): string {
  const bytes = iconv.encodingExists(charset) ? iconv.encode(text, charset) : Buffer.from(text)
  let encoded = ''
  for (const byte of bytes) {
    const char = String.fromCharCode(byte)
    if (/[\w*.-]/u.test(char)) encoded += char
    else encoded += char === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return encoded
}
