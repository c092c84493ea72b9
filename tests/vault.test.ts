/** The vault in a real SQLite file, with real Argon2id and AES. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { openStoreAndVault } from '../src/store/vault/open.ts'
import { vaultSuite } from './vault-suite.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nokori-vault-'))
})
after(() => rm(folder, { recursive: true }))

const pathOf = (name: string): string => join(folder, name, 'ledger.sqlite')

vaultSuite('sqlite', (name, unlocking) => openStoreAndVault(pathOf(name), unlocking))
