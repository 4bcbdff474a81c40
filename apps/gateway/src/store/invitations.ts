import { type DisplayName, invitationDays, type OpenInvitation, refuseInIdentity } from '@mreza/contracts-identity'
import type { LocalizedText, Role } from '@mreza/contracts-kernel'
import { type Db, json, type Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import { hashOf } from '../sessions/secrets.ts'
import type { IdentityTables, InstitutionTable, InvitationTable } from './tables.ts'

/** When an invitation made now ends (ID10). */
export const invitationEnd = (now: Date): Date => new Date(now.getTime() + invitationDays * 24 * 3_600_000)

interface NewInvitation {
  readonly invitationId: string
  readonly token: string
  readonly personId: string
  readonly email: string
  readonly displayName: DisplayName
  readonly jobTitle: LocalizedText
  readonly institution: InstitutionTable
  readonly roles: readonly Role[]
  readonly invitedBy: string
  readonly now: Date
}

/** Writes an invitation; an open one for the same address and institution is withdrawn by it. */
export const replaceInvitation = async (trx: Trx<IdentityTables>, made: NewInvitation): Promise<void> => {
  await trx
    .updateTable('invitation')
    .set({ withdrawn_at: made.now })
    .where('email', '=', made.email)
    .where('institution_id', '=', made.institution.id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  await trx
    .insertInto('invitation')
    .values({
      id: made.invitationId,
      token_hash: hashOf(made.token),
      person_id: made.personId,
      email: made.email,
      display_name: json(made.displayName),
      job_title: json(made.jobTitle),
      institution_id: made.institution.id,
      network_id: made.institution.network_id,
      sector: made.institution.sector,
      roles: [...made.roles],
      invited_by: made.invitedBy,
      created_at: made.now,
      expires_at: invitationEnd(made.now),
    })
    .execute()
}

const openOnes = (db: Db<IdentityTables>, token: string, now: Date) =>
  db
    .selectFrom('invitation')
    .where('token_hash', '=', hashOf(token))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .selectAll()

/** The invitation that this token opens now; all else is refused alike (ID11). */
export const openInvitation = async (db: Db<IdentityTables>, token: string, now: Date): Promise<Selectable<InvitationTable>> => {
  const found = await openOnes(db, token, now).executeTakeFirst()
  if (found === undefined) throw refuseInIdentity('invitation-not-valid')
  return found
}

/** Uses an invitation up, once, whoever else tries at the same time. */
export const useInvitation = async (trx: Trx<IdentityTables>, id: string, now: Date): Promise<void> => {
  const used = await trx
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows !== 1n) throw refuseInIdentity('invitation-not-valid')
}

/** Nobody has accepted or withdrawn these, whether they have expired or not; the newest first. */
export const waitingInvitations = async (db: Db<IdentityTables>, networkId: string | null): Promise<OpenInvitation[]> => {
  const rows = await db
    .selectFrom('invitation')
    .where('network_id', networkId === null ? 'is' : '=', networkId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .select(['id', 'person_id', 'email', 'display_name', 'job_title', 'institution_id', 'network_id', 'roles', 'created_at', 'expires_at'])
    .orderBy('id', 'desc')
    .limit(2_000)
    .execute()
  return rows.map(
    (row) =>
      ({
        invitationId: row.id,
        personId: row.person_id,
        email: row.email,
        displayName: row.display_name,
        jobTitle: row.job_title,
        institutionId: row.institution_id,
        networkId: row.network_id,
        roles: row.roles,
        invitedAt: row.created_at,
        expiresAt: row.expires_at,
      }) as OpenInvitation,
  )
}

/** Withdraws an invitation; says whether it was waiting until now. */
export const withdraw = async (trx: Trx<IdentityTables>, id: string, now: Date): Promise<boolean> => {
  const done = await trx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
