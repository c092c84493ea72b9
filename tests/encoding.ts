const encoder = new TextEncoder()

/** Character -> bytes in a two-byte charset, or null where it has no such character. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** Encodes with the inverse of what TextDecoder does, in "shift_jis", "euc-jp", "gb18030" or "big5"; null when a character is missing. */
export function encodeDoubleByte(text: string, charset: string): Uint8Array | null {
  let table = tables.get(charset)
  if (!table) tables.set(charset, (table = invert(charset)))
  const bytes: number[] = []
  for (const char of text) {
    const code = table.get(char)
    if (code === undefined) return null
    bytes.push(...code)
  }
  return Uint8Array.from(bytes)
}

function invert(charset: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(charset)
  const codes = new Map<string, readonly number[]>()
  for (let byte = 0; byte < 0x80; byte += 1) codes.set(String.fromCharCode(byte), [byte])
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if (char.length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, [lead, trail])
    }
  }
  return codes
}

/** ISO-2022-JP is EUC-JP with seven bits, between escapes. */
export function encodeIso2022jp(text: string): Uint8Array | null {
  const bytes: number[] = []
  for (const [index, part] of text.split(/([^\0-\x7f]+)/).entries()) {
    if (index % 2 === 0) bytes.push(...encoder.encode(part))
    else {
      const twoByte = encodeDoubleByte(part, 'euc-jp')
      if (twoByte === null || twoByte.some((byte) => byte < 0xa1)) return null
      bytes.push(0x1b, 0x24, 0x42, ...twoByte.map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42)
    }
  }
  return Uint8Array.from(bytes)
}

/** UTF-16 in the given order of bytes, with its mark. */
export function encodeUtf16(text: string, order: 'little' | 'big'): Uint8Array {
  const marked = `\ufeff${text}`
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let index = 0; index < marked.length; index += 1)
    view.setUint16(index * 2, marked.charCodeAt(index), order === 'little')
  return new Uint8Array(view.buffer)
}

export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text)
