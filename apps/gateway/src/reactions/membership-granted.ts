import { type Reaction, reaction } from '@mreza/bus'
import type { directoryOperations } from '@mreza/contracts-directory'
import { membershipGranted } from '@mreza/contracts-identity'
import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { ClientOf } from '@mreza/rpc'
import type { IdentityTables } from '../store/tables.ts'

/** The operations of the directory that identity calls. */
export type Directory = Pick<ClientOf<typeof directoryOperations>, 'enrolPerson'>

const lastAccepted = (trx: Trx<IdentityTables>, personId: PersonId, institutionId: InstitutionId) =>
  trx
    .selectFrom('invitation')
    .where('person_id', '=', personId)
    .where('institution_id', '=', institutionId)
    .where('accepted_at', 'is not', null)
    .orderBy('accepted_at', 'desc')
    .select(['display_name', 'job_title', 'roles'])
    .executeTakeFirst()

/** Puts who accepted an invitation into the directory by name and job title, which no event may say (ID20). */
export const onMembershipGranted = (directory: Directory): Reaction =>
  reaction(membershipGranted, async (trx: Trx<IdentityTables>, { data: { personId, institutionId } }) => {
    const invitation = await lastAccepted(trx, personId, institutionId)
    if (invitation?.job_title == null) return
    const { display_name: displayName, job_title: jobTitle, roles } = invitation
    await directory.enrolPerson({ personId, institutionId, displayName, jobTitle, isHead: roles.includes('head') })
  })
