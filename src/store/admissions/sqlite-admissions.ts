import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Secret } from '../../core/secret.ts'
import { ADMISSION_DAYS, type Admissions } from '../../ledger/admissions.ts'
import type { Tables } from '../sqlite/migrations.ts'
import { tryAt } from '../sqlite/problems.ts'

/** A token has so many random bits that hashing it once is enough: nobody can try them. */
const TOKEN_BYTES = 32
const MOST_ADMISSIONS = 100
const DAY_MILLISECONDS = 86_400_000
/** Not every request is worth a write. */
const NOTED_EVERY_MILLISECONDS = 3_600_000

/** Admissions in the same SQLite file as the ledger. */
export class SqliteAdmissions implements Admissions {
  readonly #database: Kysely<Tables>
  readonly #path: string

  constructor(database: Kysely<Tables>, path: string) {
    this.#database = database
    this.#path = path
  }

  admit(now: string): Promise<Secret<string>> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    return tryAt(this.#path, () =>
      this.#database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('admissions')
          .values({ digest: digestOf(token), used_at: now, ends_at: endAfter(now) })
          .execute()
        await transaction
          .deleteFrom('admissions')
          .where('digest', 'not in', (those) =>
            those
              .selectFrom('admissions')
              .select('digest')
              .where('ends_at', '>', now)
              .orderBy('used_at', 'desc')
              .limit(MOST_ADMISSIONS),
          )
          .execute()
        return new Secret(token)
      }),
    )
  }

  isAdmitted(token: Secret<string>, now: string): Promise<boolean> {
    const digest = digestOf(token.reveal())
    return tryAt(this.#path, async () => {
      const row = await this.#database
        .selectFrom('admissions')
        .select(['used_at', 'ends_at'])
        .where('digest', '=', digest)
        .executeTakeFirst()
      if (row === undefined || row.ends_at <= now) return false
      if (Date.parse(now) - Date.parse(row.used_at) >= NOTED_EVERY_MILLISECONDS)
        await this.#database
          .updateTable('admissions')
          .set({ used_at: now, ends_at: endAfter(now) })
          .where('digest', '=', digest)
          .execute()
      return true
    })
  }

  end(token: Secret<string>): Promise<void> {
    return tryAt(this.#path, async () => {
      await this.#database.deleteFrom('admissions').where('digest', '=', digestOf(token.reveal())).execute()
    })
  }

  endAll(): Promise<void> {
    return tryAt(this.#path, async () => {
      await this.#database.deleteFrom('admissions').execute()
    })
  }
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const endAfter = (now: string): string => new Date(Date.parse(now) + ADMISSION_DAYS * DAY_MILLISECONDS).toISOString()
