import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type { Db, Trx } from '@mreza/db'
import type { ContactRow, DirectoryTables } from './tables.ts'

/** The contacts of an institution, by kind. */
export const contactsOf = (db: Db<DirectoryTables>, institutionId: InstitutionId): Promise<ContactRow[]> =>
  db.selectFrom('contact').selectAll().where('institution_id', '=', institutionId).orderBy('kind').orderBy('id').execute()

/** The contacts of these kinds of several institutions, in the order of their making. */
export const contactsLike = async (
  db: Db<DirectoryTables>,
  institutionIds: readonly InstitutionId[],
  kinds: readonly ContactRow['kind'][],
): Promise<ContactRow[]> =>
  institutionIds.length === 0
    ? []
    : db.selectFrom('contact').selectAll().where('institution_id', 'in', institutionIds).where('kind', 'in', kinds).orderBy('id').execute()

export const insertContact = async (trx: Trx<DirectoryTables>, row: ContactRow): Promise<void> => {
  await trx.insertInto('contact').values(row).execute()
}

/** Marks a contact of this institution as tried and right; `undefined` when there is no such contact. */
export const markVerified = (
  trx: Trx<DirectoryTables>,
  which: { institutionId: InstitutionId; contactId: string },
  verified: { by: PersonId; at: string },
): Promise<ContactRow | undefined> =>
  trx
    .updateTable('contact')
    .set({ verified_by: verified.by, verified_at: verified.at })
    .where('id', '=', which.contactId)
    .where('institution_id', '=', which.institutionId)
    .returningAll()
    .executeTakeFirst()
