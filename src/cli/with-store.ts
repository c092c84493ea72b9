import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { printable } from '../core/printable.ts'
import { StoreProblem, type Store, type StoreProblemCode } from '../ledger/store.ts'
import type { Vault } from '../ledger/vault.ts'
import { dataFolder } from '../store/data-folder.ts'
import { openSqliteStore } from '../store/sqlite/open.ts'
import { systemKeyring } from '../store/vault/keyring.ts'
import { openStoreAndVault } from '../store/vault/open.ts'
import { CHECK_SENTENCES } from '../text/check.ts'
import { LEDGER_SENTENCES } from '../text/ledger.ts'
import { EXIT, type Session } from './session.ts'

/** Where the ledger is. */
export const ledgerPath = (): string => join(dataFolder(process.env, process.platform), 'ledger.sqlite')

/** What each problem means for who runs the command. */
const PROBLEM_EXITS: Readonly<Record<StoreProblemCode, number>> = {
  newer: EXIT.personMustAct,
  damaged: EXIT.personMustAct,
  'read-only': EXIT.personMustAct,
  full: EXIT.personMustAct,
  busy: EXIT.failedForNow,
  failed: EXIT.failedForNow,
}

/** Does something with the ledger, which is made if there is none; a problem with it is said, and gives the exit code. */
export const withStore = (session: Session, use: (store: Store) => Promise<number>): Promise<number> =>
  withOpened(session, async () => ({ store: await openSqliteStore(ledgerPath()) }), use)

/** The same with the vault that is kept with it; a passphrase is asked for on a terminal, and only when something has to be unsealed. */
export function withVault(session: Session, use: (store: Store, vault: Vault) => Promise<number>): Promise<number> {
  const { passphrase, streams, flags } = session
  const ask = streams.stdin.isTTY && flags.json !== true ? askPassphrase(session) : null
  const open = (): ReturnType<typeof openStoreAndVault> =>
    openStoreAndVault(ledgerPath(), { passphrase, ask, keyring: systemKeyring })
  return withOpened(session, open, (store, { vault }) => use(store, vault))
}

async function withOpened<Opened extends { readonly store: Store }>(
  session: Session,
  open: () => Promise<Opened>,
  use: (store: Store, opened: Opened) => Promise<number>,
): Promise<number> {
  try {
    const opened = await open()
    try {
      return await use(opened.store, opened)
    } finally {
      await opened.store.close()
    }
  } catch (error) {
    return problemSaid(error, session)
  }
}

const askPassphrase =
  ({ language }: Session) =>
  async (question: 'choose' | 'open' | 'again'): Promise<string | null> => {
    const { isCancel, password } = await import('@clack/prompts')
    const given = await password({ message: CHECK_SENTENCES[language].passphrase[question], output: process.stderr })
    return isCancel(given) || given === '' ? null : given
  }

/** The same with null where there is no ledger yet: looking makes none. */
export async function withExistingStore(
  session: Session,
  use: (store: Store | null) => Promise<number>,
): Promise<number> {
  return existsSync(ledgerPath()) ? withStore(session, use) : use(null)
}

/** Says what is wrong with the ledger and what to do; anything else is thrown on. */
export function problemSaid(error: unknown, { language, streams }: Session): number {
  if (!(error instanceof StoreProblem)) throw error
  const { what, next } = LEDGER_SENTENCES[language].problems[error.code]
  const blank = language === 'en' ? ' ' : ''
  streams.stderr.write(`${what}${blank}${next}\n${LEDGER_SENTENCES[language].where(printable(error.path))}\n`)
  return PROBLEM_EXITS[error.code]
}

/** As `withVault`, with nulls where there is no ledger yet. */
export async function withExistingVault(
  session: Session,
  use: (store: Store | null, vault: Vault | null) => Promise<number>,
): Promise<number> {
  return existsSync(ledgerPath()) ? withVault(session, use) : use(null, null)
}
