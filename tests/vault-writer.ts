/**
 * `node vault-writer.ts FILE keep`: keeps credentials and a session over and over, and says the number of each once they are kept.
 * `node vault-writer.ts FILE rewrap`: the same with passphrases.
 * `node vault-writer.ts FILE log-in SENT`: sends a password, which is a line in SENT, if it may.
 * The passphrase is in the environment.
 */
import { appendFileSync, writeSync } from 'node:fs'
import { Secret } from '../src/core/secret.ts'
import { mayLogIn, withLogin } from '../src/ledger/portal-state.ts'
import { openStoreAndVault } from '../src/store/vault/open.ts'
import { takePassphrase } from '../src/store/vault/passphrase.ts'

const [path = '', what = '', sent = ''] = process.argv.slice(2)
const { store, vault } = await openStoreAndVault(path, {
  passphrase: takePassphrase(process.env),
  ask: null,
  keyring: null,
})

if (what === 'log-in') await logIn()
else
  for (let number = 0; ; number += 1) {
    await (what === 'keep' ? keep(number) : vault.changePassphrase(new Secret(`passphrase ${number}`)))
    writeSync(1, `${number}\n`)
  }

async function keep(number: number): Promise<void> {
  const text = `${number}:`.repeat(1 + (number % 7) * 500)
  await vault.keepCredentials('line', new Secret({ user: `${number}`, password: text }))
  const claim = await vault.claim('line')
  if (!claim.ok) throw new Error(claim.failure.code)
  await claim.value.keepSession(new Secret(text))
  await claim.value.release()
}

async function logIn(): Promise<void> {
  const now = new Date().toISOString()
  const claim = await vault.claim('line')
  if (claim.ok) {
    if (mayLogIn(claim.value.state, now, false).may) {
      const change = await claim.value.change((state) => withLogin(state, now))
      if (change.ok) appendFileSync(sent, 'sent\n')
    }
    await claim.value.release()
  }
  await store.close()
}
