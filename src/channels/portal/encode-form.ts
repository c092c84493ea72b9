import iconv from 'iconv-lite'
import type { PortalButton, PortalForm, Typed } from './page.ts'

/** The fields of a form as `application/x-www-form-urlencoded`, in the form's own charset. */
export function encodeForm(form: PortalForm, typed: Typed, button: PortalButton | null): string {
  const pairs = form.fields
    .filter(({ name, kind, isChecked }) => name !== '' && (!/^(?:checkbox|radio)$/u.test(kind) || isChecked))
    .map(({ id, name, value }): [string, string] => [name, typed.get(id) ?? value])
  if (button !== null && button.name !== '') pairs.push([button.name, button.value])
  return pairs.map(([name, value]) => `${encode(name, form.charset)}=${encode(value, form.charset)}`).join('&')
}

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
