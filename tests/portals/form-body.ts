import iconv from 'iconv-lite'

/** The fields of an `application/x-www-form-urlencoded` body in a page's charset; of several with one name the last counts. */
export function fieldsOf(body: Buffer, charset: string): ReadonlyMap<string, string> {
  const pairs = body.toString('latin1').split('&').filter(Boolean)
  return new Map(
    pairs.map((pair): [string, string] => {
      const [name = '', ...value] = pair.split('=')
      return [decoded(name, charset), decoded(value.join('='), charset)]
    }),
  )
}

const decoded = (text: string, charset: string): string => iconv.decode(Buffer.from(unescaped(text), 'latin1'), charset)

/** One character a byte, as they were before they were written for an address or a form. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('+', ' ')
    .replace(/%([\da-f]{2})/giu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
