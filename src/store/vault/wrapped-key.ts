import { argon2, createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Secret } from '../../core/secret.ts'
import type { WrappedKeyRow } from '../sqlite/migrations.ts'
import { seal, unseal } from './seal.ts'

/** The key that seals everything: random, and never kept but wrapped. */
export interface VaultKey {
  readonly id: string
  readonly key: KeyObject
}

/** How a wrapped key is opened: by a key in the keyring of the system under the key's id, or by one derived from a passphrase. */
export type Wrapping = { readonly by: 'keyring' } | ({ readonly by: 'passphrase' } & Derivation)

/** Argon2id's parameters (RFC 9106), the salt in base64. */
interface Derivation {
  readonly memoryKibibytes: number
  readonly passes: number
  readonly lanes: number
  readonly salt: string
}

/** The second choice of https://www.rfc-editor.org/rfc/rfc9106#section-4, above what OWASP asks for (19 MiB, 2 passes). */
const STRENGTH = { memoryKibibytes: 64 * 1024, passes: 3, lanes: 4 } as const
const KEY_BYTES = 32
const SALT_BYTES = 16

const derive = promisify(argon2)

/** A new key with an id. */
export const newVaultKey = (): VaultKey => ({ id: randomBytes(SALT_BYTES).toString('hex'), key: randomKey() })

/** Wraps a key by a passphrase, with a new salt. */
export async function wrapByPassphrase({ id, key }: VaultKey, passphrase: Secret<string>): Promise<WrappedKeyRow> {
  const derivation = { ...STRENGTH, salt: randomBytes(SALT_BYTES).toString('base64') }
  const outer = await keyFrom(passphrase, derivation)
  return rowOf(id, key, outer, { by: 'passphrase', ...derivation })
}

/** Wraps a key by a new one; that one as text, for the keyring. */
export function wrapForKeyring({ id, key }: VaultKey): { readonly row: WrappedKeyRow; readonly outer: string } {
  const outer = randomKey()
  return {
    row: rowOf(id, key, outer, { by: 'keyring' }),
    outer: outer.export().toString('base64'),
  }
}

/** How a key is wrapped; null where the row is not as it was written. */
export function wrappingOf({ id, content, digest }: WrappedKeyRow): Wrapping | null {
  return digest === digestOf(id, content) ? (JSON.parse(content) as Content).wrapping : null
}

/** The key in a row that is as it was written; null where the passphrase is not the one that wrapped it. */
export async function unwrapByPassphrase(
  row: WrappedKeyRow,
  derivation: Derivation,
  passphrase: Secret<string>,
): Promise<VaultKey | null> {
  return unwrap(row, await keyFrom(passphrase, derivation))
}

/** The same with the key from the keyring. */
export const unwrapByOuterKey = (row: WrappedKeyRow, outer: string): VaultKey | null => {
  const bytes = Buffer.from(outer, 'base64')
  return bytes.length === KEY_BYTES ? unwrap(row, keyOf(bytes)) : null
}

/** Canonical enough: written once, and compared only as it stands. */
interface Content {
  readonly wrapping: Wrapping
  /** In base64. */
  readonly sealed: string
}

function rowOf(id: string, key: KeyObject, outer: KeyObject, wrapping: Wrapping): WrappedKeyRow {
  const plain = key.export()
  const sealed = Buffer.from(seal(outer, 'key', id, plain)).toString('base64')
  plain.fill(0)
  const content = JSON.stringify({ wrapping, sealed } satisfies Content)
  return { id, content, digest: digestOf(id, content) }
}

function unwrap({ id, content }: WrappedKeyRow, outer: KeyObject): VaultKey | null {
  const plain = unseal(outer, 'key', id, Buffer.from((JSON.parse(content) as Content).sealed, 'base64'))
  return plain === null ? null : { id, key: keyOf(plain) }
}

/** Typed on another keyboard or system the same characters may come in another form. */
async function keyFrom(passphrase: Secret<string>, derivation: Derivation): Promise<KeyObject> {
  const message = Buffer.from(passphrase.reveal().normalize('NFKC'))
  const { memoryKibibytes: memory, passes, lanes: parallelism, salt } = derivation
  const nonce = Buffer.from(salt, 'base64')
  const bytes = await derive('argon2id', { message, nonce, memory, passes, parallelism, tagLength: KEY_BYTES })
  message.fill(0)
  return keyOf(bytes)
}

const randomKey = (): KeyObject => keyOf(randomBytes(KEY_BYTES))

/** Takes the bytes over: a key object shows none of them. */
function keyOf(bytes: Buffer): KeyObject {
  const key = createSecretKey(bytes)
  bytes.fill(0)
  return key
}

const digestOf = (id: string, content: string): string =>
  createHash('sha256')
    .update(JSON.stringify([id, content]))
    .digest('hex')
