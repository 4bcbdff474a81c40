import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { type Db, json, type Trx } from '@mreza/db'
import type { DirectoryTables, PersonRow } from './tables.ts'

/** The people of these institutions, heads first, then by name. */
export const peopleOf = (db: Db<DirectoryTables>, institutionIds: readonly InstitutionId[]): Promise<PersonRow[]> =>
  db
    .selectFrom('person')
    .selectAll()
    .where('institution_id', 'in', institutionIds)
    .orderBy('is_head', 'desc')
    .orderBy('search')
    .orderBy('id')
    .execute()

/** The people with these ids; unknown ids are left out. */
export const peopleByIds = async (db: Db<DirectoryTables>, ids: readonly PersonId[]): Promise<PersonRow[]> =>
  ids.length === 0 ? [] : db.selectFrom('person').selectAll().where('id', 'in', ids).execute()

export const insertPerson = async (trx: Trx<DirectoryTables>, row: PersonRow): Promise<void> => {
  await trx
    .insertInto('person')
    .values({ ...row, display_name: json(row.display_name), job_title: json(row.job_title) })
    .execute()
}

/** Writes a person whom the directory does not know; says whether it was so. */
export const enrol = async (trx: Trx<DirectoryTables>, row: PersonRow): Promise<boolean> => {
  const written = await trx
    .insertInto('person')
    .values({ ...row, display_name: json(row.display_name), job_title: json(row.job_title) })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
