import { canInDirectory, refuseInDirectory } from '@mreza/contracts-directory'
import type { InstitutionId, Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { institutionById } from '../store/institutions.ts'
import type { DirectoryTables } from '../store/tables.ts'

/** Lets only who may edit this institution go on (DI6). */
export const mustEdit = async (trx: Trx<DirectoryTables>, institutionId: InstitutionId, subject: Subject): Promise<void> => {
  const institution = await institutionById(trx, institutionId)
  if (institution === undefined) throw refuseInDirectory('not-found', { field: 'institutionId' })
  if (!canInDirectory(subject, 'directory.edit-institution', { institutionId, networkId: institution.network_id }))
    throw refuseInDirectory('not-allowed', { field: 'institutionId' })
}
