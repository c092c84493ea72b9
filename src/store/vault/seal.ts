import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

/** What is sealed: what a line logs in with, what its portal knows it by, and the key of both. */
export type SealedPurpose = 'credentials' | 'session' | 'key'

const CIPHER = 'aes-256-gcm'
/** The form of a sealed text and of what it holds. Form 1: form, nonce, tag, cipher text. */
const FORM = 1
const [NONCE_BYTES, TAG_BYTES] = [12, 16]
const TEXT_AT = 1 + NONCE_BYTES + TAG_BYTES

/** Seals bytes under a key, so that they open only for the same purpose and owner (a line's id, a key's id). */
export function seal(key: KeyObject, purpose: SealedPurpose, ownerId: string, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(purpose, ownerId))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), text])
}

/** What was sealed; null where it is another key, purpose or owner, or not what was written. The caller wipes it after use. */
export function unseal(key: KeyObject, purpose: SealedPurpose, ownerId: string, sealed: Uint8Array): Buffer | null {
  if (sealed[0] !== FORM || sealed.length < TEXT_AT) return null
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(purpose, ownerId))
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, TEXT_AT))
  const plain = decipher.update(sealed.subarray(TEXT_AT))
  try {
    // The tag is checked here.
    decipher.final()
    return plain
  } catch {
    plain.fill(0)
    return null
  }
}

const boundTo = (purpose: SealedPurpose, ownerId: string): Buffer =>
  Buffer.from(JSON.stringify(['nokori', FORM, purpose, ownerId]))
