import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { type Membership, membershipGranted, refuseInIdentity } from '@mreza/contracts-identity'
import type { Language, PersonId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { Selectable } from 'kysely'
import type { Identity, IdentityContext } from '../identity.ts'
import { checkNewPassword } from '../sessions/check-new-password.ts'
import { enter, handOver } from '../sessions/enter.ts'
import { hashPassword, verifyPassword } from '../sessions/password-hash.ts'
import { presentMe } from '../sessions/present-me.ts'
import { accountByEmail, insertAccount } from '../store/accounts.ts'
import { openInvitation, useInvitation } from '../store/invitations.ts'
import { insertMembership } from '../store/memberships.ts'
import { countTry } from '../store/sign-in-tries.ts'
import type { IdentityTables, InvitationTable } from '../store/tables.ts'

interface Input {
  readonly token: string
  readonly password: string
  readonly language?: Language | undefined
}

type Invitation = Selectable<InvitationTable>

/** A new password is hashed; the password of an account that is there must be right (ID12). */
const settlePassword = async (
  identity: Identity,
  ctx: IdentityContext,
  invitation: Invitation,
  password: string,
): Promise<string | undefined> => {
  const account = await accountByEmail(identity.db, invitation.email)
  if (account === undefined) return hashPassword(checkNewPassword(password, invitation.email))
  const counted = await identity.inTransaction((trx) => countTry(trx, invitation.email, ctx.visit.address, ctx.now))
  if (!counted) throw refuseInIdentity('too-many-tries')
  if (!(await verifyPassword(password, account.password_hash)) || account.disabled_at !== null) throw refuseInIdentity('sign-in-failed')
  return undefined
}

const grant = async (trx: Trx<IdentityTables>, invitation: Invitation, now: Date): Promise<Membership> => {
  const of = {
    personId: invitation.person_id as PersonId,
    institutionId: invitation.institution_id as Membership['institutionId'],
    networkId: invitation.network_id as Membership['networkId'],
    sector: invitation.sector,
    roles: invitation.roles,
  }
  const id = await insertMembership(trx, { ...of, from: now })
  await emit(trx, membershipGranted, { membershipId: id, ...of })
  const actor = { personId: of.personId, institutionId: of.institutionId }
  await record(trx, {
    chain: `institution:${of.institutionId}`,
    action: 'accept-invitation',
    actor,
    refs: { invitationId: invitation.id, membershipId: id },
  })
  return { id, institutionId: of.institutionId, networkId: of.networkId, sector: of.sector, roles: of.roles }
}

/** Accepts an invitation and signs in (ID10, ID12). */
export const acceptInvitation = (identity: Identity) => async (ctx: IdentityContext, input: Input) => {
  const invitation = await openInvitation(identity.db, input.token, ctx.now)
  const passwordHash = await settlePassword(identity, ctx, invitation, input.password)
  const personId = invitation.person_id
  const { token, membership } = await identity.inTransaction(async (trx) => {
    await useInvitation(trx, invitation.id, ctx.now)
    if (passwordHash !== undefined)
      await insertAccount(trx, {
        personId,
        email: invitation.email,
        displayName: invitation.display_name,
        passwordHash,
        language: input.language,
      })
    const granted = await grant(trx, invitation, ctx.now)
    return { membership: granted, token: await enter(identity, trx, ctx, { personId, membership: granted, assurance: 'password' }) }
  })
  handOver(identity, ctx, token)
  return presentMe(identity, personId, membership.id, 'password', ctx.now)
}
