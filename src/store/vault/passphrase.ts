import { Secret } from '../../core/secret.ts'

const VARIABLE = 'NOKORI_PASSPHRASE'

/**
 * The passphrase that the environment holds, taken out of it; null without one. To be called before any child is started, even where
 * the vault is not used: a child inherits what is still there.
 */
export function takePassphrase(environment: NodeJS.ProcessEnv): Secret<string> | null {
  const text = environment[VARIABLE]
  delete environment[VARIABLE]
  return text ? new Secret(text) : null
}
