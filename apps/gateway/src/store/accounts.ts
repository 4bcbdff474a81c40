import type { DisplayName } from '@mreza/contracts-identity'
import type { Language } from '@mreza/contracts-kernel'
import { type Db, json, type Trx } from '@mreza/db'
import type { IdentityTables } from './tables.ts'

/** What a new account is made of. */
export interface NewAccount {
  readonly personId: string
  readonly email: string
  readonly displayName: DisplayName
  readonly passwordHash: string | null
  readonly language?: Language | undefined
}

/** The account known by this address. */
export const accountByEmail = (db: Db<IdentityTables>, email: string) =>
  db.selectFrom('account').where('email', '=', email).select(['person_id', 'password_hash', 'disabled_at']).executeTakeFirst()

/** The account of a person. */
export const accountOf = (db: Db<IdentityTables>, personId: string) =>
  db.selectFrom('account').where('person_id', '=', personId).select(['email', 'password_hash']).executeTakeFirst()

/** Writes an account; one that has the person or the address already makes it fail. */
export const insertAccount = async (trx: Trx<IdentityTables>, account: NewAccount): Promise<void> => {
  await trx
    .insertInto('account')
    .values({
      person_id: account.personId,
      email: account.email,
      display_name: json(account.displayName),
      password_hash: account.passwordHash,
      ...(account.language === undefined ? {} : { language: account.language }),
    })
    .execute()
}
