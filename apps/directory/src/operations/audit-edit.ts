import { record } from '@mreza/audit'
import type { InstitutionId, Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { DirectoryTables } from '../store/tables.ts'

/** One edit in the institution's own audit chain. */
export const auditEdit = (
  trx: Trx<DirectoryTables>,
  institutionId: InstitutionId,
  action: 'add-person' | 'add-contact' | 'verify-contact',
  subject: Subject,
  refs: Record<string, string>,
): Promise<void> =>
  record(trx, {
    chain: `institution:${institutionId}`,
    action,
    actor: { personId: subject.personId, institutionId: subject.institutionId },
    refs,
  })
