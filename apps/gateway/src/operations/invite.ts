import { record } from '@mreza/audit'
import {
  canInIdentity,
  type InvitationId,
  type InvitationRequest,
  type IssuedInvitation,
  refuseInIdentity,
} from '@mreza/contracts-identity'
import type { InstitutionId, NetworkId, PersonId } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import type { Identity, IdentityContext } from '../identity.ts'
import { newSecret } from '../sessions/secrets.ts'
import { accountByEmail } from '../store/accounts.ts'
import { invitationEnd, replaceInvitation } from '../store/invitations.ts'
import { activeMembership } from '../store/memberships.ts'

const institutionOf = async (identity: Identity, id: string) => {
  const found = await identity.db.selectFrom('institution').where('id', '=', id).selectAll().executeTakeFirst()
  if (found === undefined) throw refuseInIdentity('institution-not-known', { field: 'institutionId' })
  return found
}

const refuseMembers = async (identity: Identity, personId: string, institutionId: string, now: Date) => {
  const member = await identity.db
    .selectFrom('membership')
    .where('person_id', '=', personId)
    .where('institution_id', '=', institutionId)
    .where((where) => activeMembership(where, now))
    .select('id')
    .executeTakeFirst()
  if (member !== undefined) throw refuseInIdentity('already-a-member', { field: 'email' })
}

/** A person of the directory who has an account already is invited by that account's address, and by no other. */
const refuseOtherAddress = async (identity: Identity, { personId, email }: InvitationRequest) => {
  if (personId === undefined) return
  const account = await identity.db.selectFrom('account').where('person_id', '=', personId).select('email').executeTakeFirst()
  if (account !== undefined && account.email !== email) throw refuseInIdentity('already-a-member', { field: 'email' })
}

/** Invites a person into an institution; the token is shown this once (ID9, ID10). */
export const invite =
  (identity: Identity) =>
  async (ctx: IdentityContext, input: InvitationRequest): Promise<IssuedInvitation> => {
    const institution = await institutionOf(identity, input.institutionId)
    const asked = {
      networkId: institution.network_id as NetworkId | null,
      institutionId: institution.id as InstitutionId,
      roles: input.roles,
    }
    if (!canInIdentity(ctx.subject, 'membership.invite', asked)) throw refuseInIdentity('not-allowed')
    const account = await accountByEmail(identity.db, input.email)
    const personId = (account?.person_id ?? input.personId ?? newId<'PersonId'>()) as PersonId
    await refuseOtherAddress(identity, input)
    await refuseMembers(identity, personId, institution.id, ctx.now)
    const issued = {
      invitationId: newId<'InvitationId'>() as InvitationId,
      personId,
      token: newSecret(),
      expiresAt: invitationEnd(ctx.now).toISOString(),
    }
    await identity.inTransaction(async (trx) => {
      await replaceInvitation(trx, { ...input, ...issued, institution, invitedBy: ctx.subject.personId, now: ctx.now })
      await record(trx, {
        chain: `institution:${institution.id}`,
        action: 'invite',
        actor: ctx.subject,
        refs: { invitationId: issued.invitationId, personId, roles: input.roles.join(',') },
      })
    })
    return issued
  }
